"""TIFF in compressions that libvips' wheel does not know (Zstandard, LZMA, WebP, LERC), through tifffile."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pyvips

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.formats.decoded import Decoder, from_array, optional
from rsd_app.core.image_io.formats.tiff_pages import alpha_band, is_premultiplied, photo_in, with_shared

COMPRESSIONS = {34887: "LERC", 34925: "LZMA", 50000: "Zstandard", 50001: "WebP", 50002: "JPEG XL", 34712: "JPEG 2000"}
PHOTOMETRIC_COLORS = {1: 1, 2: 3}  # black is zero, RGB
CARRIED = ("icc-profile-data", "xmp-data", "orientation", "n-pages", "resolution-unit")


def _header(path: Path) -> Any:
    load: Any = pyvips.Image.tiffload  # whose types know of no names that are bytes
    page = photo_in(path)
    return with_shared(load(os.fsencode(path), **page.options), path, page)


def _pixels(path: Path) -> Any:
    library = optional("tifffile", path, format="this TIFF", extra="tiff")
    optional("imagecodecs", path, format="this TIFF", extra="tiff")
    with library.TiffFile(path) as file:
        photo = photo_in(path)
        page = file.pages[photo.number]
        if photo.sub is not None:
            page = page.pages[photo.sub]
        if page.photometric not in PHOTOMETRIC_COLORS or page.planarconfig != 1:
            raise ImageReadError(path, "is a TIFF of a rare make", "save it again without compression")
        pixels = page.asarray()
    image, header = from_array(pixels), _header(path)
    if is_premultiplied(photo):
        colors = PHOTOMETRIC_COLORS[page.photometric]
        band = colors + (alpha_band(photo, image.bands - colors) or 0)
        image = image.unpremultiply(alpha_band=band).rint().cast(image.format).copy(interpretation=image.interpretation)
    for field in CARRIED:
        if header.get_typeof(field):
            image.set_type(header.get_typeof(field), field, header.get(field))
    return image.copy(xres=header.xres, yres=header.yres)


RARE = Decoder(_header, _pixels)
