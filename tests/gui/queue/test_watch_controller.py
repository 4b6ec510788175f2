"""A watched folder: what comes in is enlarged once, and results are not taken for photos."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rsd_app.engine.batch import watched_folder
from rsd_app.gui.document.photo import State
from rsd_app.gui.queue import watch_controller
from tests.gui.conftest import MakeWindow
from tests.gui.pictures import BLUE, RED, filled


@pytest.fixture(autouse=True)
def _fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched_folder, "SETTLE_S", 0.05)
    monkeypatch.setattr(watch_controller, "LOOK_EVERY_MS", 20)
    monkeypatch.setattr(watched_folder.Arrivals.__init__, "__defaults__", (watched_folder.DEFAULT_RULES, 0.05))


def test_that_what_comes_into_a_folder_is_enlarged_once(tmp_path: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    filled(RED, 40, 30).save(str(tmp_path / "old.png"))
    (tmp_path / "enlarged").mkdir()
    filled(BLUE, 40, 30).save(str(tmp_path / "known.png"))
    (tmp_path / "enlarged" / "known_x4.png").touch()
    window = make_window()
    window.watch.watch(tmp_path)
    assert window.actions_["watch"].isChecked()
    queue = window.document.queue
    qtbot.waitUntil(lambda: [photo.state for photo in queue.photos()] == [State.DONE])
    filled(BLUE, 20, 20).save(str(tmp_path / "new.png"))
    qtbot.waitUntil(lambda: [photo.state for photo in queue.photos()] == [State.DONE, State.DONE])
    results = [photo.result for photo in queue.photos()]
    assert results == [tmp_path / "enlarged" / "old_x4.png", tmp_path / "enlarged" / "new_x4.png"]
    qtbot.wait(200)
    assert queue.rowCount() == 2


def test_that_an_ended_watch_takes_nothing_more(tmp_path: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.watch.watch(tmp_path)
    window.actions_["watch"].trigger()
    assert window.watch.folder is None
    assert tmp_path.name in window.status.message.text()
    filled(RED, 40, 30).save(str(tmp_path / "late.png"))
    qtbot.wait(200)
    assert window.document.queue.rowCount() == 0
    assert not (tmp_path / "enlarged").exists()
