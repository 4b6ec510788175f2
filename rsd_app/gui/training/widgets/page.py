"""What the pages of the wizard have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rsd_app.gui.look import theme


class Page(QWidget):
    """One step.

    Signals:
        changed: what the page says, or whether the next page may be opened.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        margin = 2 * theme.GRID_PX
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, 0)
        self.column.setSpacing(theme.GRID_PX)

    def introduce(self, text: str) -> None:
        """The first line: what the step is for."""
        self.column.addWidget(quiet(text))

    @property
    def ready(self) -> bool:
        """Whether the next page may be opened."""
        return True

    def entered(self) -> None:
        """Called when the page is shown."""

    def left(self) -> None:
        """Called when another page is shown."""


def quiet(text: str = "") -> QLabel:
    """A label for an explanation, in a subdued colour."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("quiet", True)
    return label


def button(text: str, tip: str = "") -> QPushButton:
    """A button with a tool tip."""
    made = QPushButton(text)
    made.setToolTip(tip)
    made.setAutoDefault(False)  # Enter in a field must not press a button
    return made


def row(*widgets: QWidget, stretch: int | None = None) -> QHBoxLayout:
    """Widgets beside each other; the one at `stretch` takes the room, or else the end is empty."""
    made = QHBoxLayout()
    made.setSpacing(theme.GRID_PX)
    for index, widget in enumerate(widgets):
        made.addWidget(widget, 1 if index == stretch else 0)
    if stretch is None:
        made.addStretch()
    return made
