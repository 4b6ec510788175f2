"""Models in the window: files by drop, what only the user can say, the list, removal and its undo."""

from pathlib import Path

import pytest
import torch
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from rsd_app.core.files.model_file import read_header
from rsd_app.core.resources import resource_path
from rsd_app.engine.library.installed import find_model, list_models
from rsd_app.gui.main_window import MainWindow
from rsd_app.gui.models.file_form import NON_COMMERCIAL, FileForm
from rsd_app.gui.models.import_dialog import ImportDialog
from rsd_app.gui.models.labels import schedule_words
from rsd_app.gui.models.manager import ModelManager
from rsd_app.gui.training.process.plan import Plan
from tests.engine.toy_models import write_toy_model
from tests.engine.toy_published import toy_unet, toy_vq, write_toy
from tests.gui.conftest import MakeWindow, drop, files

BUNDLED = sorted(path.stem for path in resource_path("models").glob("*.safetensors"))


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.fixture
def published(tmp_path: Path) -> tuple[Path, Path]:
    """A network whose file cannot tell its steps, and the autoencoder."""
    torch.save({"state_dict": toy_unet().state_dict()}, tmp_path / "weights.pth")
    torch.save(toy_vq().state_dict(), tmp_path / "autoencoder_vq_f4.pth")
    return tmp_path / "weights.pth", tmp_path / "autoencoder_vq_f4.pth"


def dropped(window: MainWindow, qtbot: QtBot, *paths: Path) -> ImportDialog:
    drop(window, files(*paths))
    dialog = window.models.import_dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.forms) == len(paths))
    return dialog


def managed(window: MainWindow, qtbot: QtBot, wanted: str) -> ModelManager:
    window.actions_["models"].trigger()
    manager = window.models.manager
    assert manager is not None
    qtbot.waitUntil(lambda: wanted in names(manager))
    manager.show_model(wanted)
    return manager


def names(manager: ModelManager) -> list[str]:
    found = (manager.list.item(row).data(0x100) for row in range(manager.list.count()))
    return [name for name in found if name]


def offered(window: MainWindow) -> list[str]:
    return [window.panel.model.box.itemText(i) for i in range(window.panel.model.box.count())]


def texts(widget: ImportDialog | ModelManager | FileForm) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.mark.slow
def test_that_a_dropped_network_asks_for_its_steps_and_its_autoencoder(
    published: tuple[Path, Path], make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    network, autoencoder = published
    dialog = dropped(window, qtbot, network)
    (form,) = dialog.forms
    assert window.document.queue.rowCount() == 0  # no photo
    assert "needs its autoencoder" in dialog.state.text()
    assert not dialog.import_button.isEnabled()
    drop(dialog, files(autoencoder))
    qtbot.waitUntil(lambda: len(dialog.forms) == 2)
    assert "million parameters; stored once" in texts(dialog.forms[1])
    assert "Say what each model is" in dialog.state.text()
    assert [form.schedule.itemText(i) for i in (1, 2, 3)] == [
        "ResShift, 15 steps",
        "ResShift, 4 steps",
        "SinSR, one step",
    ]
    assert form.licence.text() == NON_COMMERCIAL
    form.schedule.choose("resshift-4")
    form.schedule.activated.emit(form.schedule.currentIndex())
    form.name.setText("four steps")
    assert not dialog.import_button.isEnabled()  # a name that is no word on a command line
    form.name.setText("restore-x4")
    assert "of this name exists already" in dialog.state.text()
    form.name.setText("four-steps")
    form.licence.setText("S-Lab Licence 1.0")
    with qtbot.waitSignal(dialog.brought):
        dialog.import_button.click()
    header = read_header(find_model("four-steps"))
    assert (header.role, header.schedule.steps, header.licence) == ("teacher", 4, "S-Lab Licence 1.0")
    manager = window.models.manager
    assert manager is not None
    qtbot.waitUntil(lambda: "four-steps" in names(manager))
    assert (manager.title.text(), "S-Lab Licence 1.0" in texts(manager)) == ("four-steps", True)
    assert "four-steps" in offered(window)
    assert window.panel.model.box.currentText() == "restore-x4"  # used when the user says so
    manager.use_button.click()
    assert window.panel.model.box.currentText() == "four-steps"
    assert "S-Lab Licence 1.0" in window.panel.model.line.toolTip()
    assert not window.panel.condition.auto_box.isEnabled()  # it cannot be told how damaged a photo is


def test_that_a_refused_file_says_why_and_the_others_come(
    published: tuple[Path, Path], tmp_path: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    (tmp_path / "bad.pth").write_bytes(b"\x80\x02cos\nsystem\n(S'true'\ntR.")
    own = write_toy_model(tmp_path / "own.safetensors")
    window = make_window()
    dialog = dropped(window, qtbot, tmp_path / "bad.pth", own, published[1])
    bad, mine, _ = dialog.forms
    assert not bad.usable
    assert "os.system" in texts(bad)
    assert "A model of this program" in texts(mine)
    assert read_header(own).licence in texts(mine)
    with qtbot.waitSignal(dialog.brought):
        dialog.import_button.click()
    assert [model.name for model in list_models() if model.origin == "user"] == ["own"]


@pytest.mark.slow
def test_that_a_cancelled_import_leaves_nothing(
    published: tuple[Path, Path], library: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    dialog = dropped(window, qtbot, *published)
    dialog.forms[0].schedule.choose("sinsr")
    dialog.forms[0].schedule.activated.emit(3)
    window.models.librarian.progressed.connect(lambda _: dialog.reject())
    with qtbot.waitSignal(window.models.librarian.stopped):
        dialog.start()
    qtbot.waitUntil(lambda: window.models.import_dialog is None)
    assert [path for path in library.rglob("*") if path.is_file()] == []


def test_that_bundled_and_imported_models_are_listed_with_their_cards(
    library: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    write_toy(library).with_suffix(".md").write_text("# Toy\n\n![x](x.png)\n\nA card of a test.\n")
    window = make_window()
    manager = managed(window, qtbot, "toy")
    assert names(manager) == [*BUNDLED, "toy"]
    assert "A card of a test." in manager.card.toPlainText()
    assert "Your models take" in manager.storage.text()
    assert "Shared autoencoders" in manager.storage.text()
    drop(manager, files(library / "toy.safetensors"))
    assert window.models.import_dialog is not None
    manager.show_model("restore-x4")
    assert not manager.remove_button.isEnabled()
    assert "CC-BY-SA" in texts(manager)
    assert "Trained on" in manager.card.toPlainText()


@pytest.mark.slow
def test_that_a_removed_model_can_be_put_back_and_is_not_in_use_meanwhile(
    library: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    path = write_toy(library)
    window = make_window()
    window.document.change([], model="toy")
    manager = managed(window, qtbot, "toy")
    manager.remove_button.click()
    qtbot.waitUntil(lambda: names(manager) == BUNDLED)
    assert window.document.shared.model == "restore-x4"
    assert offered(window) == BUNDLED
    rows = [manager.list.item(row) for row in range(manager.list.count())]
    assert [row.data(0x100) for row in rows if "in use" in row.text()] == ["restore-x4"]
    assert manager.undo_button.isVisibleTo(manager)
    manager.undo_button.click()
    qtbot.waitUntil(lambda: "toy" in names(manager))
    assert path.exists()
    assert window.document.shared.model == "toy"
    manager.remove_button.click()
    qtbot.waitUntil(lambda: not path.exists())
    qtbot.waitUntil(lambda: names(manager) == BUNDLED)
    window.close()
    assert [file for file in library.rglob("*") if file.is_file()] == []


def test_that_a_damaged_model_is_named_and_can_be_removed(library: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    library.mkdir()
    (library / "cut.safetensors").write_bytes(b"\x10\x00\x00\x00\x00\x00\x00\x00{")
    window = make_window()
    manager = managed(window, qtbot, "cut")
    assert "cut.safetensors" in texts(manager)
    assert not manager.use_button.isEnabled()
    manager.remove_button.click()
    qtbot.waitUntil(lambda: names(manager) == BUNDLED)


def test_that_the_window_names_methods_as_the_engine_does() -> None:
    from rsd_app.engine.library import importing

    assert {schedule_words(name) for name in importing.VARIANTS} == {v.words for v in importing.VARIANTS.values()}
    assert NON_COMMERCIAL == importing.NON_COMMERCIAL


def test_that_a_training_begins_from_a_model_of_the_library(
    library: Path, tmp_path: Path, make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    library.mkdir()
    write_toy_model(library / "mine.safetensors")
    window = make_window()
    manager = managed(window, qtbot, "mine")
    manager.train_button.click()
    assert window.models.manager is None  # it would lie over the wizard
    wizard = window.training.wizard
    assert wizard is not None
    assert wizard.step == "photos"
    assert wizard.effort.plan(Plan()).start == "mine"
    window.training.set_devices([("cuda:0", "A card")])
    wizard.effort.device.choose("cuda:0")
    assert wizard.effort.plan(Plan()).device == "cuda:0"
