"""What lies on the picture: the divider, names, the loupe, the line that says something is being made."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from rsd_app.gui.look import theme

BUSY_PX = 2  # height of the line at the upper edge
LEAST_BUSY = 0.04  # of the width: that it is seen at once
LOUPE_PX = 160  # side of each of its two halves


def draw_divider(painter: QPainter, x: int, height: int) -> None:
    """A light line between two faint dark ones, which show it on snow."""
    painter.fillRect(x - 1, 0, 3, height, theme.DIVIDER_EDGE)
    painter.fillRect(x, 0, 1, height, theme.DIVIDER)


def draw_handle(painter: QPainter, x: int, height: int, opacity: float) -> None:
    """A circle with two arrowheads in the middle of the divider."""
    painter.save()
    painter.setOpacity(opacity)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle, radius = QPointF(x + 0.5, height / 2), theme.HANDLE_RADIUS_PX
    painter.setPen(theme.DIVIDER)
    painter.setBrush(theme.OVERLAY)
    painter.drawEllipse(middle, radius, radius)
    for side in (-1, 1):
        tip = middle + QPointF(side * 0.6 * radius, 0)
        for way in (-1, 1):
            painter.drawLine(tip, tip + QPointF(-side * 0.3 * radius, way * 0.3 * radius))
    painter.restore()


def draw_name(painter: QPainter, name: str, side: QRectF, *, at_right: bool, opacity: float) -> None:
    """A name in the upper left or right corner of a side, if there is room."""
    metrics, gap = painter.fontMetrics(), theme.GRID_PX
    plate = QRectF(0, side.top() + 2 * gap, metrics.horizontalAdvance(name) + 2 * gap, metrics.height() + gap)
    if plate.width() + 4 * gap > side.width():
        return
    if at_right:
        plate.moveRight(side.right() - 2 * gap)
    else:
        plate.moveLeft(side.left() + 2 * gap)
    painter.save()
    painter.setOpacity(opacity)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.OVERLAY)
    painter.drawRoundedRect(plate, theme.RADIUS_PX, theme.RADIUS_PX)
    painter.setPen(theme.DIVIDER)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, name)
    painter.restore()


def draw_note(painter: QPainter, text: str, room: QRectF) -> None:
    """A sentence at the lower edge, in as many lines as it takes."""
    gap = theme.GRID_PX
    most = room.adjusted(4 * gap, 0, -4 * gap, -3 * gap)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    words = QRectF(painter.fontMetrics().boundingRect(most.toRect(), int(flags), text))
    words.moveBottom(most.bottom())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.OVERLAY)
    painter.drawRoundedRect(words.adjusted(-gap, -gap / 2, gap, gap / 2), theme.RADIUS_PX, theme.RADIUS_PX)
    painter.setPen(theme.DIVIDER)
    painter.drawText(words, int(flags), text)
    painter.restore()


def draw_busy(painter: QPainter, width: int, share: float) -> None:
    """A thin line at the upper edge, as long as what is done."""
    painter.fillRect(QRectF(0, 0, max(LEAST_BUSY, share) * width, BUSY_PX), QColor(theme.ACCENT))


def loupe_place(cursor: QPointF, room: QRect) -> QRect:
    """Where the loupe lies: right below the cursor, moved so that it stays within the room."""
    place = QRect(0, 0, 2 * LOUPE_PX + 1, LOUPE_PX)
    place.moveTo(round(cursor.x()) + 3 * theme.GRID_PX, round(cursor.y()) + 3 * theme.GRID_PX)
    if place.right() > room.right():
        place.moveRight(round(cursor.x()) - 3 * theme.GRID_PX)
    if place.bottom() > room.bottom():
        place.moveBottom(round(cursor.y()) - 3 * theme.GRID_PX)
    place.moveLeft(max(room.left(), place.left()))
    place.moveTop(max(room.top(), place.top()))
    return place


def loupe_outline(place: QRect) -> QPainterPath:
    """The rounded border of the magnifier."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(place), 2 * theme.RADIUS_PX, 2 * theme.RADIUS_PX)
    return path


def draw_loupe_border(painter: QPainter, place: QRect) -> None:
    """Border and the line between its halves."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.DIVIDER, 1.5))
    painter.drawPath(loupe_outline(place))
    painter.drawLine(QPointF(place.center().x() + 0.5, place.top()), QPointF(place.center().x() + 0.5, place.bottom()))
    painter.restore()
