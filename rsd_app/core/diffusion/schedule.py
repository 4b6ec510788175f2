"""The shifting schedule of ResShift: how far, at each step, the residual has been added."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from rsd_app.core.errors import ConfigError

LAST_SQRT_ETA = 0.99  # sqrt(eta_{T-1}): the last step is almost the low-resolution image


def sqrt_eta_schedule(steps: int, *, kappa: float, min_noise_level: float, power: float = 0.3) -> Tensor:
    """The exponential schedule sqrt(eta_t), t = 0 … T-1 (ResShift, arXiv 2307.12348, eq. 9-10).

    Args:
        steps: T, at least 2. ResShift v1, v2, SinSR and RSD use 15; v3 uses 4.
        kappa: noise strength, above 0.
        min_noise_level: m; the first level is min(m / kappa, m).
        power: p, the curvature of the exponent.

    Returns:
        (T,) float64, increasing to 0.99.

    Raises:
        ConfigError: a value is out of its range.
    """
    if steps < 2:
        raise ConfigError("schedule.steps", f"is {steps}", "give 2 or more")
    if not (kappa > 0 and power > 0):
        raise ConfigError("schedule", f"has kappa {kappa} and power {power}", "both must be above 0")
    first = min(min_noise_level / kappa, min_noise_level)
    if not 0 < first < LAST_SQRT_ETA:
        raise ConfigError("schedule.min_noise_level", f"is {min_noise_level}", "give a number in (0, 0.99)")
    growth = math.log(LAST_SQRT_ETA / first)
    position = torch.arange(steps, dtype=torch.float64) / (steps - 1)
    return first * torch.exp(growth * position**power)
