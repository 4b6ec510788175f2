"""EXIF as a tree of TIFF directories (TIFF 6.0, section 2), and what is kept like it in TIFF files.

Here because libvips neither reads nor writes the EXIF of TIFF files, and of their IPTC only a quarter
(8.18.7 counts in words, libtiff in bytes). Values are copied as bytes, so nothing is lost on the way.
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

Entry = tuple[int, int, bytes]  # type, count, value in little-endian order
Directory = dict[int, "Entry | Directory"]

TYPE_SIZE = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
SWAP_UNIT = {3: 2, 8: 2, 4: 4, 5: 4, 9: 4, 10: 4, 11: 4, 13: 4, 12: 8, 16: 8, 17: 8, 18: 8}
UNDEFINED, LONG, LONG8 = 7, 4, 16
COMPRESSION, ORIENTATION = 0x0103, 0x0112
WHOLE = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}  # types of whole numbers, as struct calls them
IPTC = 0x83BB
EXIF, GPS, INTEROPERABILITY = 0x8769, 0x8825, 0xA005
SUBDIRECTORIES = (EXIF, GPS, INTEROPERABILITY)
PIXEL_WIDTH, PIXEL_HEIGHT = 0xA002, 0xA003
# of the first directory only what describes the photo; the others say where the pixels lie
DESCRIPTIVE = {0x010E, 0x010F, 0x0110, 0x0131, 0x0132, 0x013B, 0x8298, EXIF, GPS}
DESCRIPTIVE |= {0x4746, 0x4749, *range(0x9C9B, 0x9CA0)}  # Windows' rating, title, comment, author, keywords, subject
MAX_DIRECTORY_BYTES = 16 * 2**20
MAX_ENTRIES = 65_535
MAX_PAGES = 1000  # that are looked at
MAX_DEPTH = 2  # the first directory, EXIF in it, interoperability in that


def exif_of_tiff(path: Path, page: Directory | None = None) -> bytes | None:
    """The EXIF of a TIFF file as a block of its own, beginning with "II*"; None when there is none.

    A damaged directory counts as none: the picture can still be enlarged.

    Args:
        page: entries of the photo, where it is not the first page: they go before those of the first.
    """
    directory = _of_file(path, DESCRIPTIVE)
    directory |= {tag: entry for tag, entry in (page or {}).items() if tag in DESCRIPTIVE}
    return b"II*\0" + struct.pack("<I", 8) + _packed(directory, 8, CLASSIC) if directory else None


def orientation_of(exif: bytes) -> int:
    """The orientation in a block of EXIF, 1 to 8; 1 where it has none, or is damaged."""
    try:
        found = numbers(_read_first(io.BytesIO(exif), {ORIENTATION}).get(ORIENTATION))
    except (struct.error, ValueError):
        return 1
    return found[0] if found and 1 <= found[0] <= 8 else 1


def iptc_of_tiff(path: Path, page: Directory | None = None) -> bytes | None:
    """The IPTC records of a TIFF file; None when there are none, or the directory is damaged.

    Args:
        page: as in `exif_of_tiff`.
    """
    entry = (page or {}).get(IPTC) or _of_file(path, {IPTC}).get(IPTC)
    if not isinstance(entry, tuple):
        return None
    for value in (entry[2], _swapped(entry[2], entry[0])):  # some programs call these bytes numbers
        if value.startswith(b"\x1c"):
            return value
    return None


def add_to_tiff(path: Path, *, exif: bytes | None, iptc: bytes | None, width: int, height: int) -> None:
    """Append EXIF (a block) and IPTC (records) to the one-page TIFF or BigTIFF file that libvips has written.

    The first directory is rewritten at the end of the file with the new entries; the pixels stay. The
    sizes in the EXIF are corrected.

    Raises:
        ValueError, struct.error: the block is damaged, or the file is not a little-endian TIFF.
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
        form = {b"II*\0": CLASSIC, b"II+\0": BIG}.get(stream.read(4))
        if form is None:
            raise ValueError("not a little-endian TIFF")
        stream.seek(0)
        directory = _read_first(stream, None) | added
        stream.seek(0, io.SEEK_END)
        at = stream.tell() + -stream.tell() % 8
        tail = _packed(directory, at, form)
        if not form.big and at + len(tail) >= 2**32:
            raise ValueError("no room below 4 GiB")
        stream.seek(at)
        stream.write(tail)
        stream.seek(8 if form.big else 4)
        stream.write(struct.pack("<" + form.offset, at))


def chain_of_tiff(path: Path, wanted: set[int], subs: int) -> list[tuple[Directory, list[Directory]]]:
    """The directories of all pages with their entries `wanted`, up to the first that is damaged.

    Args:
        subs: the tag, one of `wanted`, of the entry that says where a page's own sub-directories are.
    """
    chain: list[tuple[Directory, list[Directory]]] = []
    seen: set[int] = set()
    try:
        with path.open("rb") as stream:
            how, at = _start(stream)
            while at and at not in seen and len(chain) < MAX_PAGES:
                seen.add(at)
                page = _read(stream, how, at, wanted)
                offsets = numbers(page.get(subs))[:MAX_PAGES]
                chain.append((page, [_read(stream, how, sub, wanted) for sub in offsets]))
                at = _next(stream, how, at)
    except (OSError, struct.error, ValueError):
        return chain
    return chain


def numbers(entry: Entry | Directory | None) -> tuple[int, ...]:
    """The values of an entry of whole numbers; () for any other, and for none."""
    if not isinstance(entry, tuple) or entry[0] not in WHOLE:
        return ()
    return struct.unpack(f"<{entry[1]}{WHOLE[entry[0]]}", entry[2])


@dataclass(frozen=True)
class _Form:
    """How directories are laid out: the classic TIFF of 32 bits, or BigTIFF."""

    big: bool

    @property
    def count(self) -> str:
        """struct's sign for the number of entries."""
        return "Q" if self.big else "H"

    @property
    def offset(self) -> str:
        """struct's sign for offsets, and for the number of values of an entry."""
        return "Q" if self.big else "I"

    @property
    def field_bytes(self) -> int:
        """Of an entry's value; a longer one stands elsewhere."""
        return 8 if self.big else 4

    @property
    def entry_bytes(self) -> int:
        return 20 if self.big else 12


CLASSIC, BIG = _Form(big=False), _Form(big=True)


def _of_file(path: Path, wanted: set[int]) -> Directory:
    try:
        with path.open("rb") as stream:
            return _read_first(stream, wanted)
    except (OSError, struct.error, ValueError):
        return {}


def _read_first(stream: BinaryIO, wanted: set[int] | None) -> Directory:
    how, at = _start(stream)
    return _read(stream, how, at, wanted)


def _start(stream: BinaryIO) -> tuple[tuple[str, _Form], int]:
    """The byte order and form of a file, and where its first directory stands."""
    magic = stream.read(4)
    if magic in (b"II+\0", b"MM\0+"):
        order = "<" if magic[:1] == b"I" else ">"
        _, _, at = struct.unpack(order + "HHQ", stream.read(12))
        return (order, BIG), at
    order = order_of(magic)
    return (order, CLASSIC), struct.unpack(order + "I", stream.read(4))[0]


def _next(stream: BinaryIO, how: tuple[str, _Form], at: int) -> int:
    """Where the directory behind the one at `at` stands; 0: it is the last."""
    order, form = how
    stream.seek(at)
    (count,) = struct.unpack(order + form.count, stream.read(struct.calcsize(order + form.count)))
    stream.seek(form.entry_bytes * count, io.SEEK_CUR)
    found: int = struct.unpack(order + form.offset, stream.read(form.field_bytes))[0]
    return found


def order_of(magic: bytes) -> str:
    """struct's sign for the byte order of a block that begins so.

    Raises:
        ValueError: no block does.
    """
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(magic)
    if order is None:
        raise ValueError("not a TIFF directory")
    return order


def _read(stream: BinaryIO, how: tuple[str, _Form], at: int, wanted: set[int] | None, depth: int = 0) -> Directory:
    """The directory at the offset `at`; entries that are cut off or of an unknown type are left out.

    Args:
        how: the byte order, and the form.
    """
    if depth > MAX_DEPTH:
        raise ValueError("directories within directories without end")
    order, form = how
    stream.seek(at)
    (count,) = struct.unpack(order + form.count, stream.read(struct.calcsize(order + form.count)))
    table = stream.read(form.entry_bytes * min(count, MAX_ENTRIES))
    directory: Directory = {}
    left = MAX_DIRECTORY_BYTES  # entries may share their bytes, so a small file could ask for gigabytes
    for start in range(0, len(table) - form.entry_bytes + 1, form.entry_bytes):
        tag, kind, number = struct.unpack_from(order + "HH" + form.offset, table, start)
        size = TYPE_SIZE.get(kind, 0) * number
        if size == 0 or tag in directory or (wanted is not None and tag not in wanted):
            continue
        left -= size
        if left < 0:
            raise ValueError("a directory too large to be true")
        field = table[start + form.entry_bytes - form.field_bytes : start + form.entry_bytes]
        (offset,) = struct.unpack(order + form.offset, field)
        if tag in SUBDIRECTORIES:
            if size < form.field_bytes:  # a LONG in a BigTIFF
                (offset,) = struct.unpack(order + "I", field[:4])
            directory[tag] = _read(stream, how, offset, None, depth + 1)
            continue
        if size > form.field_bytes:
            stream.seek(offset)
            field = stream.read(size)
        if len(field) >= size:
            directory[tag] = (kind, number, _swapped(field[:size], kind) if order == ">" else field[:size])
    return directory


def _swapped(value: bytes, kind: int) -> bytes:
    unit = SWAP_UNIT.get(kind, 1)
    return b"".join(value[i : i + unit][::-1] for i in range(0, len(value), unit))


def _packed(directory: Directory, at: int, form: _Form) -> bytes:
    """The directory in little-endian order as it stands at the offset `at`, its values behind it."""
    table = struct.pack("<" + form.count, len(directory))
    values = b""
    values_at = at + len(table) + form.entry_bytes * len(directory) + form.field_bytes
    for tag, entry in sorted(directory.items(), key=lambda item: item[0]):
        if isinstance(entry, dict):
            kind, number = (LONG8 if form.big else LONG), 1
            field = struct.pack("<" + form.offset, values_at + len(values))
            values += _packed(entry, values_at + len(values), form)
        else:
            kind, number, field = entry
            if len(field) > form.field_bytes:
                values, field = values + field, struct.pack("<" + form.offset, values_at + len(values))
        values += b"\0" * (-len(values) % 8)  # every offset is even, in a BigTIFF a multiple of eight
        table += struct.pack("<HH" + form.offset, tag, kind, number) + field.ljust(form.field_bytes, b"\0")
    return table + struct.pack("<" + form.offset, 0) + values
