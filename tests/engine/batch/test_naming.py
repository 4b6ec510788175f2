"""Templates for the names of results."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from rsd_app.core.errors import ConfigError
from rsd_app.engine.batch.naming import (
    EXAMPLE,
    RESERVED_BYTES,
    check_template,
    example_name,
    named,
    numbered,
)


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{stem}_x{scale}", "IMG_2041_x4.jpg"),
        ("{seq:04} {stem} {model}", "0001 IMG_2041 restore-x4.jpg"),
        ("{date} {folder} {width}x{height}", "2026-07-14 Holiday 16000x12000.jpg"),
        ("{date:%Y}-{stem}-{seed}", "2026-IMG_2041-0.jpg"),
        ("{scale:.2f}", "4.00.jpg"),
        ("写真 {stem} é", "写真 IMG_2041 é.jpg"),
    ],
)
def test_that_a_template_is_filled(template: str, name: str) -> None:
    assert example_name(template) == name


@pytest.mark.parametrize(
    "template",
    ["", " ", "{", "{nonsense}", "{stem.__class__}", "{0}", "{}", "{stem}/x", "a:b", "{stem:d}", "{seq:x y}"],
)
def test_that_odd_templates_are_refused(template: str) -> None:
    with pytest.raises(ConfigError, match="--name"):
        check_template(template)


def test_that_a_scale_says_no_zeros() -> None:
    for scale, text in ((4.0, "4"), (1.5, "1.5"), (2.37, "2.37")):
        assert named("{stem}_x{scale}", replace(EXAMPLE, scale=scale), ".png") == f"IMG_2041_x{text}.png"


def test_that_names_that_are_too_long_are_cut_and_stay_apart(tmp_path: Path) -> None:
    stems = ["写" * 84 + end for end in ("甲", "乙")]  # 255 bytes each, as long as the system allows
    names = [named("{stem}_x{scale}", replace(EXAMPLE, stem=stem), ".png") for stem in stems]
    assert names[0] != names[1]
    for name in names:
        assert len(os.fsencode(name)) <= 255 - RESERVED_BYTES
        (tmp_path / name).touch()
    odd = named("{stem}", replace(EXAMPLE, stem="a\udcffb"), ".png")
    assert odd == "a\udcffb.png"


def test_that_a_number_goes_before_the_extension() -> None:
    assert numbered(Path("a/b_x4.png"), 2) == Path("a/b_x4-2.png")
