"""What XMP says of the old picture: sizes, regions and panoramas follow the new one, what is not in its file goes."""

from __future__ import annotations

from contextlib import suppress
from xml.etree import ElementTree as ET

from rsd_app.core.image_io.metadata.placement import Placement
from rsd_app.core.image_io.metadata.xmp import IPTC_EXTENSION, drop_properties, set_property
from rsd_app.core.image_io.metadata.xmp_packet import RDF, Packet

TIFF, EXIF, XMP = "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/", "http://ns.adobe.com/xap/1.0/"
NOTE = "http://ns.adobe.com/xmp/note/"
REGIONS = "http://www.metadataworkinggroup.com/schemas/regions/"
AREA, DIMENSIONS = "http://ns.adobe.com/xmp/sType/Area#", "http://ns.adobe.com/xap/1.0/sType/Dimensions#"
MICROSOFT_REGION = "http://ns.microsoft.com/photo/1.2/t/Region#"
ACDSEE_REGIONS = "http://ns.acdsee.com/regions/"
PANORAMA = "http://ns.google.com/photos/1.0/panorama/"
GAIN_MAPS = ("http://ns.adobe.com/hdr-gain-map/1.0/", "http://ns.apple.com/HDRGainMap/1.0/")
# Depth maps, sound and originals within XMP or behind the picture, and where they are.
GOOGLE = "http://ns.google.com/photos/"
APPENDED = (
    *(f"{GOOGLE}1.0/{kind}/" for kind in ("container", "depthmap", "image", "audio", "focus")),
    f"{GOOGLE}dd/1.0/",
    "http://ns.xiaomi.com/photos/1.0/camera/",
)
VIDEO_NAMES = ("MotionPhoto", "MicroVideo", "OLivePhoto", "VideoLength")
PIXELS = ("Pixels", "Left", "Top", "Width", "Height")  # ends of the names of sizes
MOST_DIGITS = 10
LARGEST = 1e9  # of a number that says where something is
LI = f"{{{RDF}}}li"


def follow(packet: Packet, placement: Placement) -> tuple[str, ...]:
    """Correct a packet for the new picture; a sentence for each thing that could not be kept."""
    _follow_sizes(packet, placement)
    _follow_areas(packet, placement)
    _follow_subject(packet, placement)
    notices = _follow_panorama(packet, placement)
    for description in packet.rdf:
        drop_properties(description, _is_gone)
        if placement.is_turned and drop_properties(description, lambda name: name.startswith(f"{{{ACDSEE_REGIONS}}}")):
            notices += ("The regions of ACDSee were left out, since the photo was turned.",)
    return notices


def _is_gone(name: str) -> bool:
    """Whether a property describes something that the result does not have."""
    space, _, local = name[1:].rpartition("}")
    if space.startswith((*GAIN_MAPS, *APPENDED)) or local.startswith(VIDEO_NAMES):
        return True
    return name in (f"{{{XMP}}}Thumbnails", f"{{{NOTE}}}HasExtendedXMP")


def _follow_sizes(packet: Packet, placement: Placement) -> None:
    sizes = {"ImageWidth": placement.width, "ImageLength": placement.height}
    for name, value in sizes.items():
        set_property(packet, f"{{{TIFF}}}{name}", str(value))
    for name, value in {"PixelXDimension": placement.width, "PixelYDimension": placement.height}.items():
        set_property(packet, f"{{{EXIF}}}{name}", str(value))
    set_property(packet, f"{{{TIFF}}}Orientation", "1")


def _follow_areas(packet: Packet, placement: Placement) -> None:
    """Regions of faces and the like, of three schemas."""
    # Some programs tell the regions of the working group in the upright picture: their dimensions say so.
    of_group = placement.unturned() if _applied_to_upright(packet, placement) else placement
    for element in packet.root.iter():
        fields = Fields(element)
        if fields.has(AREA, "x", "y"):
            _follow_area(fields, of_group)
        elif fields.has(DIMENSIONS, "w", "h") and fields.text(DIMENSIONS, "unit") in ("pixel", ""):
            size = of_group.pixels(fields.number(DIMENSIONS, "w"), fields.number(DIMENSIONS, "h"))
            fields.set(DIMENSIONS, w=round(size[0]), h=round(size[1]))
        elif fields.has(MICROSOFT_REGION, "Rectangle") and placement.is_turned:
            _follow_rectangle(fields, placement)
        elif element.tag == f"{{{IPTC_EXTENSION}}}RegionBoundary":
            _follow_boundary(element, placement)


def _applied_to_upright(packet: Packet, placement: Placement) -> bool:
    """Whether the dimensions that regions were applied to are those of the photo after turning, not as stored."""
    for element in packet.root.iter():
        fields = Fields(element)
        if placement.is_transposed and fields.has(DIMENSIONS, "w", "h"):
            across, down = fields.number(DIMENSIONS, "w"), fields.number(DIMENSIONS, "h")
            width, height = placement.stored_width, placement.stored_height
            return abs(across * width - down * height) < abs(across * height - down * width)
    return False


def _follow_area(fields: Fields, placement: Placement) -> None:
    """An area by its middle: a rectangle, a circle or a point."""
    x, y, w, h = (fields.number(AREA, name) for name in ("x", "y", "w", "h"))
    if fields.text(AREA, "unit") == "pixel":
        (x, y), (w, h) = placement.pixel(x, y), placement.pixels(w, h)
        d = fields.number(AREA, "d") * min(placement.scale)
        fields.set(AREA, x=x, y=y, w=w, h=h, d=d)
    elif placement.is_turned:
        (x, y), (w, h) = placement.point(x, y), placement.extent(w, h)
        fields.set(AREA, x=x, y=y, w=w, h=h)


def _follow_rectangle(fields: Fields, placement: Placement) -> None:
    """Microsoft's "x, y, w, h" in shares of the sides, from the corner."""
    with suppress(ValueError):
        x, y, w, h = map(float, fields.text(MICROSOFT_REGION, "Rectangle").split(","))
        corner = _corner(placement, x, y, w, h)
        fields.set_text(MICROSOFT_REGION, "Rectangle", ", ".join(_text(value) for value in corner))


def _follow_boundary(boundary: ET.Element, placement: Placement) -> None:
    """A region of IPTC: a rectangle from its corner, a circle or corners of a polygon."""
    in_pixels = any(Fields(element).text(IPTC_EXTENSION, "rbUnit") == "pixel" for element in boundary.iter())
    if not in_pixels and not placement.is_turned:
        return
    across, down = (placement.stored_width, placement.stored_height) if in_pixels else (1, 1)
    wide, high = (placement.width, placement.height) if in_pixels else (1, 1)
    for element in boundary.iter():
        fields = Fields(element)
        if not fields.has(IPTC_EXTENSION, "rbX", "rbY"):
            continue
        x, y, w, h = (fields.number(IPTC_EXTENSION, name) for name in ("rbX", "rbY", "rbW", "rbH"))
        x, y, w, h = _corner(placement, x / across, y / down, w / across, h / down)
        radius = fields.number(IPTC_EXTENSION, "rbRx") / across  # a share of the stored width
        radius *= placement.stored_width / placement.extent(placement.stored_width, placement.stored_height)[0]
        fields.set(IPTC_EXTENSION, rbX=x * wide, rbY=y * high, rbW=w * wide, rbH=h * high, rbRx=radius * wide)


def _corner(placement: Placement, x: float, y: float, w: float, h: float) -> tuple[float, float, float, float]:
    """A rectangle from its corner, in shares of the sides."""
    (across, down), (wide, high) = placement.point(x + w / 2, y + h / 2), placement.extent(w, h)
    return across - wide / 2, down - high / 2, wide, high


def _follow_subject(packet: Packet, placement: Placement) -> None:
    """Where the subject is, in pixels of the stored picture (EXIF 3.0, tags SubjectArea and SubjectLocation)."""
    for name in ("SubjectArea", "SubjectLocation"):
        for element in packet.root.iter(f"{{{EXIF}}}{name}"):
            items = list(element.iter(LI))
            with suppress(ValueError):
                moved = placement.subject([int(item.text or "") for item in items])
                for item, value in zip(items, moved, strict=True):
                    item.text = str(value)


def _follow_panorama(packet: Packet, placement: Placement) -> tuple[str, ...]:
    """Sizes of Google's panoramas; turned, they would be on their side."""
    space, dropped = f"{{{PANORAMA}}}", False
    for description in packet.rdf:
        if placement.is_turned:
            dropped |= drop_properties(description, lambda name: name.startswith(space))
            continue
        for name, value in list(description.attrib.items()):
            if name.startswith(space):
                description.set(name, _panorama_size(name, value, placement))
        for child in description:
            if child.tag.startswith(space):
                child.text = _panorama_size(child.tag, child.text or "", placement)
    return ("What makes it a panorama (GPano) was left out, since the photo was turned.",) if dropped else ()


def _panorama_size(name: str, value: str, placement: Placement) -> str:
    """A number of pixels as it is in the result; anything else as it was."""
    if not (name.endswith(PIXELS) and value.strip().isdecimal() and len(value) < MOST_DIGITS):
        return value
    return str(round(int(value) * placement.scale["Height" in name or "Top" in name]))


class Fields:
    """Fields of a structure that stand at one element, as attributes or as elements."""

    def __init__(self, element: ET.Element) -> None:
        self._element = element

    def has(self, space: str, *names: str) -> bool:
        return all(self._place(space, name) is not None for name in names)

    def text(self, space: str, name: str) -> str:
        place = self._place(space, name)
        value = place.text if isinstance(place, ET.Element) else place
        return (value or "").strip()

    def number(self, space: str, name: str) -> float:
        """Its value; 0 where it is missing or none."""
        try:
            value = float(self.text(space, name))
        except ValueError:
            return 0.0
        return value if abs(value) < LARGEST else 0.0

    def set(self, space: str, **values: float) -> None:
        """Change the numbers that are there."""
        for name, value in values.items():
            self.set_text(space, name, _text(value))

    def set_text(self, space: str, name: str, text: str) -> None:
        place = self._place(space, name)
        if isinstance(place, ET.Element):
            place.text = text
        elif place is not None:
            self._element.set(f"{{{space}}}{name}", text)

    def _place(self, space: str, name: str) -> ET.Element | str | None:
        whole = f"{{{space}}}{name}"
        value = self._element.get(whole)
        return value if value is not None else self._element.find(whole)


def _text(value: float) -> str:
    return f"{round(value, 6):.10g}"
