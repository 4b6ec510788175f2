"""Tiles that the preview has made, kept in memory for the screen and for the full run; the oldest go first.

A tile holds samples exactly as the canvas would: a pixel is a function of its recipe and place alone.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

TILE_PX = 64  # side of a tile, in source pixels
LIMIT_MB = 256

Samples = NDArray[np.uint8] | NDArray[np.uint16]
Mask = NDArray[np.bool_]
Key = tuple[str, int, int]  # recipe, row and column of the tile


@dataclass
class _Tile:
    samples: NDArray[Any]  # (TILE_PX·s, TILE_PX·s, bands)
    known: Mask  # (TILE_PX, TILE_PX): source pixels whose results are there


class TileStore:
    """Results by recipe and place. Safe to use from several threads.

    Args:
        limit_mb: of memory; beyond it the tiles that were not used for the longest time go.
    """

    def __init__(self, limit_mb: int = LIMIT_MB) -> None:
        self._limit = limit_mb * 2**20
        self._tiles: OrderedDict[Key, _Tile] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def put(self, recipe: str, x: int, y: int, samples: Samples, scale: int) -> None:
        """Keep samples (n·s, m·s, bands) of the result whose first source pixel is (x, y)."""
        height, width = samples.shape[0] // scale, samples.shape[1] // scale
        with self._lock:
            for row, top, bottom in _pieces(y, y + height):
                for col, left, right in _pieces(x, x + width):
                    tile = self._tile((recipe, row, col), samples, scale)
                    rows = slice(top - row * TILE_PX, bottom - row * TILE_PX)
                    cols = slice(left - col * TILE_PX, right - col * TILE_PX)
                    part = samples[(top - y) * scale : (bottom - y) * scale, (left - x) * scale : (right - x) * scale]
                    tile.samples[_times(rows, scale), _times(cols, scale)] = part
                    tile.known[rows, cols] = True
            while self._bytes > self._limit and len(self._tiles) > 1:
                _, gone = self._tiles.popitem(last=False)
                self._bytes -= gone.samples.nbytes

    def known(self, recipe: str, x0: int, y0: int, x1: int, y1: int) -> Mask:
        """Which source pixels of a window are there, (y1 - y0, x1 - x0)."""
        found = np.zeros((max(0, y1 - y0), max(0, x1 - x0)), dtype=np.bool_)
        with self._lock:
            for row, top, bottom in _pieces(y0, y1):
                for col, left, right in _pieces(x0, x1):
                    tile = self._tiles.get((recipe, row, col))
                    if tile is not None:
                        rows = slice(top - row * TILE_PX, bottom - row * TILE_PX)
                        cols = slice(left - col * TILE_PX, right - col * TILE_PX)
                        found[top - y0 : bottom - y0, left - x0 : right - x0] = tile.known[rows, cols]
        return found

    def read(self, recipe: str, x0: int, y0: int, x1: int, y1: int, scale: int) -> tuple[Samples, Mask] | None:
        """Samples of a window, zero where unknown, and which source pixels are known; None if none is."""
        result: NDArray[Any] | None = None
        known = np.zeros((max(0, y1 - y0), max(0, x1 - x0)), dtype=np.bool_)
        with self._lock:
            for row, top, bottom in _pieces(y0, y1):
                for col, left, right in _pieces(x0, x1):
                    tile = self._tiles.get((recipe, row, col))
                    if tile is None:
                        continue
                    self._tiles.move_to_end((recipe, row, col))
                    if result is None:
                        shape = ((y1 - y0) * scale, (x1 - x0) * scale, tile.samples.shape[2])
                        result = np.zeros(shape, dtype=tile.samples.dtype)
                    rows = slice(top - row * TILE_PX, bottom - row * TILE_PX)
                    cols = slice(left - col * TILE_PX, right - col * TILE_PX)
                    to_rows, to_cols = slice(top - y0, bottom - y0), slice(left - x0, right - x0)
                    known[to_rows, to_cols] = tile.known[rows, cols]
                    part = tile.samples[_times(rows, scale), _times(cols, scale)]
                    result[_times(to_rows, scale), _times(to_cols, scale)] = part
        return None if result is None or not known.any() else (result, known)

    def whole_rows(self, recipe: str, width: int, height: int) -> Mask:
        """Rows of a picture of which every pixel is there, (height,)."""
        with self._lock:
            wanted = {key[1] for key in self._tiles if key[0] == recipe}
        whole = np.zeros(height, dtype=np.bool_)
        for row in wanted:
            top, bottom = row * TILE_PX, min(height, (row + 1) * TILE_PX)
            whole[top:bottom] = self.known(recipe, 0, top, width, bottom).all(axis=1)
        return whole

    def rows(self, recipe: str, width: int, y0: int, y1: int, scale: int) -> Iterator[tuple[int, Samples]]:
        """Whole rows, a tile's height at once, from source row y0 on; ends early where a tile has gone.

        Yields:
            (y, rows): y in source pixels, and samples (n·s, width·s, bands).
        """
        for y in range(y0, y1, TILE_PX):
            end = min(y + TILE_PX, y1)
            found = self.read(recipe, 0, y, width, end, scale)
            if found is None or not found[1].all():
                return
            yield y, found[0]

    def clear(self) -> None:
        """Forget all tiles."""
        with self._lock:
            self._tiles.clear()
            self._bytes = 0

    def _tile(self, key: Key, samples: Samples, scale: int) -> _Tile:
        tile = self._tiles.get(key)
        if tile is None:
            side = TILE_PX * scale
            tile = _Tile(
                np.zeros((side, side, samples.shape[2]), samples.dtype), np.zeros((TILE_PX, TILE_PX), np.bool_)
            )
            self._tiles[key] = tile
            self._bytes += tile.samples.nbytes
        self._tiles.move_to_end(key)
        return tile


def stretches(made: Mask, first: int, margin: int) -> Iterator[tuple[int, int, bool]]:
    """Cut the rows from `first` on into those to take from the store and those to compute.

    Stopping above a gap and starting again below it costs `margin` rows each: a shorter gap is computed.

    Yields:
        (start, stop, whether they are taken), from top to bottom.
    """
    height, at = len(made), first
    edges = np.flatnonzero(np.diff(np.concatenate([[False], made[first:], [False]]).astype(np.int8))) + first
    for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        restarts = (start > first) + (stop < height)
        if stop - start <= restarts * margin:
            continue
        if start > at:
            yield at, start, False
        yield start, stop, True
        at = stop
    if at < height:
        yield at, height, False


def missing_windows(known: Mask, margin: int) -> list[tuple[int, int, int, int]]:
    """A few rectangles (x0, y0, x1, y1) that hold all that is not known: bands above and below, then the rest.

    After a pan, what is new has the shape of an L; after a look at the middle, of a frame. To compute a rectangle
    costs `margin` more on every side, so what is left and right of the known is computed in one if it is narrower.
    """
    height = len(known)
    empty_rows: Mask = np.logical_not(known.any(axis=1))
    top = height if empty_rows.all() else int(np.argmin(empty_rows))
    bottom = 0 if top == height else int(np.argmin(empty_rows[::-1]))
    width = known.shape[1]
    found = [(0, 0, width, top)] if top else []
    rest = ~known[top : height - bottom]
    if rest.any():
        rows, cols = np.flatnonzero(rest.any(axis=1)), np.flatnonzero(rest.any(axis=0))
        gaps = np.flatnonzero(np.diff(cols) > 2 * margin)
        for part in np.split(cols, gaps + 1):
            found.append((int(part[0]), top + int(rows[0]), int(part[-1]) + 1, top + int(rows[-1]) + 1))
    if bottom:
        found.append((0, height - bottom, width, height))
    return found


def _pieces(low: int, high: int) -> list[tuple[int, int, int]]:
    """(index, start, stop) of the tiles that [low, high) falls into."""
    indices = range(low // TILE_PX, -(-high // TILE_PX))
    return [(i, max(low, i * TILE_PX), min(high, (i + 1) * TILE_PX)) for i in indices]


def _times(part: slice, scale: int) -> slice:
    return slice(part.start * scale, part.stop * scale)
