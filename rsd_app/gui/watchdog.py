"""How long the window's thread has been away: the gaps of its event loop."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot


class Watchdog(QObject):
    """Ticks on the thread it lives on, and notes by how much a tick comes late.

    Args:
        interval_ms: between ticks.
    """

    def __init__(self, interval_ms: int = 5, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worst_gap_ms = 0.0
        self._interval_ms = interval_ms
        self._last = 0.0
        self._timer = QTimer(self, interval=interval_ms, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Measure from now on."""
        self.worst_gap_ms, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        """End; the worst gap in milliseconds, one that goes on included."""
        if self._timer.isActive():
            self._tick()
            self._timer.stop()
        return self.worst_gap_ms

    @Slot()
    def _tick(self) -> None:
        now = time.perf_counter()
        self.worst_gap_ms = max(self.worst_gap_ms, (now - self._last) * 1000 - self._interval_ms)
        self._last = now
