"""Raw rows as a picture for libvips, read as they are needed.

libvips' own reader maps a raw file into memory, and each page that it has touched counts as resident:
576 MB for 192 megapixels. So the rows are handed to its TIFF reader instead, as a BigTIFF whose header and
directory are made here; only one strip is held at a time.
"""

from __future__ import annotations

import errno
import io
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyvips

HEADER_BYTES = 16
STRIP_BYTES = 2**20
SHORT, LONG8 = 3, 16
FORMATS = {SHORT: "H", LONG8: "Q"}


class TiffOfRows:
    """A file object that looks like an uncompressed BigTIFF around the rows of a raw file.

    Header and rows stand in their natural order, the directory behind them. Only `read` and `seek`.

    Args:
        rows: interleaved samples in the machine's byte order, from its position 0 on.
        bands: 1 gray, 2 gray and alpha, 3 RGB, 4 RGB and alpha.
    """

    def __init__(self, rows: io.RawIOBase, *, width: int, height: int, bands: int, bits: int) -> None:
        self._rows = rows
        self._rows_end = HEADER_BYTES + width * height * bands * bits // 8
        self._at = 0
        order = "<" if sys.byteorder == "little" else ">"
        magic = b"II" if order == "<" else b"MM"
        self._header = magic + struct.pack(order + "HHHQ", 43, 8, 0, self._rows_end)
        self._tail = _directory(order, self._rows_end, width=width, height=height, bands=bands, bits=bits)

    def read(self, size: int) -> bytes:
        """At most `size` bytes from the present position; fewer where a part ends, none at the end."""
        if self._at < HEADER_BYTES:
            data = self._header[self._at : self._at + size]
        elif self._at < self._rows_end:
            self._rows.seek(self._at - HEADER_BYTES)
            data = self._rows.read(min(size, self._rows_end - self._at)) or b""
        else:
            start = self._at - self._rows_end
            data = self._tail[start : start + size]
        self._at += len(data)
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move to a position, as `io.IOBase.seek` does."""
        end = self._rows_end + len(self._tail)
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: end}[whence]
        return self._at


@contextmanager
def open_rows(path: Path, *, width: int, height: int, bands: int, bits: int) -> Iterator[Any]:
    """The raw file at `path` as a libvips image, to be read once from top to bottom within the context.

    Raises:
        OSError: the file cannot be read, or is shorter than the picture.
    """
    if path.stat().st_size < width * height * bands * bits // 8:
        raise OSError(errno.EINVAL, "its rows are not complete", str(path))
    with path.open("rb", buffering=0) as rows:
        file = TiffOfRows(rows, width=width, height=height, bands=bands, bits=bits)
        source = pyvips.SourceCustom()  # must outlive the image: libvips keeps no hold on its callbacks
        source.on_read(file.read)
        source.on_seek(file.seek)
        image = pyvips.Image.tiffload_source(source, access="sequential", fail_on="error")
        yield image.copy(interpretation=interpretation_of(bands, bits))


def interpretation_of(bands: int, bits: int) -> str:
    """libvips' name of what interleaved samples are."""
    return (("b-w", "srgb") if bits == 8 else ("grey16", "rgb16"))[bands > 2]


def _directory(order: str, at: int, *, width: int, height: int, bands: int, bits: int) -> bytes:
    """The BigTIFF directory as it stands at the offset `at`, with the arrays that do not fit into it."""
    row_bytes = width * bands * bits // 8
    strip_rows = max(1, STRIP_BYTES // row_bytes)
    tops = range(0, height, strip_rows)
    tags: dict[int, tuple[int, list[int]]] = {
        256: (LONG8, [width]),
        257: (LONG8, [height]),
        258: (SHORT, [bits] * bands),
        259: (SHORT, [1]),  # not compressed
        262: (SHORT, [2 if bands > 2 else 1]),  # RGB; black is zero
        273: (LONG8, [HEADER_BYTES + top * row_bytes for top in tops]),
        277: (SHORT, [bands]),
        278: (LONG8, [strip_rows]),
        279: (LONG8, [min(strip_rows, height - top) * row_bytes for top in tops]),
        284: (SHORT, [1]),  # samples interleaved
    }
    if bands in (2, 4):
        tags[338] = (SHORT, [2])  # alpha, not premultiplied
    table, arrays = struct.pack(order + "Q", len(tags)), b""
    arrays_at = at + 8 + 20 * len(tags) + 8
    for tag, (kind, values) in sorted(tags.items()):
        data = struct.pack(f"{order}{len(values)}{FORMATS[kind]}", *values)
        if len(data) > 8:
            offset = struct.pack(order + "Q", arrays_at + len(arrays))
            data, arrays = offset, arrays + data + b"\0" * (-len(data) % 8)
        table += struct.pack(order + "HHQ", tag, kind, len(values)) + data.ljust(8, b"\0")
    return table + struct.pack(order + "Q", 0) + arrays
