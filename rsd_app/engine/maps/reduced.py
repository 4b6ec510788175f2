"""A result at the size of its source, and the source beside it, in parts."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rsd_app.core.image_io.read import Pixels
from rsd_app.core.progress import CancelToken
from rsd_app.engine.canvas.color_drift import stacked
from rsd_app.engine.canvas.reader import CanvasReader

ROWS_AT_ONCE = 16  # of the source: bounds what exact sums take

Levels = NDArray[np.float32]
Span = tuple[int, int]


@dataclass(frozen=True)
class Part:
    """The same place of both pictures, with a margin.

    Args:
        source, result: (h, w, 1 or 3), in levels of 255.
        seen: (h, w), 1 where the source is opaque and 0 elsewhere; None: all of it is.
        inner: rows and columns without the margin.
        left: where those begin in the picture.
    """

    source: Levels
    result: Levels
    seen: Levels | None
    inner: tuple[slice, slice]
    left: int


class ReducedResult:
    """A result and its source, to be compared.

    Args:
        read: rows of the source, whole width.
        width, height: of the source.
        canvas: all rows of the result.
        shift: what the correction of colours will take off; see `color_shift`.
    """

    def __init__(
        self, read: Callable[[int, int], Pixels], width: int, height: int, canvas: CanvasReader, shift: Levels | None
    ) -> None:
        self._read, self._canvas, self._shift = read, canvas, shift
        self.width, self.height = width, height
        self._colors = 1 if canvas.spec.bands < 3 else 3

    def parts(self, rows: Sequence[Span], columns: Sequence[Span], margin: int, cancel: CancelToken) -> Iterator[Part]:
        """The part of each of `rows` and `columns`, row by row from the top, `margin` wider where there is more.

        Raises:
            Cancelled: between parts.
        """
        for top, bottom in rows:
            y0, y1 = max(0, top - margin), min(self.height, bottom + margin)
            source = stacked(self._read(y0, y1))
            for left, right in columns:
                cancel.raise_if_cancelled()
                x0, x1 = max(0, left - margin), min(self.width, right + margin)
                here = source[:, x0:x1]
                seen = None
                if here.shape[2] > self._colors:
                    seen = (here[..., self._colors] > 1 - 1e-6).astype(np.float32)
                inner = slice(top - y0, bottom - y0), slice(left - x0, right - x0)
                yield Part(here[..., : self._colors] * 255, self._reduced(x0, y0, x1, y1), seen, inner, left)

    def _reduced(self, x0: int, y0: int, x1: int, y1: int) -> Levels:
        """The mean of the result over each pixel of the source, in levels of 255, with the colours corrected."""
        spec = self._canvas.spec
        across, down = spec.width / self.width, spec.height / self.height
        left, right = math.floor(x0 * across), min(spec.width, math.ceil(x1 * across))
        found = np.empty((y1 - y0, x1 - x0, self._colors), np.float32)
        for y in range(y0, y1, ROWS_AT_ONCE):
            end = min(y + ROWS_AT_ONCE, y1)
            top, bottom = math.floor(y * down), min(spec.height, math.ceil(end * down))
            samples = self._canvas.read(left, top, right, bottom)[..., : self._colors]
            means = _means(samples, np.arange(y, end + 1) * down - top)
            means = _means(means.swapaxes(0, 1), np.arange(x0, x1 + 1) * across - left).swapaxes(0, 1)
            found[y - y0 : end - y0] = means * (255 / (2**spec.bits - 1))
        if self._shift is not None:
            rows = _spread(self._shift, self.height, y0, y1)
            found -= 255 * _spread(rows.swapaxes(0, 1), self.width, x0, x1).swapaxes(0, 1)
        return found


def _means(samples: NDArray[Any], edges: NDArray[Any]) -> NDArray[np.float64]:
    """Means between edges, which may lie within a sample, along the first axis."""
    total = np.zeros((len(samples) + 1, *samples.shape[1:]))
    np.cumsum(samples, axis=0, out=total[1:])
    whole = np.minimum(edges.astype(np.int64), len(samples) - 1)
    at = total[whole] + samples[whole] * (edges - whole)[:, None, None]
    means: NDArray[np.float64] = np.diff(at, axis=0) / np.diff(edges)[:, None, None]
    return means


def _spread(grid: Levels, length: int, start: int, end: int) -> Levels:
    """A grid over `length` pixels between the middles of its cells, along the first axis, from `start` to `end`."""
    places = ((np.arange(start, end) + 0.5) * len(grid) / length - 0.5).clip(0, len(grid) - 1)
    low = places.astype(np.int64)
    weight = (places - low).astype(np.float32)[:, None, None]
    return grid[low] * (1 - weight) + grid[np.minimum(low + 1, len(grid) - 1)] * weight
