"""Threads of a training that shares its machine: as many as there are idle cores, measured all the time.

The threads of a convolution wait for each other at its end. If another program holds one of their cores, all of
them wait until it lets go: two threads on one free core are then ten times as slow as one alone.
"""

from __future__ import annotations

import threading
from pathlib import Path

import torch

SAMPLE_S = 0.1  # between two readings
MEMORY = 0.9  # of the running average, about a second
BUSY = 0.5  # running programs on average, beside the training, that take one core away

_LOADAVG = Path("/proc/loadavg")


class SpareCores:
    """Adapts torch's number of threads; a context manager. Does nothing where the system does not report its load."""

    def __init__(self) -> None:
        self._most = torch.get_num_threads()
        self._threads = self._most
        self._others = 0.0
        self._ended = threading.Event()
        self._sampler: threading.Thread | None = None

    def __enter__(self) -> SpareCores:
        if _running() is not None and self._most > 1:
            self._sampler = threading.Thread(target=self._sample, name="rsd-spare-cores", daemon=True)
            self._sampler.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        if self._sampler is not None:
            self._sampler.join()
            torch.set_num_threads(self._most)

    def apply(self) -> int:
        """Set the number of threads for the next step, and return it."""
        self._threads = threads_beside(self._others, self._most)
        if self._threads != torch.get_num_threads():
            torch.set_num_threads(self._threads)
        return self._threads

    def _sample(self) -> None:
        while not self._ended.wait(SAMPLE_S):
            running = _running()
            if running is not None:
                others = max(0, running - 1 - self._threads)  # this thread runs too, while it reads
                self._others = MEMORY * self._others + (1 - MEMORY) * others


def threads_beside(others: float, most: int) -> int:
    """Threads, 1 to `most`, beside this many running programs of others."""
    return max(1, min(most, most - int(others + 1 - BUSY)))


def _running() -> int | None:
    """Threads of the whole machine that run or wait for a core; None where that is not to be known."""
    try:
        return int(_LOADAVG.read_text(encoding="ascii").split()[3].partition("/")[0])
    except (OSError, IndexError, ValueError):
        return None
