"""Pictures that another library than libvips decodes, as libvips images: whole in memory, metadata attached."""

from __future__ import annotations

import importlib
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pyvips

from rsd_app.core.errors import ImageReadError

FORMATS = {"uint8": "uchar", "uint16": "ushort", "float32": "float"}
NOTICES = "rsd-notices"  # a field of our own on libvips' images
MM_PER_INCH = 25.4
# What these libraries raise for files that are cut off or damaged; sizes that are lies overflow, or ask for too much.
DAMAGE = (
    OSError, SyntaxError, ValueError, TypeError, EOFError, LookupError, RuntimeError, struct.error, ArithmeticError,
    MemoryError, AttributeError, AssertionError, zlib.error,
)  # fmt: skip


@dataclass(frozen=True)
class Decoder:
    """How a kind of file is decoded.

    Args:
        header: an image of the right size, type and metadata without its pixels; costs nothing.
        pixels: the same with its pixels.
        profile: the colour profile, where reading it from the header costs too much; asked once the size fits.
    All raise pyvips.Error or one of DAMAGE for a damaged file, ImageReadError for what is not supported.
    """

    header: Callable[[Path], Any]
    pixels: Callable[[Path], Any]
    profile: Callable[[Path], bytes | None] | None = None


@dataclass(frozen=True, kw_only=True)
class Extras:
    """What a decoder found beside the pixels."""

    icc: bytes | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    iptc: bytes | None = None  # the bare records
    pages: int = 1
    dpi: float | None = None
    notices: tuple[str, ...] = ()


def blank(width: int, height: int, bands: int, number: str, extras: Extras = Extras()) -> Any:
    """A black image of a size and type (a numpy name), for headers.

    Raises:
        ValueError: the size is none.
    """
    if width < 1 or height < 1:
        raise ValueError(f"a picture of {width} x {height}")
    image = pyvips.Image.black(width, height, bands=bands).cast(FORMATS[number])
    return _described(image, bands, number, extras)


def from_array(pixels: np.ndarray[Any, np.dtype[Any]], extras: Extras = Extras()) -> Any:
    """An image of (h, w) or (h, w, bands) samples: uint8, uint16, or float32 that is linear light."""
    bands = 1 if pixels.ndim == 2 else pixels.shape[2]
    data, number = np.ascontiguousarray(pixels), str(pixels.dtype)
    # the image keeps hold of the bytes; a view of them, since a copy of a large picture is felt
    image = pyvips.Image.new_from_memory(data.data.cast("B"), data.shape[1], data.shape[0], bands, FORMATS[number])
    return _described(image, bands, number, extras)


def like_header(pixels: np.ndarray[Any, np.dtype[Any]], header: Any) -> Any:
    """An image of decoded samples with all that its header's image says."""
    image = from_array(pixels).copy(interpretation=header.interpretation, xres=header.xres, yres=header.yres)
    for field in header.get_fields():
        if not image.get_typeof(field):
            image.set_type(header.get_typeof(field), field, header.get(field))
    return image


def with_notices(image: Any, notices: tuple[str, ...]) -> Any:
    """The image with sentences of what of its file is not read, for `notices_of`; those that it has stay."""
    if not notices:
        return image
    image = image.copy()
    image.set_type(pyvips.GValue.gstr_type, NOTICES, "\n".join((*notices_of(image), *notices)))
    return image


def notices_of(image: Any) -> tuple[str, ...]:
    """What `with_notices` has left on an image."""
    return tuple(image.get(NOTICES).split("\n")) if image.get_typeof(NOTICES) else ()


def optional(module: str, path: Path, *, format: str, extra: str) -> ModuleType:
    """A library that comes with an extra of this package.

    Raises:
        ImageReadError: it is not installed.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ImageReadError(path, f"{format} needs the {extra} extra", f"pip install 'rsd-studio[{extra}]'") from error


def _described(image: Any, bands: int, number: str, extras: Extras) -> Any:
    names = {"uint8": ("b-w", "srgb"), "uint16": ("grey16", "rgb16"), "float32": ("b-w", "scrgb")}
    image = image.copy(interpretation=names[number][bands > 2])
    blobs = {"icc-profile-data": extras.icc, "exif-data": extras.exif, "xmp-data": extras.xmp}
    blobs["iptc-data"] = extras.iptc
    for field, value in blobs.items():
        if value:
            image.set_type(pyvips.GValue.blob_type, field, value)
    if extras.pages > 1:
        image.set_type(pyvips.GValue.gint_type, "n-pages", extras.pages)
    if extras.dpi:
        image = image.copy(xres=extras.dpi / MM_PER_INCH, yres=extras.dpi / MM_PER_INCH)
        image.set_type(pyvips.GValue.gstr_type, "resolution-unit", "in")
    return with_notices(image, extras.notices)
