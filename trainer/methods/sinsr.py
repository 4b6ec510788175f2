"""SinSR's distillation (arXiv 2311.14760, sections 4.1-4.3), the method that RSD is compared with.

The teacher's sampler is made deterministic: the same noise is carried along, so that one z_{T-1} leads to one
picture, which the student learns in one step.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from rsd_app.core.diffusion.process import ResidualShifting
from trainer.config import Recipe
from trainer.losses.rsd import per_sample_mse
from trainer.methods.student import TrainedStudent
from trainer.models.build import Network
from trainer.models.workplace import Batch, Workplace, normal_like
from trainer.optim.states import State


def deterministic_step(process: ResidualShifting, z_t: Tensor, z0_pred: Tensor, z_lq: Tensor, step: int) -> Tensor:
    """z_{t-1} = k_t f(z_t) + m_t z_t + j_t z_lq, with m_t = sqrt(eta_{t-1} / eta_t),
    j_t = eta_{t-1} - sqrt(eta_{t-1} eta_t), k_t = 1 - eta_{t-1} + sqrt(eta_{t-1} eta_t) - m_t; at t = 0, f(z_0).
    """
    if step == 0:
        return z0_pred
    eta, before = (process.eta(torch.tensor([t], device=z_t.device), z_t) for t in (step, step - 1))
    m, both = (before / eta).sqrt(), (before * eta).sqrt()
    return (1 - before + both - m) * z0_pred + m * z_t + (before - both) * z_lq


class SinsrStage:
    """Three squared errors of equal weight: z_{T-1} to the teacher's picture, that picture back to z_{T-1}, and,
    consistency-preserving, the student's own such inversion of the true picture to that picture.

    The student's noise channel gets zeros and so stays without influence.

    Args:
        recipe: its `distill` section; the weights of other losses do not count.
        place: device, precision, process and codec.
        teacher: frozen.
        student: the start.
    """

    name = "distill"
    parts = 1

    def __init__(self, recipe: Recipe, place: Workplace, teacher: Network, student: Network) -> None:
        config = recipe.distill
        self._place = place
        self.batch_size, self.renew_every = config.batch, config.renew_every
        self.warmup, self.decay_share = config.warmup, config.decay_share
        self._teacher = teacher.to(place.device).requires_grad_(False).eval()
        self._trained = TrainedStudent(recipe, place, student)

    def step(self, next_batch: Callable[[], Batch], rate: float) -> dict[str, Tensor]:
        """T passes of the teacher, three of the student and one update."""
        figures: dict[str, Tensor] = {}
        for batch, share in next_batch().split(self.parts):
            for name, value in self._gather(batch, share).items():
                figures[name] = figures[name] + share * value if name in figures else share * value
        return figures | {"grad_norm": self._trained.update(rate)}

    def _gather(self, batch: Batch, share: float) -> dict[str, Tensor]:
        """Add the gradients of a part of a batch; returns its figures."""
        place = self._place
        z0, z_lq = place.latents(batch)
        eps = normal_like(z0, self._trained.random)
        start, last = place.process.prior(z_lq, eps), place.process.last
        target = self._sample(start, batch, z_lq)
        forward = per_sample_mse(self._predict(start, last, batch, z_lq), target).mean()
        inverse = per_sample_mse(self._predict(target, 0, batch, z_lq), start).mean()
        with torch.no_grad():
            inverted = self._predict(z0, 0, batch, z_lq)
        consistency = per_sample_mse(self._predict(inverted.float(), last, batch, z_lq), z0).mean()
        (share * (forward + inverse + consistency)).backward()
        figures = {"forward": forward, "inverse": inverse, "consistency": consistency}
        return {name: value.detach() for name, value in figures.items()}

    def scatter(self, rank: int) -> None:
        """See `Stage`."""
        self._trained.scatter(rank)

    def clear(self) -> None:
        """See `Stage`."""
        self._trained.clear()

    @torch.no_grad()
    def _sample(self, z: Tensor, batch: Batch, z_lq: Tensor) -> Tensor:
        """Sample the teacher's picture from z_{T-1}."""
        process = self._place.process
        for step in range(process.last, -1, -1):
            t = torch.full((len(z),), step, device=z.device)
            with self._place.autocast():
                z0_pred = process.predict(self._teacher, z, t, batch.lq, z_lq, severity=batch.severity)
            z = deterministic_step(process, z, z0_pred.float(), z_lq, step)
        return z

    def _predict(self, z: Tensor, step: int, batch: Batch, z_lq: Tensor) -> Tensor:
        t = torch.full((len(z),), step, device=z.device)
        silent = torch.zeros_like(z[:, :1])
        with self._place.autocast():
            return self._place.process.predict(
                self._trained.network, z, t, batch.lq, z_lq, noise=silent, severity=batch.severity
            )

    def averaged(self) -> Network:
        """The average of the weights."""
        return self._trained.averaged()

    def state(self) -> State:
        """See `Stage`."""
        return self._trained.state()

    def load_state(self, state: State) -> None:
        """See `Stage`."""
        self._trained.load_state(state)
