"""Regions: parts of a picture with a realism or a variant of their own."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from rsd_app.core.errors import ConfigError
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.events import Done
from rsd_app.engine.record.recipe import read_record, settings_of, sidecar_of
from rsd_app.engine.render.region_map import RegionMap
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.regions import (
    MAX_POINTS,
    MAX_VARIANT,
    OWN_POINTS,
    UNIT,
    Region,
    read_regions,
    regions_from,
)
from tests.engine.toy_models import write_toy_model
from tests.trainer.scenes import scene

WIDTH, HEIGHT = 96, 64
LEFT = ((0, 0), (3000, 0), (3000, UNIT), (0, UNIT))
FAITHFUL = Region(points=LEFT, radius=1000, area=True, realism=0.0)
OTHER = Region(points=LEFT, radius=0, area=True, variant=3)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.png"
    Image.fromarray(scene(3, HEIGHT, WIDTH)).save(path)
    return path


def enlarged(photo: Path, channels: int = 2, **settings: object) -> NDArray[np.int64]:
    model = write_toy_model(photo.parent / f"toy{channels}.safetensors", channels)
    result = photo.parent / "result.png"
    options = {"precision": "fp32", "colour_fix": False, "overwrite": True, "sidecar": True}
    config = UpscaleConfig(model=str(model), **options | settings)  # type: ignore[arg-type]
    (outcome,) = upscale_files([photo], result, config, emit=lambda event: None, cancel=CancelToken())
    assert isinstance(outcome, Done), outcome
    return np.asarray(Image.open(result)).astype(np.int64)


def test_that_a_line_is_full_along_its_middle_and_fades_to_its_edge() -> None:
    line = Region(points=((2000, 5000), (8000, 5000)), radius=1000, realism=0.0)
    plane = RegionMap([line], 200, 100, 1.0).realism(0, 0, 200, 100)
    assert plane[50, 40:160].max() < 0.01
    assert (plane[[50 - 21, 50 + 21], 40:160] == 1).all()  # radius: a tenth of 200
    assert (np.diff(plane[50:75, 100]) >= 0).all()
    assert np.abs(np.diff(plane, axis=0)).max() < 0.2  # no step anywhere
    assert 0.3 < plane[50 + 15, 100] < 0.7
    assert (plane[:, :18] == 1).all()


def test_that_later_regions_lie_over_earlier_ones_and_what_lies_outside_does_no_harm() -> None:
    whole = Region(points=((0, 0), (UNIT, 0), (UNIT, UNIT), (0, UNIT)), radius=0, area=True, realism=0.2)
    dot = Region(points=((5000, 5000),), radius=2000, realism=0.9)
    beyond = Region(points=((12000, 12000), (15000, 15000)), radius=500, realism=0.0)
    plane = RegionMap([whole, dot, beyond], 64, 64, 1.0).realism(0, 0, 64, 64)
    assert plane[32, 32] == pytest.approx(0.9)
    assert plane[3, 3] == pytest.approx(0.2)
    over = RegionMap([dot, whole], 64, 64, 1.0).realism(0, 0, 64, 64)
    assert np.allclose(over, 0.2)


@pytest.mark.slow
@pytest.mark.parametrize("size", [(200, 100), (2500, 700)])  # a cell a pixel, and three pixels a cell
def test_that_a_window_is_a_part_of_the_whole(size: tuple[int, int]) -> None:
    width, height = size
    found = RegionMap(
        [FAITHFUL, dataclasses.replace(OTHER, points=((5000, 5000),), radius=900, area=False)], *size, 0.8
    )
    realism, variants = found.realism(0, 0, width, height), found.variants(0, 0, width, height)
    assert np.array_equal(found.realism(37, 11, 90, 73), realism[11:73, 37:90])
    assert np.array_equal(found.variants(37, 11, 90, 73), variants[11:73, 37:90])
    beyond = found.realism(-4, -4, width + 8, height + 8)  # windows are padded
    assert np.array_equal(beyond[4:-8, 4:-8], realism)
    assert np.array_equal(beyond[0, 4:-8], realism[0])


def test_that_the_seed_has_no_say_in_a_faithful_region_and_all_of_it_elsewhere(photo: Path) -> None:
    one, two = (enlarged(photo, regions=(FAITHFUL,), seed=seed) for seed in (1, 2))
    differ = np.abs(one - two).mean(axis=(0, 2))
    assert differ[:24].max() == 0  # 24 of 96 columns are painted, and the network sees 18 beyond
    assert differ[200:].mean() > 1
    plain = enlarged(photo, seed=1)
    assert np.abs(plain - one)[:, 220:].max() <= 1


def test_that_a_region_takes_another_variant(photo: Path) -> None:
    mixed, own, other = (
        enlarged(photo, seed=5, regions=(OTHER,)), enlarged(photo, seed=5), enlarged(photo, seed=8)
    )  # fmt: skip
    assert np.abs(mixed - other)[:, :24].max() == 0
    assert np.abs(mixed - own)[:, 240:].max() == 0
    assert np.abs(own - other)[:, :80].mean() > 1


def test_that_strips_do_not_show_and_the_record_makes_the_same_again(photo: Path) -> None:
    regions = (FAITHFUL, dataclasses.replace(OTHER, points=((7000, 5000), (9000, 8000)), radius=900, area=False))
    whole, strips = (enlarged(photo, regions=regions, seed=5, tile=tile) for tile in (None, 16))
    assert np.array_equal(whole, strips)
    result = photo.parent / "result.png"
    assert read_record(result).config().regions == regions
    assert read_regions(sidecar_of(result)) == regions
    assert "regions" not in settings_of(UpscaleConfig())  # records of other results stay as they were


def test_that_a_model_without_realism_still_takes_variants(photo: Path) -> None:
    both = dataclasses.replace(OTHER, realism=0.0)
    mixed, other = enlarged(photo, 1, regions=(both,), seed=5), enlarged(photo, 1, seed=8)
    assert np.abs(mixed - other)[:, :24].max() == 0


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"points": [], "radius": 5}, "has 0 points"),
        ({"points": [[1, 2], [3, 4]], "radius": 5, "area": True}, "has 2 points"),
        ({"points": [[1, 2]], "radius": -1}, "the radius -1"),
        ({"points": [[1, 2]], "radius": 5, "realism": 1.5}, "the realism 1.5"),
        ({"points": [[1, 2]], "radius": 5, "variant": -1}, "the variant -1"),
        ({"points": [[1, 99999]], "radius": 5}, "a point far outside"),
        ({"points": [[1, 2]]}, "is not understood"),
        ({"points": [[1, "x"]], "radius": 5}, "is not understood"),
        ({"points": [[1, 2]], "radius": 5, "colour": 1}, "is not understood"),
        ([5, 0, None, None, 1], "is not understood"),
        ([5, 0], "is not understood"),
        ({"points": [[1, 2]] * (MAX_POINTS + 1), "radius": 5}, f"{MAX_POINTS} are the most"),
    ],
)
def test_that_what_is_no_region_is_refused(values: object, problem: str) -> None:
    with pytest.raises(ConfigError, match=problem):
        regions_from([values])


@pytest.mark.parametrize(
    ("count", "points"), [(1, MAX_POINTS - OWN_POINTS), (MAX_POINTS // 7, 4), (MAX_POINTS // 4, 1)]
)
def test_that_as_many_as_may_be_fit_into_the_record_of_a_jpeg(photo: Path, count: int, points: int) -> None:
    line = tuple((1000 + i, 9000 - i) for i in range(points))
    regions = tuple(Region(points=line, radius=1234, area=points == 4, realism=0.35) for _ in range(count))
    model = write_toy_model(photo.parent / "toy2.safetensors", 2)
    out = photo.parent / "result.jpg"
    config = UpscaleConfig(model=str(model), regions=regions, guard=False)
    (outcome,) = upscale_files([photo], out, config, emit=lambda event: None, cancel=CancelToken())
    assert isinstance(outcome, Done), outcome
    assert read_record(out).config().regions == regions


def test_that_a_file_without_regions_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "regions.json"
    with pytest.raises(ConfigError, match="cannot be read"):
        read_regions(path)
    path.write_text("{}")
    with pytest.raises(ConfigError, match="holds no regions"):
        read_regions(path)
    path.write_text(json.dumps([FAITHFUL.as_json()]))
    assert read_regions(path) == (FAITHFUL,)


PLACES = st.integers(-UNIT, 2 * UNIT)
REGIONS = st.builds(
    Region,
    points=st.lists(st.tuples(PLACES, PLACES), min_size=3, max_size=8).map(tuple),
    radius=st.integers(0, UNIT),
    area=st.booleans(),
    realism=st.none() | st.floats(0, 1),
    variant=st.none() | st.integers(0, MAX_VARIANT),
)


@given(regions=st.lists(REGIONS, max_size=5).map(tuple))
def test_that_regions_come_back_from_json(regions: tuple[Region, ...]) -> None:
    assert regions_from(json.loads(json.dumps([region.as_json() for region in regions]))) == regions
    assert regions_from(json.loads(json.dumps([region.as_row() for region in regions]))) == regions


@given(
    regions=st.lists(REGIONS, max_size=3),
    width=st.integers(1, 1200),
    height=st.integers(1, 90),
    at=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    realism=st.floats(0, 1),
)
def test_that_any_window_is_a_part_of_the_whole(
    regions: list[Region], width: int, height: int, at: tuple[float, float], realism: float
) -> None:
    found = RegionMap(regions, width, height, realism)
    whole = found.realism(0, 0, width, height)
    said = [realism, *(region.realism for region in regions if region.realism is not None)]
    assert whole.shape == (height, width)
    assert min(said) - 1e-6 <= whole.min()
    assert whole.max() <= max(said) + 1e-6
    x, y = int(at[0] * (width - 1)), int(at[1] * (height - 1))
    assert np.array_equal(found.realism(x, y, width, height), whole[y:, x:])
    assert np.array_equal(found.variants(x, y, width, height), found.variants(0, 0, width, height)[y:, x:])
