"""The adversarial part of RSD: a small head on the fake network's middle features."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class FeatureDiscriminator(nn.Module):
    """Features of the fake network at z_t -> one logit a place; large for real pictures.

    Args:
        channels: of the features.
        hidden: width of the head.
    """

    def __init__(self, channels: int, hidden: int = 128) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(channels, hidden, 1),
            nn.LeakyReLU(0.2),
            nn.Conv2d(hidden, hidden, 3, padding=1),
            nn.LeakyReLU(0.2),
            nn.Conv2d(hidden, 1, 1),
        )

    def forward(self, features: Tensor) -> Tensor:
        """(B, C, h, w) -> (B, 1, h, w)."""
        return torch.as_tensor(self.layers(features))


def discriminator_loss(real: Tensor, generated: Tensor) -> Tensor:
    """Non-saturating: softplus(-D(real)) + softplus(D(generated)). Scalar."""
    return F.softplus(-real.float()).mean() + F.softplus(generated.float()).mean()


def generator_loss(generated: Tensor) -> Tensor:
    """softplus(-D(generated)). Scalar."""
    return F.softplus(-generated.float()).mean()
