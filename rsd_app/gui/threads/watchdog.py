"""How long the window's thread has been away: the gaps of its event loop, and whose fault they were."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot

SCHEDULE = Path("/proc/thread-self/schedstat")  # of Linux: ns on a processor, ns waiting for one, turns


class Watchdog(QObject):
    """Ticks on the thread it lives on, and notes by how much a tick comes late.

    `worst_gap_ms` is what a user feels; `worst_own_ms` a gap without the time in which the thread could have run but
    other threads and programs had the processor; `worst_work_ms` the part of a gap in which the thread itself worked.

    Args:
        interval_ms: between ticks.
    """

    def __init__(self, interval_ms: int = 5, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worst_gap_ms = self.worst_own_ms = self.worst_work_ms = 0.0
        self._interval_ms = interval_ms
        self._last = self._last_work = self._last_queued = 0.0
        self._timer = QTimer(self, interval=interval_ms, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Start measuring."""
        self.worst_gap_ms = self.worst_own_ms = self.worst_work_ms = 0.0
        self._last, self._last_work, self._last_queued = time.perf_counter(), time.thread_time(), _queued_s()
        self._timer.start()

    def stop(self) -> float:
        """End; the worst gap in milliseconds, including the current one."""
        if self._timer.isActive():
            self._tick()
            self._timer.stop()
        return self.worst_gap_ms

    @Slot()
    def _tick(self) -> None:
        now, work, queued = time.perf_counter(), time.thread_time(), _queued_s()
        gap_ms = (now - self._last) * 1000 - self._interval_ms
        self.worst_gap_ms = max(self.worst_gap_ms, gap_ms)
        self.worst_own_ms = max(self.worst_own_ms, gap_ms - (queued - self._last_queued) * 1000)
        self.worst_work_ms = max(self.worst_work_ms, (work - self._last_work) * 1000)
        self._last, self._last_work, self._last_queued = now, work, queued


def _queued_s() -> float:
    """How long this thread has waited for a processor so far, where the system counts that; else 0."""
    try:
        return int(SCHEDULE.read_bytes().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0
