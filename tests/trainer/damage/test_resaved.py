"""Photos that were saved again and again: blocks on grids of their own, colours at half size, little else."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from tests.trainer.scenes import scene
from trainer.damage.resaved import ResavedDegrader
from trainer.damage.restore import reduce
from trainer.metrics.pixel import blockiness

CPU = torch.device("cpu")
SEEDS = range(24)


def resaved(severity: float, hq: Tensor) -> list[Tensor]:
    return [ResavedDegrader(4, seed, CPU)(hq, severity) for seed in SEEDS]


def photo(side: int = 512) -> Tensor:
    return torch.from_numpy(scene(3, side, side)).permute(2, 0, 1)[None].float() / 255


def strongest_grid(lq: Tensor) -> float:
    """Blockiness on the best of all grids of 8 pixels."""
    picture = (lq[0] * 255).round().byte().permute(1, 2, 0).numpy()
    found = [blockiness(np.ascontiguousarray(picture[shift:, shift:]), 1.0) for shift in range(8)]
    return max(value for value in found if value is not None)


def test_that_blocks_grow_with_severity() -> None:
    hq = photo()
    means = [np.mean([strongest_grid(lq) for lq in resaved(severity, hq)]) for severity in (0.0, 0.3, 1.0)]
    assert means == sorted(means)
    assert means[0] < 1.3
    assert means[2] > means[0] + 0.3


def test_that_severity_0_is_a_reduction_and_light_damage_less_than_heavy() -> None:
    hq = photo()
    ways = [(reduce(hq, (128, 128), way).clamp(0, 1) * 255).round() / 255 for way in ("area", "bilinear", "bicubic")]
    assert all(any(torch.equal(lq, way) for way in ways) for lq in resaved(0.0, hq))
    light, heavy = (
        np.median([min(float((lq - way).abs().mean()) for way in ways) for lq in resaved(severity, hq)])
        for severity in (0.02, 1.0)
    )
    assert 0 < light < 0.5 * heavy


def test_that_colours_are_coarser_than_the_light() -> None:
    """Of detail from pixel to pixel, JPEG at half the size of the colours leaves less in them than in the luma."""
    noise = torch.rand((1, 3, 512, 512), generator=torch.Generator().manual_seed(0))
    hq = torch.nn.functional.interpolate(noise[..., ::4, ::4], scale_factor=4, mode="nearest")

    def fine(lq: Tensor) -> float:
        red, green, blue = lq[0]
        luma, color = 0.299 * red + 0.587 * green + 0.114 * blue, blue - (0.299 * red + 0.587 * green + 0.114 * blue)
        return float(color.diff(dim=1).std() / luma.diff(dim=1).std())

    assert np.median([fine(lq) for lq in resaved(0.6, hq)]) < 0.7 * fine(resaved(0.0, hq)[0])


@pytest.mark.parametrize("scale", [2, 4])
def test_that_results_are_whole_levels_of_the_reduced_size(scale: int) -> None:
    lq = ResavedDegrader(scale, 5, CPU)(photo(96).expand(3, -1, -1, -1), 1.0)
    assert lq.shape == (3, 3, 96 // scale, 96 // scale)
    assert torch.allclose(lq * 255, (lq * 255).round(), atol=1e-4)
    assert not torch.equal(lq[0], lq[1])
