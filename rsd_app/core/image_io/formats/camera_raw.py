"""Camera RAW through rawpy (LibRaw): camera white balance, 16 bits, sRGB or Display P3."""

from __future__ import annotations

import os
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pyvips

from rsd_app.core.image_io.color.choices import Gamut
from rsd_app.core.image_io.formats.decoded import Decoder, Extras, blank, like_header, optional
from rsd_app.core.image_io.formats.isolated import decode_apart
from rsd_app.core.image_io.metadata import source_metadata
from rsd_app.core.image_io.metadata.exif_directory import exif_of_tiff

# RAW files that begin like a TIFF are recognised by their names.
TIFF_LIKE = frozenset(
    {".dng", ".nef", ".nrw", ".arw", ".sr2", ".srf", ".cr2", ".pef", ".3fr", ".fff", ".iiq", ".erf", ".mef", ".mos",
     ".srw", ".kdc", ".dcr", ".rwl"}
)  # fmt: skip
SUFFIXES = TIFF_LIKE | {".cr3", ".raf", ".orf", ".rw2"}
PROFILES = {"srgb": "srgb", "wide": "p3"}
COPIES = 8  # of the samples: LibRaw holds four of 16 bits per pixel, the sensor's, and what it makes of them
SRGB_CURVE = (2.4, 12.92)  # power and slope of the line at black
CLIPPED_SHARE = 0.001  # of the pixels that may turn white when the picture is brightened; dcraw's is 0.01


def decoder(gamut: Gamut) -> Decoder:
    """A decoder for a colour space: sRGB, or Display P3, which holds all that most sensors and screens do."""
    return Decoder(lambda path: _header(path, gamut), lambda path: _pixels(path, gamut))


def is_raw(head: bytes, suffix: str) -> bool:
    """Whether a file with these first 32 bytes and this suffix (lower case) is a camera's."""
    if head[:4] in (b"II*\0", b"MM\0*"):
        return suffix in TIFF_LIKE
    known = (b"IIU\0", b"IIRO", b"IIRS", b"MMOR", b"FUJIFILMCCD-RAW")
    return head.startswith(known) or head[4:12] == b"ftypcrx "


def preview_of(path: Path) -> bytes | None:
    """The JPEG that the camera has put into a file; None where there is none.

    Raises:
        ImageReadError: rawpy is not installed.
    """
    library = optional("rawpy", path, format="camera RAW", extra="raw")
    try:
        with library.imread(os.fspath(path)) as raw:
            preview = raw.extract_thumb().data
    except library.LibRawError:
        return None
    return preview if isinstance(preview, bytes) else None


def _header(path: Path, gamut: Gamut) -> Any:
    library = optional("rawpy", path, format="camera RAW", extra="raw")
    try:
        with library.imread(os.fspath(path)) as raw:
            width, height = raw.sizes.width, raw.sizes.height
            if raw.sizes.flip in (5, 6):
                width, height = height, width
            bands = 1 if raw.num_colors == 1 else 3
            return blank(width, height, bands, "uint16", _extras(path, raw, gamut, library))
    except library.LibRawError as error:
        raise ValueError(_words(error)) from error


def _pixels(path: Path, gamut: Gamut) -> Any:
    header = _header(path, gamut)
    return like_header(decode_apart(developed, path, gamut, like=header, copies=COPIES), header)


def developed(path: Path, gamut: Gamut) -> np.ndarray[Any, np.dtype[Any]]:
    """The pixels, (h, w, 1 or 3) of 16 bits; run by `isolated`."""
    library = optional("rawpy", path, format="camera RAW", extra="raw")
    spaces = {"srgb": library.ColorSpace.sRGB, "wide": library.ColorSpace.P3D65}
    try:
        with library.imread(os.fspath(path)) as raw:
            pixels: np.ndarray[Any, np.dtype[Any]] = raw.postprocess(
                use_camera_wb=True,
                output_color=spaces[gamut],
                output_bps=16,
                gamma=SRGB_CURVE,
                auto_bright_thr=CLIPPED_SHARE,
            )
            return pixels
    except library.LibRawError as error:
        raise ValueError(_words(error)) from error


def _extras(path: Path, raw: Any, gamut: Gamut, library: ModuleType) -> Extras:
    # A sensor without colour filters sees gray, which has the curve of sRGB and no primaries.
    icc = None if raw.num_colors == 1 else bytes(pyvips.Image.profile_load(PROFILES[gamut]))
    return Extras(icc=icc, exif=exif_of_tiff(path) or _exif_of_preview(raw, library))


def _exif_of_preview(raw: Any, library: ModuleType) -> bytes | None:
    """Of the JPEG that cameras put into their files beside the sensor's values."""
    try:
        preview = raw.extract_thumb().data
        return source_metadata.exif_block(pyvips.Image.jpegload_buffer(preview)) if isinstance(preview, bytes) else None
    except (library.LibRawError, pyvips.Error):
        return None


def _words(error: Exception) -> str:
    text = error.args[0] if error.args else error
    return text.decode(errors="replace") if isinstance(text, bytes) else str(text)
