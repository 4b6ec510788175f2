"""Optimisers: Muon on the inner convolutions, AdamW on everything else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import torch
from torch import Tensor, nn

# Coefficients of the quintic Newton-Schulz iteration of Muon (Jordan et al. 2024): they push all singular
# values of a matrix of norm 1 near 1 in five steps.
_NEWTON_SCHULZ = (3.4445, -4.7750, 2.0315)
_ITERATIONS = 5


def orthogonalise(matrices: Tensor) -> Tensor:
    """The nearest (semi-)orthogonal matrices, roughly: (N, rows, cols) -> the same shape, float32.

    Each iteration multiplies x from the left by a polynomial of its Gram matrix, so all of them are worked out
    on the small Gram matrices and x is multiplied once: half the time of the plain form for kernels, whose
    rest is nine times their width. In float32: the rounding of bfloat16 makes small eigenvalues negative. In the last
    product alone it would save a seventh of the time, and turn the updates of a real training by up to 5 %
    (docs/results-notebook.md).
    """
    a, b, c = _NEWTON_SCHULZ
    x = matrices.float()
    tall = x.shape[1] > x.shape[2]
    if tall:
        x = x.mT
    gram = _product(x, x.mT)
    norm = gram.diagonal(dim1=1, dim2=2).sum(1).sqrt().view(-1, 1, 1) + 1e-7
    gram = gram / norm**2
    identity = torch.eye(gram.shape[1], device=x.device).expand_as(gram)
    product = identity
    for iteration in range(_ITERATIONS):
        factor = _product(gram, gram).mul_(c).add_(gram, alpha=b).add_(identity, alpha=a)
        product = factor if iteration == 0 else _product(factor, product)
        if iteration < _ITERATIONS - 1:
            gram = _product(_product(factor, gram), factor)
    result: Tensor = (product / norm) @ x
    return result.mT if tall else result


def _product(left: Tensor, right: Tensor) -> Tensor:
    """left @ right, (N, n, m) and (N, m, n), where the result is symmetric: as with polynomials of one Gram matrix.

    On a processor only three of its four quarters are worked out. A GPU is faster with one call.
    """
    if left.device.type != "cpu":
        return left @ right
    half = left.shape[1] // 2
    result = left.new_empty(len(left), left.shape[1], left.shape[1])
    columns = left @ right[..., :half]
    result[..., :half] = columns
    result[:, :half, half:] = columns[:, half:].mT
    result[:, half:, half:] = left[:, half:] @ right[..., half:]
    return result


class Muon(torch.optim.Optimizer):
    """Momentum whose update is orthogonalised, for kernels flattened to out × rest.

    Kernels of one shape go through the iteration together.

    Args:
        params: weights of at least two dimensions.
        lr: scale of the update, whose entries have a root mean square of about 1/√max(out, rest).
        momentum: of the Nesterov average.
    """

    def __init__(self, params: Iterable[nn.Parameter], lr: float, momentum: float = 0.95) -> None:
        super().__init__(params, {"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override]
        """Update every parameter that has a gradient."""
        for group in self.param_groups:
            by_shape: dict[torch.Size, list[nn.Parameter]] = defaultdict(list)
            for p in group["params"]:
                if p.grad is not None:
                    by_shape[p.shape].append(p)
            for shape, parameters in by_shape.items():
                self._update(parameters, shape, group["lr"], group["momentum"])

    def _update(self, parameters: list[nn.Parameter], shape: torch.Size, lr: float, momentum: float) -> None:
        rest = shape[1:].numel()
        directions = parameters[0].new_empty(len(parameters), shape[0], rest)
        for p, direction in zip(parameters, directions, strict=True):
            state = self.state[p]
            if "momentum" not in state:
                state["momentum"] = torch.zeros_like(p)
            average: Tensor = state["momentum"]
            gradient = p.grad if p.grad is not None else torch.zeros_like(p)
            average.lerp_(gradient, 1 - momentum)
            torch.lerp(gradient, average, momentum, out=_as_kernel(direction, p))
        updates = orthogonalise(directions).to(parameters[0].dtype)
        scale = max(1.0, shape[0] / rest) ** 0.5
        for p, update in zip(parameters, updates, strict=True):
            p.add_(_as_kernel(update, p), alpha=-lr * scale)


def _as_kernel(matrix: Tensor, kernel: Tensor) -> Tensor:
    """A matrix (out, rest) as the kernel that it stands for, which has its columns in the order of its memory.

    Which order does not matter: to change columns and to orthogonalise is the same in either order.
    """
    if kernel.ndim != 4 or kernel.is_contiguous():
        return matrix.view(kernel.shape)
    out, channels, height, width = kernel.shape
    return matrix.view(out, height, width, channels).permute(0, 3, 1, 2)


def split_parameters(network: nn.Module) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """Kernels of the residual blocks (for Muon), and all other parameters (for AdamW)."""
    inner: list[nn.Parameter] = []
    rest: list[nn.Parameter] = []
    for name, p in network.named_parameters():
        is_kernel = p.ndim == 4 and (".conv1." in name or ".conv2." in name)
        (inner if is_kernel else rest).append(p)
    return inner, rest


def make_optimizers(
    network: nn.Module, others: Sequence[nn.Parameter] = (), *, muon_lr: float, lr: float, betas: tuple[float, float]
) -> list[torch.optim.Optimizer]:
    """Muon for the inner kernels of a network and AdamW for all else; AdamW alone where `muon_lr` is 0.

    Args:
        others: parameters beside the network's, for AdamW.
    """
    inner, rest = split_parameters(network)
    if muon_lr <= 0:
        inner, rest = [], list(network.parameters())
    adamw = torch.optim.AdamW([*rest, *others], lr=lr, betas=betas, weight_decay=0.0, foreach=True)
    return [Muon(inner, lr=muon_lr), adamw] if inner else [adamw]
