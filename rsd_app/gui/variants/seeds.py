"""Which seeds are held against each other."""

from __future__ import annotations

COUNT = 6
SEEDS = 2**31  # after the largest, which can be typed, comes 0


def seeds_from(seed: int) -> list[int]:
    """The picture's own, and those that follow it."""
    return [(seed + i) % SEEDS for i in range(COUNT)]
