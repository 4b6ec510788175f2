"""What regions say of every pixel of a picture."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from rsd_app.engine.settings.regions import UNIT, Region

GRID_SIDE = 1024  # cells along the longer side, at most: what a brush's edge is drawn on
FULL_SHARE = 0.5  # of the radius of a line: full up to here, from there it fades
SUBPIXEL_BITS = 4  # of OpenCV's drawing

Plane = NDArray[np.float32]


class RegionMap:
    """Realism and variant of every pixel of a picture: a pure function of its place.

    Args:
        regions: later ones lie over earlier ones.
        width, height: of the source, in pixels.
        realism: where no region says another.
    """

    def __init__(self, regions: Sequence[Region], width: int, height: int, realism: float) -> None:
        self._cell = max(1, math.ceil(max(width, height) / GRID_SIDE))
        self._size = columns, rows = math.ceil(width / self._cell), math.ceil(height / self._cell)
        self._realism = np.full((rows, columns), realism, np.float32)
        self._variant = np.zeros((rows, columns), np.uint16)
        for region in regions:
            part, weight = self._weight(region, width, height)
            if region.realism is not None:
                self._realism[part] += weight * (np.float32(region.realism) - self._realism[part])
            if region.variant is not None:
                self._variant[part][weight > 0.5] = region.variant

    def realism(self, x0: int, y0: int, x1: int, y1: int) -> Plane:
        """(y1-y0, x1-x0), 0 to 1; beyond the picture as at its border."""
        columns, rows = self._size
        left, right, across = _between(x0, x1, self._cell, columns)
        top, bottom, down = _between(y0, y1, self._cell, rows)
        # Rows first, on the few columns of the grid that are touched.
        low = int(left[0])
        span = slice(low, int(right[-1]) + 1)
        above, below = self._realism[top, span], self._realism[bottom, span]
        lines = above + (below - above) * down[:, None]
        first, second = lines[:, left - low], lines[:, right - low]
        plane: Plane = first + (second - first) * across
        return plane

    def variants(self, x0: int, y0: int, x1: int, y1: int) -> NDArray[np.uint16]:
        """(y1-y0, x1-x0): so many seeds after the picture's own."""
        columns, rows = self._size
        across = np.clip(np.arange(x0, x1) // self._cell, 0, columns - 1)
        down = np.clip(np.arange(y0, y1) // self._cell, 0, rows - 1)
        return self._variant[np.ix_(down, across)]

    def _weight(self, region: Region, width: int, height: int) -> tuple[tuple[slice, slice], Plane]:
        """The part of the grid that a region touches, and how much it has a say in each of its cells."""
        columns, rows = self._size
        # Centres of cells lie at whole numbers of the grid.
        scale = np.array([width, height]) / (UNIT * self._cell)
        points = np.array(region.points) * scale - 0.5
        radius = max(region.radius / UNIT * max(width, height) / self._cell, 0.75)
        low = np.clip(np.floor(points.min(axis=0) - radius).astype(int), 0, (columns, rows))
        high = np.clip(np.ceil(points.max(axis=0) + radius).astype(int) + 1, 0, (columns, rows))
        part = slice(int(low[1]), int(high[1])), slice(int(low[0]), int(high[0]))
        if (high <= low).any():
            return part, np.zeros((part[0].stop - part[0].start, part[1].stop - part[1].start), np.float32)
        weight = _drawn(points - low, radius, (int(high[1] - low[1]), int(high[0] - low[0])), region.area)
        return part, weight


def _drawn(points: NDArray[np.float64], radius: float, shape: tuple[int, int], area: bool) -> Plane:
    """Weight 0 to 1 of cells: 1 on an area or along a line, fading smoothly to 0 at the radius."""
    margin = math.ceil(radius) + 1  # a point may lie beyond the part that is drawn
    outside = np.full((shape[0] + 2 * margin, shape[1] + 2 * margin), 255, np.uint8)
    fixed = np.round((points + margin) * 2**SUBPIXEL_BITS).astype(np.int32)
    if area:
        cv2.fillPoly(outside, [fixed], (0,), shift=SUBPIXEL_BITS)
    else:
        line = np.repeat(fixed, 2, axis=0) if len(fixed) == 1 else fixed  # a dot is a line to itself
        cv2.polylines(outside, [line], False, (0,), 1, cv2.LINE_8, SUBPIXEL_BITS)
    distance = cv2.distanceTransform(outside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)[margin:-margin, margin:-margin]
    start = 0.0 if area else FULL_SHARE * radius
    rest = np.clip((radius - distance) / (radius - start), 0, 1)
    smooth: Plane = (rest * rest * (3 - 2 * rest)).astype(np.float32)
    return smooth


def _between(low: int, high: int, cell: int, count: int) -> tuple[NDArray[np.intp], NDArray[np.intp], Plane]:
    """For each pixel the two cells whose centres it lies between, and how far it is from the first to the second."""
    place = (np.arange(low, high) + 0.5) / cell - 0.5
    first = np.floor(place)
    share: Plane = (place - first).astype(np.float32)
    one = np.clip(first, 0, count - 1).astype(np.intp)
    return one, np.clip(first + 1, 0, count - 1).astype(np.intp), share
