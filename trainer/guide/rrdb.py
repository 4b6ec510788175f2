"""RRDBNet, the generator of ESRGAN and Real-ESRGAN (Wang et al. 2018, arXiv:1809.00219; 2021, arXiv:2107.10833)."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

SLOPE = 0.2  # of every leaky rectifier
RESIDUAL = 0.2  # share of a block's result that is added to its input


def _conv(inputs: int, outputs: int) -> nn.Conv2d:
    return nn.Conv2d(inputs, outputs, 3, padding=1)


class DenseBlock(nn.Module):
    """Five convolutions, each of which sees the input and the results of all before it."""

    def __init__(self, width: int, growth: int) -> None:
        super().__init__()
        outputs = (growth, growth, growth, growth, width)
        self.convs = nn.ModuleList(_conv(width + i * growth, out) for i, out in enumerate(outputs))

    def forward(self, x: Tensor) -> Tensor:
        """(B, width, h, w) -> (B, width, h, w)."""
        seen = x.to(next(self.parameters()).dtype)
        for conv in self.convs[:-1]:
            seen = torch.cat([seen, F.leaky_relu(conv(seen), SLOPE)], dim=1)
        return torch.add(x, self.convs[-1](seen), alpha=RESIDUAL)


class ResidualInResidual(nn.Module):
    """Three dense blocks in a residual of their own."""

    def __init__(self, width: int, growth: int) -> None:
        super().__init__()
        self.blocks = nn.Sequential(*(DenseBlock(width, growth) for _ in range(3)))

    def forward(self, x: Tensor) -> Tensor:
        """(B, width, h, w) -> (B, width, h, w)."""
        return torch.add(x, self.blocks(x), alpha=RESIDUAL)


class RRDBNet(nn.Module):
    """Enlarges four times: a trunk at the size of lq, two nearest-neighbour doublings, each with a convolution.

    Args:
        width: channels of the trunk.
        growth: channels that each convolution of a dense block adds.
        blocks: `ResidualInResidual` blocks; 23 in Real-ESRGAN x4plus, with 16.7 M parameters.
    """

    def __init__(self, *, width: int = 64, growth: int = 32, blocks: int = 23) -> None:
        super().__init__()
        self.first = _conv(3, width)
        self.body = nn.Sequential(*(ResidualInResidual(width, growth) for _ in range(blocks)))
        self.after_body = _conv(width, width)
        self.doublings = nn.ModuleList(_conv(width, width) for _ in range(2))
        self.fine = _conv(width, width)
        self.last = _conv(width, 3)

    def forward(self, lq: Tensor) -> Tensor:
        """(B, 3, h, w) in [0, 1] -> (B, 3, 4h, 4w), about [0, 1], not clamped.

        With weights in bfloat16 the sums of the trunk are still float32: some 350 roundings would show.
        """
        kind = self.first.weight.dtype
        x = self.first(lq.to(kind).contiguous(memory_format=torch.channels_last)).float()
        x = x + self.after_body(self.body(x).to(kind))
        x = x.to(kind)
        for conv in self.doublings:
            x = F.leaky_relu(conv(F.interpolate(x, scale_factor=2, mode="nearest")), SLOPE)
        x = F.leaky_relu(self.fine(x), SLOPE)
        result: Tensor = self.last(x.to(self.last.weight.dtype))
        return result

    def convolutions(self) -> list[nn.Conv2d]:
        """All of them in the order in which they run, which is that of the published files."""
        return [module for module in self.modules() if isinstance(module, nn.Conv2d)]
