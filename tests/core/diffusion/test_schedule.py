"""The schedule against the published numbers (copied from the reference of the public networks)."""

import pytest
import torch

from rsd_app.core.diffusion.schedule import sqrt_eta_schedule
from rsd_app.core.errors import ConfigError

SQRT_ETA_15 = (
    0.020000000000, 0.117165082298, 0.176304555272, 0.233628916549, 0.291574127764,
    0.351009284317, 0.412356144300, 0.475857730919, 0.541671677627, 0.609909933449,
    0.680658017144, 0.753985262495, 0.829950662411, 0.908606387786, 0.990000000000,
)  # fmt: skip
SQRT_ETA_4 = (0.100000000000, 0.520096372208, 0.761381990619, 0.990000000000)


@pytest.mark.parametrize(
    ("steps", "level", "expected"), [(15, 0.04, SQRT_ETA_15), (4, 0.2, SQRT_ETA_4)], ids=["v1-v2", "v3"]
)
def test_that_the_schedule_is_the_published_one(steps: int, level: float, expected: tuple[float, ...]) -> None:
    schedule = sqrt_eta_schedule(steps, kappa=2.0, min_noise_level=level)
    assert torch.allclose(schedule, torch.tensor(expected, dtype=torch.float64), atol=1e-6, rtol=0)


@pytest.mark.parametrize("arguments", [{"steps": 1}, {"kappa": 0.0}, {"min_noise_level": 2.5}])
def test_that_impossible_schedules_are_refused(arguments: dict[str, float]) -> None:
    with pytest.raises(ConfigError):
        sqrt_eta_schedule(**({"steps": 15, "kappa": 2.0, "min_noise_level": 0.04} | arguments))  # type: ignore[arg-type]
