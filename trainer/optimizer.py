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
    rest is nine times their width. In float32: the rounding of bfloat16 makes small eigenvalues negative, and where
    it would do no harm, in the last product, its conversions take what it gains.
    """
    a, b, c = _NEWTON_SCHULZ
    x = matrices.float()
    tall = x.shape[1] > x.shape[2]
    if tall:
        x = x.mT
    gram = x @ x.mT
    norm = gram.diagonal(dim1=1, dim2=2).sum(1).sqrt().view(-1, 1, 1) + 1e-7
    gram = gram / norm**2
    identity = torch.eye(gram.shape[1], device=x.device).expand_as(gram)
    product = identity
    for iteration in range(_ITERATIONS):
        factor = torch.baddbmm(a * identity + b * gram, gram, gram, alpha=c)
        product = factor if iteration == 0 else factor @ product
        if iteration < _ITERATIONS - 1:
            gram = factor @ gram @ factor
    result: Tensor = (product / norm) @ x
    return result.mT if tall else result


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
        directions = []
        for p in parameters:
            state = self.state[p]
            if "momentum" not in state:
                state["momentum"] = torch.zeros_like(p)
            average: Tensor = state["momentum"]
            gradient = p.grad if p.grad is not None else torch.zeros_like(p)
            average.lerp_(gradient, 1 - momentum)
            directions.append(gradient.lerp(average, momentum).reshape(shape[0], -1))
        updates = orthogonalise(torch.stack(directions)).to(parameters[0].dtype)
        rest = updates.shape[2]
        scale = max(1.0, shape[0] / rest) ** 0.5
        for p, update in zip(parameters, updates, strict=True):
            p.add_(update.view(shape), alpha=-lr * scale)


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
