"""The mean squared error of each sample, with its gradient written out.

By autograd a latent in channels_last would be copied to be averaged, and the gradient would come in another layout: the
convolution before it turns it back.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable


def squared_error(a: Tensor, b: Tensor) -> Tensor:
    """Mean of (a - b)² over all but the first dimension.

    Args:
        a, b: (B, C, H, W) of one float type; each gradient comes in this, laid out as they are.

    Returns:
        (B,), in their type; differentiable once, towards both.
    """
    result: Tensor = _SquaredError.apply(a, b)  # type: ignore[no-untyped-call]
    return result


class _SquaredError(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, a: Tensor, b: Tensor) -> Tensor:
        """See `squared_error`."""
        ctx.save_for_backward(a, b)
        return (a - b).square_().mean((1, 2, 3))

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, of_result: Tensor) -> tuple[Tensor | None, Tensor | None]:
        """The gradients towards a and b, (B, C, H, W), None where none is wanted; from (B,) of the result."""
        a, b = ctx.saved_tensors
        of_a = (a - b).mul_((of_result * (2 / a[0].numel())).view(-1, 1, 1, 1))
        return of_a if ctx.needs_input_grad[0] else None, -of_a if ctx.needs_input_grad[1] else None
