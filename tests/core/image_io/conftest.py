"""Photos that the tests of this room make themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.read import ImageSource, Pixels
from rsd_app.core.image_io.write import RawPicture

Photo = Callable[..., np.ndarray]


@pytest.fixture
def photo() -> Photo:
    """photo(height, width, bands, bits): smooth colours and some noise, the same each time."""

    def make(height: int = 37, width: int = 53, bands: int = 3, bits: int = 8) -> np.ndarray:
        rng = np.random.default_rng(7)
        y, x = np.mgrid[0:height, 0:width]
        waves = [np.sin(x / (5 + 3 * band) + band) * np.cos(y / (4 + band)) for band in range(bands)]
        unit = 0.5 + 0.4 * np.stack(waves, axis=-1) + rng.uniform(-0.1, 0.1, (height, width, bands))
        pixels = np.round(unit * (2**bits - 1)).astype(np.uint8 if bits == 8 else np.uint16)
        return pixels[:, :, 0] if bands == 1 else pixels

    return make


@pytest.fixture
def all_rows() -> Callable[[ImageSource], Pixels]:
    """all_rows(source): the whole picture, read in strips of 10 rows as the engine does."""

    def read(source: ImageSource) -> Pixels:
        height = source.info.height
        strips = [source.read_rows(y, min(y + 10, height)) for y in range(0, height, 10)]
        alphas = [strip.alpha for strip in strips if strip.alpha is not None]
        color = np.concatenate([strip.color for strip in strips])
        return Pixels(color, np.concatenate(alphas) if alphas else None)

    return read


@pytest.fixture
def raw_of(tmp_path: Path) -> Callable[[np.ndarray], RawPicture]:
    """raw_of(pixels): the scratch file of rows that the engine would have made; in a folder of its own."""

    def make(pixels: np.ndarray) -> RawPicture:
        folder = tmp_path / "scratch"
        folder.mkdir(exist_ok=True)
        path = folder / "rows.raw"
        pixels.tofile(path)
        bands = 1 if pixels.ndim == 2 else pixels.shape[2]
        bits = 8 if pixels.dtype == np.uint8 else 16
        return RawPicture(path=path, width=pixels.shape[1], height=pixels.shape[0], bands=bands, bits=bits)

    return make


@pytest.fixture
def plain_info(tmp_path: Path) -> ImageInfo:
    """A source that carries nothing."""
    return ImageInfo(
        path=tmp_path / "source.png",
        width=8,
        height=8,
        channels=3,
        has_alpha=False,
        bits=8,
        format="png",
        icc=None,
        exif=None,
        xmp=None,
        iptc=None,
        orientation=1,
        dpi=None,
        notices=(),
    )


@pytest.fixture
def rich_exif() -> Image.Exif:
    """EXIF of a camera that was held upright, with a maker note and a place."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Maker", "Model 5"
    exif[0x0132] = "2020:01:02 03:04:05"
    exif[0x0112] = 6
    exif[0x8769] = {
        0x9003: "2019:12:31 23:59:59",
        0x829A: 0.004,
        0xA002: 53,
        0xA003: 37,
        0x927C: b"MAKERNOTE\0\1\2\3\4\5",
    }
    exif[0x8825] = {1: "N", 2: (48.0, 8.0, 14.5)}
    return exif
