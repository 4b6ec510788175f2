"""DISTS as a loss, on features that LPIPS-VGG has worked out (Ding et al. 2020, arXiv:2004.07728, eq. 3 to 5)."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from trainer.metrics.dists import similarities
from trainer.perceptual.weights import dists_weights


class DistsLoss(nn.Module):
    """The published weights alpha (means) and beta (covariances) on the picture and five taps of VGG16.

    Exact for features pooled by root mean squares, as DISTS has it; a near relative for those pooled by maxima.

    Args:
        alpha, beta: one number per channel of the picture and the taps, 1475 each.
    """

    alpha: Tensor
    beta: Tensor

    def __init__(self, alpha: Tensor, beta: Tensor) -> None:
        super().__init__()
        total = alpha.sum() + beta.sum()
        self.register_buffer("alpha", alpha / total)
        self.register_buffer("beta", beta / total)

    def forward(self, image: Tensor, hq: Tensor, of_image: Sequence[Tensor], of_hq: Sequence[Tensor]) -> Tensor:
        """(B,), float32; 0 for the same picture. The gradient flows to `image` and `of_image` alone.

        Args:
            image, hq: in [-1, 1], (B, 3, H, W).
            of_image, of_hq: the five taps of each, of any float type.
        """
        with torch.autocast(image.device.type, enabled=False):
            pairs = [((image.float() + 1) / 2, (hq.detach().float() + 1) / 2)]
            pairs += [(a.float(), b.detach().float()) for a, b in zip(of_image, of_hq, strict=True)]
            means, covariances = zip(*(similarities(a, b) for a, b in pairs), strict=True)
            return 1 - torch.cat(means, 1) @ self.alpha - torch.cat(covariances, 1) @ self.beta


def load_dists_loss(device: torch.device) -> DistsLoss:
    """With its published weights, fetched beforehand by `rsd train fetch-metrics`.

    Raises:
        TrainingError: the weights are missing or damaged.
    """
    weights = dists_weights()
    return DistsLoss(weights["alpha"], weights["beta"]).to(device)
