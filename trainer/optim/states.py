"""Steps and states of optimizers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from trainer.parallel.peers import average_gradients

State = dict[str, Any]  # nested dicts of tensors and plain numbers


def set_rate(optimizer: torch.optim.Optimizer, rate: float) -> None:
    """Scale the learning rate of every group; the full one is kept beside it."""
    for group in optimizer.param_groups:
        group.setdefault("full_lr", group["lr"])
        group["lr"] = group["full_lr"] * rate


def clip_and_step(parameters: list[nn.Parameter], limit: float, optimizers: list[torch.optim.Optimizer]) -> Tensor:
    """Average the gradients over the processes, clip their norm, update and clear; one not finite is skipped.

    Returns:
        The norm before clipping, a scalar; not finite if the step was skipped.
    """
    average_gradients(parameters)
    norm = nn.utils.clip_grad_norm_(parameters, limit)
    finite = bool(torch.isfinite(norm))
    for optimizer in optimizers:
        if finite:
            optimizer.step()
        optimizer.zero_grad(set_to_none=True)
    return norm.detach()


def scatter(generator: torch.Generator, rank: int, iteration: int) -> None:
    """Give the generator of a process that is not the first random numbers of its own, new at every resume."""
    if rank:
        generator.manual_seed(generator.initial_seed() + 1_000_003 * rank + 7_919 * iteration)


def optimizer_states(optimizers: Sequence[torch.optim.Optimizer]) -> State:
    """Their tensors by place and parameter index; rates are not state, they follow from the progress."""
    return {
        str(place): {str(index): dict(values) for index, values in optimizer.state_dict()["state"].items()}
        for place, optimizer in enumerate(optimizers)
    }


def load_optimizer_states(optimizers: Sequence[torch.optim.Optimizer], states: Mapping[str, Any]) -> None:
    """Restore what `optimizer_states` returned."""
    for place, optimizer in enumerate(optimizers):
        whole = optimizer.state_dict()
        state = states.get(str(place), {})  # nothing is kept of one that has not made a step yet
        whole["state"] = {int(index): dict(values) for index, values in state.items()}
        optimizer.load_state_dict(whole)
