"""Kinds of damage as data: what a preset does to a picture, each parameter with its meaning.

`restore` is the second-order pipeline of `trainer.damage.restore`, `resaved` is that of `trainer.damage.resaved`; the
others go through `PresetDegrader`, which works on pictures that are already reduced, for what a camera, a scanner or a
web site does it does to its own pixels. `mixed` draws one of several kinds for each group.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from rsd_app.core.errors import ConfigError
from trainer.config import DataConfig
from trainer.damage.dice import Dice
from trainer.damage.resaved import ResavedDegrader
from trainer.damage.restore import Degrader, reduce, to_levels
from trainer.damage.steps import blur, dust, fade, film_grain, halo, recompress, sensor_noise

Degrade = Callable[[Tensor, float], Tensor]


@dataclass(frozen=True, kw_only=True)
class Preset:
    """Ranges at severity 1; at a lower one their upper ends come nearer to the lower ones.

    Lengths are in pixels of the reduced picture, levels in units of 1/255.
    """

    what: str  # one line for a person
    blur: tuple[float, float] = (0.0, 0.0)  # sigma of the Gaussian of lens, focus and scanner
    resize: float = 1.0  # smallest factor of a resize there and back, as sites do it
    halo: float = 0.0  # largest amount of unsharp masking: bright and dark rims along edges
    noise: tuple[float, float] = (0.0, 0.0)  # deviation of sensor noise in the mid-tones
    shot: float = 0.7  # share of the noise's variance that grows with the light; below 0: that grows with the dark
    denoised: float = 0.0  # largest share of the noise that the camera smoothed away, leaving blotches
    grain: float = 0.0  # largest deviation of film grain, strongest in the mid-tones
    dust: float = 0.0  # largest mean number of specks, hairs and scratches in a crop
    fade: float = 0.0  # how far blacks lift, colours pale and dyes shift at most, of the whole range
    quality: tuple[int, int] = (100, 100)  # lowest and highest JPEG quality; 100: none
    rounds: int = 1  # largest number of JPEG compressions, each on its own grid


PRESETS: dict[str, Preset] = {
    "photo": Preset(
        what="digital cameras and phones: sensor noise, what denoising leaves of it, slight blur, JPEG",
        blur=(0.0, 0.9),
        halo=0.4,
        noise=(0.0, 14.0),
        denoised=0.8,
        quality=(70, 98),
    ),
    "film": Preset(
        what="scanned prints and slides: grain, dust, the scanner's blur, faded dyes, JPEG",
        blur=(0.3, 1.6),
        halo=0.5,
        noise=(0.0, 4.0),
        grain=16.0,
        dust=3.0,
        fade=0.25,
        quality=(75, 98),
    ),
    "web": Preset(
        what="pictures that went through sites and messengers: resized, sharpened, compressed again and again",
        blur=(0.0, 0.6),
        resize=0.5,
        halo=1.2,
        noise=(0.0, 3.0),
        quality=(35, 92),
        rounds=3,
    ),
    "dark": Preset(
        what="pictures taken in too little light: noise strongest in the shadows, smoothed into blotches, JPEG twice",
        blur=(0.0, 0.8),
        noise=(0.0, 16.0),
        shot=-0.6,
        denoised=1.0,
        quality=(40, 95),
        rounds=2,
    ),
    "bicubic": Preset(what="nothing but the bicubic reduction that papers compare on"),
}

# What a photo of unknown origin has met, as shares of the groups.
MIXTURE = {"restore": 0.48, "resaved": 0.26, "photo": 0.10, "web": 0.09, "film": 0.07}


def degrade_with(data: DataConfig, scale: int, device: torch.device) -> Callable[[int], Degrade]:
    """What makes the damage of a group from its seed, as `data.damage` says.

    Raises:
        ConfigError: it says custom, and nothing was measured.
    """
    if data.damage == "mixed":
        kinds = {kind: degrade_with(dataclasses.replace(data, damage=kind), scale, device) for kind in MIXTURE}
        return lambda seed: kinds[_drawn_kind(seed)](seed)
    if data.damage == "restore":
        return lambda seed: Degrader(scale, seed, device)
    if data.damage == "resaved":
        return lambda seed: ResavedDegrader(scale, seed, device)
    preset = custom_preset(data) if data.damage == "custom" else PRESETS[data.damage]
    return lambda seed: PresetDegrader(preset, scale, seed, device)


def _drawn_kind(seed: int) -> str:
    """One of the mixture; by another generator than the damage's own, which starts from the same seed."""
    rng = np.random.default_rng(seed)
    return str(rng.choice(list(MIXTURE), p=list(MIXTURE.values())))


def custom_preset(data: DataConfig) -> Preset:
    """The preset of the measured ranges.

    Raises:
        ConfigError: nothing was measured.
    """
    if data.custom_quality == (100, 100) and not any((*data.custom_blur, *data.custom_noise)):
        raise ConfigError("data.damage", "is custom, and nothing was measured", "give --like DIR with such photos")
    return Preset(
        what="as measured on the user's own photos",
        blur=data.custom_blur,
        # The measure looks at the finest detail, which noise interpolated from a sensor's sites has half of.
        noise=(2 * data.custom_noise[0], 2 * data.custom_noise[1]),
        quality=data.custom_quality,
    )


class PresetDegrader:
    """Makes low-resolution pictures with a preset's damage; all random numbers come from the seed.

    Args:
        scale: the reduction, s.
        device: where pictures are and noise is drawn.
    """

    def __init__(self, preset: Preset, scale: int, seed: int, device: torch.device) -> None:
        self._preset, self._scale, self._device = preset, scale, device
        self._dice = Dice(seed, device)

    def __call__(self, hq: Tensor, severity: float) -> Tensor:
        """Degrade a group: hq (B, 3, H, W) in [0, 1] -> lq (B, 3, H/s, W/s) in steps of 1/255."""
        p, s = self._preset, max(0.0, severity)
        size = (hq.shape[2] // self._scale, hq.shape[3] // self._scale)
        x = reduce(hq, size, "bicubic").clamp(0, 1)
        if s > 0:
            if p.fade:
                x = fade(x, p.fade * s, self._dice.choice)
            if p.blur[1]:
                x = blur(x, self._between(x, *p.blur, s))
            if p.resize < 1 and self._dice.chance(0.7):
                x = self._there_and_back(x, size, s)
            if p.halo:
                x = halo(x, self._between(x, 0, p.halo, s), self._dice.choice)
            if p.grain:
                x = film_grain(x, self._between(x, 0, p.grain, s) / 255, self._dice.choice, self._dice.noise)
            if p.noise[1]:
                deviation = self._between(x, *p.noise, s) / 255
                smoothed = self._between(x, 0, p.denoised, s)
                x = sensor_noise(x, deviation, p.shot, smoothed, self._dice.noise)
            if p.dust:
                x = dust(x, p.dust * s, self._dice.choice)
            x = self._compress(x, s)
        return to_levels(x)

    def _there_and_back(self, x: Tensor, size: tuple[int, int], severity: float) -> Tensor:
        factor = 1 - (1 - self._preset.resize) * severity * self._dice.uniform(0, 1)
        way = self._dice.pick(("bilinear", "bicubic", "area"))
        small = reduce(x, (max(8, round(size[0] * factor)), max(8, round(size[1] * factor))), way)
        return reduce(small, size, "bicubic").clamp(0, 1)

    def _compress(self, x: Tensor, severity: float) -> Tensor:
        lowest, highest = self._preset.quality
        if lowest >= 100:
            return x
        low = highest - (highest - lowest) * severity
        for _ in range(int(torch.randint(1, self._preset.rounds + 1, (), generator=self._dice.choice))):
            quality = torch.empty(x.shape[0]).uniform_(low, highest + 0.01, generator=self._dice.choice)
            x = recompress(x, quality.to(self._device), self._dice.choice, moved=self._preset.rounds > 1)
        return x

    def _between(self, x: Tensor, low: float, high: float, severity: float) -> Tensor:
        """A value for each picture, (B, 1, 1, 1)."""
        value = torch.empty(x.shape[0]).uniform_(0, 1, generator=self._dice.choice) * (high - low) * severity + low
        return value.view(-1, 1, 1, 1).to(self._device)
