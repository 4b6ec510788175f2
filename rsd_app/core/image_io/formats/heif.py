"""HEIC and HEIF through pillow-heif, 10 and 12 bits whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.formats.decoded import Decoder, Extras, blank, like_header, optional
from rsd_app.core.image_io.formats.isolated import decode_apart

MOST_BYTES = 512 * 2**20  # of a file, which the library reads whole
CHANNELS = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4}


def _open(path: Path) -> Any:
    library = optional("pillow_heif", path, format="HEIC", extra="heif")
    if path.stat().st_size > MOST_BYTES:
        raise ImageReadError(path, f"is larger than {MOST_BYTES // 2**20} MB", "no HEIC photo is; convert it")
    # bytes, because the library takes names that are text only
    return library.open_heif(path.read_bytes(), convert_hdr_to_8bit=False, bgr_mode=False)


def _header(path: Path) -> Any:
    file = _open(path)
    name, _, deep = file.mode.partition(";")
    width, height = file.size
    return blank(width, height, CHANNELS[name], "uint16" if deep else "uint8", _extras(file))


def _pixels(path: Path) -> Any:
    header = _header(path)
    return like_header(decode_apart(decoded, path, like=header), header)


def decoded(path: Path) -> np.ndarray[Any, np.dtype[Any]]:
    """The pixels, (h, w) or (h, w, bands); run by `isolated`."""
    file = _open(path)
    pixels = np.asarray(file)
    return filled_up(pixels, int(file.info.get("bit_depth", 16))) if pixels.dtype == np.uint16 else pixels


def _extras(file: Any) -> Extras:
    info = file.info
    return Extras(icc=info.get("icc_profile"), exif=info.get("exif"), xmp=info.get("xmp"), pages=len(file))


def filled_up(pixels: np.ndarray[Any, np.dtype[Any]], bits: int) -> np.ndarray[Any, np.dtype[Any]]:
    """Samples whose upper `bits` of 16 are used, so that white is 65535."""
    if not 8 < bits < 16:
        return pixels
    levels = (pixels >> (16 - bits)).astype(np.uint32)
    filled: np.ndarray[Any, np.dtype[Any]] = (levels * 65535 + (2**bits - 1) // 2) // (2**bits - 1)
    return filled.astype(np.uint16)


HEIC = Decoder(_header, _pixels)
