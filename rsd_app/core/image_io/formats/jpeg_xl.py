"""JPEG XL: pixels of any depth through imagecodecs, profiles through pillow-jxl-plugin, boxes by hand.

The header is read here (ISO/IEC 18181-1, annex D), because both libraries decode the whole picture before
they say how large it is.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.color.icc import is_linear, with_gamma
from rsd_app.core.image_io.formats.decoded import Decoder, Extras, blank, from_array, optional
from rsd_app.core.image_io.formats.encoding import Encoding
from rsd_app.core.image_io.formats.isolated import bytes_apart, decode_apart
from rsd_app.core.image_io.formats.registry import JXL_CODESTREAM as CODESTREAM
from rsd_app.core.image_io.formats.registry import JXL_CONTAINER as CONTAINER

RATIOS = {1: (1, 1), 2: (12, 10), 3: (4, 3), 4: (3, 2), 5: (16, 9), 6: (5, 4), 7: (2, 1)}
HEAD_BYTES = 1024
MOST_METADATA = 64 * 2**20
ALPHA = 0  # a type of extra channel
EFFORT = 3  # 5 took four times as long for a tenth less


SRGB, LINEAR = 13, 8  # transfers of ITU-T H.273
GAMMA = 2.2


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a codestream says of itself."""

    width: int  # upright
    height: int
    gray: bool
    alpha: bool
    bits: int
    is_float: bool
    plain_srgb: bool
    transfer: int = SRGB  # ITU-T H.273 code point
    has_icc: bool = False  # its colours are those of a profile within
    is_animated: bool = False
    transfer_at: int | None = None  # the bit of the codestream where the transfer stands


class _Bits:
    """The bits of a codestream, lowest first."""

    def __init__(self, data: bytes) -> None:
        self._value, self._left = int.from_bytes(data, "little"), 8 * len(data)
        self.at = 0  # bits taken

    def take(self, count: int) -> int:
        """The next number of `count` bits."""
        if count > self._left:
            raise ValueError("its header is cut off")
        value = self._value & ((1 << count) - 1)
        self._value >>= count
        self._left -= count
        self.at += count
        return value

    def choose(self, *ways: tuple[int, int]) -> int:
        """U32: two bits say which of four (offset, bits) follows."""
        offset, count = ways[self.take(2)]
        return offset + self.take(count)

    def enum(self) -> int:
        return self.choose((0, 0), (1, 0), (2, 4), (18, 6))


def facts_of(codestream: bytes) -> Facts:
    """Read the header of a codestream.

    Raises:
        ValueError: it is damaged.
    """
    if not codestream.startswith(CODESTREAM):
        raise ValueError("no codestream")
    bits = _Bits(codestream[len(CODESTREAM) : HEAD_BYTES])
    width, height = _size(bits)
    if bits.take(1):
        return Facts(width=width, height=height, gray=False, alpha=False, bits=8, is_float=False, plain_srgb=True)
    orientation, is_animated = _extra_fields(bits) if bits.take(1) else (1, False)
    is_float, depth = _depth(bits)
    bits.take(1)  # whether 16-bit buffers are enough
    extra = [_extra_channel(bits) for _ in range(bits.choose((0, 0), (1, 0), (2, 4), (1, 12)))]
    bits.take(1)  # whether it is in XYB
    color = _color(bits)
    if orientation >= 5:
        width, height = height, width
    return Facts(
        width=width,
        height=height,
        alpha=ALPHA in extra,
        bits=depth,
        is_float=is_float,
        is_animated=is_animated,
        **color,
    )


def _size(bits: _Bits) -> tuple[int, int]:
    small = bits.take(1)

    def side() -> int:
        return 8 * (bits.take(5) + 1) if small else bits.choose((1, 9), (1, 13), (1, 18), (1, 30))

    height = side()
    ratio = bits.take(3)
    if ratio == 0:
        return side(), height
    across, down = RATIOS[ratio]
    return height * across // down, height


def _extra_fields(bits: _Bits) -> tuple[int, bool]:
    """The orientation, and whether it is an animation; what stands beside them is passed over."""
    orientation = bits.take(3) + 1
    if bits.take(1):
        _size(bits)  # intrinsic
    if bits.take(1):
        raise ValueError("a preview of its own is not supported")
    is_animated = bool(bits.take(1))
    if is_animated:
        bits.choose((100, 0), (1000, 0), (1, 10), (1, 30))
        bits.choose((1, 0), (1001, 0), (1, 8), (1, 10))
        bits.choose((0, 0), (0, 3), (0, 16), (0, 32))
        bits.take(1)
    return orientation, is_animated


def _depth(bits: _Bits) -> tuple[bool, int]:
    if bits.take(1):
        depth = bits.choose((32, 0), (16, 0), (24, 0), (1, 6))
        bits.take(4)
        return True, depth
    return False, bits.choose((8, 0), (10, 0), (12, 0), (1, 6))


def _extra_channel(bits: _Bits) -> int:
    """Type of an extra channel."""
    if bits.take(1):
        return ALPHA
    kind = bits.enum()
    _depth(bits)
    bits.choose((0, 0), (3, 0), (4, 0), (1, 3))
    bits.take(8 * bits.choose((0, 0), (0, 4), (16, 5), (48, 10)))
    if kind == ALPHA:
        bits.take(1)
    elif kind == 2:
        bits.take(64)
    elif kind == 5:
        bits.choose((1, 0), (0, 2), (3, 4), (19, 8))
    return kind


def _color(bits: _Bits) -> dict[str, Any]:
    """Of the facts those that are about colour."""
    if bits.take(1):
        return {"gray": False, "plain_srgb": True}
    has_icc, space = bits.take(1), bits.enum()
    gray = space == 1
    if has_icc:
        return {"gray": gray, "plain_srgb": False, "has_icc": True}
    white = bits.enum()
    if white == 2:
        _point(bits)
    primaries = 1
    if not gray:
        primaries = bits.enum()
        for _ in range(3 if primaries == 2 else 0):
            _point(bits)
    if bits.take(1):
        bits.take(24)  # a gamma
        return {"gray": gray, "plain_srgb": False, "transfer": 4}
    at = 8 * len(CODESTREAM) + bits.at
    transfer = bits.enum()
    plain = (white, primaries, transfer) == (1, 1, SRGB)
    return {"gray": gray, "plain_srgb": plain, "transfer": transfer, "transfer_at": at}


def _point(bits: _Bits) -> None:
    for _ in range(2):
        bits.choose((0, 19), (524_288, 19), (1_048_576, 20), (2_097_152, 21))


def boxes(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Type of each box of a container (ISO/IEC 18181-2), and where its content begins and ends; -1: with the file."""
    at = 0
    while True:
        file.seek(at)
        head = file.read(16)
        if len(head) < 8:
            return
        size, kind = struct.unpack_from(">I4s", head)
        start = at + 8
        if size == 1 and len(head) == 16:
            (size,) = struct.unpack_from(">Q", head, 8)
            start += 8
        if size == 0:
            yield kind, start, -1
            return
        if at + size < start:
            raise ValueError("a box of no size")
        yield kind, start, at + size
        at += size


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A file up to its pixels."""

    facts: Facts
    extras: Extras


def _open(path: Path) -> Opened:
    with path.open("rb") as file:
        if file.read(len(CONTAINER)) != CONTAINER:
            file.seek(0)
            facts, found = facts_of(file.read(HEAD_BYTES)), dict[bytes, bytes]()
        else:
            found = {}
            head = b""
            for kind, start, end in boxes(file):
                file.seek(start)
                if kind == b"jxlc":
                    head = head or file.read(HEAD_BYTES)
                elif kind == b"jxlp" and len(head) < HEAD_BYTES:  # parts, each with its number before it
                    head += file.read(HEAD_BYTES)[4:]
                elif kind in (b"Exif", b"xml ") and kind not in found:
                    found[kind] = file.read(min(MOST_METADATA, end - start) if end >= 0 else MOST_METADATA)
                elif kind == b"brob":
                    found[kind] = b""
            facts = facts_of(head)
    return Opened(facts=facts, extras=_extras(facts, found))


def _header(path: Path) -> Any:
    opened = _open(path)
    facts = opened.facts
    if facts.transfer in (16, 18):
        raise ImageReadError(path, "is HDR, which would lose its brightness here", "export it as SDR")
    bands = (1 if facts.gray else 3) + facts.alpha
    deep = facts.bits > 8 or facts.transfer == LINEAR
    number = "float32" if facts.is_float else "uint16" if deep else "uint8"
    return blank(facts.width, facts.height, bands, number, opened.extras)


def _pixels(path: Path) -> Any:
    optional("imagecodecs", path, format="JPEG XL", extra="jxl")
    return from_array(decode_apart(decoded, path, like=_header(path)), _open(path).extras)


def decoded(path: Path) -> np.ndarray[Any, np.dtype[Any]]:
    """The pixels of the first frame, (h, w) or (h, w, bands): encoded for the eye, or light as float32; run apart."""
    codecs = optional("imagecodecs", path, format="JPEG XL", extra="jxl")
    facts = _open(path).facts
    pixels = np.asarray(codecs.jpegxl_decode(path.read_bytes(), index=0 if facts.is_animated else None))
    if pixels.dtype == np.uint16 and facts.bits < 16 and pixels.max(initial=0) < 2**facts.bits:
        pixels = np.rint(pixels * (65535 / (2**facts.bits - 1))).astype(np.uint16)
    if pixels.dtype.kind == "f":
        return pixels.astype(np.float32)
    if not _is_linear(path, facts):
        return pixels
    top = np.iinfo(pixels.dtype).max
    encoded = np.rint((np.arange(top + 1) / top) ** (1 / GAMMA) * 65535).astype(np.uint16)
    colors = 1 if facts.gray else 3
    if not facts.alpha:
        whole: np.ndarray[Any, np.dtype[Any]] = encoded[pixels]
        return whole
    alpha = pixels[..., colors:].astype(np.uint16) * (65535 // top)
    return np.concatenate([encoded[pixels[..., :colors]], alpha], axis=2)


def _profile(path: Path) -> bytes | None:
    """That of the pixels as `_pixels` gives them."""
    facts = _open(path).facts
    if facts.plain_srgb or facts.is_float:  # floating point becomes sRGB
        return None
    optional("pillow_jxl", path, format="JPEG XL with a colour profile", extra="jxl")
    profile = bytes_apart(stored_profile, path, width=facts.width, height=facts.height)
    is_light = is_linear(profile) if profile and facts.has_icc and facts.bits > 8 else facts.transfer == LINEAR
    return with_gamma(profile, GAMMA) if profile and is_light else profile


def stored_profile(path: Path) -> bytes | None:
    """The profile within; the library decodes the picture for it, so it is run apart."""
    plugin = optional("pillow_jxl", path, format="JPEG XL with a colour profile", extra="jxl")
    return plugin.Decoder(num_threads=-1)(path.read_bytes())[3] or None


def _is_linear(path: Path, facts: Facts) -> bool:
    if facts.has_icc and facts.bits > 8:  # of 8 bits nothing linear could be saved
        profile = stored_profile(path)
        return profile is not None and is_linear(profile)
    return facts.transfer == LINEAR


def _extras(facts: Facts, found: dict[bytes, bytes]) -> Extras:
    exif = found.get(b"Exif")
    if exif and exif[:4] not in (b"II*\0", b"MM\0*"):  # pillow-jxl-plugin forgets the offset before it
        exif = exif[4 + int.from_bytes(exif[:4], "big") :]
    notices: tuple[str, ...] = ("It is an animation; the first frame is used.",) if facts.is_animated else ()
    if b"brob" in found:
        notices += ("Its compressed EXIF or XMP (brob) was left out.",)
    return Extras(exif=exif, xmp=found.get(b"xml "), notices=notices)


def encode(
    pixels: np.ndarray[Any, np.dtype[Any]], path: Path, *, quality: int, exif: bytes | None, xmp: bytes | None
) -> bytes:
    """A JPEG XL file of sRGB pixels (h, w, bands), 8 or 16 bits; lossless at quality 100.

    Raises:
        ImageReadError: imagecodecs is not installed.
    """
    codecs = optional("imagecodecs", path, format="JPEG XL", extra="jxl")
    lossless = quality == 100
    if pixels.dtype == np.uint16 and not lossless:
        pixels = _light_of(pixels)  # libjxl takes 16 bits for light, and writes what the eye would see of it
    encoded = codecs.jpegxl_encode(
        pixels[:, :, 0] if pixels.shape[2] == 1 else pixels,
        lossless=lossless,
        distance=None if lossless else distance_of(quality),
        effort=EFFORT,
        usecontainer=True,
    )
    # Behind the box of the level, where there is one, and before the codestream.
    stream = min(at for at in (encoded.find(b"jxlc"), encoded.find(b"jxlp")) if at >= 0) - len(b"size")
    parts = [encoded[:stream]]
    for kind, content in ((b"Exif", b"\0\0\0\0" + exif if exif else None), (b"xml ", xmp)):
        if content:
            parts.append(struct.pack(">I4s", len(content) + 8, kind) + content)
    return b"".join([*parts, _as_srgb(encoded[stream:])])


def _light_of(pixels: np.ndarray[Any, np.dtype[Any]]) -> np.ndarray[Any, np.dtype[Any]]:
    """sRGB of 16 bits as light of 16 bits (IEC 61966-2-1); alpha stays."""
    unit = np.arange(65536) / 65535
    light = np.where(unit <= 0.04045, unit / 12.92, ((unit + 0.055) / 1.055) ** 2.4)
    levels = np.rint(light * 65535).astype(np.uint16)
    colors = 1 if pixels.shape[2] < 3 else 3
    return np.concatenate([levels[pixels[..., :colors]], pixels[..., colors:]], axis=2)


def _as_srgb(boxed: bytes) -> bytes:
    """A box with a codestream, whose pixels are called sRGB where they were called linear.

    imagecodecs calls all of 16 bits linear; both names take the same number of bits.
    """
    start = boxed.index(CODESTREAM)
    at = facts_of(boxed[start : start + HEAD_BYTES]).transfer_at
    if at is None:
        return boxed
    head = int.from_bytes(boxed[start : start + HEAD_BYTES], "little")
    choice = 2  # of the way to write it: 2 and four bits
    field = choice | (LINEAR - 2) << 2
    if head >> at & 0x3F != field:
        return boxed
    head = head & ~(0x3F << at) | (choice | (SRGB - 2) << 2) << at
    count = len(boxed[start : start + HEAD_BYTES])
    return boxed[:start] + head.to_bytes(count, "little") + boxed[start + count :]


def distance_of(quality: int) -> float:
    """libjxl's butteraugli distance for a quality like JPEG's: 90 is 1.0, visually lossless."""
    if quality >= 30:
        return 0.1 + (100 - quality) * 0.09
    return 53 / 3000 * quality**2 - 23 / 20 * quality + 25


JXL = Decoder(_header, _pixels, _profile)


def save(image: Any, path: Path, encoding: Encoding) -> tuple[str, ...]:
    """See `Encoder`."""
    data = image.write_to_memory()
    sample = np.uint16 if image.format == "ushort" else np.uint8
    pixels = np.frombuffer(data, sample).reshape(image.height, image.width, image.bands)
    encoding.cancel.raise_if_cancelled()
    info = encoding.info
    path.write_bytes(encode(pixels, path, quality=encoding.quality, exif=info.exif, xmp=info.xmp))
    return ()
