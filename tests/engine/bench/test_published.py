"""The benchmark of the paper family: that it measures the same picture, not how fast."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from rsd_app.core.device.choice import Device
from rsd_app.core.errors import ConfigError
from rsd_app.engine.bench import published
from rsd_app.engine.bench.published import measure_published
from rsd_app.engine.bench.speed import measure_speed
from rsd_app.engine.render.published.model import load_published
from tests.engine.toy_published import write_toy

CPU = Device(torch.device("cpu"), torch.float32, "CPU")


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path))
    monkeypatch.setattr(published, "SIDE", 16)
    monkeypatch.setattr(published, "ROUNDS", 1)
    return write_toy(tmp_path)


def test_that_the_plain_form_makes_the_same_picture(model: Path) -> None:
    ours = published._work(load_published(model, CPU))()
    with published._plainly():
        plain = published._work(load_published(model, CPU, plain=True))()
    assert (ours - plain).abs().mean() < 1e-3


def test_that_speed_and_memory_come_as_ratios(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published, "_peak_mb", lambda path, device, plain: 300.0 if plain else 150.0)
    figures = measure_published(model, CPU, profile=True)
    assert figures["memory"] == 0.5
    assert figures["gain"] == pytest.approx(figures["plain_seconds"] / figures["seconds"], rel=0.3)  # type: ignore[operator]
    assert set(figures["parts"]) == {"encoder", "network", "decoder", "codebook"}  # type: ignore[call-overload]
    layers = figures["layers"]
    assert isinstance(layers, dict)
    assert list(layers.values()) == sorted(layers.values(), reverse=True)
    # Which are the slowest depends on the machine, what they are called does not.
    assert layers
    assert {name.partition(".")[0] for name in layers} <= set(figures["parts"])  # type: ignore[call-overload]


@pytest.mark.slow
def test_that_profiles_are_of_published_models(model: Path) -> None:
    with pytest.raises(ConfigError, match="--profile: is for models of the paper family"):
        measure_speed("restore-x4", "cpu", "fp32", profile=True)
    assert "gain" in measure_speed(str(model), "cpu", "fp32")
