"""A session that is damaged in parts: the window starts, says what it left out, and brings the rest back."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from rsd_app.gui.document.photo import Photo
from rsd_app.gui.main_window import MainWindow
from rsd_app.gui.state.preferences import Preferences, settings_file
from rsd_app.gui.state.session import Session, session_file
from tests.gui.conftest import MakeWindow


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def put(text: str, file: Path | None = None) -> Path:
    path = file or session_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


GOOD = '{"path": "/good.png", "state": "waiting"}'
ENTRIES = [
    "5", "null", "[]", "{}", '{"path": 5}', '{"path": ""}', '{"path": "\\ud800"}', '{"path": "a\\u0000b"}',
]  # fmt: skip
FIELDS = [
    '"regions": [[5, 0, 1, 0, Infinity, 1]]', '"regions": [[5,0,1,0,1e999,1]]', '"regions": 5', '"regions": [null]',
    '"regions": [{"points": "x", "radius": 5}]', '"regions": [[NaN, 0, 1, 0, 1, 1]]', '"state": []', '"state": "x"',
    '"result": 5', '"result": "\\ud800"', '"own": 5', '"own": {"seed": 1e999}', '"own": {"model": 5}',
    '"own": {"size": Infinity}', '"own": {"folder": "\\ud800"}', '"own": {"regions": {}}', '"asked": 1',
    '"own": {"name": "{stem:>999999999}"}',
]  # fmt: skip


@pytest.mark.parametrize("entry", ENTRIES)
def test_that_an_entry_that_is_no_photo_is_left_out(entry: str) -> None:
    path = put(f'{{"version": 1, "photos": [{GOOD}, {entry}, {GOOD}]}}')
    found = Session.load()
    assert [photo.path for photo in found.photos] == [Path("/good.png")] * 2
    assert len(found.left_out) == 1
    assert "photos[1]" in found.left_out[0]
    assert path.with_name("session.json.bad").read_text() == path.read_text()


@pytest.mark.parametrize("field", FIELDS)
def test_that_a_photo_keeps_what_is_whole(field: str) -> None:
    put(f'{{"version": 1, "photos": [{{"path": "/a.png", {field}}}, {GOOD}]}}')
    found = Session.load()
    assert [photo.path for photo in found.photos] == [Path("/a.png"), Path("/good.png")]
    assert "photos[0]." in found.left_out[0]


@pytest.mark.parametrize(
    "rest",
    [
        '"current": 1e999', '"current": "x"', f'"current": {10**30}', '"window": {"geometry": "\\ud800"}',
        '"window": {"geometry": 5}', '"window": []', '"view": {"zoom": 1e999}', '"view": {"centre": ["a"]}',
        '"view": {"centre": [NaN, 1]}', '"view": 5', '"view": {"mode": {}}', '"view": {"divider": "\\ud800"}',
    ],
)  # fmt: skip
def test_that_the_window_starts_and_says_what_it_left_out(
    tmp_path: Path, rest: str, make_window: MakeWindow, qtbot: QtBot
) -> None:
    photo = tmp_path / "a.png"
    Image.fromarray(np.zeros((4, 4, 3), np.uint8)).save(photo)
    put(f'{{"version": 1, "photos": [{{"path": "{photo}"}}], {rest}}}')
    window = make_window(restore=True)
    assert [each.path for each in window.document.queue.photos()] == [photo]
    assert window.bars.refused.isVisibleTo(window)
    assert "session.json.bad" in window.bars.refused.text.text()


def test_that_a_geometry_that_is_none_does_no_harm(make_window: MakeWindow) -> None:
    for geometry in ("é", "\\udcff", "AAAA", "x" * 10_000):
        put(json.dumps({"version": 1, "window": {"geometry": geometry}}))
        window = make_window(restore=True)
        assert not window.size().isEmpty()
        window.close()


def test_that_whatever_fails_the_window_starts(make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*anything: Any) -> None:
        raise OverflowError("cannot convert float infinity to integer")

    put('{"version": 1, "photos": []}')
    monkeypatch.setattr("rsd_app.gui.compare.drawing.widget.PictureWidget.restore", fails)
    window: MainWindow = make_window(restore=True)
    assert "OverflowError" in window.bars.refused.text.text()
    assert session_file().with_name("session.json.bad").is_file()


def test_that_each_damaged_file_is_kept_once() -> None:
    texts = ['{"version": 1, "current": "x"}', "{", '{"version": 1, "current": "y"}']
    for text in (*texts, texts[1]):
        put(text)
        assert Session.load().left_out
    kept = sorted(session_file().parent.glob("session.json.bad*"))
    assert [path.name for path in kept] == ["session.json.bad", "session.json.bad-2", "session.json.bad-3"]
    assert [path.read_text() for path in kept] == texts


def test_that_presets_that_are_whole_come_back() -> None:
    presets = '"presets": {"a": {"seed": 3, "quality": 1e999}, "b": 5, "c": {"seed": 4}}'
    put(f'{{"version": 2, "scheme": "dark", "recent": ["/x", 5], {presets}}}', settings_file())
    found = Preferences.load()
    assert (found.scheme, found.recent) == ("dark", ["/x"])
    assert {name: choices.seed for name, choices in found.presets.items()} == {"a": 3, "c": 4}
    assert "presets.a.quality" in found.left_out[0]
    assert "presets.b" in found.left_out[0]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names that are not text")
def test_that_names_that_are_no_text_come_back(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.png")
    Session(photos=[Photo(path)]).save()
    found = Session.load()
    assert [photo.path for photo in found.photos] == [path]
    assert not found.left_out
