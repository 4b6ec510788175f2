"""Whether a photo is black and white, judged on a small copy."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from rsd_app.core.image_io.color.choices import Kind

LUMA = (0.299, 0.587, 0.114)  # BT.601, full range
# Distances between colours are in values of 0 to 255; those in pairs grow with the mean strength of the tint.
SPREAD = 1.5, 0.12  # mean distance from the tint, that noise, JPEG and the reduction may leave
STRAY = 8.0, 0.4  # distance from which a pixel counts as coloured
STRAYS = 0.004  # share of such pixels that stains and a scanner's fringes may have
FAINT = 5.0  # a tint so weak may be of any hue; a stronger one is warm, as old paper and sepia
WARM = 0.2  # least red for the blue that is missing: less is green
COLD = 0.01  # share of pixels for which the curve may leave that
STRONGEST = 48.0  # of paper and sepia


def kind_of(pixels: NDArray[Any]) -> Kind:
    """The kind of a photo from an sRGB copy of it, (h, w, 3), 0 to 255.

    Black and white is what has one tint at each lightness: none, or that of a toning or of old paper. What is not
    surely that, as mist of one blue, is a colour photo: a model for black and white could do harm to it.
    """
    rgb = pixels.reshape(-1, 3).astype(np.float32)
    light = rgb @ np.array(LUMA, np.float32)
    chroma = rgb[:, ::2] - light[:, None]  # red and blue against lightness
    powers = np.vander(light / 127.5 - 1, 4)  # toning is a smooth curve over lightness
    tint = powers @ np.linalg.lstsq(powers, chroma, rcond=None)[0]
    away, strength = np.hypot(*(chroma - tint).T), np.hypot(*chroma.T).mean()
    if away.mean() > SPREAD[0] + SPREAD[1] * strength or (away > STRAY[0] + STRAY[1] * strength).mean() > STRAYS:
        return "colour"
    strengths = np.hypot(*tint.T)
    cold = (strengths > FAINT) & ((tint[:, 1] >= 0) | (tint[:, 0] < -WARM * tint[:, 1]))
    return "gray" if strengths.max() <= STRONGEST and cold.mean() <= COLD else "colour"
