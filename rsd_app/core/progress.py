"""Progress and cancellation: two small values that ride along with every long job."""

from __future__ import annotations

import threading
import time


class Cancelled(Exception):
    """The job was asked to stop. Not an error: callers turn it into the outcome Stopped."""


class CancelToken:
    """A flag shared between the thread that asks and the thread that works."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop at its next check."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether cancel() was called."""
        return self._event.is_set()

    def wait(self, seconds: float) -> bool:
        """Sleep, but wake when cancelled; whether it is."""
        return self._event.wait(seconds)

    def raise_if_cancelled(self) -> None:
        """Raise Cancelled if cancel() was called."""
        if self._event.is_set():
            raise Cancelled


class Pace:
    """Remaining time from the work done so far, smoothed so that it does not jump.

    Args:
        total: amount of work, in any unit.
        done: amount that was there before this run began (resumed work says nothing of speed).
    """

    def __init__(self, total: float, done: float = 0.0) -> None:
        self.total = total
        self._first = self._last_done = done
        self._began = self._last_time = time.monotonic()
        self._rate: float | None = None

    def update(self, done: float) -> float | None:
        """Note that `done` units are ready; return the remaining seconds, None while unknown."""
        now = time.monotonic()
        step, elapsed = done - self._last_done, now - self._last_time
        if step > 0 and elapsed > 0:
            overall = (done - self._first) / (now - self._began)
            recent = step / elapsed
            blend = recent if self._rate is None else 0.8 * self._rate + 0.2 * recent
            self._rate = 0.5 * blend + 0.5 * overall
            self._last_done, self._last_time = done, now
        return None if not self._rate else max(0.0, self.total - done) / self._rate

    @property
    def rate(self) -> float | None:
        """Units per second, smoothed; None while nothing is done."""
        return self._rate
