"""Figures of picture quality that need no network: PSNR, SSIM, colour shift, spectral lines, strokes, blocks,
intervals.

Pictures are what a viewer gets: uint8 arrays (H, W, 3), RGB.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import cv2
import numpy as np
import torch
import torch.nn.functional as F

from rsd_app.core.errors import ShapeError
from rsd_app.core.image_io.color.photo_kind import LUMA
from trainer.types import Floats, Picture

SPECTRUM_WINDOW_PX = 256
NEIGHBOURS = tuple(range(3, 13))  # bins on either side of a line that its surroundings are read from
LINE_NAMES: tuple[tuple[str, ...], ...] = tuple(
    tuple(f"{direction} {line}" for line in ("1/8", "1/4", "3/8", "1/2")) for direction in ("along x", "along y")
)

_LUMA_STUDIO = (65.481 / 255, 128.553 / 255, 24.966 / 255)  # BT.601, 16 to 235 after adding 16
_STROKE_BAND = (0.25, 0.5)  # cycles per pixel: what an enlargement of twice or more has to make up
_STROKE_ANGLE = 7.0  # degrees off the axes
_BLOCK_PX = 8  # of JPEG
_SSIM_TAPS = 11
_SSIM_SIGMA = 1.5


def psnr(result: Picture, original: Picture) -> float:
    """Peak signal-to-noise ratio over all RGB values in dB; infinite for identical pictures.

    Over RGB, not luma: figures over Y, as some papers report them, are about 1.6 dB higher.

    Raises:
        ShapeError: not two pictures of one shape.
    """
    _check(result, original, smallest=1)
    error = np.mean((result.astype(np.float64) - original.astype(np.float64)) ** 2)
    return float(10 * np.log10(255**2 / error)) if error > 0 else float("inf")


def ssim(result: Picture, original: Picture) -> float:
    """Structural similarity (Wang et al. 2004) on luma: 1 is identical.

    The convention of the super-resolution field (BasicSR's `test_y_channel`): BT.601 luma in [16, 235],
    unrounded, a Gaussian window of 11 with sigma 1.5 wholly inside the picture, K1 = 0.01, K2 = 0.03,
    L = 255.

    Raises:
        ShapeError: not two pictures of one shape, at least 11 pixels each way.
    """
    _check(result, original, smallest=_SSIM_TAPS)
    a, b = (torch.from_numpy(studio_luma(picture)) for picture in (result, original))
    mean_a, mean_b, aa, bb, ab = _gaussian(torch.stack((a, b, a * a, b * b, a * b)))
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    variances = aa - mean_a**2 + bb - mean_b**2
    covariance = ab - mean_a * mean_b
    luminance = (2 * mean_a * mean_b + c1) / (mean_a**2 + mean_b**2 + c1)
    return float((luminance * (2 * covariance + c2) / (variances + c2)).mean())


def studio_luma(picture: Picture) -> Floats:
    """BT.601 luma (H, W) in 16 to 235, not rounded."""
    return np.asarray(picture @ np.array(_LUMA_STUDIO) + 16, np.float64)


def _gaussian(planes: torch.Tensor) -> torch.Tensor:
    """Filter planes (N, H, W) with the window of SSIM, (N, H - 10, W - 10)."""
    distance = torch.arange(_SSIM_TAPS, dtype=planes.dtype) - _SSIM_TAPS // 2
    taps = torch.exp(-(distance**2) / (2 * _SSIM_SIGMA**2))
    taps = taps / taps.sum()
    along_x = F.conv2d(planes[:, None], taps.view(1, 1, 1, -1))
    return F.conv2d(along_x, taps.view(1, 1, -1, 1))[:, 0]


def colour_shift(result: Picture, original: Picture) -> Floats:
    """Mean of result - original of each channel, (3,), in units of 1/255.

    Raises:
        ShapeError: not two pictures of one shape.
    """
    _check(result, original, smallest=1)
    return np.asarray(result.mean((0, 1), dtype=np.float64) - original.mean((0, 1), dtype=np.float64))


def spectrum_lines(result: Picture, original: Picture) -> Floats:
    """How far the spectrum of a result stands out at k/8 of the sampling rate, in dB over the original's.

    A network that works in blocks of 4 or 8 pixels leaves hatching of these periods. The power spectrum of
    the luma is that of rows cut into pieces of 256 pixels (Hann window, half overlapping, mean removed),
    averaged over all pieces, which equals the 2-D spectrum summed over the other direction; the same for
    columns. A line's height is its level in dB above that of its surroundings: the parabola through the bins
    3 to 12 (of 1/256) to either side. Levels under the rounding noise of 8 bits count as that noise. Returned
    is the result's height minus the original's: above 0 for a pattern that the original lacks.

    A long window and a parabola, because the spectrum of an enlargement falls steeply at 1/8, where that of
    its source ends: with 64 pixels and a straight mean, bicubic seemed to have a line of 1.6 dB there.

    Average over many pictures: a single one may move by a dB without any pattern. On the 16 pictures of
    bench/imagenet_x4 stripes of period 4 give 1.4 dB at +-1/255 and 3.7 dB at +-2/255, JPEG of quality 50
    0.4 dB, bicubic enlargement 0.2 dB beside a notch of 8 dB at 1/4; the standard error is 0.2 to 0.4 dB.

    Returns:
        (2, 4): along x and along y; k = 1, 2, 3, 4. The names are in LINE_NAMES.
    Raises:
        ShapeError: not two pictures of one shape, at least 256 pixels each way.
    """
    _check(result, original, smallest=SPECTRUM_WINDOW_PX)
    return _line_heights(result) - _line_heights(original)


def _line_heights(picture: Picture) -> Floats:
    """Level at k/8 above its surroundings in dB, (2, 4): along x and along y."""
    luma = picture @ np.array(LUMA)
    places = np.array([side * bins for bins in NEIGHBOURS for side in (-1, 1)])
    # What a least-squares parabola through values at `places` is worth in the middle, as weights of the values.
    weights = np.linalg.pinv(np.vander(places.astype(np.float64), 3, increasing=True))[0]
    heights = np.empty((2, 4))
    for direction, rows in enumerate((luma, luma.T)):
        level = 10 * np.log10(_mean_power(rows))
        for k in range(1, 5):
            line = k * SPECTRUM_WINDOW_PX // 8
            heights[direction, k - 1] = level[line] - weights @ level[(line + places) % SPECTRUM_WINDOW_PX]
    return heights


def _mean_power(rows: Floats) -> Floats:
    """Mean power spectrum of all pieces of all rows (H, W), (256,), at least the rounding noise's."""
    length = SPECTRUM_WINDOW_PX
    window = np.hanning(length + 1)[:-1]
    total = np.zeros(length)
    starts = range(0, rows.shape[1] - length + 1, length // 2)
    for start in starts:
        pieces = rows[:, start : start + length]
        pieces = (pieces - pieces.mean(axis=1, keepdims=True)) * window
        total += (np.abs(np.fft.fft(pieces, axis=1)) ** 2).mean(axis=0)
    rounding_noise = float((window**2).sum()) / 12
    return np.maximum(total / len(starts), rounding_noise)


def stroke_excess(result: Picture, original: Picture) -> float:
    """How much more of a result's finest detail runs along rows and columns than of its original's, in dB.

    A network that has not learned a texture draws short strokes in its place, along the directions of its own grid
    and of JPEG's blocks; no single line of the spectrum shows them. Of the power of the luma between 1/4 and 1/2 of the
    sampling rate, in windows of 256 pixels (Hann, half overlapping), the share within 7 degrees of the axes, over
    that of the original: 0 for textures like those of the photo, above 0 for strokes.

    On the 16 pictures of bench/imagenet_x4 bicubic enlargement has 1.2 dB, restore-x4 v7 1.3; the standard error is
    0.3 to 0.5.

    Raises:
        ShapeError: not two pictures of one shape, at least 256 pixels each way.
    """
    _check(result, original, smallest=SPECTRUM_WINDOW_PX)
    return float(10 * np.log10(_axis_share(result) / _axis_share(original)))


def _axis_share(picture: Picture) -> float:
    """Of the power in the band, the share that lies near the axes of the spectrum, in (0, 1)."""
    length = SPECTRUM_WINDOW_PX
    luma = picture @ np.array(LUMA)
    frequency = np.fft.fftfreq(length)
    radius = np.hypot(frequency[:, None], frequency[None])
    angle = np.degrees(np.arctan2(np.abs(frequency[:, None]), np.abs(frequency[None])))
    band = (radius >= _STROKE_BAND[0]) & (radius < _STROKE_BAND[1])
    near = band & ((angle < _STROKE_ANGLE) | (angle > 90 - _STROKE_ANGLE))
    taps = np.hanning(length + 1)[:-1]
    window = np.outer(taps, taps)
    power = np.zeros((length, length))
    starts = [range(0, side - length + 1, length // 2) for side in luma.shape]
    for y, x in itertools.product(*starts):
        piece = luma[y : y + length, x : x + length]
        power += np.abs(np.fft.fft2((piece - piece.mean()) * window)) ** 2
    power += len(starts[0]) * len(starts[1]) * float((window**2).sum()) / 12  # the rounding noise: never nothing
    return float(power[near].sum() / power[band].sum())


def blockiness(result: Picture, scale: float) -> float | None:
    """How far the edges of the source's JPEG blocks still stand out of an enlargement: 1 is not at all.

    The luma is averaged over the columns that one column of the source has become. Of the steps between two such
    columns, the mean amount at every eighth, where two blocks of the source met, over the mean amount at the others:

        mean |L_8k - L_8k-1| / mean |L_j - L_j-1|, j no multiple of 8

    with both means added up for columns and rows. The grid is that of a file that was not cropped since.

    On Kodak reduced four times, at JPEG quality 18: the file itself 1.74, bicubic 1.54, Real-ESRGAN x4plus 1.08, the
    originals 0.98; a single picture of them is 0.88 to 1.12.

    Args:
        result: uint8 (H, W, 3).
        scale: its width over that of the source.
    Returns:
        None where the source has less than two blocks each way, or the result no step between.
    """
    luma = result @ np.array(LUMA)
    at_blocks, between = 0.0, 0.0
    for rows in (luma, luma.T):
        columns = round(rows.shape[1] / scale)
        if columns < 2 * _BLOCK_PX:
            return None
        of_source = cv2.resize(rows, (columns, rows.shape[0]), interpolation=cv2.INTER_AREA)
        steps = np.abs(np.diff(of_source, axis=1)).mean(axis=0)
        is_block = np.arange(1, columns) % _BLOCK_PX == 0
        at_blocks += float(steps[is_block].mean())
        between += float(steps[~is_block].mean())
    return at_blocks / between if between > 0 else None


def bootstrap_interval(
    values: Sequence[float], *, confidence: float = 0.95, draws: int = 10_000, seed: int = 0
) -> tuple[float, float]:
    """Interval of the mean over pictures: percentiles of the means of resampled sets (Efron 1979).

    Args:
        values: one figure a picture, at least one.
        confidence: share of the resampled means inside, in (0, 1).
        draws: how many sets are drawn; seed: the same seed gives the same interval.
    """
    figures = np.asarray(values, dtype=np.float64)
    generator = np.random.Generator(np.random.PCG64(seed))
    means = np.empty(draws)
    for i in range(draws):  # one set at a time: draws x pictures need not fit in memory
        means[i] = figures[generator.integers(0, figures.size, figures.size)].mean()
    low, high = np.quantile(means, [(1 - confidence) / 2, (1 + confidence) / 2])
    return float(low), float(high)


def _check(result: Picture, original: Picture, *, smallest: int) -> None:
    fits = result.shape == original.shape and result.ndim == 3 and result.shape[2] == 3
    if not fits or min(result.shape[:2]) < smallest or result.dtype != np.uint8 or original.dtype != np.uint8:
        found = f"{result.dtype} {result.shape} against {original.dtype} {original.shape}"
        raise ShapeError("pictures", found, f"two uint8 (H, W, 3) of at least {smallest} pixels each way are needed")
