"""Estimate the severity of a photo: what each severity costs, predicted from the student's own features."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn

from rsd_app.core.errors import ConfigError

FINE = 101  # severities that are compared, over the range of those that were tried
CAUTION = 0.5  # of the cheapest severity is used: smoothing texture mistaken for noise costs more than leaving noise


class SeverityEstimator(nn.Module):
    """Linear: pooled features of a part of a photo -> the cost of telling the student each of some severities.

    Costs of several parts may be averaged: one that says little, as a sky, has nearly equal ones.

    Args:
        features: their number, F.
        told: the K severities, rising, from 0 on, at least 4.

    Raises:
        ConfigError: they do not rise, or are too few.
    """

    centre: Tensor
    spread: Tensor

    def __init__(self, features: int, told: Sequence[float]) -> None:
        super().__init__()
        rises = all(a < b for a, b in pairwise(told))
        if len(told) < 4 or not rises or told[0] < 0 or told[-1] > 1:
            raise ConfigError("estimator", f"has the severities {list(told)}", "give four or more, rising, in [0, 1]")
        self.told = tuple(float(severity) for severity in told)
        self.costs = nn.Linear(features, len(told))
        self.register_buffer("centre", torch.zeros(features))
        self.register_buffer("spread", torch.ones(features))

    def forward(self, pooled: Tensor) -> Tensor:
        """Pooled features (B, F) -> costs (B, K), of which only the differences mean something."""
        costs: Tensor = self.costs(self.standardised(pooled))
        return costs

    def standardised(self, pooled: Tensor) -> Tensor:
        """Centred, in units of their spread; what lies far out, as no photo of the training, is brought back."""
        return ((pooled - self.centre) / self.spread).clamp(-3, 3)

    @torch.no_grad()
    def cautious(self, costs: Tensor) -> Tensor:
        """The severity to use, (B,): nearer to clean than the one of least cost. costs: (B, K)."""
        return CAUTION * self.cheapest(costs)

    @torch.no_grad()
    def cheapest(self, costs: Tensor) -> Tensor:
        """The severity of least cost, (B,): of a cubic polynomial in its square root, for costs bend most near 0.

        Args:
            costs: (B, K).
        """
        roots = torch.tensor(self.told, dtype=torch.float64).sqrt()
        powers = torch.arange(4)
        fitted = torch.linalg.lstsq(roots[:, None] ** powers, costs.double().cpu().T).solution
        fine = torch.linspace(self.told[0], self.told[-1], FINE, dtype=torch.float64)
        return fine[(fine.sqrt()[:, None] ** powers @ fitted).argmin(dim=0)].float()


def pooled(features: Sequence[Tensor]) -> Tensor:
    """Mean and deviation of each channel of several levels (B, C, h, w) -> (B, 2 ΣC)."""
    flat = [level.float().flatten(2) for level in features]
    return torch.cat([part for f in flat for part in (f.mean(dim=2), f.std(dim=2, unbiased=False))], dim=1)
