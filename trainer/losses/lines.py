"""The line loss: how far a picture's spectrum stands out where the network's own grid would show."""

from __future__ import annotations

import math
from functools import lru_cache

import torch
from torch import Tensor

from rsd_app.core.errors import ShapeError
from rsd_app.core.image_io.color.photo_kind import LUMA

LINES = (1, 2, 3, 4)  # multiples of 1/8 of the sampling rate
NEAR, FAR = 3 / 256, 12 / 256  # of the sampling rate: what counts as a line's surroundings, to either side


def line_loss(result: Tensor, original: Tensor) -> Tensor:
    """Mean squared difference, in dB², between the heights of a result's spectral lines and the original's. Scalar.

    What `trainer.metrics.pixel.spectrum_lines` measures of whole pictures, of all crops of a batch together: a line's
    height is its level above that of its surroundings. A relative measure, for hatching is finer and fainter than
    anything that a difference of pixels would notice.

    Args:
        result, original: images in [-1, 1], (B, 3, H, W), H and W multiples of 8 and at least 64.

    Raises:
        ShapeError: a side is no multiple of 8, or too short.
    """
    height, width = result.shape[2:]
    if height % 8 or width % 8 or min(height, width) < 64:
        raise ShapeError("line loss", f"images of {width}×{height}", "sides must be multiples of 8, at least 64")
    with torch.autocast(result.device.type, enabled=False):
        apart = [_heights(turned(result)) - _heights(turned(original)) for turned in (_luma, _turned_luma)]
        return torch.cat(apart).square().mean()


def _luma(image: Tensor) -> Tensor:
    """(B, H, W) in units of 1/255."""
    weights = image.new_tensor(LUMA, dtype=torch.float32).view(1, 3, 1, 1)
    return (image.float() * weights).sum(1) * 127.5


def _turned_luma(image: Tensor) -> Tensor:
    return _luma(image).transpose(1, 2)


def _heights(rows: Tensor) -> Tensor:
    """Level of each line above its surroundings in dB, over all rows: (B, H, W) -> (4,)."""
    length = rows.shape[-1]
    window = torch.hann_window(length, device=rows.device)
    power = torch.fft.rfft((rows - rows.mean(-1, keepdim=True)) * window).abs().square().mean(dim=(0, 1))
    rounding_noise = float(window.square().sum()) / 12
    level = 10 * (power + rounding_noise).log10()
    places, weights = _surroundings(length)
    heights = []
    for k in LINES:
        around = [min(place % length, -place % length) for place in (k * length // 8 + p for p in places)]
        heights.append(level[k * length // 8] - level[around] @ torch.tensor(weights, device=rows.device))
    return torch.stack(heights)


@lru_cache
def _surroundings(length: int) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Bins around a line, and what each weighs in the middle of their least-squares parabola."""
    bins = range(max(2, math.ceil(NEAR * length)), math.floor(FAR * length) + 1)
    places = tuple(side * n for n in bins for side in (-1, 1))
    powers = torch.tensor(places, dtype=torch.float64)[:, None] ** torch.arange(3)
    return places, tuple(torch.linalg.pinv(powers)[0].tolist())
