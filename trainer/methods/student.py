"""What the students that are trained alone have in common: one network, its optimisers and average."""

from __future__ import annotations

import torch
from torch import Tensor

from trainer.config import Recipe
from trainer.models.build import Network
from trainer.models.ema import Ema
from trainer.models.workplace import Workplace
from trainer.optim.muon import make_optimizers
from trainer.optim.states import (
    State,
    clip_and_step,
    load_optimizer_states,
    optimizer_states,
    scatter,
    set_rate,
)


class TrainedStudent:
    """A student with everything that changes while it is trained.

    Args:
        recipe: its `distill` section.
        student: the start.
    """

    def __init__(self, recipe: Recipe, place: Workplace, student: Network) -> None:
        config = recipe.distill
        self.network = student.to(place.device)
        self._clip = config.clip
        self._parameters = list(self.network.parameters())
        self._optimizers = make_optimizers(self.network, muon_lr=config.muon_lr, lr=config.lr, betas=config.betas)
        self._ema = Ema(self.network, config.ema)
        self.random = torch.Generator(place.device).manual_seed(recipe.seed + 12)
        self._iteration = 0

    def scatter(self, rank: int) -> None:
        """Give each process its own random stream."""
        scatter(self.random, rank, self._iteration)

    def clear(self) -> None:
        """Drop the gradients."""
        self.network.zero_grad(set_to_none=True)

    def update(self, rate: float) -> Tensor:
        """One step down the gradients that were gathered; returns their norm."""
        for optimizer in self._optimizers:
            set_rate(optimizer, rate)
        norm = clip_and_step(self._parameters, self._clip, self._optimizers)
        self._ema.update(self.network, self._iteration)
        self._iteration += 1
        return norm

    def averaged(self) -> Network:
        """The average of the weights."""
        network: Network = self._ema.network  # type: ignore[assignment]
        return network

    def state(self) -> State:
        """Everything that an exact resume needs."""
        return {
            "student": self.network.state_dict(),
            "ema": self._ema.network.state_dict(),
            "student_optimizers": optimizer_states(self._optimizers),
            "random": self.random.get_state(),
            "iteration": self._iteration,
        }

    def load_state(self, state: State) -> None:
        """Restore what `state` returned."""
        self.network.load_state_dict(state["student"])
        self._ema.network.load_state_dict(state["ema"])
        load_optimizer_states(self._optimizers, state["student_optimizers"])
        self.random.set_state(state["random"])
        self._iteration = state["iteration"]
