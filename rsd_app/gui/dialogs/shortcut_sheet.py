"""All keys on one sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rsd_app.gui.look import theme
from rsd_app.gui.window.actions import MENUS, Actions, Menu

AT_RIGHT: tuple[Menu, ...] = ("view", "help")  # so that both columns are about as long


class ShortcutSheet(QDialog):
    """Every action with its keys, menu by menu, and what the mouse does on the picture."""

    def __init__(self, actions: Actions, titles: dict[Menu, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        columns = QHBoxLayout()
        columns.setSpacing(4 * theme.GRID_PX)
        left, right = QVBoxLayout(), QVBoxLayout()
        for menu in MENUS:
            rows = [(spec.text, actions.keys_of(n)) for n, spec in actions.specs.items() if spec.menu == menu]
            (right if menu in AT_RIGHT else left).addLayout(self._block(titles[menu], rows))
        mouse = [
            (self.tr("Zoom at the pointer"), self.tr("Wheel")),
            (self.tr("Move the picture"), self.tr("Drag")),
            (self.tr("Fit or 100 %"), self.tr("Double click")),
            (self.tr("Move the divider"), self.tr("Left, Right; with Shift faster")),
            (self.tr("Back to the default"), self.tr("Double click on a setting's name")),
        ]
        right.addLayout(self._block(self.tr("Picture and settings"), mouse))
        for column in (left, right):
            column.setSpacing(2 * theme.GRID_PX)
            column.addStretch()
            columns.addLayout(column)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addLayout(columns)
        whole.addWidget(buttons)

    def _block(self, title: str, rows: list[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(1)
        grid.setHorizontalSpacing(3 * theme.GRID_PX)
        head = QLabel(title)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        grid.addWidget(head, 0, 0, 1, 2)
        for row, (text, keys) in enumerate(rows, start=1):
            shown = QLabel(keys)
            shown.setProperty("quiet", True)
            grid.addWidget(QLabel(text), row, 0)
            grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        return grid
