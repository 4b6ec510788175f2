"""Remaining time that does not jump."""

from __future__ import annotations

import time
from collections.abc import Callable

PULL = 0.12  # of the gap to a new estimate, at each
FAR_OFF = 0.5  # an estimate that differs by more than this share is taken over faster
RATE_BLEND = 0.15


class Remaining:
    """Counts down by the clock, and is drawn gently towards what the work done so far says.

    Args:
        clock: seconds, for tests.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._shown: float | None = None
        self._at = 0.0
        self.rate: float | None = None  # units a second

    def start(self, rate: float | None) -> None:
        """A new run; `rate` is what an earlier one or a measurement has shown."""
        self._shown, self.rate, self._at = None, rate, self._clock()

    def update(self, left: float, rate: float | None) -> float | None:
        """Seconds for the `left` units, given the rate of now; None while nothing is known."""
        if rate is not None and rate > 0:
            self.rate = rate if self.rate is None else self.rate + RATE_BLEND * (rate - self.rate)
        if not self.rate:
            return None
        estimate, now = left / self.rate, self._clock()
        if self._shown is None:
            self._shown = estimate
        else:
            self._shown = max(0.0, self._shown - (now - self._at))
            far = abs(estimate - self._shown) > FAR_OFF * max(estimate, self._shown)
            self._shown += (0.5 if far else PULL) * (estimate - self._shown)
        self._at = now
        return self._shown
