"""The teacher: a ResShift network trained by mean squared error of its z0 prediction."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from trainer.config import Recipe
from trainer.losses.rsd import per_sample_mse
from trainer.models.build import Network, make_network, teacher_from_student
from trainer.models.ema import Ema
from trainer.models.workplace import Batch, Workplace, normal_like
from trainer.optim.muon import make_optimizers
from trainer.optim.states import (
    State,
    clip_and_step,
    load_optimizer_states,
    optimizer_states,
    scatter,
    set_rate,
)


class TeacherStage:
    """Stage one.

    Args:
        recipe: its `teacher` section.
        place: device, precision, process and codec.
        start: a student whose weights it begins with; None: from nothing.
    """

    name = "teacher"
    parts = 1

    def __init__(self, recipe: Recipe, place: Workplace, start: Network | None = None) -> None:
        self._config = config = recipe.teacher
        self._place = place
        self.batch_size, self.renew_every = config.batch, config.renew_every
        self.warmup, self.decay_share = config.warmup, config.decay_share
        fresh = make_network(recipe, noise_channels=0)
        self._network = (fresh if start is None else teacher_from_student(start, fresh)).to(place.device)
        self._parameters = list(self._network.parameters())
        self._optimizers = make_optimizers(self._network, muon_lr=config.muon_lr, lr=config.lr, betas=config.betas)
        self._ema = Ema(self._network, config.ema)
        self._random = torch.Generator(place.device).manual_seed(recipe.seed + 11)
        self._iteration = 0

    def step(self, next_batch: Callable[[], Batch], rate: float) -> dict[str, Tensor]:
        """One update on one batch: t uniform, no weighting."""
        place, batch = self._place, next_batch()
        z0, z_lq = place.latents(batch)
        t = torch.randint(place.process.steps, (len(z0),), generator=self._random, device=z0.device)
        eps = normal_like(z0, self._random)
        z_t = place.process.forward(z0, z_lq, t, eps)
        loss = torch.zeros((), device=z0.device)
        pieces = zip(*(x.chunk(self.parts) for x in (z0, z_lq, z_t, t, batch.lq, batch.severity)), strict=True)
        for z0_, z_lq_, z_t_, t_, lq_, severity_ in pieces:
            with place.autocast():
                z0_pred = place.process.predict(self._network, z_t_, t_, lq_, z_lq_, severity=severity_)
            of_piece = per_sample_mse(z0_pred, z0_).mean() * (len(z0_) / len(z0))
            of_piece.backward()
            loss += of_piece.detach()
        for optimizer in self._optimizers:
            set_rate(optimizer, rate)
        norm = clip_and_step(self._parameters, self._config.clip, self._optimizers)
        self._ema.update(self._network, self._iteration)
        self._iteration += 1
        return {"loss": loss, "grad_norm": norm}

    def scatter(self, rank: int) -> None:
        """See `Stage`."""
        scatter(self._random, rank, self._iteration)

    def clear(self) -> None:
        """See `Stage`."""
        self._network.zero_grad(set_to_none=True)

    def averaged(self) -> Network:
        """The average of the weights."""
        network: Network = self._ema.network  # type: ignore[assignment]
        return network

    def state(self) -> State:
        """See `Stage`."""
        return {
            "network": self._network.state_dict(),
            "ema": self._ema.network.state_dict(),
            "optimizers": optimizer_states(self._optimizers),
            "random": self._random.get_state(),
            "iteration": self._iteration,
        }

    def load_state(self, state: State) -> None:
        """See `Stage`."""
        self._network.load_state_dict(state["network"])
        self._ema.network.load_state_dict(state["ema"])
        load_optimizer_states(self._optimizers, state["optimizers"])
        self._random.set_state(state["random"])
        self._iteration = state["iteration"]
