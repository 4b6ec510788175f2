"""The guard: faces and text of a photo become faithful regions, which its record holds."""

import dataclasses
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.events import Done, Event, Skipped
from rsd_app.engine.photo import Photo
from rsd_app.engine.picture.reproduce import Reproduced, reproduce
from rsd_app.engine.record.recipe import read_record
from rsd_app.engine.render import guard
from rsd_app.engine.render.guard import MOST_POINTS, find_guarded, guarded
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.render.region_map import RegionMap
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.regions import Region
from tests.engine.toy_models import write_toy_model
from tests.trainer.scenes import scene

WIDTH, HEIGHT = 320, 240


@pytest.fixture
def sign(tmp_path: Path) -> Path:
    """A plain ground with a line of text."""
    pixels = np.full((HEIGHT, WIDTH, 3), 200, np.uint8)
    cv2.putText(pixels, "Boulangerie 24", (30, 128), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (20, 20, 60), 2, cv2.LINE_AA)
    path = tmp_path / "sign.png"
    Image.fromarray(pixels).save(path)
    return path


def config(tmp_path: Path, channels: int = 2, **settings: object) -> UpscaleConfig:
    model = write_toy_model(tmp_path / f"toy{channels}.safetensors", channels)
    options = {"precision": "fp32", "colour_fix": False, "overwrite": True}
    return UpscaleConfig(model=str(model), **options | settings)  # type: ignore[arg-type]


def enlarged(photo: Path, asked: UpscaleConfig) -> NDArray[np.int64]:
    result = photo.parent / "result.png"
    (outcome,) = upscale_files([photo], result, asked, emit=lambda event: None, cancel=CancelToken())
    assert isinstance(outcome, Done), outcome
    return np.asarray(Image.open(result)).astype(np.int64)


def test_that_text_is_found_where_it_is(sign: Path) -> None:
    plane = RegionMap(find_guarded(sign, 100), WIDTH, HEIGHT, 1.0).realism(0, 0, WIDTH, HEIGHT)
    letters = np.asarray(Image.open(sign))[..., 0] < 150
    assert letters.sum() > 1000
    assert (plane[letters] < 0.3).mean() > 0.95
    assert (plane < 0.5).mean() < 0.2
    assert plane[:80].min() == 1


def test_that_nothing_is_found_where_there_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ground.png"
    Image.fromarray(scene(3, HEIGHT, WIDTH)).save(path)
    assert find_guarded(path, 100) == ()


def test_that_a_face_becomes_an_ellipse_around_it(sign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Detector:
        def detect_faces(self, image: NDArray[np.uint8]) -> list[dict[str, object]]:
            sure = {"box": [100, 20, 60, 80], "confidence": 0.95}
            return [sure, {"box": [10, 150, 60, 80], "confidence": 0.8}]

    monkeypatch.setattr(guard, "_face_detector", Detector)
    monkeypatch.setattr(guard, "_text_network", lambda: None)
    guard._FOUND.clear()
    plane = RegionMap(find_guarded(sign, 100), WIDTH, HEIGHT, 1.0).realism(0, 0, WIDTH, HEIGHT)
    guard._FOUND.clear()
    assert plane[60, 130] == 0
    assert plane[25, 130] == 0
    assert plane[22, 102] > 0.9  # a corner of the box
    assert plane[180, 40] == 1  # not sure enough


def test_that_the_detectors_of_the_extra_are_there() -> None:
    faces, text = guard._face_detector(), guard._text_network()
    assert faces is not None
    assert text is not None
    assert faces.detect_faces(np.full((64, 64, 3), 127, np.uint8)) == []


@pytest.mark.slow
def test_that_the_seed_has_no_say_in_text_and_the_record_holds_what_was_guarded(sign: Path, tmp_path: Path) -> None:
    one, two = (enlarged(sign, config(tmp_path, seed=seed)) for seed in (1, 2))
    differ = np.abs(one - two).mean(axis=2)
    letters = (slice(4 * 118, 4 * 122), slice(4 * 90, 4 * 130))
    assert differ[: 4 * 60].mean() > 10 * differ[letters].mean()
    result = tmp_path / "result.png"
    kept = read_record(result).config()
    assert not kept.guard
    assert kept.regions == find_guarded(sign, 100)
    again = reproduce(
        result, source=None, model=kept.model if Path(kept.model).is_file() else str(tmp_path / "toy2.safetensors"),
        out=None, device="cpu", emit=lambda event: None, cancel=CancelToken(),
    )  # fmt: skip
    assert isinstance(again, Reproduced)
    assert again.same_file
    free = [enlarged(sign, config(tmp_path, seed=seed, guard=False)) for seed in (1, 2)]
    assert np.abs(free[0] - free[1]).mean(axis=2)[letters].mean() > 5 * differ[letters].mean()


def test_that_what_is_painted_lies_over_what_is_guarded(sign: Path, tmp_path: Path) -> None:
    painted = Region(points=((5000, 5000),), radius=100, realism=1.0)
    asked = config(tmp_path, regions=(painted,))
    with Photo(sign, asked) as photo:
        found = guarded(asked, ModelPool().get(asked), photo)
    assert found.regions == (*find_guarded(sign, 100), painted)
    assert sum(len(region.points) for region in find_guarded(sign, 100)) <= MOST_POINTS


def test_that_a_model_without_realism_is_not_guarded(sign: Path, tmp_path: Path) -> None:
    asked, other = config(tmp_path, 1), config(tmp_path)
    with Photo(sign, asked) as photo:
        assert guarded(asked, ModelPool().get(asked), photo) == dataclasses.replace(asked, guard=False)
        sign.unlink()
        assert guarded(other, ModelPool().get(other), photo) == dataclasses.replace(other, guard=False)


def test_that_a_batch_knows_its_results_again(sign: Path, tmp_path: Path) -> None:
    asked = config(tmp_path, overwrite=False, resume=True)
    out = tmp_path / "result.png"
    events: list[Event] = []
    for _ in range(2):
        outcomes = upscale_files([sign], out, asked, emit=events.append, cancel=CancelToken())
    assert isinstance(outcomes[0], Skipped)
