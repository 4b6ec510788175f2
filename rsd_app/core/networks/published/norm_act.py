"""Group normalisation and the SiLU after it, as the published networks use them."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

GROUPS = 32
EPS = 1e-5


class GroupNorm(nn.GroupNorm):
    """A norm of 32 groups whose result may go through SiLU.

    Args:
        silu: apply it.
    """

    def __init__(self, channels: int, *, eps: float = EPS, silu: bool = False) -> None:
        super().__init__(GROUPS, channels, eps=eps)
        self._silu = silu

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, h, w) -> the same shape and layout."""
        return group_norm(x, self.weight, self.bias, eps=self.eps, silu=self._silu)


def group_norm(x: Tensor, weight: Tensor, bias: Tensor, *, eps: float = EPS, silu: bool) -> Tensor:
    """Normalise x (B, C, h, w) over 32 groups, scale and shift each channel, and apply SiLU if asked."""
    if _loses_digits(x):
        parts = [torch.addcmul(offset, one, factor) for one, factor, offset in _affine(x, weight, bias, eps)]
        normed = parts[0] if len(parts) == 1 else torch.cat(parts)
    else:
        normed = F.group_norm(x, GROUPS, weight, bias, eps)
    return F.silu(normed, inplace=True) if silu else normed


def in_layout_of(weight: Tensor, x: Tensor) -> Tensor:
    """x (B, C, h, w) in the dtype and memory layout of a kernel that is not 1×1."""
    last = weight.is_contiguous(memory_format=torch.channels_last) and not weight.is_contiguous()
    return x.to(weight.dtype).contiguous(memory_format=torch.channels_last if last else torch.contiguous_format)


def norm_factors(norm: GroupNorm, x: Tensor) -> list[tuple[Tensor, Tensor, Tensor]]:
    """Each picture of a batch, what the norm multiplies each channel by, and what it adds: (1, C, 1, 1)."""
    return _affine(x, norm.weight, norm.bias, norm.eps)


def _loses_digits(x: Tensor) -> bool:
    """torch's CPU kernel for channels_last takes the variance from the mean of squares, in one pass."""
    in_float = x.device.type == "cpu" and x.dtype == torch.float32 and not torch.is_grad_enabled()
    return in_float and x.is_contiguous(memory_format=torch.channels_last) and not x.is_contiguous()


def _affine(x: Tensor, weight: Tensor, bias: Tensor, eps: float) -> list[tuple[Tensor, Tensor, Tensor]]:
    """Each picture of a batch, what its norm multiplies each channel by, and what it adds: (1, C, 1, 1)."""
    found = []
    for one in x.split(1):
        mean, var = (s.view(GROUPS, -1) for s in torch.batch_norm_update_stats(one, None, None, 0.0))
        center = mean.mean(1, keepdim=True)
        spread = (var + (mean - center).square()).mean(1, keepdim=True)
        factor = weight.view(GROUPS, -1) * torch.rsqrt(spread + eps)
        offset = bias.view(GROUPS, -1) - center * factor
        found.append((one, factor.view(1, -1, 1, 1), offset.view(1, -1, 1, 1)))
    return found
