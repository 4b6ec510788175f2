"""Pictures beside each other at one scale, each with its name, on the gray on which colours can be judged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from rsd_app.gui.compare.drawing.overlay import draw_name
from rsd_app.gui.look import theme

GAP_PX = 2
MOST_ZOOM = 4.0


class PictureRow(QWidget):
    """What is shown stays until it is replaced."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(14 * theme.GRID_PX)
        self._pictures: list[tuple[str, QPixmap]] = []
        self._words = name  # shown while there is no picture

    def show_pictures(self, pictures: Sequence[tuple[str, QPixmap]]) -> None:
        """Replace what is shown: names and pictures, from the left."""
        self._pictures = [(name, pixmap) for name, pixmap in pictures if not pixmap.isNull()]
        self.setAccessibleDescription(", ".join(name for name, _ in self._pictures))
        self.update()

    def say(self, words: str) -> None:
        """Words in the place of pictures."""
        self._pictures, self._words = [], words
        self.setAccessibleDescription(words)
        self.update()

    @property
    def names(self) -> list[str]:
        """Names of the pictures shown."""
        return [name for name, _ in self._pictures]

    @property
    def pixmaps(self) -> list[QPixmap]:
        """The pictures shown."""
        return [pixmap for _, pixmap in self._pictures]

    def places(self) -> list[QRectF]:
        """Of the pictures, in the widget."""
        count = len(self._pictures)
        if not count:
            return []
        widest = max(pixmap.width() for _, pixmap in self._pictures)
        tallest = max(pixmap.height() for _, pixmap in self._pictures)
        room = (self.width() - (count - 1) * GAP_PX) / count
        zoom = min(room / widest, self.height() / tallest, MOST_ZOOM)
        if zoom > 1:
            zoom = int(zoom * 2) / 2  # halves of whole numbers keep pixels even
        width, height = widest * zoom, tallest * zoom
        left = (self.width() - count * width - (count - 1) * GAP_PX) / 2
        top = (self.height() - height) / 2
        return [QRectF(round(left + i * (width + GAP_PX)), round(top), width, height) for i in range(count)]

    def sizeHint(self) -> QSize:
        return QSize(60 * theme.GRID_PX, 30 * theme.GRID_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.PICTURE_GRAY))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for (name, pixmap), place in zip(self._pictures, self.places(), strict=True):
            painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
            if name:
                draw_name(painter, name, place, at_right=False, opacity=1.0)
        if not self._pictures:
            painter.setPen(QColor(theme.QUIET_TEXT))
            room = self.rect().adjusted(theme.GRID_PX, 0, -theme.GRID_PX, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
