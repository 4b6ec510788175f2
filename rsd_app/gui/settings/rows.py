"""Rows of the settings panel: a name that can be double clicked, and its controls."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QWidget

from rsd_app.engine.settings.config import CommonSettings
from rsd_app.engine.settings.setting import Place, settings_in
from rsd_app.gui.look import theme
from rsd_app.gui.settings.controls import Control, PlainControl, control_for, translated
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

    def add_settings(self, place: Place, *by_hand: PlainControl) -> dict[str, Control]:
        """Add a row for each setting whose row belongs at a place, and return the controls by field.

        Args:
            by_hand: controls that are more than the plain ones of their settings.
        """
        special = {control.name: control for control in by_hand}
        controls: dict[str, Control] = {}
        for field, told in settings_in(CommonSettings):
            if told.row is not None and told.row.place == place:
                control = controls[field.name] = special.get(field.name) or control_for(field.name)
                self.add(field.name, translated(told.row.text), *control.widgets)
        return controls

    def add_line(self, line: ElidedLabel) -> None:
        """Add a quiet text over the whole width."""
        self.addWidget(line, self.rowCount(), 0, 1, 2)
