"""An EXIF block changed where it stands: maker notes point to places within it, so nothing may move."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from rsd_app.core.image_io.metadata.exif_directory import (
    EXIF,
    GPS,
    PIXEL_HEIGHT,
    PIXEL_WIDTH,
    TYPE_SIZE,
    order_of,
)

ORIENTATION, SHORT, LONG, RATIONAL = 0x0112, 3, 4, 5
X_RESOLUTION, Y_RESOLUTION, UNIT = 0x011A, 0x011B, 0x0128
INCH = 2
ENTRY_BYTES = 12
DPI_STEPS = 100  # a resolution is written in hundredths


def corrected(
    block: bytes, *, width: int, height: int, dpi: tuple[float, float] | None, keep_place: bool = True
) -> bytes:
    """The block of the enlarged picture: upright, its size and resolution, without thumbnail.

    Args:
        dpi: dots per inch across and down; None leaves what is there.
        keep_place: False takes out where the photo was made.
    Raises:
        ValueError, struct.error: the block is damaged.
    """
    out = bytearray(block)
    order = order_of(block[:4])
    (first,) = struct.unpack_from(order + "I", block, 4)
    camera = None
    for entry in list(_entries(out, order, first)):
        (tag,) = struct.unpack_from(order + "H", out, entry)
        if tag == ORIENTATION:
            _set_number(out, order, entry, 1)
        elif tag == EXIF:
            (camera,) = struct.unpack_from(order + "I", out, entry + 8)
        elif dpi and tag in (X_RESOLUTION, Y_RESOLUTION):
            _set_ratio(out, order, entry, dpi[tag == Y_RESOLUTION])
        elif dpi and tag == UNIT:
            _set_number(out, order, entry, INCH)
    for entry in _entries(out, order, camera) if camera else ():
        (tag,) = struct.unpack_from(order + "H", out, entry)
        if tag in (PIXEL_WIDTH, PIXEL_HEIGHT):
            _set_number(out, order, entry, width if tag == PIXEL_WIDTH else height)
    _drop_thumbnail(out, order, first)
    if not keep_place:
        _drop_place(out, order, first)
    return bytes(out)


def _entries(block: bytearray, order: str, at: int) -> Iterator[int]:
    """Where the entries of the directory at `at` stand."""
    (count,) = struct.unpack_from(order + "H", block, at)
    for index in range(count):
        yield at + 2 + ENTRY_BYTES * index


def _set_number(block: bytearray, order: str, entry: int, value: int) -> None:
    kind = SHORT if value < 2**16 and struct.unpack_from(order + "H", block, entry + 2)[0] == SHORT else LONG
    field = struct.pack(order + ("H" if kind == SHORT else "I"), value).ljust(4, b"\0")
    struct.pack_into(order + "HI4s", block, entry + 2, kind, 1, field)


def _set_ratio(block: bytearray, order: str, entry: int, value: float) -> None:
    kind, _, at = struct.unpack_from(order + "HII", block, entry + 2)
    if kind == RATIONAL:
        struct.pack_into(order + "II", block, at, round(value * DPI_STEPS), DPI_STEPS)


def _drop_thumbnail(block: bytearray, order: str, first: int) -> None:
    """End with the first directory; where the second and its picture come last, as they mostly do, cut them off."""
    (count,) = struct.unpack_from(order + "H", block, first)
    link = first + 2 + ENTRY_BYTES * count
    (second,) = struct.unpack_from(order + "I", block, link)
    struct.pack_into(order + "I", block, link, 0)
    if second > first and second >= max(_ends(block, order, first), default=0):
        del block[second:]


def _ends(block: bytearray, order: str, first: int, depth: int = 0) -> Iterator[int]:
    """Where the directory at `first`, what it holds and the directories in it end."""
    (count,) = struct.unpack_from(order + "H", block, first)
    yield first + 2 + ENTRY_BYTES * count + 4
    for entry in _entries(block, order, first):
        tag, kind, number, at = struct.unpack_from(order + "HHII", block, entry)
        size = TYPE_SIZE.get(kind, 0) * number
        if size > 4:
            yield at + size
        if tag in (EXIF, GPS) and depth == 0:
            yield from _ends(block, order, at, 1)


def _drop_place(block: bytearray, order: str, first: int) -> None:
    """Take the entry of the GPS directory out, and blank what it pointed to."""
    for entry in list(_entries(block, order, first)):
        tag, _, _, at = struct.unpack_from(order + "HHII", block, entry)
        if tag != GPS:
            continue
        for inner in list(_entries(block, order, at)):
            _, kind, number, value_at = struct.unpack_from(order + "HHII", block, inner)
            size = TYPE_SIZE.get(kind, 0) * number
            if size > 4:
                block[value_at : value_at + size] = bytes(len(block[value_at : value_at + size]))
        (inner_count,) = struct.unpack_from(order + "H", block, at)
        end = at + 2 + ENTRY_BYTES * inner_count
        block[at:end] = bytes(len(block[at:end]))
        (count,) = struct.unpack_from(order + "H", block, first)
        stop = first + 2 + ENTRY_BYTES * count + 4
        block[entry:stop] = block[entry + ENTRY_BYTES : stop] + bytes(ENTRY_BYTES)
        struct.pack_into(order + "H", block, first, count - 1)
        return
