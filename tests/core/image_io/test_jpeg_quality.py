"""The quality of a JPEG from its tables: those of libjpeg, of others, and of what is no JPEG."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rsd_app.core.image_io.metadata.jpeg_quality import jpeg_quality


def saved(path: Path, **options: object) -> Path:
    values = np.random.default_rng(1).integers(0, 256, (40, 56, 3), dtype=np.uint8)
    Image.fromarray(values).save(path, **options)
    return path


@pytest.mark.parametrize("quality", [2, 5, 10, 15, 19, 20, 45, 50, 60, 75, 85, 92])
def test_that_it_is_what_libjpeg_was_told(tmp_path: Path, quality: int) -> None:
    for name, options in (("a.jpg", {}), ("b.jpg", {"progressive": True}), ("c.jpg", {"subsampling": 0})):
        found = jpeg_quality(saved(tmp_path / name, quality=quality, **options))
        assert found == pytest.approx(quality, abs=0.7)


def test_that_tables_of_its_own_are_held_against_libjpegs(tmp_path: Path) -> None:
    coarse = saved(tmp_path / "coarse.jpg", qtables=[[40] * 64, [60] * 64])
    fine = saved(tmp_path / "fine.jpg", qtables=[[2] * 64, [3] * 64])
    assert jpeg_quality(coarse) == pytest.approx(100 - 50 * 40 * 64 / 3688)
    assert jpeg_quality(fine) == pytest.approx(100 - 50 * 2 * 64 / 3688)
    finest = saved(tmp_path / "finest.jpg", quality=100)
    assert jpeg_quality(finest) == pytest.approx(99, abs=1)


def test_that_a_gray_jpeg_has_one_too(tmp_path: Path) -> None:
    Image.new("L", (20, 20), 90).save(tmp_path / "gray.jpg", quality=70)
    assert jpeg_quality(tmp_path / "gray.jpg") == pytest.approx(70, abs=0.7)


def test_that_nothing_is_said_of_anything_else(tmp_path: Path) -> None:
    png = saved(tmp_path / "a.png")
    cut = tmp_path / "cut.jpg"
    cut.write_bytes(saved(tmp_path / "whole.jpg").read_bytes()[:30])
    empty = tmp_path / "empty.jpg"
    empty.write_bytes(b"")
    for path in (png, cut, empty, tmp_path / "missing.jpg"):
        assert jpeg_quality(path) is None


def test_that_the_size_of_a_picture_is_no_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    Image.new("RGB", (64, 64)).save(tmp_path / "large.jpg", quality=80)
    assert jpeg_quality(tmp_path / "large.jpg") == pytest.approx(80, abs=0.7)
