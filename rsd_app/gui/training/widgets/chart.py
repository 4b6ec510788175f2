"""A small chart of one figure over a training, with the model that it began from as a line."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from rsd_app.gui.look import theme
from rsd_app.gui.training.process.progress import Points

LEFT_PX, BOTTOM_PX, TOP_PX = 7 * theme.GRID_PX, 2 * theme.GRID_PX + 2, 3 * theme.GRID_PX
TICKS = 3
MOST_POINTS = 400  # drawn: more cannot be distinguished
SMOOTH = 0.12  # of the noisy figures of single steps: weight of each new point

Place = Callable[[float, float], QPointF]  # of an iteration and a value, in the widget


class Chart(QWidget):
    """Drawn with a pen: no library has to load for three curves.

    Args:
        title: what is drawn, and which way is better.
        smooth: draw the running average over pale points.
    """

    def __init__(self, title: str, *, smooth: bool = False) -> None:
        super().__init__()
        self._title, self._smooth = title, smooth
        self._points: Points = []
        self._line: tuple[str, float] | None = None
        self._pointer: float | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(14 * theme.GRID_PX)

    def show_points(self, points: Sequence[tuple[int, float]], line: tuple[str, float] | None = None) -> None:
        """Replace the curve.

        Args:
            line: name and value of what it is to be held against.
        """
        finite = [(i, v) for i, v in points if math.isfinite(v)]
        step = -(-len(finite) // MOST_POINTS) or 1
        self._points = finite[::step] + (finite[-1:] if finite[::step] and finite[::step][-1] != finite[-1] else [])
        self._line = line
        if finite:
            self.setAccessibleDescription(_plain(finite[-1][1], 0.0))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(30 * theme.GRID_PX, 17 * theme.GRID_PX)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().x()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colors.text))
        metrics = painter.fontMetrics()
        painter.drawText(QPointF(0, metrics.ascent()), self._title)
        if not self._points:
            return
        low, high = self._range()
        plot = QRectF(LEFT_PX, TOP_PX, self.width() - LEFT_PX - theme.GRID_PX, self.height() - TOP_PX - BOTTOM_PX)
        first, last = self._points[0][0], max(self._points[-1][0], self._points[0][0] + 1)

        def place(iteration: float, value: float) -> QPointF:
            x = plot.left() + (iteration - first) / (last - first) * plot.width()
            return QPointF(x, plot.bottom() - (value - low) / (high - low) * plot.height())

        self._draw_axes(painter, plot, low, high)
        if self._line is not None:
            pen = QPen(QColor(colors.quiet), 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            y = place(first, self._line[1]).y()
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            above = y - 4 if y - metrics.height() > plot.top() else y + metrics.ascent() + 2
            painter.drawText(QPointF(plot.right() - metrics.horizontalAdvance(self._line[0]), above), self._line[0])
        curve = QColor(colors.accent)
        if self._smooth:
            pale = QColor(curve)
            pale.setAlphaF(0.3)
            painter.setPen(QPen(pale, 1))
            painter.drawPolyline(QPolygonF([place(i, v) for i, v in self._points]))
        drawn = _smoothed(self._points) if self._smooth else self._points
        painter.setPen(QPen(curve, 1.8))
        painter.drawPolyline(QPolygonF([place(i, v) for i, v in drawn]))
        self._draw_reading(painter, place, drawn)

    def _range(self) -> tuple[float, float]:
        """Of the values, with room; far outliers do not flatten the rest."""
        values = sorted(v for _, v in self._points)
        cut = len(values) // 50
        shown = values[cut : len(values) - cut] + ([self._line[1]] if self._line is not None else [])
        low, high = min(shown), max(shown)
        room = 0.08 * (high - low) or 0.05 * abs(high) or 1.0
        return low - room, high + room

    def _draw_axes(self, painter: QPainter, plot: QRectF, low: float, high: float) -> None:
        colors, metrics = theme.current(), painter.fontMetrics()
        for tick in range(TICKS):
            value = low + (high - low) * (0.1 + 0.8 * tick / (TICKS - 1))
            y = plot.bottom() - (value - low) / (high - low) * plot.height()
            painter.setPen(QPen(QColor(colors.hover), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(colors.quiet))
            text = _plain(value, high - low)
            at = QPointF(plot.left() - metrics.horizontalAdvance(text) - 6, y + metrics.ascent() / 2 - 1)
            painter.drawText(at, text)
        for iteration, at_right in ((self._points[0][0], False), (self._points[-1][0], True)):
            text = QLocale().toString(iteration)
            x = plot.right() - metrics.horizontalAdvance(text) if at_right else plot.left()
            painter.drawText(QPointF(x, self.height() - metrics.descent()), text)

    def _draw_reading(self, painter: QPainter, place: Place, drawn: Points) -> None:
        """The value at the pointer, else the newest, at the upper right."""
        pointer, chosen = self._pointer, drawn[-1]
        if pointer is not None:
            chosen = min(drawn, key=lambda point: abs(place(*point).x() - pointer))
        at = place(*chosen)
        colors, metrics = theme.current(), painter.fontMetrics()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent))
        painter.drawEllipse(at, 3, 3)
        painter.setPen(QColor(colors.text))
        low, high = self._range()
        text = _plain(chosen[1], high - low)
        if self._pointer is not None:
            text = f"{QLocale().toString(chosen[0])}: {text}"
        painter.drawText(
            QPointF(self.width() - theme.GRID_PX - metrics.horizontalAdvance(text), metrics.ascent()), text
        )


def _smoothed(points: Points) -> Points:
    found: Points = []
    average = points[0][1]
    for iteration, value in points:
        average += SMOOTH * (value - average)
        found.append((iteration, average))
    return found


def _plain(value: float, span: float) -> str:
    """As many decimals as distinguish the values within a span."""
    span = span or abs(value) or 1.0
    return QLocale().toString(value, "f", max(0, min(5, 2 - math.floor(math.log10(span)) - 1)))
