"""EXIF into a WebP file byte by byte (RFC 9649): libvips puts a header before it that does not belong there."""

from __future__ import annotations

import struct
from pathlib import Path

RIFF_BYTES = 12
EXTENDED = b"VP8X"
HAS_EXIF, HAS_ALPHA = 0x08, 0x10
FLAGS_AT = RIFF_BYTES + 8  # of the extended header, which comes first


def add_exif(path: Path, exif: bytes, *, width: int, height: int, alpha: bool) -> None:
    """Append EXIF to the WebP file that libvips has written.

    Args:
        exif: the block, from its TIFF header on.
        alpha: whether the picture has transparency.

    Raises:
        ValueError: it is no WebP, or would be too large.
        OSError: the disk is full.
    """
    data = path.read_bytes()
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise ValueError("not a WebP file")
    chunks = bytearray(data[RIFF_BYTES:])
    if chunks[:4] == EXTENDED:
        chunks[FLAGS_AT - RIFF_BYTES] |= HAS_EXIF
    else:
        size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        flags = HAS_EXIF | (HAS_ALPHA if alpha else 0)
        chunks[:0] = EXTENDED + struct.pack("<II", 10, flags) + size
    chunks += b"EXIF" + struct.pack("<I", len(exif)) + exif + b"\0" * (len(exif) % 2)
    if len(chunks) + 4 >= 2**32:
        raise ValueError("more than 4 GiB")
    path.write_bytes(b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks)
