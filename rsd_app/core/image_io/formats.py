"""The kinds of picture files: how each is recognised, opened and written. A new kind is one entry here."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyvips
from PIL import BmpImagePlugin

# A picture is opened once. The cache of operations would keep its file open, hold decoded pixels, and
# answer with the old picture when a file of the same name was written meanwhile.
pyvips.cache_set_max(0)

READABLE = "JPEG, PNG, WebP, TIFF, BMP, GIF"


@dataclass(frozen=True)
class Kind:
    """A kind of file that can be read.

    Args:
        name: as in ImageInfo.format.
        recognise: whether the first 32 bytes of a file are of this kind.
        loader: libvips' operation; empty where Pillow reads it.
        fail_on: the damage at which libvips gives up instead of painting the rest gray.
    """

    name: str
    recognise: Callable[[bytes], bool]
    loader: str
    fail_on: str = "error"


@dataclass(frozen=True)
class WritableKind:
    """A kind of file that can be written.

    Args:
        extensions: lower case, with the dot; the first is the one that is given to new files.
        max_side: the largest width or height that the format can hold, in pixels.
        max_megapixels: the largest picture that its encoder takes.
        deep: holds 16 bits a channel.
        bytes_per_pixel: of a large photo in colour, from above: for the question of free disk space.
    """

    name: str
    extensions: tuple[str, ...]
    max_side: int
    max_megapixels: float
    deep: bool
    alpha: bool
    iptc: bool
    bytes_per_pixel: float


KINDS = (
    # A cut JPEG that ends in a forged end mark is a mere warning to libjpeg; see ImageSource._fetch.
    Kind("jpeg", lambda head: head.startswith(b"\xff\xd8\xff"), "jpegload", "warning"),
    Kind("png", lambda head: head.startswith(b"\x89PNG\r\n\x1a\n"), "pngload"),
    Kind("webp", lambda head: head[:4] == b"RIFF" and head[8:12] == b"WEBP", "webpload"),
    Kind("tiff", lambda head: head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"), "tiffload"),
    Kind("gif", lambda head: head[:6] in (b"GIF87a", b"GIF89a"), "gifload"),
    Kind("avif", lambda head: head[4:12] in (b"ftypavif", b"ftypavis"), "heifload"),
    Kind("bmp", lambda head: head.startswith(b"BM") and 12 <= int.from_bytes(head[14:18], "little") <= 256, ""),
)

WRITABLE = {
    "png": WritableKind("png", (".png",), 2**31 - 1, math.inf, True, True, False, 3.0),
    "jpg": WritableKind("jpg", (".jpg", ".jpeg", ".jpe", ".jfif"), 65_500, math.inf, False, False, True, 1.0),
    # Modes of prediction have 512 KiB in a WebP file: noise of 100 megapixels fits, a photo of 192 did not.
    "webp": WritableKind("webp", (".webp",), 16_383, 100.0, False, True, False, 1.0),
    "tiff": WritableKind("tiff", (".tiff", ".tif"), 2**31 - 1, math.inf, True, True, True, 3.0),
}


def kind_of(head: bytes) -> Kind | None:
    """The kind of a file that begins with `head` (32 bytes); None when it is not known."""
    return next((kind for kind in KINDS if kind.recognise(head)), None)


def writable_kind(path: Path) -> WritableKind | None:
    """The kind that the extension of `path` asks for; None when there is none or it cannot be written."""
    suffix = path.suffix.lower()
    return next((kind for kind in WRITABLE.values() if suffix in kind.extensions), None)


def open_lazily(path: Path, kind: Kind, access: str, fail_on: str) -> Any:
    """Open a picture with libvips: header only, pixels when they are asked for.

    The loader is called by name: pyvips' `new_from_file` would take "a[1].png" for a file with options.

    Raises:
        pyvips.Error: not even the header can be read.
    """
    # bytes, because pyvips encodes names strictly and a name on Linux may be any bytes
    return getattr(pyvips.Image, kind.loader)(os.fsencode(path), access=access, fail_on=fail_on)


def bmp_header(path: Path) -> Any:
    """A black picture of a BMP's size and channels, which costs nothing to make.

    Raises:
        OSError, SyntaxError, ValueError, struct.error: the header is damaged (as Pillow says it).
    """
    # the class itself, because PIL.Image.open has a pixel limit of its own that is set for the whole process
    with BmpImagePlugin.BmpImageFile(path) as bmp:
        bands = {"1": 1, "L": 1, "RGBA": 4}.get(bmp.mode, 3)
        return pyvips.Image.black(bmp.width, bmp.height, bands=bands).copy(interpretation=_interpretation(bands))


def bmp_pixels(path: Path) -> Any:
    """A BMP, whole in memory: libvips' wheel has no reader for it, and the kind is rare and small.

    Raises:
        as bmp_header; OSError also when it is cut off.
    """
    with BmpImagePlugin.BmpImageFile(path) as bmp:
        mode = {"1": "L", "L": "L", "RGBA": "RGBA"}.get(bmp.mode, "RGB")
        pixels = np.asarray(bmp.convert(mode))
    bands = 1 if pixels.ndim == 2 else pixels.shape[2]
    image = pyvips.Image.new_from_memory(pixels.tobytes(), pixels.shape[1], pixels.shape[0], bands, "uchar")
    return image.copy(interpretation=_interpretation(bands))


def _interpretation(bands: int) -> str:
    return "b-w" if bands == 1 else "srgb"
