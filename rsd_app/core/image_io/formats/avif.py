"""AVIF through libvips and libheif, which decode it whole: in a process of its own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pyvips

from rsd_app.core.image_io.formats.decoded import Decoder, like_header
from rsd_app.core.image_io.formats.isolated import decode_apart


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
