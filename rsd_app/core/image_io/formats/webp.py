"""WebP, written by libvips; the EXIF is put into its file afterwards."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from rsd_app.core.image_io.formats.encoding import BESIDES_EXIF, Encoding
from rsd_app.core.image_io.metadata.webp_file import add_exif

EFFORT = 2  # on a photo of 24 megapixels, one core, 23 MP/s; 4: 11


def save(image: Any, path: Path, encoding: Encoding) -> tuple[str, ...]:
    """See `Encoder`."""
    image.webpsave(os.fsencode(path), Q=encoding.quality, effort=EFFORT, keep=BESIDES_EXIF)
    if encoding.info.exif:
        alpha = image.bands in (2, 4)
        add_exif(path, encoding.info.exif, width=image.width, height=image.height, alpha=alpha)
    return ()
