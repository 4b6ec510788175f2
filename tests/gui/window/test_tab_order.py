"""The window by keyboard alone: Tab reaches every control, in reading order, and none keeps it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from rsd_app.gui.main_window import MainWindow
from tests.gui.conftest import MakeWindow, opened, until_cancelled

ROW_PX = 12  # what starts within so many pixels stands in one row


def walk(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> list[QWidget]:
    """The controls that have the focus one after the other, from the one that has it now until that has it again."""
    first = QApplication.focusWidget()
    assert first is not None
    seen = [first]
    while True:
        qtbot.keyClick(QApplication.focusWidget(), key)
        now = QApplication.focusWidget()
        assert now is not None, f"the focus is lost after {described(seen[-1])}"
        if now is first:
            return seen
        assert now not in seen, f"Tab goes in a circle at {described(now)}"
        seen.append(now)


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()}"


def reachable(window: MainWindow) -> set[QWidget]:
    """Controls that are shown and can be used. Of buttons of which one is on, the others are reached with arrows."""
    found = set()
    for widget in window.findChildren(QWidget):
        tabs = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not (tabs and widget.isVisible() and widget.isEnabled()) or widget.focusProxy() is not None:
            continue
        if isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked():
            continue
        if any(widget.parentWidget() is other for other in found):  # the line within a box
            continue
        found.add(widget)
    return found


def place(window: MainWindow, widget: QWidget) -> tuple[int, int, int]:
    """Part of the window, row, column: tools, strip, picture and what lies under it, settings, status."""
    at = widget.mapTo(window, QPoint(0, widget.height() // 2))
    if isinstance(widget.parentWidget(), QToolBar):
        return 0, 0, at.x()
    if window.status.isAncestorOf(widget):
        return 4, 0, at.x()
    part = 1 if widget is window.strip else 3 if window.panel.isAncestorOf(widget) else 2
    if part == 3:  # it may be scrolled
        at = widget.mapTo(window.panel.scroll_area.widget(), QPoint(0, widget.height() // 2))
    return part, at.y() // ROW_PX, at.x()


@pytest.mark.parametrize("state", ["empty", "photo", "advanced", "trust", "running", "error"])
def test_that_tab_reaches_every_control_in_reading_order(
    state: str, photo: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(until_cancelled)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    if state != "empty":
        opened(window, qtbot, photo)
        qtbot.waitUntil(lambda: not window.pane.picture_size.isEmpty())
    if state == "advanced":
        window.panel.advanced_button.click()
    if state == "trust":
        window.actions_["differences"].trigger()
    if state == "running":
        window.start_all()
        qtbot.waitUntil(lambda: window.document.queue.at(0).progress == 0.5)
    if state == "error":
        window.bars.error.show_error("the disk is full", "all of it", can_retry=True)
        window.bars.offer.offer("go on?", lambda: None)
    try:
        check(window, qtbot)
    finally:
        window.runner.stop()
        qtbot.waitUntil(lambda: not window.runner.running)


def check(window: MainWindow, qtbot: QtBot) -> None:
    window.panel.condition.auto_box.setFocus(Qt.FocusReason.TabFocusReason)
    there = walk(window, qtbot, Qt.Key.Key_Tab)
    missing = reachable(window) - set(there)
    assert not missing, f"never reached: {', '.join(map(described, missing))}"
    back = walk(window, qtbot, Qt.Key.Key_Backtab)
    assert back == [there[0], *reversed(there[1:])]
    start = min(range(len(there)), key=lambda number: place(window, there[number]))
    order = [*there[start:], *there[:start]]
    assert [described(w) for w in order] == [described(w) for w in sorted(order, key=lambda w: place(window, w))]
