"""From whatever a file holds to plain gray or RGB of 8 or 16 bits, with a sentence for each change."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import numpy as np
import pyvips

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.color import icc
from rsd_app.core.image_io.color.matrix_profile import profile_of_code_points

PROFILE = "icc-profile-data"
GAMMA = 2.2
BT_709, DISPLAY_P3, SRGB = 1, 12, 13  # primaries and a transfer of ITU-T H.273
SCAN_ROWS = 64
GRAY = ("b-w", "grey16")
RGB = ("srgb", "rgb", "rgb16")
DEVICE_INDEPENDENT = ("lab", "labs", "labq", "xyz", "yxy", "lch", "cmc")


def to_plain(image: Any, path: Path) -> tuple[Any, tuple[str, ...]]:
    """Gray or RGB, with or without alpha, uchar or ushort; lazily, so it costs nothing until pixels are read.

    Numbers stay as they are, with the profile that says what they mean: a wide gamut goes through the network
    and into the result whole. Only what the network could not work on is converted: inks, Lab, and light that
    is not encoded for the eye.

    Returns:
        the picture with 1 to 4 bands, and notices of what was changed.
    Raises:
        ImageReadError: numbers or channels that have no one meaning as a photo.
    """
    notices: tuple[str, ...] = ()
    profile = bytes(image.get(PROFILE)) if image.get_typeof(PROFILE) else b""
    if icc.is_hdr(profile):
        raise hdr_refused(path)
    if image.interpretation == "cmyk":
        image, notices = _from_cmyk(image)
    elif image.format == "float" and image.interpretation not in DEVICE_INDEPENDENT:
        image, notices = _from_float(image, profile)
    elif image.interpretation in DEVICE_INDEPENDENT:
        image = image.colourspace("srgb" if image.format == "uchar" else "rgb16")
        image = without(image, PROFILE)  # it described the numbers before
        notices = ("Lab colour was converted to sRGB.",)
    elif icc.is_linear(profile) and image.format in ("uchar", "ushort"):
        image = _encoded(image / (255.0 if image.format == "uchar" else 65535.0), profile, image)
        notices = (f"Linear light was encoded with gamma {GAMMA}; the profile says so.",)
    if image.format not in ("uchar", "ushort"):
        raise ImageReadError(
            path,
            f"holds {image.bands} channels of the type {image.format}, which are not those of a photo",
            "convert it to 8 or 16 bits per channel",
        )
    plain, extra = _with_known_channels(_filled_up(image))
    return plain, notices + extra


def hdr_refused(path: Path) -> ImageReadError:
    """The error for pictures in PQ or HLG, whose highlights would be lost."""
    return ImageReadError(
        path, "is HDR (PQ or HLG), and the network knows standard brightness only", "export it as SDR, or as linear EXR"
    )


def with_named_colors(image: Any, path: Path, code_points: tuple[int, int] | None) -> Any:
    """The picture with the profile that stands for its H.273 primaries and transfer, where it has none.

    Raises:
        ImageReadError: HDR.
    """
    if code_points is None or image.get_typeof(PROFILE):
        return image
    primaries, transfer = code_points
    if transfer in (icc.PQ, icc.HLG):
        raise hdr_refused(path)
    if primaries == BT_709:  # all its curves are shown as sRGB's
        return image
    return with_profile(image, profile_named(primaries, transfer))


def profile_named(primaries: int, transfer: int) -> bytes | None:
    """The profile of colours named by ITU-T H.273; None for sRGB and what is not known."""
    if (primaries, transfer) == (DISPLAY_P3, SRGB):
        return bytes(pyvips.Image.profile_load("p3"))
    return profile_of_code_points(primaries, transfer)


def with_profile(image: Any, profile: bytes | None) -> Any:
    """The picture with a profile; as it was where that is None."""
    if profile:
        image = image.copy()
        image.set_type(pyvips.GValue.blob_type, PROFILE, profile)
    return image


def is_finite(image: Any) -> bool:
    """Whether a picture of floating point holds numbers only, no NaN and no infinity; reads it once."""
    return bool((image - image == 0).min())  # NaN and infinity less themselves are NaN


def channels_are_equal(image: Any, slack: int) -> bool:
    """Whether the colour channels of a plain RGB picture differ nowhere by more than `slack`; stops at the first row
    where they do.
    """
    region = pyvips.Region.new(image)
    number = np.uint8 if image.format == "uchar" else np.uint16
    for y in range(0, image.height, SCAN_ROWS):
        rows = min(SCAN_ROWS, image.height - y)
        pixels = np.frombuffer(region.fetch(0, y, image.width, rows), number).reshape(-1, image.bands)[:, :3]
        if int((pixels.max(axis=1) - pixels.min(axis=1)).max()) > slack:
            return False
    return True


def one_of_equal(image: Any) -> Any:
    """A plain RGB picture whose channels are equal as gray, its alpha kept."""
    gray = image[1] if image.bands == 3 else image[1].bandjoin(image[3])
    return gray.copy(interpretation="grey16" if image.format == "ushort" else "b-w")


def as_rgb(image: Any) -> Any:
    """A gray picture, with or without alpha, in three equal channels."""
    rgb = image[0].bandjoin([image[0], image[0], *([image[1]] if image.bands == 2 else [])])
    return rgb.copy(interpretation="rgb16" if image.format == "ushort" else "srgb")


def bits_of(image: Any) -> Literal[8, 16]:
    """Bits per channel of an uncompressed picture."""
    return 16 if image.format == "ushort" else 8


def color_bands(image: Any) -> Literal[1, 3]:
    """Colour channels of a plain picture, alpha not counted."""
    return 1 if image.bands < 3 else 3


def _from_cmyk(image: Any) -> tuple[Any, tuple[str, ...]]:
    """To sRGB by the embedded profile, else by libvips' own CMYK profile; black and white points kept."""
    settings = {"intent": "relative", "black_point_compensation": True, "depth": bits_of(image)}
    if image.get_typeof(PROFILE):
        if _is_usable(image):
            converted = image.icc_transform("srgb", embedded=True, **settings)
            return converted, ("CMYK was converted to sRGB with its own profile.",)
        image = without(image, PROFILE)
        return image.icc_transform("srgb", input_profile="cmyk", **settings), (
            "CMYK was converted to sRGB with a common profile, since its own is damaged or for other colours.",
        )
    return image.icc_transform("srgb", input_profile="cmyk", **settings), (
        "CMYK was converted to sRGB with a common profile, since it has none of its own.",
    )


def _is_usable(image: Any) -> bool:
    """Whether the embedded profile fits the picture: libvips would take another one without a word."""
    sample = pyvips.Image.black(1, 1, bands=4).copy(interpretation="cmyk")
    try:
        with_profile(sample, bytes(image.get(PROFILE))).icc_import(embedded=True).avg()
    except pyvips.Error:
        return False
    return bytes(image.get(PROFILE))[16:20] == b"CMYK"


def _from_float(image: Any, profile: bytes) -> tuple[Any, tuple[str, ...]]:
    """Light to 16 bits; what is brighter than white or darker than black is clipped."""
    if profile and not icc.is_linear(profile):  # then the numbers are encoded already
        deep = (image * 65535.0).rint().cast("ushort").copy(interpretation="rgb16" if image.bands > 2 else "grey16")
        return deep, ("Floating point was converted to 16 bits; brighter than white is clipped.",)
    if profile:
        return _encoded(image, profile, image), (
            f"Linear floating point was encoded with gamma {GAMMA} in 16 bits; brighter than white is clipped.",
        )
    if image.bands > 2:
        deep = image.copy(interpretation="scrgb").colourspace("rgb16")
    else:
        light = image[0].bandjoin([image[0], image[0]]).copy(interpretation="scrgb")
        deep = light.colourspace("rgb16")[1].copy(interpretation="grey16")
        if image.bands == 2:
            alpha = (image[1] * 65535.0).rint().cast("ushort")
            deep = deep.bandjoin(alpha).copy(interpretation="grey16")
    return deep, ("Linear floating point was converted to 16-bit sRGB; brighter than white is clipped.",)


def _encoded(light: Any, profile: bytes, original: Any) -> Any:
    """Light (0 to 1) as 16 bits in the gamma that the eye and the network are used to, with its profile."""
    colors = 1 if original.bands < 3 else 3
    plain = light.extract_band(0, n=colors)
    encoded = (plain > 0).ifthenelse(plain, 0) ** (1 / GAMMA)
    if original.bands > colors:
        encoded = encoded.bandjoin(light.extract_band(colors, n=original.bands - colors))
    deep = (encoded * 65535.0).rint().cast("ushort").copy(interpretation="rgb16" if colors == 3 else "grey16")
    deep.set_type(pyvips.GValue.blob_type, PROFILE, icc.with_gamma(profile, GAMMA))
    return deep


def _filled_up(image: Any) -> Any:
    """AVIF of 10 or 12 bits in the upper bits of 16: stretched, so that white is 65535."""
    used = image.get("bits-per-sample") if image.get_typeof("bits-per-sample") else 16
    if image.format != "ushort" or image.get_typeof("heif-compression") == 0 or not 8 < used < 16:
        return image
    top = (2**used - 1) << (16 - used)
    return (image * (65535.0 / top)).rint().cast("ushort").copy(interpretation=image.interpretation)


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


def without(image: Any, field: str) -> Any:
    """The picture without one of its metadata fields."""
    image = image.copy()
    if image.get_typeof(field):
        image.remove(field)
    return image
