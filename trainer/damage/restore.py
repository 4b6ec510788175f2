"""Degradation with one severity, batched on the training device: of first order and of second, as papers have it.

Of second order (Real-ESRGAN, arXiv 2107.10833): blur, resize, noise, JPEG, and all of it again. Of first order,
the usual model (x * k) reduced, plus n: blur, the reduction, and noise on the pixels that are left, as a sensor
adds it, then JPEG. The second kind alone would teach next to nothing of noise: most of its own is averaged away
by the reduction that follows.

A group of pictures shares its severity and its resizes (one shape for all); kernels, noise and JPEG quality
differ by sample. Severity 0 is a plain reduction; at 1 every range has its full width and the second round is
always there. All random numbers come from one generator, so a seed gives the same pairs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from trainer.damage.dice import Dice
from trainer.damage.jpeg import jpeg

KERNEL_SIZE = 21
FIRST_ORDER_SHARE = 0.65  # of the groups
# A photo from the web is often sharp, free of noise and heavily compressed: quality falls before the rest is bad.
JPEG_POWER = 0.5
REDUCERS = ("area", "bilinear", "bicubic")


@dataclass(frozen=True, kw_only=True)
class Round:
    """Ranges of one round of damage at severity 1."""

    blur_sigma: float  # largest standard deviation of the blur, in pixels
    blur_share: float  # share of pictures that are blurred
    sinc_share: float  # share of the blurs that ring like a sharpened picture
    resize: tuple[float, float]  # smallest and largest factor of the random resize
    noise_sigma: float  # largest standard deviation of Gaussian noise, of 255
    poisson: float  # largest factor of shot noise
    gray_share: float  # share of noise that is equal in all channels
    jpeg_quality: int  # lowest quality


FIRST = Round(
    blur_sigma=3.0, blur_share=1.0, sinc_share=0.1, resize=(0.15, 1.5),
    noise_sigma=30.0, poisson=3.0, gray_share=0.4, jpeg_quality=30,
)  # fmt: skip
SECOND = Round(
    blur_sigma=1.5, blur_share=0.8, sinc_share=0.1, resize=(0.3, 1.2),
    noise_sigma=25.0, poisson=2.5, gray_share=0.4, jpeg_quality=30,
)  # fmt: skip


class Degrader:
    """Makes low-resolution pictures from good ones.

    Args:
        scale: the reduction, s.
        seed: of every random number.
        device: where pictures are and noise is drawn.
    """

    def __init__(self, scale: int, seed: int, device: torch.device) -> None:
        self.scale = scale
        self.device = device
        self._dice = Dice(seed, device)

    def __call__(self, hq: Tensor, severity: float) -> Tensor:
        """Degrade a group.

        Args:
            hq: (B, 3, H, W), RGB in [0, 1], sides multiples of the scale.
            severity: 0 (clean) to 1 (the full second-order damage).

        Returns:
            lq (B, 3, H/s, W/s) in [0, 1], in steps of 1/255.
        """
        size = (hq.shape[2] // self.scale, hq.shape[3] // self.scale)
        if severity <= 0:
            return to_levels(reduce(hq, size, self._dice.pick(REDUCERS)))
        if self._dice.chance(FIRST_ORDER_SHARE):
            return self._first_order(hq, size, severity)
        x = self._round(hq, FIRST, severity, hq.shape[2:])
        if self._dice.chance(severity):
            x = self._round(x, SECOND, severity, size)
        return self._finish(x, size, severity)

    def _first_order(self, x: Tensor, size: tuple[int, int], severity: float) -> Tensor:
        """Blur, reduction, noise at full strength, sometimes a ringing filter, often JPEG."""
        x = filter_each(x, self._kernels(x.shape[0], FIRST, severity))
        x = self._resize(x, size)
        x = self._add_noise(x, FIRST, severity)
        if self._dice.chance(0.2 * severity):
            x = self._ring(x)
        if self._dice.chance(0.5):
            x = self._compress(x, FIRST.jpeg_quality, severity)
        return to_levels(x)

    def _round(self, x: Tensor, limits: Round, severity: float, base: tuple[int, ...]) -> Tensor:
        """Blur, resize, noise, JPEG: one round. `base` is the size that the resize factor speaks of."""
        if self._dice.chance(limits.blur_share):
            x = filter_each(x, self._kernels(x.shape[0], limits, severity))
        low, high = limits.resize
        kind = self._dice.uniform(0, 1)
        factor = 1.0
        if kind < 0.7:
            factor = self._dice.uniform(1 - (1 - low) * severity, 1)
        elif kind < 0.9:
            factor = self._dice.uniform(1, 1 + (high - 1) * severity)
        height, width = (max(16, round(side * factor)) for side in base)
        x = self._resize(x, (height, width))
        x = self._add_noise(x, limits, severity)
        return self._compress(x, limits.jpeg_quality, severity)

    def _finish(self, x: Tensor, size: tuple[int, int], severity: float) -> Tensor:
        """To the final size; a ringing filter and a last JPEG in either order."""
        ringing = self._dice.chance(0.8 * severity)
        compress_last = self._dice.chance(0.5)
        if not compress_last:
            x = self._compress(x, FIRST.jpeg_quality, severity)
        x = self._resize(x, size)
        if ringing:
            x = self._ring(x)
        if compress_last:
            x = self._compress(x, FIRST.jpeg_quality, severity)
        return to_levels(x)

    def _resize(self, x: Tensor, size: tuple[int, int]) -> Tensor:
        """As programs do it: well, or without a filter before the reduction, which leaves aliases and all noise."""
        return reduce(x, size, self._dice.pick(REDUCERS), antialias=self._dice.chance(0.5)).clamp(0, 1)

    def _ring(self, x: Tensor) -> Tensor:
        cutoff = torch.empty(x.shape[0]).uniform_(math.pi / 3, math.pi, generator=self._dice.choice)
        return filter_each(x, _sinc(cutoff).to(self.device)).clamp(0, 1)

    def _kernels(self, batch: int, limits: Round, severity: float) -> Tensor:
        """(B, 21, 21): turned Gaussians, flat-topped and peaked ones, some of them ringing filters."""

        def uniform(low: float, high: float) -> Tensor:
            return torch.empty(batch).uniform_(low, high, generator=self._dice.choice)

        widest = 0.2 + (limits.blur_sigma - 0.2) * severity
        sigma_x, sigma_y, angle = uniform(0.2, widest), uniform(0.2, widest), uniform(0, math.pi)
        sigma_y = torch.where(uniform(0, 1) < 0.5, sigma_x, sigma_y)
        shape = torch.where(uniform(0, 1) < 0.7, torch.ones(batch), uniform(0.5, 2.0))
        kernels = gaussian_kernels(sigma_x, sigma_y, angle, shape)
        rings = uniform(0, 1) < limits.sinc_share * severity
        kernels[rings] = _sinc(uniform(math.pi / 3, math.pi))[rings]
        return kernels.to(self.device)

    def _add_noise(self, x: Tensor, limits: Round, severity: float) -> Tensor:
        batch = x.shape[0]
        gray = (torch.rand(batch, generator=self._dice.choice) < limits.gray_share).view(-1, 1, 1, 1).to(self.device)
        noise = torch.randn(x.shape, generator=self._dice.noise, device=self.device)
        noise = torch.where(gray, noise[:, :1], noise)
        amount = torch.rand(batch, generator=self._dice.choice).view(-1, 1, 1, 1).to(self.device) * severity
        if self._dice.chance(0.5):
            deviation = amount * limits.noise_sigma / 255
        else:  # shot noise: its variance grows with the light; Gaussian from about ten photons on
            deviation = amount * limits.poisson * (x.clamp(0, 1) / 255).sqrt()
        return (x + noise * deviation).clamp(0, 1)

    def _compress(self, x: Tensor, lowest: int, severity: float) -> Tensor:
        low = 95 - (95 - lowest) * severity**JPEG_POWER
        quality = torch.empty(x.shape[0]).uniform_(low, 95 + 0.01, generator=self._dice.choice)
        return jpeg(x, quality.to(self.device), subsample=self._dice.chance(0.8))


def reduce(x: Tensor, size: tuple[int, int], mode: str, *, antialias: bool = True) -> Tensor:
    """To another size: area, bilinear or bicubic, the latter two antialiased (or not) where it shrinks."""
    if tuple(x.shape[2:]) == size:
        return x
    if mode == "area":
        return F.interpolate(x, size=size, mode="area")
    shrinks = size[0] < x.shape[2]
    return F.interpolate(x, size=size, mode=mode, align_corners=False, antialias=antialias and shrinks)


def to_levels(x: Tensor) -> Tensor:
    """In [0, 1], in steps of 1/255."""
    return (x.clamp(0, 1) * 255).round() / 255


def _grid() -> tuple[Tensor, Tensor]:
    half = KERNEL_SIZE // 2
    places = torch.arange(-half, half + 1, dtype=torch.float32)
    y, x = torch.meshgrid(places, places, indexing="ij")
    return x, y


def gaussian_kernels(sigma_x: Tensor, sigma_y: Tensor, angle: Tensor, shape: Tensor) -> Tensor:
    """exp(-½ d^(2·shape)) of the turned elliptic distance d, each of sum 1: (B, 21, 21)."""
    x, y = _grid()
    cos, sin = angle.cos().view(-1, 1, 1), angle.sin().view(-1, 1, 1)
    u = (x * cos + y * sin) / sigma_x.view(-1, 1, 1)
    v = (y * cos - x * sin) / sigma_y.view(-1, 1, 1)
    kernel = torch.exp(-0.5 * (u.square() + v.square()).pow(shape.view(-1, 1, 1)))
    normalised: Tensor = kernel / kernel.sum(dim=(1, 2), keepdim=True)
    return normalised


def _sinc(cutoff: Tensor) -> Tensor:
    """The circular low-pass filter c J1(c r) / (2 pi r), cut at the kernel's edge, of sum 1: (B, 21, 21)."""
    x, y = _grid()
    radius = (x.square() + y.square()).sqrt()
    c = cutoff.view(-1, 1, 1)
    kernel = c * torch.special.bessel_j1(c * radius) / (2 * math.pi * radius.clamp_min(1e-6))
    centre = KERNEL_SIZE // 2
    kernel[:, centre, centre] = cutoff.square() / (4 * math.pi)
    normalised: Tensor = kernel / kernel.sum(dim=(1, 2), keepdim=True)
    return normalised


def filter_each(x: Tensor, kernels: Tensor) -> Tensor:
    """Convolve each sample with its own kernel (B, k, k) by FFT, borders reflected."""
    half = kernels.shape[-1] // 2
    pad = min(half, x.shape[2] - 1, x.shape[3] - 1)
    padded = F.pad(F.pad(x, (pad,) * 4, mode="reflect"), (half - pad,) * 4, mode="replicate")
    size = padded.shape[2:]
    spectrum = torch.fft.rfft2(padded) * torch.fft.rfft2(kernels, s=size).unsqueeze(1)
    full: Tensor = torch.fft.irfft2(spectrum, s=size)
    return full[..., 2 * half :, 2 * half :]
