"""A picture for the screen: upright, 8 bits, without alpha, as tiles in halved levels that are read by region.

libvips reads a JPEG or PNG from top to bottom only. Copied once into tiles on the disk, any part at any zoom
costs the same, and memory does not grow with the picture.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pyvips
from numpy.typing import NDArray

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.read import open_tolerantly
from rsd_app.core.progress import CancelToken

TILE_PX = 256
FAST_LEVEL = {"jpeg": 8}  # libjpeg decodes at an eighth for little


def quick_look(path: Path, info: ImageInfo, background: int) -> NDArray[np.uint8] | None:
    """The whole picture at an eighth of its sides, (h, w, 1 or 3), where the format gives that fast; else None.

    Args:
        background: gray level, 0 to 255, behind what is transparent.

    Raises:
        ImageReadError: the file is damaged.
    """
    shrink = FAST_LEVEL.get(info.format)
    if shrink is None:
        return None
    try:
        return _as_array(_for_screen(open_tolerantly(path, info, shrink=shrink), background))
    except pyvips.Error as error:
        raise _failed(path, error) from error


def whole_picture(path: Path, info: ImageInfo, background: int) -> NDArray[np.uint8]:
    """All its pixels in memory, (h, w, 1 or 3): for small ones.

    Raises:
        ImageReadError: the file is damaged.
    """
    try:
        return _as_array(_for_screen(open_tolerantly(path, info), background))
    except pyvips.Error as error:
        raise _failed(path, error) from error


def write_pyramid(path: Path, info: ImageInfo, destination: Path, background: int, cancel: CancelToken) -> None:
    """Copy a picture into a tiled TIFF with levels, for `open_levels`.

    Raises:
        Cancelled: `cancel` was set; nothing is left behind.
        ImageReadError: the file is damaged, or the disk is full.
    """
    try:
        image = _for_screen(open_tolerantly(path, info), background).copy()
        image.set_progress(True)
        image.signal_connect("eval", lambda running, _: running.set_kill(True) if cancel.cancelled else None)
        image.tiffsave(
            os.fsencode(destination),
            tile=True,
            tile_width=TILE_PX,
            tile_height=TILE_PX,
            pyramid=True,
            compression="none",
            bigtiff=True,
            keep="none",
        )
    except pyvips.Error as error:
        destination.unlink(missing_ok=True)
        cancel.raise_if_cancelled()  # libvips reports being stopped as an error
        raise _failed(path, error) from error


def open_levels(pyramid: Path) -> list[Any]:
    """The levels of a written pyramid as pictures of libvips, the largest first; they hold the file open."""
    load: Any = pyvips.Image.tiffload
    name = os.fsencode(pyramid)
    first: Any = load(name, access="random")
    count = first.get("n-pages") if first.get_typeof("n-pages") else 1
    return [first, *(load(name, access="random", page=page) for page in range(1, count))]


def read_part(level: Any, x0: int, y0: int, x1: int, y1: int) -> NDArray[np.uint8]:
    """A window of a level, (y1 - y0, x1 - x0, bands)."""
    data = pyvips.Region.new(level).fetch(x0, y0, x1 - x0, y1 - y0)
    return np.frombuffer(data, np.uint8).reshape(y1 - y0, x1 - x0, -1)


def _for_screen(image: Any, background: int) -> Any:
    if image.bands in (2, 4):
        level = background * 257 if image.format == "ushort" else background
        image = image.flatten(background=[level], max_alpha=65535 if image.format == "ushort" else 255)
    return (image >> 8).cast("uchar") if image.format == "ushort" else image.cast("uchar")


def _as_array(image: Any) -> NDArray[np.uint8]:
    return np.frombuffer(image.write_to_memory(), np.uint8).reshape(image.height, image.width, -1)


def _failed(path: Path, error: pyvips.Error) -> ImageReadError:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return ImageReadError(path, f"cannot be shown ({lines[-1] if lines else error})", "check the file and the disk")
