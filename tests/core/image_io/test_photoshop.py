"""PSD: which of its channels are the picture, and what else it carries."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.read import ImageSource, Pixels, open_image, probe

Photo = Callable[..., np.ndarray]
AllRows = Callable[[ImageSource], Pixels]
IPTC = b"\x1c\x02\x78\x00\x07caption"
MERGED = {1057: struct.pack(">IB", 1, 1)}


def resource(number: int, data: bytes) -> bytes:
    return b"8BIM" + struct.pack(">HHI", number, 0, len(data)) + data + b"\0" * (len(data) % 2)


def packed(row: bytes) -> bytes:
    """A row in PackBits, as literals of up to 128 bytes."""
    return b"".join(bytes([len(row[i : i + 128]) - 1]) + row[i : i + 128] for i in range(0, len(row), 128))


def write_psd(
    path: Path,
    planes: np.ndarray,
    *,
    gray: bool = False,
    layers: int = 0,
    resources: dict[int, bytes] | None = None,
    rle: bool = False,
) -> None:
    bands, height, width = planes.shape
    head = b"8BPS" + struct.pack(">H6xHIIHH", 1, bands, height, width, 8, 1 if gray else 3)
    found = b"".join(resource(number, data) for number, data in (resources or {}).items())
    layer = struct.pack(">Ih", 4, layers) + bytes(2)
    section = struct.pack(">I", len(layer)) + layer if layers else struct.pack(">I", 0)
    rows = [packed(row.tobytes()) for plane in planes for row in plane]
    lengths = struct.pack(f">{len(rows)}H", *map(len, rows))
    data = b"\0\1" + lengths + b"".join(rows) if rle else b"\0\0" + planes.tobytes()
    path.write_bytes(head + struct.pack(">I", 0) + struct.pack(">I", len(found)) + found + section + data)


def read(path: Path, all_rows: AllRows) -> tuple[ImageSource, Pixels]:
    with open_image(path, max_megapixels=1) as source:
        return source, all_rows(source)


@pytest.mark.parametrize("rle", [False, True])
@pytest.mark.parametrize("colors", [1, 3])
@pytest.mark.parametrize("more", [0, 1, 2])
def test_that_layers_with_transparency_are_freed_of_the_white_behind_them(
    tmp_path: Path, photo: Photo, all_rows: AllRows, rle: bool, colors: int, more: int
) -> None:
    path, color = tmp_path / "a.psd", photo(bands=3)[..., :colors]
    alpha = np.tile(np.linspace(0, 255, 53).astype(np.uint8), (37, 1))
    share = alpha[..., None] / 255
    blended = np.rint(color * share + 255 * (1 - share)).astype(np.uint8)
    selections = [255 - alpha] * more
    planes = np.dstack([blended, alpha, *selections]).transpose(2, 0, 1)
    write_psd(path, planes, gray=colors == 1, layers=-2, resources=MERGED, rle=rle)
    source, rows = read(path, all_rows)
    np.testing.assert_array_equal(rows.alpha, alpha)
    seen = alpha > 127
    assert np.abs(rows.color[seen].astype(int) - color[seen]).max() <= 1
    assert len(source.info.notices) == bool(more)


def test_that_a_saved_selection_is_no_transparency(tmp_path: Path, photo: Photo, all_rows: AllRows) -> None:
    path, pixels = tmp_path / "a.psd", photo(bands=5)
    for layers in (0, 3):
        for rle in (False, True):
            write_psd(path, pixels.transpose(2, 0, 1), layers=layers, rle=rle)
            source, rows = read(path, all_rows)
            np.testing.assert_array_equal(rows.color, pixels[..., :3])
            assert rows.alpha is None
            (notice,) = source.info.notices
            assert "2 saved channels" in notice


def test_that_all_it_carries_is_found(tmp_path: Path, photo: Photo) -> None:
    path, icc = tmp_path / "a.psd", b"\0" * 16 + b"RGB " + b"\0" * 108
    exif, xmp = b"II*\0\x08\0\0\0\0\0\0\0\0\0", b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    dots = struct.pack(">IHHIHH", 240 << 16, 1, 1, 240 << 16, 1, 1)
    resources = {1005: dots, 1028: IPTC, 1039: icc, 1058: exif, 1060: xmp}
    write_psd(path, photo().transpose(2, 0, 1), resources=resources)
    info = probe(path, max_megapixels=1)
    assert (info.iptc, info.icc, info.exif, info.xmp) == (IPTC, icc, exif, xmp)
    assert info.dpi == pytest.approx((240, 240))


def test_that_layers_without_a_composite_are_refused(tmp_path: Path, photo: Photo) -> None:
    path = tmp_path / "a.psd"
    write_psd(path, photo().transpose(2, 0, 1), layers=2, resources={1057: struct.pack(">IB", 1, 0)})
    with pytest.raises(ImageReadError, match="without a composite; save it with"):
        probe(path, max_megapixels=1)


def test_that_a_large_document_is_refused_in_words(tmp_path: Path, photo: Photo) -> None:
    path = tmp_path / "a.psb"
    write_psd(path, photo().transpose(2, 0, 1))
    data = bytearray(path.read_bytes())
    data[5] = 2
    path.write_bytes(data)
    with pytest.raises(ImageReadError, match=r"is a PSB, .*; save it as TIFF"):
        probe(path, max_megapixels=1)


@pytest.mark.parametrize("rle", [False, True])
def test_that_a_cut_psd_is_refused(tmp_path: Path, photo: Photo, all_rows: AllRows, rle: bool) -> None:
    path = tmp_path / "a.psd"
    write_psd(path, photo().transpose(2, 0, 1), rle=rle)
    data = path.read_bytes()
    for size in (20, 30, 36, 45, 300, len(data) - 2000):
        path.write_bytes(data[:size])
        with pytest.raises(ImageReadError, match="damaged or cut off"):
            read(path, all_rows)
