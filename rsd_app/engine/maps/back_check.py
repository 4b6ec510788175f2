"""Whether a result, reduced again with the blur that was measured, is its source. Where it is not, though the source's
noise is taken off, it contradicts the photo: unlike where seeds differ, that is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.read import Pixels
from rsd_app.core.progress import CancelToken
from rsd_app.engine.canvas.map_file import UNIT, as_samples, write_map
from rsd_app.engine.canvas.reader import CanvasReader
from rsd_app.engine.canvas.scratch_file import Canvas, CanvasSpec, canvas_path
from rsd_app.engine.maps.blur_and_noise import CELL, Between, between, blurred, changes, difference
from rsd_app.engine.maps.reduced import Levels, Part, ReducedResult, Span

CONTRADICTS = 10.0  # levels of 255
NOISE_REACHES = 4.0  # times its standard deviation

PART_ROWS, PART_COLUMNS = 256, 512  # of the source that are compared at once; even
MARGIN_PX = 40  # that the result of a part depends on; even
MEDIAN_CELLS = 17  # over which noise is measured, each way; a cell is two pixels
STEPS = 4.0  # of a level, in which its median is taken


@dataclass(frozen=True)
class BackCheck:
    """How far a result, reduced again, is off.

    Args:
        blur: with which it was reduced: the spread of a Gaussian, in source pixels.
        off: on average, in levels of 255.
        inconsistent: share of the source's pixels that contradict it.
    """

    blur: float
    off: float
    inconsistent: float

    def __str__(self) -> str:
        """As it stands in the record of a result."""
        told = f"reduced again with a blur of {self.blur:.2f} pixels: {self.off:.2f} of 255 off beyond noise"
        return f"{told}, inconsistent (above {CONTRADICTS:g}) in {self.inconsistent:.2%}"


def write_check(
    read: Callable[[int, int], Pixels],
    info: ImageInfo,
    canvas: CanvasReader,
    shift: Levels | None,
    path: Path,
    cancel: CancelToken,
    *,
    replace_existing: bool,
) -> BackCheck:
    """Compare a result with its source and write the map of it, at the size of the source.

    The source is read through twice; memory does not grow with its height.

    Args:
        read: rows of the source, whole width.
        info: of the source.
        canvas: all rows of the result.
        shift: what the correction of colours will take off; see `color_shift`.
        path: of the map.
        replace_existing: as in write_picture.

    Raises:
        Cancelled: nothing is left behind.
        ImageWriteError: disk full or no permission; raised while writing.
    """
    pair = ReducedResult(read, info.width, info.height, canvas, shift)
    found = between(pair, cancel)
    spec = CanvasSpec(recipe="", width=info.width, height=info.height, bands=1, bits=16)
    scratch, y, total, above = Canvas.create(canvas_path(path), spec), 0, 0, 0
    try:
        for samples in map_rows(pair, found, cancel):
            scratch.write_rows(y, samples)
            y += len(samples)
            total += int(samples.sum(dtype=np.int64))
            above += int((samples > CONTRADICTS * UNIT).sum())
        size = {"width": info.width, "height": info.height}
        write_map(scratch, path, info, **size, cancel=cancel, replace_existing=replace_existing)
    finally:
        scratch.discard()
    pixels = info.width * info.height
    return BackCheck(found.blur, total / pixels / UNIT, above / pixels)


def map_rows(pair: ReducedResult, found: Between, cancel: CancelToken) -> Iterator[NDArray[np.uint16]]:
    """The map's samples, (rows, width, 1), from the top.

    Raises:
        Cancelled: between parts.
    """
    columns = _spans(pair.width, PART_COLUMNS)
    for rows in _spans(pair.height, PART_ROWS):
        parts = pair.parts([rows], columns, MARGIN_PX, cancel)
        yield as_samples(np.concatenate([_off(part, found)[part.inner] for part in parts], axis=1))


def _off(part: Part, found: Between) -> Levels:
    """How far each pixel is off, averaged over the colours, beyond what noise explains: (h, w).

    Noise is what differs everywhere around a place, and is in the source too: where only the result changes, it is
    invented; where the result changes as the source does, the source's changes are no noise.
    """
    off = blurred(difference(part, found.blur), CELL)
    noise = np.minimum(_local_noise(off), _local_noise(blurred(part.source, CELL)))
    noise = np.minimum(noise, np.float32(found.noise)).repeat(2, axis=0).repeat(2, axis=1)
    height, width = off.shape[:2]
    squares = np.abs(off).mean(axis=2) ** 2 - (NOISE_REACHES * noise[:height, :width]) ** 2
    beyond: Levels = np.sqrt(np.maximum(squares, 0))
    return beyond


def _local_noise(levels: Levels) -> Levels:
    """Its standard deviation around each other pixel."""
    steps = np.rint(np.minimum(changes(levels) * STEPS, 255)).astype(np.uint8)
    noise: Levels = cv2.medianBlur(steps, MEDIAN_CELLS).astype(np.float32) / np.float32(STEPS)
    return noise


def _spans(length: int, size: int) -> list[Span]:
    return [(start, min(start + size, length)) for start in range(0, length, size)]
