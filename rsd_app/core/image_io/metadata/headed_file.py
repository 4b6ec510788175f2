"""A file that libvips writes, with a few bytes of ours near its beginning.

EXIF goes into JPEG and PNG this way: libvips would rewrite it, and maker notes would no longer find what
they point to.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyvips

SOI = b"\xff\xd8"
PNG_HEADER_BYTES = 8 + 25  # signature and IHDR
SEGMENT_BYTES = 65_533
PER_INCH = 1


class TooLargeError(ValueError):
    """The EXIF is larger than a JPEG can hold."""


@contextmanager
def headed_target(path: Path, at: int, inserted: bytes) -> Iterator[Any]:
    """A libvips target for `path`, in which `inserted` stands at the position `at`.

    Raises:
        OSError: of writing, in place of libvips' own error, which says less.
    """
    failures: list[OSError] = []
    passed = 0
    with path.open("wb", buffering=0) as file:

        def write(data: bytes | bytearray | memoryview) -> int:
            """What libvips calls for each part; -1 signals that the disk refused."""
            nonlocal passed
            cut = max(0, at - passed) if passed < at <= passed + len(data) else len(data)
            try:
                _write_all(file, data[:cut])
                if passed < at <= passed + len(data):
                    _write_all(file, inserted)
                    _write_all(file, data[cut:])
            except OSError as error:
                failures.append(error)
                return -1
            passed += len(data)
            return len(data)

        target = pyvips.TargetCustom()
        target.on_write(write)
        try:
            yield target
        except pyvips.Error:
            if failures:
                raise failures[0] from None
            raise


def jpeg_head(exif: bytes | None, dpi: tuple[float, float], comments: Sequence[str] = ()) -> bytes:
    """The segments that stand behind a JPEG's first marker: JFIF with the resolution, EXIF, comments.

    Raises:
        TooLargeError: the EXIF has more than 64 KiB.
    """
    across, down = (min(65535, max(1, round(value))) for value in dpi)
    head = b"\xff\xe0" + struct.pack(">H5sHBHHBB", 16, b"JFIF\0", 0x0102, PER_INCH, across, down, 0, 0)
    if exif:
        segment = b"Exif\0\0" + exif
        if len(segment) > SEGMENT_BYTES:
            raise TooLargeError(f"{len(segment)} bytes")
        head += b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment
    for comment in comments:
        text = comment.encode(errors="replace")[:SEGMENT_BYTES]
        head += b"\xff\xfe" + struct.pack(">H", len(text) + 2) + text
    return head


def png_chunk(name: bytes, data: bytes) -> bytes:
    """A chunk as it stands in a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _write_all(file: Any, data: bytes | bytearray | memoryview) -> None:
    view = memoryview(data)
    while len(view):
        view = view[file.write(view) :]
