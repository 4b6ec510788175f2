"""What is there before the first photo: a place to drop it, and a sample."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rsd_app.gui import theme


class EmptyPage(QWidget):
    """A drop target that fills the window; the window itself takes the drop.

    Signals:
        open_asked: a photo shall be chosen.
        sample_asked: the sample shall be enlarged.
    """

    open_asked = Signal()
    sample_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._target = QFrame()
        self._target.setObjectName("target")
        title = QLabel(self.tr("Drop a photo here"))
        title.setObjectName("title")
        hint = QLabel(self.tr("It is enlarged four times and restored, on this computer."))
        self.sample_button = QPushButton(self.tr("Enlarge the sample photo"))
        self.sample_button.setProperty("primary", True)
        self.sample_button.clicked.connect(self.sample_asked)
        open_button = QPushButton(self.tr("Open a photo …"))
        open_button.clicked.connect(self.open_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID_PX)
        buttons.addWidget(open_button)
        buttons.addWidget(self.sample_button)
        column = QVBoxLayout(self._target)
        column.setSpacing(2 * theme.GRID_PX)
        column.addStretch()
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(hint, 0, Qt.AlignmentFlag.AlignCenter)
        column.addLayout(buttons)
        column.setAlignment(buttons, Qt.AlignmentFlag.AlignCenter)
        column.addStretch()
        margin = 4 * theme.GRID_PX
        around = QVBoxLayout(self)
        around.setContentsMargins(margin, margin, margin, margin)
        around.addWidget(self._target)

    def set_hot(self, hot: bool) -> None:
        """Whether a file hovers over the window."""
        self._target.setProperty("hot", hot)
        self._target.style().unpolish(self._target)
        self._target.style().polish(self._target)
