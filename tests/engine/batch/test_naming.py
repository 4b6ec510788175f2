"""Templates for the names of results."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsd_app.core.errors import ConfigError
from rsd_app.engine.batch.naming import (
    EXAMPLE,
    FIELDS,
    FORBIDDEN,
    MAX_NAME_BYTES,
    RESERVED_BYTES,
    check_template,
    example_name,
    for_variants,
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
    [
        "",
        " ",
        "{",
        "{nonsense}",
        "{stem.__class__}",
        "{0}",
        "{}",
        "{stem}/x",
        "a:b",
        "{stem:d}",
        "{seq:x y}",
        # What takes memory or time without end, for a name that is cut to 255 bytes anyway.
        "{stem:>999999999}",
        "{scale:.999999999f}",
        "{seq:0100}",
        "{stem:>{width}}",
        "{seed:{seed}}",
        "{date:%999999999Y}",
        "{stem}" * 200,
        "{stem:>9999999999999999999999}",
    ],
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


# Whatever a file system may hand over: also bytes that are no UTF-8, which Python keeps as surrogates.
LETTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\0") | st.characters(
    min_codepoint=0xDC80, max_codepoint=0xDCFF, categories=("Cs",)
)
STEMS = st.text(LETTERS, min_size=1, max_size=300)


@given(stem=STEMS, suffix=st.sampled_from([".png", ".jpg", ".tiff"]), seed=st.integers(0, 2**31))
def test_that_every_stem_makes_one_name_that_the_system_takes(stem: str, suffix: str, seed: int) -> None:
    name = named("{stem}_{seed}", replace(EXAMPLE, stem=stem, seed=seed), suffix)
    assert len(os.fsencode(name)) <= MAX_NAME_BYTES - RESERVED_BYTES
    assert not set(name) & {"/", "\\", "\0"}
    assert name.endswith(suffix)


@given(first=STEMS, second=STEMS)
def test_that_two_stems_make_two_names(first: str, second: str) -> None:
    plain = [stem.replace("\\", "_").replace("/", "_") for stem in (first, second)]
    names = {named("{stem}", replace(EXAMPLE, stem=stem), ".png") for stem in (first, second)}
    assert len(names) == len(set(plain))


PARTS = [
    *(f"{{{field}}}" for field in FIELDS),
    "{seq:04}",
    "{scale:.1f}",
    "{date:%Y}",
    "{",
    "}",
    "/",
    ":",
    "é",
    " ",
    ".",
]


@given(parts=st.lists(st.sampled_from(PARTS), max_size=6))
def test_that_a_template_is_refused_or_makes_a_name(parts: list[str]) -> None:
    template = "".join(parts)
    try:
        check_template(template)
    except ConfigError:
        return
    name = named(template, EXAMPLE, "")
    assert name.strip(". ")
    assert not set(name) & FORBIDDEN
    check_template(for_variants(template))
    assert named(for_variants(template), replace(EXAMPLE, seed=7), "") != named(for_variants(template), EXAMPLE, "")
