"""LPIPS, ST-LPIPS and DISTS: official values with the published weights, plain arithmetic with random ones."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from rsd_app.core.errors import ShapeError, TrainingError
from trainer.metrics.dists import Dists, load_dists
from trainer.perceptual.lpips import Lpips, frozen_network, load_lpips
from trainer.perceptual.unit_distance import unit_distance

# Official LPIPS v0.1 and DISTS of random_image(1) against random_image(2), from the reference numbers.
OFFICIAL = {"alex": 0.11788, "vgg": 0.32808, "dists": 0.19140}
# ST-LPIPS by the code of the wheel stlpips-pytorch 0.0.2: random_image(1) against (2), and (3) against (4).
OFFICIAL_ST = (0.0423054, 0.0404360)
FETCHED = os.environ.get("RSD_METRIC_WEIGHTS", "")  # a folder of fetched weights, to test those too


ALEX_LAYERS = [(64, 11, 4, 2, False), (192, 5, 1, 2, True), (384, 3, 1, 1, True), (256, 3, 1, 1, False)]
ALEX_LAYERS += [(256, 3, 1, 1, False)]
VGG_WIDTHS = [64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, "M", 512, 512, 512]
VGG_LAST_OF_STAGE = (1, 3, 6, 9, 12)


def random_weights(net: str, seed: int) -> dict[str, Tensor]:
    """Weights of a size that keeps the features alive, heads not negative as in the published ones."""
    generator = torch.Generator().manual_seed(seed)
    shapes: list[tuple[int, int]] = (
        [(width, kernel) for width, kernel, *_ in ALEX_LAYERS]
        if net != "vgg"
        else [(int(width), 3) for width in VGG_WIDTHS if width != "M"]
    )
    tensors: dict[str, Tensor] = {}
    before = 3
    for i, (width, kernel) in enumerate(shapes):
        spread = (2 / (before * kernel**2)) ** 0.5
        shape = (width, before, kernel, kernel)
        tensors[f"conv.{i}.weight"] = torch.randn(shape, generator=generator) * spread
        tensors[f"conv.{i}.bias"] = torch.randn(width, generator=generator) * 0.1
        before = width
    taps = range(5) if net != "vgg" else VGG_LAST_OF_STAGE
    for i, tap in enumerate(taps):
        tensors[f"head.{i}"] = torch.rand(shapes[tap][0], generator=generator)
    return tensors


def plain_lpips(net: str, weights: dict[str, Tensor], a: Tensor, b: Tensor) -> Tensor:
    """Official v0.1 arithmetic for images in [-1, 1]."""
    total = torch.zeros(a.shape[0])
    for i, (of_a, of_b) in enumerate(zip(_lpips_taps(net, weights, a), _lpips_taps(net, weights, b))):
        unit_a = of_a / (torch.sqrt(torch.sum(of_a**2, 1, keepdim=True)) + 1e-10)
        unit_b = of_b / (torch.sqrt(torch.sum(of_b**2, 1, keepdim=True)) + 1e-10)
        head = weights[f"head.{i}"].view(1, -1, 1, 1)
        total = total + F.conv2d((unit_a - unit_b) ** 2, head).mean((1, 2, 3))
    return total


def _lpips_taps(net: str, weights: dict[str, Tensor], x: Tensor) -> list[Tensor]:
    x = (x - torch.tensor([-0.030, -0.088, -0.188])[:, None, None]) / torch.tensor([0.458, 0.448, 0.450])[:, None, None]
    if net == "vgg":
        return _vgg_taps(weights, x, lambda y: F.max_pool2d(y, 2, 2))
    taps = []
    for i, (_, _, stride, padding, pool) in enumerate(ALEX_LAYERS):
        kernel, bias = weights[f"conv.{i}.weight"], weights[f"conv.{i}.bias"]
        if net == "st-alex":
            x = _blur_and_halve(F.max_pool2d(x, 3, 1)) if pool else x
            x = F.conv2d(x, kernel, bias, 1, padding)
            x = torch.relu(_blur_and_halve(x) if i == 0 else x)
        else:
            x = F.max_pool2d(x, 3, 2) if pool else x
            x = torch.relu(F.conv2d(x, kernel, bias, stride, padding))
        taps.append(x)
    return taps


def _blur_and_halve(x: Tensor) -> Tensor:
    """Sums of 1, 2, 1 along the columns, then along the rows, of what is mirrored by two pixels."""
    x = F.pad(x, (2, 2, 2, 2), mode="reflect")
    x = (x[..., :-2] + 2 * x[..., 1:-1] + x[..., 2:]) / 4
    x = (x[..., :-2, :] + 2 * x[..., 1:-1, :] + x[..., 2:, :]) / 4
    return x[..., ::2, ::2]


def _vgg_taps(weights: dict[str, Tensor], x: Tensor, pool: Callable[[Tensor], Tensor]) -> list[Tensor]:
    taps, i = [], 0
    for width in VGG_WIDTHS:
        if width == "M":
            x = pool(x)
            continue
        x = torch.relu(F.conv2d(x, weights[f"conv.{i}.weight"], weights[f"conv.{i}.bias"], 1, 1))
        if i in VGG_LAST_OF_STAGE:
            taps.append(x)
        i += 1
    return taps


def plain_dists(weights: dict[str, Tensor], a: Tensor, b: Tensor) -> Tensor:
    """DISTS of images in [0, 1] in float64, channel by channel as in eq. 3 to 5 of the paper."""
    weights = {name: tensor.double() for name, tensor in weights.items()}
    of_a, of_b = (_dists_features(weights, x.double()) for x in (a, b))
    result, channel = torch.zeros(a.shape[0], dtype=torch.float64), 0
    for x, y in zip(of_a, of_b):
        for c in range(x.shape[1]):
            p, q = x[:, c].flatten(1), y[:, c].flatten(1)
            mean_p, mean_q = p.mean(1), q.mean(1)
            texture = (2 * mean_p * mean_q + 1e-6) / (mean_p**2 + mean_q**2 + 1e-6)
            covariance = (p * q).mean(1) - mean_p * mean_q
            spread = p.var(1, correction=0) + q.var(1, correction=0)
            structure = (2 * covariance + 1e-6) / (spread + 1e-6)
            result += weights["alpha"][channel] * texture + weights["beta"][channel] * structure
            channel += 1
    return 1 - result / (weights["alpha"].sum() + weights["beta"].sum())


def _dists_features(weights: dict[str, Tensor], x: Tensor) -> list[Tensor]:
    deviation = torch.tensor([0.229, 0.224, 0.225], dtype=x.dtype)[:, None, None]
    mean = torch.tensor([0.485, 0.456, 0.406], dtype=x.dtype)[:, None, None]
    return [x, *_vgg_taps(weights, (x - mean) / deviation, _l2_pool)]


def _l2_pool(x: Tensor) -> Tensor:
    hanning = np.hanning(5)[1:-1]
    window = torch.from_numpy(np.outer(hanning, hanning) / np.outer(hanning, hanning).sum())
    padded = F.pad(x**2, (1, 1, 1, 1))
    height, width = (x.shape[2] + 1) // 2, (x.shape[3] + 1) // 2
    pooled = torch.zeros(*x.shape[:2], height, width, dtype=x.dtype)
    for i in range(3):
        for j in range(3):
            pooled += window[i, j] * padded[:, :, i : i + 2 * height - 1 : 2, j : j + 2 * width - 1 : 2]
    return (pooled + 1e-12).sqrt()


def random_image(seed: int) -> Tensor:
    generator = np.random.Generator(np.random.PCG64(seed))
    return torch.from_numpy(generator.uniform(-1, 1, (1, 3, 64, 64)).astype(np.float32))


def smooth_images(seed: int, count: int, side: int) -> Tensor:
    """Images in [-1, 1] with more in the low frequencies than in the high ones."""
    coarse = torch.randn(count, 3, side // 8 + 1, side // 8 + 1, generator=torch.Generator().manual_seed(seed))
    return F.interpolate(coarse, size=(side, side), mode="bilinear").tanh()


@pytest.fixture(scope="module")
def alex() -> Lpips:
    return load_lpips("alex")


@pytest.fixture(scope="module")
def random_vgg() -> dict[str, Tensor]:
    return random_weights("vgg", seed=3)


def test_that_bundled_lpips_gives_the_official_value(alex: Lpips) -> None:
    with torch.no_grad():
        assert alex(random_image(1), random_image(2)).item() == pytest.approx(OFFICIAL["alex"], abs=2e-5)


@pytest.mark.skipif(not FETCHED, reason="RSD_METRIC_WEIGHTS names no folder of fetched weights")
def test_that_fetched_networks_give_the_official_values() -> None:
    a, b = random_image(1), random_image(2)
    vgg, dists = load_lpips("vgg", folder=Path(FETCHED)), load_dists(folder=Path(FETCHED))
    assert vgg(a, b).item() == pytest.approx(OFFICIAL["vgg"], abs=1e-5)
    assert dists(a / 2 + 0.5, b / 2 + 0.5).item() == pytest.approx(OFFICIAL["dists"], abs=1e-5)


@pytest.mark.skipif(not FETCHED, reason="RSD_METRIC_WEIGHTS names no folder of fetched weights")
def test_that_fetched_st_lpips_gives_the_values_of_its_authors_code() -> None:
    network = load_lpips("st-alex", folder=Path(FETCHED))
    found = [network(random_image(a), random_image(b)).item() for a, b in ((1, 2), (3, 4))]
    assert found == pytest.approx(OFFICIAL_ST, abs=1e-6)


@pytest.mark.slow
@pytest.mark.parametrize(("net", "side"), [("alex", 67), ("vgg", 38), ("st-alex", 46)])
def test_that_distance_and_gradient_are_those_of_a_plain_implementation(net: str, side: int) -> None:
    weights = random_weights(net, seed=5)
    network = frozen_network(Lpips(net), weights, net, "cpu")
    a, b = smooth_images(1, 2, side), smooth_images(2, 2, side)
    ours, theirs = a.clone().requires_grad_(), a.clone().requires_grad_()
    distance, expected = network(ours, b), plain_lpips(net, weights, theirs, b)
    assert distance.shape == (2,)
    assert distance.min() > 0.05  # the random network does tell the images apart
    torch.testing.assert_close(distance, expected, rtol=1e-4, atol=1e-6)
    distance.sum().backward()
    expected.sum().backward()
    assert ours.grad is not None
    torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-3, atol=1e-3 * float(ours.grad.abs().max()))


def test_that_the_distance_of_features_has_autograds_gradient() -> None:
    random = torch.Generator().manual_seed(9)
    a, b = (torch.randn((5, 32, 48, 48), generator=random).relu_() for _ in range(2))  # more than go through at once
    a[1, :, 3, 4] = 0  # a place where nothing is left
    weight = torch.rand(32, generator=random)
    ours, theirs = (a.clone().requires_grad_() for _ in range(2))
    distance = unit_distance(ours, b, weight)
    unit_a, unit_b = (x / (x.square().sum(1, keepdim=True) + 1e-20).sqrt() for x in (theirs, b))
    expected = ((unit_a - unit_b) ** 2 * weight[:, None, None]).sum(1).mean((1, 2))
    torch.testing.assert_close(distance, expected, rtol=1e-5, atol=1e-7)
    (distance * torch.arange(5)).sum().backward()
    (expected * torch.arange(5)).sum().backward()
    assert ours.grad is not None
    assert theirs.grad is not None
    alive = theirs.grad.isfinite() & (a.sum(1, keepdim=True) > 0)
    torch.testing.assert_close(ours.grad[alive], theirs.grad[alive], rtol=1e-4, atol=1e-9)
    assert ours.grad.isfinite().all()

    half = a.bfloat16().requires_grad_()
    unit_distance(b.bfloat16(), half, weight).sum().backward()
    assert half.grad is not None
    assert half.grad.dtype == torch.bfloat16


def test_that_features_once_give_the_same_distance(alex: Lpips) -> None:
    a, b = smooth_images(3, 3, 64), smooth_images(4, 3, 64)
    fixed = alex.features(b)
    torch.testing.assert_close(alex.compare(alex.features(a), fixed), alex(a, b), rtol=1e-5, atol=1e-7)


def test_that_distance_is_symmetric_and_nothing_for_the_same_image(alex: Lpips) -> None:
    a, b = smooth_images(5, 1, 64), smooth_images(6, 1, 64)
    assert alex(a, a).item() == 0
    assert alex(a, b).item() == pytest.approx(alex(b, a).item(), rel=1e-5)


def test_that_only_the_image_that_wants_it_gets_a_gradient(alex: Lpips) -> None:
    a, b = smooth_images(7, 1, 64).requires_grad_(), smooth_images(8, 1, 64)
    alex(a, b).sum().backward()
    assert a.grad is not None
    assert a.grad.abs().max() > 0
    assert b.grad is None
    assert all(parameter.grad is None for parameter in alex.parameters())


def test_that_gradient_is_finite_where_every_feature_is_silent() -> None:
    weights = random_weights("alex", seed=1)
    for i in range(5):
        weights[f"conv.{i}.bias"].fill_(-100.0)  # no ReLU lets anything through
    network = frozen_network(Lpips("alex"), weights, "alex", "cpu")
    a = smooth_images(9, 1, 64).requires_grad_()
    network(a, smooth_images(10, 1, 64)).sum().backward()
    assert a.grad is not None
    assert bool(a.grad.isfinite().all())


def test_that_bfloat16_autocast_keeps_the_distance(alex: Lpips) -> None:
    a, b = smooth_images(11, 2, 96).requires_grad_(), smooth_images(12, 2, 96)
    with torch.autocast("cpu", torch.bfloat16):
        half = alex(a, b)
    half.sum().backward()
    assert half.dtype == torch.float32
    torch.testing.assert_close(half, alex(a, b), rtol=0.02, atol=0)
    assert a.grad is not None
    assert bool(a.grad.isfinite().all())


@pytest.mark.slow
@pytest.mark.parametrize(("net", "side"), [("alex", 31), ("vgg", 16), ("st-alex", 21)])
def test_that_the_smallest_image_works_and_a_smaller_one_is_refused(net: str, side: int) -> None:
    network = frozen_network(Lpips(net), random_weights(net, seed=2), net, "cpu")
    assert bool(network(smooth_images(1, 1, side), smooth_images(2, 1, side)).isfinite().all())
    with pytest.raises(ShapeError, match=str(side)):
        network(torch.zeros(1, 3, side - 1, side), torch.zeros(1, 3, side - 1, side))


def test_that_images_of_two_shapes_are_refused(alex: Lpips) -> None:
    with pytest.raises(ShapeError, match="64, 64"):
        alex(torch.zeros(1, 3, 64, 64), torch.zeros(1, 3, 64, 65))
    with pytest.raises(ShapeError, match="64, 64"):
        Dists()(torch.zeros(1, 3, 64, 64), torch.zeros(1, 3, 64, 65))


@pytest.mark.slow
@pytest.mark.parametrize("side", [32, 39])
def test_that_dists_is_that_of_a_plain_implementation(random_vgg: dict[str, Tensor], side: int) -> None:
    generator = torch.Generator().manual_seed(7)
    weights = {name: tensor for name, tensor in random_vgg.items() if name.startswith("conv.")}
    weights |= {name: torch.rand(1475, generator=generator) for name in ("alpha", "beta")}
    network = frozen_network(Dists(), weights, "DISTS", "cpu")
    a, b = (smooth_images(seed, 2, side) / 2 + 0.5 for seed in (1, 2))
    distance = network(a, b)
    assert distance.min() > 0.05
    torch.testing.assert_close(distance.double(), plain_dists(weights, a, b), rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(network(a, a), torch.zeros(2), rtol=0, atol=1e-6)
    torch.testing.assert_close(network(b, a), distance)


def test_that_missing_weights_name_the_command_that_fetches_them(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"LPIPS-VGG.*missing.*rsd train fetch-metrics"):
        load_lpips("vgg", folder=tmp_path)
    with pytest.raises(TrainingError, match=r"DISTS.*missing.*rsd train fetch-metrics"):
        load_dists(folder=tmp_path)
    with pytest.raises(TrainingError, match=r"missing.*rsd train fetch-metrics"):
        load_lpips("st-alex", folder=tmp_path)
    with pytest.raises(TrainingError, match=r"missing.*rsd train fetch-metrics"):
        load_lpips("vgg")  # the user's own cache folder, empty in tests


def test_that_an_unknown_network_is_refused() -> None:
    with pytest.raises(TrainingError, match=r"squeeze.*alex, vgg, st-alex"):
        Lpips("squeeze")


def test_that_weights_of_another_network_are_refused() -> None:
    with pytest.raises(TrainingError, match=r"LPIPS-vgg.*do not fit"):
        frozen_network(Lpips("vgg"), random_weights("alex", seed=1), "LPIPS-vgg", "cpu")
