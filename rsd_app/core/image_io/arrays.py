"""Arrays as picture files and back: what a caller has in memory goes the way that a photo goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from rsd_app.core.errors import ShapeError
from rsd_app.core.image_io.formats.decoded import from_array
from rsd_app.core.image_io.read import open_image

TOP = 65535  # of 16 bits, in which numbers of floating point are carried
A = TypeVar("A", NDArray[np.uint8], NDArray[np.uint16], NDArray[np.float32])


def write_array(path: Path, array: NDArray[Any]) -> None:
    """Write a TIFF of 8 or 16 bits.

    Args:
        array: (H, W, 3), sRGB: uint8, uint16, or float32 in [0, 1].

    Raises:
        ShapeError: an array of another kind.
    """
    remedy = "give (height, width, 3): uint8, uint16, or float32 from 0 to 1"
    if array.ndim != 3 or array.shape[2] != 3 or not array.size:
        raise ShapeError("the array", f"has the shape {array.shape}", remedy)
    if array.dtype not in (np.uint8, np.uint16, np.float32):
        raise ShapeError("the array", f"is of {array.dtype}", remedy)
    if array.dtype == np.float32:
        if not (array.min() >= 0 and array.max() <= 1):  # also refuses NaN
            raise ShapeError("the array", f"holds values from {array.min():g} to {array.max():g}", remedy)
        array = np.rint(array * TOP).astype(np.uint16)
    from_array(array).tiffsave(str(path))


def read_array(path: Path, like: A) -> A:
    """The pixels of a file, (H, W, 3), as another array has them.

    Raises:
        ImageReadError: it cannot be read.
    """
    with open_image(path, max_megapixels=float("inf")) as image:
        rows: NDArray[Any] = image.read_rows(0, image.info.height).color
    color = np.broadcast_to(rows, (*rows.shape[:2], 3))  # of a photo without colors one channel
    if like.dtype == np.float32:
        return (color / np.float32(TOP)).astype(np.float32)
    return color.astype(like.dtype)
