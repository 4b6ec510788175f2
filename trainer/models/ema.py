"""The running average of a network's weights: what is exported."""

from __future__ import annotations

import copy

import torch
from torch import nn


class Ema:
    """Exponential moving average with a short memory at the start.

    Args:
        network: the one that is trained.
        decay: share of the old average that an update keeps, once it has run a while.
    """

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.decay = decay
        self.network = copy.deepcopy(network).requires_grad_(False).eval()

    @torch.no_grad()
    def update(self, network: nn.Module, iteration: int) -> None:
        """Move towards the weights of `network`; `iteration` counts from 0."""
        decay = min(self.decay, (1 + iteration) / (10 + iteration))
        ours = [p.detach() for p in self.network.parameters()]
        torch._foreach_lerp_(ours, [p.detach() for p in network.parameters()], 1 - decay)
