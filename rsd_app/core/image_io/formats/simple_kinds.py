"""Kinds that are rare and small, or simple: BMP through Pillow, netpbm (PGM, PPM, PFM) by hand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
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
    with path.open("rb") as file:
        if file.peek(2)[:2] in PLAIN_PBM:
            with PpmImagePlugin.PpmImageFile(path) as image:
                return from_array(np.asarray(image.convert("RGB" if image.mode == "RGB" else "L")))
        width, height, bands, number, top = _netpbm_facts(file)
        samples = np.frombuffer(file.read(), number)
    wanted = width * height * bands
    if samples.size < wanted:
        raise ValueError("its rows are not complete")
    pixels = samples[:wanted].reshape(height, width, bands)
    if number[1] == "f":
        return from_array(pixels[::-1].astype(np.float32))  # PFM begins at the bottom
    full = 255 if number == ">u1" else 65535
    if top != full:
        pixels = (np.minimum(pixels, top).astype(np.uint32) * full + top // 2) // top
    return from_array(pixels.astype(np.uint8 if full == 255 else np.uint16))


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
