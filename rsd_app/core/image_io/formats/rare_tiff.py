"""TIFF in compressions that libvips' wheel does not know (Zstandard, LZMA, WebP, LERC), through tifffile."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pyvips

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.formats.decoded import Decoder, from_array, optional

COMPRESSIONS = {34887: "LERC", 34925: "LZMA", 50000: "Zstandard", 50001: "WebP", 50002: "JPEG XL", 34712: "JPEG 2000"}
PHOTOMETRIC = {1: "black is zero", 2: "RGB"}
CARRIED = ("icc-profile-data", "xmp-data", "orientation", "n-pages", "resolution-unit")


def _header(path: Path) -> Any:
    load: Any = pyvips.Image.tiffload  # whose types know of no names that are bytes
    return load(os.fsencode(path))


def _pixels(path: Path) -> Any:
    library = optional("tifffile", path, format="this TIFF", extra="tiff")
    optional("imagecodecs", path, format="this TIFF", extra="tiff")
    with library.TiffFile(path) as file:
        page = file.pages[0]
        if page.photometric not in PHOTOMETRIC or page.planarconfig != 1:
            raise ImageReadError(path, "is a TIFF of a rare make", "save it again without compression")
        pixels = page.asarray()
    image, header = from_array(pixels), _header(path)
    for field in CARRIED:
        if header.get_typeof(field):
            image.set_type(header.get_typeof(field), field, header.get(field))
    return image.copy(xres=header.xres, yres=header.yres)


RARE = Decoder(_header, _pixels)
