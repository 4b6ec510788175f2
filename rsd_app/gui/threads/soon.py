"""A call that is asked for many times and made once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot


class Soon(QObject):
    """Calls when the event loop comes to it, or some time after the first request.

    Args:
        call: what is asked for.
        parent: requests end with it.
    """

    def __init__(self, call: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._call = call
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(call)

    def now(self) -> None:
        """At once; what was asked for is done with that."""
        self._timer.stop()
        self._call()

    @Slot()
    def next(self) -> None:
        """As soon as the current work is done."""
        self._timer.start(0)

    def within(self, wait_ms: int) -> None:
        """At the latest when this time is over; what was asked for earlier comes at its own."""
        if not self._timer.isActive():
            self._timer.start(wait_ms)
