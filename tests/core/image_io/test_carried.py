"""Metadata in results: nothing lost that was not asked to go, and the maker note still where it points to."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import cv2
import imagecodecs
import numpy as np
import pillow_jxl  # noqa: F401 - tells Pillow of JPEG XL
import pytest
import pyvips
from PIL import Image, ImageCms

from rsd_app.core.image_io.formats import tiff
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.metadata import xmp
from rsd_app.core.image_io.metadata.exif_block import corrected
from rsd_app.core.image_io.metadata.exif_directory import exif_of_tiff, iptc_of_tiff
from rsd_app.core.image_io.metadata.placement import Placement
from rsd_app.core.image_io.read import probe
from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.progress import CancelToken

Photo = Callable[..., np.ndarray]
RawOf = Callable[[np.ndarray], RawPicture]
RECORD = {"Software": "RSD Studio 1", "Seed": "7", "Settings": '{"scale": 4.0, "model": "a & b <c>"}'}
SECONDS = struct.pack(">II", 29, 2)  # 14.5, in the order in which Pillow writes
IPTC = b"\x1c\x02\x50\x00\x05Alice" + b"\x1c\x02\x5a\x00\x05Paris" + b"\x1c\x02\x78\x00\x02Hi"
XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    b'tiff:Orientation="6" exif:GPSLatitude="48,8N" exif:PixelXDimension="8" dc:format="image/jpeg">'
    b"<photoshop:City>Paris</photoshop:City><dc:rights>mine</dc:rights></rdf:Description></rdf:RDF>"
    b'</x:xmpmeta><?xpacket end="w"?>'
)


def put(raw: RawPicture, path: Path, info: ImageInfo, **options: object) -> tuple[str, ...]:
    settings = {"width": raw.width, "height": raw.height, "bits": raw.bits, "quality": 90, "cancel": CancelToken()}
    return write_picture(raw, path, info, **(settings | options))  # type: ignore[arg-type]


def placed(width: int, height: int) -> Placement:
    return Placement(orientation=6, stored_width=53, stored_height=37, width=width, height=height)


@pytest.fixture
def block(rich_exif: Image.Exif) -> bytes:
    return rich_exif.tobytes().removeprefix(b"Exif\0\0")


@pytest.mark.parametrize("order", ["<", ">"])
def test_that_a_block_is_corrected_without_moving_anything(rich_exif: Image.Exif, order: str) -> None:
    rich_exif.endian = order
    block = rich_exif.tobytes().removeprefix(b"Exif\0\0")
    out = corrected(block, placed(70_000, 60), dpi=(300, 300))
    note = b"MAKERNOTE\0\1\2\3\4\5"
    assert out.index(note) == block.index(note)
    again = Image.Exif()
    again.load(out)
    camera = again.get_ifd(0x8769)
    assert (again[0x0112], camera[0xA002], camera[0xA003]) == (1, 70_000, 60)
    assert again.get_ifd(0x8825)[2] == (48.0, 8.0, 14.5)


def test_that_the_place_can_be_taken_out(block: bytes) -> None:
    assert SECONDS in block
    out = corrected(block, placed(8, 6), dpi=None, keep_place=False)
    again = Image.Exif()
    again.load(out)
    assert again.get_ifd(0x8825) == {}
    assert SECONDS not in out
    assert again.get_ifd(0x8769)[0x927C] == b"MAKERNOTE\0\1\2\3\4\5"


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_that_the_maker_note_stays_where_it_was(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo, block: bytes, suffix: str
) -> None:
    path = tmp_path / f"out{suffix}"
    assert put(raw_of(photo()), path, replace(plain_info, exif=block)) == ()
    data = path.read_bytes()
    start = data.index(block[:8])
    assert data[start:].index(b"MAKERNOTE") == block.index(b"MAKERNOTE")
    with Image.open(path) as stored:
        assert stored.getexif().get_ifd(0x8769)[0xA002] == 53
        np.asarray(stored)


@pytest.mark.parametrize("suffix", [".avif", ".jxl"])
@pytest.mark.parametrize("bits", [8, 16])
def test_that_avif_and_jpeg_xl_are_written(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo, block: bytes, suffix: str, bits: int
) -> None:
    path, pixels = tmp_path / f"out{suffix}", photo(64, 96, bits=bits)
    info = replace(plain_info, exif=block, xmp=XMP)
    notices = put(raw_of(pixels), path, info, quality=100)
    data = path.read_bytes()
    found = imagecodecs.avif_decode(data) if suffix == ".avif" else imagecodecs.jpegxl_decode(data)
    top = 2**bits - 1 if suffix == ".jxl" else 2 ** (8 if bits == 8 else 12) - 1
    assert notices == (("avif holds 12 bits per channel; the 16 were rounded.",) if top == 4095 else ())
    difference = np.abs(found / top - pixels / (2**bits - 1))
    assert difference.max() < (0.02 if suffix == ".avif" else 1e-9)
    with Image.open(path) as stored:
        exif = Image.Exif()
        exif.load(stored.info["exif"])
    assert (exif[0x0110], exif.get(0x0112, 1)) == ("Model 5", 1)
    again = probe(path, max_megapixels=1)
    assert again.xmp is not None
    assert b'dc:format="image/jpeg"' in again.xmp


@pytest.mark.parametrize("quality", [100, 95])
def test_that_jpeg_xl_of_16_bits_is_srgb_for_other_readers(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo, quality: int
) -> None:
    path, pixels = tmp_path / "out.jxl", cv2.GaussianBlur(photo(64, 96, bits=16), (0, 0), 3)
    assert put(raw_of(pixels), path, plain_info, quality=quality) == ()
    with Image.open(path) as stored:  # libjxl through another binding, in 8 bits
        name = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(stored.info["icc_profile"])))
        assert "sRGB" in name
        assert np.abs(np.asarray(stored).astype(float) - pixels / 257).mean() < (0.6 if quality == 100 else 1.5)
    found = imagecodecs.jpegxl_decode(path.read_bytes())
    assert len(np.unique(found)) > 3000


@pytest.mark.parametrize("bands", [1, 4])
def test_that_gray_and_alpha_fit_into_jpeg_xl(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo, bands: int
) -> None:
    path, pixels = tmp_path / "out.jxl", photo(bands=bands)
    assert put(raw_of(pixels), path, plain_info, quality=100) == ()
    np.testing.assert_array_equal(imagecodecs.jpegxl_decode(path.read_bytes()), pixels)


def test_that_jpeg_xl_becomes_srgb_with_a_notice(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo
) -> None:
    path, pixels = tmp_path / "out.jxl", np.full((16, 16, 3), (128, 160, 128), np.uint8)
    p3 = bytes(pyvips.Image.profile_load("p3"))
    (notice,) = put(raw_of(pixels), path, replace(plain_info, icc=p3), quality=100)
    assert "sRGB" in notice
    srgb = ImageCms.createProfile("sRGB")
    source = ImageCms.ImageCmsProfile(io.BytesIO(p3))
    expected = ImageCms.profileToProfile(Image.fromarray(pixels), source, srgb, ImageCms.Intent.RELATIVE_COLORIMETRIC)
    found = imagecodecs.jpegxl_decode(path.read_bytes())
    assert np.abs(found.astype(int) - np.asarray(expected)).max() <= 1


def test_that_bigtiff_carries_exif_and_iptc(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo, block: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tiff, "BIGTIFF_FROM_BYTES", 1000)
    path, pixels = tmp_path / "out.tif", photo()
    assert put(raw_of(pixels), path, replace(plain_info, exif=block, iptc=IPTC, xmp=XMP)) == ()
    assert path.read_bytes()[:4] == b"II+\0"
    found = exif_of_tiff(path)
    assert found is not None
    exif = Image.Exif()
    exif.load(found)
    assert exif.get_ifd(0x8825)[2] == (48.0, 8.0, 14.5)
    assert exif.get_ifd(0x8769)[0xA002] == 53
    assert iptc_of_tiff(path) == IPTC
    with Image.open(path) as stored:
        np.testing.assert_array_equal(np.asarray(stored), pixels)
        assert stored.getexif()[0x0110] == "Model 5"


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tiff", ".avif", ".jxl"])
def test_that_the_user_decides_what_goes_along(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo, block: bytes, suffix: str
) -> None:
    path, info = tmp_path / f"out{suffix}", replace(plain_info, exif=block, iptc=IPTC, xmp=XMP, dpi=(300.0, 300.0))
    put(raw_of(photo()), path, info, keep="no-place")
    data, found = path.read_bytes(), probe(path, max_megapixels=1)
    for place in (b"Paris", b"GPSLatitude", SECONDS, struct.pack("<II", 29, 2)):
        assert place not in data
    assert found.exif is not None
    assert b"Model 5" in found.exif
    assert found.xmp is not None
    assert b"<dc:rights>mine</dc:rights>" in found.xmp
    if suffix in (".jpg", ".tiff"):
        assert found.iptc == b"\x1c\x02\x50\x00\x05Alice\x1c\x02\x78\x00\x02Hi"
    put(raw_of(photo()), path, info, keep="none", record=RECORD)
    data, found = path.read_bytes(), probe(path, max_megapixels=1)
    assert (found.xmp, found.iptc) == (None, None)
    assert b"Model 5" not in data
    assert b"Software" not in data


def test_that_a_record_is_read_back_and_written_once() -> None:
    first = xmp.with_record(XMP, RECORD)
    assert xmp.record_in(first) == RECORD
    second = xmp.with_record(first, RECORD | {"Seed": "8"})
    assert xmp.record_in(second) == RECORD | {"Seed": "8"}
    assert second.count(b"urn:rsd-studio") == 1
    assert second.count(b"DigitalSourceType") == 1
    assert b"compositeWithTrainedAlgorithmicMedia" in second
    assert b"<dc:rights>mine</dc:rights>" in second
    ET.fromstring(second.decode().split("?>", 1)[1].rsplit("<?", 1)[0])
    assert xmp.record_in(xmp.with_record(None, RECORD)) == RECORD
    assert xmp.record_in(XMP) is None


def test_that_another_source_type_is_replaced() -> None:
    packet = XMP.replace(b"xmlns:dc=", b'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:dc=')
    attribute = packet.replace(b'tiff:Orientation="6"', b'Iptc4xmpExt:DigitalSourceType="http://x/digitalCapture"')
    element = packet.replace(
        b"<dc:rights>", b"<Iptc4xmpExt:DigitalSourceType>http://x</Iptc4xmpExt:DigitalSourceType><dc:rights>"
    )
    for packet in (attribute, element):
        assert xmp.with_record(packet, RECORD).count(b"DigitalSourceType") == 1


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tiff", ".avif", ".jxl"])
def test_that_every_format_holds_the_record(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo, suffix: str
) -> None:
    path = tmp_path / f"out{suffix}"
    assert put(raw_of(photo()), path, plain_info, record=RECORD) == ()
    assert xmp.record_in(probe(path, max_megapixels=1).xmp) == RECORD


def test_that_a_jpeg_leaves_out_what_is_too_large(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo
) -> None:
    large = b"II*\0\x08\0\0\0\x01\0\x0f\x01\x02\0" + (70_000).to_bytes(4, "little") + b"\x1a\0\0\0" + b"\0" * 4
    info = replace(plain_info, exif=large + b"M" * 70_000, xmp=XMP.replace(b"mine", b"m" * 70_000))
    notices = put(raw_of(photo()), tmp_path / "out.jpg", info)
    assert len(notices) == 2
    assert "XMP is larger" in notices[0]
    assert "EXIF is larger" in notices[1]
    assert probe(tmp_path / "out.jpg", max_megapixels=1).width == 53
