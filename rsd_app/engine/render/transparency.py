"""Transparent pictures for the network: colours where nobody sees any, and alpha with crisp edges."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from rsd_app.core.image_io.read import Pixels

REACHES = (2, 6, 18)  # pixels from which the colour of an invisible one is taken, the nearest that see any
REACH = 3 * max(REACHES)  # rows that a filled one depends on, above and below
BARELY = 1e-4  # of alpha: seen by a reach

Samples = NDArray[np.uint8] | NDArray[np.uint16]


def without_hidden_colors(pixels: Pixels, first: int, last: int) -> Samples:
    """Rows `first` to `last` of a part of a picture, with other colours where alpha is 0, and only there.

    What is hidden behind transparency is often black, white or green, and would shine through at the edges as a
    halo: it becomes the colour of what is visible around. A pixel that is seen at all keeps its colour, however
    faintly it is seen: alpha is not premultiplied, so that a photo at 5 % opacity is a photo.

    Args:
        pixels: with `REACH` more rows above and below, where the picture has them.
    """
    color, alpha = pixels.color, pixels.alpha
    wanted = color[first:last]
    if alpha is None:
        return wanted
    hidden = alpha[first:last] == 0
    if not hidden.any():
        return wanted
    top = float(np.iinfo(alpha.dtype).max)
    weight = alpha.astype(np.float32) / np.float32(top)
    seen = color.astype(np.float32) * weight[..., None]
    filled = wanted.astype(np.float32)
    known = np.zeros(wanted.shape[:2], np.bool_)
    for reach in REACHES:
        size = (6 * reach + 1, 6 * reach + 1)
        total = _blurred(weight, size, reach)[first:last]
        near = _blurred(seen, size, reach)[first:last].reshape(wanted.shape)
        fresh = (total > BARELY) & ~known
        filled[fresh] = near[fresh] / total[fresh][:, None]
        known |= fresh
    levels = np.clip(np.rint(filled), 0, top).astype(color.dtype)
    whole: Samples = np.where(hidden[..., None], levels, wanted)
    return whole


def between_neighbours(plane: Samples, source: NDArray[np.float32], scale: int) -> NDArray[Any]:
    """Alpha as the network made it, kept within the four nearest of the source: what is clear or opaque stays so.

    Args:
        plane: (s·h, s·w).
        source: (h + 4, w + 4), in [-1, 1].
    """
    top = np.iinfo(plane.dtype).max
    levels = np.rint((source[1:-1, 1:-1].astype(np.float64) + 1) * (top / 2)).astype(plane.dtype)
    low, high = (_of_nearest(levels, choose, scale) for choose in (np.minimum, np.maximum))
    kept: NDArray[Any] = np.clip(plane, low, high)
    return kept


def _of_nearest(levels: NDArray[Any], choose: np.ufunc, scale: int) -> NDArray[Any]:
    """Of (h + 2, w + 2) levels the least or the greatest of the four that are nearest to each result pixel."""
    for axis in (0, 1):
        before, after, half = ([slice(None)] * 2 for _ in range(3))
        before[axis], after[axis] = slice(None, -1), slice(1, None)
        pairs = choose(levels[tuple(before)], levels[tuple(after)])  # between one pixel and the next
        # The first half of a pixel lies between its predecessor and itself.
        levels = np.repeat(pairs, scale, axis=axis)
        half[axis] = slice(scale - scale // 2, -(scale // 2) or None)
        levels = levels[tuple(half)]
    return levels


def _blurred(values: NDArray[Any], size: tuple[int, int], reach: int) -> NDArray[Any]:
    blurred: NDArray[Any] = cv2.GaussianBlur(values, size, reach, borderType=cv2.BORDER_REPLICATE)
    return blurred
