"""Sizes asked for in every way, and choices that survive a file."""

import json
from dataclasses import replace

import pytest

from rsd_app.core.errors import ConfigError
from rsd_app.gui.document.choices import Choices
from rsd_app.gui.settings.file_size import estimated_bytes


@pytest.mark.parametrize(
    ("by", "size", "result"),
    [
        ("factor", 3.0, (4500, 3000)),
        ("width", 4000.0, (4000, 2667)),
        ("height", 2500.0, (3750, 2500)),
        ("long_side", 3001.0, (3001, 2001)),
        ("short_side", 1800.0, (2700, 1800)),
        ("megapixels", 6.0, (3000, 2000)),
        ("print", 0.0, (3720, 2480)),  # A4 at 300 dpi, covered; "size" says nothing of it
        ("width", 90000.0, (24000, 16000)),  # no further than the engine goes
    ],
)
def test_that_a_photo_gets_the_size_asked_for(by: str, size: float, result: tuple[int, int]) -> None:
    choices = Choices(size_by=by, size=size or 4.0)  # type: ignore[arg-type]
    assert choices.result_size(1500, 1000) == result
    scale = choices.config(1500, 1000).scale
    assert (round(1500 * scale), round(1000 * scale)) == result


def test_that_choices_survive_a_file() -> None:
    printed = Choices(size_by="print", paper="40x30cm", dpi=240)
    choices = replace(printed, severity=0.4, folder="/x", name="{stem}", metadata="none", tile=64)
    assert Choices.from_json(json.loads(json.dumps(choices.as_json()))) == choices


def test_that_a_print_is_told_to_the_engine_with_its_resolution() -> None:
    config = Choices(size_by="print", paper="15x10cm", dpi=240).config(1500, 1000)
    assert config.size is not None
    assert config.size.dpi == (240.0, 240.0)
    assert config.factor(1500, 1000) == Choices(size_by="print", paper="15x10cm", dpi=240).scale_for(1500, 1000)


def test_that_what_goes_along_is_told_to_the_engine() -> None:
    config = Choices(metadata="no-place", colour_fix=False, raw_gamut="wide").config(10, 10)
    assert (config.metadata, config.colour_fix, config.raw_gamut) == ("no-place", False, "wide")


def test_that_odd_values_of_a_file_are_as_by_default() -> None:
    odd = {"seed": -3, "severity": "much", "format": "xyz", "size_by": "moon", "quality": 90, "unknown": 1}
    odd |= {"name": "{moon}", "paper": "a postcard", "dpi": -1, "metadata": "some"}
    assert Choices.from_json(odd) == Choices(quality=90)


def test_that_a_value_out_of_range_is_refused_by_the_engine() -> None:
    with pytest.raises(ConfigError):
        Choices(quality=0).config(10, 10)


def test_that_a_file_is_estimated_larger_with_quality_pixels_and_depth() -> None:
    def size(**changes: object) -> float:
        asked = {"format": "jpg", "width": 4000, "height": 3000, "quality": 90, "bits": None} | changes
        return estimated_bytes(**asked)  # type: ignore[arg-type]

    assert size(quality=60) < size() < size(quality=95) < size(quality=100)
    assert size(width=8000) == 2 * size()
    assert size(format="png") < size(format="png", bits=16)
