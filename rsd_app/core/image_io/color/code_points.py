"""Colours that a file names by code points (ITU-T H.273) and not by a profile: AVIF, HEIC, PNG."""

from __future__ import annotations

import struct
from pathlib import Path

HEAD_BYTES = 2**18  # the boxes that describe an image stand before its data
PNG_SIGNATURE_BYTES = 8


def code_points_of(path: Path, format: str) -> tuple[int, int] | None:
    """Primaries and transfer; None where the file names none.

    Args:
        format: ImageInfo.format.
    """
    if format not in ("avif", "heif", "png"):
        return None
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    return _of_png(head) if format == "png" else _of_heif(head)


def _of_heif(head: bytes) -> tuple[int, int] | None:
    at = head.find(b"colrnclx")
    if at < 0 or at + 12 > len(head):
        return None
    primaries, transfer = struct.unpack_from(">HH", head, at + 8)
    return primaries, transfer


def _of_png(head: bytes) -> tuple[int, int] | None:
    at = PNG_SIGNATURE_BYTES
    while at + 12 <= len(head):
        size, name = struct.unpack_from(">I4s", head, at)
        if name == b"cICP" and size >= 2 and at + 10 <= len(head):
            return head[at + 8], head[at + 9]
        if name == b"IDAT":
            return None
        at += 12 + size
    return None
