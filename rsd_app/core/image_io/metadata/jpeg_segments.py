"""What a JPEG says before its pixels, and what stands behind them (ITU-T T.81; CIPA DC-007; XMP part 3)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

APP1, APP2, SOS, EOI, COMMENT = 0xE1, 0xE2, 0xDA, 0xD9, 0xFE
EXTENSION = b"http://ns.adobe.com/xmp/extension/\0"
MULTI_PICTURE = b"MPF\0"
ISO_GAIN_MAP = b"urn:iso:std:iso:ts:21496:-1\0"
GUID_BYTES = 32
MOST_EXTENSION = 16 * 2**20
ENTRIES = 0xB002  # the tag of the pictures in a multi-picture file
ENTRY_BYTES = 16
THUMBNAILS, GAIN_MAP_KIND = (0x010001, 0x010002), 0x050000
LOOKED_AT = 2**16  # bytes of a further picture, in which it says that it is a gain map
GAIN_MAP_WORDS = re.compile(rb"hdr-?gain-?map|21496:-1", re.IGNORECASE)
SAMSUNG_TRAILER, SAMSUNG_VIDEO = b"SEFT", b"MotionPhoto_Data"
TRAILER_BYTES = 2**16


@dataclass(kw_only=True)
class JpegFacts:
    """What the segments of a JPEG say."""

    extension: bytes | None = None  # the further RDF of an XMP packet that did not fit into 64 KB
    extension_is_whole: bool = True
    pictures: int = 1  # full ones, without thumbnails and gain maps
    has_gain_map: bool = False
    comments: list[str] = field(default_factory=list)
    has_video: bool = False  # behind the picture, as Samsung appends it


@dataclass
class _Extension:
    size: int
    parts: dict[int, bytes] = field(default_factory=dict)

    def whole(self) -> bytes | None:
        data = b"".join(self.parts[at] for at in sorted(self.parts))
        return data if len(data) == self.size else None


def facts_of_jpeg(path: Path) -> JpegFacts:
    """Read the segments before the pixels, and the last bytes of the file.

    Raises:
        OSError: the file cannot be read.
    """
    facts = JpegFacts()
    extensions: dict[bytes, _Extension] = {}
    with path.open("rb") as file:
        for marker, at, data in _segments(file):
            if marker == APP1 and data.startswith(EXTENSION):
                _take_extension(extensions, data[len(EXTENSION) :])
            elif marker == COMMENT and data.strip(b"\0 "):
                facts.comments.append(_decoded(data.rstrip(b"\0")))
            elif marker == APP2 and data.startswith(ISO_GAIN_MAP):
                facts.has_gain_map = True
            elif marker == APP2 and data.startswith(MULTI_PICTURE):
                here = file.tell()
                _take_pictures(facts, file, data[len(MULTI_PICTURE) :], at + len(MULTI_PICTURE))
                file.seek(here)
        file.seek(0, 2)
        size = file.tell()
        file.seek(max(0, size - TRAILER_BYTES))
        tail = file.read()
        facts.has_video = tail.endswith(SAMSUNG_TRAILER) and SAMSUNG_VIDEO in tail
    for extension in extensions.values():
        facts.extension = facts.extension or extension.whole()
    facts.extension_is_whole = facts.extension is not None or not extensions
    return facts


def _segments(file: BinaryIO) -> Iterator[tuple[int, int, bytes]]:
    """Marker, position and content of the segments up to the first scan."""
    file.seek(2)
    while True:
        head = file.read(2)
        while head[:1] == b"\xff" and head[1:] == b"\xff":  # filling
            head = head[1:] + file.read(1)
        if len(head) < 2 or head[0] != 0xFF or head[1] in (SOS, EOI):
            return
        size = int.from_bytes(file.read(2), "big")
        if size < 2:
            return
        at = file.tell()
        yield head[1], at, file.read(size - 2)
        file.seek(at + size - 2)


def _decoded(comment: bytes) -> str:
    try:
        return comment.decode()
    except UnicodeDecodeError:
        return comment.decode("latin-1")


def _take_extension(extensions: dict[bytes, _Extension], data: bytes) -> None:
    if len(data) < GUID_BYTES + 8:
        return
    guid, (size, at) = data[:GUID_BYTES], struct.unpack_from(">II", data, GUID_BYTES)
    if size <= MOST_EXTENSION:
        extensions.setdefault(guid, _Extension(size)).parts[at] = data[GUID_BYTES + 8 :]


def _take_pictures(facts: JpegFacts, file: BinaryIO, data: bytes, start: int) -> None:
    """Count the pictures of a multi-picture index; `start` is where its offsets count from."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None or len(data) < 8:
        return
    try:
        (at,) = struct.unpack_from(order + "I", data, 4)
        (count,) = struct.unpack_from(order + "H", data, at)
        for index in range(count):
            tag, _, size, where = struct.unpack_from(order + "HHII", data, at + 2 + 12 * index)
            if tag == ENTRIES:
                starts = range(where, where + size, ENTRY_BYTES)
                _count(facts, file, [struct.unpack_from(order + "III", data, entry) for entry in starts], start)
    except struct.error:
        return


def _count(facts: JpegFacts, file: BinaryIO, entries: list[tuple[int, ...]], start: int) -> None:
    for attributes, _, offset in entries[1:]:
        kind = attributes & 0xFFFFFF
        file.seek(start + offset)
        if kind == GAIN_MAP_KIND or GAIN_MAP_WORDS.search(file.read(LOOKED_AT)):
            facts.has_gain_map = True
        elif kind not in THUMBNAILS:
            facts.pictures += 1
