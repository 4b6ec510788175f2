"""What travels with the pixels: profile, EXIF, XMP, IPTC and resolution, corrected for the new picture."""

from __future__ import annotations

import struct
from typing import Any

import pyvips

from rsd_app.core.image_io.metadata.headed_file import PNG_HEADER_BYTES, png_chunk

EXIF_PREFIX = b"Exif\0\0"
MM_PER_INCH = 25.4
DEFAULT_DPI = 72.0  # what programs write that know no better; libvips would write 25.4
UNKNOWN_PX_PER_MM = (1.0, 2.834, 72.0 / MM_PER_INCH)  # what libvips says for files that say nothing
PHOTOSHOP, IPTC_RESOURCE = b"Photoshop 3.0\0", 0x0404
PROFILE_SPACE = {1: b"GRAY", 3: b"RGB "}


def blob(image: Any, field: str) -> bytes | None:
    """The metadata `field` of a libvips image as bytes; None when it has none."""
    return bytes(image.get(field)) or None if image.get_typeof(field) else None


def exif_block(image: Any) -> bytes | None:
    """The raw EXIF of a libvips image, from its TIFF header ("II*" or "MM") on."""
    raw = blob(image, "exif-data") or b""
    while raw.startswith(EXIF_PREFIX):  # libvips doubles it in WebP
        raw = raw.removeprefix(EXIF_PREFIX)
    return raw or None


def iptc_records(image: Any) -> bytes | None:
    """The IPTC records of a libvips image, taken out of the Photoshop resources that JPEG wraps them in."""
    raw = blob(image, "iptc-data")
    return iptc_in(raw) if raw else None


def iptc_in(raw: bytes) -> bytes | None:
    """IPTC records, out of the Photoshop resources where they are wrapped in them."""
    if not raw.startswith(PHOTOSHOP):
        return raw or None
    at = len(PHOTOSHOP)
    while raw[at : at + 4] == b"8BIM" and at + 12 <= len(raw):
        resource, name_bytes = struct.unpack_from(">HB", raw, at + 4)
        at += 6 + (name_bytes + 2) // 2 * 2  # the name's length and the name, padded to be even
        size = int.from_bytes(raw[at : at + 4], "big")
        if resource == IPTC_RESOURCE:
            return raw[at + 4 : at + 4 + size] or None
        at += 4 + (size + 1) // 2 * 2
    return None


def photoshop_resources(iptc: bytes) -> bytes:
    """IPTC records in the wrapping that belongs into a JPEG."""
    head = PHOTOSHOP + b"8BIM" + struct.pack(">HHI", IPTC_RESOURCE, 0, len(iptc))
    return head + iptc + b"\0" * (len(iptc) % 2)


def dpi_of(image: Any, *, transposed: bool) -> tuple[float, float] | None:
    """Dots per inch across and down the upright picture; None when the file does not say."""
    known = image.get_typeof("resolution-unit") or any(map(_is_measured, (image.xres, image.yres)))
    if not known:
        return None
    across, down = image.xres * MM_PER_INCH, image.yres * MM_PER_INCH
    return (down, across) if transposed else (across, down)


def _is_measured(px_per_mm: float) -> bool:
    return all(abs(px_per_mm - unknown) > 1e-3 for unknown in UNKNOWN_PX_PER_MM)


def fits_profile(icc: bytes, color_bands: int) -> bool:
    """Whether an ICC profile is for pictures with 1 (gray) or 3 (RGB) colour channels."""
    return icc[16:20] == PROFILE_SPACE[color_bands]


def set_resolution(image: Any, dpi: tuple[float, float] | None) -> Any:
    """The image with `dpi` dots per inch across and down."""
    across, down = dpi or (DEFAULT_DPI, DEFAULT_DPI)
    return image.copy(xres=across / MM_PER_INCH, yres=down / MM_PER_INCH)


def set_exif(image: Any, exif: bytes) -> None:
    """Give a libvips image an EXIF block, for the formats into which libvips itself writes it.

    libvips writes the size and the resolution itself. It only takes over fields that a loader has parsed,
    so the block is put into a PNG of one pixel and loaded from there.

    Raises:
        pyvips.Error, ValueError, struct.error: the block is damaged.
    """
    png = pyvips.Image.black(1, 1).pngsave_buffer(keep=0)  # nothing; else it has EXIF of its own
    carrier = pyvips.Image.pngload_buffer(png[:PNG_HEADER_BYTES] + png_chunk(b"eXIf", exif) + png[PNG_HEADER_BYTES:])
    for field in carrier.get_fields():
        if field.startswith("exif-"):
            image.set_type(carrier.get_typeof(field), field, carrier.get(field))
    image.set_type(pyvips.GValue.gint_type, "orientation", 1)


def set_blob(image: Any, field: str, value: bytes | None) -> None:
    """Set the metadata `field` of an image that nobody else holds; None sets nothing."""
    if value:
        image.set_type(pyvips.GValue.blob_type, field, value)
