"""What went wrong, in a bar below the picture; the picture stays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from rsd_app.gui.look import theme

LINES = 4  # of several errors that are shown; Copy details has them all


class ErrorBar(QFrame):
    """One text for the user, details for the clipboard; hidden while nothing is wrong.

    Signals:
        retry_asked: the user wants to retry what failed.
        closed: the user has read it.
    """

    retry_asked = Signal()
    closed = Signal()

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
        self.text.setAccessibleName(self.tr("Error"))
        self.retry_button = QPushButton(self.tr("Try again"))
        self.retry_button.clicked.connect(self.retry_asked)
        self.copy_button = QPushButton(self.tr("Copy details"))
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.clicked.connect(self.hide)
        self.close_button.clicked.connect(self.closed)
        row.addWidget(self.text, 1)
        for button in (self.retry_button, self.copy_button, self.close_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_error(self, text: str, details: str = "", *, can_retry: bool = False) -> None:
        """Replace what is shown; without details the text itself is copied."""
        self._details = details or text
        self.text.setText(text)
        self.retry_button.setVisible(can_retry)
        self.show()

    def show_several(self, head: str, errors: Sequence[str]) -> None:
        """Several at once, such as files of a drop that cannot be read."""
        shown = list(errors[:LINES])
        if len(errors) > LINES:
            shown.append(self.tr("… and %n more", "", len(errors) - LINES))
        self.show_error("\n".join([head, *shown]), "\n".join(errors))
