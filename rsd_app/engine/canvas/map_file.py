"""Maps of a result as files: 16-bit gray pictures, black where there is nothing to report, white at 64 of 255."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rsd_app.core.errors import ConfigError
from rsd_app.core.image_io.destination import check_destination, kind_for
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.progress import CancelToken
from rsd_app.engine.canvas.scratch_file import Canvas

UNIT = 1024  # of a sample: one level of 255


def destination_of(asked: Path, result: Path, what: str) -> Path:
    """The file of a map: the one asked for, or one in the folder asked for, named after the result."""
    return asked / f"{result.stem}_{what}.png" if asked.is_dir() else asked


def check_map(path: Path, *, width: int, height: int, overwrite: bool) -> None:
    """Refuse a file that a map cannot be written to, before the work.

    Raises:
        ConfigError: a kind of file that has no 16 bits.
        ImageWriteError: as check_destination.
    """
    if kind_for(path).name not in ("png", "tiff"):
        raise ConfigError(str(path), "is of a kind without 16 bits, which a map has", "name a .png or .tiff")
    check_destination(path, width=width, height=height, overwrite=overwrite)


def as_samples(levels: NDArray[np.float32]) -> NDArray[np.uint16]:
    """Levels of 255, (h, w), as the file has them, (h, w, 1)."""
    return np.rint(np.minimum(levels * UNIT, 65535)).astype(np.uint16)[..., None]


def write_map(
    rows: Canvas, path: Path, info: ImageInfo, *, width: int, height: int, cancel: CancelToken, replace_existing: bool
) -> None:
    """Write the map that a full canvas holds.

    Args:
        info: of the source.
        width, height: of the file.
        replace_existing: as in write_picture.

    Raises:
        Cancelled, ImageWriteError: as write_picture.
    """
    spec = rows.spec
    raw = RawPicture(path=rows.path, width=spec.width, height=spec.height, bands=1, bits=16)
    gray = replace(info, channels=1, gray_as_rgb=False, has_alpha=False, icc=None)
    write_picture(
        raw, path, gray, width=width, height=height, bits=16, quality=100, cancel=cancel, keep="none",
        replace_existing=replace_existing,
    )  # fmt: skip
