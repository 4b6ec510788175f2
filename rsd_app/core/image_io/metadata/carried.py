"""What of a source's metadata goes into the result: as the user chooses, corrected for the new picture."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import replace

from rsd_app.core.image_io.color.choices import Keep
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.metadata import xmp, xmp_stale
from rsd_app.core.image_io.metadata.exif_block import corrected
from rsd_app.core.image_io.metadata.placement import Placement
from rsd_app.core.image_io.metadata.xmp_packet import Packet, XmpError, new_packet, parse, serialise

# Records of IPTC (dataset 2) that name a place: city, sub-location, state, country code, country.
IPTC_PLACES = frozenset({26, 27, 90, 92, 95, 100, 101})
# Texts of a PNG that ImageMagick and thumbnailers make of the file itself.
OF_THE_FILE = ("date:", "png:", "Thumb::", "icc:", "tiff:", "photoshop:", "xmp:")
STALE_TEXT = re.compile(
    r"exif:(Orientation|SubjectArea|SubjectLocation|PixelXDimension|PixelYDimension|Exif\w*Offset"
    r"|ExifImage(Width|Length)|ImageWidth|ImageLength|[XY]Resolution|JPEG\w+|thumbnail:)"
)


def carried(
    info: ImageInfo, *, width: int, height: int, keep: Keep, record: Mapping[str, str] | None
) -> tuple[ImageInfo, tuple[str, ...]]:
    """The facts that are written into the result of `width` x `height`, and a notice of what could not be kept.

    Args:
        keep: all; all but where the photo was made; or nothing but the colour profile and the resolution.
        record: how the picture was made, for its XMP; None writes no record.
    """
    if keep == "none":
        return replace(info, exif=None, xmp=None, iptc=None, texts=()), ()
    placement = placement_of(info, width, height)
    exif, notices = _exif_carried(info, placement, keep)
    packet, more = _xmp_carried(info, placement, keep, record)
    iptc = without_places(info.iptc) if info.iptc and keep == "no-place" else info.iptc
    texts = tuple(text for text in info.texts if _is_kept(text.keyword, has_exif=bool(exif), places=keep == "all"))
    return replace(info, exif=exif, xmp=packet, iptc=iptc or None, texts=texts), notices + more


def placement_of(info: ImageInfo, width: int, height: int) -> Placement:
    """Where the stored pixels of a source lie in a result of `width` x `height`."""
    stored = (info.height, info.width) if info.orientation >= 5 else (info.width, info.height)
    return Placement(
        orientation=info.orientation, stored_width=stored[0], stored_height=stored[1], width=width, height=height
    )


def _exif_carried(info: ImageInfo, placement: Placement, keep: Keep) -> tuple[bytes | None, tuple[str, ...]]:
    if not info.exif:
        return None, ()
    try:
        return corrected(info.exif, placement, dpi=info.dpi, keep_place=keep == "all"), ()
    except (ValueError, struct.error):
        return None, ("The EXIF is damaged and was left out.",)


def _xmp_carried(
    info: ImageInfo, placement: Placement, keep: Keep, record: Mapping[str, str] | None
) -> tuple[bytes | None, tuple[str, ...]]:
    packet: Packet | None = None
    notices: tuple[str, ...] = ()
    if info.xmp:
        try:
            packet = parse(info.xmp)
            notices = xmp_stale.follow(packet, placement)
        except XmpError as error:
            notices = (f"The XMP cannot be read ({error}) and was left out.",)
    if packet and keep == "no-place":
        xmp.drop_places(packet)
    if record is not None:
        packet = packet or new_packet()
        xmp.write_record(packet, record)
    return serialise(packet) if packet else None, notices


def _is_kept(keyword: str, *, has_exif: bool, places: bool) -> bool:
    """Whether a text of a PNG is true of the result too, and is wanted in it."""
    if keyword.startswith(OF_THE_FILE) or STALE_TEXT.match(keyword):
        return False
    if has_exif and keyword.startswith("exif:"):  # ImageMagick's copy of what EXIF says
        return False
    return places or not xmp.names_a_place(keyword)


def without_places(records: bytes) -> bytes:
    """IPTC records without those that name a place; what follows a damaged record is left out."""
    kept, at = b"", 0
    while at + 5 <= len(records) and records[at] == 0x1C:
        size = int.from_bytes(records[at + 3 : at + 5], "big")
        if size & 0x8000:  # the length has a length: no text of a person is as long
            break
        end = at + 5 + size
        if not (records[at + 1] == 2 and records[at + 2] in IPTC_PLACES):
            kept += records[at:end]
        at = end
    return kept
