"""Kinds that are rare and small, or simple: BMP through Pillow, netpbm (PGM, PPM, PFM) by hand."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import pyvips
from PIL import BmpImagePlugin, PpmImagePlugin

from rsd_app.core.image_io.formats.decoded import Decoder, blank, from_array

PLAIN_PBM = (b"P1", b"P2", b"P3", b"P4")  # text, or one bit a pixel: left to Pillow
TOKEN = re.compile(rb"\s*(?:#[^\n]*\n\s*)*(\S+)\s")


def _bmp_header(path: Path) -> Any:
    # the class itself, because PIL.Image.open has a pixel limit of its own that is set for the whole process
    with BmpImagePlugin.BmpImageFile(path) as bmp:
        return blank(bmp.width, bmp.height, {"1": 1, "L": 1, "RGBA": 4}.get(bmp.mode, 3), "uint8")


def _bmp_pixels(path: Path) -> Any:
    with BmpImagePlugin.BmpImageFile(path) as bmp:
        mode = {"1": "L", "L": "L", "RGBA": "RGBA"}.get(bmp.mode, "RGB")
        return from_array(np.asarray(bmp.convert(mode)))


def _netpbm_header(path: Path) -> Any:
    with path.open("rb") as file:
        if file.peek(2)[:2] in PLAIN_PBM:
            with PpmImagePlugin.PpmImageFile(path) as image:
                return blank(image.width, image.height, 3 if image.mode == "RGB" else 1, "uint8")
        width, height, bands, number, _ = _netpbm_facts(file)
        return blank(width, height, bands, {"f4": "float32", "u1": "uint8"}.get(number[1:], "uint16"))


def _netpbm_pixels(path: Path) -> Any:
    """Rows as libvips reads them from the file, when they are asked for; text and bits whole."""
    with path.open("rb") as file:
        if file.peek(2)[:2] in PLAIN_PBM:
            with PpmImagePlugin.PpmImageFile(path) as image:
                return from_array(np.asarray(image.convert("RGB" if image.mode == "RGB" else "L")))
        width, height, bands, number, top = _netpbm_facts(file)
        start = file.tell()
    if path.stat().st_size < start + width * height * bands * np.dtype(number).itemsize:
        raise ValueError("its rows are not complete")
    load: Any = pyvips.Image.rawload  # whose types know of no names that are bytes
    kind = {"f4": "float", "u1": "uchar"}.get(number[1:], "ushort")
    rows = load(os.fsencode(path), width, height, bands, offset=start, format=kind)
    if not np.dtype(number).isnative:
        rows = rows.byteswap()
    full = 255 if kind == "uchar" else 65535
    if kind == "float":
        rows = rows.flipver()  # PFM begins at the bottom
    elif top != full:
        rows = ((rows > top).ifthenelse(top, rows) * (full / top)).rint().cast(kind)
    names = {"uchar": ("b-w", "srgb"), "ushort": ("grey16", "rgb16"), "float": ("b-w", "scrgb")}
    return rows.copy(interpretation=names[kind][bands > 2])


def _netpbm_facts(file: BinaryIO) -> tuple[int, int, int, str, int]:
    """Width, height, bands, numpy's name of the samples, and the level of white; leaves `file` at the rows.

    Raises:
        ValueError: the header is damaged.
    """
    head, at, words = file.read(1024), 0, []
    for _ in range(4):
        match = TOKEN.match(head, at)
        if match is None:
            raise ValueError("its header is cut off")
        words.append(match[1])
        at = match.end()
    file.seek(at)
    bands = 3 if words[0] in (b"P6", b"PF") else 1
    width, height = int(words[1]), int(words[2])
    if words[0] in (b"PF", b"Pf"):
        return width, height, bands, ("<" if float(words[3]) < 0 else ">") + "f4", 1
    top = int(words[3])
    if not 0 < top < 65536:
        raise ValueError(f"white is the level {top}")
    return width, height, bands, ">u1" if top < 256 else ">u2", top


BMP = Decoder(_bmp_header, _bmp_pixels)
NETPBM = Decoder(_netpbm_header, _netpbm_pixels)
