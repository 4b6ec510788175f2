"""The distance of two features at unit length: the inner part of LPIPS, with its gradient written out.

Autograd would keep and read again some twenty float32 copies of the largest features, which takes a third of the
time of LPIPS-VGG on a processor. Here a few samples at a time, as many as its cache holds, go through all steps.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable

_CACHED = 1 << 18  # float32 values that stay in a core's own cache


def unit_distance(a: Tensor, b: Tensor, weight: Tensor) -> Tensor:
    """Mean over the places of sum_c weight_c · (a_c / |a| - b_c / |b|)², computed in float32.

    Where a feature is nothing in all channels, its unit vector is nothing too.

    Args:
        a, b: features, (B, C, H, W), of any float type; the gradient comes in the same.
        weight: (C,).

    Returns:
        (B,), float32; differentiable once, towards a and b.
    """
    result: Tensor = _UnitDistance.apply(a, b, weight)  # type: ignore[no-untyped-call]
    return result


class _UnitDistance(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, a: Tensor, b: Tensor, weight: Tensor) -> Tensor:
        """See `unit_distance`; keeps its arguments, not what it worked out of them."""
        weight = weight.float()
        ctx.save_for_backward(a, b, weight)
        with torch.autocast(a.device.type, enabled=False):
            parts = []
            for some in _slices(a):
                difference = _unit(a[some])[0].sub_(_unit(b[some])[0])
                parts.append(difference.square_().mean(dim=(2, 3)) @ weight)
            return torch.cat(parts)

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, of_result: Tensor) -> tuple[Tensor | None, Tensor | None, None]:
        """The gradients towards a and b, each in its own type, None where none is wanted; from (B,) of the result."""
        a, b, weight = ctx.saved_tensors
        of_a, of_b = (torch.empty_like(x) if ctx.needs_input_grad[i] else None for i, x in enumerate((a, b)))
        scale = of_result.view(-1, 1, 1, 1) * weight.view(1, -1, 1, 1) * (2 / (a.shape[2] * a.shape[3]))
        with torch.autocast(a.device.type, enabled=False):
            for some in _slices(a):
                (unit_a, per_a), (unit_b, per_b) = _unit(a[some]), _unit(b[some])
                of_difference = (unit_a - unit_b).mul_(scale[some])
                if of_a is not None:
                    of_a[some] = _through_unit(of_difference, unit_a, per_a)
                if of_b is not None:
                    of_b[some] = _through_unit(-of_difference, unit_b, per_b)
        return of_a, of_b, None


def _slices(x: Tensor) -> Iterator[slice]:
    """Parts of a batch: on a processor what fits its cache, elsewhere the whole."""
    count = len(x)
    step = max(1, _CACHED // (x.numel() // count)) if x.device.type == "cpu" else count
    for start in range(0, count, step):
        yield slice(start, start + step)


def _unit(x: Tensor) -> tuple[Tensor, Tensor]:
    """x over its length along the channels, and one over this length; 0 where it is 0."""
    values = x.float()
    length = torch.linalg.vector_norm(values, dim=1, keepdim=True)
    per_length = torch.where(length > 0, length.reciprocal(), 0)
    return values * per_length, per_length


def _through_unit(gradient: Tensor, unit: Tensor, per_length: Tensor) -> Tensor:
    """The gradient towards x of a gradient towards its unit vector."""
    along = (gradient * unit).sum(dim=1, keepdim=True)
    return torch.addcmul(gradient, unit, along, value=-1).mul_(per_length)
