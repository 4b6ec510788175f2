"""The baseline without a teacher: one step from noise to the picture, judged by L1 and LPIPS alone."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from trainer.config import Recipe
from trainer.losses.image import ImageLoss
from trainer.methods.student import TrainedStudent
from trainer.models.build import Network
from trainer.models.workplace import Batch, Workplace, asked_realism, draw_realism, own_noise, scaled_noise
from trainer.optim.states import State
from trainer.perceptual.lpips import Lpips


class DirectStage:
    """Regression: also what `finetune` does with a finished student on new photos.

    Args:
        recipe: its `distill` section; of the weights those of `ImageLoss` count.
        place: device, precision, process and codec.
        student: the start.
        lpips: the perceptual distance, on the device.
    """

    name = "distill"
    parts = 1

    def __init__(self, recipe: Recipe, place: Workplace, student: Network, lpips: Lpips) -> None:
        config, self._place = recipe.distill, place
        self._image_loss = ImageLoss(config, place, lpips, recipe.seed + 14)
        self._realism_share = config.realism_share if student.noise_channels > 1 else 0.0
        self._clean_realism = config.clean_realism
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

        network = self._trained.network
        last = torch.full((len(z0),), place.process.last, device=z0.device)
        realism = draw_realism(last == place.process.last, self._realism_share, random)
        eps = scaled_noise(z0, random, realism)
        noise = own_noise(network, z0, random, realism)
        with place.autocast():
            z0_hat = place.process.predict(
                network, place.process.prior(z_lq, eps), last, batch.lq, z_lq, noise=noise, severity=batch.severity
            )
        asked = asked_realism(realism, batch.severity, self._clean_realism)
        loss, figures = self._image_loss(place.codec.decode(z0_hat), batch.wanted, random, asked)
        (share * loss).backward()
        return {name: value.detach() for name, value in figures.items()}

    def scatter(self, rank: int) -> None:
        """See `Stage`."""
        self._trained.scatter(rank)

    def clear(self) -> None:
        """See `Stage`."""
        self._trained.clear()
        self._image_loss.clear()

    def averaged(self) -> Network:
        """The average of the weights."""
        return self._trained.averaged()

    def state(self) -> State:
        """See `Stage`."""
        return self._trained.state() | self._image_loss.state()

    def load_state(self, state: State) -> None:
        """See `Stage`."""
        self._trained.load_state(state)
        self._image_loss.load_state(state)
