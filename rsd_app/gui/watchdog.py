"""How long the window's thread has been away: the gaps of its event loop."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot


class Watchdog(QObject):
    """Ticks on the thread it lives on, and notes by how much a tick comes late.

    `worst_gap_ms` is what a user feels; `worst_work_ms` is the part of a gap in which the thread itself worked,
    which other programs on a busy machine do not change.

    Args:
        interval_ms: between ticks.
    """

    def __init__(self, interval_ms: int = 5, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worst_gap_ms = self.worst_work_ms = 0.0
        self._interval_ms = interval_ms
        self._last = self._last_work = 0.0
        self._timer = QTimer(self, interval=interval_ms, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Measure from now on."""
        self.worst_gap_ms = self.worst_work_ms = 0.0
        self._last, self._last_work = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> float:
        """End; the worst gap in milliseconds, one that goes on included."""
        if self._timer.isActive():
            self._tick()
            self._timer.stop()
        return self.worst_gap_ms

    @Slot()
    def _tick(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        self.worst_gap_ms = max(self.worst_gap_ms, (now - self._last) * 1000 - self._interval_ms)
        self.worst_work_ms = max(self.worst_work_ms, (work - self._last_work) * 1000)
        self._last, self._last_work = now, work
