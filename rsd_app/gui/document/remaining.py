"""Remaining time that does not jump."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

BLEND_S = 8.0  # over which a rate is averaged: strips of sky and of leaves take turns
PULL_S = 5.0  # in which what is shown comes most of the way to a new estimate


class Remaining:
    """Counts down by the clock, and is drawn gently towards what the work done so far says.

    Args:
        clock: seconds, for tests.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._shown: float | None = None
        self._at = self._began = 0.0
        self._measured = False
        self.rate: float | None = None  # units per second

    def start(self, rate: float | None) -> None:
        """A new run; `rate` is what an earlier one has shown, and holds until this one shows its own."""
        self._shown, self.rate, self._measured = None, rate, False
        self._at = self._began = self._clock()

    def update(self, left: float, rate: float | None) -> float | None:
        """Seconds for the `left` units, given the rate of now; None while nothing is known."""
        now = self._clock()
        elapsed, self._at = now - self._at, now
        if rate is not None and rate > 0:
            if self.rate is None or not self._measured:
                self.rate, self._measured, self._shown = rate, True, None
            else:  # young runs learn fast, later ones are steady
                share = 1 - math.exp(-elapsed / min(BLEND_S, max(0.5, now - self._began)))
                self.rate += share * (rate - self.rate)
        if not self.rate:
            return None
        estimate = left / self.rate
        if self._shown is None:
            self._shown = estimate
        else:
            counted = max(0.0, self._shown - elapsed)
            self._shown = counted + (1 - math.exp(-elapsed / PULL_S)) * (estimate - counted)
        return self._shown
