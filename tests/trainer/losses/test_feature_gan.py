"""Heads on frozen features, and DISTS on the features of LPIPS-VGG."""

import copy
import math

import pytest
import torch
from torch import Tensor

from trainer.config import Recipe
from trainer.losses.dists import DistsLoss
from trainer.losses.feature_gan import TAPS, FeatureGan
from trainer.metrics.dists import Dists
from trainer.models.workplace import make_workplace
from trainer.perceptual.lpips import ALEX, VGG16, Architecture, Lpips

PLACE = make_workplace(Recipe(name="any"), torch.device("cpu"), torch.float32)


def features(architecture: Architecture, strength: float, generator: torch.Generator) -> list[Tensor]:
    widths = [layer.channels for layer in architecture.layers if layer.tap]
    return [strength * torch.randn(2, width, 8, 8, generator=generator).relu() for width in widths]


@pytest.mark.slow
@pytest.mark.parametrize("architecture", [ALEX, VGG16])
def test_that_heads_learn_to_tell_weak_features_from_strong_ones(architecture: Architecture) -> None:
    generator = torch.Generator().manual_seed(3)
    gan = FeatureGan(PLACE, 2e-3, 1, architecture)
    for _ in range(40):
        weak, strong = features(architecture, 0.5, generator), features(architecture, 1, generator)
        loss = gan.learn(weak, strong, None)
    assert float(loss) < 0.3 < math.log(2)
    assert gan.learned == 40
    weak = [x.requires_grad_() for x in weak]
    told = gan.loss(weak, strong, torch.ones(2))
    assert float(told.detach()) > 1
    told.backward()
    assert all(weak[tap].grad is not None and float(weak[tap].grad.abs().max()) > 0 for tap in TAPS)
    assert float(gan.loss(strong, strong, None)) == pytest.approx(math.log(2), abs=1e-5)


def test_that_heads_go_on_exactly_from_their_state() -> None:
    generator = torch.Generator().manual_seed(4)
    first, second = (FeatureGan(PLACE, 1e-3, seed, ALEX) for seed in (1, 2))
    pairs = [(features(ALEX, 0.7, generator), features(ALEX, 1, generator)) for _ in range(4)]
    for pair in pairs[:2]:
        first.learn(*pair, None)
    second.load_state(copy.deepcopy(first.state()))
    for pair in pairs[2:]:
        assert torch.equal(first.learn(*pair, None), second.learn(*pair, None))


def test_that_samples_count_by_their_weights() -> None:
    generator = torch.Generator().manual_seed(5)
    gan = FeatureGan(PLACE, 1e-3, 1, ALEX)
    weak, strong = features(ALEX, 0.5, generator), features(ALEX, 1, generator)
    gan.learn(weak, strong, None)
    gan.network.eval()  # no step of the power iteration between the calls
    both = [gan.loss(weak, strong, torch.tensor(w)) for w in ([2.0, 0.0], [0.0, 2.0], [1.0, 1.0])]
    torch.testing.assert_close((both[0] + both[1]) / 2, both[2])


def test_that_dists_on_features_pooled_by_mean_squares_is_dists() -> None:
    torch.manual_seed(2)
    dists, lpips = Dists(), Lpips("vgg")
    lpips.conv.load_state_dict(dists.conv.state_dict())
    dists.alpha.uniform_()
    dists.beta.uniform_()
    a, b = torch.rand(2, 3, 64, 48), torch.rand(2, 3, 64, 48)
    of_a, of_b = (lpips.features(2 * x - 1, mean_squares=True) for x in (a, b))
    loss = DistsLoss(dists.alpha, dists.beta)
    torch.testing.assert_close(loss(2 * a - 1, 2 * b - 1, of_a, of_b), dists(a, b), atol=2e-4, rtol=0)
    torch.testing.assert_close(loss(2 * a - 1, 2 * a - 1, of_a, of_a), torch.zeros(2), atol=1e-5, rtol=0)
