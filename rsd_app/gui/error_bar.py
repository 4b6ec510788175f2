"""What went wrong, in a bar below the picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from rsd_app.gui import theme


class ErrorBar(QFrame):
    """One line for the user, details for the clipboard; hidden while nothing is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("error")
        self._details = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, theme.GRID_PX, theme.GRID_PX)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may look like HTML
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_button = QPushButton(self.tr("Copy details"))
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.hide)
        row.addWidget(self.text, 1)
        row.addWidget(self.copy_button)
        row.addWidget(close)
        self.hide()

    def show_error(self, text: str, details: str = "") -> None:
        """Replace what is shown; without details the text itself is copied."""
        self._details = details or text
        self.text.setText(text)
        self.show()
