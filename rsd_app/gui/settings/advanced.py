"""What most photographers never touch: what goes along into the result, its name, and how the engine works."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rsd_app.gui.look import theme
from rsd_app.gui.settings.controls import Control
from rsd_app.gui.settings.output_controls import NameControl
from rsd_app.gui.settings.rows import Rows


class AdvancedPart(QWidget):
    """The part of the panel that is folded away: the name of results, and every setting whose row belongs here."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = Rows(self)
        self.rows.setVerticalSpacing(theme.GRID_PX - 2)
        self.name = NameControl()
        self.rows.add("name", self.tr("Name"), *self.name.widgets)
        self.rows.add_line(self.name.line)
        self.controls: dict[str, Control] = {"name": self.name, **self.rows.add_settings("advanced")}
