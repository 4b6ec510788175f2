"""What a drop or the clipboard holds."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from rsd_app.core.errors import ImageWriteError
from rsd_app.gui.desktop import dropped
from rsd_app.gui.desktop.dropped import holds_something, save_pasted
from tests.gui.conftest import MakeWindow, files
from tests.gui.pictures import RED, filled


@pytest.fixture(autouse=True)
def _own_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dropped.QStandardPaths, "writableLocation", lambda _: str(tmp_path / "Pictures"))


def test_that_files_come_before_the_picture_of_their_icon(tmp_path: Path) -> None:
    data = files(tmp_path / "a.jpg", tmp_path / "b.jpg")
    data.setImageData(filled(RED, 4, 4))
    assert dropped.incoming(data).paths == (tmp_path / "a.jpg", tmp_path / "b.jpg")


def test_that_paths_as_text_are_files_if_they_are_there(tmp_path: Path) -> None:
    filled(RED, 4, 4).save(str(tmp_path / "a b.png"))
    data = QMimeData()
    data.setText(f'"{tmp_path / "a b.png"}"\n')
    assert dropped.incoming(data).paths == (tmp_path / "a b.png",)
    data.setText("Dear reader,\nthis is a letter.")
    assert not dropped.incoming(data)


def test_that_a_browsers_picture_is_taken_as_it_was_copied(tmp_path: Path) -> None:
    data = QMimeData()
    data.setHtml('<img src="https://example.org/a.jpg">')
    data.setUrls([QUrl("https://example.org/a.jpg")])
    data.setData("image/jpeg", b"\xff\xd8\xff bytes")
    found = dropped.incoming(data)
    assert holds_something(data)
    assert (found.paths, found.picture, found.suffix) == ((), b"\xff\xd8\xff bytes", ".jpg")


def test_that_a_pasted_picture_gets_a_file_of_its_own() -> None:
    first = save_pasted(filled(RED, 5, 4), ".png", clock=lambda: 1e9)
    second = save_pasted(filled(RED, 5, 4), ".png", clock=lambda: 1e9)
    assert first != second
    assert QImage(str(second)).width() == 5


def test_that_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "Pictures").write_text("in the way")
    with pytest.raises(ImageWriteError, match="Pictures"):
        save_pasted(b"x", ".png")


def test_that_a_picture_is_pasted_into_the_queue(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    QGuiApplication.clipboard().setImage(filled(RED, 30, 20))
    window.actions_["paste"].trigger()
    qtbot.waitUntil(lambda: window.document.queue.rowCount() == 1 and not window.intake.busy)
    assert window.document.queue.at(0).width == 30


def test_that_a_clipboard_without_pictures_is_told(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    QGuiApplication.clipboard().setText("words")
    window.actions_["paste"].trigger()
    assert window.bars.refused.isVisibleTo(window)
    assert window.document.queue.rowCount() == 0
