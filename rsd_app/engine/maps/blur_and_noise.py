"""What lies between a result, reduced, and its source: a blur, and the source's noise. Both are measured."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from rsd_app.core.progress import CancelToken
from rsd_app.engine.maps.reduced import Levels, Part, ReducedResult, Span

SIGMAS = np.arange(0, 3.01, 0.25)  # that are tried, in source pixels
REACH_PX = 14  # of the widest
SAMPLE_PX = 64
MOST_SAMPLES = 12  # along a side, spread over the picture
EXPLAINED = 0.25  # of a sample's variance at least, or it does not show how blurred it is: flat, or contradictory
ROUNDING = 0.25  # squared levels: keeps samples without any error from outweighing all others

CELL = 0.8  # spread of the window in which pixels are compared, about 2 wide: a part of the noise averages out
CHANGE_PX = 4  # between places whose noise has little in common after that
TO_DEVIATION = 1.3  # from the median of changes, averaged over six, divided by the square root of 2
NOISY_SHARE = 75  # per cent of the samples have less noise than is believed at most


@dataclass(frozen=True)
class Between:
    """What lies between a result and its source.

    Args:
        blur: spread of a Gaussian, in source pixels.
        noise: the most that is believed of any place, in levels of 255, after averaging over a cell.
    """

    blur: float
    noise: float


def between(pair: ReducedResult, cancel: CancelToken) -> Between:
    """Measure it on samples, as many as `MOST_SAMPLES` squared.

    The blur, 0 to 3, is the one that fits the source best. Each sample has a noise of its own that is not known: the
    likeliest blur has then the least sum of logarithms of what it leaves over. So a sample that contradicts its source,
    which leaves much over with any blur, hardly counts.

    Raises:
        Cancelled: between samples.
    """
    rows, columns = (_spread_spans(side) for side in (pair.height, pair.width))
    score, noises = np.zeros(len(SIGMAS)), []
    for part in pair.parts(rows, columns, REACH_PX, cancel):
        source = part.source[part.inner]
        shown = source.reshape(-1, source.shape[2]) if part.seen is None else source[part.seen[part.inner] > 0]
        if not len(shown):
            continue
        noise = _noise_of(source)
        left_over, changing = np.empty((2, len(SIGMAS)))
        for number, sigma in enumerate(SIGMAS):
            off = difference(part, sigma)[part.inner]
            left_over[number] = np.square(off).sum() / shown.size
            changing[number] = min(noise, _noise_of(off))
        noises.append(changing)
        if left_over.min() < (1 - EXPLAINED) * shown.var(axis=0).mean():
            score += shown.size * np.log(left_over + ROUNDING)
    best = int(score.argmin())
    noise = float(np.percentile(np.array(noises)[:, best], NOISY_SHARE)) if noises else 0.0
    return Between(_lowest(score, best), noise)


def difference(part: Part, blur: float) -> Levels:
    """The result under a blur less the source, (h, w, C); 0 where the source's colours cannot be seen."""
    off = blurred(part.result, blur, part.seen) - part.source
    return off if part.seen is None else off * part.seen[..., None]


def blurred(levels: Levels, sigma: float, seen: Levels | None = None) -> Levels:
    """A picture (h, w, C) under a Gaussian of a spread in pixels; what is not `seen` (h, w) does not flow in."""
    if sigma == 0:
        return levels
    if seen is None:
        return _filtered(levels, sigma)
    weights: Levels = np.maximum(_filtered(seen[..., None], sigma), np.float32(1e-6))
    visible: Levels = _filtered(levels * seen[..., None], sigma) / weights
    return visible


def changes(levels: Levels) -> Levels:
    """How a picture (h, w, C) changes over a few pixels, on a grid of every other one: (h/2, w/2).

    Noise changes everywhere, what a picture shows in some places: the median is the noise's.
    """
    cells, step = levels[::2, ::2], CHANGE_PX // 2
    wider = np.pad(cells, ((0, step), (0, step), (0, 0)), mode="symmetric")
    across, down = np.abs(wider[:-step, step:] - cells), np.abs(wider[step:, :-step] - cells)
    found: Levels = (across + down).mean(axis=2) * np.float32(TO_DEVIATION / math.sqrt(8))
    return found


def _noise_of(levels: Levels) -> float:
    return float(np.median(changes(blurred(levels, CELL))))


def _lowest(score: NDArray[np.float64], best: int) -> float:
    """The spread of the least score, between those that were tried: of a parabola over their squares."""
    if best in (0, len(SIGMAS) - 1):
        return float(SIGMAS[best])
    near = slice(best - 1, best + 2)
    bend, slope, _ = np.polyfit(SIGMAS[near] ** 2, score[near], 2)
    return math.sqrt(-slope / (2 * bend))


def _spread_spans(length: int) -> list[Span]:
    """Where samples lie along a side: all over a short one, equally far apart along a long one."""
    count = max(1, round(length / SAMPLE_PX))
    if count > MOST_SAMPLES:
        starts = np.linspace(0, length - SAMPLE_PX, MOST_SAMPLES).round().astype(int).tolist()
        return [(start, start + SAMPLE_PX) for start in starts]
    edges = np.linspace(0, length, count + 1).round().astype(int).tolist()
    return list(pairwise(edges))


def _filtered(levels: Levels, sigma: float) -> Levels:
    taps = _kernel(sigma)
    filtered = cv2.sepFilter2D(levels, cv2.CV_32F, taps, taps, borderType=cv2.BORDER_REPLICATE)
    return filtered.reshape(levels.shape).astype(np.float32, copy=False)


def _kernel(sigma: float) -> NDArray[np.float64]:
    """A Gaussian by its spectrum, exp(-sigma² theta² / 2): sampled, a narrow one would blur less than it says."""
    reach, length = max(8, math.ceil(4 * sigma) + 1), 256
    theta = 2 * np.pi * np.fft.rfftfreq(length)
    wave = np.fft.irfft(np.exp(-0.5 * (sigma * theta) ** 2), length)
    taps = np.roll(wave, reach)[: 2 * reach + 1]
    whole: NDArray[np.float64] = taps / taps.sum()
    return whole
