"""Where the numbers of a file stand that say sizes, counts and offsets: what a mutation of bytes would seldom hit."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

BOXES_OF_BOXES = (b"meta", b"iprp", b"ipco", b"moov", b"trak", b"iinf", b"iref", b"dinf", b"grpl")


@dataclass(frozen=True)
class Number:
    """A number within a file: where it starts, how many bytes it has, and in which order."""

    at: int
    size: int  # 1, 2, 4 or 8
    order: str = ">"


Layout = Callable[[bytes], Iterator[Number]]


def png(data: bytes) -> Iterator[Number]:
    """Lengths of chunks, and the fields of the header, of APNG and of the palette."""
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        yield Number(at, 4)
        if data[at + 4 : at + 8] == b"IHDR":
            yield from (Number(at + 8, 4), Number(at + 12, 4))
            yield from (Number(at + 16 + number, 1) for number in range(5))
        at += 12 + length


def jpeg(data: bytes) -> Iterator[Number]:
    """Lengths of segments, sizes and sampling of the frame, tables, and the offsets of EXIF."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        (length,) = struct.unpack_from(">H", data, at + 2)
        yield Number(at + 2, 2)
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            yield from (Number(at + 5, 2), Number(at + 7, 2), Number(at + 4, 1), Number(at + 9, 1))
            yield from (Number(at + 11 + 3 * part, 1) for part in range(3))
        elif marker in (0xC4, 0xDB, 0xDD):
            yield from (Number(at + 4 + number, 1) for number in range(min(18, length)))
        elif data[at + 4 : at + 10] == b"Exif\0\0":
            yield from (Number(n.at + at + 10, n.size, n.order) for n in tiff(data[at + 10 : at + 2 + length]))
        if marker == 0xDA:
            yield from (Number(at + 4 + number, 1) for number in range(min(10, length)))
            return
        at += 2 + length


def tiff(data: bytes) -> Iterator[Number]:
    """Every field of every directory: tag, type, count, value; and the offsets that chain them."""
    order = "<" if data[:2] == b"II" else ">"
    big = data[2:4] in (b"+\0", b"\0+")
    offset_size, head, step = (8, 8, 20) if big else (4, 2, 12)
    waiting, seen = [8 if big else 4], set()
    while waiting:
        place = waiting.pop()
        if place in seen or place + offset_size > len(data):
            continue
        seen.add(place)
        yield Number(place, offset_size, order)
        at = int.from_bytes(data[place : place + offset_size], "little" if order == "<" else "big")
        count = int.from_bytes(data[at : at + head], "little" if order == "<" else "big")
        yield Number(at, head, order)
        for entry in range(at + head, min(at + head + step * count, len(data)), step):
            yield from (Number(entry, 2, order), Number(entry + 2, 2, order))
            yield from (Number(entry + 4, offset_size, order), Number(entry + 4 + offset_size, offset_size, order))
            tag = int.from_bytes(data[entry : entry + 2], "little" if order == "<" else "big")
            if tag in (0x8769, 0x8825, 0x14A):  # EXIF, GPS, sub-pictures
                waiting.append(entry + 4 + offset_size)
        waiting.append(at + head + step * count)


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Sizes of ISO boxes (AVIF, HEIC, JPEG XL), and all that their small ones hold."""
    at, end = start, len(data) if end is None else end
    while at + 8 <= end:
        size, name = struct.unpack_from(">I4s", data, at)
        yield Number(at, 4)
        if size < 8:
            return
        if name in BOXES_OF_BOXES:
            yield from boxes(data, at + (12 if name == b"meta" else 8), min(end, at + size))
        elif size < 200 and name != b"mdat":
            for place in range(at + 8, min(at + size, end) - 1, 2):
                yield Number(place, 2)
                yield Number(place, 4)
        at += size


def riff(data: bytes) -> Iterator[Number]:
    """Sizes of the parts of a WebP, and the sizes of its picture."""
    yield Number(4, 4, "<")
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        yield Number(at + 4, 4, "<")
        yield from (Number(at + 8 + number, 1) for number in range(min(14, size)))
        at += 8 + size + size % 2


def head(count: int, *sizes: int, order: str = "<") -> Layout:
    """The first `count` bytes as numbers of all these sizes, at every place."""

    def numbers(data: bytes) -> Iterator[Number]:
        for size in sizes:
            yield from (Number(at, size, order) for at in range(min(count, len(data) - size + 1)))

    return numbers
