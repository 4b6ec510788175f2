"""AVIF through libvips and libheif, which decode it whole: in a process of its own; and written by them."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pyvips

from rsd_app.core.image_io.formats.decoded import Decoder, like_header
from rsd_app.core.image_io.formats.encoding import Encoding
from rsd_app.core.image_io.formats.isolated import decode_apart
from rsd_app.core.image_io.metadata import source_metadata

EFFORT = 1  # a megapixel takes 0.1 s; with 4, 2 s


def _header(path: Path) -> Any:
    load: Any = pyvips.Image.heifload  # whose types know of no names that are bytes
    return load(os.fsencode(path), fail_on="error")


def _pixels(path: Path) -> Any:
    header = _header(path)
    return like_header(decode_apart(decoded, path, like=header), header)


def decoded(path: Path) -> np.ndarray[Any, np.dtype[Any]]:
    """The pixels, (h, w, bands); run by `isolated`."""
    image = _header(path)
    samples = np.uint8 if image.format == "uchar" else np.uint16
    pixels = np.frombuffer(image.write_to_memory(), samples)
    return pixels.reshape(image.height, image.width, image.bands)


AVIF = Decoder(_header, _pixels)


def save(image: Any, path: Path, encoding: Encoding) -> tuple[str, ...]:
    """See `Encoder`."""
    notices: tuple[str, ...] = ()
    if encoding.info.exif:
        try:
            source_metadata.set_exif(image, encoding.info.exif)
        except (pyvips.Error, ValueError, struct.error):
            notices = ("The EXIF is damaged and was left out.",)
    depth = 12 if image.format == "ushort" else 8
    settings = {"compression": "av1", "bitdepth": depth, "effort": EFFORT, "subsample_mode": "off"}
    image.heifsave(os.fsencode(path), Q=encoding.quality, **settings)
    return notices
