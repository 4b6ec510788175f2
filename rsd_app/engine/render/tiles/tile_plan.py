"""Where the tiles of a picture are, and how much each counts at every place.

The grid depends only on the picture's size, so that a pixel never depends on the window that is asked for or on
the memory at hand. Neighbours overlap; each fades out over the overlap as the other fades in, and the outermost
pixels of a tile, which have seen a border that is none, do not count at all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

TILE_PX = 128  # side of a tile in source pixels: twice that of a training crop
OVERLAP_PX = 24  # at least
UNSEEN_PX = 4  # at a tile's inner borders: these do not count


@dataclass(frozen=True)
class AxisPlan:
    """The tiles along one side of a picture, in source pixels.

    Attributes:
        size: of the picture.
        padded: size, extended by reflection to a multiple.
        tile: side of every tile.
        starts: of the tiles, from the first on.
    """

    size: int
    padded: int
    tile: int
    starts: tuple[int, ...]

    @classmethod
    def of(cls, size: int, multiple: int, align: int) -> AxisPlan:
        """Plan one side.

        Args:
            multiple: that the network needs of a tile's side.
            align: that starts are multiples of.
        """
        padded = -(-size // multiple) * multiple
        tile = min(padded, max(multiple, TILE_PX // multiple * multiple))
        steps = -(-(padded - tile) // (tile - OVERLAP_PX)) if padded > tile else 0
        starts = [round(i * (padded - tile) / (steps * align)) * align for i in range(steps)]
        return cls(size, padded, tile, (*starts, padded - tile))

    @property
    def sources(self) -> NDArray[np.int64]:
        """Which pixel of the picture stands at each padded place: itself, or its reflection."""
        return np.pad(np.arange(self.size), (0, self.padded - self.size), mode="reflect")

    def weights(self, index: int, scale: int) -> NDArray[np.float32]:
        """How much tile `index` counts at each of its pixels of the result, (tile · scale,); all tiles sum to 1."""
        weights = np.ones(self.tile * scale, dtype=np.float64)
        if index > 0:
            rise = self._fade(index, scale)
            weights[: len(rise)] *= rise
        if index + 1 < len(self.starts):
            rise = self._fade(index + 1, scale)
            weights[len(weights) - len(rise) :] *= 1 - rise
        return weights.astype(np.float32)

    def _fade(self, index: int, scale: int) -> NDArray[np.float64]:
        """From 0 to 1 over the overlap of a tile with the one before it: half a cosine between unseen borders."""
        overlap = (self.starts[index - 1] + self.tile - self.starts[index]) * scale
        place = (np.arange(overlap) + 0.5 - UNSEEN_PX * scale) / (overlap - 2 * UNSEEN_PX * scale)
        return 0.5 - 0.5 * np.cos(np.pi * np.clip(place, 0, 1))

    def seen(self, index: int) -> tuple[int, int]:
        """First source pixel where a tile counts, and the one behind the last."""
        first = self.starts[index] + (UNSEEN_PX if index else 0)
        last = index + 1 == len(self.starts)
        return first, self.size if last else self.starts[index] + self.tile - UNSEEN_PX

    def within(self, low: int, high: int) -> list[int]:
        """The tiles that count somewhere in [low, high)."""
        spans = [self.seen(i) for i in range(len(self.starts))]
        return [i for i, (first, behind) in enumerate(spans) if first < high and behind > low]
