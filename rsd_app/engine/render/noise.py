"""The noise field: N(0, 1) at every latent position, a pure function of (seed, position, channel).

Philox gives 16 random bits a number, addressed by a counter made of the block's place; a table of the normal
distribution's quantiles turns them into values. No rejection, no transcendental function: the same field on
every machine, at about 2 ns a number.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import torch
from numpy.typing import NDArray

BLOCK_ROWS, BLOCK_COLS = 16, 64  # positions that share a counter's start
LEVELS = 2**16


@lru_cache(maxsize=1)
def quantile_table() -> NDArray[np.float32]:
    """(65536,) float32: the normal quantile of each level's middle, scaled to variance 1."""
    middles = (torch.arange(LEVELS, dtype=torch.float64) + 0.5) / LEVELS
    values = torch.special.ndtri(middles)
    table: NDArray[np.float32] = (values / values.square().mean().sqrt()).float().numpy()
    return table


class NoiseField:
    """An endless picture of noise.

    Args:
        seed: 0 to 2**63 - 1.
        channels: numbers at each position.
    """

    def __init__(self, seed: int, channels: int) -> None:
        self._seed = seed
        self._channels = channels

    def levels(self, x0: int, y0: int, x1: int, y1: int) -> NDArray[np.uint16]:
        """The random levels of a window, (y1-y0, x1-x0, channels): indices into `quantile_table`."""
        out = np.empty((y1 - y0, x1 - x0, self._channels), dtype=np.uint16)
        for row in range(y0 // BLOCK_ROWS, -(-y1 // BLOCK_ROWS)):
            top = row * BLOCK_ROWS
            a, b = max(y0, top), min(y1, top + BLOCK_ROWS)
            for col in range(x0 // BLOCK_COLS, -(-x1 // BLOCK_COLS)):
                left = col * BLOCK_COLS
                c, d = max(x0, left), min(x1, left + BLOCK_COLS)
                block = self._block(row, col)
                out[a - y0 : b - y0, c - x0 : d - x0] = block[a - top : b - top, c - left : d - left]
        return out

    def _block(self, row: int, col: int) -> NDArray[np.uint16]:
        count = BLOCK_ROWS * BLOCK_COLS * self._channels
        bits = np.random.Philox(key=self._seed, counter=[0, col, row, 0]).random_raw(-(-count // 4))
        # The byte order is fixed, so that a big-endian machine makes the same field.
        levels = bits.astype("<u8", copy=False).view("<u2")[:count]
        return levels.astype(np.uint16, copy=False).reshape(BLOCK_ROWS, BLOCK_COLS, self._channels)
