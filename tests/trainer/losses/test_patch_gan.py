"""The discriminator on pictures: what it learns to tell apart, whom it moves, and that it goes on where it stopped."""

import math
from collections.abc import Callable

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from trainer.config import DistillConfig, Recipe
from trainer.losses.image import ImageLoss
from trainer.losses.patch_gan import PatchDiscriminator, PatchGan
from trainer.models.workplace import make_workplace
from trainer.perceptual.lpips import load_lpips

PLACE = make_workplace(Recipe(name="any"), torch.device("cpu"), torch.float32)
Pairs = Callable[[], tuple[Tensor, Tensor]]


@pytest.fixture
def pairs() -> Pairs:
    """Grain, and the same pictures with strokes along the rows in its place."""
    generator = torch.Generator().manual_seed(5)

    def draw() -> tuple[Tensor, Tensor]:
        scene = F.interpolate(torch.rand(4, 3, 6, 6, generator=generator) - 0.5, (48, 48), mode="bilinear")
        grain = 0.4 * torch.randn(4, 3, 48, 48, generator=generator)
        return scene + F.avg_pool2d(grain, (1, 9), 1, (0, 4)) * 3, scene + grain

    return draw


def test_that_both_heads_see_patches_of_their_size() -> None:
    network = PatchDiscriminator()
    image = torch.zeros(1, 3, 125, 124, requires_grad=True)  # an odd side, as a random shift leaves it
    for logits, patch in zip(network(image), (20, 48), strict=True):
        assert logits.shape[:2] == (1, 1)
        (gradient,) = torch.autograd.grad(
            logits[0, 0, logits.shape[2] // 2, logits.shape[3] // 2], image, retain_graph=True
        )
        rows = gradient.abs().sum(dim=(0, 1, 3)).nonzero()
        assert int(rows.max() - rows.min()) + 1 == patch


@pytest.mark.slow
def test_that_it_learns_to_tell_strokes_from_grain_and_draws_results_towards_grain(pairs: Pairs) -> None:
    gan = PatchGan(PLACE, lr=2e-3, seed=1)
    learnt = [float(gan.learn(*pairs(), None)) for _ in range(60)]
    image, hq = pairs()
    assert learnt[0] == pytest.approx(math.log(2), abs=0.05)
    assert float(gan.learn(image, hq, None)) < 0.2
    assert float(gan.loss(image, hq, None)) > 2 > float(gan.loss(hq, hq, None))
    assert float(gan.loss(hq, hq, None)) == pytest.approx(math.log(2))

    image.requires_grad_()
    before = float(gan.loss(image, hq, None).detach())
    (gradient,) = torch.autograd.grad(gan.loss(image, hq, None), image)
    along = (gradient * (hq - image)).sum()  # the slope on the way to the true picture
    assert along < 0
    with torch.no_grad():
        after = float(gan.loss(image - 0.02 * gradient / gradient.square().mean().sqrt(), hq, None))
    assert after < before


def test_that_only_the_side_whose_turn_it_is_moves(pairs: Pairs) -> None:
    gan = PatchGan(PLACE, lr=1e-3, seed=1)
    image, hq = pairs()
    image.requires_grad_(), hq.requires_grad_()
    weights = [p.detach().clone() for p in gan.network.parameters()]
    gan.loss(image, hq, None).backward()
    assert image.grad is not None
    assert float(image.grad.abs().sum()) > 0
    assert hq.grad is None
    assert all(p.grad is None and p.requires_grad for p in gan.network.parameters())
    image.grad = None
    gan.learn(image, hq, None)
    assert (image.grad, hq.grad) == (None, None)
    assert not all(torch.equal(p, q) for p, q in zip(gan.network.parameters(), weights, strict=True))


def test_that_a_picture_without_noise_counts_for_nothing(pairs: Pairs) -> None:
    gan = PatchGan(PLACE, lr=1e-3, seed=1)
    image, hq = pairs()
    image.requires_grad_()
    (gradient,) = torch.autograd.grad(gan.loss(image, hq, torch.tensor([1.0, 0.0, 0.5, 0.0])), image)
    sizes = gradient.abs().sum(dim=(1, 2, 3))
    assert sizes[0] > sizes[2] > 0
    assert sizes[1] == sizes[3] == 0


def test_that_it_goes_on_where_it_stopped(pairs: Pairs) -> None:
    whole, first = (PatchGan(PLACE, lr=1e-3, seed=1) for _ in range(2))
    draws = [pairs() for _ in range(4)]
    for draw in draws:
        whole.learn(*draw, None)
    for draw in draws[:2]:
        first.learn(*draw, None)
    second = PatchGan(PLACE, lr=1e-3, seed=9)
    second.load_state(first.state())
    for draw in draws[2:]:
        second.learn(*draw, None)
    for a, b in zip(whole.network.state_dict().values(), second.network.state_dict().values(), strict=True):
        assert torch.equal(a, b)


def test_that_it_is_one_of_the_losses_where_it_has_a_weight(pairs: Pairs) -> None:
    lpips, random = load_lpips("alex"), torch.Generator().manual_seed(0)
    config = DistillConfig(w_l1=0, w_lpips=0, w_patch_gan=0.5)
    loss, figures = ImageLoss(config, PLACE, lpips, seed=1)(*pairs(), random)
    torch.testing.assert_close(loss, 0.5 * figures["patch_gan"])
    assert figures["discriminator"] > 0
    without = ImageLoss(DistillConfig(), PLACE, lpips)
    assert without.state() == {}
    assert not without(*pairs(), random)[1].keys() & {"patch_gan", "discriminator"}
