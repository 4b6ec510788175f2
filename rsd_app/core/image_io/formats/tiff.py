"""TIFF, written by libvips; what it does not write is added to the file afterwards."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import Any

from rsd_app.core.image_io.formats.encoding import Encoding
from rsd_app.core.image_io.metadata.exif_directory import add_to_tiff

# On a photo of 24 megapixels, one core, as fast as PNG (43 MP/s); lzw 28.
DEFLATE = {"compression": "deflate", "level": 2, "predictor": "horizontal"}
BIGTIFF_FROM_BYTES = 3_500_000_000  # a classic TIFF ends at 4 GiB, and deflate may not help


def save(image: Any, path: Path, encoding: Encoding) -> tuple[str, ...]:
    """See `Encoder`."""
    sample = 2 if image.format == "ushort" else 1
    size = image.width * image.height * image.bands * sample
    image.tiffsave(os.fsencode(path), bigtiff=size > BIGTIFF_FROM_BYTES, **DEFLATE)
    encoding.cancel.raise_if_cancelled()
    info = encoding.info
    if not info.exif and not info.iptc:
        return ()
    try:
        add_to_tiff(path, exif=info.exif, iptc=info.iptc, width=image.width, height=image.height)
    except (ValueError, struct.error):
        return ("EXIF and IPTC could not be written into this TIFF and were left out.",)
    return ()
