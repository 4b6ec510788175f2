"""The baseline without a teacher: one step from noise to the picture, judged by L1 and LPIPS alone."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from trainer.config import Recipe
from trainer.losses.image import ImageLoss
from trainer.losses.perceptual import Lpips
from trainer.networks import Network
from trainer.stage import Batch, State, Workplace
from trainer.student import TrainedStudent


class DirectStage:
    """Regression: also what `finetune` does with a finished student on new photos.

    Args:
        recipe: its `distill` section; of the weights w_l1, w_lpips and w_grid count.
        place: device, precision, process and codec.
        student: the start.
        lpips: the perceptual distance, on the device.
    """

    name = "distill"
    parts = 1

    def __init__(self, recipe: Recipe, place: Workplace, student: Network, lpips: Lpips) -> None:
        config, self._place = recipe.distill, place
        self._image_loss = ImageLoss(config, place, lpips)
        self.batch_size, self.renew_every = config.batch, config.renew_every
        self.warmup, self.decay_share = config.warmup, config.decay_share
        self._trained = TrainedStudent(recipe, place, student)

    def step(self, next_batch: Callable[[], Batch], rate: float) -> dict[str, Tensor]:
        """One update on one batch, always at T-1: as the model will be used."""
        figures: dict[str, Tensor] = {}
        for batch, share in next_batch().split(self.parts):
            for name, value in self._gather(batch, share).items():
                figures[name] = figures[name] + share * value if name in figures else share * value
        return figures | {"grad_norm": self._trained.update(rate)}

    def _gather(self, batch: Batch, share: float) -> dict[str, Tensor]:
        """Add the gradients of a part of a batch; returns its figures."""
        place, random = self._place, self._trained.random
        z0, z_lq = place.latents(batch)

        def normal(channels: int) -> Tensor:
            shape = (len(z0), channels, *z0.shape[2:])
            return torch.randn(shape, generator=random, device=z0.device)

        z_t = place.process.prior(z_lq, normal(z0.shape[1]))
        last = torch.full((len(z0),), place.process.last, device=z0.device)
        with place.autocast():
            z0_hat = place.process.predict(
                self._trained.network, z_t, last, batch.lq, z_lq, noise=normal(1), severity=batch.severity
            )
        loss, figures = self._image_loss(place.codec.decode(z0_hat), batch.hq, random)
        (share * loss).backward()
        return {name: value.detach() for name, value in figures.items()}

    def scatter(self, rank: int) -> None:
        """See `Stage`."""
        self._trained.scatter(rank)

    def clear(self) -> None:
        """See `Stage`."""
        self._trained.clear()

    def averaged(self) -> Network:
        """The average of the weights."""
        return self._trained.averaged()

    def state(self) -> State:
        """See `Stage`."""
        return self._trained.state()

    def load_state(self, state: State) -> None:
        """See `Stage`."""
        self._trained.load_state(state)
