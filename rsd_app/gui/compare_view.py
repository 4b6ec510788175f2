"""The canvas that shows a photo and its result: one place, a divider, the same pixels under each other."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from rsd_app.gui import theme
from rsd_app.gui.picture import Picture

GRAB_PX = 12  # how near to the divider a press takes hold of it
HANDLE_SHOWN_MS = 1000
NUDGE = 0.01  # of the width, by an arrow key; ten times with Shift
SMALLEST_ZOOM, LARGEST_ZOOM = 0.01, 16.0
FIT_UP_TO = 4.0  # a small photo is fitted no larger than this, which is where its result stands at 100 %
PIXELS_FROM = 2.0  # zoom from which pixels are shown as they are


class CompareView(QWidget):
    """Shows `before` and `after`, both in the coordinates of the larger one.

    Signals:
        zoomed: the zoom, in pixels of the screen for one pixel of the result.
    """

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before: Picture | None = None
        self.after: Picture | None = None
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

    def show_photo(self, before: Picture) -> None:
        """A new photo, without a result."""
        self.before, self.after = before, None
        self.fit()

    def show_result(self, after: Picture) -> None:
        """The result of the photo; view and divider stay where they are on the picture."""
        old = self._size()
        self.after = after
        self._handle.start()
        if self._fits or old.isEmpty():
            self.fit()
            return
        ratio = self._size().width() / old.width()
        self._centre *= ratio
        self._set_zoom(self.zoom / ratio)

    def fit(self) -> None:
        """The whole picture; a small one grows, but its result never beyond its pixels."""
        size = self._size()
        if not size.isEmpty():
            room = min(self.width() / size.width(), self.height() / size.height()) * self.devicePixelRatioF()
            self._centre = QPointF(size.width() / 2, size.height() / 2)
            self._set_zoom(min(room, 1.0 if self.after is not None else FIT_UP_TO))
        self._fits = True

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom so that what lies under `at` (widget coordinates, the middle by default) stays there."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        at = middle if at is None else at
        zoom = max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom))
        under = self.to_picture(at)
        self._fits = False
        self._set_zoom(zoom)
        self._look_at(under - (at - middle) / self._scale)

    def to_picture(self, at: QPointF) -> QPointF:
        """Widget coordinates -> pixels of the result."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        return self._centre + (at - middle) / self._scale

    @property
    def _scale(self) -> float:
        """Widget pixels for one pixel of the result."""
        return self.zoom / self.devicePixelRatioF()

    def _look_at(self, centre: QPointF) -> None:
        """Move the view, but never so far that the picture is lost."""
        size = self._size()
        self._centre = QPointF(
            max(0.0, min(float(size.width()), centre.x())), max(0.0, min(float(size.height()), centre.y()))
        )
        self.update()

    def _set_zoom(self, zoom: float) -> None:
        self.zoom = max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom))
        self.zoomed.emit(self.zoom)
        self.update()

    def _size(self) -> QSize:
        shown = self.after or self.before
        return QSize() if shown is None else shown.size

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

    def _target(self) -> QRectF:
        """Where the picture lies in the widget; its corner on a whole pixel of the screen, so that 100 % is sharp."""
        ratio, size = self.devicePixelRatioF(), self._size()
        corner = (QPointF(self.width() / 2, self.height() / 2) - self._centre * self._scale) * ratio
        corner = QPointF(round(corner.x()), round(corner.y())) / ratio
        return QRectF(corner.x(), corner.y(), size.width() * self._scale, size.height() * self._scale)

    def _draw(self, painter: QPainter, picture: Picture, left: int, right: int) -> None:
        """The part of a picture that falls between two columns of the widget."""
        target = self._target()
        visible = target.intersected(QRectF(left, 0, right - left, self.height()))
        if visible.isEmpty():
            return
        exact = picture.size == self._size() and (self.zoom >= PIXELS_FROM or self.zoom == 1.0)
        image = picture.level_for(target.width() * self.devicePixelRatioF())
        across, down = image.width() / target.width(), image.height() / target.height()
        # Whole source pixels around what is visible, clipped when drawn: a part of a pixel would shift the rest.
        first_x, first_y = int((visible.x() - target.x()) * across), int((visible.y() - target.y()) * down)
        last_x = min(image.width(), int((visible.right() - target.x()) * across) + 2)
        last_y = min(image.height(), int((visible.bottom() - target.y()) * down) + 2)
        first_x, first_y = max(0, first_x - 1), max(0, first_y - 1)
        source = QRectF(first_x, first_y, last_x - first_x, last_y - first_y)
        place = QRectF(
            target.x() + first_x / across,
            target.y() + first_y / down,
            source.width() / across,
            source.height() / down,
        )
        painter.save()
        painter.setClipRect(QRectF(left, 0, right - left, self.height()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not exact)
        painter.drawImage(place, image, source)
        painter.restore()

    def _draw_divider(self, painter: QPainter, x: int) -> None:
        """A light line between two faint dark ones, which show it on snow; handle and names for a second."""
        painter.fillRect(x - 1, 0, 3, self.height(), theme.DIVIDER_EDGE)
        painter.fillRect(x, 0, 1, self.height(), theme.DIVIDER)
        if not (self._handle.isActive() or self._holds_divider or self._flipped):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = QPointF(x + 0.5, self.height() / 2), theme.HANDLE_RADIUS_PX
        painter.setPen(theme.DIVIDER)
        painter.setBrush(theme.OVERLAY)
        painter.drawEllipse(middle, radius, radius)
        for side in (-1, 1):  # two arrowheads
            tip = middle + QPointF(side * 0.6 * radius, 0)
            for way in (-1, 1):
                painter.drawLine(tip, tip + QPointF(-side * 0.3 * radius, way * 0.3 * radius))
        names = [self.tr("before"), self.tr("after")]
        first, second = reversed(names) if self._flipped else names
        self._draw_name(painter, first, QRectF(0, 0, x, self.height()), Qt.AlignmentFlag.AlignLeft)
        self._draw_name(painter, second, QRectF(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignRight)

    def _draw_name(self, painter: QPainter, name: str, side: QRectF, where: Qt.AlignmentFlag) -> None:
        """A name in the outer upper corner of its side, if there is room."""
        metrics, gap = painter.fontMetrics(), theme.GRID_PX
        plate = QRectF(0, 2 * gap, metrics.horizontalAdvance(name) + 2 * gap, metrics.height() + gap)
        if plate.width() + 4 * gap > side.width():
            return
        if where == Qt.AlignmentFlag.AlignLeft:
            plate.moveLeft(side.left() + 2 * gap)
        else:
            plate.moveRight(side.right() - 2 * gap)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.OVERLAY)
        painter.drawRoundedRect(plate, theme.RADIUS_PX, theme.RADIUS_PX)
        painter.setPen(QColor(theme.TEXT))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, name)

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
        near = self._holds_divider or (self._drag is None and self._on_divider(event.position().x()))
        if self._drag is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)
        if self._holds_divider:
            self._move_divider(event.position().x() / max(1, self.width()))
        elif self._drag is not None:
            self._look_at(self._centre - (event.position() - self._drag) / self._scale)
            self._drag, self._fits = event.position(), False
        elif near:
            self._handle.start()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._holds_divider:
            self._handle.start()
        self._holds_divider, self._drag = False, None
        self.unsetCursor()
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
        zooms: dict[int, float] = {Qt.Key.Key_1: 1.0, Qt.Key.Key_2: 2.0, Qt.Key.Key_3: 4.0}
        key = event.key()  # a plain number: letters of other alphabets have no name in Qt.Key
        if key == Qt.Key.Key_Left:
            self._move_divider(self.divider - step)
        elif key == Qt.Key.Key_Right:
            self._move_divider(self.divider + step)
        elif key == Qt.Key.Key_Space:
            self.toggle_fit()
        elif key in zooms:
            self.zoom_to(zooms[key])
        elif key == Qt.Key.Key_Backslash:
            self._flipped = self.after is not None
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

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The release of a key goes elsewhere: end the flip now."""
        self._flipped = False
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted picture stays fitted."""
        if self._fits:
            self.fit()
