"""What stands beside the picture in its file: named, where it is not carried along."""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.metadata import xmp
from rsd_app.core.image_io.metadata.companions import CUT_XMP, DEPTH, GAIN_MAP, SEQUENCE, SOUND, VIDEO
from rsd_app.core.image_io.metadata.xmp_packet import RDF, parse
from rsd_app.core.image_io.read import probe
from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.progress import CancelToken

Photo = Callable[..., np.ndarray]
RawOf = Callable[[np.ndarray], RawPicture]
EXTENSION = b"http://ns.adobe.com/xmp/extension/\0"
XAP = b"http://ns.adobe.com/xap/1.0/\0"


def packet(attributes: str = "", inside: str = "") -> bytes:
    spaces = {
        "rdf": RDF, "dc": "http://purl.org/dc/elements/1.1/", "cam": "http://ns.google.com/photos/1.0/camera/",
        "con": "http://ns.google.com/photos/1.0/container/", "it": "http://ns.google.com/photos/1.0/container/item/",
        "hdrgm": "http://ns.adobe.com/hdr-gain-map/1.0/", "GDepth": "http://ns.google.com/photos/1.0/depthmap/",
        "GAudio": "http://ns.google.com/photos/1.0/audio/", "apple": "http://ns.apple.com/HDRGainMap/1.0/",
        "note": "http://ns.adobe.com/xmp/note/",
    }  # fmt: skip
    declared = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in spaces.items())
    return (
        f'<rdf:RDF {declared}><rdf:Description rdf:about="" {attributes}>{inside}</rdf:Description></rdf:RDF>'.encode()
    )


def segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def jpeg(photo: Photo, *segments: bytes, tail: bytes = b"") -> bytes:
    stream = io.BytesIO()
    Image.fromarray(photo()).save(stream, "jpeg")
    data = stream.getvalue()
    return data[:2] + b"".join(segments) + data[2:] + tail


def item(semantic: str) -> str:
    return f"<con:Directory><rdf:Seq><rdf:li><con:Item it:Semantic='{semantic}'/></rdf:li></rdf:Seq></con:Directory>"


@pytest.mark.parametrize(
    ("data", "notice"),
    [
        (packet('cam:MotionPhoto="1"'), VIDEO),
        (packet('cam:MicroVideo="1"'), VIDEO),
        (packet(inside="<cam:MotionPhoto>1</cam:MotionPhoto>"), VIDEO),
        (packet(inside=item("MotionPhoto")), VIDEO),
        (packet('hdrgm:Version="1.0"'), GAIN_MAP),
        (packet('apple:HDRGainMapVersion="65536"'), GAIN_MAP),
        (packet(inside=item("GainMap")), GAIN_MAP),
        (packet('GDepth:Mime="image/png"'), DEPTH),
        (packet('GAudio:Mime="audio/mp4a-latm"'), SOUND),
        (packet('cam:MotionPhoto="0" dc:source="x"'), None),
        (packet(inside=item("Primary")), None),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_that_what_xmp_tells_of_is_named(
    tmp_path: Path, photo: Photo, data: bytes, notice: str | None, encoding: str
) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg(photo, segment(0xE1, XAP + data.decode().encode(encoding))))
    assert probe(path, max_megapixels=1).notices == ((notice,) if notice else ())


def test_that_a_gain_map_that_only_iso_tells_of_is_named(tmp_path: Path, photo: Photo) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg(photo, segment(0xE2, b"urn:iso:std:iso:ts:21496:-1\0\0\0\0\0")))
    assert probe(path, max_megapixels=1).notices == (GAIN_MAP,)


def test_that_the_video_of_samsung_is_named(tmp_path: Path, photo: Photo) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg(photo, tail=b"\0\0\x30\x0a\x10\0\0\0MotionPhoto_Data" + bytes(999) + b"SEFH" + b"SEFT"))
    assert probe(path, max_megapixels=1).notices == (VIDEO,)


def test_that_further_pictures_are_told_of(tmp_path: Path, photo: Photo) -> None:
    path, first = tmp_path / "a.mpo", Image.fromarray(photo())
    first.save(path, "MPO", save_all=True, append_images=[Image.fromarray(255 - photo())] * 2)
    (notice,) = probe(path, max_megapixels=1).notices
    assert "3 pages" in notice
    data = path.read_bytes()
    at = data.index(b"MPF\0") + 4
    entries = data.index(struct.pack("<I", 0x030000), at)  # Pillow's kind of the first
    small = bytearray(data)
    small[entries + 16 : entries + 20] = struct.pack("<I", 0x010001)
    small[entries + 32 : entries + 36] = struct.pack("<I", 0x010002)
    path.write_bytes(small)
    assert probe(path, max_megapixels=1).notices == ()  # thumbnails for screens


def test_that_a_gain_map_behind_the_picture_is_no_page(tmp_path: Path, photo: Photo) -> None:
    path, first = tmp_path / "a.jpg", Image.fromarray(photo())
    gain = packet('apple:HDRGainMapVersion="65536"')
    first.save(path, "MPO", save_all=True, append_images=[Image.fromarray(photo(bands=1))])
    data = path.read_bytes()
    second = data.index(b"\xff\xd8\xff", 4)
    inserted = segment(0xE1, XAP + gain)
    path.write_bytes(data[: second + 2] + inserted + data[second + 2 :])
    assert probe(path, max_megapixels=1).notices == (GAIN_MAP,)


def extended(main: bytes, more: bytes, *, part: int = 400) -> list[bytes]:
    guid = hashlib.md5(more, usedforsecurity=False).hexdigest().upper().encode()
    segments = [segment(0xE1, XAP + main.replace(b"GUID", guid))]
    for at in range(0, len(more), part):
        head = EXTENSION + guid + struct.pack(">II", len(more), at)
        segments.insert(1, segment(0xE1, head + more[at : at + part]))  # in any order
    return segments


def test_that_extended_xmp_is_put_together(tmp_path: Path, photo: Photo) -> None:
    path = tmp_path / "a.jpg"
    main = packet('note:HasExtendedXMP="GUID" dc:title="short"')
    more = packet(inside=f"<dc:description>{'long ' * 300}</dc:description>")
    segments = extended(main, more)
    path.write_bytes(jpeg(photo, *segments))
    info = probe(path, max_megapixels=1)
    found = {name.rpartition("}")[2]: value for name, value in xmp.properties(parse(info.xmp or b""))}
    assert (found["title"], found["description"]) == ("short", "long " * 300)
    assert info.notices == ()
    path.write_bytes(jpeg(photo, *segments[:-1]))
    info = probe(path, max_megapixels=1)
    assert info.notices == (CUT_XMP,)
    assert b"short" in (info.xmp or b"")


def test_that_a_jpeg_keeps_of_its_xmp_what_fits(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo
) -> None:
    path = tmp_path / "out.jpg"
    large = packet('dc:title="kept"', f"<dc:description>{'x' * 70_000}</dc:description><dc:source>kept</dc:source>")
    settings = {"width": 53, "height": 37, "bits": 8, "quality": 90, "cancel": CancelToken()}
    record = {"Seed": "7"}
    info = replace(plain_info, xmp=large)
    (notice,) = write_picture(raw_of(photo()), path, info, **settings, record=record)  # type: ignore[arg-type]
    assert "left out: description." in notice
    again = probe(path, max_megapixels=1).xmp
    assert xmp.record_in(again) == record
    assert {"kept"} == {value for _, value in xmp.properties(parse(again or b"")) if value == "kept"}


@pytest.mark.parametrize(
    ("boxes", "notice"),
    [
        (b"\0\0\0\x18ftypavif\0\0\0\0avifmif1" + b"\0\0\0\x1cinfe\x02\0\0\0\0\x02\0\0tmap\0", GAIN_MAP),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"auxCurn:com:apple:photo:2020:aux:hdrgainmap\0", GAIN_MAP),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0\0\0\x10mpvdabcdefgh", VIDEO),
        (b"\0\0\0\x18ftypavis\0\0\0\0avismsf1", SEQUENCE),
        (b"\0\0\0\x0cJXL \r\n\x87\n" + b"\0\0\0\x10jhgmabcdefgh", GAIN_MAP),
    ],
)
def test_that_what_boxes_hold_is_named(tmp_path: Path, boxes: bytes, notice: str) -> None:
    from rsd_app.core.image_io.metadata.companions import companions_of_boxes

    path = tmp_path / "a.heic"
    path.write_bytes(boxes)
    assert companions_of_boxes(path) == (notice,)


@pytest.mark.parametrize("alpha", [False, True])
@pytest.mark.parametrize("with_xmp", [False, True])
def test_that_exif_in_webp_has_one_header(
    tmp_path: Path,
    photo: Photo,
    raw_of: RawOf,
    plain_info: ImageInfo,
    rich_exif: Image.Exif,
    alpha: bool,
    with_xmp: bool,
) -> None:
    path, pixels = tmp_path / "out.webp", photo(bands=4 if alpha else 3)
    block = rich_exif.tobytes().removeprefix(b"Exif\0\0")
    info = replace(plain_info, exif=block, xmp=packet('dc:title="x"') if with_xmp else None)
    settings = {"width": 53, "height": 37, "bits": 8, "quality": 90, "cancel": CancelToken()}
    assert write_picture(raw_of(pixels), path, info, **settings) == ()  # type: ignore[arg-type]
    data = path.read_bytes()
    at = data.index(b"EXIF")
    (size,) = struct.unpack_from("<I", data, at + 4)
    stored = data[at + 8 : at + 8 + size]
    assert stored[:4] in (b"II*\0", b"MM\0*")
    assert stored.index(b"MAKERNOTE") == block.index(b"MAKERNOTE")
    assert len(data) == 8 + struct.unpack_from("<I", data, 4)[0]
    with Image.open(path) as image:
        image.load()
        assert (image.size, image.mode) == ((53, 37), "RGBA" if alpha else "RGB")
        assert image.getexif()[0x0110] == "Model 5"
    assert probe(path, max_megapixels=1).exif is not None


def test_that_a_profile_that_was_not_used_is_not_named(tmp_path: Path) -> None:
    path = tmp_path / "inks.jpg"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (b"nonsense" * 40, srgb):
        Image.new("CMYK", (40, 30), (200, 20, 20, 0)).save(path, icc_profile=profile)
        (notice,) = probe(path, max_megapixels=1).notices
        assert "with a common profile" in notice


@pytest.mark.parametrize("comment", ["made by Ann", "Morgenröte 夜明け"])
def test_that_a_comment_goes_along(tmp_path: Path, photo: Photo, raw_of: RawOf, comment: str) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg(photo, segment(0xFE, comment.encode() + b"\0")))
    info = probe(path, max_megapixels=1)
    settings = {"width": 53, "height": 37, "bits": 8, "quality": 90, "cancel": CancelToken()}
    for suffix, key in ((".jpg", "comment"), (".png", "Comment")):
        out = tmp_path / f"out{suffix}"
        assert write_picture(raw_of(photo()), out, info, **settings) == ()  # type: ignore[arg-type]
        with Image.open(out) as stored:
            stored.load()
            found = stored.info[key]
        assert (found.decode() if isinstance(found, bytes) else found) == comment
        assert [text.text for text in probe(out, max_megapixels=1).texts] == [comment]
    (notice,) = write_picture(raw_of(photo()), tmp_path / "out.webp", info, **settings)  # type: ignore[arg-type]
    assert "Comment" in notice
