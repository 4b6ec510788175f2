"""JPEG, written by libvips with a head of our own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rsd_app.core.image_io.formats.encoding import BESIDES_EXIF, Encoding
from rsd_app.core.image_io.formats.registry import COMMENT
from rsd_app.core.image_io.metadata import source_metadata, xmp
from rsd_app.core.image_io.metadata.headed_file import SOI, TooLargeError, headed_target, jpeg_head

XMP_BYTES = 65_502  # of one segment


def save(image: Any, path: Path, encoding: Encoding) -> tuple[str, ...]:
    """See `Encoder`."""
    info, notices = encoding.info, _carry(image, encoding)
    dpi = info.dpi or (source_metadata.DEFAULT_DPI, source_metadata.DEFAULT_DPI)
    comments = [text.text for text in info.texts if text.keyword == COMMENT]
    try:
        head = jpeg_head(info.exif, dpi, comments)
    except TooLargeError:
        head = jpeg_head(None, dpi, comments)
        notices += ("The EXIF is larger than a JPEG can hold and was left out.",)
    with headed_target(path, len(SOI), head) as target:
        image.jpegsave_target(target, Q=encoding.quality, subsample_mode="off", keep=BESIDES_EXIF)
    return notices


def _carry(image: Any, encoding: Encoding) -> tuple[str, ...]:
    """XMP as far as it fits, and IPTC, onto the picture."""
    notices: tuple[str, ...] = ()
    packet = encoding.info.xmp
    if packet and len(packet) > XMP_BYTES:
        packet, names = xmp.shrunk(packet, XMP_BYTES)
        packet = packet if len(packet) <= XMP_BYTES else None
        lost = ", ".join(names) if packet else "all of it"
        notices = (f"The XMP is larger than a JPEG can hold; left out: {lost}.",)
        source_metadata.set_blob(image, "xmp-data", packet)
    if encoding.info.iptc:
        source_metadata.set_blob(image, "iptc-data", source_metadata.photoshop_resources(encoding.info.iptc))
    return notices
