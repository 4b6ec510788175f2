"""Small pictures for lists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pillow_heif
import pytest
import tifffile
from PIL import Image

from rsd_app.core.errors import ImageReadError, ImageTooLargeError
from rsd_app.core.image_io.thumbnail import thumbnail

Photo = Callable[..., np.ndarray]


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".heic", ".gif", ".bmp"])
def test_that_every_kind_is_reduced(tmp_path: Path, photo: Photo, suffix: str) -> None:
    path, pixels = tmp_path / f"a[1]{suffix}", cv2.GaussianBlur(photo(300, 400), (0, 0), 12)
    if suffix == ".heic":
        pillow_heif.from_bytes("RGB", (400, 300), pixels.tobytes()).save(path, quality=95)
    else:
        Image.fromarray(pixels).save(path)
    small = thumbnail(path, 100, max_megapixels=1)
    assert small.shape == (75, 100, 3)
    expected = cv2.resize(pixels, (100, 75), interpolation=cv2.INTER_AREA)
    assert np.abs(small.astype(int) - expected).mean() < 4


def test_that_it_is_upright_and_never_larger(tmp_path: Path, photo: Photo) -> None:
    path, exif = tmp_path / "turned.jpg", Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(photo(60, 80)).save(path, exif=exif)
    assert thumbnail(path, 40, max_megapixels=1).shape == (40, 30, 3)
    assert thumbnail(path, 400, max_megapixels=1).shape == (80, 60, 3)


def test_that_sixteen_bits_gray_and_alpha_are_shown(tmp_path: Path, photo: Photo) -> None:
    deep, clear = tmp_path / "deep.tif", tmp_path / "clear.png"
    tifffile.imwrite(deep, np.full((200, 100), 32896, np.uint16), photometric="minisblack")
    small = thumbnail(deep, 50, max_megapixels=1)
    assert small.shape == (50, 25, 3)
    assert np.abs(small.astype(int) - 128).max() <= 1
    Image.fromarray(photo(60, 80, 4)).save(clear)
    assert thumbnail(clear, 40, max_megapixels=1).shape == (30, 40, 4)


def test_that_what_cannot_be_read_is_told(tmp_path: Path, photo: Photo) -> None:
    path = tmp_path / "a.png"
    Image.fromarray(photo(100, 100)).save(path)
    with pytest.raises(ImageTooLargeError):
        thumbnail(path, 40, max_megapixels=0.001)
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(ImageReadError, match="damaged or cut off"):
        thumbnail(path, 40, max_megapixels=1)
