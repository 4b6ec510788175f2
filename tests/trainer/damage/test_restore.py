"""Damage: JPEG against libjpeg, determinism, severity, filters."""

import io

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor

from trainer.damage.jpeg import jpeg, quantisation_tables
from trainer.damage.restore import Degrader, _sinc, filter_each, gaussian_kernels


def scene(side: int = 96) -> Tensor:
    """A smooth scene with edges, (1, 3, side, side) in [0, 1], of whole levels."""
    y, x = torch.meshgrid(torch.linspace(0, 1, side), torch.linspace(0, 1, side), indexing="ij")
    planes = [0.5 + 0.4 * torch.sin(9 * x + 5 * y), 0.3 + 0.6 * (x > 0.4), 0.2 + 0.7 * (y > 0.55) * x]
    return (torch.stack([p.float() for p in planes])[None] * 255).round() / 255


@pytest.mark.parametrize("quality", [30, 60, 90])
@pytest.mark.parametrize("subsample", [True, False])
def test_that_jpeg_is_libjpegs(quality: int, subsample: bool) -> None:
    """Mean difference under 1/255, and far under what the compression itself does."""
    image = scene()
    levels = (image[0].permute(1, 2, 0) * 255).round().to(torch.uint8).numpy()
    buffer = io.BytesIO()
    Image.fromarray(levels).save(buffer, "JPEG", quality=quality, subsampling=2 if subsample else 0)
    with Image.open(buffer) as decoded:
        expected = np.asarray(decoded).astype(float)
    ours = jpeg(image, torch.tensor([float(quality)]), subsample=subsample)[0].permute(1, 2, 0).numpy() * 255
    assert np.abs(ours - expected).mean() < 1.0
    assert np.abs(ours - expected).mean() < 0.7 * np.abs(levels - expected).mean() + 0.5


def test_that_quantisation_tables_scale_as_libjpegs() -> None:
    tables = quantisation_tables(torch.tensor([50.0, 100.0, 10.0]))
    assert tables[0, 0, 0, :3].tolist() == [16, 11, 10]
    assert tables[1].unique().tolist() == [1]
    assert tables[2, 0, 0, :3].tolist() == [80, 55, 50]


def test_that_a_seed_gives_the_same_damage() -> None:
    def make(seed: int) -> Tensor:
        return Degrader(4, seed, torch.device("cpu"))(scene().expand(4, -1, -1, -1), 0.8)

    assert torch.equal(make(1), make(1))
    assert not torch.equal(make(1), make(2))


@pytest.mark.slow
def test_that_damage_grows_with_severity() -> None:
    hq = scene().expand(8, -1, -1, -1)
    clean = torch.nn.functional.interpolate(hq, scale_factor=0.25, mode="area")

    def error(severity: float) -> float:
        runs = [Degrader(4, seed, torch.device("cpu"))(hq, severity) for seed in range(12)]
        return float(torch.stack([(lq - clean).abs().mean() for lq in runs]).mean())

    errors = [error(s) for s in (0.0, 0.3, 1.0)]
    assert errors[0] < 0.02
    assert errors == sorted(errors)
    assert errors[2] > 2 * errors[0]


def test_that_results_are_whole_levels_of_the_right_size() -> None:
    lq = Degrader(4, 3, torch.device("cpu"))(scene().expand(2, -1, -1, -1), 1.0)
    assert lq.shape == (2, 3, 24, 24)
    assert torch.allclose(lq * 255, (lq * 255).round(), atol=1e-4)


def test_that_the_filter_is_a_convolution_with_reflected_borders() -> None:
    ones = torch.ones(2)
    kernels = gaussian_kernels(ones * 2, ones * 3, ones * 0.5, ones)
    x = torch.rand(2, 3, 40, 36, generator=torch.Generator().manual_seed(0))
    padded = torch.nn.functional.pad(x, (10,) * 4, mode="reflect")
    weight = kernels.flip(1, 2).unsqueeze(1).repeat_interleave(3, dim=0)
    expected = torch.nn.functional.conv2d(padded.reshape(1, 6, 60, 56), weight, groups=6).view(2, 3, 40, 36)
    assert torch.allclose(filter_each(x, kernels), expected, atol=1e-5)


def test_that_kernels_keep_the_mean() -> None:
    sums = torch.cat(
        [_sinc(torch.tensor([1.5, 3.0])), gaussian_kernels(*(torch.full((1,), v) for v in (1.0, 2.0, 0.3, 0.8)))]
    )
    assert torch.allclose(sums.sum(dim=(1, 2)), torch.ones(3), atol=1e-5)


@pytest.mark.slow
def test_that_noise_reaches_the_reduced_picture() -> None:
    """A quarter of the groups at full severity keep noise of several levels from pixel to pixel."""
    flat = torch.full((4, 3, 96, 96), 0.5)
    found = 0
    for seed in range(48):
        lq = Degrader(4, seed, torch.device("cpu"))(flat, 1.0).mean(1) * 255
        finest = (lq[:, 1:, 1:] - lq[:, :-1, 1:] - lq[:, 1:, :-1] + lq[:, :-1, :-1]) / 2
        found += float(finest.std(dim=(1, 2)).median()) > 3
    assert found > 48 / 4
