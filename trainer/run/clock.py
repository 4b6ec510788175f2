"""Time that a training has really worked: a machine that slept, or a stopped process, does not count."""

from __future__ import annotations

import statistics
import time
from collections import deque
from collections.abc import Callable

REMEMBERED = 31  # steps that the usual time is the median of
SUSPENDED_FACTOR = 20.0  # a step this many times as long as usual was suspended
SUSPENDED_AT_LEAST_S = 10.0  # shorter ones may be another program's doing, and count


class WorkClock:
    """Adds up the time of steps.

    Args:
        elapsed_s: of earlier sessions.
        now: the time in seconds.
    """

    def __init__(self, elapsed_s: float = 0.0, now: Callable[[], float] = time.monotonic) -> None:
        self.elapsed_s = elapsed_s
        self._now = now
        self._last = now()
        self._usual: deque[float] = deque(maxlen=REMEMBERED)

    def restart(self) -> None:
        """Leave out what has passed since the last tick: saving, validating, a pause."""
        self._last = self._now()

    def tick(self) -> float:
        """Count the step that just ended; returns the seconds that were not counted, 0 as a rule."""
        now = self._now()
        taken, self._last = now - self._last, now
        if len(self._usual) >= 3:
            usual = statistics.median(self._usual)
            if taken > max(SUSPENDED_FACTOR * usual, SUSPENDED_AT_LEAST_S):
                self.elapsed_s += usual
                return taken - usual
        self._usual.append(taken)
        self.elapsed_s += taken
        return 0.0
