"""A model for each kind of photo: set in the manager, followed by what comes in, taken back, removed, put back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from rsd_app.engine.settings.config import DEFAULT_MODEL
from rsd_app.gui.document.choices import BY_KIND
from rsd_app.gui.main_window import MainWindow
from rsd_app.gui.models.manager import ModelManager
from tests.engine.toy_models import write_toy_model
from tests.gui.conftest import MakeWindow, opened
from tests.gui.pictures import RED, filled


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "models"))
    (tmp_path / "models").mkdir()
    for name in ("archive", "camera"):
        write_toy_model(tmp_path / "models" / f"{name}.safetensors")
    return tmp_path / "models"


@pytest.fixture
def photos(tmp_path: Path) -> tuple[Path, Path]:
    """One in gray and one in colour."""
    filled(QColor(90, 90, 90), 40, 30).save(str(tmp_path / "gray.jpg"))
    filled(RED, 40, 30).save(str(tmp_path / "red.jpg"))
    return tmp_path / "gray.jpg", tmp_path / "red.jpg"


def managed(window: MainWindow, qtbot: QtBot, name: str) -> ModelManager:
    if window.models.manager is None:
        window.models.open_manager()
    manager = window.models.manager
    assert manager is not None
    qtbot.waitUntil(lambda: manager.chosen() is not None)
    manager.show_model(name)
    return manager


def used(window: MainWindow) -> list[str]:
    """The models of the photos in the queue."""
    return [window.document.config_of(photo).model for photo in window.document.queue.photos()]


def shown(window: MainWindow, row: int) -> tuple[str, str]:
    window.strip.show_photo(window.document.queue.at(row))
    return window.panel.model.box.currentText(), window.panel.model.box.toolTip()


def test_that_photos_get_the_models_of_their_kinds(
    photos: tuple[Path, Path], make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    manager = managed(window, qtbot, "archive")
    box = manager.kind_row.boxes["gray"]
    assert box.accessibleName() == "Default for: Black and white photos"
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert "Black and white photos" in manager.list.currentItem().text()
    manager.reject()
    opened(window, qtbot, *photos)
    assert used(window) == ["archive", DEFAULT_MODEL]
    assert shown(window, 0) == ("By kind: archive", "archive: Chosen for black and white photos")
    assert shown(window, 1) == (f"By kind: {DEFAULT_MODEL}", f"{DEFAULT_MODEL}: Chosen for colour photos")
    assert [photo.own for photo in window.document.queue.photos()] == [None, None]  # they follow other settings
    window.document.undo.undo()
    window.document.undo.undo()
    assert window.document.kind_models == {}
    assert window.panel.model.box.currentText() == DEFAULT_MODEL
    assert window.panel.model.box.findData(BY_KIND) < 0


def test_that_a_model_chosen_for_all_goes_before_until_kinds_decide_again(
    photos: tuple[Path, Path], make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    window.document.set_kind_model("gray", "archive")
    opened(window, qtbot, *photos)
    manager = managed(window, qtbot, "camera")
    assert not manager.kind_row.note.isVisibleTo(manager)
    manager.use_button.click()
    assert used(window) == ["camera", "camera"]
    assert "camera is chosen for all photos" in manager.kind_row.note.text()
    assert manager.kind_row.note.isVisibleTo(manager)
    models = window.panel.model.box
    models.setCurrentIndex(models.findData(BY_KIND))
    models.activated.emit(models.currentIndex())
    assert used(window) == ["archive", DEFAULT_MODEL]
    window.panel.reset("model")
    assert used(window) == ["archive", DEFAULT_MODEL]


def test_that_the_model_of_all_stays_that_of_the_other_kinds(
    photos: tuple[Path, Path], make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    opened(window, qtbot, *photos)
    window.document.change([], model="camera")
    manager = managed(window, qtbot, "archive")
    manager.kind_row.boxes["gray"].click()
    assert used(window) == ["archive", "camera"]
    manager.kind_row.boxes["gray"].click()
    assert used(window) == [DEFAULT_MODEL, "camera"]
    manager.show_model(DEFAULT_MODEL)
    assert not manager.kind_row.boxes["gray"].isEnabled()
    manager.kind_row.boxes["colour"].click()
    assert window.document.kind_models == {}


def test_that_a_removed_model_is_no_default_until_it_is_put_back(
    photos: tuple[Path, Path], make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    opened(window, qtbot, *photos)
    manager = managed(window, qtbot, "archive")
    manager.kind_row.boxes["gray"].click()
    manager.remove_button.click()
    qtbot.waitUntil(lambda: used(window) == [DEFAULT_MODEL, DEFAULT_MODEL])
    manager.undo_button.click()
    qtbot.waitUntil(lambda: used(window) == ["archive", DEFAULT_MODEL])
