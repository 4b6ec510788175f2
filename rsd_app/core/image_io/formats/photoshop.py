"""PSD: the composite that Photoshop stores beside the layers (Adobe Photoshop File Formats Specification)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.formats.decoded import Decoder, Extras, blank, from_array

HEADER_BYTES = 26
COLORS = {1: 1, 3: 3}  # channels of the modes that are read: gray and RGB
MODES = {1: "gray", 3: "RGB", 4: "CMYK", 9: "Lab"}
RAW, PACKED = 0, 1
RESOLUTION, IPTC, PROFILE, VERSION, EXIF, XMP = 1005, 1028, 1039, 1057, 1058, 1060  # image resources
WHITE = 255.0


@dataclass(frozen=True, kw_only=True)
class _Composite:
    """What stands before the pixels."""

    width: int
    height: int
    stored: int  # channels in the file
    colors: int  # of them, 1 or 3; they come first
    has_alpha: bool  # the one behind them is the transparency of all layers together
    resources: dict[int, bytes]
    at: int  # where the pixels begin

    @property
    def read(self) -> int:
        """Channels that are read: the first ones."""
        return self.colors + self.has_alpha


def _header(path: Path) -> Any:
    with path.open("rb") as file:
        composite = _composite(file, path)
    return blank(composite.width, composite.height, composite.read, "uint8", _extras(composite))


def _pixels(path: Path) -> Any:
    with path.open("rb") as file:
        composite = _composite(file, path)
        file.seek(composite.at)
        planes = _planes(file, composite)
    pixels = planes.transpose(1, 2, 0)
    return from_array(_without_matte(pixels) if composite.has_alpha else pixels, _extras(composite))


def _composite(file: BinaryIO, path: Path) -> _Composite:
    """Read up to the pixels.

    Raises:
        ImageReadError: it has no composite, or one of a kind that is not read.
        ValueError, struct.error: it is damaged.
    """
    magic, version, stored, height, width, depth, mode = struct.unpack(">4sH6xHIIHH", file.read(HEADER_BYTES))
    if (magic, version) == (b"8BPS", 2):
        raise ImageReadError(path, "is a PSB, Photoshop's format for large documents", "save it as TIFF")
    if (magic, version) != (b"8BPS", 1):
        raise ValueError("no PSD of version 1")
    if depth != 8 or mode not in COLORS:
        what = MODES.get(mode, "another colour mode")
        raise ImageReadError(
            path, f"is a PSD with {depth} bits per channel in {what}", "save it as TIFF, which keeps all of that"
        )
    if stored < COLORS[mode]:
        raise ValueError(f"{stored} channels for {MODES[mode]}")
    _skip(file)  # a palette
    resources = _resources(file.read(_size(file)))
    section = _size(file)
    at = file.tell() + section
    count = _layer_count(file) if section >= 6 else 0
    says = resources.get(VERSION, b"")
    if count and len(says) > 4 and not says[4]:
        raise ImageReadError(path, "was saved without a composite", "save it with 'Maximize compatibility', or as TIFF")
    return _Composite(
        width=width,
        height=height,
        stored=stored,
        colors=COLORS[mode],
        has_alpha=count < 0 and stored > COLORS[mode],
        resources=resources,
        at=at,
    )


def _size(file: BinaryIO) -> int:
    return int(struct.unpack(">I", file.read(4))[0])


def _skip(file: BinaryIO) -> None:
    file.seek(_size(file), 1)


def _layer_count(file: BinaryIO) -> int:
    """How many layers there are; negative where the first channel behind the colours is their transparency."""
    return int(struct.unpack(">h", file.read(2))[0]) if _size(file) >= 2 else 0


def _resources(data: bytes) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    at = 0
    while data[at : at + 4] == b"8BIM" and at + 12 <= len(data):
        number, name_bytes = struct.unpack_from(">HB", data, at + 4)
        at += 6 + (name_bytes + 2) // 2 * 2  # the name's length and the name, padded to be even
        size = int.from_bytes(data[at : at + 4], "big")
        found.setdefault(number, data[at + 4 : at + 4 + size])
        at += 4 + (size + 1) // 2 * 2
    return found


def _planes(file: BinaryIO, composite: _Composite) -> NDArray[np.uint8]:
    """The channels that are read, (channels, height, width).

    Raises:
        ValueError, struct.error: they are cut off, or compressed in an unknown way.
    """
    width, height, count = composite.width, composite.height, composite.read
    (compression,) = struct.unpack(">H", file.read(2))
    if compression == RAW:
        data = file.read(count * height * width)
        if len(data) < count * height * width:
            raise ValueError("its rows are not complete")
        return np.frombuffer(data, np.uint8).reshape(count, height, width)
    if compression != PACKED:
        raise ValueError(f"a composite of compression {compression}")
    table = file.read(2 * composite.stored * height)
    sizes = np.frombuffer(table, ">u2").reshape(composite.stored, height).astype(int)
    return np.stack([_unpacked(file.read(int(rows.sum())), width, height) for rows in sizes[:count]])


def _unpacked(data: bytes, width: int, height: int) -> NDArray[np.uint8]:
    return np.asarray(Image.frombytes("L", (width, height), data, "packbits", "L"))


def _without_matte(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Colours as they are behind their transparency: Photoshop stores them blended with white."""
    alpha = pixels[..., -1:].astype(np.float32) / WHITE
    seen = WHITE - (WHITE - pixels[..., :-1]) / np.where(alpha > 0, alpha, 1)
    return np.concatenate([np.clip(np.rint(seen), 0, WHITE).astype(np.uint8), pixels[..., -1:]], axis=2)


def _extras(composite: _Composite) -> Extras:
    found, left_out = composite.resources, composite.stored - composite.read
    dots = found.get(RESOLUTION, b"")
    channels = "1 saved channel was" if left_out == 1 else f"{left_out} saved channels were"
    return Extras(
        icc=found.get(PROFILE),
        exif=found.get(EXIF),
        xmp=found.get(XMP),
        iptc=found.get(IPTC),
        dpi=int.from_bytes(dots[:4], "big") / 65536 if len(dots) >= 4 else None,
        notices=(f"{channels} left out (selections, spot colours).",) if left_out else (),
    )


PSD = Decoder(_header, _pixels)
