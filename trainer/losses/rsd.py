"""The losses of residual-shifting distillation (RSD, arXiv 2503.13358)."""

from __future__ import annotations

import torch
from torch import Tensor

from trainer.losses.squared_error import squared_error

NORMALISER_FLOOR = 1e-8


def per_sample_mse(prediction: Tensor, target: Tensor) -> Tensor:
    """Mean squared error of each sample: (B, C, h, w) -> (B,), float32."""
    return squared_error(prediction.float(), target.float())


def fake_loss(fake_pred: Tensor, z0_hat: Tensor, weights: Tensor) -> Tensor:
    """|| f_phi(z_t) - sg(z0_hat) ||²: the fake network learns what the student makes. Scalar: the mean, each sample
    times its weight (B,).
    """
    return (per_sample_mse(fake_pred, z0_hat.detach()) * weights).mean()


def student_loss(teacher_pred: Tensor, fake_pred: Tensor, z0_hat: Tensor) -> Tensor:
    """L(theta) = || f*(z_t) - z0_hat ||² - || f_phi(z_t) - z0_hat ||², each sample divided by
    sg(mean |f*(z_t) - z0_hat|) + 1e-8 (the normalisation of SiD).

    The gradient runs through z0_hat and, by the two predictions, through z_t; the parameters of both networks
    are frozen by the caller.

    Args:
        teacher_pred, fake_pred: predictions of z0 at z_t, (B, C, h, w).
        z0_hat: the student's, (B, C, h, w).

    Returns:
        (B,), float32 or wider.
    """
    teacher_gap = squared_error(teacher_pred, z0_hat)
    fake_gap = squared_error(fake_pred, z0_hat)
    loss = teacher_gap - fake_gap
    return loss / normaliser(teacher_pred, z0_hat)


def normaliser(teacher_pred: Tensor, z0_hat: Tensor) -> Tensor:
    """sg(mean |f*(z_t) - z0_hat|) + 1e-8 of each sample: (B, C, h, w) -> (B,), without a gradient."""
    return (teacher_pred - z0_hat).detach().abs().mean((1, 2, 3)) + NORMALISER_FLOOR


def student_times(steps: int, count: int) -> Tensor:
    """N evenly spaced steps of T, the last (T-1) among them: (N,) increasing."""
    places = (torch.arange(1, count + 1, dtype=torch.float64) * steps / count).round().long() - 1
    return places.clamp(0, steps - 1)
