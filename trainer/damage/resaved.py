"""Photos that were compressed hard, more than once, and are now kept in any format: what the web is full of.

JPEG above all: at quality 10 at worst, chroma at half size as a rule, often reduced after it was compressed, then
compressed again on a grid of its own. What was done before is slight: a blur, noise or sharpening, each now and then.
"""

from __future__ import annotations

import torch
from torch import Tensor

from trainer.damage.dice import Dice
from trainer.damage.restore import REDUCERS, reduce, to_levels
from trainer.damage.steps import blur, halo, recompress, sensor_noise

WORST_QUALITY, BEST_QUALITY = 10.0, 92.0  # the lowest at severity 1, and near 0
QUALITY_POWER = 0.7  # quality falls before the rest is bad, as in the preset `restore`
QUALITY_SPAN = 25.0  # between the lowest and the highest quality in a group
LARGEST_BEFORE = 2.2  # factor of the size that a picture had when it was first compressed


class ResavedDegrader:
    """Makes low-resolution pictures that were saved again and again; all random numbers come from the seed.

    Args:
        scale: the reduction, s.
        device: where pictures are and noise is drawn.
    """

    def __init__(self, scale: int, seed: int, device: torch.device) -> None:
        self._scale = scale
        self._dice = Dice(seed, device)

    def __call__(self, hq: Tensor, severity: float) -> Tensor:
        """Degrade a group: hq (B, 3, H, W) in [0, 1] -> lq (B, 3, H/s, W/s) in steps of 1/255."""
        dice, (height, width) = self._dice, hq.shape[2:]
        size = (height // self._scale, width // self._scale)
        if severity <= 0:
            return to_levels(reduce(hq, size, dice.pick(REDUCERS)))
        factor = dice.uniform(1, LARGEST_BEFORE) if dice.chance(0.35) else 1.0
        first = (min(height, round(size[0] * factor)), min(width, round(size[1] * factor)))
        x = reduce(hq, first, dice.pick(REDUCERS)).clamp(0, 1)
        x = self._before(x, severity)
        low = BEST_QUALITY - (BEST_QUALITY - WORST_QUALITY) * severity**QUALITY_POWER
        x = self._compress(x, low, min(95.0, low + QUALITY_SPAN), moved=dice.chance(0.5))
        if first != size:
            x = reduce(x, size, dice.pick(REDUCERS), antialias=dice.chance(0.7)).clamp(0, 1)
        if dice.chance(0.35):
            x = self._compress(x, min(90.0, low + 5), 95.0, moved=True)
        return to_levels(x)

    def _before(self, x: Tensor, severity: float) -> Tensor:
        """What a camera or a person did before it was compressed; most often nothing."""
        dice = self._dice
        if dice.chance(0.35):
            x = blur(x, dice.each(x, 0.1, 0.2 + 0.9 * severity))
        if dice.chance(0.25):
            deviation, smoothed = dice.each(x, 0, 10 * severity) / 255, dice.each(x, 0, 0.9)
            x = sensor_noise(x, deviation, 0.7, smoothed, dice.noise)
        if dice.chance(0.3):
            x = halo(x, dice.each(x, 0, severity), dice.choice)
        return x

    def _compress(self, x: Tensor, low: float, high: float, *, moved: bool) -> Tensor:
        return recompress(x, self._dice.each(x, low, high).flatten(), self._dice.choice, moved=moved)
