"""Models that stay loaded."""

from pathlib import Path

import pytest
from PIL import Image

from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.events import Done
from rsd_app.engine.picture.reproduce import Reproduced, reproduce
from rsd_app.engine.record.recipe import read_record
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.sizing import SizeTarget
from tests.engine.toy_models import write_toy_model
from tests.trainer.scenes import scene


def test_that_a_model_is_loaded_once_for_one_severity(tmp_path: Path) -> None:
    path = write_toy_model(tmp_path / "toy.safetensors")
    pool = ModelPool()
    config = UpscaleConfig(model=str(path), device="cpu", precision="fp32")
    first = pool.get(config)
    assert pool.get(UpscaleConfig(model=str(path), device="cpu", precision="fp32", seed=5, scale=2)) is first
    assert pool.get(UpscaleConfig(model=str(path), device="cpu", precision="fp32", severity=0.5)) is not first


def test_that_a_pool_keeps_only_those_used_last(tmp_path: Path) -> None:
    path = write_toy_model(tmp_path / "toy.safetensors")
    pool = ModelPool(kept=2)
    configs = [UpscaleConfig(model=str(path), device="cpu", precision="fp32", severity=s) for s in (0.0, 0.5, 1.0)]
    loaded = [pool.get(config) for config in configs]
    assert pool.get(configs[2]) is loaded[2]
    assert pool.get(configs[1]) is loaded[1]
    assert pool.get(configs[0]) is not loaded[0]


@pytest.fixture
def sisters(tmp_path: Path) -> Path:
    write_toy_model(tmp_path / "toy-x2.safetensors", 2, fold=2)
    return write_toy_model(tmp_path / "toy-x4.safetensors", 2)


def test_that_the_size_chooses_among_sisters(sisters: Path) -> None:
    pool = ModelPool()

    def scale_of(factor: float | None = None, **settings: object) -> int:
        return pool.get(UpscaleConfig(model=str(sisters), device="cpu", precision="fp32", **settings), factor).scale  # type: ignore[arg-type]

    assert [scale_of(scale=scale) for scale in (1, 2, 2.5, 4)] == [2, 2, 4, 4]
    assert scale_of(scale=2, exact_model=True) == 4
    assert [scale_of(factor, size=SizeTarget(width=100)) for factor in (None, 1.5, 3)] == [4, 2, 4]


def test_that_a_folder_of_mixed_sizes_takes_the_sister_where_she_reaches(sisters: Path, tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for name, side in (("large", 60), ("small", 30)):
        Image.fromarray(scene(3, side, side)).save(folder / f"{name}.png")
    config = UpscaleConfig(model=str(sisters), size=SizeTarget(width=96), device="cpu", precision="fp32")
    outcomes = upscale_files([folder], out, config, emit=lambda event: None, cancel=CancelToken())
    made = {outcome.source.stem: outcome for outcome in outcomes if isinstance(outcome, Done)}
    records = {name: read_record(outcome.destination) for name, outcome in made.items()}
    hashes = [ModelPool().get(UpscaleConfig(model=str(sisters), scale=scale)).hash for scale in (2, 4)]
    assert [records[name].model_hash for name in ("large", "small")] == hashes
    again = reproduce(
        made["small"].destination, source=made["small"].source, model=str(sisters), out=None, device="cpu",
        emit=lambda event: None, cancel=CancelToken(),
    )  # fmt: skip
    assert isinstance(again, Reproduced)
    assert again.same


def test_that_a_result_of_the_model_itself_is_made_again_by_it(sisters: Path, tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    Image.fromarray(scene(3, 30, 30)).save(photo)
    config = UpscaleConfig(model=str(sisters), exact_model=True, scale=2, device="cpu", precision="fp32")
    upscale_files([photo], tmp_path / "out.png", config, emit=lambda event: None, cancel=CancelToken())
    again = reproduce(
        tmp_path / "out.png", source=photo, model=str(sisters), out=None, device="cpu",
        emit=lambda event: None, cancel=CancelToken(),
    )  # fmt: skip
    assert isinstance(again, Reproduced)
    assert again.same_file
