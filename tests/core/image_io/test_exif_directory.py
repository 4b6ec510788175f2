"""EXIF as bytes: both byte orders, thumbnails, and damage of every kind."""

from __future__ import annotations

import contextlib
import struct
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rsd_app.core.image_io.metadata.exif_block import corrected
from rsd_app.core.image_io.metadata.exif_directory import add_to_tiff, exif_of_tiff, iptc_of_tiff
from rsd_app.core.image_io.metadata.placement import Placement


def _tiff(path: Path) -> Path:
    Image.new("RGB", (8, 6), "red").save(path)
    return path


@pytest.mark.parametrize("order", ["<", ">"])
def test_that_values_are_the_same_in_either_order(tmp_path: Path, rich_exif: Image.Exif, order: str) -> None:
    rich_exif.endian = order
    block = rich_exif.tobytes().removeprefix(b"Exif\0\0")
    assert block[:2] == (b"II" if order == "<" else b"MM")
    path = _tiff(tmp_path / "a.tif")
    add_to_tiff(path, exif=block, iptc=b"\x1c\x02\x50\x00\x05Alice", width=800, height=600)
    with Image.open(path) as stored:
        np.testing.assert_array_equal(np.asarray(stored)[0, 0], [255, 0, 0])
        exif = stored.getexif()
        assert exif[0x0110] == "Model 5"
        assert 0x0112 not in exif  # turned already
        camera = exif.get_ifd(0x8769)
        assert (camera[0xA002], camera[0xA003]) == (800, 600)
        assert float(camera[0x829A]) == pytest.approx(0.004)
        assert exif.get_ifd(0x8825)[2] == (48.0, 8.0, 14.5)
    found = exif_of_tiff(path)
    assert found is not None
    again = Image.Exif()
    again.load(found)
    assert again.get_ifd(0x8769)[0x927C] == b"MAKERNOTE\0\1\2\3\4\5"
    assert iptc_of_tiff(path) == b"\x1c\x02\x50\x00\x05Alice"


def test_that_a_file_without_exif_has_none(tmp_path: Path) -> None:
    path = _tiff(tmp_path / "a.tif")
    assert exif_of_tiff(path) is None
    assert iptc_of_tiff(path) is None
    assert exif_of_tiff(tmp_path / "none.tif") is None


def test_that_damaged_blocks_end_in_no_other_error(tmp_path: Path, rich_exif: Image.Exif) -> None:
    good = rich_exif.tobytes().removeprefix(b"Exif\0\0")
    placement = Placement(orientation=6, stored_width=53, stored_height=37, width=8, height=6)
    rng = np.random.default_rng(5)
    path = _tiff(tmp_path / "a.tif")
    original = path.read_bytes()
    for _ in range(300):
        bad = bytearray(good)
        for at in rng.integers(4, len(bad), 6):
            bad[at] = rng.integers(256)
        with contextlib.suppress(ValueError, struct.error):
            add_to_tiff(path, exif=bytes(bad), iptc=None, width=8, height=6)
        with contextlib.suppress(ValueError, struct.error):
            corrected(bytes(bad[: rng.integers(len(bad))]), placement, dpi=(72, 72), keep_place=False)
        with Image.open(path) as stored:
            assert stored.size == (8, 6)
        path.write_bytes(original)
        (tmp_path / "bad.tif").write_bytes(bad)
        exif_of_tiff(tmp_path / "bad.tif")


def test_that_a_directory_of_itself_ends(tmp_path: Path) -> None:
    path = tmp_path / "loop.tif"
    loop = struct.pack("<HHII", 0x8769, 4, 1, 8)
    path.write_bytes(b"II*\0" + struct.pack("<IH", 8, 1) + loop + bytes(4))
    assert exif_of_tiff(path) is None


def test_that_entries_that_share_their_bytes_do_not_fill_the_memory(tmp_path: Path) -> None:
    path, size = tmp_path / "many.tif", 2**20
    entries = [struct.pack("<HHII", tag, 7, size, 8) for tag in range(60_000)]
    inner = struct.pack("<H", len(entries)) + b"".join(entries) + bytes(4)
    outer = struct.pack("<H", 1) + struct.pack("<HHII", 0x8769, 4, 1, 26) + bytes(4)
    path.write_bytes(b"II*\0" + struct.pack("<I", 8) + outer + inner + bytes(size))
    began = time.perf_counter()
    assert exif_of_tiff(path) is None
    assert time.perf_counter() - began < 1


def test_that_a_block_that_is_no_directory_is_refused(tmp_path: Path) -> None:
    path = _tiff(tmp_path / "a.tif")
    before = path.read_bytes()
    with pytest.raises(ValueError, match="not a TIFF directory"):
        add_to_tiff(path, exif=b"nonsense", iptc=None, width=8, height=6)
    assert path.read_bytes() == before
