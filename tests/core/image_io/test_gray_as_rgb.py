"""Gray photos that are stored in three channels: read as gray, so that no colour is invented, and written as RGB."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import pyvips
from PIL import Image

from rsd_app.core.image_io.read import ImageSource, Pixels, open_image, probe
from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.progress import CancelToken

Photo = Callable[..., np.ndarray]
AllRows = Callable[[ImageSource], Pixels]
RawOf = Callable[[np.ndarray], RawPicture]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tiff", ".heic", ".jxl", ".avif"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_that_gray_in_three_channels_is_read_as_gray(
    tmp_path: Path, photo: Photo, all_rows: AllRows, suffix: str, orientation: int
) -> None:
    import pillow_heif
    import pillow_jxl  # noqa: F401 - tells Pillow of JPEG XL

    pillow_heif.register_heif_opener()
    path, gray = tmp_path / f"a{suffix}", photo(64, 96, bands=1)
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"exif": exif} if suffix in (".png", ".jpg", ".webp", ".tiff") else {}
    Image.fromarray(np.dstack([gray] * 3)).save(path, quality=95, **options)
    with open_image(path, max_megapixels=1) as source:
        rows = all_rows(source)
        part = source.read_region(3, 5, 20, 30)
    assert (source.info.channels, source.info.gray_as_rgb, source.info.has_alpha) == (1, True, False)
    expected = np.rot90(gray, -1) if options and orientation == 6 else gray
    assert rows.color.shape == (*expected.shape, 1)
    assert np.abs(rows.color[..., 0].astype(int) - expected).mean() < 4
    np.testing.assert_array_equal(part.color, rows.color[5:30, 3:20])


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("at", [(0, 0), (36, 52)])
def test_that_one_coloured_pixel_is_colour(
    tmp_path: Path, photo: Photo, raw_of: RawOf, bits: int, at: tuple[int, int]
) -> None:
    path, pixels = tmp_path / "a.png", np.dstack([photo(bands=1, bits=bits)] * 3)
    pixels[at] = (pixels[at][0] // 2, pixels[at][1] // 2, pixels[at][2] // 2 + 1)
    bands = {"width": 53, "height": 37, "bands": 3, "format": "uchar" if bits == 8 else "ushort"}
    image = pyvips.Image.new_from_memory(pixels.data.cast("B"), *bands.values())
    image.copy(interpretation="srgb" if bits == 8 else "rgb16").pngsave(str(path))
    with open_image(path, max_megapixels=1) as source:
        assert source.info.channels == 3
        np.testing.assert_array_equal(source.read_rows(0, 37).color, pixels)


@pytest.mark.parametrize("alpha", [False, True])
@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tiff"])
def test_that_it_is_written_as_it_was(
    tmp_path: Path, photo: Photo, raw_of: RawOf, all_rows: AllRows, alpha: bool, suffix: str
) -> None:
    path, out, gray = tmp_path / "a.png", tmp_path / f"out{suffix}", photo(bands=1)
    mask = [np.tile(np.arange(53, dtype=np.uint8) + 100, (37, 1))] if alpha else []
    profile = bytes(pyvips.Image.profile_load("p3"))
    Image.fromarray(np.dstack([gray, gray, gray, *mask])).save(path, icc_profile=profile)
    with open_image(path, max_megapixels=1) as source:
        rows, info = all_rows(source), source.info
    assert (info.channels, info.gray_as_rgb, info.has_alpha, info.icc) == (1, True, alpha, profile)
    raw = raw_of(rows.color if rows.alpha is None else np.dstack([rows.color, rows.alpha]))
    settings = {"width": 60, "height": 40, "bits": 8, "quality": 95, "cancel": CancelToken()}
    write_picture(raw, out, info, **settings)  # type: ignore[arg-type]
    with Image.open(out) as stored:
        pixels = np.asarray(stored)
    assert pixels.shape[2] == (4 if alpha and suffix != ".jpg" else 3)
    assert np.ptp(pixels[..., :3], axis=2).max() == 0
    assert probe(out, max_megapixels=1).icc == profile
