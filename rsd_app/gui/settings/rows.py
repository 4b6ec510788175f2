"""Rows of the settings panel: a name that can be double clicked, and its controls."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QWidget

from rsd_app.gui.look import theme
from rsd_app.gui.settings.fields import ElidedLabel, NameLabel


class Rows(QGridLayout):
    """Names at the left, controls at the right.

    Signals:
        reset_asked: a field of Choices whose name was double clicked.
    """

    reset_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.names: dict[str, NameLabel] = {}
        self._controls: dict[str, tuple[QWidget, ...]] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(theme.GRID_PX)
        self.setColumnStretch(1, 1)

    def add(self, field: str, text: str, *controls: QWidget) -> None:
        """Add a row."""
        name = NameLabel(text, controls[0])
        name.reset_asked.connect(lambda: self.reset_asked.emit(field))
        self.names[field], self._controls[field] = name, controls
        row = QHBoxLayout()
        row.setSpacing(theme.GRID_PX // 2)
        for control in controls:
            if not control.accessibleName():
                control.setAccessibleName(text)
            row.addWidget(control, 0 if isinstance(control, QToolButton) else 1)
        at = self.rowCount()
        self.addWidget(name, at, 0)
        self.addLayout(row, at, 1)

    def show_row(self, field: str, *, shown: bool) -> None:
        """Show a row, or hide it."""
        for widget in (self.names[field], *self._controls[field]):
            widget.setVisible(shown)

    def add_line(self, lines: int = 2) -> ElidedLabel:
        """A quiet text over the whole width."""
        line = ElidedLabel(lines)
        self.addWidget(line, self.rowCount(), 0, 1, 2)
        return line
