"""The report over pairs of pictures."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch

from rsd_app.core.errors import ShapeError, TrainingError
from trainer.metrics.dists import Dists
from trainer.metrics.pixel import blockiness, psnr, spectrum_lines, ssim, stroke_excess
from trainer.metrics.report import measure_pairs
from trainer.perceptual.lpips import Lpips, load_lpips
from trainer.types import Picture


@pytest.fixture(scope="module")
def alex() -> Lpips:
    return load_lpips("alex")


def pair(seed: int, side: int, shift: int) -> tuple[str, Picture, Picture]:
    generator = np.random.Generator(np.random.PCG64(seed))
    original = generator.integers(40, 200, (side, side, 3)).astype(np.uint8)
    noise = generator.integers(-9, 10, (side, side, 3))
    noise[::2] = -noise[1::2]  # no mean of its own
    return f"photo-{seed}", (original + noise + shift).astype(np.uint8), original


@pytest.mark.slow
def test_that_a_report_holds_the_means_of_its_rows(alex: Lpips) -> None:
    pairs = [pair(seed, 256, shift) for seed, shift in ((1, 2), (2, -2), (3, 5))]
    report = measure_pairs(iter(pairs), alex)
    assert report.n == 3
    assert [row.name for row in report.rows] == ["photo-1", "photo-2", "photo-3"]
    assert report.psnr == pytest.approx(np.mean([psnr(a, b) for _, a, b in pairs]))
    assert report.ssim == pytest.approx(np.mean([ssim(a, b) for _, a, b in pairs]))
    assert report.colour_shift == pytest.approx(3)
    a, b = (torch.from_numpy(p).permute(2, 0, 1)[None].float() / 127.5 - 1 for p in pairs[0][1:])
    assert report.rows[0].lpips_alex == pytest.approx(alex(a, b).item(), rel=1e-4)
    assert report.lpips_alex == pytest.approx(np.mean([row.lpips_alex for row in report.rows]))
    lines = np.mean([spectrum_lines(a, b) for _, a, b in pairs], axis=0)
    assert report.pattern_db == pytest.approx(lines.max())
    assert report.strokes_db == pytest.approx(np.mean([stroke_excess(a, b) for _, a, b in pairs]))
    assert report.pattern_line is not None
    assert report.lines_db[report.pattern_line] == report.pattern_db
    for figure, (low, high) in report.intervals.items():
        assert low <= getattr(report, figure) <= high
    assert set(report.intervals) == {"psnr", "ssim", "lpips_alex", "niqe", "colour_shift", "strokes_db", "pattern_db"}


@pytest.mark.slow
def test_that_networks_not_given_are_none_and_those_given_are_measured(alex: Lpips) -> None:
    without = measure_pairs([pair(4, 64, 0)], alex)
    assert (without.lpips_vgg, without.dists, without.rows[0].dists) == (None, None, None)
    torch.manual_seed(0)
    report = measure_pairs([pair(4, 64, 0)], alex, Lpips("vgg"), Dists(), Lpips("st-alex"), scale=4)
    assert report.dists is not None
    assert 0 < report.dists < 1
    assert report.lpips_vgg is not None
    assert report.lpips_vgg > 0
    assert report.st_lpips is not None
    assert report.st_lpips not in (0, report.lpips_vgg, report.lpips_alex)
    assert (without.st_lpips, without.blockiness) == (None, None)
    assert report.blockiness == blockiness(pair(4, 64, 0)[1], 4)
    assert report.lpips_alex == without.lpips_alex


@pytest.mark.slow
def test_that_json_is_one_line_of_standard_json(alex: Lpips) -> None:
    name, _, original = pair(5, 40, 0)
    report = measure_pairs([(name, original, original)], alex)
    text = report.to_json()
    assert "\n" not in text
    read = json.loads(text)
    assert read["psnr"] is None  # infinite
    assert (read["n"], read["lpips_alex"], read["colour_shift"]) == (1, 0, 0)
    assert (read["strokes_db"], read["pattern_db"], read["lines_db"]) == (
        None,
        None,
        {},
    )  # 40 pixels are too few for the spectrum
    assert read["rows"][0]["name"] == name


def test_that_a_bad_pair_is_named(alex: Lpips) -> None:
    name, result, original = pair(6, 64, 0)
    with pytest.raises(ShapeError, match="photo-6"):
        measure_pairs([(name, result[:-1], original)], alex)
    with pytest.raises(ShapeError, match=r"photo-6.*31"):
        measure_pairs([(name, result[:20], original[:20])], alex)
    with pytest.raises(TrainingError, match="no pictures"):
        measure_pairs([], alex)
