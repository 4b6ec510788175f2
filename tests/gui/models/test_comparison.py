"""Models side by side on what is seen: the pixels of a run, errors in their place, nothing after closing."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from rsd_app.core.progress import CancelToken
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.gui.main_window import MainWindow
from rsd_app.gui.models.comparison import ModelComparison
from rsd_app.gui.models.manager import ModelManager
from tests.engine.toy_models import write_plain_model, write_toy_model
from tests.gui.conftest import MakeWindow, opened
from tests.gui.pictures import RED, filled


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "models"))
    (tmp_path / "models").mkdir()
    write_toy_model(tmp_path / "models" / "toy.safetensors")
    write_plain_model(tmp_path / "models" / "plain.safetensors")
    return tmp_path / "models"


def managed(window: MainWindow, qtbot: QtBot) -> ModelManager:
    window.actions_["models"].trigger()
    manager = window.models.manager
    assert manager is not None
    qtbot.waitUntil(lambda: {"toy", "plain"} <= set(names(manager)))
    return manager


def names(manager: ModelManager) -> list[str | None]:
    return [manager.list.item(row).data(0x100) for row in range(manager.list.count())]


def select(manager: ModelManager, *names: str) -> None:
    for row in range(manager.list.count()):
        item = manager.list.item(row)
        item.setSelected(item.data(0x100) in names)


def compared(window: MainWindow, manager: ModelManager) -> ModelComparison:
    manager.compare_button.click()
    dialog = window.models.comparison
    assert dialog is not None
    return dialog


def test_that_models_are_compared_with_the_pixels_of_a_run(
    library: Path, photo: Path, tmp_path: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    window.document.change([], model="plain")
    manager = managed(window, qtbot)
    select(manager, "toy", "plain")
    assert not manager.compare_button.isEnabled()
    assert "Open a photo" in manager.compare_button.toolTip()
    opened(window, qtbot, photo)
    qtbot.waitUntil(manager.compare_button.isEnabled)
    dialog = compared(window, manager)
    assert [box.currentData() for box in dialog.boxes] == ["plain", "toy", None]
    assert dialog.pictures[2].isHidden()
    qtbot.waitUntil(lambda: all(picture.names for picture in (dialog.plain, *dialog.pictures[:2])))
    run = prepare(photo, UpscaleConfig(model="toy", colour_fix=False))
    run.run(tmp_path / "run.png", emit=lambda _: None, cancel=CancelToken())
    wanted = QImage(str(tmp_path / "run.png")).convertToFormat(QImage.Format.Format_RGB32)
    assert dialog.pictures[1].pixmaps[0].toImage().convertToFormat(QImage.Format.Format_RGB32) == wanted
    assert dialog.plain.pixmaps[0].size() == wanted.size()


@pytest.mark.slow
def test_that_a_model_that_fails_says_so_in_its_place_and_closing_drops_the_rest(
    library: Path, tmp_path: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    filled(RED, 400, 300).save(str(tmp_path / "large.png"))
    window = opened(make_window(), qtbot, tmp_path / "large.png")
    manager = managed(window, qtbot)
    qtbot.waitUntil(lambda: window.pane.seen_part is not None)
    select(manager, "toy", "plain")
    (library / "toy.safetensors").write_bytes(b"cut")
    dialog = compared(window, manager)
    qtbot.waitUntil(lambda: "toy" in dialog.pictures[1].accessibleDescription())
    qtbot.waitUntil(lambda: dialog.pictures[0].names != [])
    dialog.boxes[2].choose("restore-x4")
    dialog.boxes[2].activated.emit(1)
    dialog.reject()
    qtbot.waitUntil(lambda: not window.engine.asked)
    assert window.models.comparison is None
