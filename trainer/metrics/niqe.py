"""NIQE, how natural a picture looks without an original to compare with: lower is better.

A. Mittal, R. Soundararajan, A. C. Bovik: Making a "Completely Blind" Image Quality Analyzer, IEEE Signal Processing
Letters 2013. The model of natural photos is the published one (resources/perceptual/README.md); the conventions are
those of the authors' MATLAB code: rounded BT.601 luma, blocks of 96 pixels at two scales.
"""

from __future__ import annotations

import functools
import math

import cv2
import numpy as np
from safetensors.numpy import load_file

from rsd_app.core.resources import resource_path
from trainer.metrics.pixel import studio_luma
from trainer.types import Floats, Picture

MODEL = "perceptual/niqe.safetensors"
BLOCK_PX = 96
_SIGMA = 7 / 6  # of the window of 7 over which brightness and contrast are taken out
_NEIGHBOURS = ((0, 1), (1, 0), (1, 1), (1, -1))
# Weights of the cubic kernel (a = -0.5), stretched to twice its width: MATLAB's imresize to one half.
_HALVING = (-0.01171875, -0.03515625, 0.11328125, 0.43359375, 0.43359375, 0.11328125, -0.03515625, -0.01171875)


def niqe(picture: Picture) -> float | None:
    """Distance of a picture's statistics from those of natural photos, about 2 to 20 as a rule.

    Args:
        picture: uint8 (H, W, 3), RGB.
    Returns:
        None where fewer than two blocks of 96 pixels have any structure.
    """
    luma = np.round(studio_luma(picture))
    rows, columns = (side // BLOCK_PX for side in luma.shape)
    luma = luma[: rows * BLOCK_PX, : columns * BLOCK_PX]
    if rows * columns < 2:
        return None
    features = np.concatenate((_features(luma, BLOCK_PX), _features(_halved(luma), BLOCK_PX // 2)), axis=1)
    whole = features[~np.isnan(features).any(axis=1)]
    if len(whole) < 2:
        return None
    mean, covariance = _natural()
    gap = mean - np.nanmean(features, axis=0)
    inverse = np.linalg.pinv((covariance + np.cov(whole, rowvar=False)) / 2)
    return float(np.sqrt(gap @ inverse @ gap))


@functools.cache
def _natural() -> tuple[Floats, Floats]:
    """Mean (36,) and covariance (36, 36) of the features of natural photos."""
    model = load_file(resource_path(MODEL))
    return model["mean"], model["covariance"]


def _halved(luma: Floats) -> Floats:
    taps = np.array(_HALVING)
    filtered = cv2.sepFilter2D(luma, cv2.CV_64F, taps, taps, borderType=cv2.BORDER_REFLECT)
    return np.asarray(filtered[1::2, 1::2], np.float64)


def _features(luma: Floats, side: int) -> Floats:
    """18 numbers of each block (N, 18): how normalised brightness is distributed, and products of neighbours."""
    distance = np.arange(-3, 4)
    taps = np.exp(-(distance**2) / (2 * _SIGMA**2))
    taps = taps / taps.sum()

    def smooth(plane: Floats) -> Floats:
        filtered = cv2.sepFilter2D(plane.astype(np.float64), cv2.CV_64F, taps, taps, borderType=cv2.BORDER_REPLICATE)
        return np.asarray(filtered, np.float32)

    # In single precision, as the known implementations have it: it rounds to zero what is flat, where doubles leave
    # a noise whose sign would count.
    luma = luma.astype(np.float32)
    mean = smooth(luma)
    contrast = np.sqrt(np.abs(smooth(luma**2) - mean**2))
    normalised = (luma - mean) / (contrast + 1)
    made = []
    for top in range(0, len(luma), side):
        blocks = normalised[top : top + side].reshape(side, -1, side).transpose(1, 0, 2)
        alpha, left, right = _fitted(blocks)
        numbers = [alpha, (left + right) / 2]
        for shift in _NEIGHBOURS:
            alpha, left, right = _fitted(blocks * np.roll(blocks, shift, axis=(1, 2)))
            numbers += [alpha, (right - left) * _gamma(2 / alpha) / _gamma(1 / alpha), left, right]
        made.append(np.stack(numbers, axis=1))
    return np.concatenate(made)


def _fitted(blocks: Floats) -> tuple[Floats, Floats, Floats]:
    """Shape and both widths (N,) of an asymmetric generalised Gaussian, by its moments; not a number if flat."""
    values = blocks.reshape(len(blocks), -1)
    squares = values**2
    below, above = values < 0, values > 0
    with np.errstate(invalid="ignore", divide="ignore"):
        left = np.sqrt((squares * below).sum(1) / below.sum(1))
        right = np.sqrt((squares * above).sum(1) / above.sum(1))
        ratio = left / right
        moment = np.abs(values).mean(1) ** 2 / squares.mean(1)
        wanted = moment * (ratio**3 + 1) * (ratio + 1) / (ratio**2 + 1) ** 2
    shapes, moments = _shapes()
    places = np.clip(np.searchsorted(moments, wanted), 1, len(moments) - 1)
    places -= wanted - moments[places - 1] < moments[places] - wanted
    alpha = np.where(np.isnan(wanted), shapes[0], shapes[places])  # as MATLAB's min() has it
    width = np.sqrt(_gamma(1 / alpha) / _gamma(3 / alpha))
    return alpha, left * width, right * width


@functools.cache
def _shapes() -> tuple[Floats, Floats]:
    """Shapes 0.2 to 10 and their moments, both increasing."""
    shapes = np.arange(0.2, 10.001, 0.001)
    return shapes, _gamma(2 / shapes) ** 2 / (_gamma(1 / shapes) * _gamma(3 / shapes))


def _gamma(values: Floats) -> Floats:
    return np.array([math.gamma(value) for value in values.tolist()])
