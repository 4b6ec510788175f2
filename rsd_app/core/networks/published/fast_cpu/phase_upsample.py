"""Nearest-neighbour enlargement by two and a 3×3 convolution, done as one.

Each of the four phases of the result sees only 2×2 different pixels, so that the 3×3 kernel folds into four of
2×2: the same sum with 4/9 of the multiplications, and the enlarged map is never made.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

# Of each phase, which of three taps fall on the first and which on the second of the two pixels that it sees.
_TAPS = ((slice(0, 1), slice(1, 3)), (slice(0, 2), slice(2, 3)))


class Upsample(nn.Module):
    """Nearest neighbour ×2, then 3×3; the parameters of the published files."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, h, w) -> (B, C, 2h, 2w)."""
        result: Tensor = self.conv(F.interpolate(x, scale_factor=2.0, mode="nearest"))
        return result


class PhaseUpsample(nn.Module):
    """What `Upsample` computes, to rounding; for inference.

    Args:
        upsample: where the weights come from; summed in float32, kept in its dtype.
    """

    kernels: Tensor
    bias: Tensor

    def __init__(self, upsample: Upsample) -> None:
        super().__init__()
        weight = upsample.conv.weight.detach()
        channels = len(weight)
        kernels = weight.new_empty((4, channels, 2, 2, channels)).permute(0, 1, 4, 2, 3)  # each is channels_last
        for phase in range(4):
            for row, rows in enumerate(_TAPS[phase // 2]):
                for column, columns in enumerate(_TAPS[phase % 2]):
                    taps = weight[:, :, rows, columns].float()
                    kernels[phase, :, :, row, column] = taps.sum((2, 3))
        self.register_buffer("kernels", kernels)
        self.register_buffer("bias", torch.as_tensor(upsample.conv.bias).detach())

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, h, w) -> (B, C, 2h, 2w)."""
        B, C, height, width = x.shape
        shape = (B, C, 2 * height, 2 * width)
        out = torch.empty(shape, dtype=x.dtype, device=x.device, memory_format=torch.channels_last)
        for phase in range(4):
            down, right = phase // 2, phase % 2
            made = F.conv2d(x, self.kernels[phase], self.bias, padding=1)  # one row and column too many
            out[:, :, down::2, right::2] = made[:, :, down : down + height, right : right + width]
        return out


def fold_upsamples(module: nn.Module) -> None:
    """Replace every `Upsample` within a module; its state dict is no longer that of the published files."""
    for parent in list(module.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, Upsample):
                setattr(parent, name, PhaseUpsample(child))
