"""The residual-shifting process: forward, posterior and the multi-step sampler (ResShift)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, Self

import torch
from torch import Tensor

from rsd_app.core.diffusion.schedule import sqrt_eta_schedule
from rsd_app.core.errors import ShapeError
from rsd_app.core.progress import CancelToken


class LatentPredictor(Protocol):
    """Predicts z0 from a scaled z_t; what the process takes as `network`."""

    def __call__(
        self,
        z_scaled: Tensor,
        t: Tensor,
        lq: Tensor,
        z_lq: Tensor,
        *,
        noise: Tensor | None = None,
        severity: Tensor | None = None,
    ) -> Tensor: ...


def diffuse(z0: Tensor, z_lq: Tensor, eta_t: Tensor, kappa: float, noise: Tensor) -> Tensor:
    """Sample z_t ~ q(z_t | z0, z_lq): shift z0 towards z_lq by eta_t and add noise (ResShift, eq. 1).

    Args:
        z0, z_lq, noise: latents, (B, C, h, w), one dtype and device.
        eta_t: shifting level in (0, 1), (B, 1, 1, 1).

    Raises:
        ShapeError: the latents differ in shape.
    """
    if not z0.shape == z_lq.shape == noise.shape:
        shapes = ", ".join(str(tuple(x.shape)) for x in (z0, z_lq, noise))
        raise ShapeError("diffuse", f"z0, z_lq and noise have shapes {shapes}", "they must be equal")
    return torch.addcmul(torch.lerp(z0, z_lq, eta_t), kappa * eta_t.sqrt(), noise)


class Schedule(Protocol):
    """The numbers of a schedule, as a model's header and a recipe hold them."""

    @property
    def steps(self) -> int:
        """T."""

    @property
    def kappa(self) -> float:
        """Noise strength."""

    @property
    def min_noise_level(self) -> float:
        """m: where the levels begin."""

    @property
    def power(self) -> float:
        """p: the curvature of the exponent."""

    @property
    def sigma_data(self) -> float:
        """Spread of the latents."""


class ResidualShifting:
    """The process with its schedule; everything that depends on eta and kappa is here.

    Args:
        steps, kappa, power, min_noise_level: of the schedule.
        sigma_data: standard deviation that network inputs are scaled by, with the noise of the step.
    """

    def __init__(
        self, *, steps: int, kappa: float, min_noise_level: float, power: float = 0.3, sigma_data: float = 1.0
    ) -> None:
        self.steps = steps
        self.kappa = kappa
        self.sigma_data = sigma_data
        sqrt_eta = sqrt_eta_schedule(steps, kappa=kappa, min_noise_level=min_noise_level, power=power)
        self._eta = sqrt_eta.square()
        self._eta_before = torch.cat([torch.zeros(1, dtype=torch.float64), self._eta[:-1]])

    @classmethod
    def from_spec(cls, spec: Schedule) -> Self:
        """The process of a model's header or of a recipe."""
        return cls(
            steps=spec.steps,
            kappa=spec.kappa,
            min_noise_level=spec.min_noise_level,
            power=spec.power,
            sigma_data=spec.sigma_data,
        )

    @property
    def last(self) -> int:
        """T-1: the step at which sampling starts, and the only one of a one-step generator."""
        return self.steps - 1

    def eta(self, t: Tensor, like: Tensor) -> Tensor:
        """eta_t for time indices t (B,), as (B, 1, 1, 1) in the dtype and on the device of `like`."""
        return self._eta.to(like.device)[t].to(like.dtype).view(-1, 1, 1, 1)

    def forward(self, z0: Tensor, z_lq: Tensor, t: Tensor, noise: Tensor) -> Tensor:
        """z_t for time indices t (B,); see `diffuse`."""
        return diffuse(z0, z_lq, self.eta(t, z0), self.kappa, noise)

    def prior(self, z_lq: Tensor, noise: Tensor) -> Tensor:
        """z_{T-1} = z_lq + kappa sqrt(eta_{T-1}) eps: where sampling starts; z0 is not needed."""
        return z_lq + self.kappa * float(self._eta[-1].sqrt()) * noise

    def scale_input(self, z_t: Tensor, t: Tensor) -> Tensor:
        """z_t / sqrt(eta_t kappa² + sigma_data²): the network sees unit variance at every step."""
        return z_t / (self.eta(t, z_t) * self.kappa**2 + self.sigma_data**2).sqrt()

    def predict(
        self,
        network: LatentPredictor,
        z_t: Tensor,
        t: Tensor,
        lq: Tensor,
        z_lq: Tensor,
        *,
        noise: Tensor | None = None,
        severity: Tensor | None = None,
    ) -> Tensor:
        """The network's prediction of z0 at z_t (B, C, h, w); scales the input."""
        return network(self.scale_input(z_t, t), t, lq, z_lq, noise=noise, severity=severity)

    def posterior(self, z_t: Tensor, z0_pred: Tensor, t: Tensor, noise: Tensor) -> Tensor:
        """Sample z_{t-1} given z_t and the prediction of z0 (ResShift, eq. 7); no noise at t = 0."""
        eta = self.eta(t, z_t)
        eta_before = self._eta_before.to(z_t.device)[t].to(z_t.dtype).view(-1, 1, 1, 1)
        alpha = eta - eta_before
        mean = (eta_before / eta) * z_t + (alpha / eta) * z0_pred
        return mean + self.kappa * (eta_before / eta * alpha).sqrt() * noise

    def sample(
        self,
        network: LatentPredictor,
        lq: Tensor,
        z_lq: Tensor,
        *,
        generator: torch.Generator | None = None,
        severity: Tensor | None = None,
        cancel: CancelToken | None = None,
    ) -> Tensor:
        """Sample z0 in T steps from the prior (the teacher's way).

        Args:
            lq: (B, 3, h, w) in [-1, 1]. z_lq: (B, C, h, w).
            generator: source of the noise, on the device of z_lq.
            cancel: checked before every step.

        Raises:
            Cancelled: cancel() was called.
        """

        def draw() -> Tensor:
            return torch.randn(z_lq.shape, generator=generator, device=z_lq.device, dtype=z_lq.dtype)

        stop = cancel or CancelToken()
        stop.raise_if_cancelled()
        walk = self.walk(network, self.prior(z_lq, draw()), lq, z_lq, lambda _: draw(), severity=severity)
        for _ in range(self.last):
            next(walk)
            stop.raise_if_cancelled()
        return next(walk)

    def walk(
        self,
        network: LatentPredictor,
        z: Tensor,
        lq: Tensor,
        z_lq: Tensor,
        draw: Callable[[int], Tensor],
        *,
        severity: Tensor | None = None,
    ) -> Iterator[Tensor]:
        """Go from z_{T-1} to z0 in T steps; yields after each, z0 last.

        Args:
            draw: the noise that is added after a step, (B, C, h, w); not asked for after the last, t = 0.
        """
        for step in range(self.last, -1, -1):
            t = torch.full((1,), step, device=z.device)
            z0_pred = self.predict(network, z, t.expand(len(z)), lq, z_lq, severity=severity)
            z = self.posterior(z, z0_pred, t, draw(step)) if step else z0_pred
            yield z
