"""The process against closed forms, in float64."""

import pytest
import torch
from torch import Tensor

from rsd_app.core.diffusion.process import ResidualShifting, diffuse
from rsd_app.core.errors import ShapeError
from rsd_app.core.files.model_file import ScheduleSpec
from rsd_app.core.progress import Cancelled, CancelToken

PROCESS = ResidualShifting(steps=4, kappa=2.0, min_noise_level=0.2)


def normal(seed: int, *shape: int) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def test_that_z_t_is_the_shifted_residual_plus_noise() -> None:
    z0, z_lq, eps = (normal(seed, 2, 3, 4, 4) for seed in range(3))
    t = torch.tensor([1, 3])
    z_t = PROCESS.forward(z0, z_lq, t, eps)
    for i, root in enumerate((0.520096372208, 0.99)):
        expected = (1 - root**2) * z0[i] + root**2 * z_lq[i] + 2 * root * eps[i]
        assert torch.allclose(z_t[i], expected, atol=1e-9)


def test_that_the_posterior_is_the_product_of_two_gaussians() -> None:
    """q(z_{t-1} | z_t, z0) by Bayes from the two forward kernels, written out independently."""
    root_before, root = 0.520096372208, 0.761381990619
    eta_before, eta = root_before**2, root**2
    z0, z_lq, z_t = 0.3, -0.5, 0.1
    alpha = eta - eta_before
    precision = 1 / (4 * alpha) + 1 / (4 * eta_before)
    from_step = (z_t - alpha * (z_lq - z0)) / (4 * alpha)
    from_start = (z0 + eta_before * (z_lq - z0)) / (4 * eta_before)
    mean, variance = (from_step + from_start) / precision, 1 / precision

    def place(value: float) -> Tensor:
        return torch.full((1, 1, 1, 1), value, dtype=torch.float64)

    t = torch.tensor([2])
    quiet = PROCESS.posterior(place(z_t), place(z0), t, place(0.0))
    noisy = PROCESS.posterior(place(z_t), place(z0), t, place(1.0))
    assert float(quiet) == pytest.approx(mean, abs=1e-9)
    assert float(noisy - quiet) == pytest.approx(variance**0.5, abs=1e-9)


def test_that_the_last_step_adds_no_noise() -> None:
    z_t, z0, eps = (normal(seed, 1, 3, 2, 2) for seed in range(3))
    assert torch.allclose(PROCESS.posterior(z_t, z0, torch.tensor([0]), eps), z0, atol=1e-12)


def test_that_a_network_that_knows_z0_samples_it() -> None:
    z0, z_lq = normal(1, 1, 3, 4, 4), normal(2, 1, 3, 4, 4)

    def oracle(z: Tensor, t: Tensor, lq: Tensor, z_lq: Tensor, **_: object) -> Tensor:
        return z0

    assert torch.allclose(PROCESS.sample(oracle, z_lq, z_lq), z0, atol=1e-12)


def test_that_the_sampler_follows_the_closed_form_of_a_linear_network() -> None:
    """z0_pred = w z + v with the scaled z: then z_0 is w_0 (… (z_T-1) …) plus noise, known to the last digit."""
    roots = (0.1, 0.520096372208, 0.761381990619, 0.99)  # of the schedule as published, independent of ours
    w, v, z_lq, count = 0.3, -0.2, 0.5, 40_000
    mean, variance = z_lq, 4 * roots[3] ** 2
    for step in (3, 2, 1, 0):
        eta, before = roots[step] ** 2, roots[step - 1] ** 2 if step else 0.0
        kept, taken = before / eta, (eta - before) / eta
        slope = kept + taken * w / (4 * eta + 1) ** 0.5
        mean, variance = slope * mean + taken * v, slope**2 * variance + 4 * kept * (eta - before)

    def linear(z: Tensor, t: Tensor, lq: Tensor, z_lq: Tensor, **_: object) -> Tensor:
        return w * z + v

    given = torch.full((1, 1, 200, count // 200), z_lq, dtype=torch.float64)
    sampled = PROCESS.sample(linear, given, given, generator=torch.Generator().manual_seed(5))
    assert float(sampled.mean()) == pytest.approx(mean, abs=5 * (variance / count) ** 0.5)
    assert float(sampled.var()) == pytest.approx(variance, rel=0.04)
    # Without noise, from one z, step by step.
    z = PROCESS.prior(given[..., :1, :1], torch.ones(1, 1, 1, 1, dtype=torch.float64))
    expected = z_lq + 2 * roots[3]
    for step, reached in zip((3, 2, 1, 0), PROCESS.walk(linear, z, z, z, lambda _: torch.zeros_like(z)), strict=True):
        eta, before = roots[step] ** 2, roots[step - 1] ** 2 if step else 0.0
        expected = before / eta * expected + (1 - before / eta) * (w * expected / (4 * eta + 1) ** 0.5 + v)
        assert float(reached) == pytest.approx(expected, abs=1e-9)


def test_that_sampling_stops_between_steps() -> None:
    token, calls = CancelToken(), []

    def network(z: Tensor, t: Tensor, lq: Tensor, z_lq: Tensor, **_: object) -> Tensor:
        calls.append(int(t[0]))
        token.cancel()
        return z

    with pytest.raises(Cancelled):
        PROCESS.sample(network, normal(1, 1, 3, 2, 2), normal(2, 1, 3, 2, 2), cancel=token)
    assert calls == [3]


def test_that_network_inputs_have_unit_variance() -> None:
    z0 = normal(1, 1, 1, 400, 400)
    for step in range(4):
        t = torch.tensor([step])
        z_t = PROCESS.forward(z0, z0, t, normal(2, 1, 1, 400, 400))
        assert float(PROCESS.scale_input(z_t, t).var()) == pytest.approx(1.0, abs=0.02)


def test_that_latents_of_other_shapes_are_refused() -> None:
    with pytest.raises(ShapeError, match="must be equal"):
        diffuse(normal(1, 1, 3, 4, 4), normal(2, 1, 3, 4, 2), torch.ones(1, 1, 1, 1), 1.0, normal(3, 1, 3, 4, 4))


def test_that_a_models_header_gives_its_process() -> None:
    spec = ScheduleSpec(steps=6, power=0.5, kappa=1.5, min_noise_level=0.1, sigma_data=0.7)
    process = ResidualShifting.from_spec(spec)
    expected = ResidualShifting(steps=6, power=0.5, kappa=1.5, min_noise_level=0.1, sigma_data=0.7)
    t, like = torch.arange(6), normal(0, 6, 1, 2, 2)
    assert torch.equal(process.eta(t, like), expected.eta(t, like))
    assert (process.last, process.kappa, process.sigma_data) == (5, 1.5, 0.7)
