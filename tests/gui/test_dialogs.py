"""The sheet of keys, About, the log, and what is told at the end of a run."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from rsd_app import __version__
from rsd_app.gui.desktop.notify import Notifier
from rsd_app.gui.dialogs import about
from rsd_app.gui.dialogs.about import AboutDialog
from rsd_app.gui.dialogs.shortcut_sheet import ShortcutSheet
from rsd_app.gui.queue.runner import Summary
from rsd_app.gui.state.logs import FILE_BYTES, FILES, log_folder, start_logging
from tests.gui.conftest import MakeWindow


def test_that_the_sheet_shows_the_keys_of_every_action(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    sheet = ShortcutSheet(window.actions_, window.menu_titles(), window)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    for name, spec in window.actions_.specs.items():
        assert spec.text in shown
        assert window.actions_.keys_of(name) in shown
    assert sheet.sizeHint().height() <= 640


def test_that_about_holds_what_a_bug_report_needs(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(about, "report", lambda models, cancel: ["processor: of a test"])
    window = make_window()
    dialog = AboutDialog(window.engine, window)
    qtbot.waitUntil(lambda: "processor: of a test" in dialog.text.toPlainText())
    for wanted in (f"RSD Studio {__version__}", "PySide6", "torch", "LGPL"):
        assert wanted in dialog.text.toPlainText()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy").click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    dialog.reject()


@pytest.fixture
def logging_to_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The window's logging, into a folder of the test's own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    handler = start_logging()
    assert handler is not None
    yield
    logging.getLogger().removeHandler(handler)
    logging.getLogger("rsd_app").setLevel(logging.NOTSET)
    handler.close()
    qInstallMessageHandler(None)


@pytest.mark.usefixtures("logging_to_files")
def test_that_the_log_starts_with_the_version() -> None:
    (file,) = log_folder().iterdir()
    assert f"RSD Studio {__version__}" in file.read_text().splitlines()[0]


@pytest.mark.usefixtures("logging_to_files")
def test_that_the_log_is_kept_small() -> None:
    for number in range(5000):
        logging.getLogger("rsd_app.gui").info("line %s %s", number, "x" * 1000)
    newest, *older = sorted(log_folder().iterdir())
    assert len(older) == FILES
    assert all(file.stat().st_size <= FILE_BYTES for file in (newest, *older))
    assert newest.read_text().splitlines()[-1].endswith("line 4999 " + "x" * 1000)


def test_that_the_end_of_a_run_is_told_once_and_only_if_nobody_looks(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    alerted: list[object] = []
    monkeypatch.setattr(QApplication, "alert", lambda where: alerted.append(where))
    notifier: Notifier = window.notifier
    notifier.run_ended(Summary(done=0, failed=0, stopped=2))
    assert alerted == []
    notifier.run_ended(Summary(done=3, failed=1, stopped=0))
    assert alerted == [window]
    assert "3" in notifier.text(Summary(done=3, failed=1, stopped=0))
    monkeypatch.setattr(type(window), "isActiveWindow", lambda _: True)
    notifier.run_ended(Summary(done=3, failed=0, stopped=0))
    assert alerted == [window]
