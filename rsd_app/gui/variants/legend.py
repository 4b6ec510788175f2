"""What the colour over the picture means: from nothing to its strongest."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rsd_app.gui.look import theme
from rsd_app.gui.variants.difference import INVENTED


class Legend(QWidget):
    """A bar in the overlay's colour, on the gray of the picture."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(10 * theme.GRID_PX, 2 * theme.GRID_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.PICTURE_GRAY))
        ramp = QLinearGradient(QPointF(0, 0), QPointF(self.width(), 0))
        clear = QColor(INVENTED)
        clear.setAlpha(0)
        ramp.setColorAt(0, clear)
        ramp.setColorAt(1, INVENTED)
        painter.fillRect(self.rect(), ramp)
