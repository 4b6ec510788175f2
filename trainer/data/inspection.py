"""What a photo is worth as an example: noise, blur, compression, enlargement, measured on the photo alone."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from trainer.types import Picture

Plane = NDArray[np.float32]

LARGEST_SIDE = 1536  # of the middle part that is measured, in pixels
_BLOCK = 16
_QUIET_SHARE = 0.1  # of the blocks, those with the least structure, show the noise
_EDGE_SHARE = 0.01  # of the pixels, those with the steepest gradient, show the blur
_REBLUR_SIGMA = 1.0
_WIDEST_BLUR = 8.0
_STEEPEST = -12.0  # dB an octave that a photo's spectrum may fall; a blurred one falls faster


@dataclass(frozen=True, kw_only=True)
class Measures:
    """What was measured of a photo."""

    noise: float  # standard deviation in quiet places, of 255
    blur: float  # of the sharpest edges, as the sigma of a Gaussian, in pixels
    detail: float  # share of the resolution that holds detail; an enlargement by 2 has 0.5
    blocking: float  # steps at multiples of 8 pixels over those elsewhere; 1: none, above 1.3: plain to see
    chroma: float  # mean distance from gray, of 255


def measure(photo: Picture) -> Measures:
    """Measure the middle of a photo (H, W, 3), RGB."""
    middle = _middle(photo)
    luma = cv2.cvtColor(middle, cv2.COLOR_RGB2GRAY).astype(np.float32)
    return Measures(
        noise=noise_sigma(luma),
        blur=blur_sigma(luma),
        detail=detail_share(luma),
        blocking=blocking(luma),
        chroma=float((middle.max(axis=2).astype(np.float32) - middle.min(axis=2)).mean()),
    )


def noise_sigma(luma: Plane) -> float:
    """Standard deviation of the noise, of 255: that of the finest diagonal detail in the quietest blocks.

    The detail is (a - b - c + d) / 2 of each 2×2 square, which plain gradients leave at zero; blocks that are
    black or white all over say nothing and are left out.
    """
    h, w = (side // (2 * _BLOCK) * _BLOCK for side in luma.shape)
    if h == 0 or w == 0:
        return 0.0
    square = luma[: 2 * h, : 2 * w].reshape(h, 2, w, 2)
    a, b, c, d = square[:, 0, :, 0], square[:, 0, :, 1], square[:, 1, :, 0], square[:, 1, :, 1]
    diagonal = ((a - b - c + d) / 2).astype(np.float32)
    coarse = square.mean(axis=(1, 3)).astype(np.float32)
    blocks = _blocks(coarse)
    open_to_light = (blocks.mean(axis=1) > 8) & (blocks.mean(axis=1) < 247)
    if not open_to_light.any():
        return 0.0
    structure = blocks.std(axis=1)[open_to_light]
    finest = _blocks(diagonal).std(axis=1)[open_to_light]
    count = max(1, math.ceil(len(structure) * _QUIET_SHARE))
    return float(np.median(finest[np.argsort(structure)[:count]]))


def blur_sigma(luma: Plane) -> float:
    """Sigma of the Gaussian that would blur a step as the steepest edges are, in pixels (Zhuo and Sim 2011).

    Blurred once more by a known sigma, an edge of sigma s has its gradient divided by sqrt(1 + sigma² / s²).
    The median over the steepest pixels, along their gradient; noise makes edges look sharper than they are.
    """
    quieter = _blurred(luma, 0.5)  # a photo's own pixels cannot be sharper than this
    steep, again = _gradient(quieter), _gradient(_blurred(quieter, _REBLUR_SIGMA))
    threshold = max(float(np.quantile(steep, 1 - _EDGE_SHARE)), 1.0)
    at = (steep >= threshold) & (again > 1e-3)
    if not at.any():
        return _WIDEST_BLUR
    ratio = float(np.median(steep[at] / again[at]))
    if ratio <= 1.0 + 1e-3:
        return _WIDEST_BLUR
    total = _REBLUR_SIGMA / math.sqrt(ratio**2 - 1)
    return min(_WIDEST_BLUR, math.sqrt(max(0.0, total**2 - 0.25)))


def detail_share(luma: Plane) -> float:
    """Share of the resolution, 0 to 1, up to which the spectrum stands above its own far end.

    An enlargement by f has nothing above 1/f of the sampling rate's half; a photo falls off smoothly to the
    noise of its sensor, and gives 1.
    """
    side = min(luma.shape)
    if side < 128:
        return 1.0
    length = 1 << int(math.log2(side))
    window = np.outer(np.hanning(length), np.hanning(length)).astype(np.float32)
    y, x = (luma.shape[0] - length) // 2, (luma.shape[1] - length) // 2
    part = luma[y : y + length, x : x + length]
    power = np.abs(np.fft.fft2((part - part.mean()) * window)) ** 2
    ring = np.hypot(*np.meshgrid(np.fft.fftfreq(length), np.fft.fftfreq(length))) * 2
    rings = np.minimum((ring * 64).astype(int), 63)  # the corners beyond 1 are the last
    level = 10 * np.log10(np.bincount(rings.ravel(), power.ravel(), 64) / np.bincount(rings.ravel(), None, 64) + 1e-3)
    # What a photo would have: its spectrum goes on falling as it does in the lowest third, in the logarithm.
    places = np.log2(np.arange(64) + 0.5)
    slope = max(float(np.polyfit(places[3:14], level[3:14], 1)[0]), _STEEPEST)
    start = float((level[3:9] - slope * places[3:9]).mean())
    missing = (start + slope * places) - level
    floor = 10 * np.log10(float((window**2).sum()) / 12)  # the rounding to whole levels
    gone = (missing > 12) & (level < floor + 22)
    empty = np.flatnonzero(~gone[14:60])
    return 1.0 if not gone[59] else (float(empty[-1] + 15) / 64 if len(empty) else 14 / 64)


def blocking(luma: Plane) -> float:
    """Mean step between pixels at the borders of 8×8 blocks over that elsewhere, of the worse direction."""
    worst = 1.0
    for plane in (luma, luma.T):
        # Second difference across each border: what a smooth slope has too does not count.
        step = np.abs(plane[:, 1:-2] - 3 * plane[:, 2:-1] + 3 * plane[:, 3:] - plane[:, :-3]).mean(axis=0)
        if len(step) < 64:
            continue
        phases = np.array([step[phase::8].mean() for phase in range(8)])
        others = np.sort(phases)[:5].mean()
        if others > 0.05:
            worst = max(worst, float(phases.max() / others))
    return worst


def _middle(photo: Picture) -> Picture:
    """The middle, at a multiple of 8 so that blocks stay where they are."""
    height, width = photo.shape[:2]
    y, x = (max(0, side - LARGEST_SIDE) // 16 * 8 for side in (height, width))
    return np.ascontiguousarray(photo[y : y + LARGEST_SIDE, x : x + LARGEST_SIDE])


def _blocks(plane: Plane) -> Plane:
    h, w = plane.shape[0] // _BLOCK, plane.shape[1] // _BLOCK
    cut = plane[: h * _BLOCK, : w * _BLOCK].reshape(h, _BLOCK, w, _BLOCK)
    return np.asarray(cut.transpose(0, 2, 1, 3).reshape(h * w, _BLOCK * _BLOCK), np.float32)


def _blurred(plane: Plane, sigma: float) -> Plane:
    return np.asarray(cv2.GaussianBlur(plane, (0, 0), sigma), np.float32)


def _gradient(plane: Plane) -> Plane:
    dx, dy = cv2.Sobel(plane, cv2.CV_32F, 1, 0), cv2.Sobel(plane, cv2.CV_32F, 0, 1)
    return np.asarray(np.hypot(dx, dy) / 8, np.float32)
