"""What a PNG says beside its pixels, before and after them (PNG, third edition, sections 11.3 and 4.3)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from rsd_app.core.image_io.info import Text
from rsd_app.core.image_io.metadata.source_metadata import EXIF_PREFIX, PHOTOSHOP, iptc_in

SIGNATURE_BYTES = 8
TEXTS = (b"tEXt", b"zTXt", b"iTXt")
READ = (*TEXTS, b"cICP", b"sRGB", b"gAMA", b"cHRM", b"eXIf", b"acTL")
MOST_BYTES = 64 * 2**20  # of all texts and EXIF together, unpacked
XMP_KEYWORD = "XML:com.adobe.xmp"
XMP_IN_APP1 = b"http://ns.adobe.com/xap/1.0/\0"
RAW_PROFILE = "Raw profile type "  # how ImageMagick and ExifTool store what PNG had no chunk for
HEX_COLUMNS = 72
PARTS = 100_000.0  # in which gAMA and cHRM are written
KEYWORD_BYTES = 79

Chromaticities = tuple[float, float, float, float, float, float, float, float]


@dataclass(kw_only=True)
class PngFacts:
    """What the chunks of a PNG say."""

    code_points: tuple[int, int] | None = None  # of cICP: primaries and transfer of ITU-T H.273
    is_srgb: bool = False
    gamma: float | None = None  # encoded value = light ** gamma
    chromaticities: Chromaticities | None = None  # x and y of white, red, green, blue
    exif: bytes | None = None  # from its TIFF header on
    xmp: bytes | None = None
    iptc: bytes | None = None  # the bare records
    icc: bytes | None = None  # of a raw profile, not of iCCP
    frames: int = 1  # of an animation
    texts: list[Text] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)  # keywords of texts that are damaged or too large


def facts_of_png(path: Path) -> PngFacts:
    """Read all chunks that are not pixels; what is damaged counts as absent.

    Raises:
        OSError: the file cannot be read.
    """
    facts, room, raw = PngFacts(), MOST_BYTES, dict[str, bytes]()
    with path.open("rb") as file:
        for name, data in _chunks(file):
            if name in TEXTS:
                room -= _take_text(facts, raw, name, data, room)
            else:
                _take(facts, name, data)
    _take_raw_profiles(facts, raw)
    return facts


def as_text(keyword: str, text: str) -> Text:
    """A text as it would stand in a PNG: in Latin-1 where that holds it, else in UTF-8."""
    try:
        return Text(keyword, text, text_chunk(keyword, text.encode("latin-1")))
    except UnicodeEncodeError:
        packed = zlib.compress(text.encode(errors="replace"))
        return Text(keyword, text, (b"iTXt", keyword.encode("latin-1") + b"\0\1\0\0\0" + packed))


def text_chunk(keyword: str, text: bytes) -> tuple[bytes, bytes]:
    """Type and content of a compressed text of Latin-1."""
    return b"zTXt", keyword.encode("latin-1") + b"\0\0" + zlib.compress(text)


def raw_profile(kind: str, data: bytes) -> tuple[bytes, bytes]:
    """Type and content of the chunk that holds IPTC and the like in hexadecimal, as ExifTool and Exiv2 read it."""
    digits = data.hex()
    lines = [digits[i : i + HEX_COLUMNS] for i in range(0, len(digits), HEX_COLUMNS)]
    return text_chunk(RAW_PROFILE + kind, "\n".join(["", kind, f"{len(data):8}", *lines, ""]).encode())


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """The chunks that are looked at, whole ones only."""
    at = SIGNATURE_BYTES
    while True:
        file.seek(at)
        head = file.read(8)
        if len(head) < 8:
            return
        size, name = struct.unpack(">I4s", head)
        if name == b"IEND":
            return
        if name in READ and size <= MOST_BYTES:
            data, check = file.read(size), file.read(4)
            if check == struct.pack(">I", zlib.crc32(name + data)):
                yield name, data
        at += 12 + size


def _take(facts: PngFacts, name: bytes, data: bytes) -> None:
    if name == b"cICP" and len(data) >= 4:
        facts.code_points = facts.code_points or (data[0], data[1])
    elif name == b"sRGB":
        facts.is_srgb = True
    elif name == b"gAMA" and len(data) >= 4:
        facts.gamma = int.from_bytes(data[:4], "big") / PARTS or None
    elif name == b"cHRM" and len(data) >= 32:
        values = [value / PARTS for value in struct.unpack(">8I", data[:32])]
        facts.chromaticities = (*values,)
    elif name == b"eXIf":
        facts.exif = facts.exif or data.removeprefix(EXIF_PREFIX) or None
    elif name == b"acTL" and len(data) >= 4:
        facts.frames = max(1, int.from_bytes(data[:4], "big"))


def _take_text(facts: PngFacts, raw: dict[str, bytes], name: bytes, data: bytes, room: int) -> int:
    """Note one text; the bytes that it took of the room for all of them."""
    keyword = data.split(b"\0", 1)[0][:KEYWORD_BYTES].decode("latin-1")
    try:
        content = _content(name, data, room)
    except (ValueError, IndexError, zlib.error):
        facts.left_out.append(keyword)
        return 0
    if keyword == XMP_KEYWORD:
        facts.xmp = facts.xmp or content or None
    elif keyword.startswith(RAW_PROFILE):
        raw.setdefault(keyword.removeprefix(RAW_PROFILE).lower(), content)
    else:
        text = content.decode("utf-8" if name == b"iTXt" else "latin-1", errors="replace")
        facts.texts.append(Text(keyword, text, (name, data)))
    return len(content)


def _content(name: bytes, data: bytes, room: int) -> bytes:
    """The text of a chunk, unpacked.

    Raises:
        ValueError, IndexError, zlib.error: it is damaged, or larger than `room`.
    """
    _, rest = data.split(b"\0", 1)
    packed = name == b"zTXt"
    if name == b"zTXt":
        rest = rest[1:]
    elif name == b"iTXt":
        packed = rest[0] == 1
        _, _, rest = rest[2:].split(b"\0", 2)  # language, and the keyword in it
    if packed:
        unpacker = zlib.decompressobj()
        rest = unpacker.decompress(rest, room + 1)
        if not unpacker.eof and len(rest) <= room:
            raise ValueError("cut off")
    if len(rest) > room:
        raise ValueError("too large")
    return rest


def _take_raw_profiles(facts: PngFacts, raw: dict[str, bytes]) -> None:
    """What stands in hexadecimal, where no chunk of its own says it."""
    for kind, text in raw.items():
        try:
            _, size, *digits = text.split()
            data = bytes.fromhex(b"".join(digits).decode("ascii"))
            if len(data) != int(size):
                raise ValueError("cut off")
        except ValueError:
            facts.left_out.append(RAW_PROFILE + kind)
            continue
        if kind == "xmp" or data.startswith(XMP_IN_APP1):
            facts.xmp = facts.xmp or data.removeprefix(XMP_IN_APP1) or None
        elif kind in ("exif", "app1"):
            facts.exif = facts.exif or data.removeprefix(EXIF_PREFIX) or None
        elif kind in ("iptc", "8bim"):
            whole = PHOTOSHOP + data if data.startswith(b"8BIM") else data
            facts.iptc = facts.iptc or iptc_in(whole)
        elif kind in ("icc", "icm"):
            facts.icc = facts.icc or data or None
        else:
            facts.left_out.append(RAW_PROFILE + kind)
