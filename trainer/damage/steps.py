"""Single steps of damage, batched on the device: x (B, 3, h, w) in [0, 1] -> the same shape and range."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor

from rsd_app.core.image_io.color.photo_kind import LUMA
from trainer.damage.jpeg import jpeg
from trainer.damage.restore import filter_each, gaussian_kernels

_DEMOSAICED_LUMA = 0.505  # deviation of the luma of demosaiced noise of deviation 1
_MOST_DUST = 12  # specks in one picture


def blur(x: Tensor, sigma: Tensor) -> Tensor:
    """A Gaussian of its own for each picture; sigma (B, 1, 1, 1) in pixels."""
    wide = sigma.flatten().cpu().clamp_min(0.05)
    zero, one = torch.zeros_like(wide), torch.ones_like(wide)
    return filter_each(x, gaussian_kernels(wide, wide, zero, one).to(x.device)).clamp(0, 1)


def halo(x: Tensor, amount: Tensor, choice: torch.Generator) -> Tensor:
    """Unsharp masking with a radius of 0.6 to 2 pixels."""
    radius = torch.empty(x.shape[0]).uniform_(0.6, 2.0, generator=choice).view(-1, 1, 1, 1)
    return (x + amount * (x - blur(x, radius))).clamp(0, 1)


def sensor_noise(x: Tensor, deviation: Tensor, shot: float, smoothed: Tensor, noise: torch.Generator) -> Tensor:
    """Noise of a Bayer sensor, demosaiced, and what a camera's denoising leaves of it.

    Each colour is measured at its own sites only (red and blue one in four, green one in two) and interpolated,
    so noise is coarser in red and blue. Its variance has a part that grows with the light (photons) and one that
    does not (reading). Denoising takes the fine luma noise and leaves wide patches of colour.

    Args:
        deviation: (B, 1, 1, 1) in the mid-tones, of the luma, before denoising.
        shot: share of the variance that grows with the light.
        smoothed: (B, 1, 1, 1), share that was smoothed away, 0 to 1.
    """
    batch, _, h, w = x.shape
    raw = torch.randn((batch, 3, h + h % 2, w + w % 2), generator=noise, device=x.device)
    demosaiced = torch.stack([_from_quarter(raw[:, 0]), _from_half(raw[:, 1]), _from_quarter(raw[:, 2])], dim=1)
    demosaiced = demosaiced[..., :h, :w]
    luma = demosaiced.new_tensor(LUMA).view(1, 3, 1, 1)
    of_luma = (demosaiced * luma).sum(1, keepdim=True)
    of_color = demosaiced - of_luma  # of luma 0
    soft = torch.full((batch, 1, 1, 1), 1.5)
    patches = 2.5 * _smooth(of_color, soft)
    left = (1 - smoothed) * of_luma + smoothed * 0.8 * _smooth(of_luma, soft / 2)
    pattern = (left + (1 - smoothed) * 0.7 * of_color + smoothed * patches) / _DEMOSAICED_LUMA
    light = (1 - shot + shot * 2 * x).sqrt()
    return (x + deviation * light * pattern).clamp(0, 1)


def film_grain(x: Tensor, deviation: Tensor, choice: torch.Generator, noise: torch.Generator) -> Tensor:
    """Grain of 0.5 to 1.1 pixels, mostly of the luma, strongest in the mid-tones."""
    size = torch.empty(x.shape[0]).uniform_(0.5, 1.1, generator=choice).view(-1, 1, 1, 1)
    own = torch.randn(x.shape, generator=noise, device=x.device)
    grain = _smooth(0.9 * own[:, :1] + 0.35 * own, size)
    grain = grain / grain.std(dim=(1, 2, 3), keepdim=True)
    return (x + deviation * (4 * x * (1 - x)).clamp_min(0.05).sqrt() * grain).clamp(0, 1)


def dust(x: Tensor, mean: float, choice: torch.Generator) -> Tensor:
    """Specks, hairs and scratches, white or black, on average `mean` in each picture."""
    batch, _, h, w = x.shape
    counts = torch.poisson(torch.full((batch,), mean), generator=choice).clamp_max(_MOST_DUST).long()
    y, cols = torch.meshgrid(torch.arange(h, device=x.device), torch.arange(w, device=x.device), indexing="ij")
    result = x.clone()
    for picture in range(batch):
        for _ in range(int(counts[picture])):
            row, col, angle, length, width, tone, opacity = torch.rand(7, generator=choice).tolist()
            u, v = (y - row * h), (cols - col * w)
            along = u * math.sin(angle * math.pi) + v * math.cos(angle * math.pi)
            across = v * math.sin(angle * math.pi) - u * math.cos(angle * math.pi)
            half = 0.5 + (length**9) * w  # most are specks, few are scratches
            outside = (along.abs() - half).clamp_min(0)
            alpha = torch.exp(-(outside**2 + across**2) / (2 * (0.35 + 0.6 * width) ** 2)) * (0.4 + 0.6 * opacity)
            color = 0.05 if tone < 0.3 else 0.95
            result[picture] += alpha * (color - result[picture])
    return result


def fade(x: Tensor, amount: float, choice: torch.Generator) -> Tensor:
    """Lifted blacks, pale colours, and dyes that have aged unequally."""
    batch = x.shape[0]

    def uniform(*shape: int) -> Tensor:
        return torch.rand(shape, generator=choice).to(x.device)

    luma = (x * x.new_tensor(LUMA).view(1, 3, 1, 1)).sum(1, keepdim=True)
    paled = x + amount * 1.5 * uniform(batch, 1, 1, 1) * (luma - x)
    lift = amount * 0.5 * uniform(batch, 1, 1, 1)
    dyes = 1 - amount * 0.5 * uniform(batch, 3, 1, 1)
    return (lift + (1 - lift) * paled * dyes).clamp(0, 1)


def recompress(x: Tensor, quality: Tensor, choice: torch.Generator, *, moved: bool) -> Tensor:
    """JPEG with chroma at half size as a rule; `moved`: on a grid that does not start at the corner."""
    dy, dx = torch.randint(8, (2,), generator=choice).tolist() if moved else (0, 0)
    subsample = float(torch.rand((), generator=choice)) < 0.8
    padded = F.pad(x, (dx, 0, dy, 0), mode="replicate")
    return jpeg(padded, quality, subsample=subsample)[..., dy:, dx:]


def _smooth(x: Tensor, sigma: Tensor) -> Tensor:
    """A Gaussian without the clamp of `blur`, for noise."""
    wide = sigma.flatten().cpu()
    zero, one = torch.zeros_like(wide), torch.ones_like(wide)
    return filter_each(x, gaussian_kernels(wide, wide, zero, one).to(x.device))


def _from_quarter(plane: Tensor) -> Tensor:
    """Keep one site in four and interpolate: (B, h, w) -> the same."""
    sites = plane[:, None, ::2, ::2]
    return F.interpolate(sites, scale_factor=2, mode="bilinear", align_corners=False)[:, 0]


def _from_half(plane: Tensor) -> Tensor:
    """Keep a chequerboard and fill the rest by the mean of its four neighbours."""
    y = torch.arange(plane.shape[1], device=plane.device)[:, None]
    measured = (y + torch.arange(plane.shape[2], device=plane.device)) % 2 == 0
    known = torch.where(measured, plane, torch.zeros_like(plane))
    padded = F.pad(known[:, None], (1, 1, 1, 1), mode="reflect")[:, 0]
    around = (padded[:, :-2, 1:-1] + padded[:, 2:, 1:-1] + padded[:, 1:-1, :-2] + padded[:, 1:-1, 2:]) / 4
    return torch.where(measured, known, around)
