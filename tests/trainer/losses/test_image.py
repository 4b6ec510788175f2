"""The losses against the true image: their sum, and what moves LPIPS off the network's grid."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from rsd_app.core.errors import RsdError, ShapeError
from trainer.config import DistillConfig, Recipe, override
from trainer.losses.grid import grid_loss
from trainer.losses.image import ImageLoss
from trainer.losses.lines import line_loss
from trainer.losses.texture import texture_distance
from trainer.metrics.pixel import spectrum_lines
from trainer.models.workplace import make_workplace
from trainer.perceptual.lpips import Lpips, load_lpips

RECIPE = Recipe(name="any", distill=DistillConfig(lpips_shift=0, w_l1=0.5, w_lpips=2.0, w_grid=3.0))


class Seen(Lpips):
    """LPIPS that keeps what it was given."""

    def __init__(self) -> None:
        super().__init__("alex")
        self.load_state_dict(load_lpips("alex").state_dict())
        self.seen: list[Tensor] = []

    def features(self, image: Tensor, *, mean_squares: bool = False) -> list[Tensor]:
        self.seen.append(image)
        return super().features(image, mean_squares=mean_squares)

    @property
    def pairs(self) -> list[tuple[Tensor, Tensor]]:
        return list(zip(self.seen[::2], self.seen[1::2], strict=True))


def make_loss(lpips: Lpips, **changes: float) -> ImageLoss:
    config = dataclasses.replace(RECIPE.distill, **changes)  # type: ignore[arg-type]
    return ImageLoss(config, make_workplace(RECIPE, torch.device("cpu"), torch.float32), lpips)


@pytest.fixture
def images() -> tuple[Tensor, Tensor]:
    generator = torch.Generator().manual_seed(3)
    hq, other = (torch.rand(1, 3, 64, 48, generator=generator) * 2 - 1 for _ in range(2))
    return (0.9 * hq + 0.1 * other).requires_grad_(), hq


def test_that_the_losses_are_weighted_and_told_apart(images: tuple[Tensor, Tensor]) -> None:
    lpips = load_lpips("alex")
    loss, figures = make_loss(lpips)(*images, torch.Generator().manual_seed(0))
    expected = {
        "l1": (images[0] - images[1]).abs().mean(),
        "lpips": lpips(*images).mean(),
        "grid": grid_loss(*images, 8),
    }
    torch.testing.assert_close(figures, expected)
    torch.testing.assert_close(loss, 0.5 * expected["l1"] + 2 * expected["lpips"] + 3 * expected["grid"])
    assert make_loss(lpips, w_grid=0.0)(*images, torch.Generator().manual_seed(0))[1].keys() == {"l1", "lpips"}


def test_that_both_images_are_scaled_by_one_random_factor(images: tuple[Tensor, Tensor]) -> None:
    lpips, random = Seen(), torch.Generator().manual_seed(1)
    loss = make_loss(lpips, lpips_scale=0.2)
    heights = set()
    for _ in range(30):
        loss(*images, random)
        a, b = lpips.pairs[-1]
        assert a.shape == b.shape
        height, width = a.shape[2:]
        assert 0.8 * 64 <= height <= 1.2 * 64
        assert width == pytest.approx(height * 48 / 64, abs=1)
        heights.add(height)
    assert min(heights) < 56  # both ways, evenly
    assert max(heights) > 70
    assert len(heights) > 12
    same = make_loss(lpips, lpips_scale=0.2)(images[1], images[1], random)[1]
    assert float(same["lpips"]) == 0
    figure = loss(*images, random)[1]["lpips"]
    (gradient,) = torch.autograd.grad(figure, images[0])
    assert float(gradient.abs().max()) > 0


def test_that_scaling_takes_apart_what_repeats_with_the_grid() -> None:
    """A pattern of period 4 meets LPIPS-alex, which looks at every fourth pixel first, in other phases."""
    lpips, random = Seen(), torch.Generator().manual_seed(1)
    pattern = torch.tensor([0.3, -0.1, 0.1, -0.3]).repeat(16).expand(1, 3, 64, 64).contiguous()
    make_loss(lpips)(pattern, torch.zeros_like(pattern), random)
    make_loss(lpips, lpips_scale=0.2)(pattern, torch.zeros_like(pattern), random)
    (fixed, _), (moved, _) = lpips.pairs
    assert torch.equal(fixed[..., :-4], fixed[..., 4:])
    assert float((moved[..., :-4] - moved[..., 4:]).abs().max()) > 0.05


def test_that_no_image_becomes_too_small_for_lpips() -> None:
    small, lpips = torch.zeros(1, 3, 32, 32), Seen()
    random = torch.Generator().manual_seed(0)
    for _ in range(8):
        make_loss(lpips, lpips_scale=0.5)(small, small, random)
    assert min(image.shape[2] for image, _ in lpips.pairs) == lpips.architecture.smallest


def test_that_without_a_scale_no_random_number_more_is_drawn(images: tuple[Tensor, Tensor]) -> None:
    """So that the runs that have begun go on to the bit."""
    random, before = (torch.Generator().manual_seed(5) for _ in range(2))
    make_loss(load_lpips("alex"), lpips_shift=4)(*images, random)
    torch.randint(5, (2,), generator=before)
    assert torch.equal(random.get_state(), before.get_state())
    assert override(RECIPE, ["distill.lpips_scale=0.2"]).distill.lpips_scale == 0.2


def test_that_lpips_vgg_sees_the_same_part_of_both(
    images: tuple[Tensor, Tensor], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[Tensor, Tensor]] = []

    class Distance(nn.Module):
        conv = nn.ModuleList()

        def features(self, image: Tensor, *, mean_squares: bool = False) -> list[Tensor]:
            return [image]

        def compare(self, a: list[Tensor], b: list[Tensor]) -> Tensor:
            seen.append((a[0], b[0]))
            return (a[0] - b[0]).abs().mean(dim=(1, 2, 3))

    monkeypatch.setattr("trainer.losses.image.load_lpips", lambda net, device: Distance())
    image, hq = images
    loss = make_loss(load_lpips("alex"), w_vgg=3.0, vgg_side=16, w_texture=0.5)
    random, places = torch.Generator().manual_seed(2), set()
    for _ in range(12):
        total, figures = loss(image, hq, random)
        a, b = seen[-1]
        assert a.shape == b.shape == (1, 3, 16, 16)
        (y, x) = (hq == b[0, 0, 0, 0])[0, 0].nonzero()[0].tolist()
        torch.testing.assert_close(a, image[..., y : y + 16, x : x + 16])
        places.add((y, x))
        others = 0.5 * figures["l1"] + 2 * figures["lpips"] + 3 * figures["grid"]
        torch.testing.assert_close(total, others + 3 * figures["vgg"] + 0.5 * figures["texture"])
        torch.testing.assert_close(figures["texture"], texture_distance([a], [b]).mean())
    assert len(places) > 6


def test_that_lpips_vgg_sees_some_pictures_each_once_with_their_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Tensor] = []

    class Distance(nn.Module):
        conv = nn.ModuleList()

        def features(self, image: Tensor, *, mean_squares: bool = False) -> list[Tensor]:
            return [image]

        def compare(self, a: list[Tensor], b: list[Tensor]) -> Tensor:
            seen.append(a[0].mean(dim=(1, 2, 3)))
            return a[0].mean(dim=(1, 2, 3))

    monkeypatch.setattr("trainer.losses.image.load_lpips", lambda net, device: Distance())
    image = torch.arange(6).view(6, 1, 1, 1).expand(6, 3, 32, 32) / 10
    realism = torch.tensor([0, 0.2, 0.4, 0.6, 0.8, 1])
    loss = make_loss(load_lpips("alex"), w_vgg=1.0, vgg_side=16, vgg_pictures=2, lpips_shift=0)
    random, drawn = torch.Generator().manual_seed(1), set()
    for _ in range(40):
        _, figures = loss(image, image, random, realism)
        which = (seen[-1] * 10).round().long()
        assert len(which.unique()) == 2
        weights = 0.1 + 0.9 * realism[which]
        torch.testing.assert_close(figures["vgg"], (which / 10 * weights).mean())
        drawn |= set(which.tolist())
    assert drawn == set(range(6))


def test_that_missing_weights_of_vgg_are_named_at_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda name: str(tmp_path))
    with pytest.raises(RsdError, match="fetch-metrics"):
        make_loss(load_lpips("alex"), w_vgg=1.0)


def test_that_the_line_loss_sees_what_the_measure_sees() -> None:
    rng = np.random.default_rng(0)
    original = rng.integers(40, 216, (256, 256, 3), dtype=np.uint8)
    stripes = np.where(np.arange(256) % 4 < 2, 6, -6)[None, :, None]
    result = (original + stripes).astype(np.uint8)
    apart = spectrum_lines(result, original)
    assert apart.max() > 1
    both = [torch.from_numpy(p).permute(2, 0, 1)[None].float() / 127.5 - 1 for p in (result, original)]
    assert float(line_loss(both[0], both[1])) == pytest.approx(float((apart**2).mean()), rel=0.02)
    assert float(line_loss(both[1], both[1])) == 0


def test_that_the_line_loss_takes_stripes_away() -> None:
    generator = torch.Generator().manual_seed(4)
    original = torch.rand(4, 3, 64, 64, generator=generator) * 2 - 1
    stripes = torch.tensor([0.05, -0.05]).repeat(32)
    result = (original + stripes).requires_grad_()
    (gradient,) = torch.autograd.grad(line_loss(result, original), result)
    assert float((gradient * stripes).sum()) > 0


def test_that_sides_without_lines_are_refused() -> None:
    with pytest.raises(ShapeError, match="multiples of 8"):
        line_loss(torch.zeros(1, 3, 68, 64), torch.zeros(1, 3, 68, 64))


def test_that_textures_are_alike_wherever_they_lie_and_a_haze_is_not() -> None:
    random = torch.Generator().manual_seed(4)
    grain, other = (torch.rand((2, 8, 32, 32), generator=random).bfloat16() for _ in range(2))
    haze = torch.full_like(grain, 0.5).requires_grad_()
    assert texture_distance([grain], [grain]).abs().max() < 1e-6
    sample = float(texture_distance([other], [grain]).mean())
    blurred = texture_distance([haze], [grain])
    assert sample == pytest.approx(1 / 3, abs=0.02)
    assert blurred.detach().min() > 0.6
    blurred.sum().backward()
    assert haze.grad is not None
    assert haze.grad.isfinite().all()


def test_that_less_realism_is_more_squared_error_and_less_perception(images: tuple[Tensor, Tensor]) -> None:
    image, hq = (torch.cat([x, x]) for x in images)
    loss = make_loss(load_lpips("alex"), w_faithful=7.0)
    figures = {}
    for level in (0.0, 0.5, 1.0):
        realism = torch.full((2,), level)
        total, figures[level] = loss(image, hq, torch.Generator().manual_seed(0), realism)
        f = figures[level]
        torch.testing.assert_close(total, 0.5 * f["l1"] + 2 * f["lpips"] + 3 * f["grid"] + 7 * f["faithful"])
    squared = (image - hq).square().mean()
    torch.testing.assert_close(figures[0.0]["faithful"], squared)
    torch.testing.assert_close(figures[0.5]["faithful"], 0.5 * squared)
    assert figures[1.0]["faithful"] == 0
    torch.testing.assert_close(figures[0.0]["lpips"], 0.1 * figures[1.0]["lpips"])
