"""A job: nothing that depends on the photo can be left out, and the photo is opened, measured and hashed once."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from rsd_app.core.image_io import read
from rsd_app.core.progress import CancelToken
from rsd_app.engine import photo as photo_module
from rsd_app.engine.events import Done, Stopped
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.record.recipe import read_record
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.toy_models import write_estimating_model, write_toy_model


@pytest.fixture
def source(tmp_path: Path) -> Path:
    values = np.random.default_rng(1).integers(0, 256, (60, 50, 3), dtype=np.uint8)
    Image.fromarray(values).save(tmp_path / "photo.jpg", quality=95)
    return tmp_path / "photo.jpg"


def settings(model: Path, **others: Any) -> UpscaleConfig:
    return UpscaleConfig(**{"model": str(model), "device": "cpu", "precision": "fp32"} | others)


def nothing(event: object) -> None:
    """Nobody follows."""


def test_that_the_parts_of_a_job_settle_what_the_whole_does(tmp_path: Path, source: Path) -> None:
    """Severity where it is auto, and the sister whose scale is enough."""
    write_estimating_model(tmp_path / "toy-x4.safetensors", 0.3)
    config = settings(tmp_path / "toy-x4.safetensors", seed=2)
    whole = prepare(source, config).run(tmp_path / "whole.png", emit=nothing, cancel=CancelToken())
    computed = prepare(source, config).compute(tmp_path / "parts.png", emit=nothing, cancel=CancelToken())
    assert not isinstance(computed, Stopped)
    parts = computed.finish(cancel=CancelToken())
    assert isinstance(whole, Done)
    assert isinstance(parts, Done)
    assert whole.destination.read_bytes() == parts.destination.read_bytes()
    assert read_record(parts.destination).severity == "0.15"


def test_that_the_sister_that_fits_makes_it(tmp_path: Path, source: Path) -> None:
    write_toy_model(tmp_path / "toy-x2.safetensors", 2, fold=2)
    model = write_toy_model(tmp_path / "toy-x4.safetensors", 2)
    with_sister = prepare(source, settings(model, scale=2.0))
    with_sister.close()
    assert with_sister.model.scale == 2


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_that_a_photo_is_opened_measured_and_hashed_once(
    tmp_path: Path, source: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where faces and text are looked for, and the severity is estimated."""
    if suffix != ".jpg":
        Image.open(source).save(source.with_suffix(suffix))
        source = source.with_suffix(suffix)
    model = write_estimating_model(tmp_path / "toy.safetensors", 0.3)
    looked: list[Path] = []
    hashed: list[Path] = []
    inspect, digest = read._inspect, photo_module.hash_of

    def inspected(path: Path, *others: Any) -> Any:
        looked.append(path)
        return inspect(path, *others)

    def counted(path: Path) -> str:
        hashed.append(path)
        return digest(path)

    monkeypatch.setattr(read, "_inspect", inspected)
    monkeypatch.setattr(photo_module, "hash_of", counted)
    outcome = prepare(source, settings(model)).run(tmp_path / "a.png", emit=nothing, cancel=CancelToken())
    assert isinstance(outcome, Done)
    assert looked.count(source) == 1
    assert hashed == [source]


def test_that_a_job_of_a_photo_that_cannot_be_made_lets_go_of_it(tmp_path: Path, source: Path) -> None:
    model = write_toy_model(tmp_path / "toy.safetensors")
    with pytest.raises(Exception, match="there is no such model file"):
        prepare(source, settings(tmp_path / "none.safetensors"), models=ModelPool())
    (tmp_path / "out.png").write_bytes(b"mine")
    with pytest.raises(Exception, match="exists already"):
        prepare(source, settings(model)).run(tmp_path / "out.png", emit=nothing, cancel=CancelToken())
    assert (tmp_path / "out.png").read_bytes() == b"mine"
