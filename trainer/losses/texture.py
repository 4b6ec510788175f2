"""How alike two textures are: statistics of features, which need not lie pixel on pixel.

Where noise hid the detail, LPIPS pays best for a haze: any texture that is not the true one costs more. Means,
variances and covariances of each channel, in the form of SSIM (luminance, contrast, structure; on features of VGG as in
DISTS, Ding et al. 2020, arXiv:2004.07728, which leaves the contrast out), see that it is missing.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

_STABILISER = 1e-4  # below it a channel is silent in both


def texture_distance(a: Sequence[Tensor], b: Sequence[Tensor]) -> Tensor:
    """0 for the same features, about 1/3 for another sample of the same texture. All channels and layers count alike.

    Args:
        a, b: features of each layer, (B, C, H, W), of any float type; the gradient flows to `a` alone.

    Returns:
        (B,), float32.
    """
    total = torch.zeros(len(a[0]), device=a[0].device)
    with torch.autocast(a[0].device.type, enabled=False):
        for of_a, of_b in zip(a, b, strict=True):
            total = total + 1 - _similarity(of_a.float(), of_b.detach().float())
    return total / len(a)


def _similarity(a: Tensor, b: Tensor) -> Tensor:
    """Mean over the channels of how alike the means, the strengths of the variations, and the variations are."""
    places = (2, 3)
    mean_a, mean_b = a.mean(places), b.mean(places)
    variance_a, variance_b = (((x * x).mean(places) - m**2).clamp_min(0) for x, m in ((a, mean_a), (b, mean_b)))
    covariance = (a * b).mean(places) - mean_a * mean_b
    variances = variance_a + variance_b + _STABILISER
    of_means = (2 * mean_a * mean_b + _STABILISER) / (mean_a**2 + mean_b**2 + _STABILISER)
    # Half the stabiliser under each root: 1 where both are silent, and a gradient that is finite there.
    strengths = 2 * ((variance_a + _STABILISER / 2) * (variance_b + _STABILISER / 2)).sqrt()
    of_variations = (strengths + 2 * covariance + _STABILISER) / variances
    return ((of_means + of_variations) / 3).mean(dim=1)
