"""EXIF as a tree of TIFF directories (TIFF 6.0, section 2), and what is kept like it in TIFF files.

Here because libvips neither reads nor writes the EXIF of TIFF files, and of their IPTC only a quarter
(8.18.7 counts in words, libtiff in bytes). Values are copied as bytes, so nothing is lost on the way.
"""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import BinaryIO

Entry = tuple[int, int, bytes]  # type, count, value in little-endian order
Directory = dict[int, "Entry | Directory"]

TYPE_SIZE = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
SWAP_UNIT = {3: 2, 8: 2, 4: 4, 5: 4, 9: 4, 10: 4, 11: 4, 13: 4, 12: 8}
UNDEFINED, LONG = 7, 4
IPTC = 0x83BB
EXIF, GPS, INTEROPERABILITY = 0x8769, 0x8825, 0xA005
SUBDIRECTORIES = (EXIF, GPS, INTEROPERABILITY)
PIXEL_WIDTH, PIXEL_HEIGHT = 0xA002, 0xA003
# of the first directory only what describes the photo; the others say where the pixels lie
DESCRIPTIVE = {0x010E, 0x010F, 0x0110, 0x0131, 0x0132, 0x013B, 0x8298, EXIF, GPS}
MAX_DIRECTORY_BYTES = 16 * 2**20
MAX_DEPTH = 2  # the first directory, EXIF in it, interoperability in that


def exif_of_tiff(path: Path) -> bytes | None:
    """The EXIF of a TIFF file as a block of its own, beginning with "II*"; None when there is none.

    A damaged directory counts as none: the picture can still be enlarged. BigTIFF is not read.
    """
    directory = _of_file(path, DESCRIPTIVE)
    return b"II*\0" + struct.pack("<I", 8) + _packed(directory, 8) if directory else None


def iptc_of_tiff(path: Path) -> bytes | None:
    """The IPTC records of a TIFF file; None when there are none, or the directory is damaged."""
    entry = _of_file(path, {IPTC}).get(IPTC)
    if not isinstance(entry, tuple):
        return None
    for value in (entry[2], _swapped(entry[2], entry[0])):  # some programs call these bytes numbers
        if value.startswith(b"\x1c"):
            return value
    return None


def without_thumbnail(block: bytes) -> bytes:
    """An EXIF block that ends with its first directory: the second is that of the thumbnail.

    Nothing is moved, because maker notes may point to places within the block.

    Raises:
        ValueError, struct.error: the block is damaged.
    """
    order = _order(block[:4])
    (at,) = struct.unpack_from(order + "I", block, 4)
    (count,) = struct.unpack_from(order + "H", block, at)
    link = at + 2 + 12 * count
    return block[:link] + b"\0\0\0\0" + block[link + 4 :]


def add_to_tiff(path: Path, *, exif: bytes | None, iptc: bytes | None, width: int, height: int) -> None:
    """Append EXIF (a block) and IPTC (records) to the one-page TIFF file that libvips has written.

    The first directory is written anew at the end of the file with the new entries; the pixels stay. The
    sizes in the EXIF are corrected.

    Raises:
        ValueError, struct.error: the block is damaged, or the file is not a little-endian TIFF below 4 GiB.
        OSError: the disk is full.
    """
    added = _read_first(io.BytesIO(exif), DESCRIPTIVE) if exif else {}
    camera = added.setdefault(EXIF, {}) if exif else None
    if isinstance(camera, dict):
        camera[PIXEL_WIDTH] = (LONG, 1, struct.pack("<I", width))
        camera[PIXEL_HEIGHT] = (LONG, 1, struct.pack("<I", height))
    if iptc:
        added[IPTC] = (UNDEFINED, len(iptc), iptc)
    with path.open("r+b") as stream:
        if stream.read(4) != b"II*\0":
            raise ValueError("not a little-endian TIFF")
        stream.seek(0)
        directory = _read_first(stream, None) | added
        stream.seek(0, io.SEEK_END)
        at = stream.tell() + stream.tell() % 2
        tail = _packed(directory, at)
        if at + len(tail) >= 2**32:
            raise ValueError("no room below 4 GiB")
        stream.seek(at)
        stream.write(tail)
        stream.seek(4)
        stream.write(struct.pack("<I", at))


def _of_file(path: Path, wanted: set[int]) -> Directory:
    try:
        with path.open("rb") as stream:
            return _read_first(stream, wanted)
    except (OSError, struct.error, ValueError):
        return {}


def _read_first(stream: BinaryIO, wanted: set[int] | None) -> Directory:
    header = stream.read(8)
    order = _order(header[:4])
    return _read(stream, order, struct.unpack(order + "I", header[4:])[0], wanted)


def _order(magic: bytes) -> str:
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(magic)
    if order is None:
        raise ValueError("not a TIFF directory")
    return order


def _read(stream: BinaryIO, order: str, at: int, wanted: set[int] | None, depth: int = 0) -> Directory:
    """The directory at the offset `at`; entries that are cut off or of an unknown type are left out."""
    if depth > MAX_DEPTH:
        raise ValueError("directories within directories without end")
    stream.seek(at)
    (count,) = struct.unpack(order + "H", stream.read(2))
    table = stream.read(12 * count)
    directory: Directory = {}
    left = MAX_DIRECTORY_BYTES  # entries may share their bytes, so a small file could ask for gigabytes
    for index in range(len(table) // 12):
        tag, kind, number = struct.unpack_from(order + "HHI", table, 12 * index)
        size = TYPE_SIZE.get(kind, 0) * number
        if size == 0 or tag in directory or (wanted is not None and tag not in wanted):
            continue
        left -= size
        if left < 0:
            raise ValueError("a directory too large to be true")
        field = table[12 * index + 8 : 12 * index + 12]
        (offset,) = struct.unpack(order + "I", field)
        if tag in SUBDIRECTORIES:
            directory[tag] = _read(stream, order, offset, None, depth + 1)
            continue
        if size > 4:
            stream.seek(offset)
            field = stream.read(size)
        if len(field) >= size:
            directory[tag] = (kind, number, _swapped(field[:size], kind) if order == ">" else field[:size])
    return directory


def _swapped(value: bytes, kind: int) -> bytes:
    unit = SWAP_UNIT.get(kind, 1)
    return b"".join(value[i : i + unit][::-1] for i in range(0, len(value), unit))


def _packed(directory: Directory, at: int) -> bytes:
    """The directory in little-endian order as it stands at the offset `at`, its values behind it."""
    table = struct.pack("<H", len(directory))
    values = b""
    values_at = at + 2 + 12 * len(directory) + 4
    for tag, entry in sorted(directory.items(), key=lambda item: item[0]):
        if isinstance(entry, dict):
            kind, number = LONG, 1
            field = struct.pack("<I", values_at + len(values))
            values += _packed(entry, values_at + len(values))
        else:
            kind, number, field = entry
            if len(field) > 4:
                values, field = values + field, struct.pack("<I", values_at + len(values))
        values += b"\0" * (len(values) % 2)  # every offset is even
        table += struct.pack("<HHI", tag, kind, number) + field.ljust(4, b"\0")
    return table + struct.pack("<I", 0) + values
