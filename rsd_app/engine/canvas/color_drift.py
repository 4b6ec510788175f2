"""The colours of a result against those of its source, at large scale only: what is fine is the network's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from rsd_app.core.image_io.read import Pixels
from rsd_app.core.progress import CancelToken
from rsd_app.engine.canvas.reader import CanvasReader

# Smaller cells would bring back what a restoration takes away: blocks of JPEG, blotches of noise.
MIN_CELL_PX = 48
MAX_CELLS = 24  # along the longer side
LIMIT = 1 / 255  # of the whole range: a smaller difference is left alone
STRIP_SAMPLES = 2 * 2**20  # pixels that are looked at at once

Means = NDArray[np.float64]


def color_shift(
    read: Callable[[int, int], Pixels], width: int, height: int, canvas: CanvasReader, cancel: CancelToken
) -> NDArray[np.float32] | None:
    """How far the colours of the canvas are off, on a coarse grid; None where that is too little to matter.

    Args:
        read: rows of the source, whole width.
        width, height: of the source.
        canvas: all rows of the result.

    Returns:
        (rows, columns, 1 or 3) of result minus source, of the range 0 to 1; each cell covers an equal share of
        the picture. Where the source is transparent, the mean of what is not.

    Raises:
        Cancelled: between strips.
    """
    spec = canvas.spec
    colors = 1 if spec.bands < 3 else 3
    columns, rows = (max(1, round(side / _cell(width, height))) for side in (width, height))
    here, there = Grid(width, height, columns, rows), Grid(spec.width, spec.height, columns, rows)
    source = here.means(lambda y0, y1: stacked(read(y0, y1)), cancel)
    result = there.means(lambda y0, y1: canvas.read(0, y0, spec.width, y1), cancel) / (2**spec.bits - 1)
    shift = (result[..., :colors] - source[..., :colors]).astype(np.float32)
    if source.shape[2] > colors:
        clear = source[..., colors] < 1 - 1e-6
        shift[clear] = 0 if clear.all() else shift[~clear].mean(axis=0)
    return shift if np.abs(shift).mean(axis=(0, 1)).max() >= LIMIT else None


def _cell(width: int, height: int) -> int:
    return max(MIN_CELL_PX, -(-max(width, height) // MAX_CELLS))


class Grid:
    """Cells of about equal size over a picture of `width` × `height`, in `rows` and `columns`."""

    def __init__(self, width: int, height: int, columns: int, rows: int) -> None:
        self._left = np.linspace(0, width, columns + 1).round().astype(np.int64)
        self._top = np.linspace(0, height, rows + 1).round().astype(np.int64)
        self._strip = max(1, STRIP_SAMPLES // width)

    def means(self, read: Callable[[int, int], NDArray[Any]], cancel: CancelToken) -> Means:
        """The mean of each cell, (rows, columns, bands)."""
        return np.stack(list(self.each(read, cancel)))

    def each(self, read: Callable[[int, int], NDArray[Any]], cancel: CancelToken) -> Iterator[Means]:
        """The means of the cells, row by row from the top, (columns, bands).

        Raises:
            Cancelled: between strips.
        """
        widths = np.diff(self._left)[:, None]
        for top, bottom in zip(self._top[:-1].tolist(), self._top[1:].tolist(), strict=True):
            total: Means = np.zeros((1, 1))
            for y in range(top, bottom, self._strip):
                cancel.raise_if_cancelled()
                rows = read(y, min(y + self._strip, bottom))
                sums: Means = cv2.reduce(rows, 0, cv2.REDUCE_SUM, dtype=cv2.CV_64F).astype(np.float64)
                total = total + sums.reshape(rows.shape[1], -1)
            yield np.add.reduceat(total, self._left[:-1], axis=0) / (widths * (bottom - top))


def stacked(pixels: Pixels) -> NDArray[Any]:
    """Colours and alpha in the range 0 to 1."""
    top = np.float32(255 if pixels.color.dtype == np.uint8 else 65535)
    bands = pixels.color if pixels.alpha is None else np.concatenate([pixels.color, pixels.alpha[..., None]], axis=2)
    return bands.astype(np.float32) / top
