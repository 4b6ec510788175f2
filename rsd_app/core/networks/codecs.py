"""Codecs: image <-> latent, where the latent has the size of the low-resolution image."""

from __future__ import annotations

from typing import Protocol

import torch.nn.functional as F
from torch import Tensor

from rsd_app.core.errors import ShapeError


class Codec(Protocol):
    """What the diffusion needs of an autoencoder."""

    scale: int

    @property
    def channels(self) -> int:
        """C of the latent."""

    def encode(self, image: Tensor) -> Tensor:
        """(B, 3, scale·h, scale·w) in [-1, 1] -> (B, C, h, w)."""

    def decode(self, latent: Tensor) -> Tensor:
        """The reverse of `encode`."""


class SpaceToDepth:
    """Lossless codec without parameters: each s×s block of pixels becomes 3·s² channels.

    Args:
        scale: s, the enlargement of the model, 2 or more.
    """

    def __init__(self, scale: int) -> None:
        self.scale = scale

    @property
    def channels(self) -> int:
        """C of the latent: 3·s²."""
        return 3 * self.scale**2

    def encode(self, image: Tensor) -> Tensor:
        """(B, 3, s·h, s·w) -> (B, 3·s², h, w).

        Raises:
            ShapeError: a side is not a multiple of s.
        """
        height, width = image.shape[-2:]
        if height % self.scale or width % self.scale:
            raise ShapeError("space_to_depth", f"image is {width}×{height}", f"sides must be multiples of {self.scale}")
        return F.pixel_unshuffle(image, self.scale)

    def decode(self, latent: Tensor) -> Tensor:
        """(B, 3·s², h, w) -> (B, 3, s·h, s·w)."""
        return F.pixel_shuffle(latent, self.scale)


def upsample_bicubic(lq: Tensor, scale: int) -> Tensor:
    """y0: lq (B, 3, h, w) enlarged s times, bicubic with clamped borders, (B, 3, s·h, s·w)."""
    return F.interpolate(lq, scale_factor=scale, mode="bicubic", align_corners=False)
