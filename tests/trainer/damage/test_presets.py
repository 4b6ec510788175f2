"""Kinds of damage: a pure function of the seed, measurable steps, and a folder's own damage found again."""

from __future__ import annotations

import io
import json
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor

from rsd_app.__main__ import main
from rsd_app.core.errors import ConfigError
from tests.trainer.scenes import scene
from trainer.config import DAMAGES, DataConfig, Recipe, override
from trainer.damage.presets import MIXTURE, PRESETS, PresetDegrader, degrade_with
from trainer.damage.steps import dust, fade, halo, sensor_noise
from trainer.data.inspection import measure
from trainer.data.measured_damage import measure_damage
from trainer.data.photo_files import find_photos

CPU = torch.device("cpu")


def batch(count: int = 3, side: int = 128) -> Tensor:
    pictures = np.stack([scene(seed, side, side) for seed in range(count)])
    return torch.from_numpy(pictures).permute(0, 3, 1, 2).float() / 255


@pytest.mark.parametrize("name", [name for name in DAMAGES if name != "custom"])
def test_that_damage_is_a_function_of_the_seed_and_grows(name: str) -> None:
    hq = batch()
    make = degrade_with(DataConfig(damage=name), 4, CPU)
    assert torch.equal(make(5)(hq, 0.7), make(5)(hq, 0.7))
    clean = torch.nn.functional.interpolate(hq, scale_factor=0.25, mode="bicubic", antialias=True).clamp(0, 1)
    errors = []
    for severity in (0.0, 0.3, 1.0):
        made = torch.cat([make(seed)(hq, severity) for seed in range(6)])
        assert made.shape == (18, 3, 32, 32)
        assert torch.allclose(made * 255, (made * 255).round(), atol=1e-4)
        assert 0 <= float(made.min()) <= float(made.max()) <= 1
        errors.append(float((made - clean.repeat(6, 1, 1, 1)).abs().mean()))
    if name == "bicubic":
        assert max(errors) < 0.002  # the rounding
    else:
        assert errors == sorted(errors)
        assert errors[2] > 2 * errors[0]
        assert not torch.equal(make(5)(hq, 0.7), make(6)(hq, 0.7))


def test_that_each_preset_says_what_it_is() -> None:
    assert set(PRESETS) | {"restore", "resaved", "mixed", "custom"} == set(DAMAGES)
    assert all(len(preset.what) > 20 for preset in PRESETS.values())


@pytest.mark.slow
def test_that_a_mixture_draws_each_kind_in_its_share() -> None:
    assert sum(MIXTURE.values()) == pytest.approx(1)
    hq, make = batch(1, 32), degrade_with(DataConfig(damage="mixed"), 4, CPU)
    others = {kind: degrade_with(DataConfig(damage=kind), 4, CPU) for kind in MIXTURE}
    drawn = [
        next(kind for kind, other in others.items() if torch.equal(make(seed)(hq, 1.0), other(seed)(hq, 1.0)))
        for seed in np.random.default_rng(1).integers(2**62, size=300).tolist()
    ]
    for kind, share in MIXTURE.items():
        assert drawn.count(kind) / 300 == pytest.approx(share, abs=0.08)


def test_that_noise_of_dark_pictures_is_strongest_in_the_shadows() -> None:
    def deviation(light: float) -> float:
        flat = torch.full((4, 3, 128, 128), light)
        made = torch.cat([PresetDegrader(PRESETS["dark"], 4, seed, CPU)(flat, 1.0) for seed in range(8)])
        return float(made.std(dim=(2, 3)).mean())

    assert deviation(0.2) > 1.3 * deviation(0.8)


def test_that_sensor_noise_has_the_deviation_and_the_grid_of_a_sensor() -> None:
    gray = torch.full((4, 3, 64, 64), 0.5)
    amount, none = torch.full((4, 1, 1, 1), 0.03), torch.zeros(4, 1, 1, 1)
    made = sensor_noise(gray, amount, 0.7, none, torch.Generator().manual_seed(0)) - 0.5
    luma = (made * torch.tensor([0.299, 0.587, 0.114]).view(1, 3, 1, 1)).sum(1)
    assert float(luma.std()) == pytest.approx(0.03, rel=0.05)

    def neighbours(plane: Tensor) -> float:
        return float((plane[:, :, 1:] * plane[:, :, :-1]).mean() / plane.square().mean())

    assert neighbours(made[:, 0]) > neighbours(made[:, 1]) + 0.15  # red is measured at half as many sites
    bright = sensor_noise(gray + 0.4, amount, 0.7, none, torch.Generator().manual_seed(0)) - 0.9
    dark = sensor_noise(gray - 0.4, amount, 0.7, none, torch.Generator().manual_seed(0)) - 0.1
    assert float(bright[:, 1].clamp_max(0).square().mean()) > 2 * float(dark[:, 1].clamp_min(0).square().mean())
    smoothed = sensor_noise(gray, amount, 0.7, none + 1, torch.Generator().manual_seed(0)) - 0.5
    fine = smoothed[:, 1, :, 1:] - smoothed[:, 1, :, :-1]
    assert float(fine.std()) < 0.5 * float((made[:, 1, :, 1:] - made[:, 1, :, :-1]).std())


def test_that_dust_halo_and_fading_do_what_they_say() -> None:
    gray = torch.full((8, 3, 32, 32), 0.5)
    dusty = dust(gray, 3.0, torch.Generator().manual_seed(1)) - 0.5
    assert 0.001 < float((dusty.abs() > 0.1).float().mean()) < 0.15
    edge = torch.cat([torch.full((1, 3, 16, 16), 0.3), torch.full((1, 3, 16, 16), 0.7)], dim=3)
    rims = halo(edge, torch.ones(1, 1, 1, 1), torch.Generator().manual_seed(0))
    assert float(rims.max()) > 0.75
    assert float(rims.min()) < 0.25
    pale = fade(batch(), 0.25, torch.Generator().manual_seed(0))
    spread = (pale.amax(1) - pale.amin(1)).mean()
    assert float(spread) < float((batch().amax(1) - batch().amin(1)).mean())


def bad_photos(folder: Path, sigma: float, noise: float, quality: int) -> Path:
    folder.mkdir()
    for seed in range(6):
        photo = cv2.GaussianBlur(scene(seed), (0, 0), sigma) if sigma else scene(seed)
        grain = np.random.default_rng(seed).normal(0, noise, (*photo.shape[:2], 1))
        made = Image.fromarray((photo + grain).clip(0, 255).round().astype(np.uint8))
        made.save(folder / f"{seed}.png") if quality == 100 else made.save(folder / f"{seed}.jpg", quality=quality)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(("sigma", "noise", "quality"), [(2.0, 0.0, 100), (1.5, 8.0, 100), (0.0, 0.0, 60)])
def test_that_the_damage_of_a_folder_is_found(tmp_path: Path, sigma: float, noise: float, quality: int) -> None:
    found = measure_damage(find_photos([bad_photos(tmp_path / "bad", sigma, noise, quality)]))
    assert found.photos == 6
    assert found.blur[1] == pytest.approx(sigma, rel=0.3, abs=0.6)
    if quality == 100:
        own = measure(np.asarray(cv2.GaussianBlur(scene(0), (0, 0), sigma))).noise
        assert found.noise[1] == pytest.approx(np.hypot(noise, own), rel=0.2, abs=0.4)
    assert found.quality == (quality, quality)


@pytest.mark.slow
def test_that_custom_damage_measures_like_its_model(tmp_path: Path) -> None:
    """Photos degraded as a folder was measured are measured alike."""
    found = measure_damage(find_photos([bad_photos(tmp_path / "bad", 1.5, 7.0, 100)]))
    data = override(Recipe(name="any"), found.settings()).data
    assert data.damage == "custom"
    hq = torch.from_numpy(np.stack([scene(seed, 768, 1024) for seed in range(3)])).permute(0, 3, 1, 2).float() / 255
    made = degrade_with(data, 4, CPU)(1)(hq, 1.0)
    levels = (made * 255).round().to(torch.uint8).permute(0, 2, 3, 1).numpy()
    measured = [measure(picture) for picture in levels]
    assert np.mean([m.noise for m in measured]) == pytest.approx(np.mean(found.noise), rel=0.3)
    assert np.mean([m.blur for m in measured]) == pytest.approx(np.mean(found.blur), rel=0.35)


def test_that_custom_without_a_measurement_is_an_error() -> None:
    with pytest.raises(ConfigError, match="--like DIR"):
        degrade_with(DataConfig(damage="custom"), 4, CPU)
    with pytest.raises(ConfigError, match="did you mean film"):
        override(Recipe(name="any"), ["data.damage=fil"])


def test_that_a_preset_compresses_as_its_quality_says() -> None:
    plain = PresetDegrader(PRESETS["web"], 4, 3, CPU)(batch(2, 256), 1.0)
    file = io.BytesIO()
    Image.fromarray((plain[0] * 255).byte().permute(1, 2, 0).numpy()).save(file, "PNG")
    assert len(file.getvalue()) > 500


@pytest.mark.slow
def test_that_a_preview_is_a_sheet_of_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, bad = tmp_path / "photos", bad_photos(tmp_path / "bad", 1.0, 5.0, 70)
    folder.mkdir()
    for seed in range(4):
        Image.fromarray(scene(seed)).save(folder / f"{seed}.png")
    sheet = tmp_path / "new/sheet.png"
    settings = ["--set", "data.pair_side=64", "--set", "data.crop=16"]
    assert main(["train", "preview", str(folder), "--like", str(bad), *settings, "-o", str(sheet)]) == 0
    captured = capsys.readouterr()
    assert captured.out == f"{sheet}\n"
    assert "JPEG 70 to 70" in captured.err
    with Image.open(sheet) as picture:
        assert picture.size == (5 * 64 + 4 * 2, 6 * (64 + 18))
    assert main(["train", "measure", str(bad), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["quality"] == [70, 70]
