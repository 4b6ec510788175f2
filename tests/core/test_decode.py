"""Values of JSON are what their types say, or refused with the place where they are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Literal

import pytest

from rsd_app.core.decode import DecodeError, Fields, decode, parse_json


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class Leaf:
    at: tuple[int, int]
    path: Path | None = None


@dataclass(frozen=True)
class Tree:
    leaves: tuple[Leaf, ...] = ()
    kind: Literal["a", 1] = "a"
    names: Mapping[str, float] | None = None


@pytest.mark.parametrize(
    ("kind", "value", "found"),
    [
        (int, 5, 5), (float, 5, 5.0), (float, 0.5, 0.5), (bool, True, True), (str, "é", "é"),
        (str, "caf\udce9", "caf\udce9"), (Path, "a/b", Path("a/b")), (Colour, "red", Colour.RED),
        (int | None, None, None), (list[int], [1, 2], [1, 2]), (dict[str, Any], {"a": [None]}, {"a": [None]}),
        (Literal["a", 1], 1, 1), (Tree, {}, Tree()),
        (Tree, {"leaves": [{"at": [1, 2], "path": "x"}], "names": {"n": 1}},
         Tree((Leaf((1, 2), Path("x")),), names={"n": 1.0})),
    ],
)  # fmt: skip
def test_that_what_fits_is_taken(kind: Any, value: object, found: object) -> None:
    assert decode(kind, value) == found


@pytest.mark.parametrize(
    ("kind", "value", "place"),
    [
        (int, True, "it"), (int, 5.0, "it"), (int, "5", "it"), (int, 2**63, "it"), (float, float("inf"), "it"),
        (float, float("nan"), "it"), (float, 10**400, "it"), (float, True, "it"), (bool, 1, "it"), (bool, None, "it"),
        (str, 5, "it"), (str, "\ud800", "it"), (Path, "", "it"), (Path, "a\0b", "it"), (Path, "\ud800", "it"),
        (Colour, "blue", "it"), (Colour, [], "it"), (Literal["a", 1], True, "it"), (list[int], {}, "it"),
        (list[int], [1, "x"], r"\[1\]"), (tuple[int, int], [1], "it"), (dict[str, int], [], "it"),
        (dict[str, int], {"a": "b"}, "a"), (Tree, [], "it"), (Tree, {"leaf": 1}, "leaf"), (Tree, None, "it"),
        (Tree, {"leaves": [{"at": [1, 2]}, {"at": [1, None]}]}, r"leaves\[1\]\.at\[1\]"),
        (Tree, {"leaves": [{}]}, r"leaves\[0\]"), (Tree, {"names": {"n": "1"}}, r"names\.n"),
    ],
)  # fmt: skip
def test_that_the_rest_is_refused_by_its_place(kind: Any, value: object, place: str) -> None:
    with pytest.raises(DecodeError, match=rf"^{place} is "):
        decode(kind, value)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"a": 1}x', "\ud800", b"\xff", "1" * 5000])
def test_that_damaged_json_is_one_error(text: str | bytes) -> None:
    with pytest.raises(DecodeError):
        parse_json(text)


def test_that_what_is_left_out_is_named() -> None:
    problems: list[str] = []
    found = Fields({"a": 1, "b": "x", "c": 1e999}, problems, "here")
    assert [found.get("a", int, 0), found.get("b", int, 7), found.get("c", float, 0.5), found.get("d", int, 9)] == [
        1, 7, 0.5, 9,
    ]  # fmt: skip
    assert problems == ["here.b is 'x', not a whole number", "here.c is inf, not a finite number"]
    assert found.all(int) == [1]
