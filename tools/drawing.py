"""Pictures beside each other at 100 %, with words above them. Pillow only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

from rsd_app.core.errors import ConfigError

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp")
LABEL_PX = 22
GAP_PX = 4
_GROUND, _INK = (40, 40, 40), (230, 230, 230)
_FACTOR = re.compile(r"_x\d+(\.\d+)?$")  # as the program appends it to the names of its results

Box = tuple[int, int, int, int]  # left, top, right, bottom
Cell = tuple[str, Image.Image]


def pictures_of(folder: Path) -> dict[str, Path]:
    """The pictures of a folder by their names, without suffix and enlargement, in the order of these.

    Raises:
        ConfigError: it is no folder, holds none, or two of one name.
    """
    if not folder.is_dir():
        raise ConfigError(folder, "is not a folder", "name one with pictures")
    found: dict[str, Path] = {}
    for path in sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES and not p.name.startswith(".")):
        name = _FACTOR.sub("", path.stem)
        if name in found:
            raise ConfigError(path, f"has the same name as {found[name].name}", "take one of them away")
        found[name] = path
    if not found:
        raise ConfigError(folder, "holds no pictures", "name a folder with some")
    return found


def read(path: Path) -> Image.Image:
    """A picture as RGB, upright.

    Raises:
        ConfigError: it cannot be read.
    """
    try:
        with Image.open(path) as image:
            return ImageOps.exif_transpose(image).convert("RGB")
    except OSError as error:
        raise ConfigError(path, f"cannot be read ({error})", "make it again") from error


def enlarged_part(source: Image.Image, box: Box, factor: float) -> Image.Image:
    """What a box of the result shows, out of the smaller source, bicubic."""
    left, top, right, bottom = box
    part = (left / factor, top / factor, min(right / factor, source.width), min(bottom / factor, source.height))
    return source.resize((right - left, bottom - top), Image.Resampling.BICUBIC, box=part)


def row_of(cells: Sequence[Cell]) -> Image.Image:
    """Cells beside each other, each below its label."""
    width = sum(cell.width for _, cell in cells) + GAP_PX * (len(cells) - 1)
    row = Image.new("RGB", (width, LABEL_PX + max(cell.height for _, cell in cells)), _GROUND)
    draw, font, x = ImageDraw.Draw(row), ImageFont.load_default(size=14), 0
    for label, cell in cells:
        draw.text((x + 4, 3), label, fill=_INK, font=font)
        row.paste(cell, (x, LABEL_PX))
        x += cell.width + GAP_PX
    return row


def stacked(rows: Sequence[Image.Image]) -> Image.Image:
    """Rows below each other."""
    sheet = Image.new("RGB", (max(row.width for row in rows), sum(row.height for row in rows)), _GROUND)
    y = 0
    for row in rows:
        sheet.paste(row, (0, y))
        y += row.height
    return sheet
