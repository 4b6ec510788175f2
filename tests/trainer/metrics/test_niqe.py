"""NIQE against a kept library's figures, and the judges of pyiqa through a stand-in."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor

from rsd_app.core.errors import TrainingError
from rsd_app.core.resources import resource_path
from trainer.metrics.comparison import compare
from trainer.metrics.iqa import IQA_METRICS, load_iqa
from trainer.metrics.niqe import niqe
from trainer.metrics.report import measure_pairs
from trainer.metrics.tables import markdown, table_csv
from trainer.perceptual.lpips import load_lpips
from trainer.types import Picture


def scene(noise: float) -> Picture:
    """Smooth colours, noise in the lower half, a flat corner."""
    rng = np.random.default_rng(7)
    small = rng.integers(30, 226, (30, 40, 3), dtype=np.uint8)
    picture = np.asarray(Image.fromarray(small).resize((400, 300), Image.Resampling.BICUBIC)).astype(float)
    picture[150:] += rng.normal(0, noise, (150, 400, 1))
    picture[:60, :200] = 128
    return np.clip(np.round(picture), 0, 255).astype(np.uint8)


def test_that_niqe_is_that_of_basicsr() -> None:
    """The figures are those of basicsr 1.4.2, whose own were held against MATLAB's."""
    assert niqe(scene(3)) == pytest.approx(11.00825, abs=1e-3)
    assert niqe(scene(25)) == pytest.approx(11.70472, abs=1e-3)
    with Image.open(resource_path("samples/budgie.jpg")) as photo:  # decoders of JPEG differ by a level
        assert niqe(np.asarray(photo.convert("RGB"))) == pytest.approx(4.7942, abs=0.02)


def test_that_blurred_and_noisy_photos_are_less_natural() -> None:
    with Image.open(resource_path("samples/budgie.jpg")) as photo:
        small = photo.convert("RGB").resize((120, 80), Image.Resampling.BICUBIC)
        blurred = niqe(np.asarray(small.resize(photo.size, Image.Resampling.BICUBIC)))
        whole = np.asarray(photo.convert("RGB")).astype(float)
    noisy = niqe(np.clip(whole + np.random.default_rng(0).normal(0, 30, whole.shape), 0, 255).astype(np.uint8))
    clean = niqe(whole.astype(np.uint8))
    assert clean is not None
    assert blurred is not None
    assert noisy is not None
    assert blurred > clean + 1
    assert noisy > clean + 1


@pytest.mark.parametrize("shape", [(95, 300, 3), (96, 191, 3), (400, 400, 3)])
def test_that_nothing_is_said_of_what_is_too_small_or_flat(shape: tuple[int, int, int]) -> None:
    assert niqe(np.full(shape, 90, np.uint8)) is None


@pytest.fixture
def pyiqa(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """A module in pyiqa's place: brightness for CLIPIQA, a hundred times it for MUSIQ; what was asked for."""
    asked: list[tuple[str, str]] = []

    def create_metric(name: str, device: torch.device) -> Callable[[Tensor], Tensor]:
        asked.append((name, str(device)))

        def metric(image: Tensor) -> Tensor:
            assert image.shape[:2] == (1, 3)
            assert 0 <= float(image.min()) <= float(image.max()) <= 1
            return image.mean().view(1, 1) * (100 if name == "musiq" else 1)

        return metric

    module = types.ModuleType("pyiqa")
    module.create_metric = create_metric  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pyiqa", module)
    return asked


def test_that_results_without_originals_are_judged_alone(pyiqa: list[tuple[str, str]]) -> None:
    pictures = [("a", np.full((200, 200, 3), 51, np.uint8)), ("b", scene(3))]
    pairs = [(name, picture, None) for name, picture in pictures]
    report = measure_pairs(pairs, load_lpips("alex"), judges=load_iqa())
    assert pyiqa == [(name, "cpu") for name in IQA_METRICS]
    flat, rich = report.rows
    assert (flat.niqe, flat.psnr, flat.lpips_alex, flat.pattern_db) == (None, None, None, None)
    assert flat.clipiqa == pytest.approx(0.2)
    assert flat.musiq == pytest.approx(20)
    assert report.niqe == rich.niqe
    assert (report.psnr, report.lines_db) == (None, {})
    table = markdown({"mine": report})
    assert "| model | pictures | NIQE ↓ | CLIPIQA ↑ | MUSIQ ↑ |" in table
    assert "PSNR" not in table
    assert table_csv({"mine": report}).count("\n") == 3
    darker = measure_pairs([(n, p // 2, None) for n, p in pictures], load_lpips("alex"), judges=load_iqa())
    found = {entry.figure: entry for entry in compare(report, darker)}
    assert found["clipiqa"].wins == found["musiq"].wins == 0  # higher is better
    assert found["niqe"].pictures == 1


def test_that_a_missing_extra_or_network_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyiqa", None)
    with pytest.raises(TrainingError, match=r"iqa extra.*pip install 'rsd-studio\[iqa\]'"):
        load_iqa()

    def offline(name: str, device: torch.device) -> None:
        raise OSError("no route to host")

    module = types.ModuleType("pyiqa")
    module.create_metric = offline  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pyiqa", module)
    with pytest.raises(TrainingError, match=r"could not make clipiqa.*check the network"):
        load_iqa()
