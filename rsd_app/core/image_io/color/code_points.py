"""Colours that AVIF and HEIC name by code points (ITU-T H.273) and not by a profile; of PNG: png_chunks.py."""

from __future__ import annotations

import struct
from pathlib import Path

HEAD_BYTES = 2**18  # the boxes that describe an image stand before its data


def code_points_of(path: Path, format: str) -> tuple[int, int] | None:
    """Primaries and transfer; None where the file names none.

    Args:
        format: ImageInfo.format.
    """
    if format not in ("avif", "heif"):
        return None
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    at = head.find(b"colrnclx")
    if at < 0 or at + 12 > len(head):
        return None
    primaries, transfer = struct.unpack_from(">HH", head, at + 8)
    return primaries, transfer
