"""An offer below the picture, which can be taken or left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from rsd_app.gui.look import theme


class OfferBar(QFrame):
    """One sentence and a button; hidden while nothing is offered."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._take: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, theme.GRID_PX, theme.GRID_PX)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.take_button = QPushButton(self.tr("Continue"))
        self.take_button.setProperty("primary", True)
        self.take_button.clicked.connect(self._on_taken)
        self.leave_button = QPushButton(self.tr("Not now"))
        self.leave_button.clicked.connect(self.hide)
        row.addWidget(self.text, 1)
        row.addWidget(self.take_button)
        row.addWidget(self.leave_button)
        self.hide()

    def offer(self, text: str, take: Callable[[], None]) -> None:
        """Replace what is offered.

        Args:
            take: what happens when it is taken.
        """
        self._take = take
        self.text.setText(text)
        self.show()

    @Slot()
    def _on_taken(self) -> None:
        self.hide()
        if self._take is not None:
            self._take()
