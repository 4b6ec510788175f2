"""Variants of what is seen: the pixels of runs with their seeds, where they differ, the chosen seed used."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from rsd_app.core.progress import CancelToken
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.gui.main_window import MainWindow
from rsd_app.gui.variants.dialog import Variants
from rsd_app.gui.variants.difference import FULL, INVENTED, difference_of
from rsd_app.gui.variants.seeds import COUNT
from tests.engine.toy_models import write_toy_model
from tests.gui.conftest import MakeWindow, opened
from tests.gui.pictures import filled


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "models"))
    (tmp_path / "models").mkdir()
    write_toy_model(tmp_path / "models" / "toy.safetensors")
    return tmp_path / "models"


def shown(window: MainWindow, qtbot: QtBot, photo: Path) -> Variants:
    window.document.change([], model="toy", seed=5)
    opened(window, qtbot, photo)
    window.actions_["variants"].trigger()
    dialog = window.variants.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.difference is not None)
    return dialog


def test_that_a_variant_is_what_a_run_with_its_seed_gives(
    library: Path, photo: Path, tmp_path: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    dialog = shown(make_window(), qtbot, photo)
    assert dialog.seeds == list(range(5, 5 + COUNT))
    config = UpscaleConfig(model="toy", seed=7, colour_fix=False)
    prepare(photo, config).run(tmp_path / "run.png", emit=lambda _: None, cancel=CancelToken())
    wanted = QImage(str(tmp_path / "run.png")).convertToFormat(QImage.Format.Format_RGB32)
    assert dialog.images[2].convertToFormat(QImage.Format.Format_RGB32) == wanted
    assert dialog.images[1] != dialog.images[2]


def test_that_keys_flip_and_enter_gives_the_picture_the_seed(
    library: Path, photo: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    dialog = shown(window, qtbot, photo)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(dialog, key)
    assert dialog.number == COUNT - 1
    qtbot.keyClick(dialog, Qt.Key.Key_3)
    assert dialog.picture.names == ["Seed 7"]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.variants.dialog is None)
    assert window.document.shared.seed == 7
    window.document.undo.undo()
    assert window.document.shared.seed == 5


def test_that_the_differences_lie_over_the_picture_while_they_are_asked_for(
    library: Path, photo: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    dialog = shown(make_window(), qtbot, photo)
    qtbot.keyClick(dialog, Qt.Key.Key_T)
    covered = dialog.picture.pixmaps[0].toImage()
    qtbot.keyClick(dialog, Qt.Key.Key_T)
    plain = dialog.picture.pixmaps[0].toImage()
    assert covered != plain
    assert plain.convertToFormat(QImage.Format.Format_RGB32) == dialog.images[0].convertToFormat(
        QImage.Format.Format_RGB32
    )
    assert "proves nothing" in dialog.words.text()


def test_that_closing_drops_what_is_not_made_and_an_error_is_said_in_its_place(
    library: Path, photo: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    window.document.change([], model="toy")
    opened(window, qtbot, photo)
    (library / "toy.safetensors").write_bytes(b"cut")
    window.actions_["variants"].trigger()
    dialog = window.variants.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "toy" in dialog.picture.accessibleDescription())
    dialog.reject()
    qtbot.waitUntil(lambda: not window.engine.asked)
    assert window.variants.dialog is None
    assert window.document.shared.seed == 0


def test_that_without_a_photo_it_says_what_to_do(make_window: MakeWindow) -> None:
    window = make_window()
    assert not window.actions_["variants"].isEnabled()
    window.variants.show()
    assert window.variants.dialog is None
    assert "Open a photo" in window.status.message.text()


def test_that_the_color_follows_the_standard_deviation() -> None:
    left, right = filled(Qt.GlobalColor.black, 4, 2), filled(Qt.GlobalColor.black, 4, 2)
    value = round(FULL * 2**0.5 / 2)  # of two values 0 and v the deviation is v / √2
    right.setPixelColor(3, 1, INVENTED.fromRgb(value, value, value))
    made = difference_of([left, right])
    alpha = np.frombuffer(made.overlay.constBits(), np.uint8).reshape(2, 4, 4)[..., 3]
    assert alpha[1, 3] == int(value / 2**0.5 / FULL * 255)
    assert alpha.sum() == alpha[1, 3]
    assert made.mean == pytest.approx(value / 2**0.5 / 8, rel=1e-5)
    assert made.share in (0.0, 1 / 8)
