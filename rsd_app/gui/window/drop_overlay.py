"""What is seen while files are held over the window: that they are welcome, and how many."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rsd_app.gui.look import theme


class DropOverlay(QWidget):
    """Covers its parent; lets everything through to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._parent = parent
        self._text = ""
        self.hide()

    def cover(self) -> None:
        """Cover the parent widget."""
        self.setGeometry(self._parent.rect())

    def show_count(self, count: int) -> None:
        """Over all of the parent; `count` files or folders are held."""
        self._text = self.tr("Drop to add %n file(s) or folder(s)", "", count)
        self.setAccessibleName(self._text)
        self.cover()
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(20, 20, 20, 150))
        painter.setPen(QPen(QColor(theme.ACCENT), 3, Qt.PenStyle.DashLine))
        margin = 2 * theme.GRID_PX
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(margin, margin, -margin, -margin), 12, 12)
        font = painter.font()
        font.setPixelSize(24)
        painter.setFont(font)
        plate = painter.fontMetrics().boundingRect(self._text).adjusted(-2 * margin, -margin, 2 * margin, margin)
        plate.moveCenter(self.rect().center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 20, 20, 220))
        painter.drawRoundedRect(plate, theme.RADIUS_PX, theme.RADIUS_PX)
        painter.setPen(QColor(theme.TEXT))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
