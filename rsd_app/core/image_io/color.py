"""From whatever a file holds to plain gray or RGB of 8 or 16 bits, with a sentence for each change."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pyvips

from rsd_app.core.errors import ImageReadError

GRAY = ("b-w", "grey16")
RGB = ("srgb", "rgb", "rgb16")
DEVICE_INDEPENDENT = ("lab", "labs", "labq", "xyz", "yxy", "lch", "cmc")


def to_plain(image: Any, path: Path) -> tuple[Any, tuple[str, ...]]:
    """Gray or RGB, with or without alpha, uchar or ushort; lazily, so it costs nothing until pixels are read.

    Returns:
        the picture with 1 to 4 bands, and notices of what was changed.
    Raises:
        ImageReadError: numbers or channels that have no one meaning as a photo.
    """
    notices: tuple[str, ...] = ()
    if image.interpretation == "cmyk":
        image, notices = _from_cmyk(image), ("CMYK was converted to sRGB.",)
    elif image.interpretation == "scrgb" and image.bands >= 3:
        image = image.colourspace("rgb16")
        notices = ("Linear floating point was converted to 16-bit sRGB; brighter than white is clipped.",)
    elif image.interpretation in DEVICE_INDEPENDENT:
        image = image.colourspace("srgb" if image.format == "uchar" else "rgb16")
        image = _without(image, "icc-profile-data")  # it described the numbers before
        notices = ("Lab colour was converted to sRGB.",)
    if image.format not in ("uchar", "ushort"):
        raise ImageReadError(
            path,
            f"holds {image.bands} channels of the type {image.format}, which are not those of a photo",
            "convert it to 8 or 16 bits a channel",
        )
    plain, extra = _with_known_channels(image)
    return plain, notices + extra


def bits_of(image: Any) -> Literal[8, 16]:
    """Bits a channel of a plain picture."""
    return 16 if image.format == "ushort" else 8


def color_bands(image: Any) -> Literal[1, 3]:
    """Colour channels of a plain picture, alpha not counted."""
    return 1 if image.bands < 3 else 3


def _from_cmyk(image: Any) -> Any:
    """To sRGB by the embedded profile, else by libvips' own CMYK profile; black and white points kept."""
    settings = {"intent": "relative", "black_point_compensation": True, "depth": bits_of(image)}
    try:
        return image.icc_transform("srgb", embedded=True, input_profile="cmyk", **settings)
    except pyvips.Error:
        return _without(image, "icc-profile-data").icc_transform("srgb", input_profile="cmyk", **settings)


def _with_known_channels(image: Any) -> tuple[Any, tuple[str, ...]]:
    """Keep gray or RGB and one alpha; say so when a channel is dropped."""
    gray = image.interpretation in GRAY or (image.interpretation not in RGB and image.bands < 3)
    kept = min(image.bands, 2 if gray else 4)
    deep = image.format == "ushort"
    names = ("grey16" if deep else "b-w") if gray else ("rgb16" if deep else "srgb")
    if kept == image.bands:
        return image.copy(interpretation=names), ()
    plain = image.extract_band(0, n=kept).copy(interpretation=names)
    return plain, (f"{image.bands - kept} extra channels were left out.",)


def _without(image: Any, field: str) -> Any:
    image = image.copy()
    if image.get_typeof(field):
        image.remove(field)
    return image
