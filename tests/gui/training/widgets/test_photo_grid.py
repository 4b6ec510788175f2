"""Thumbnails that are clicked in and out."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rsd_app.gui.training.widgets.photo_grid import GridPhoto, PhotoGrid
from tests.gui.pictures import RED, filled


def test_that_a_click_and_the_space_bar_toggle_what_can_be(tmp_path: Path, qtbot: QtBot) -> None:
    for name in ("a", "b"):
        filled(RED, 60, 40).save(str(tmp_path / f"{name}.png"))
    grid = PhotoGrid()
    qtbot.addWidget(grid)
    grid.resize(400, 300)
    grid.show()
    good = GridPhoto(str(tmp_path / "a.png"), "used", "", "", can_change=True)
    small = GridPhoto(str(tmp_path / "b.png"), "left out", "too small", "is 60×40, crops need 192", can_change=False)
    grid.show_entries([good, small])
    assert set(grid.entries()) == {good.path, small.path}
    qtbot.waitUntil(lambda: grid.count() == 2)
    toggled: list[str] = []
    grid.toggled.connect(toggled.append)
    for row in range(2):
        place = grid.visualItemRect(grid.item(row)).center()
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert toggled == [good.path]
    grid.setCurrentRow(0)
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert toggled == [good.path, good.path]
    assert "crops need 192" in grid.item(1).toolTip()
    grid.show_entries([small])
    qtbot.waitUntil(lambda: grid.count() == 1)
    grid.close_threads()
