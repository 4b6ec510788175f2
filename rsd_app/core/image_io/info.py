"""What a picture file says of itself, before its pixels are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class Text:
    """A text in a picture's file: a PNG's Title or Copyright, a JPEG's Comment.

    Args:
        keyword: says what it is.
        text: what it says.
        chunk: its type and content as they stand in a PNG.
    """

    keyword: str
    text: str
    chunk: tuple[bytes, bytes]


@dataclass(frozen=True, kw_only=True)
class ImageInfo:
    """What a picture file says of itself, without its pixels."""

    path: Path
    width: int  # of the upright picture
    height: int
    channels: Literal[1, 3]  # colour channels; gray stays gray
    gray_as_rgb: bool = field(default=False, repr=False)  # stored as three equal channels, of which one is read
    has_alpha: bool
    bits: Literal[8, 16]  # a channel, as read
    is_float: bool = field(default=False, repr=False)  # stored as floating point
    format: str  # jpeg, png, webp, tiff, gif, avif, heif, jxl, psd, exr, netpbm, bmp, raw
    icc: bytes | None
    exif: bytes | None  # the raw block, from its TIFF header ("II*" or "MM") on
    xmp: bytes | None
    iptc: bytes | None  # the bare records
    orientation: int  # as stored, 1 to 8; the rows that are read are upright already
    dpi: tuple[float, float] | None  # across and down the upright picture
    texts: tuple[Text, ...] = field(default=(), repr=False)  # of a PNG, or the comments of a JPEG
    notices: tuple[str, ...]  # one sentence for each thing that is not read as it is stored

    @property
    def megapixels(self) -> float:
        """Millions of pixels."""
        return self.width * self.height / 1e6
