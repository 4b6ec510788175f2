"""The canvas that shows a photo and its result: one place, a divider, the same pixels under each other."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from rsd_app.gui import theme

GRAB_PX = 12  # how near to the divider a press takes hold of it
HANDLE_RADIUS = 10
HANDLE_SHOWN_MS = 1000
NUDGE = 0.01  # of the width, by an arrow key; ten times with Shift
SMALLEST_ZOOM, LARGEST_ZOOM = 0.01, 16.0
PIXELS_FROM = 2.0  # zoom from which pixels are shown as they are


class CompareView(QWidget):
    """Shows `before` and `after`, both in the coordinates of the larger one.

    Signals:
        zoomed: the zoom, in screen pixels for one pixel of the result.
    """

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before: QImage | None = None
        self.after: QImage | None = None
        self.zoom = 1.0
        self.divider = 0.5  # of the widget's width
        self._centre = QPointF()  # of the view, in pixels of the result
        self._fits = True
        self._flipped = False
        self._drag: QPointF | None = None  # where a pan started; None while the divider is dragged
        self._holds_divider = False
        self._handle = QTimer(self, singleShot=True, interval=HANDLE_SHOWN_MS)
        self._handle.timeout.connect(self.update)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(320, 240))
        self.setAccessibleName(self.tr("Before and after"))
        self.setToolTip(self.tr("Drag the divider; wheel zooms, drag pans, Space fits, \\ flips"))

    def show_photo(self, before: QImage) -> None:
        """A new photo, without a result."""
        self.before, self.after = before, None
        self.fit()

    def show_result(self, after: QImage) -> None:
        """The result of the photo; view and divider stay where they are on the picture."""
        old = self._size()
        self.after = after
        if self._fits or old.isEmpty():
            self.fit()
            return
        ratio = self._size().width() / old.width()
        self._centre *= ratio
        self._set_zoom(self.zoom / ratio)

    def fit(self) -> None:
        """The whole picture, never larger than its pixels."""
        size = self._size()
        if not size.isEmpty():
            room = min(self.width() / size.width(), self.height() / size.height())
            self._centre = QPointF(size.width() / 2, size.height() / 2)
            self._set_zoom(min(1.0, room) if self.after is not None else room)
        self._fits = True

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom so that what lies under `at` (widget coordinates, the middle by default) stays there."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        at = middle if at is None else at
        zoom = max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom))
        self._centre += (at - middle) * (1 / self.zoom - 1 / zoom)
        self._fits = False
        self._set_zoom(zoom)

    def to_picture(self, at: QPointF) -> QPointF:
        """Widget coordinates -> pixels of the result."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        return self._centre + (at - middle) / self.zoom

    def _set_zoom(self, zoom: float) -> None:
        self.zoom = max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom))
        self.zoomed.emit(self.zoom)
        self.update()

    def _size(self) -> QSize:
        shown = self.after or self.before
        return QSize() if shown is None else shown.size()

    def _on_divider(self, x: float) -> bool:
        return self.after is not None and abs(x - self.divider * self.width()) <= GRAB_PX

    def _move_divider(self, share: float) -> None:
        self.divider = max(0.0, min(1.0, share))
        self._handle.start()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Before on the left of the divider, after on the right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.PICTURE_GRAY))
        if self.before is None:
            return
        if self.after is None:
            self._draw(painter, self.before, 0, self.width())
            return
        split = round(self.divider * self.width())
        left, right = (self.after, self.before) if self._flipped else (self.before, self.after)
        self._draw(painter, left, 0, split)
        self._draw(painter, right, split, self.width())
        self._draw_divider(painter, split)

    def _draw(self, painter: QPainter, image: QImage, left: int, right: int) -> None:
        """The part of an image that falls between two columns of the widget."""
        painter.save()
        painter.setClipRect(left, 0, right - left, self.height())
        size = self._size()
        top_left = QPointF(self.width() / 2, self.height() / 2) - self._centre * self.zoom
        target = QRectF(
            top_left, QPointF(top_left.x() + size.width() * self.zoom, top_left.y() + size.height() * self.zoom)
        )
        exact = image.width() == size.width() and self.zoom >= PIXELS_FROM
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not exact)
        visible = target.intersected(QRectF(left, 0, right - left, self.height()))
        if not visible.isEmpty():
            factor_x, factor_y = image.width() / target.width(), image.height() / target.height()
            source = QRectF(
                (visible.x() - target.x()) * factor_x,
                (visible.y() - target.y()) * factor_y,
                visible.width() * factor_x,
                visible.height() * factor_y,
            )
            painter.drawImage(visible, image, source)
        painter.restore()

    def _draw_divider(self, painter: QPainter, x: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(255, 255, 255, 220), 1))
        painter.drawLine(x, 0, x, self.height())
        if not (self._handle.isActive() or self._holds_divider):
            return
        painter.setBrush(QColor(20, 20, 20, 180))
        painter.drawEllipse(QPointF(x + 0.5, self.height() / 2), HANDLE_RADIUS, HANDLE_RADIUS)
        names = [self.tr("before"), self.tr("after")]
        first, second = reversed(names) if self._flipped else names
        painter.drawText(x - 16 - painter.fontMetrics().horizontalAdvance(first), 24, first)
        painter.drawText(x + 16, 24, second)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the cursor."""
        self.zoom_to(self.zoom * 1.0015 ** event.angleDelta().y(), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the divider, or of the picture."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._holds_divider = self._on_divider(event.position().x())
        self._drag = None if self._holds_divider else event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held."""
        near = self._holds_divider or self._on_divider(event.position().x())
        self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)
        if self._holds_divider:
            self._move_divider(event.position().x() / max(1, self.width()))
        elif self._drag is not None:
            self._centre -= (event.position() - self._drag) / self.zoom
            self._drag, self._fits = event.position(), False
            self.update()
        elif near:
            self._handle.start()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._holds_divider, self._drag = False, None
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Between the whole picture and 100 % at this place."""
        self.toggle_fit(event.position())

    def toggle_fit(self, at: QPointF | None = None) -> None:
        """Between the whole picture and 100 %."""
        if self._fits:
            self.zoom_to(1.0, at)
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the divider; Space, 1, 2, 3 zoom; the backslash flips while it is held."""
        step = NUDGE * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        zooms = {Qt.Key.Key_1: 1.0, Qt.Key.Key_2: 2.0, Qt.Key.Key_3: 4.0}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Left:
            self._move_divider(self.divider - step)
        elif key == Qt.Key.Key_Right:
            self._move_divider(self.divider + step)
        elif key == Qt.Key.Key_Space:
            self.toggle_fit()
        elif key in zooms:
            self.zoom_to(zooms[key])
        elif key == Qt.Key.Key_Backslash:
            self._flipped = True
            self.update()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The end of a flip."""
        if event.key() == Qt.Key.Key_Backslash and not event.isAutoRepeat():
            self._flipped = False
            self.update()
        else:
            super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted picture stays fitted."""
        if self._fits:
            self.fit()
