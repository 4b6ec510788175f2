"""Codecs: image <-> latent, where the latent has the size of the low-resolution image, or a whole part of it."""

from __future__ import annotations

from typing import Protocol

import torch
import torch.nn.functional as F
from torch import Tensor

from rsd_app.core.errors import ShapeError

BICUBIC_REACH = 2  # pixels of lq on each side that a bicubic value depends on, whatever the enlargement


class Codec(Protocol):
    """What the diffusion needs of an autoencoder."""

    scale: int  # of the enlargement
    period: int  # pixels of the image for one of the latent

    @property
    def channels(self) -> int:
        """Number of channels of the latent."""

    def encode(self, image: Tensor) -> Tensor:
        """(B, 3, period·h, period·w) in [-1, 1] -> (B, C, h, w)."""

    def decode(self, latent: Tensor) -> Tensor:
        """Latent to image; the reverse of `encode`."""


def from_levels(levels: Tensor) -> Tensor:
    """uint8 levels to what networks take: float32 in [-1, 1], the same shape and layout."""
    return levels.float() / 127.5 - 1


def to_levels(image: Tensor) -> Tensor:
    """The reverse of `from_levels`: rounded, and clipped to [-1, 1] before."""
    return ((image.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)


class SpaceToDepth:
    """Lossless codec without parameters: each p×p block of pixels becomes 3·p² channels, where p = scale · fold.

    Args:
        scale: the enlargement of the model, 2 or more.
        fold: pixels of the lq image, each way, for one of the latent.
    """

    def __init__(self, scale: int, fold: int = 1) -> None:
        self.scale, self.period = scale, scale * fold

    @property
    def channels(self) -> int:
        """Number of channels of the latent: 3·p²."""
        return 3 * self.period**2

    def encode(self, image: Tensor) -> Tensor:
        """(B, 3, p·h, p·w) -> (B, 3·p², h, w).

        Raises:
            ShapeError: a side is not a multiple of p.
        """
        height, width = image.shape[-2:]
        if height % self.period or width % self.period:
            remedy = f"sides must be multiples of {self.period}"
            raise ShapeError("space_to_depth", f"image is {width}×{height}", remedy)
        return F.pixel_unshuffle(image, self.period)

    def decode(self, latent: Tensor) -> Tensor:
        """(B, 3·p², h, w) -> (B, 3, p·h, p·w)."""
        return F.pixel_shuffle(latent, self.period)


def upsample_bicubic(lq: Tensor, scale: int) -> Tensor:
    """y0: lq (B, 3, h, w) enlarged s times, bicubic with clamped borders, (B, 3, s·h, s·w)."""
    return F.interpolate(lq, scale_factor=scale, mode="bicubic", align_corners=False)


def bicubic_kernel(scale: int, fold: int = 1, channels: int = 3) -> Tensor:
    """Bicubic enlargement and space-to-depth as one convolution of stride `fold`: (p·p·c, c, 4 + fold, 4 + fold), where
    p = scale · fold; outputs in pixel order.

    Its values are read off `torch.nn.functional.interpolate`, the definition that training uses.
    """
    size, period = 2 * BICUBIC_REACH + fold, scale * fold
    impulses = torch.eye(size * size).view(size * size, 1, size, size)
    # Far from the border of a larger field, where no value is clamped.
    field = F.pad(impulses, (size,) * 4)
    enlarged = upsample_bicubic(field, scale)
    centre = (size + BICUBIC_REACH) * scale
    cell = enlarged[:, 0, centre : centre + period, centre : centre + period]
    plain = cell.permute(1, 2, 0).reshape(period * period, size, size)
    kernel = torch.zeros(period * period, channels, channels, size, size)
    for c in range(channels):
        kernel[:, c, c] = plain
    return kernel.reshape(period * period * channels, channels, size, size)
