"""OpenEXR: linear floating point, through its own library."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.formats.decoded import Decoder, blank, from_array, optional

KNOWN = ("RGBA", "RGB", "Y")


def _open(path: Path, *, header_only: bool) -> Any:
    library = optional("OpenEXR", path, format="OpenEXR", extra="exr")
    return library.File(os.fspath(path), separate_channels=False, header_only=header_only)


def _header(path: Path) -> Any:
    with _open(path, header_only=True) as file:
        first, last = file.header()["dataWindow"]
        names = {channel.name for channel in file.header()["channels"]}
    bands = (3 if {"R", "G", "B"} <= names else 1) + ("A" in names)
    return blank(int(last[0] - first[0]) + 1, int(last[1] - first[1]) + 1, bands, "float32")


def _pixels(path: Path) -> Any:
    with _open(path, header_only=False) as file:
        channels = file.channels()
        name = next((name for name in KNOWN if name in channels), None)
        if name is None:
            found = ", ".join(sorted(channels))
            raise ImageReadError(path, f"has the channels {found} and no picture in RGB", "export it as RGB")
        pixels = channels[name].pixels.astype(np.float32)
        if name == "Y" and "A" in channels:
            pixels = np.dstack([pixels, channels["A"].pixels.astype(np.float32)])
    if pixels.ndim == 3 and pixels.shape[2] in (2, 4):  # OpenEXR's colours are premultiplied
        alpha = pixels[..., -1:]
        pixels = np.concatenate([pixels[..., :-1] / np.where(alpha > 0, alpha, 1), alpha], axis=2)
    return from_array(pixels)


EXR = Decoder(_header, _pixels)
