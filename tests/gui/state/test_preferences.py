"""Preferences: a file with a version, migrations, and no trust in what it holds."""

import json
from pathlib import Path

import pytest

from rsd_app.gui.document.choices import Choices
from rsd_app.gui.state.json_file import read_json, write_json
from rsd_app.gui.state.preferences import RECENT, Preferences, settings_file


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def test_that_preferences_come_back() -> None:
    kept = Preferences(scheme="light", language="ja", choices=Choices(seed=3), presets={"web": Choices(size=2.0)})
    kept.kind_models = {"gray": "archive"}
    kept.remember([Path("/a/b.jpg")])
    kept.save()
    assert Preferences.load() == kept


def test_that_a_file_without_a_version_is_brought_up_to_date() -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(json.dumps({"theme": "dark", "language": "de"}))
    found = Preferences.load()
    assert (found.scheme, found.language) == ("dark", "de")


def test_that_a_file_of_the_first_version_has_no_models_for_kinds() -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(json.dumps({"version": 1, "choices": {"model": "mine"}}))
    found = Preferences.load()
    assert (found.kind_models, found.choices.model) == ({}, "mine")


def test_that_odd_models_for_kinds_are_left_out() -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(json.dumps({"version": 2, "kind_models": {"gray": 3, "night": "x", "colour": "mine"}}))
    assert Preferences.load().kind_models == {"colour": "mine"}


@pytest.mark.parametrize("text", ["{", "[1]", '{"version": 99}', '{"version": "x"}', "\0"])
def test_that_a_file_that_cannot_be_understood_is_put_aside(text: str) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(text)
    assert Preferences.load() == Preferences()
    assert settings_file().with_name("settings.json.bad").read_text() == text


def test_that_odd_values_are_as_by_default() -> None:
    settings_file().parent.mkdir(parents=True)
    odd = {"version": 1, "scheme": 3, "language": [], "choices": 4, "presets": {"a": 1}, "recent": [1, "/x"]}
    settings_file().write_text(json.dumps(odd))
    assert Preferences.load() == Preferences(recent=["/x"])


def test_that_recent_files_are_few_and_newest_first() -> None:
    preferences = Preferences()
    for number in range(20):
        preferences.remember([Path(f"/{number}")])
    preferences.remember([Path("/15")])
    assert preferences.recent[:2] == ["/15", "/19"]
    assert len(preferences.recent) == RECENT


def test_that_each_version_is_migrated_in_turn(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    write_json(path, {"version": 1, "a": 1})
    steps = {1: lambda d: {"b": d["a"] + 1}, 2: lambda d: {"c": d["b"] * 10}}
    assert read_json(path, 3, steps) == {"version": 3, "c": 20}
