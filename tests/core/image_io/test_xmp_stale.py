"""What metadata says of the old picture: it follows the new one, or goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.metadata import xmp
from rsd_app.core.image_io.metadata.carried import carried, placement_of
from rsd_app.core.image_io.metadata.exif_block import corrected
from rsd_app.core.image_io.metadata.xmp_packet import RDF, parse
from rsd_app.core.image_io.read import ImageSource, Pixels, open_image

AllRows = Callable[[ImageSource], Pixels]
SPACES = {
    "rdf": RDF,
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "mwg": "http://www.metadataworkinggroup.com/schemas/regions/",
    "area": "http://ns.adobe.com/xmp/sType/Area#",
    "dim": "http://ns.adobe.com/xap/1.0/sType/Dimensions#",
    "mp": "http://ns.microsoft.com/photo/1.2/",
    "ri": "http://ns.microsoft.com/photo/1.2/t/RegionInfo#",
    "reg": "http://ns.microsoft.com/photo/1.2/t/Region#",
    "iptc": xmp.IPTC_EXTENSION,
    "pano": "http://ns.google.com/photos/1.0/panorama/",
    "cam": "http://ns.google.com/photos/1.0/camera/",
    "con": "http://ns.google.com/photos/1.0/container/",
    "item": "http://ns.google.com/photos/1.0/container/item/",
    "hdrgm": "http://ns.adobe.com/hdr-gain-map/1.0/",
    "note": "http://ns.adobe.com/xmp/note/",
    "ac": "http://ns.acdsee.com/regions/",
}
WIDTH, HEIGHT, SCALE = 80, 50, 4  # of the stored picture
FACE = (50, 10, 12, 8)  # corner, width and height of a red place in it, in pixels


def packet(attributes: str = "", inside: str = "") -> bytes:
    declared = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
    return (
        f'<rdf:RDF {declared}><rdf:Description rdf:about="" {attributes}>{inside}</rdf:Description></rdf:RDF>'.encode()
    )


def info_of(tmp_path: Path, all_rows: AllRows, orientation: int) -> tuple[ImageInfo, tuple[float, float, float, float]]:
    """A photo with a red place, and where that is in the enlarged upright picture: corner, width, height, in pixels."""
    pixels = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    x, y, w, h = FACE
    pixels[y : y + h, x : x + w, 0] = 255
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.fromarray(pixels).save(tmp_path / "a.png", exif=exif)
    with open_image(tmp_path / "a.png", max_megapixels=1) as source:
        red = all_rows(source).color[..., 0]
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    left, top = int(columns[0]), int(rows[0])
    found = (left, top, len(columns), len(rows))
    return source.info, tuple(SCALE * value for value in found)  # type: ignore[return-value]


def result_of(info: ImageInfo, data: bytes) -> tuple[bytes, tuple[str, ...]]:
    size = {"width": info.width * SCALE, "height": info.height * SCALE}
    found, notices = carried(replace(info, xmp=data), **size, keep="all", record=None)
    assert found.xmp is not None
    return found.xmp, notices


def numbers(data: bytes, prefix: str, *names: str) -> list[float]:
    """Of fields, wherever they stand, as attributes or elements."""
    found = []
    for name in (f"{{{SPACES[prefix]}}}{name}" for name in names):
        for element in parse(data).root.iter():
            text = element.text if element.tag == name else element.get(name)
            if text is not None:
                found.append(float(text))
    return found


AS_ATTRIBUTES = '<mwg:Area area:x="{x}" area:y="{y}" area:w="{w}" area:h="{h}" area:unit="{unit}"/>'
AS_ELEMENTS = (
    '<mwg:Area rdf:parseType="Resource"><area:x>{x}</area:x><area:y>{y}</area:y><area:w>{w}</area:w>'
    "<area:h>{h}</area:h><area:unit>{unit}</area:unit></mwg:Area>"
)
AS_DESCRIPTION = (
    '<mwg:Area><rdf:Description area:x="{x}" area:y="{y}" area:w="{w}" area:h="{h}" area:unit="{unit}"/></mwg:Area>'
)


TOLD = [(orientation, unit) for orientation in range(1, 9) for unit in ("normalized", "pixel")]
TOLD += [(orientation, "upright") for orientation in range(5, 9)]  # the others have the same sides upright


@pytest.mark.parametrize(("orientation", "unit"), TOLD)
@pytest.mark.parametrize("form", [AS_ATTRIBUTES, AS_ELEMENTS, AS_DESCRIPTION])
def test_that_faces_stay_on_their_faces(
    tmp_path: Path, all_rows: AllRows, orientation: int, form: str, unit: str
) -> None:
    info, (left, top, wide, high) = info_of(tmp_path, all_rows, orientation)
    x, y, w, h = FACE
    applied = (WIDTH, HEIGHT)
    if unit == "upright":  # as programs tell it that turn the photo first
        applied = (info.width, info.height)
        x, y, w, h = (round(value) // SCALE for value in (left, top, wide, high))
    across, down = (1, 1) if unit == "pixel" else applied
    area = {"x": (x + w / 2) / across, "y": (y + h / 2) / down, "w": w / across, "h": h / down}
    inside = (
        f'<mwg:Regions rdf:parseType="Resource"><mwg:AppliedToDimensions dim:w="{applied[0]}" dim:h="{applied[1]}"'
        ' dim:unit="pixel"/><mwg:RegionList><rdf:Bag><rdf:li rdf:parseType="Resource"><mwg:Name>Ann</mwg:Name>'
        + form.format(**area, unit="pixel" if unit == "pixel" else "normalized")
        + "</rdf:li></rdf:Bag></mwg:RegionList></mwg:Regions>"
    )
    data, notices = result_of(info, packet(inside=inside))
    assert notices == ()
    assert numbers(data, "dim", "w", "h") == [info.width * SCALE, info.height * SCALE]
    sides = (1, 1) if unit == "pixel" else (info.width * SCALE, info.height * SCALE)
    expected = [(left + wide / 2) / sides[0], (top + high / 2) / sides[1], wide / sides[0], high / sides[1]]
    assert numbers(data, "area", "x", "y", "w", "h") == pytest.approx(expected, abs=1e-5)
    assert b">Ann<" in data


@pytest.mark.parametrize("orientation", range(1, 9))
def test_that_regions_of_microsoft_and_iptc_are_turned(tmp_path: Path, all_rows: AllRows, orientation: int) -> None:
    info, (left, top, wide, high) = info_of(tmp_path, all_rows, orientation)
    x, y, w, h = FACE
    relative = (x / WIDTH, y / HEIGHT, w / WIDTH, h / HEIGHT)
    boundary = '<iptc:RegionBoundary iptc:rbUnit="{}" iptc:rbX="{}" iptc:rbY="{}" iptc:rbW="{}" iptc:rbH="{}"/>'
    inside = (
        "<mp:RegionInfo><rdf:Description><ri:Regions><rdf:Bag>"
        f'<rdf:li reg:Rectangle="{", ".join(map(str, relative))}"/>'
        "</rdf:Bag></ri:Regions></rdf:Description></mp:RegionInfo><iptc:ImageRegion><rdf:Bag>"
        f'<rdf:li rdf:parseType="Resource">{boundary.format("relative", *relative)}</rdf:li>'
        f'<rdf:li rdf:parseType="Resource">{boundary.format("pixel", *FACE)}</rdf:li></rdf:Bag></iptc:ImageRegion>'
    )
    data, _ = result_of(info, packet(inside=inside))
    across, down = info.width * SCALE, info.height * SCALE
    expected = [left / across, top / down, wide / across, high / down]
    (rectangle,) = [e.get(f"{{{SPACES['reg']}}}Rectangle") for e in parse(data).root.iter(f"{{{RDF}}}li") if e.attrib][
        :1
    ]
    assert rectangle is not None
    assert [float(value) for value in rectangle.split(",")] == pytest.approx(expected, abs=1e-5)
    found = numbers(data, "iptc", "rbX", "rbY", "rbW", "rbH")
    assert found[::2] == pytest.approx(expected, abs=1e-5)
    assert found[1::2] == pytest.approx([left, top, wide, high])


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("count", [2, 3, 4])
def test_that_the_subject_is_where_it_was(tmp_path: Path, all_rows: AllRows, orientation: int, count: int) -> None:
    info, (left, top, wide, high) = info_of(tmp_path, all_rows, orientation)
    x, y, w, h = FACE
    area = [x + w // 2, y + h // 2, *([10] if count == 3 else [w, h])][:count]
    expected = [left + wide // 2, top + high // 2, *([10 * SCALE] if count == 3 else [wide, high])][:count]
    items = "".join(f"<rdf:li>{value}</rdf:li>" for value in area)
    data, _ = result_of(info, packet(inside=f"<exif:SubjectArea><rdf:Seq>{items}</rdf:Seq></exif:SubjectArea>"))
    assert [int(item.text or "") for item in parse(data).root.iter(f"{{{RDF}}}li")] == expected
    exif = Image.Exif()
    exif[0x8769] = {0x9214: tuple(area), 0x9003: "2020:01:02 03:04:05"}
    block = exif.tobytes().removeprefix(b"Exif\0\0")
    placement = placement_of(info, info.width * SCALE, info.height * SCALE)
    again = Image.Exif()
    again.load(corrected(block, placement, dpi=None))
    assert list(again.get_ifd(0x8769)[0x9214]) == expected


def test_that_a_subject_beyond_16_bits_goes_alone() -> None:
    info = ImageInfo(
        path=Path("a.jpg"), width=9000, height=6000, channels=3, has_alpha=False, bits=8, format="jpeg", icc=None,
        exif=None, xmp=None, iptc=None, orientation=1, dpi=None, notices=(),
    )  # fmt: skip
    exif = Image.Exif()
    exif[0x8769] = {0x9003: "2020:01:02 03:04:05", 0x9214: (8900, 5000, 9, 9), 0xA002: 9000, 0xA003: 6000}
    block = exif.tobytes().removeprefix(b"Exif\0\0")
    again = Image.Exif()
    again.load(corrected(block, placement_of(info, 72_000, 48_000), dpi=None))
    camera = again.get_ifd(0x8769)
    assert 0x9214 not in camera
    assert (camera[0x9003], camera[0xA002], camera[0xA003]) == ("2020:01:02 03:04:05", 72_000, 48_000)


@pytest.mark.parametrize(("orientation", "expected"), [(1, (4000, 1500)), (6, (1500, 2000))])
def test_that_the_focal_plane_has_as_many_more_pixels(
    tmp_path: Path, all_rows: AllRows, orientation: int, expected: tuple[int, int]
) -> None:
    info, _ = info_of(tmp_path, all_rows, orientation)
    exif = Image.Exif()
    exif[0x8769] = {0xA20E: IFDRational(1000), 0xA20F: IFDRational(500)}
    block = exif.tobytes().removeprefix(b"Exif\0\0")
    again = Image.Exif()
    across, down = (4, 3) if orientation == 1 else (3, 2)
    again.load(corrected(block, placement_of(info, info.width * across, info.height * down), dpi=None))
    camera = again.get_ifd(0x8769)
    assert (camera[0xA20E], camera[0xA20F]) == expected


SIZES = {"FullPanoWidthPixels": 160, "FullPanoHeightPixels": 100, "CroppedAreaImageWidthPixels": 80,
         "CroppedAreaImageHeightPixels": 50, "CroppedAreaLeftPixels": 7, "CroppedAreaTopPixels": 3}  # fmt: skip


@pytest.mark.parametrize("elements", [False, True])
def test_that_a_panorama_grows_with_the_picture(tmp_path: Path, all_rows: AllRows, elements: bool) -> None:
    info, _ = info_of(tmp_path, all_rows, 1)
    others = {"ProjectionType": "equirectangular", "PoseHeadingDegrees": "350", "SourcePhotosCount": "12"}
    attributes = " ".join(f'pano:{name}="{value}"' for name, value in (SIZES | others).items())
    inside = "".join(f"<pano:{name}>{value}</pano:{name}>" for name, value in (SIZES | others).items())
    data, notices = result_of(info, packet(inside=inside) if elements else packet(attributes))
    found = {name.rpartition("}")[2]: value for name, value in xmp.properties(parse(data))}
    assert {name: int(found[name]) for name in SIZES} == {name: 4 * value for name, value in SIZES.items()}
    assert {name: found[name] for name in others} == others
    assert notices == ()
    turned, _ = info_of(tmp_path, all_rows, 6)
    data, (notice,) = result_of(turned, packet(inside=inside) if elements else packet(attributes))
    assert "GPano" in notice
    assert b"CroppedArea" not in data


def test_that_what_the_result_does_not_have_is_not_promised(tmp_path: Path, all_rows: AllRows) -> None:
    info, _ = info_of(tmp_path, all_rows, 6)
    attributes = (
        'cam:MotionPhoto="1" cam:MotionPhotoVersion="1" cam:MicroVideoOffset="20000" cam:BurstID="b1"'
        ' hdrgm:Version="1.0" hdrgm:GainMapMax="3" note:HasExtendedXMP="0123" dc:source="kept"'
        ' tiff:Orientation="6" tiff:ImageWidth="80" ac:x="1"'
    )
    inside = (
        "<con:Directory><rdf:Seq><rdf:li rdf:parseType='Resource'><con:Item item:Semantic='GainMap' item:Length='9'/>"
        "</rdf:li></rdf:Seq></con:Directory><xmp:Thumbnails><rdf:Alt><rdf:li>old</rdf:li></rdf:Alt></xmp:Thumbnails>"
        "<exif:PixelXDimension>80</exif:PixelXDimension>"
    )
    data, notices = result_of(info, packet(attributes, inside))
    for gone in (b"MotionPhoto", b"MicroVideo", b"hdrgm", b"con:", b"HasExtended", b"Thumbnails", b"ac:x"):
        assert gone not in data, gone
    found = {name.rpartition("}")[2]: value for name, value in xmp.properties(parse(data))}
    assert found["source"] == "kept"
    assert found["BurstID"] == "b1"
    assert (found["Orientation"], found["ImageWidth"], found["PixelXDimension"]) == ("1", "200", "200")
    (notice,) = notices
    assert "ACDSee" in notice


def test_that_another_pictures_sizes_stay(tmp_path: Path, all_rows: AllRows) -> None:
    info, _ = info_of(tmp_path, all_rows, 1)
    inside = '<xmp:Pantry><rdf:Bag><rdf:li tiff:ImageWidth="11" tiff:Orientation="6"/></rdf:Bag></xmp:Pantry>'
    data, _ = result_of(info, packet(inside=inside))
    assert b'tiff:ImageWidth="11" tiff:Orientation="6"' in data


def test_that_xmp_that_cannot_be_read_is_told_of(tmp_path: Path, all_rows: AllRows) -> None:
    info, _ = info_of(tmp_path, all_rows, 1)
    found, (notice,) = carried(replace(info, xmp=b"<a>"), width=8, height=8, keep="all", record={"Seed": "1"})
    assert "XMP cannot be read" in notice
    assert xmp.record_in(found.xmp) == {"Seed": "1"}
