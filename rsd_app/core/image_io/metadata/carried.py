"""What of a source's metadata goes into the result: as the user chooses, corrected for the new picture."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import replace

from rsd_app.core.image_io.color.choices import Keep
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.metadata import xmp
from rsd_app.core.image_io.metadata.exif_block import corrected

# Records of IPTC (dataset 2) that name a place: city, sub-location, state, country code, country.
IPTC_PLACES = frozenset({90, 92, 95, 100, 101})


def carried(
    info: ImageInfo, *, width: int, height: int, keep: Keep, record: Mapping[str, str] | None
) -> tuple[ImageInfo, tuple[str, ...]]:
    """The facts that are written into the result of `width` x `height`, and a notice of what could not be kept.

    Args:
        keep: all; all but where the photo was made; or nothing but the colour profile and the resolution.
        record: how the picture was made, for its XMP; None writes no record.
    """
    if keep == "none":
        return replace(info, exif=None, xmp=None, iptc=None), ()
    notices: tuple[str, ...] = ()
    exif = info.exif
    if exif:
        try:
            exif = corrected(exif, width=width, height=height, dpi=info.dpi, keep_place=keep == "all")
        except (ValueError, struct.error):
            exif, notices = None, ("The EXIF is damaged and was left out.",)
    packet, iptc = info.xmp, info.iptc
    if packet:
        packet = xmp.resized(xmp.upright(packet), width, height)
    if keep == "no-place":
        packet = xmp.without_place(packet) if packet else packet
        iptc = without_places(iptc) if iptc else iptc
    if record is not None:
        packet = xmp.with_record(packet, record)
    return replace(info, exif=exif, xmp=packet, iptc=iptc or None), notices


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
