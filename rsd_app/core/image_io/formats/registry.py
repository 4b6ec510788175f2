"""The kinds of picture files: how each is recognised, opened and written. A new kind is one entry here."""

from __future__ import annotations

import logging
import math
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyvips

from rsd_app.core.image_io.color.choices import Gamut
from rsd_app.core.image_io.formats import avif, camera_raw, heif, jpeg_xl, open_exr, photoshop, simple_kinds
from rsd_app.core.image_io.formats.decoded import Decoder

# What it warns of becomes an error or a notice here, or does not matter.
logging.getLogger("pyvips").setLevel(logging.ERROR)
# A picture is opened once. The cache of operations would keep its file open, hold decoded pixels, and
# answer with the old picture when a file of the same name was written meanwhile.
pyvips.cache_set_max(0)

READABLE = "JPEG, PNG, TIFF, WebP, HEIC, AVIF, JPEG XL, camera RAW, PSD, BMP, GIF, PPM, PFM, OpenEXR"


@dataclass(frozen=True)
class Kind:
    """A kind of file that can be read.

    Args:
        name: as in ImageInfo.format.
        recognise: whether the first 32 bytes of a file are of this kind.
        suffixes: what such files are called, lower case.
        loader: libvips' operation; empty where another library reads it.
        decoder: that one.
        fail_on: the damage at which libvips gives up instead of painting the rest gray.
        damage: where that is "warning": words of those warnings that are no small matter.
    """

    name: str
    recognise: Callable[[bytes], bool]
    suffixes: tuple[str, ...]
    loader: str = ""
    decoder: Decoder | None = None
    fail_on: str = "error"
    damage: tuple[str, ...] = ()


@dataclass(frozen=True)
class WritableKind:
    """A kind of file that can be written.

    Args:
        extensions: lower case, with the dot; the first is the one that is given to new files.
        max_side: the largest width or height that the format can hold, in pixels.
        max_megapixels: the largest picture that its encoder takes.
        bits: most bits per channel it can hold.
        profiles: whether a colour profile can be written into it.
        bytes_per_pixel: of a large photo in colour, from above: for the question of free disk space.
    """

    name: str
    extensions: tuple[str, ...]
    max_side: int
    max_megapixels: float
    bits: int
    alpha: bool
    iptc: bool
    bytes_per_pixel: float
    profiles: bool = True


HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
PORTABLE = (b"P1", b"P2", b"P3", b"P4", b"P5", b"P6", b"PF", b"Pf")
JPEG_SUFFIXES = (".jpg", ".jpeg", ".jpe", ".jfif")

KINDS = (
    # A cut JPEG that ends in a forged end mark is a mere warning to libjpeg.
    Kind(
        "jpeg",
        lambda head: head.startswith(b"\xff\xd8\xff"),
        JPEG_SUFFIXES,
        "jpegload",
        fail_on="warning",
        damage=("premature end",),
    ),
    Kind("png", lambda head: head.startswith(b"\x89PNG\r\n\x1a\n"), (".png",), "pngload"),
    Kind("webp", lambda head: head[:4] == b"RIFF" and head[8:12] == b"WEBP", (".webp",), "webpload"),
    # Below "warning" libvips paints tiles black that it cannot decode, and says nothing.
    Kind(
        "tiff",
        lambda head: head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
        (".tif", ".tiff"),
        "tiffload",
        fail_on="warning",
        damage=("tiff2vips",),
    ),
    Kind("gif", lambda head: head[:6] in (b"GIF87a", b"GIF89a"), (".gif",), "gifload"),
    Kind("avif", lambda head: head[4:12] in (b"ftypavif", b"ftypavis"), (".avif",), decoder=avif.AVIF),
    Kind(
        "heif",
        lambda head: head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS,
        (".heic", ".heif", ".hif"),
        decoder=heif.HEIC,
    ),
    Kind(
        "jxl",
        lambda head: head.startswith((jpeg_xl.CONTAINER, jpeg_xl.CODESTREAM)),
        (".jxl",),
        decoder=jpeg_xl.JXL,
    ),
    Kind("psd", lambda head: head.startswith(b"8BPS"), (".psd", ".psb"), decoder=photoshop.PSD),
    Kind("exr", lambda head: head.startswith(b"v/1\x01"), (".exr",), decoder=open_exr.EXR),
    Kind(
        "netpbm",
        lambda head: head[:2] in PORTABLE and head[2:3].isspace(),
        (".ppm", ".pgm", ".pbm", ".pnm", ".pfm"),
        decoder=simple_kinds.NETPBM,
    ),
    Kind(
        "bmp",
        lambda head: head.startswith(b"BM") and 12 <= int.from_bytes(head[14:18], "little") <= 256,
        (".bmp", ".dib"),
        decoder=simple_kinds.BMP,
    ),
)
RAW_NAME = "raw"  # a kind whose decoder depends on the colour space asked for

WRITABLE = {
    "png": WritableKind("png", (".png",), 2**31 - 1, math.inf, 16, True, True, 3.0),
    "jpg": WritableKind("jpg", JPEG_SUFFIXES, 65_500, math.inf, 8, False, True, 1.0),
    # Modes of prediction have 512 KiB in a WebP file: noise of 100 megapixels fits, a photo of 192 did not.
    "webp": WritableKind("webp", (".webp",), 16_383, 100.0, 8, True, False, 1.0),
    "tiff": WritableKind("tiff", (".tiff", ".tif"), 2**31 - 1, math.inf, 16, True, True, 3.0),
    # Their encoders want the picture whole, several times over.
    "avif": WritableKind("avif", (".avif",), 16_384, 100.0, 12, True, False, 1.0),
    "jxl": WritableKind("jxl", (".jxl",), 65_535, 100.0, 16, True, False, 1.5, profiles=False),
}


def kind_of(head: bytes, suffix: str, gamut: Gamut) -> Kind | None:
    """The kind of a file that begins with `head` (32 bytes); None when it is not known.

    Args:
        suffix: of its name, lower case: it distinguishes camera RAW from the TIFF it looks like.
        gamut: the colour space that RAW is developed into.
    """
    if camera_raw.is_raw(head, suffix):
        return Kind(RAW_NAME, lambda _: True, tuple(camera_raw.SUFFIXES), decoder=camera_raw.decoder(gamut))
    return next((kind for kind in KINDS if kind.recognise(head)), None)


def readable_suffixes() -> frozenset[str]:
    """What files that can be read are called, lower case with the dot: for listings and file dialogs."""
    return frozenset(suffix for kind in KINDS for suffix in kind.suffixes) | camera_raw.SUFFIXES


def writable_kind(path: Path) -> WritableKind | None:
    """The kind that the extension of `path` asks for; None when there is none or it cannot be written."""
    suffix = path.suffix.lower()
    return next((kind for kind in WRITABLE.values() if suffix in kind.extensions), None)


def open_lazily(path: Path, kind: Kind, access: str, fail_on: str, **options: int) -> Any:
    """Open a picture with libvips: header only, pixels when they are asked for.

    The loader is called by name: pyvips' `new_from_file` would take "a[1].png" for a file with options.

    Raises:
        pyvips.Error: not even the header can be read.
    """
    # bytes, because pyvips encodes names strictly and a name on Linux may be any bytes
    return getattr(pyvips.Image, kind.loader)(os.fsencode(path), access=access, fail_on=fail_on, **options)
