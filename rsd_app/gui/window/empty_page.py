"""What is there before the first photo: a place to drop it, and a sample."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rsd_app.gui.look import theme


class EmptyPage(QWidget):
    """A drop target that fills the middle; the window itself takes the drop.

    Signals:
        open_asked: the user wants to choose photos.
        sample_asked: the user wants the sample enlarged.
        train_asked: the user wants to train a model.
    """

    open_asked = Signal()
    sample_asked = Signal()
    train_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        target = QFrame()
        target.setObjectName("target")
        title = QLabel(self.tr("Drop photos or folders here"))
        title.setObjectName("title")
        hint = QLabel(self.tr("They are enlarged and restored on this computer. Nothing leaves it."))
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        paste = QLabel(self.tr("Or paste a picture with Ctrl+V."))
        self.open_button = QPushButton(self.tr("Open photos …"))
        self.open_button.clicked.connect(self.open_asked)
        self.sample_button = QPushButton(self.tr("Enlarge the sample photo"))
        self.sample_button.setProperty("primary", True)
        self.sample_button.clicked.connect(self.sample_asked)
        self.train_button = QPushButton(self.tr("Train a model on photos of your own …"))
        self.train_button.setFlat(True)
        self.train_button.clicked.connect(self.train_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID_PX)
        buttons.addStretch()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.sample_button)
        buttons.addStretch()
        column = QVBoxLayout(target)
        column.setSpacing(2 * theme.GRID_PX)
        column.addStretch()
        for label in (title, hint, paste):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addLayout(buttons)
        column.addWidget(self.train_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        margin = 4 * theme.GRID_PX
        around = QVBoxLayout(self)
        around.setContentsMargins(margin, margin, margin, margin)
        around.addWidget(target)
