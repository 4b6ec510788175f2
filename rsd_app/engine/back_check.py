"""Whether a result, reduced again, is its source. Where it is not, it contradicts the photo: unlike where seeds differ,
that is an error, or damage that the model took away.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from rsd_app.core.image_io.read import ImageInfo, Pixels
from rsd_app.core.image_io.replacing import hidden_beside
from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.progress import CancelToken
from rsd_app.engine.canvas_reader import CanvasReader
from rsd_app.engine.colour import Grid, stacked
from rsd_app.engine.map_file import as_samples, gray_of

CELL_PX = 4  # of the source: its noise and the grain of a JPEG average out, what the picture shows does not
CONTRADICTS = 10.0  # levels of 255

Levels = NDArray[np.float32]


@dataclass(frozen=True)
class BackCheck:
    """How far a result, reduced again, is off.

    Args:
        off: (rows, columns) of cells over the picture, in levels of 255, averaged over the colours.
    """

    off: Levels

    def __str__(self) -> str:
        """As it stands in the record of a result."""
        mean, share = float(self.off.mean()), float((self.off > CONTRADICTS).mean())
        return f"reduced again {mean:.2f} of 255 off; above {CONTRADICTS:g} in {share:.1%}"


def back_check(
    read: Callable[[int, int], Pixels],
    width: int,
    height: int,
    canvas: CanvasReader,
    shift: NDArray[np.float32] | None,
    cancel: CancelToken,
) -> BackCheck:
    """Compare the means of cells of a source and its result.

    Args:
        read: rows of the source, whole width.
        width, height: of the source.
        canvas: all rows of the result.
        shift: what the correction of colours will take off; see `colour_shift`.

    Raises:
        Cancelled: between strips.
    """
    spec = canvas.spec
    colors = 1 if spec.bands < 3 else 3
    columns, rows = (max(1, round(side / CELL_PX)) for side in (width, height))
    here, there = Grid(width, height, columns, rows), Grid(spec.width, spec.height, columns, rows)
    sources = here.each(lambda y0, y1: stacked(read(y0, y1)), cancel)
    results = there.each(lambda y0, y1: canvas.read(0, y0, spec.width, y1), cancel)
    lines = []
    for source, result in zip(sources, results, strict=True):
        line = result[:, :colors] / (2**spec.bits - 1) - source[:, :colors]
        if source.shape[1] > colors:
            line[source[:, colors] < 1 - 1e-6] = 0  # colours that cannot be seen may be any
        lines.append(line.astype(np.float32))
    off = np.stack(lines)
    if shift is not None:
        off -= cv2.resize(shift, (columns, rows), interpolation=cv2.INTER_LINEAR).reshape(off.shape)
    return BackCheck(255 * np.abs(off).mean(axis=2))


def write_map(check: BackCheck, path: Path, info: ImageInfo, cancel: CancelToken) -> None:
    """Write the map, at the size of the source.

    Raises:
        ImageWriteError: disk full or no permission; nothing is left behind.
    """
    rows, columns = check.off.shape
    scratch = hidden_beside(path, ".rsdcheck")
    try:
        scratch.write_bytes(as_samples(check.off).tobytes())
        raw = RawPicture(path=scratch, width=columns, height=rows, bands=1, bits=16)
        facts = gray_of(info)
        write_picture(
            raw, path, facts, width=info.width, height=info.height, bits=16, quality=100, cancel=cancel, keep="none"
        )
    finally:
        scratch.unlink(missing_ok=True)
