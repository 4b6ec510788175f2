"""Kinds of files that other libraries decode: made by independent writers, or by hand."""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable
from pathlib import Path

import cv2
import imagecodecs
import numpy as np
import OpenEXR
import pillow_heif
import pillow_jxl  # noqa: F401 - tells Pillow of JPEG XL
import pytest
import pyvips
import tifffile
from PIL import Image

from rsd_app.core.errors import ImageReadError, ImageTooLargeError
from rsd_app.core.image_io.color import icc as profiles
from rsd_app.core.image_io.formats.jpeg_xl import CODESTREAM, _as_srgb, facts_of
from rsd_app.core.image_io.read import ImageSource, Pixels, open_image, probe

Photo = Callable[..., np.ndarray]
AllRows = Callable[[ImageSource], Pixels]
EXIF = b"II*\0\x08\0\0\0\x01\0\x0f\x01\x02\0\x04\0\0\0abc\0\0\0\0\0"


def smooth(photo: Photo, bits: int = 8, bands: int = 3) -> np.ndarray:
    return cv2.GaussianBlur(photo(64, 96, bands, bits), (0, 0), 4)


def read(path: Path, all_rows: AllRows) -> tuple[ImageSource, Pixels]:
    with open_image(path, max_megapixels=1) as source:
        return source, all_rows(source)


@pytest.mark.parametrize("deep", [False, True])
def test_that_heic_is_read_in_all_its_bits(tmp_path: Path, photo: Photo, all_rows: AllRows, deep: bool) -> None:
    path, pixels = tmp_path / "phone.heic", smooth(photo, 16 if deep else 8)
    mode = "RGB;16" if deep else "RGB"
    file = pillow_heif.from_bytes(mode, (96, 64), pixels.tobytes())
    file.save(path, quality=-1, chroma=444, exif=b"Exif\0\0" + EXIF)
    source, rows = read(path, all_rows)
    info = source.info
    assert (info.format, info.bits, info.width, info.height) == ("heif", 16 if deep else 8, 96, 64)
    assert info.exif == EXIF
    assert np.abs(rows.color.astype(float) - pixels).max() / pixels.max() < 0.01
    if deep:
        assert len(np.unique(rows.color)) > 300


def test_that_white_of_ten_bits_is_white(tmp_path: Path, all_rows: AllRows) -> None:
    white = np.full((64, 64, 3), 65535, np.uint16)
    heic, avif = tmp_path / "white.heic", tmp_path / "white.avif"
    pillow_heif.from_bytes("RGB;16", (64, 64), white.tobytes()).save(heic, quality=-1)
    avif.write_bytes(imagecodecs.avif_encode(white >> 6, level=100, bitspersample=10))
    for path in (heic, avif):
        source, rows = read(path, all_rows)
        assert source.info.bits == 16
        assert rows.color.min() == 65535, path.name


@pytest.mark.parametrize("transfer", [16, 18])
def test_that_hdr_is_refused_in_words(tmp_path: Path, transfer: int) -> None:
    path = tmp_path / "hdr.avif"
    level = np.full((64, 64, 3), 500, np.uint16)
    path.write_bytes(imagecodecs.avif_encode(level, bitspersample=10, primaries=9, transfer=transfer, matrix=9))
    with pytest.raises(ImageReadError, match=r"is HDR .*; export it as SDR"):
        probe(path, max_megapixels=1)


def test_that_display_p3_without_a_profile_gets_one(tmp_path: Path) -> None:
    path = tmp_path / "p3.avif"
    path.write_bytes(imagecodecs.avif_encode(np.zeros((64, 64, 3), np.uint8), primaries=12, transfer=13, matrix=6))
    info = probe(path, max_megapixels=1)
    assert info.icc is not None
    assert not profiles.is_srgb(info.icc)


@pytest.mark.parametrize("transfer", [1, 14])
def test_that_bt_2020_in_standard_brightness_gets_its_profile(tmp_path: Path, all_rows: AllRows, transfer: int) -> None:
    path, level = tmp_path / "wide.avif", np.full((64, 64, 3), (512, 700, 300), np.uint16)
    path.write_bytes(
        imagecodecs.avif_encode(level, level=100, bitspersample=10, primaries=9, transfer=transfer, matrix=9)
    )
    source, rows = read(path, all_rows)
    assert source.info.icc is not None
    color = rows.color.reshape(-1, 3).mean(axis=0) / 65535
    light = np.where(color < 0.081, color / 4.5, ((color + 0.099) / 1.099) ** (1 / 0.45))  # ITU-R BT.2020
    to_xyz = np.array([[0.6370, 0.1446, 0.1689], [0.2627, 0.6780, 0.0593], [0.0, 0.0281, 1.0610]])
    from_xyz = np.array([[3.2406, -1.5372, -0.4986], [-0.9689, 1.8758, 0.0415], [0.0557, -0.2040, 1.0570]])
    linear = np.clip(from_xyz @ to_xyz @ light, 0, 1)
    expected = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    patch = pyvips.Image.new_from_array(rows.color[:2, :2]).copy(interpretation="rgb16")
    patch.set_type(pyvips.GValue.blob_type, "icc-profile-data", source.info.icc)
    shown = patch.icc_transform("srgb", embedded=True, intent="relative", depth=16).numpy()[0, 0] / 65535
    np.testing.assert_allclose(shown, expected, atol=0.01)


@pytest.mark.parametrize(("bands", "bits"), [(1, 8), (3, 8), (4, 8), (1, 16), (3, 16), (4, 16)])
@pytest.mark.parametrize("container", [False, True])
def test_that_jpeg_xl_is_read_exactly(
    tmp_path: Path, photo: Photo, all_rows: AllRows, bands: int, bits: int, container: bool
) -> None:
    path, pixels = tmp_path / "a.jxl", photo(bands=bands, bits=bits)
    data = imagecodecs.jpegxl_encode(pixels, lossless=True, usecontainer=container)
    if bits == 16:  # which imagecodecs can write as linear light only
        at = data.index(CODESTREAM)
        data = data[:at] + _as_srgb(data[at:])
    path.write_bytes(data)
    source, rows = read(path, all_rows)
    assert (source.info.bits, source.info.channels) == (bits, 1 if bands == 1 else 3)
    assert (source.info.width, source.info.height) == (53, 37)
    np.testing.assert_array_equal(rows.color.squeeze(), pixels[..., :3] if bands == 4 else pixels)
    if bands == 4:
        np.testing.assert_array_equal(rows.alpha, pixels[..., 3])


@pytest.mark.parametrize("bands", [1, 3, 4])
def test_that_linear_jpeg_xl_is_encoded_for_the_eye(tmp_path: Path, all_rows: AllRows, bands: int) -> None:
    path, light = tmp_path / "a.jxl", np.linspace(0, 65535, 30 * 40 * bands).astype(np.uint16)
    light = light.reshape(30, 40, bands)
    path.write_bytes(imagecodecs.jpegxl_encode(light.squeeze(), lossless=True))
    source, rows = read(path, all_rows)
    color = light[..., :3] if bands == 4 else light
    np.testing.assert_allclose(rows.color / 65535, (color / 65535) ** (1 / 2.2), atol=2e-5)
    assert source.info.icc is not None
    assert not profiles.is_linear(source.info.icc)
    if bands == 4:
        np.testing.assert_array_equal(rows.alpha, light[..., 3])


def test_that_jpeg_xl_of_another_writer_is_read(tmp_path: Path, photo: Photo, all_rows: AllRows) -> None:
    path, pixels = tmp_path / "a.jxl", smooth(photo)
    Image.fromarray(pixels).save(path, quality=95, exif=EXIF, use_container=True)
    source, rows = read(path, all_rows)
    assert source.info.exif == EXIF
    assert np.abs(rows.color.astype(int) - pixels).mean() < 2


@pytest.mark.parametrize("size", [(1, 1), (8, 8), (256, 256), (300, 200), (1600, 900), (513, 77)])
def test_that_the_size_of_jpeg_xl_is_read_off_its_header(size: tuple[int, int]) -> None:
    width, height = size
    stream = imagecodecs.jpegxl_encode(np.zeros((height, width, 3), np.uint8), effort=1)
    facts = facts_of(stream)
    assert (facts.width, facts.height, facts.bits, facts.alpha) == (width, height, 8, False)


def test_that_a_jpeg_xl_bomb_is_refused_before_it_is_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bomb.jxl"
    path.write_bytes(imagecodecs.jpegxl_encode(np.zeros((2000, 2000, 3), np.uint8), effort=1))
    monkeypatch.setattr(imagecodecs, "jpegxl_decode", lambda data: pytest.fail("decoded"))
    with pytest.raises(ImageTooLargeError, match="2000 x 2000"):
        open_image(path, max_megapixels=1)


def write_dng(path: Path, *, orientation: int = 1) -> None:
    """A raw file with the sensor of 64 x 48: gray 0.5 left, red right, seen by a camera that knows sRGB."""
    light = np.full((48, 64, 3), 0.25)
    light[:, 32:] = (0.5, 0.05, 0.05)
    mosaic = np.empty((48, 64), np.uint16)
    for y, x, band in ((0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 2)):
        mosaic[y::2, x::2] = np.rint(light[y::2, x::2, band] * 16383)
    from_xyz = (3.2405, -1.5371, -0.4985, -0.9693, 1.8760, 0.0416, 0.0556, -0.2040, 1.0573)
    matrix = [part for value in from_xyz for part in (round(value * 10000), 10000)]
    tags = [
        (50706, 1, 4, bytes((1, 4, 0, 0)), False),  # DNG version
        (50708, 2, 8, "Toy One\0", False),
        (271, 2, 4, "Toy\0", False),
        (272, 2, 4, "One\0", False),
        (33421, 3, 2, (2, 2), False),
        (33422, 1, 4, bytes((0, 1, 1, 2)), False),
        (50717, 4, 1, 16383, False),  # white
        (50721, 10, 9, matrix, False),
        (50728, 5, 3, (1, 1, 1, 1, 1, 1), False),
        (50778, 3, 1, 21, False),  # D65
        (274, 3, 1, orientation, False),
    ]
    tifffile.imwrite(path, mosaic, photometric=32803, extratags=tags, metadata=None)


@pytest.mark.parametrize("gamut", ["srgb", "wide"])
def test_that_camera_raw_is_developed_in_16_bits(tmp_path: Path, all_rows: AllRows, gamut: str) -> None:
    path = tmp_path / "shot.dng"
    write_dng(path)
    with open_image(path, max_megapixels=1, raw_gamut=gamut) as source:  # type: ignore[arg-type]
        info, rows = source.info, all_rows(source)
    assert (info.format, info.bits, info.width, info.height) == ("raw", 16, 64, 48)
    assert info.icc is not None
    assert profiles.is_srgb(info.icc) == (gamut == "srgb")
    assert info.exif is not None
    assert b"One" in info.exif
    gray, red = rows.color[10:38, 8:24].reshape(-1, 3), rows.color[10:38, 40:56].reshape(-1, 3)
    assert np.abs(gray.mean(0) / gray.mean() - 1).max() < 0.02
    share = red.mean(0)[1] / red.mean(0)[0]
    assert share < (0.4 if gamut == "srgb" else 0.55)
    assert (gamut == "wide") == (share > 0.4)  # the same red is less pure in the larger space


@pytest.mark.parametrize("gamut", ["srgb", "wide"])
def test_that_a_monochrome_camera_sees_gray(tmp_path: Path, all_rows: AllRows, gamut: str) -> None:
    path, light = tmp_path / "shot.dng", np.tile(np.linspace(1000, 13_000, 64), (48, 1)).astype(np.uint16)
    tags = [
        (50706, 1, 4, bytes((1, 4, 0, 0)), False),
        (50708, 2, 8, "Toy One\0", False),
        (271, 2, 4, "Toy\0", False),
        (272, 2, 4, "One\0", False),
        (50717, 4, 1, 16383, False),
        (50778, 3, 1, 21, False),
    ]
    tifffile.imwrite(path, light, photometric="minisblack", extratags=tags, metadata=None)
    with tifffile.TiffFile(path, mode="r+b") as file:
        file.pages[0].tags[262].overwrite(34892)  # linear raw
    with open_image(path, max_megapixels=1, raw_gamut=gamut) as source:  # type: ignore[arg-type]
        rows = all_rows(source)
    assert (source.info.channels, source.info.bits, source.info.icc) == (1, 16, None)
    assert rows.color.shape == (48, 64, 1)
    assert (np.diff(rows.color[24, :, 0].astype(int)) >= 0).all()


def test_that_camera_raw_is_turned_upright(tmp_path: Path, all_rows: AllRows) -> None:
    path = tmp_path / "shot.dng"
    write_dng(path, orientation=6)
    source, rows = read(path, all_rows)
    assert (source.info.width, source.info.height, source.info.orientation) == (48, 64, 1)
    top, bottom = rows.color[8:24, 8:40], rows.color[40:56, 8:40]
    assert bottom[..., 0].mean() > 2 * bottom[..., 1].mean()
    assert top[..., 0].mean() < 1.1 * top[..., 1].mean()


def write_psd(path: Path, planes: np.ndarray, *, depth: int = 8, mode: int = 3) -> None:
    bands, height, width = planes.shape
    head = b"8BPS" + struct.pack(">H6xHIIHH", 1, bands, height, width, depth, mode)
    path.write_bytes(head + struct.pack(">III", 0, 0, 0) + struct.pack(">H", 0) + planes.tobytes())


def test_that_the_composite_of_a_psd_is_read(tmp_path: Path, photo: Photo, all_rows: AllRows) -> None:
    path, pixels = tmp_path / "layers.psd", photo()
    write_psd(path, pixels.transpose(2, 0, 1))
    source, rows = read(path, all_rows)
    assert source.info.format == "psd"
    np.testing.assert_array_equal(rows.color, pixels)
    write_psd(path, np.zeros((3, 8, 8), ">u2"), depth=16)
    with pytest.raises(ImageReadError, match="PSD with 16 bits per channel in RGB; save it as TIFF"):
        probe(path, max_megapixels=1)


@pytest.mark.parametrize(
    ("suffix", "bands", "bits"), [(".pgm", 1, 8), (".ppm", 3, 8), (".pgm", 1, 16), (".ppm", 3, 16)]
)
def test_that_netpbm_is_read(
    tmp_path: Path, photo: Photo, all_rows: AllRows, suffix: str, bands: int, bits: int
) -> None:
    path, pixels = tmp_path / f"a{suffix}", photo(bands=bands, bits=bits)
    assert cv2.imwrite(str(path), pixels)
    source, rows = read(path, all_rows)
    assert source.info.bits == bits
    np.testing.assert_array_equal(rows.color.squeeze(), pixels if bands == 1 else pixels[..., ::-1])


def test_that_netpbm_with_another_white_and_a_comment_is_stretched(tmp_path: Path, all_rows: AllRows) -> None:
    path = tmp_path / "a.pgm"
    path.write_bytes(b"P5\n# of 100 levels\n3 1\n100\n\x00\x32\x64")
    assert read(path, all_rows)[1].color.ravel().tolist() == [0, 128, 255]


@pytest.mark.parametrize("suffix", [".pfm", ".exr"])
def test_that_linear_float_is_read(tmp_path: Path, all_rows: AllRows, suffix: str) -> None:
    path, light = tmp_path / f"a{suffix}", np.linspace(0, 1.2, 40 * 30 * 3, dtype=np.float32).reshape(30, 40, 3)
    if suffix == ".pfm":
        assert cv2.imwrite(str(path), light[..., ::-1])
    else:
        header = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage}
        OpenEXR.File(header, {"RGB": light}).write(str(path))
    source, rows = read(path, all_rows)
    assert source.info.bits == 16
    assert any("brighter than white" in notice for notice in source.info.notices)
    unit = np.clip(light, 0, 1)
    expected = np.where(unit <= 0.0031308, 12.92 * unit, 1.055 * unit ** (1 / 2.4) - 0.055)
    np.testing.assert_allclose(rows.color / 65535, expected, atol=2e-3)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_that_what_is_no_number_is_refused(tmp_path: Path, value: float) -> None:
    path, light = tmp_path / "a.tif", np.full((30, 40, 3), 0.5, np.float32)
    light[20, 30, 1] = value
    tifffile.imwrite(path, light, photometric="rgb")
    with pytest.raises(ImageReadError, match=r"no numbers \(NaN or infinity\); export it again"):
        open_image(path, max_megapixels=1)


@pytest.mark.parametrize("compression", [None, "lzw", "deflate", "zstd"])
@pytest.mark.parametrize("tile", [None, (32, 32)])
@pytest.mark.parametrize("bigtiff", [False, True])
def test_that_tiff_of_every_make_is_read_exactly(
    tmp_path: Path,
    photo: Photo,
    all_rows: AllRows,
    compression: str | None,
    tile: tuple[int, int] | None,
    bigtiff: bool,
) -> None:
    path, pixels = tmp_path / "a.tif", photo(70, 90, bits=16)
    tifffile.imwrite(path, pixels, photometric="rgb", compression=compression, tile=tile, bigtiff=bigtiff)
    np.testing.assert_array_equal(read(path, all_rows)[1].color, pixels)


def test_that_a_tile_that_cannot_be_decoded_is_not_painted_black(tmp_path: Path, all_rows: AllRows) -> None:
    path, noise = tmp_path / "a.tif", np.random.default_rng(0).integers(0, 65536, (300, 400, 3), dtype=np.uint16)
    tifffile.imwrite(path, noise, photometric="rgb", compression="deflate", tile=(64, 64))
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 500] = bytes(500)
    path.write_bytes(data)
    with pytest.raises(ImageReadError, match="damaged or cut off"):
        read(path, all_rows)


def test_that_tiff_with_jpeg_inside_is_read(tmp_path: Path, photo: Photo, all_rows: AllRows) -> None:
    path, pixels = tmp_path / "a.tif", smooth(photo)
    tifffile.imwrite(path, pixels, photometric="rgb", compression="jpeg", tile=(64, 64))
    assert np.abs(read(path, all_rows)[1].color.astype(int) - pixels).mean() < 3


def test_that_linear_profiles_are_encoded_for_the_eye(tmp_path: Path, all_rows: AllRows) -> None:
    gamma_one = profiles.with_gamma(bytes(pyvips.Image.profile_load("srgb")), 1.0)
    assert profiles.is_linear(gamma_one)
    path, light = tmp_path / "linear.tif", np.linspace(0, 65535, 30 * 40 * 3).astype(np.uint16).reshape(30, 40, 3)
    tifffile.imwrite(path, light, photometric="rgb", iccprofile=gamma_one)
    source, rows = read(path, all_rows)
    assert any("gamma 2.2" in notice for notice in source.info.notices)
    assert source.info.icc is not None
    assert not profiles.is_linear(source.info.icc)
    np.testing.assert_allclose(rows.color / 65535, (light / 65535) ** (1 / 2.2), atol=2e-5)
    assert b"curv\0\0\0\0\0\0\0\x01\x02\x33" in source.info.icc  # 2.2 in eighths of bits


def test_that_a_missing_library_is_named_with_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "phone.heic"
    pillow_heif.from_bytes("RGB", (64, 64), bytes(64 * 64 * 3)).save(path)
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(ImageReadError, match=r"HEIC needs the heif extra; pip install 'rsd-studio\[heif\]'"):
        probe(path, max_megapixels=1)


@pytest.mark.parametrize("share", [0.1, 0.6])
@pytest.mark.parametrize("suffix", [".heic", ".jxl", ".avif", ".dng", ".psd", ".ppm", ".exr"])
def test_that_a_cut_file_of_any_kind_is_refused(
    tmp_path: Path, photo: Photo, all_rows: AllRows, suffix: str, share: float
) -> None:
    path, pixels = tmp_path / f"cut{suffix}", photo(300, 400)
    if suffix == ".heic":
        pillow_heif.from_bytes("RGB", (400, 300), pixels.tobytes()).save(path)
    elif suffix == ".jxl":
        path.write_bytes(imagecodecs.jpegxl_encode(pixels, lossless=True))
    elif suffix == ".avif":
        path.write_bytes(imagecodecs.avif_encode(pixels, level=90, speed=10))
    elif suffix == ".dng":
        write_dng(path)
    elif suffix == ".psd":
        write_psd(path, pixels.transpose(2, 0, 1))
    elif suffix == ".ppm":
        cv2.imwrite(str(path), pixels)
    else:
        OpenEXR.File({"type": OpenEXR.scanlineimage}, {"RGB": pixels / np.float32(255)}).write(str(path))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ImageReadError, match="damaged or cut off"):
        read(path, all_rows)
