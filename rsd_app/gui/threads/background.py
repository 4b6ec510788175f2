"""A call that must not hold up the window: done on a pool, answered on the window's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from rsd_app.gui.threads.priority import READING, stand_back

log = logging.getLogger(__name__)


class _Call(QRunnable):
    def __init__(self, work: Callable[[], object], answer: Callable[[object, Exception | None], None]) -> None:
        super().__init__()
        self._work, self._answer = work, answer

    def run(self) -> None:
        stand_back(READING)
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - the boundary of the thread
            self._answer(None, error)
        else:
            self._answer(result, None)


class Background(QObject):
    """Runs calls one after the other."""

    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._closed = False
        self._answered.connect(self._on_answered)

    def call(
        self,
        work: Callable[[], object],
        then: Callable[[object], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Do `work` in the background; then one of the two is called on the window's thread."""

        def answer(result: object, error: Exception | None) -> None:
            self._answered.emit((then, otherwise), result, error)

        self._pool.start(_Call(work, answer))

    def close(self) -> None:
        """Wait for what is being done; nothing is answered any more."""
        self._closed = True
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(object, object, object)
    def _on_answered(
        self,
        handlers: tuple[Callable[[object], None], Callable[[Exception], None]],
        result: object,
        error: Exception | None,
    ) -> None:
        if self._closed:
            return
        then, otherwise = handlers
        if error is None:
            then(result)
        else:
            otherwise(error)
