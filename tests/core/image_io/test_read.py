"""Pixels and facts from good files, held against Pillow and OpenCV."""

from __future__ import annotations

import base64
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageCms, ImageOps, features

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.read import ImageSource, Pixels, open_image, probe

Photo = Callable[..., np.ndarray]
AllRows = Callable[[ImageSource], Pixels]

ARITHMETIC_JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8X"
    "GBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/yQAR"
    "CAAYACADASIAAhEBAxEB/8wACgAQEAUBEBEF/9oADAMBAAIRAxEAPwD/ALqo1gDnw6BBSsqDuj0x4Sv5D4Lctp36Q33eiW0T817q4uwx2dyd"
    "j6Xyjz/qF8Nqe1hrujXGD/zCSvqJCQWlA7qlN5DwrMVzAoNfpRCw2iHY6jW1fEbEzbD/2Q=="
)  # gradients, 32×24, by `cjpeg -arithmetic -quality 90`


def _read(path: Path, all_rows: AllRows) -> Pixels:
    with open_image(path, max_megapixels=1) as source:
        return all_rows(source)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_that_orientation_is_applied(
    tmp_path: Path, photo: Photo, all_rows: AllRows, orientation: int, suffix: str
) -> None:
    path = tmp_path / f"turned{suffix}"
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"lossless": True} if suffix == ".webp" else {"quality": 95, "subsampling": 0}
    Image.fromarray(photo()).save(path, exif=exif, **({} if suffix in (".png", ".tif") else options))
    with Image.open(path) as stored:
        expected = np.asarray(ImageOps.exif_transpose(stored))
    with open_image(path, max_megapixels=1) as source:
        info = source.info
        assert (info.width, info.height) == (expected.shape[1], expected.shape[0])
        assert info.orientation == orientation
        tolerance = 1 if suffix == ".jpg" else 0  # two inverse cosine transforms
        np.testing.assert_allclose(all_rows(source).color.astype(int), expected, atol=tolerance)
        part = source.read_region(3, 5, 20, 21).color
        np.testing.assert_array_equal(part, source.read_rows(5, 21).color[:, 3:20])


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".bmp", ".gif"])
def test_that_every_kind_reads_as_in_pillow(tmp_path: Path, photo: Photo, all_rows: AllRows, suffix: str) -> None:
    path = tmp_path / f"name with [brackets] and ü{suffix}"
    Image.fromarray(photo()).save(path, **({"quality": 100, "subsampling": 0} if suffix == ".jpg" else {}))
    with Image.open(path) as stored:
        expected = np.asarray(stored.convert("RGB"))
    with open_image(path, max_megapixels=1) as source:
        assert source.info.format == {".jpg": "jpeg", ".tif": "tiff"}.get(suffix, suffix[1:])
        assert (source.info.channels, source.info.bits, source.info.has_alpha) == (3, 8, False)
        rows = all_rows(source)
        np.testing.assert_allclose(rows.color.astype(int), expected, atol=1 if suffix in (".jpg", ".webp") else 0)
        np.testing.assert_array_equal(source.read_region(0, 0, 53, 37).color, rows.color)
        assert rows.alpha is None


@pytest.mark.parametrize("mode", ["1", "L", "P"])
@pytest.mark.parametrize("suffix", [".png", ".bmp", ".tif"])
def test_that_few_colors_read_as_in_pillow(
    tmp_path: Path, photo: Photo, all_rows: AllRows, mode: str, suffix: str
) -> None:
    path = tmp_path / f"few{suffix}"
    Image.fromarray(photo()).convert(mode).save(path)
    with Image.open(path) as stored:
        expected = np.asarray(stored.convert("RGB" if mode == "P" else "L"))
    rows = _read(path, all_rows)
    assert rows.color.shape[2] == (3 if mode == "P" else 1)
    np.testing.assert_array_equal(rows.color.squeeze(), expected)


@pytest.mark.parametrize("bits", [2, 4])
def test_that_png_of_few_bits_is_stretched(tmp_path: Path, all_rows: AllRows, bits: int) -> None:
    path = tmp_path / "ramp.png"
    levels = np.tile(np.arange(2**bits, dtype=np.uint8), (3, 1))
    image = Image.fromarray(levels)
    image.putpalette([value for i in range(2**bits) for value in [i * 255 // (2**bits - 1)] * 3])
    image.save(path, bits=bits)
    np.testing.assert_array_equal(_read(path, all_rows).color[0, :, 0], levels[0] * (255 // (2**bits - 1)))


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("bands", [1, 3, 4])
def test_that_16_bits_are_read_exactly(
    tmp_path: Path, photo: Photo, all_rows: AllRows, suffix: str, bands: int
) -> None:
    path, pixels = tmp_path / f"deep{suffix}", photo(bands=bands, bits=16)
    assert cv2.imwrite(str(path), pixels)  # writes BGR
    expected = {1: pixels, 3: pixels[..., ::-1], 4: pixels[..., [2, 1, 0, 3]] if bands == 4 else None}[bands]
    with open_image(path, max_megapixels=1) as source:
        assert (source.info.bits, source.info.channels) == (16, min(bands, 3))
        rows = all_rows(source)
    assert rows.color.dtype == np.uint16
    if bands == 4:
        np.testing.assert_array_equal(rows.color, expected[..., :3])
        np.testing.assert_array_equal(rows.alpha, expected[..., 3])
    else:
        np.testing.assert_array_equal(rows.color.squeeze(), expected)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_that_transparency_is_read(tmp_path: Path, photo: Photo, all_rows: AllRows, mode: str) -> None:
    path = tmp_path / "clear.png"
    if mode == "P":
        Image.fromarray(photo()).convert("P").save(path, transparency=bytes(range(256)))
    else:
        Image.fromarray(photo(bands=4)).convert(mode).save(path)
    with Image.open(path) as stored:
        expected = np.asarray(stored.convert("RGBA"))
    rows = _read(path, all_rows)
    assert rows.color.shape[2] == (1 if mode == "LA" else 3)
    np.testing.assert_array_equal(np.broadcast_to(rows.color, (37, 53, 3)), expected[..., :3])
    np.testing.assert_array_equal(rows.alpha, expected[..., 3])


def test_that_an_opaque_alpha_is_dropped(tmp_path: Path, photo: Photo, all_rows: AllRows) -> None:
    opaque, nearly = tmp_path / "opaque.png", tmp_path / "nearly.png"
    pixels = photo(bands=4)
    pixels[..., 3] = 255
    Image.fromarray(pixels).save(opaque)
    pixels[36, 52, 3] = 254
    Image.fromarray(pixels).save(nearly)
    assert probe(opaque, max_megapixels=1).has_alpha  # the header says so
    with open_image(opaque, max_megapixels=1) as source:
        assert not source.info.has_alpha
        rows = all_rows(source)
        assert rows.alpha is None
        np.testing.assert_array_equal(rows.color, pixels[..., :3])
    with open_image(nearly, max_megapixels=1) as source:
        assert source.info.has_alpha


def test_that_interlaced_png_is_read(tmp_path: Path, all_rows: AllRows) -> None:
    import pyvips

    path = tmp_path / "interlaced.png"
    pixels = np.random.default_rng(1).integers(0, 256, (37, 53, 3), dtype=np.uint8)
    pyvips.Image.new_from_array(pixels).pngsave(str(path), interlace=True)
    assert path.read_bytes()[28] == 1
    np.testing.assert_array_equal(_read(path, all_rows).color, pixels)


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow writes no AVIF")
def test_that_avif_is_read_upright(tmp_path: Path, photo: Photo, all_rows: AllRows) -> None:
    path, exif = tmp_path / "turned.avif", Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(cv2.GaussianBlur(photo(60, 80), (0, 0), 3)).save(path, exif=exif, quality=95)
    with Image.open(path) as stored:
        expected = np.asarray(ImageOps.exif_transpose(stored))
    rows = _read(path, all_rows).color
    assert rows.shape == expected.shape == (80, 60, 3)
    assert np.abs(rows.astype(int) - expected).mean() < 3


def test_that_arithmetic_coding_is_read(tmp_path: Path, all_rows: AllRows) -> None:
    path = tmp_path / "arithmetic.jpg"
    path.write_bytes(ARITHMETIC_JPEG)
    fall = np.add.outer(np.arange(24) * 5, np.arange(32) * 3)
    gradients = np.stack([fall, fall[::-1], 255 - fall], axis=-1)
    assert np.abs(_read(path, all_rows).color.astype(int) - gradients).mean() < 2


def test_that_tiled_tiff_is_read(tmp_path: Path, photo: Photo, all_rows: AllRows) -> None:
    import pyvips

    path, pixels = tmp_path / "tiled.tif", photo(70, 90)
    pyvips.Image.new_from_array(pixels).tiffsave(str(path), tile=True, tile_width=32, tile_height=32)
    np.testing.assert_array_equal(_read(path, all_rows).color, pixels)


def test_that_rows_may_be_asked_for_again(tmp_path: Path, photo: Photo) -> None:
    path, pixels = tmp_path / "tall.png", photo(900, 20)
    Image.fromarray(pixels).save(path)
    with open_image(path, max_megapixels=1) as source:
        opened = source._images
        for y0, y1 in [(0, 200), (40, 328), (200, 456), (296, 600), (600, 601), (440, 450), (560, 900), (740, 900)]:
            np.testing.assert_array_equal(source.read_rows(y0, y1).color, pixels[y0:y1])
            first = opened.setdefault("first", opened["sequential"])
            assert opened["sequential"] is first, "a step back of 160 rows decoded anew"
        np.testing.assert_array_equal(source.read_rows(0, 5).color, pixels[:5])  # anew, but right
        np.testing.assert_array_equal(source.read_rows(200, 210).color, pixels[200:210])


PEAK = """
import sys
from pathlib import Path
from rsd_app.core.image_io.read import open_image, probe
def peak_kb():
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
path = Path(sys.argv[1])
probe(path, max_megapixels=200)
before = peak_kb()
with open_image(path, max_megapixels=200) as source:
    for y in range(0, source.info.height, 128):
        source.read_rows(y, min(y + 128, source.info.height))
print(peak_kb() - before)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif"])
def test_that_memory_does_not_grow_with_the_picture(tmp_path: Path, suffix: str) -> None:
    import pyvips

    path = tmp_path / f"tall{suffix}"
    pyvips.Image.black(2000, 40_000, bands=3).copy(interpretation="srgb").write_to_file(str(path))  # 240 MB of pixels
    done = subprocess.run([sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 80_000


def test_that_rows_outside_are_a_mistake(tmp_path: Path, photo: Photo) -> None:
    path = tmp_path / "a.png"
    Image.fromarray(photo()).save(path)
    with open_image(path, max_megapixels=1) as source:
        for y0, y1 in [(-1, 3), (3, 3), (30, 38)]:
            with pytest.raises(ValueError, match="not within"):
                source.read_rows(y0, y1)
        with pytest.raises(ValueError, match="not within"):
            source.read_region(0, 0, 54, 1)


def test_that_cmyk_becomes_srgb_with_a_notice(tmp_path: Path, all_rows: AllRows) -> None:
    path = tmp_path / "print.jpg"
    ink = np.zeros((16, 64, 4), np.uint8)
    ink[:, 16:32, 0] = ink[:, 32:48, 1] = ink[:, 48:, 3] = 255  # paper, cyan, magenta, black
    bands = [Image.fromarray(ink[..., band]) for band in range(4)]
    Image.merge("CMYK", bands).save(path, quality=100)
    with open_image(path, max_megapixels=1) as source:
        assert any("CMYK" in notice for notice in source.info.notices)
        assert source.info.icc is not None
        assert source.info.icc[16:20] == b"RGB "
        paper, cyan, magenta, black = all_rows(source).color[8, 8::16].astype(int)
    assert paper.min() > 245
    assert cyan[0] < 90 < 150 < min(cyan[1:])
    assert magenta[1] < 110 < magenta[0]
    assert black.max() < 60


def test_that_the_first_page_is_read_with_a_notice(tmp_path: Path, photo: Photo, all_rows: AllRows) -> None:
    first, second = Image.fromarray(photo()), Image.fromarray(255 - photo())
    for suffix in (".tif", ".gif", ".webp"):
        path = tmp_path / f"pages{suffix}"
        first.save(path, save_all=True, append_images=[second])
        with open_image(path, max_megapixels=1) as source:
            assert [n for n in source.info.notices if "2 pages or frames" in n]
            assert (source.info.width, source.info.height) == (53, 37)
            np.testing.assert_allclose(all_rows(source).color.astype(int), photo(), atol=60)


def test_that_linear_float_is_converted_and_other_numbers_are_refused(tmp_path: Path, all_rows: AllRows) -> None:
    linear, gray, wide = tmp_path / "linear.tif", tmp_path / "gray.tif", tmp_path / "wide.tif"
    unit = np.linspace(0, 1, 30, dtype=np.float32).reshape(1, 30, 1)
    assert cv2.imwrite(str(linear), np.tile(unit, (4, 1, 3)))
    Image.fromarray(np.tile(unit[..., 0], (4, 1))).save(gray)
    Image.fromarray(np.arange(12, dtype=np.int32).reshape(3, 4)).save(wide)
    encoded = np.where(unit <= 0.0031308, 12.92 * unit, 1.055 * unit ** (1 / 2.4) - 0.055).ravel()
    for path, as_rgb in ((linear, True), (gray, False)):
        with open_image(path, max_megapixels=1) as source:
            assert (source.info.bits, source.info.channels, source.info.gray_as_rgb) == (16, 1, as_rgb)
            assert any("floating point" in notice for notice in source.info.notices)
            values = all_rows(source).color[0, :, 0].astype(float) / 65535
        np.testing.assert_allclose(values, encoded, atol=2e-3)  # IEC 61966-2-1
    with pytest.raises(ImageReadError, match="not those of a photo; convert it"):
        probe(wide, max_megapixels=1)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif"])
def test_that_metadata_is_found(tmp_path: Path, photo: Photo, rich_exif: Image.Exif, suffix: str) -> None:
    path = tmp_path / f"rich{suffix}"
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.fromarray(photo()).save(path, exif=rich_exif.tobytes(), icc_profile=icc, dpi=(300, 150))
    info = probe(path, max_megapixels=1)
    assert info.icc == icc
    assert info.orientation == 6
    assert info.exif is not None
    assert info.exif[:4] in (b"II*\0", b"MM\0*")
    found = Image.Exif()
    found.load(info.exif)
    assert found[0x010F] == "Maker"
    assert found.get_ifd(0x8769)[0x927C] == b"MAKERNOTE\0\1\2\3\4\5"
    assert found.get_ifd(0x8825)[2] == (48.0, 8.0, 14.5)
    if suffix != ".webp":  # has no place for it but EXIF
        assert info.dpi == pytest.approx((150, 300), abs=0.1)  # upright: across is what was down


def test_that_an_unknown_resolution_is_none(tmp_path: Path, photo: Photo) -> None:
    for suffix in (".jpg", ".png", ".webp", ".gif", ".bmp"):
        path = tmp_path / f"plain{suffix}"
        Image.fromarray(photo()).save(path)
        info = probe(path, max_megapixels=1)
        assert (info.exif, info.xmp, info.iptc, info.icc) == (None, None, None, None)
        assert info.dpi is None or suffix == ".bmp"


def test_that_names_that_are_not_text_are_read(tmp_path: Path, photo: Photo) -> None:
    plain = tmp_path / "plain.png"
    Image.fromarray(photo()).save(plain)
    odd = tmp_path / "odd\udcff.png"
    try:
        plain.rename(odd)
    except (OSError, UnicodeError):  # file systems that hold text only have no such names
        return
    assert probe(odd, max_megapixels=1).width == 53


def test_that_torch_and_qt_are_not_loaded() -> None:
    code = "import sys, rsd_app.core.image_io.write; sys.exit(bool({'torch', 'PySide6'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
