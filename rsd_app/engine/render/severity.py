"""The severity assumed for a photo when the user gives none: estimated from parts, once for the whole photo; a JPEG
is at least as damaged as its own quality says.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from rsd_app.core.image_io.metadata.jpeg_quality import jpeg_quality
from rsd_app.engine.photo import Photo
from rsd_app.engine.render.protocol import Model, RowSource
from rsd_app.engine.render.rows import colors_of

PART_PX = 48  # what is looked at, each way, as in the training of the estimator
SMALLEST_PX = 16  # smaller sides say nothing
PARTS = 3  # at most, each way, spread over the photo
STEPS = 20  # of the range: a model is folded for each severity
# The best severity for restore-x4 on sharp photos damaged by JPEG alone: the qualities 95, 90, 85, 75, 60 and
# 45 want 0, 0.05, 0.1, 0.3, 0.5 and 0.5 to 0.75, which is nearly a line (docs/results-notebook.md).
SPOTLESS, WORST = 95, 30  # the qualities that mean 0 and 1

Parts = NDArray[np.float32]


def severity_of(photo: Photo, model: Model) -> float | None:
    """The severity that a model estimates for a photo, in steps of 1 / `STEPS`; None where it cannot.

    Raises:
        ImageReadError: the photo turns out to be damaged.
    """
    estimate = model.estimate
    if estimate is None:
        return None
    info = photo.info
    side = min(PART_PX, info.width, info.height) // estimate.multiple * estimate.multiple
    if side < SMALLEST_PX:
        return None
    read = colors_of(photo.image.read_rows, info)
    parts = np.stack(list(_cut(read, info.width, info.height, side)))
    least = of_compression(photo.path) if info.format == "jpeg" else 0.0
    return round(max(least, estimate(torch.from_numpy(parts).permute(0, 3, 1, 2))) * STEPS) / STEPS


def of_compression(photo: Path) -> float:
    """The severity, in [0, 1], that the compression alone of a JPEG is worth; 0 where its quality cannot be read."""
    quality = jpeg_quality(photo)
    return 0.0 if quality is None else min(1.0, max(0.0, (SPOTLESS - quality) / (SPOTLESS - WORST)))


def _cut(read: RowSource, width: int, height: int, side: int) -> Iterator[Parts]:
    """Squares spread over a picture, (side, side, 3) in [-1, 1]."""
    for top in _starts(height, side):
        rows = read(top, top + side)
        values = rows.astype(np.float32) * (2 / np.iinfo(rows.dtype).max) - 1
        for left in _starts(width, side):
            part = values[:, left : left + side]
            yield np.ascontiguousarray(np.broadcast_to(part, (side, side, 3)))


def _starts(length: int, side: int) -> list[int]:
    """Of up to `PARTS` parts, evenly spread, as far as they do not overlap."""
    count = min(PARTS, length // side)
    return [int((number + 0.5) * length / count - side / 2) for number in range(count)]
