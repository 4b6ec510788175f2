"""Pictures that are read in parts: from memory, from a pyramid on the disk, from a canvas that fills, from tiles."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pyvips

from rsd_app.core.image_io.pyramid import open_levels, read_part
from rsd_app.core.image_io.raw_source import interpretation_of
from rsd_app.core.image_io.write import resized
from rsd_app.engine.canvas.reader import CanvasReader
from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.gui.compare.pictures.scene import Known, Rgb

AT_ONCE_BYTES = 8 * 2**20  # of full size, held while a smaller level is made
LANCZOS_REACH = 3  # pixels of the smaller picture on each side that a resized one depends on


class ArrayPixels:
    """A small picture in memory, with its levels.

    Args:
        array: (h, w, 1 or 3).
    """

    def __init__(self, array: Rgb) -> None:
        self._levels = [array]
        while max(self._levels[-1].shape[:2]) > 1:
            self._levels.append(_halved(self._levels[-1]))
        self.height, self.width = array.shape[:2]
        self.levels = len(self._levels)

    def read(self, level: int, x0: int, y0: int, x1: int, y1: int) -> tuple[Rgb, Known | None]:
        """See `Pixels.read`."""
        return self._levels[level][y0:y1, x0:x1], None


class PyramidPixels:
    """A pyramid on the disk; its file goes when this goes.

    Args:
        path: as `write_pyramid` has made it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._levels = open_levels(path)
        self.width, self.height = self._levels[0].width, self._levels[0].height
        self.levels = len(self._levels)

    def read(self, level: int, x0: int, y0: int, x1: int, y1: int) -> tuple[Rgb, Known | None]:
        """See `Pixels.read`."""
        image = self._levels[level]
        return read_part(image, x0, y0, min(x1, image.width), min(y1, image.height)), None

    def close(self) -> None:
        """Remove the file; nothing is read any more."""
        self._levels.clear()
        with suppress(OSError):  # still open on Windows; it goes with the folder
            self._path.unlink(missing_ok=True)


class CanvasPixels:
    """The canvas of a run, known as far as it is filled; may be read on when the run has removed it.

    Args:
        path: of the canvas.
        background: gray level behind what is transparent.

    Raises:
        OSError, ValueError: as CanvasReader.
    """

    def __init__(self, path: Path, background: int) -> None:
        self._reader = CanvasReader(path)
        self._background = background
        self.width, self.height = self._reader.spec.width, self._reader.spec.height
        self.levels = _levels_of(self.width, self.height)
        self.rows = 0  # finished ones, from the top

    def read(self, level: int, x0: int, y0: int, x1: int, y1: int) -> tuple[Rgb, Known | None] | None:
        """See `Pixels.read`."""
        known_rows = self.height if self.rows >= self.height else self.rows >> level
        if self.rows >= self.height:
            known_rows = max(1, self.height >> level)
        filled = min(y1, known_rows)
        if filled <= y0:
            return None
        try:
            part = shrunk(self._full, level, x0, y0, x1, filled)
        except (OSError, ValueError):  # closed, or gone where the system does not keep it
            return None
        if filled == y1:
            return part, None
        whole = np.zeros((y1 - y0, *part.shape[1:]), np.uint8)
        whole[: filled - y0] = part
        known = np.zeros(whole.shape[:2], np.bool_)
        known[: filled - y0] = True
        return whole, known

    def close(self) -> None:
        """Close the file."""
        self._reader.close()

    def _full(self, x0: int, y0: int, x1: int, y1: int) -> Rgb:
        return for_screen(self._reader.read(x0, y0, x1, y1), self._background)


class TilePixels:
    """What the preview has made of one recipe, in the result's own size.

    Args:
        store: of the tiles, at the model's own scale.
        width, height: of the result; where they are not the model's, tiles are resized as the full run does it.
        source: width and height of the photo.
    """

    def __init__(
        self,
        store: TileStore,
        recipe: str,
        scale: int,
        width: int,
        height: int,
        source: tuple[int, int],
        background: int,
    ) -> None:
        self._store, self._recipe, self._scale, self._background = store, recipe, scale, background
        self.width, self.height = width, height
        self._source = source
        self.levels = _levels_of(width, height)
        self._native = (width, height) == (source[0] * scale, source[1] * scale)

    def read(self, level: int, x0: int, y0: int, x1: int, y1: int) -> tuple[Rgb, Known | None] | None:
        """See `Pixels.read`."""
        right, bottom = min(self.width, x1 << level), min(self.height, y1 << level)
        if not self._store.known(self._recipe, *self._in_source(x0 << level, y0 << level, right, bottom)).any():
            return None
        rgb = shrunk(lambda *box: self._samples(*box)[0], level, x0, y0, x1, y1)
        known = shrunk(lambda *box: self._samples(*box)[1].astype(np.uint8)[..., None] * 255, level, x0, y0, x1, y1)
        return rgb, known[..., 0] == 255

    def exact(self, x0: int, y0: int, x1: int, y1: int) -> tuple[Any, Known] | None:
        """Samples of the result as the file will hold them, all bits and alpha included."""
        sx0, sy0, sx1, sy1 = self._in_source(x0, y0, x1, y1)
        if self._native:
            s = self._scale
            found = self._store.read(self._recipe, sx0, sy0, sx1, sy1, s)
            if found is None:
                return None
            samples, known = found
            cut = (slice(y0 - sy0 * s, y1 - sy0 * s), slice(x0 - sx0 * s, x1 - sx0 * s))
            return samples[cut], known.repeat(s, axis=0).repeat(s, axis=1)[cut]
        return self._resized(x0, y0, x1, y1)

    def _samples(self, x0: int, y0: int, x1: int, y1: int) -> tuple[Rgb, Known]:
        found = self.exact(x0, y0, x1, y1)
        if found is None:
            return np.zeros((y1 - y0, x1 - x0, 3), np.uint8), np.zeros((y1 - y0, x1 - x0), np.bool_)
        return for_screen(found[0], self._background), found[1]

    def _in_source(self, x0: int, y0: int, x1: int, y1: int) -> tuple[int, int, int, int]:
        """The source pixels under a window of the result."""
        w, h = self._source
        return (x0 * w // self.width, y0 * h // self.height, -(-x1 * w // self.width), -(-y1 * h // self.height))

    def _resized(self, x0: int, y0: int, x1: int, y1: int) -> tuple[Any, Known] | None:
        """The same arithmetic as the full run's: the tiles are laid into an empty picture of its size."""
        w, h = self._source
        s = self._scale
        reach_x, reach_y = -(-LANCZOS_REACH * w // self.width) + 1, -(-LANCZOS_REACH * h // self.height) + 1
        sx0, sy0, sx1, sy1 = self._in_source(x0, y0, x1, y1)
        sx0, sy0 = max(0, sx0 - reach_x), max(0, sy0 - reach_y)
        sx1, sy1 = min(w, sx1 + reach_x), min(h, sy1 + reach_y)
        found = self._store.read(self._recipe, sx0, sy0, sx1, sy1, s)
        if found is None:
            return None
        samples, known = found
        rows, cols, bands = samples.shape
        part = pyvips.Image.new_from_memory(
            samples.tobytes(), cols, rows, bands, "uchar" if samples.dtype == np.uint8 else "ushort"
        ).copy(interpretation=interpretation_of(bands, samples.dtype.itemsize * 8))
        laid = part.embed(sx0 * s, sy0 * s, w * s, h * s)
        fetched = pyvips.Region.new(resized(laid, self.width, self.height)).fetch(x0, y0, x1 - x0, y1 - y0)
        result = np.frombuffer(fetched, samples.dtype).reshape(y1 - y0, x1 - x0, bands)
        # A pixel counts as known where all that it is made of is; what lies beyond the picture does.
        reach = np.ones((2 * reach_y + 1, 2 * reach_x + 1), np.uint8)
        whole = cv2.erode(known.astype(np.uint8), reach, borderType=cv2.BORDER_CONSTANT, borderValue=255)
        ys = np.clip((np.arange(y0, y1) * h // self.height) - sy0, 0, len(whole) - 1)
        xs = np.clip((np.arange(x0, x1) * w // self.width) - sx0, 0, whole.shape[1] - 1)
        inside_y = (ys >= (reach_y if sy0 else 0)) & (ys < len(whole) - (reach_y if sy1 < h else 0))
        inside_x = (xs >= (reach_x if sx0 else 0)) & (xs < whole.shape[1] - (reach_x if sx1 < w else 0))
        seen: Known = (whole[np.ix_(ys, xs)] > 0) & inside_y[:, None] & inside_x[None]
        return result, seen


def shrunk(full: Callable[[int, int, int, int], Rgb], level: int, x0: int, y0: int, x1: int, y1: int) -> Rgb:
    """A window of a level, made from full size by averaging, a few rows at once."""
    if level == 0:
        return full(x0, y0, x1, y1)
    side = 1 << level
    step = max(1, AT_ONCE_BYTES // (max(1, x1 - x0) * side * side * 3))
    parts = []
    for y in range(y0, y1, step):
        end = min(y + step, y1)
        rows = full(x0 * side, y * side, x1 * side, end * side)
        small = cv2.resize(rows, (x1 - x0, end - y), interpolation=cv2.INTER_AREA)
        parts.append(small.reshape(end - y, x1 - x0, -1))
    return np.concatenate(parts)


def for_screen(samples: Any, background: int) -> Rgb:
    """Samples of a canvas as 8 bits without alpha, as `core.image_io.pyramid` makes them of a file."""
    if samples.dtype == np.uint16:
        samples = (samples >> 8).astype(np.uint8)
    if samples.shape[2] in (2, 4):
        alpha = samples[..., -1:].astype(np.uint32)  # libvips' integers
        samples = ((samples[..., :-1] * alpha + background * (255 - alpha)) // 255).astype(np.uint8)
    result: Rgb = samples
    return result


def _halved(array: Rgb) -> Rgb:
    height, width = array.shape[:2]
    even = array[: max(1, height // 2 * 2), : max(1, width // 2 * 2)]
    small = cv2.resize(even, (max(1, width // 2), max(1, height // 2)), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8).reshape(*small.shape[:2], -1)


def _levels_of(width: int, height: int) -> int:
    return max(1, max(width, height).bit_length() - 1)
