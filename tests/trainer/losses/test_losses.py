"""The RSD losses against finite differences and their definition."""

import pytest
import torch
from torch import Tensor, nn

from rsd_app.core.diffusion.process import ResidualShifting
from rsd_app.core.errors import ShapeError
from trainer.losses.adversarial import FeatureDiscriminator, discriminator_loss, generator_loss
from trainer.losses.grid import grid_loss
from trainer.losses.rsd import NORMALISER_FLOOR, fake_loss, student_loss, student_times
from trainer.losses.squared_error import squared_error


class Toy(nn.Module):
    """A smooth network on two channels, in float64."""

    def __init__(self, seed: int, channels: int = 2) -> None:
        super().__init__()
        generator = torch.Generator().manual_seed(seed)
        self.weight = nn.Parameter(0.5 * torch.randn(2, channels, 3, 3, generator=generator, dtype=torch.float64))

    def forward(self, z: Tensor, t: Tensor, lq: Tensor, z_lq: Tensor, **_: object) -> Tensor:
        mixed = nn.functional.conv2d(z, self.weight, padding=1) * (1 + t.view(-1, 1, 1, 1))
        return z_lq + torch.tanh(mixed)


def test_that_the_students_gradient_is_that_of_finite_differences() -> None:
    """Through z0_hat and through z_t, by both frozen networks; the normaliser is a constant."""
    process = ResidualShifting(steps=4, kappa=0.5, min_noise_level=0.04)
    student, teacher, fake = Toy(1), Toy(2), Toy(3)
    draw = torch.Generator().manual_seed(4)
    z, z_lq, eps = (torch.randn(3, 2, 5, 5, generator=draw, dtype=torch.float64) for _ in range(3))
    t_n, t = torch.tensor([3, 1, 3]), torch.tensor([0, 2, 3])

    def parts() -> tuple[Tensor, Tensor, Tensor]:
        z0_hat = process.predict(student, z, t_n, z_lq, z_lq)
        z_t = process.forward(z0_hat, z_lq, t, eps)
        return process.predict(teacher, z_t, t, z_lq, z_lq), process.predict(fake, z_t, t, z_lq, z_lq), z0_hat

    with torch.no_grad():
        teacher_pred, _, z0_hat = parts()
        normaliser = (teacher_pred - z0_hat).flatten(1).abs().mean(1) + NORMALISER_FLOOR

    def written_out() -> Tensor:
        """The paper's L(theta), each sample over its constant normaliser."""
        teacher_pred, fake_pred, z0_hat = parts()
        gaps = (teacher_pred - z0_hat) ** 2 - (fake_pred - z0_hat) ** 2
        return (gaps.flatten(1).mean(1) / normaliser).sum()

    student_loss(*parts()).sum().backward()
    gradient = student.weight.grad
    assert gradient is not None
    step, flat = 1e-6, student.weight.data.view(-1)
    for index in range(0, flat.numel(), 5):
        kept = float(flat[index])
        with torch.no_grad():
            flat[index] = kept + step
            above = written_out()
            flat[index] = kept - step
            below = written_out()
            flat[index] = kept
        expected = float(above - below) / (2 * step)
        assert float(gradient.view(-1)[index]) == pytest.approx(expected, rel=1e-5, abs=1e-8)


def test_that_the_fake_network_learns_without_touching_the_student() -> None:
    prediction = torch.zeros(2, 1, 2, 2, requires_grad=True)
    image = torch.ones(2, 1, 2, 2, requires_grad=True)
    loss = fake_loss(prediction, image, torch.ones(len(image)))
    loss.backward()
    assert loss.item() == 1
    assert image.grad is None
    assert prediction.grad is not None


@pytest.mark.parametrize(
    ("steps", "count", "expected"),
    [(15, 4, [3, 7, 10, 14]), (4, 4, [0, 1, 2, 3]), (15, 1, [14])],
)
def test_that_student_times_are_even_and_end_at_the_last(steps: int, count: int, expected: list[int]) -> None:
    assert student_times(steps, count).tolist() == expected


def test_that_the_adversarial_losses_fall_as_each_side_wins() -> None:
    high, low = torch.full((4,), 5.0), torch.full((4,), -5.0)
    assert discriminator_loss(high, low) < discriminator_loss(low, high)
    assert generator_loss(high) < generator_loss(low)
    assert FeatureDiscriminator(8, 4)(torch.zeros(2, 8, 4, 4)).shape == (2, 1, 4, 4)


@pytest.mark.parametrize("period", [2, 4, 8])
def test_that_a_pattern_costs_its_power_and_an_offset_nothing(period: int) -> None:
    draw = torch.Generator().manual_seed(7)
    original = torch.rand(2, 3, 16, 24, generator=draw)
    stripes = 0.1 * torch.cos(2 * torch.pi * torch.arange(24) / period)
    assert grid_loss(original + 0.3, original, 8).item() == pytest.approx(0, abs=1e-12)
    assert grid_loss(original + stripes, original, 8).item() == pytest.approx(stripes.square().mean().item(), rel=1e-4)


def test_that_an_error_without_a_fixed_phase_costs_little() -> None:
    original = torch.zeros(1, 1, 128, 128)
    error = torch.randn(1, 1, 128, 128, generator=torch.Generator().manual_seed(8))
    assert grid_loss(original + error, original, 8).item() == pytest.approx(1 / 256, rel=0.5)  # 256 places a phase
    with pytest.raises(ShapeError, match="multiples of 7"):
        grid_loss(error, original, 7)


def test_that_the_squared_errors_gradient_is_autograds_in_the_layout_of_its_argument() -> None:
    draw = torch.Generator().manual_seed(5)
    a, b = (torch.randn(3, 4, 5, 6, generator=draw, dtype=torch.float64) for _ in range(2))
    a, b = (x.contiguous(memory_format=torch.channels_last).requires_grad_() for x in (a, b))
    assert torch.autograd.gradcheck(squared_error, (a, b))
    torch.testing.assert_close(squared_error(a, b), (a - b).square().flatten(1).mean(1))
    squared_error(a.float(), b.detach().float()).sum().backward()
    assert a.grad is not None
    assert b.grad is None
    assert a.grad.is_contiguous(memory_format=torch.channels_last)
