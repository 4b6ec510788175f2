"""The table of actions: every key that is listed acts, no two share one, and what cannot be done cannot be chosen."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from rsd_app.gui.main_window import MainWindow
from rsd_app.gui.window.actions import MENUS
from tests.gui.conftest import MakeWindow, opened


def shown(make_window: MakeWindow, qtbot: QtBot, photo: Path) -> MainWindow:
    window = opened(make_window(), qtbot, photo)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.pane.view.setFocus()
    qtbot.waitUntil(lambda: window.pane.view.scene is not None)
    return window


def test_that_no_two_actions_share_a_key(make_window: MakeWindow) -> None:
    actions = make_window().actions_
    keys = Counter(sequence.toString() for name in actions.specs for sequence in actions.specs[name].sequences)
    keys += Counter(key.toString() for name in actions.specs for key in actions[name].shortcuts())
    held = sum(1 for spec in actions.specs.values() if spec.held)
    assert [key for key, times in keys.items() if times > 2] == []
    assert [times for times in keys.values() if times == 1] == [1] * held  # no shortcut: the picture watches


def test_that_every_key_that_is_listed_acts(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, qtbot, photo)
    acted: list[str] = []
    for name, spec in window.actions_.specs.items():
        action = window.actions_[name]
        action.triggered.disconnect()  # dialogs would wait for an answer
        action.triggered.connect(lambda _=False, name=name: acted.append(name))
        action.setEnabled(True)
        if spec.held:
            continue
        for sequence in spec.sequences:
            acted.clear()
            QTest.keySequence(window.pane.view, sequence)
            assert acted == [name], f"{sequence.toString()}: {acted} instead of {name}"


def test_that_the_flip_acts_while_its_key_is_held(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, qtbot, photo)
    window.start_all()
    qtbot.waitUntil(lambda: window.pane.result_is_whole)
    for widget in (window.pane.view, window.strip):
        qtbot.keyPress(widget, Qt.Key.Key_Backslash)
        assert window.pane.view._flipped
        qtbot.keyRelease(widget, Qt.Key.Key_Backslash)
        assert not window.pane.view._flipped


def test_that_redo_is_on_all_keys_that_people_try(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, qtbot, photo)
    for key in ("Ctrl+Y", "Ctrl+Shift+Z"):
        window.settings.choose_seed(7)
        assert window.document.shared.seed == 7
        qtbot.waitUntil(window.actions_["undo"].isEnabled)
        QTest.keySequence(window.pane.view, QKeySequence("Ctrl+Z"))
        assert window.document.shared.seed == 0
        qtbot.waitUntil(window.actions_["redo"].isEnabled)
        QTest.keySequence(window.pane.view, QKeySequence(key))
        assert window.document.shared.seed == 7
        window.document.undo.undo()


def test_that_actions_follow_what_is_there(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    actions = window.actions_
    for name in ("fit", "split", "remove", "start", "start_selected", "reveal", "pause", "stop", "undo", "brush"):
        assert not actions[name].isEnabled(), name
    opened(window, qtbot, photo)
    for name in ("fit", "split", "remove", "start", "start_selected", "undo", "brush"):
        assert actions[name].isEnabled(), name
    assert not actions["reveal"].isEnabled()
    assert actions["undo"].text().startswith("Undo: ")


def test_that_each_place_has_its_actions_in_groups(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    assert window.actions_.at("tools") == [
        ["open", "paste"], ["fit", "zoom_1", "zoom_2"], ["split", "side", "difference", "flip", "loupe"],
        ["differences", "brush"], ["start"],
    ]  # fmt: skip
    window.strip.customContextMenuRequested.emit(window.strip.rect().center())
    menu = next(menu for menu in window.strip.findChildren(QMenu) if menu.isVisible())
    there = [action.objectName() for action in menu.actions()]
    assert there == [
        "start_selected", "", "reveal", "save_as", "copy", "", "move_up", "move_down", "", "remove",
    ]  # fmt: skip
    menu.close()


def test_that_every_action_is_in_a_menu_that_exists(make_window: MakeWindow) -> None:
    assert {spec.menu for spec in make_window().actions_.specs.values()} == set(MENUS)
