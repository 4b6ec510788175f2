"""The formats of picture files: how each is recognised, read and written. A new one is one entry here.

This table loads neither libvips nor NumPy: command line and settings ask it. What decodes and encodes lies in the
modules beside it, and is imported when it is needed.
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from rsd_app.core.image_io.color.choices import Gamut

if TYPE_CHECKING:
    from rsd_app.core.image_io.formats.decoded import Decoder
    from rsd_app.core.image_io.formats.encoding import Encoder

READABLE = "JPEG, PNG, TIFF, WebP, HEIC, AVIF, JPEG XL, camera RAW, PSD, BMP, GIF, PPM, PFM, OpenEXR"


def _part(module: str, name: str) -> Callable[[], Any]:
    """What decodes or encodes, of a module beside this one."""
    return lambda: getattr(importlib.import_module(f"{__package__}.{module}"), name)


@dataclass(frozen=True, kw_only=True)
class WritableKind:
    """How files of a kind are written.

    Args:
        name: as settings and the command line call it.
        part: gives the encoder.
        max_side: the largest width or height that the format can hold, in pixels.
        max_megapixels: the largest picture that its encoder takes.
        bits: most bits per channel it can hold.
        alpha, iptc: whether it has a place for transparency and IPTC.
        texts: whether it has a place for a text of this keyword.
        profiles: whether a colour profile can be written into it.
        lossy: whether a quality can be chosen.
        bytes_per_pixel: an upper bound for a large photo in colour: is there room on the disk?
        typical_bytes: per pixel of a photo in colour with 8 bits per channel, at quality 95 where it is lossy.
        extensions: those of the kind, filled in below; the first is the one that is given to new files.
    """

    name: str
    part: Callable[[], Encoder]
    max_side: int
    max_megapixels: float = math.inf
    bits: int
    alpha: bool = True
    iptc: bool = False
    texts: Callable[[str], bool] = lambda keyword: False
    profiles: bool = True
    lossy: bool = True
    bytes_per_pixel: float = 1.0
    typical_bytes: float
    extensions: tuple[str, ...] = ()

    @property
    def encoder(self) -> Encoder:
        """Writes a picture; see `Encoder`."""
        return self.part()


@dataclass(frozen=True)
class Kind:
    """A kind of file that can be read.

    Args:
        name: as in ImageInfo.format.
        recognise: whether the first 32 bytes of a file are of this kind.
        suffixes: what such files are called, lower case, with the dot.
        loader: libvips' operation; empty where another library reads it.
        part: gives that one.
        fail_on: the damage at which libvips gives up instead of painting the rest gray.
        damage: where that is "warning": words of those warnings that are no small matter.
        lossy: whether a gray picture may come back one level of 255 off.
        written: how such files are written; None where they cannot be.
        result: the format that a result has which shall be as its source, where it is not this one.
    """

    name: str
    recognise: Callable[[bytes], bool]
    suffixes: tuple[str, ...]
    loader: str = ""
    part: Callable[[], Decoder] | None = None
    fail_on: str = "error"
    damage: tuple[str, ...] = ()
    lossy: bool = False
    written: WritableKind | None = None
    result: str = "png"

    @property
    def decoder(self) -> Decoder | None:
        """What reads it, where libvips does not."""
        return self.part() if self.part else None


HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
JXL_CONTAINER, JXL_CODESTREAM = b"\0\0\0\x0cJXL \r\n\x87\n", b"\xff\x0a"
COMMENT = "Comment"  # keyword of a JPEG's comment
PORTABLE = (b"P1", b"P2", b"P3", b"P4", b"P5", b"P6", b"PF", b"Pf")
RAW_NAME = "raw"  # a kind whose decoder depends on the colour space asked for, and which is told by its suffix too

KINDS = (
    Kind(
        "png",
        lambda head: head.startswith(b"\x89PNG\r\n\x1a\n"),
        (".png",),
        "pngload",
        written=WritableKind(
            name="png",
            part=_part("png", "save"),
            max_side=2**31 - 1,
            bits=16,
            iptc=True,
            texts=lambda keyword: True,
            lossy=False,
            bytes_per_pixel=3.0,
            typical_bytes=1.9,
        ),
    ),
    # A cut JPEG that ends in a forged end mark is a mere warning to libjpeg.
    Kind(
        "jpeg",
        lambda head: head.startswith(b"\xff\xd8\xff"),
        (".jpg", ".jpeg", ".jpe", ".jfif"),
        "jpegload",
        fail_on="warning",
        damage=("premature end",),
        lossy=True,
        written=WritableKind(
            name="jpg",
            part=_part("jpeg", "save"),
            max_side=65_500,
            bits=8,
            alpha=False,
            iptc=True,
            texts=lambda keyword: keyword == COMMENT,
            typical_bytes=0.45,
        ),
    ),
    # Modes of prediction have 512 KiB in a WebP file: noise of 100 megapixels fits, a photo of 192 did not.
    Kind(
        "webp",
        lambda head: head[:4] == b"RIFF" and head[8:12] == b"WEBP",
        (".webp",),
        "webpload",
        lossy=True,
        written=WritableKind(
            name="webp",
            part=_part("webp", "save"),
            max_side=16_383,
            max_megapixels=100.0,
            bits=8,
            typical_bytes=0.30,
        ),
    ),
    # Below "warning" libvips paints tiles black that it cannot decode, and says nothing.
    Kind(
        "tiff",
        lambda head: head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
        (".tiff", ".tif"),
        "tiffload",
        fail_on="warning",
        damage=("tiff2vips",),
        written=WritableKind(
            name="tiff",
            part=_part("tiff", "save"),
            max_side=2**31 - 1,
            bits=16,
            iptc=True,
            lossy=False,
            bytes_per_pixel=3.0,
            typical_bytes=2.2,
        ),
    ),
    # The encoders of AVIF and JPEG XL want the picture whole, several times over.
    Kind(
        "avif",
        lambda head: head[4:12] in (b"ftypavif", b"ftypavis"),
        (".avif",),
        part=_part("avif", "AVIF"),
        lossy=True,
        written=WritableKind(
            name="avif",
            part=_part("avif", "save"),
            max_side=16_384,
            max_megapixels=100.0,
            bits=12,
            typical_bytes=0.25,
        ),
    ),
    Kind(
        "jxl",
        lambda head: head.startswith((JXL_CONTAINER, JXL_CODESTREAM)),
        (".jxl",),
        part=_part("jpeg_xl", "JXL"),
        lossy=True,
        written=WritableKind(
            name="jxl",
            part=_part("jpeg_xl", "save"),
            max_side=65_535,
            max_megapixels=100.0,
            bits=16,
            profiles=False,
            bytes_per_pixel=1.5,
            typical_bytes=0.30,
        ),
    ),
    Kind("gif", lambda head: head[:6] in (b"GIF87a", b"GIF89a"), (".gif",), "gifload"),
    Kind(
        "heif",
        lambda head: head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS,
        (".heic", ".heif", ".hif"),
        part=_part("heif", "HEIC"),
        lossy=True,
    ),
    Kind(
        "psd",
        lambda head: head.startswith(b"8BPS"),
        (".psd", ".psb"),
        part=_part("photoshop", "PSD"),
        result="tiff",
    ),
    Kind("exr", lambda head: head.startswith(b"v/1\x01"), (".exr",), part=_part("open_exr", "EXR"), result="tiff"),
    Kind(
        "netpbm",
        lambda head: head[:2] in PORTABLE and head[2:3].isspace(),
        (".ppm", ".pgm", ".pbm", ".pnm", ".pfm"),
        part=_part("simple_kinds", "NETPBM"),
    ),
    Kind(
        "bmp",
        lambda head: head.startswith(b"BM") and 12 <= int.from_bytes(head[14:18], "little") <= 256,
        (".bmp", ".dib"),
        part=_part("simple_kinds", "BMP"),
    ),
)

WRITABLE: Mapping[str, WritableKind] = MappingProxyType(
    {kind.written.name: replace(kind.written, extensions=kind.suffixes) for kind in KINDS if kind.written}
)
LOSSY = frozenset(kind.name for kind in KINDS if kind.lossy)
# What a result is written as that shall be as its source. A camera's RAW becomes what photographers edit.
SAME_AS: Mapping[str, str] = MappingProxyType(
    {kind.name: kind.written.name if kind.written else kind.result for kind in KINDS} | {RAW_NAME: "tiff"}
)


def kind_of(head: bytes, suffix: str, gamut: Gamut) -> Kind | None:
    """The kind of a file that begins with `head` (32 bytes); None when it is not known.

    Args:
        suffix: of its name, lower case: it distinguishes camera RAW from the TIFF it looks like.
        gamut: the colour space that RAW is developed into.
    """
    from rsd_app.core.image_io.formats import camera_raw

    if camera_raw.is_raw(head, suffix):
        return Kind(RAW_NAME, lambda _: True, tuple(camera_raw.SUFFIXES), part=lambda: camera_raw.decoder(gamut))
    return next((kind for kind in KINDS if kind.recognise(head)), None)


def readable_suffixes() -> frozenset[str]:
    """What files that can be read are called, lower case with the dot: for listings and file dialogs."""
    from rsd_app.core.image_io.formats import camera_raw

    return frozenset(suffix for kind in KINDS for suffix in kind.suffixes) | camera_raw.SUFFIXES


def writable_kind(path: Path) -> WritableKind | None:
    """The kind that the extension of `path` asks for; None when there is none or it cannot be written."""
    suffix = path.suffix.lower()
    return next((kind for kind in WRITABLE.values() if suffix in kind.extensions), None)
