"""What a PNG says beside its pixels: colours in numbers, metadata before and after them, texts."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
import pyvips
from PIL import Image, ImageCms, PngImagePlugin

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.color import icc as profiles
from rsd_app.core.image_io.color.matrix_profile import BT_709, PRIMARIES, SRGB_CURVE, matrix_profile
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.metadata.headed_file import PNG_HEADER_BYTES, png_chunk
from rsd_app.core.image_io.metadata.png_chunks import MOST_BYTES, raw_profile
from rsd_app.core.image_io.read import ImageSource, Pixels, open_image, probe
from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.progress import CancelToken

Photo = Callable[..., np.ndarray]
AllRows = Callable[[ImageSource], Pixels]
RawOf = Callable[[np.ndarray], RawPicture]
Chunk = tuple[bytes, bytes]
ADOBE_RGB = (0.3127, 0.329, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06)
EXIF_TURNED = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>'
IPTC = b"\x1c\x02\x78\x00\x07caption"
RESOURCES = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(IPTC)) + IPTC


def gama(value: float) -> Chunk:
    return b"gAMA", struct.pack(">I", round(value * 100_000))


def chrm(points: tuple[float, ...]) -> Chunk:
    return b"cHRM", struct.pack(">8I", *(round(value * 100_000) for value in points))


def png(path: Path, pixels: np.ndarray, before: tuple[Chunk, ...] = (), after: tuple[Chunk, ...] = ()) -> None:
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "png")
    data = stream.getvalue()
    head, tail = (b"".join(png_chunk(*chunk) for chunk in chunks) for chunks in (before, after))
    end = data.index(b"IEND") - 4
    path.write_bytes(data[:PNG_HEADER_BYTES] + head + data[PNG_HEADER_BYTES:end] + tail + data[end:])


def seen(pixels: np.ndarray, profile: bytes | None) -> np.ndarray:
    """What a viewer that knows of profiles shows."""
    image = Image.fromarray(pixels)
    if profile is None:
        return np.asarray(image)
    given, wanted = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    converted = np.asarray(ImageCms.profileToProfile(image, given, wanted, intent, outputMode="RGB"))
    return converted if pixels.ndim == 3 else converted[..., 0]


def srgb_of(light: np.ndarray) -> np.ndarray:
    unit = np.clip(light, 0, 1)
    return 255 * np.where(unit <= 0.0031308, 12.92 * unit, 1.055 * unit ** (1 / 2.4) - 0.055)


@pytest.mark.parametrize("gamma", [1 / 1.8, 0.3, 0.7])
def test_that_a_gamma_alone_is_a_profile(tmp_path: Path, photo: Photo, all_rows: AllRows, gamma: float) -> None:
    path, pixels = tmp_path / "a.png", photo()
    png(path, pixels, (gama(gamma),))
    with open_image(path, max_megapixels=1) as source:
        np.testing.assert_array_equal(all_rows(source).color, pixels)  # numbers stay as they are
    expected = srgb_of((pixels / 255) ** (1 / gamma))
    assert np.abs(seen(pixels, source.info.icc) - expected).max() <= 1.5


def test_that_primaries_are_a_profile(tmp_path: Path, photo: Photo) -> None:
    path, pixels = tmp_path / "a.png", photo()
    png(path, pixels, (gama(1 / 2.2), chrm(ADOBE_RGB)))
    info = probe(path, max_megapixels=1)
    reference = imagecodecs.cms_profile("adobergb")
    assert np.abs(seen(pixels, info.icc).astype(int) - seen(pixels, reference)).max() <= 1


def test_that_gray_gets_a_profile_of_gray(tmp_path: Path, photo: Photo) -> None:
    path, pixels = tmp_path / "a.png", photo(bands=1)
    png(path, pixels, (gama(1 / 1.8), chrm(ADOBE_RGB)))
    info = probe(path, max_megapixels=1)
    assert info.icc is not None
    assert info.icc[16:20] == b"GRAY"
    assert np.abs(seen(pixels, info.icc) - srgb_of((pixels / 255) ** 1.8)).max() <= 2


def test_that_linear_light_is_encoded_for_the_eye(tmp_path: Path, all_rows: AllRows) -> None:
    path, light = tmp_path / "a.png", np.linspace(0, 65535, 30 * 40).astype(np.uint16).reshape(30, 40)
    png(path, light, (gama(1.0),))
    with open_image(path, max_megapixels=1) as source:
        rows = all_rows(source)
    np.testing.assert_allclose(rows.color[..., 0] / 65535, (light / 65535) ** (1 / 2.2), atol=2e-5)
    assert any("gamma 2.2" in notice for notice in source.info.notices)


@pytest.mark.parametrize(
    "chunks",
    [
        (),
        (gama(0.45455),),
        (gama(0.45455), chrm(BT_709)),
        (chrm(BT_709),),
        ((b"sRGB", b"\0"), gama(0.6), chrm(ADOBE_RGB)),
        ((b"cICP", bytes((1, 13, 0, 1))), gama(0.6), chrm(ADOBE_RGB)),
        ((b"gAMA", bytes(4)),),
        (chrm((0.3, 0.3, 0.1, 0.1, 0.2, 0.2, 0.3, 0.3)),),  # on a line
        (chrm((0.3, 0.0, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06)),),
        ((b"gAMA", b"\xff\xff\xff\xff"),),
    ],
)
def test_that_what_is_srgb_or_impossible_gets_none(tmp_path: Path, photo: Photo, chunks: tuple[Chunk, ...]) -> None:
    png(tmp_path / "a.png", photo(), chunks)
    assert probe(tmp_path / "a.png", max_megapixels=1).icc is None


def test_that_cicp_goes_before_a_profile_and_that_before_numbers(tmp_path: Path, photo: Photo) -> None:
    path, adobe = tmp_path / "a.png", imagecodecs.cms_profile("adobergb")
    profile = (b"iCCP", b"x\0\0" + zlib.compress(adobe))
    png(path, photo(), (profile, gama(0.7), chrm(PRIMARIES[12])))
    assert probe(path, max_megapixels=1).icc == adobe
    png(path, photo(), ((b"cICP", bytes((12, 13, 0, 1))), profile))
    p3 = probe(path, max_megapixels=1).icc
    assert p3 == bytes(pyvips.Image.profile_load("p3"))
    png(path, photo(), ((b"cICP", bytes((1, 13, 0, 1))), profile))
    assert probe(path, max_megapixels=1).icc is None
    png(path, photo(), ((b"cICP", bytes((9, 16, 0, 1))), profile))
    with pytest.raises(ImageReadError, match="is HDR"):
        probe(path, max_megapixels=1)


def test_that_wide_colours_by_number_are_those_of_a_known_profile(photo: Photo) -> None:
    pixels = photo()
    made, reference = matrix_profile(PRIMARIES[12], SRGB_CURVE, "made"), bytes(pyvips.Image.profile_load("p3"))
    assert np.abs(seen(pixels, made).astype(int) - seen(pixels, reference)).mean() < 0.1
    assert not profiles.is_srgb(made)


TEXT_FORMS = [
    lambda kind, data: raw_profile(kind, data),
    lambda kind, data: (b"tEXt", f"Raw profile type {kind}\0\n{kind}\n{len(data):8}\n{data.hex()}\n".encode()),
    lambda kind, data: (
        b"iTXt",
        f"Raw profile type {kind}\0\0\0\0\0\n{kind}\n  {len(data)}\n{data.hex()[:8]}\n{data.hex()[8:]}".encode(),
    ),
]


@pytest.mark.parametrize("form", TEXT_FORMS)
@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize(
    "profiles_of",
    [
        {"exif": EXIF_TURNED, "iptc": IPTC, "xmp": XMP},
        {"exif": b"Exif\0\0" + EXIF_TURNED, "8bim": RESOURCES, "xmp": XMP},
        {"APP1": b"Exif\0\0" + EXIF_TURNED, "iptc": RESOURCES, "xmp": XMP},
    ],
)
def test_that_raw_profiles_are_read(
    tmp_path: Path, photo: Photo, form: Callable[[str, bytes], Chunk], behind: bool, profiles_of: dict[str, bytes]
) -> None:
    path, chunks = tmp_path / "a.png", tuple(form(kind, data) for kind, data in profiles_of.items())
    png(path, photo(), *((), chunks) if behind else (chunks,))
    info = probe(path, max_megapixels=1)
    assert (info.exif, info.iptc, info.xmp) == (EXIF_TURNED, IPTC, XMP)
    assert (info.width, info.height, info.orientation) == (37, 53, 6)
    assert info.texts == ()
    assert info.notices == ()


@pytest.mark.parametrize("behind", [False, True])
def test_that_chunks_of_their_own_are_read_wherever_they_stand(
    tmp_path: Path, photo: Photo, all_rows: AllRows, behind: bool
) -> None:
    path, pixels = tmp_path / "a.png", photo()
    chunks = ((b"eXIf", EXIF_TURNED), (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP))
    png(path, pixels, *((), chunks) if behind else (chunks,))
    with open_image(path, max_megapixels=1) as source:
        rows = all_rows(source)
    assert (source.info.exif, source.info.xmp) == (EXIF_TURNED, XMP)
    np.testing.assert_array_equal(rows.color, np.rot90(pixels, -1))


def test_that_damaged_and_huge_texts_are_told_of(tmp_path: Path, photo: Photo) -> None:
    path = tmp_path / "a.png"
    bomb = (b"zTXt", b"Bomb\0\0" + zlib.compress(bytes(MOST_BYTES + 1), 9))
    cut = (b"zTXt", b"Cut\0\0" + zlib.compress(b"long enough" * 20)[:-9])
    wrong = (b"tEXt", b"Raw profile type exif\0\nexif\n  99\n0102")
    png(path, photo(), (bomb, cut, wrong, (b"tEXt", b"Title\0Dawn")))
    info = probe(path, max_megapixels=1)
    (notice,) = info.notices
    assert all(name in notice for name in ("'Bomb'", "'Cut'", "'Raw profile type exif'"))
    assert [(text.keyword, text.text) for text in info.texts] == [("Title", "Dawn")]


def put(raw: RawPicture, path: Path, info: ImageInfo, **options: object) -> tuple[str, ...]:
    settings = {"width": raw.width, "height": raw.height, "bits": raw.bits, "quality": 90, "cancel": CancelToken()}
    return write_picture(raw, path, info, **(settings | options))  # type: ignore[arg-type]


def test_that_texts_and_iptc_go_along(tmp_path: Path, photo: Photo, raw_of: RawOf) -> None:
    path, out, texts = tmp_path / "a.png", tmp_path / "out.png", PngImagePlugin.PngInfo()
    texts.add_text("Copyright", "(c) Ann")
    texts.add_text("parameters", "a photo of a cat, steps: 20 " * 30, zip=True)
    texts.add_itxt("Description", "Morgenröte 夜明け", "de", "Beschreibung")
    texts.add_text("GPS Position", "48.1 N")
    texts.add_text("exif:SubjectArea", "1, 2, 3, 4")
    texts.add_text("date:create", "2026")
    Image.fromarray(photo()).save(path, pnginfo=texts)
    info = replace(probe(path, max_megapixels=1), iptc=IPTC)
    assert put(raw_of(photo()), out, info) == ()
    with Image.open(out) as stored:
        found = stored.text  # type: ignore[attr-defined]
    assert found["Copyright"] == "(c) Ann"
    assert found["parameters"] == "a photo of a cat, steps: 20 " * 30
    assert found["Description"] == "Morgenröte 夜明け"
    assert found["GPS Position"] == "48.1 N"
    assert not {"exif:SubjectArea", "date:create"} & set(found)
    assert probe(out, max_megapixels=1).iptc == IPTC
    put(raw_of(photo()), out, info, keep="no-place")
    with Image.open(out) as stored:
        assert "GPS Position" not in stored.text  # type: ignore[attr-defined]
        assert stored.text["Copyright"] == "(c) Ann"  # type: ignore[attr-defined]
    put(raw_of(photo()), out, info, keep="none")
    assert probe(out, max_megapixels=1).texts == ()
    (notice,) = put(raw_of(photo()), tmp_path / "out.jpg", replace(info, iptc=None))
    assert "Copyright, parameters" in notice


def test_that_the_first_frame_of_an_animation_is_told_of(tmp_path: Path, photo: Photo, all_rows: AllRows) -> None:
    path, pixels = tmp_path / "a.png", photo()
    frames = [Image.fromarray(pixels), Image.fromarray(255 - pixels), Image.fromarray(pixels // 2)]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    with open_image(path, max_megapixels=1) as source:
        np.testing.assert_array_equal(all_rows(source).color, pixels)
    (notice,) = source.info.notices
    assert "3 pages or frames" in notice
