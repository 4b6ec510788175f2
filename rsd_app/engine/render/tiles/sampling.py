"""How a model comes from noise to a latent: a student in one step, a teacher in all of its steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

import torch
from torch import Tensor

from rsd_app.core.diffusion.process import LatentPredictor, ResidualShifting


class Sampler(Protocol):
    """One of the two."""

    @property
    def steps(self) -> int:
        """How often the network runs for a picture."""

    @property
    def noise_channels(self) -> int:
        """Random numbers that a position of the latent takes."""

    def latents(self, predict: LatentPredictor, z_lq: Tensor, lq: Tensor, noise: Tensor) -> Iterator[Tensor]:
        """The latent after each step; the last one is the result's.

        Args:
            z_lq: latent of the enlarged photo, (B, C, h, w).
            lq: the photo, (B, 3, h, w), range [-1, 1].
            noise: N(0, 1), (B, noise_channels, h, w).
        """


@dataclass(frozen=True)
class OneStep:
    """A student, whose network may take noise of its own."""

    process: ResidualShifting
    channels: int  # of the latent
    own_noise: int  # channels of the network's own
    steps: ClassVar[int] = 1

    @property
    def noise_channels(self) -> int:
        """See `Sampler`: the prior's, and the network's own."""
        return self.channels + self.own_noise

    def latents(self, predict: LatentPredictor, z_lq: Tensor, lq: Tensor, noise: Tensor) -> Iterator[Tensor]:
        """See `Sampler`."""
        z = self.process.prior(z_lq, noise[:, : self.channels])
        t = torch.full((1,), self.process.last, device=lq.device)
        own = noise[:, self.channels :] if self.own_noise else None
        yield self.process.predict(predict, z, t, lq, z_lq, noise=own)


@dataclass(frozen=True)
class Walk:
    """A teacher."""

    process: ResidualShifting
    channels: int  # of the latent

    @property
    def steps(self) -> int:
        """See `Sampler`."""
        return self.process.steps

    @property
    def noise_channels(self) -> int:
        """See `Sampler`: the prior's, and as many for each further step."""
        return self.channels * self.steps

    def latents(self, predict: LatentPredictor, z_lq: Tensor, lq: Tensor, noise: Tensor) -> Iterator[Tensor]:
        """See `Sampler`."""

        def draw(step: int) -> Tensor:
            return noise[:, step * self.channels : (step + 1) * self.channels]

        z = self.process.prior(z_lq, draw(0))
        return self.process.walk(predict, z, lq, z_lq, draw)
