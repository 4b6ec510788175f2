"""The severity of a photo where it is left to the model: estimated once, the same for previews, runs and recipes."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from rsd_app.__main__ import main
from rsd_app.core.errors import ImageReadError
from rsd_app.core.files.model_file import read_header
from rsd_app.core.progress import CancelToken
from rsd_app.engine.events import Done
from rsd_app.engine.photo import Photo
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.picture.preview import open_preview
from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.engine.record.recipe import read_record
from rsd_app.engine.render import severity
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.render.protocol import Model, Window
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.toy_models import write_estimating_model, write_toy_model

CHEAPEST = 0.3
TOLD = 0.15  # half of it


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_estimating_model(tmp_path / "toy.safetensors", CHEAPEST))


def photo(path: Path, width: int = 120, height: int = 50, mode: str = "RGB") -> Path:
    values = np.random.default_rng(1).integers(0, 256, (height, width, len(mode)), dtype=np.uint8)
    Image.fromarray(values if len(mode) > 1 else values[..., 0]).save(path)
    return path


def known(models: ModelPool, config: UpscaleConfig, source: Path) -> tuple[UpscaleConfig, Model]:
    with Photo(source, config) as opened:
        return models.get_for(config, opened)


def settings(model: str, **others: Any) -> UpscaleConfig:
    return UpscaleConfig(**{"model": model, "device": "cpu", "precision": "fp32", "overwrite": True} | others)


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA"])
def test_that_auto_is_what_was_estimated(model: str, tmp_path: Path, mode: str) -> None:
    source, results = photo(tmp_path / "a.png", mode=mode), []
    for told in (None, TOLD, 0.0):
        config = settings(model, severity=told)
        outcome = prepare(source, config).run(None, emit=lambda event: None, cancel=CancelToken())
        assert isinstance(outcome, Done)
        results.append(np.asarray(Image.open(outcome.destination)))
        assert read_record(outcome.destination).severity == f"{TOLD if told is None else told:g}"
    assert np.array_equal(results[0], results[1])
    assert not np.array_equal(results[0], results[2])


@pytest.mark.parametrize(("quality", "told"), [(97, TOLD), (90, TOLD), (75, 0.3), (60, 0.55), (20, 1.0)])
def test_that_a_jpeg_counts_as_at_least_as_damaged_as_its_quality_says(
    model: str, tmp_path: Path, quality: int, told: float
) -> None:
    whole, source = Image.open(photo(tmp_path / "a.png")), tmp_path / "a.jpg"
    whole.save(source, quality=quality)
    assert known(ModelPool(), settings(model), source)[0].severity == pytest.approx(told)


def test_that_the_result_of_auto_is_known_again(model: str, tmp_path: Path) -> None:
    source = photo(tmp_path / "a.png")
    maker = prepare(source, settings(model), seed=5)
    outcome = maker.run(None, emit=lambda event: None, cancel=CancelToken())
    assert isinstance(outcome, Done)
    assert prepare(source, settings(model), seed=5).has_made(outcome.destination)
    assert not prepare(source, settings(model), seed=6).has_made(outcome.destination)
    assert not prepare(source, settings(model, severity=0.5), seed=5).has_made(outcome.destination)
    assert (
        main(
            [
                "reproduce",
                str(outcome.destination),
                "--source",
                str(source),
                "--model",
                model,
                "-o",
                str(tmp_path / "again.png"),
            ]
        )
        == 0
    )


def test_that_the_preview_is_told_the_same(model: str, tmp_path: Path) -> None:
    source, tiles, models = photo(tmp_path / "a.png"), TileStore(), ModelPool()
    config = settings(model, colour_fix=False)
    preview = open_preview(source, config, models, tiles)
    assert preview.severity == TOLD
    for _ in preview.render(Window(0, 0, 120, 50), CancelToken()):
        pass
    found = tiles.read(preview.recipe, 0, 0, 120, 50, preview.scale)
    preview.close()
    assert found is not None
    outcome = prepare(source, config, models=models).run(None, emit=lambda event: None, cancel=CancelToken())
    assert isinstance(outcome, Done)
    assert np.array_equal(np.asarray(Image.open(outcome.destination)), found[0])


def test_that_a_photo_is_looked_at_once(model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []
    before = severity.severity_of
    monkeypatch.setattr(severity, "severity_of", lambda photo, model: asked.append(photo.path) or before(photo, model))
    source, models = photo(tmp_path / "a.png"), ModelPool()
    for seed in range(3):
        told, loaded = known(models, settings(model, seed=seed), source)
        assert told == settings(model, seed=seed, severity=TOLD)
        assert loaded is not models.get(settings(model))
    assert known(models, settings(model, severity=0.7), source)[0].severity == 0.7
    assert asked == [source]
    photo(source, 130)
    known(models, settings(model), source)
    assert asked == [source, source]


def test_that_nothing_is_estimated_of_what_cannot_be_seen(model: str, tmp_path: Path) -> None:
    models, config = ModelPool(), settings(model)
    assert known(models, config, photo(tmp_path / "small.png", 200, 15)) == (config, models.get(config))
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    for source in (broken, tmp_path / "missing.png"):
        with pytest.raises(ImageReadError, match=source.name):
            prepare(source, config)
    plain = settings(str(write_toy_model(tmp_path / "plain.safetensors")))
    assert known(models, plain, photo(tmp_path / "a.png")) == (plain, models.get(plain))


@pytest.mark.parametrize(("width", "height"), [(16, 16), (47, 300), (49, 97), (1000, 700)])
def test_that_parts_lie_within_and_apart(width: int, height: int) -> None:
    side = min(48, width, height)
    for length in (width, height):
        starts = severity._starts(length, side)
        assert 1 <= len(starts) <= severity.PARTS
        assert starts[0] >= 0
        assert starts[-1] + side <= length
        assert all(b - a >= side for a, b in pairwise(starts))
        assert abs(starts[0] - (length - starts[-1] - side)) <= 1


def test_that_settling_auto_takes_the_estimator_away(model: str, tmp_path: Path) -> None:
    assert main(["models", "calibrate", model, "--auto-severity", "0.3"]) == 0
    assert "estimator" not in read_header(model).network
    models, source = ModelPool(), photo(tmp_path / "a.png")
    assert known(models, settings(model), source) == (settings(model), models.get(settings(model)))
    assert replace(settings(model), severity=None) == settings(model)
