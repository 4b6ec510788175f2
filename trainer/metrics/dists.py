"""DISTS, deep image structure and texture similarity (Ding et al. 2020, arXiv:2004.07728), for evaluation."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from rsd_app.core.errors import ShapeError
from trainer.perceptual.lpips import VGG16, frozen_network, make_convolutions, root_mean_square_pool
from trainer.perceptual.weights import dists_weights

_MEAN = (0.485, 0.456, 0.406)
_DEVIATION = (0.229, 0.224, 0.225)
_STABILISER = 1e-6  # c1 = c2 of eq. 3 and 4


class Dists(nn.Module):
    """The frozen network: VGG16 with L2 pooling in place of max pooling, and the weights alpha and beta."""

    mean: Tensor
    deviation: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.conv = make_convolutions(VGG16)
        features = 3 + sum(layer.channels for layer in VGG16.layers if layer.tap)
        self.alpha = nn.Parameter(torch.ones(features))
        self.beta = nn.Parameter(torch.ones(features))
        self.register_buffer("mean", torch.tensor(_MEAN).view(1, 3, 1, 1), persistent=False)
        self.register_buffer("deviation", torch.tensor(_DEVIATION).view(1, 3, 1, 1), persistent=False)
        self.requires_grad_(False).eval()

    def forward(self, a: Tensor, b: Tensor) -> Tensor:
        """Distance of each pair: 0 is identical; symmetric.

        Args:
            a, b: images in [0, 1], (B, 3, H, W), sides of at least 16, not resized here.
        Returns:
            (B,), float32.
        Raises:
            ShapeError: the shapes differ, or the images are too small for the network.
        """
        if a.shape != b.shape or a.ndim != 4 or a.shape[1] != 3 or min(a.shape[2:]) < VGG16.smallest:
            raise ShapeError(
                "DISTS",
                f"images of {tuple(a.shape)} and {tuple(b.shape)}",
                f"it needs two of (B, 3, H, W), at least {VGG16.smallest} pixels each way",
            )
        texture: list[Tensor] = []
        structure: list[Tensor] = []
        for of_a, of_b in zip(self.features(a), self.features(b), strict=True):
            of_means, of_covariance = similarities(of_a, of_b)
            texture.append(of_means)
            structure.append(of_covariance)
        total = self.alpha.sum() + self.beta.sum()
        return 1 - (torch.cat(texture, 1) @ self.alpha + torch.cat(structure, 1) @ self.beta) / total

    def features(self, image: Tensor) -> list[Tensor]:
        """The image itself and the last ReLU of each of the five stages, float32."""
        with torch.autocast(image.device.type, enabled=False):
            image = image.float()
            x = (image - self.mean) / self.deviation
            taps = [image]
            for layer, convolution in zip(VGG16.layers, self.conv, strict=True):
                if layer.pool_before:
                    x = root_mean_square_pool(x)
                x = F.relu(convolution(x), inplace=True)
                if layer.tap:
                    taps.append(x)
        return taps


def similarities(a: Tensor, b: Tensor) -> tuple[Tensor, Tensor]:
    """Texture (means) and structure (covariance) similarity of each channel, (B, C) each (eq. 3 and 4)."""
    mean_a, mean_b = a.mean((2, 3)), b.mean((2, 3))
    texture = (2 * mean_a * mean_b + _STABILISER) / (mean_a**2 + mean_b**2 + _STABILISER)
    centred_a, centred_b = a - mean_a[..., None, None], b - mean_b[..., None, None]
    variances = (centred_a**2).mean((2, 3)) + (centred_b**2).mean((2, 3))
    covariance = (centred_a * centred_b).mean((2, 3))
    return texture, (2 * covariance + _STABILISER) / (variances + _STABILISER)


def load_dists(device: torch.device | str = "cpu", folder: Path | None = None) -> Dists:
    """DISTS with its published weights, fetched beforehand by `rsd train fetch-metrics`.

    Args:
        folder: where the weights lie, the user's cache folder by default.
    Raises:
        TrainingError: the weights are missing or do not fit.
    """
    return frozen_network(Dists(), dists_weights(folder), "DISTS", device)
