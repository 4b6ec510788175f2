"""The random numbers of a group's damage: one generator for choices, one for noise, both from its seed."""

from __future__ import annotations

import torch
from torch import Tensor


class Dice:
    """Draws what is decided; each call takes the next numbers of `choice`.

    Args:
        device: where noise is drawn.
    """

    def __init__(self, seed: int, device: torch.device) -> None:
        self.device = device
        self.choice = torch.Generator().manual_seed(seed)  # on the CPU: choices steer shapes
        self.noise = torch.Generator(device).manual_seed(seed + 1)

    def uniform(self, low: float, high: float) -> float:
        """One number from low to high."""
        return low + (high - low) * float(torch.rand((), generator=self.choice))

    def chance(self, share: float) -> bool:
        """True in this share of the calls."""
        return self.uniform(0, 1) < share

    def pick(self, names: tuple[str, ...]) -> str:
        """One of them, all alike."""
        return names[int(torch.randint(len(names), (), generator=self.choice))]

    def each(self, x: Tensor, low: float, high: float) -> Tensor:
        """A number from low to high for each picture of a batch, (B, 1, 1, 1), on the device."""
        value = torch.empty(x.shape[0]).uniform_(low, high, generator=self.choice)
        return value.view(-1, 1, 1, 1).to(self.device)
