"""The photos as a strip of thumbnails, each with its state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QImage, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rsd_app.gui.document.photo import Photo, State
from rsd_app.gui.document.queue_model import KEYS_TYPE, QueueModel
from rsd_app.gui.look import theme

NAME_PX = 2 * theme.GRID_PX
MARK_PX = 20
CELL = QSize(theme.THUMBNAIL_PX + 2 * theme.GRID_PX, 11 * theme.GRID_PX + NAME_PX + theme.GRID_PX)


class PhotoDelegate(QStyledItemDelegate):
    """Draws one cell: the picture, its name, a mark for its state, a dot for settings of its own."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        photo: Photo = index.data(QueueModel.PhotoRole)
        colors, rect = theme.current(), QRect(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        g = theme.GRID_PX
        frame = rect.adjusted(g // 2, g // 4, -g // 2, -g // 4)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.hover))
            painter.drawRoundedRect(frame, theme.RADIUS_PX, theme.RADIUS_PX)
        if state & QStyle.StateFlag.State_HasFocus or state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), theme.RADIUS_PX, theme.RADIUS_PX)
        room = QRect(frame.left() + g // 2, frame.top() + g // 2, frame.width() - g, frame.height() - NAME_PX - g)
        shown = self._draw_picture(painter, photo.thumbnail, room, dimmed=photo.state is State.READING)
        self._draw_mark(painter, photo, QPointF(shown.right() - 2, shown.bottom() - 2), colors)
        if photo.own is not None:
            painter.setPen(QPen(QColor(colors.panel), 1))
            painter.setBrush(QColor(colors.accent))
            painter.drawEllipse(QPointF(shown.left() + 6, shown.top() + 6), 4, 4)
        painter.setPen(QColor(colors.text if state & QStyle.StateFlag.State_Selected else colors.quiet))
        line = QRect(frame.left() + g // 2, frame.bottom() - NAME_PX - 1, frame.width() - g, NAME_PX)
        name = painter.fontMetrics().elidedText(photo.path.name, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, name)
        painter.restore()

    def _draw_picture(self, painter: QPainter, image: QImage | None, room: QRect, *, dimmed: bool) -> QRect:
        if image is None or image.isNull():
            place = room.adjusted(room.width() // 8, 0, -room.width() // 8, 0)
            painter.fillRect(place, QColor(theme.current().raised))
            return place
        size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.setOpacity(0.5 if dimmed else 1.0)
        painter.drawImage(place, image)
        painter.setOpacity(1.0)
        return place

    def _draw_mark(self, painter: QPainter, photo: Photo, corner: QPointF, c: theme.Colors) -> None:
        """In the lower right corner of the picture: a ring while it runs, then a tick or a warning."""
        if photo.state in (State.READING, State.WAITING):
            return
        radius = MARK_PX / 2
        centre = corner - QPointF(radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.OVERLAY)
        painter.drawEllipse(centre, radius, radius)
        color = {State.DONE: theme.DARK.good, State.FAILED: theme.DARK.warning}.get(photo.state, theme.TEXT)
        pen = QPen(QColor(color), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if photo.state is State.RUNNING:
            pen.setColor(QColor(theme.ACCENT))
            pen.setWidthF(3)
            painter.setPen(pen)
            ring = QRectF(centre.x() - 7, centre.y() - 7, 14, 14)
            painter.drawArc(ring, 90 * 16, -round(max(0.02, photo.progress) * 360 * 16))
        elif photo.state is State.DONE:
            painter.drawPolyline([centre + QPointF(-4, 0), centre + QPointF(-1, 3), centre + QPointF(4, -3)])
        elif photo.state is State.FAILED:
            painter.drawLine(centre + QPointF(0, -5), centre + QPointF(0, 1))
            painter.drawPoint(centre + QPointF(0, 5))
        else:  # stopped: two bars
            painter.drawLine(centre + QPointF(-2.5, -3), centre + QPointF(-2.5, 3))
            painter.drawLine(centre + QPointF(2.5, -3), centre + QPointF(2.5, 3))


class Filmstrip(QListView):
    """Shows the queue; many can be selected, and dragged to another place or, with results, out of the window.

    Signals:
        current_changed: the Photo that is looked at, or None.
        selection_changed: another set of photos is selected.
    """

    current_changed = Signal(object)
    selection_changed = Signal()

    def __init__(self, queue: QueueModel) -> None:
        super().__init__()
        self._queue = queue
        self.setObjectName("photos")
        self.setAccessibleName(self.tr("Photos"))
        self.setModel(queue)
        self.setItemDelegate(PhotoDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        queue.rowsInserted.connect(self._on_inserted)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self.selection_changed)

    def current(self) -> Photo | None:
        """The photo that is looked at."""
        index = self.currentIndex()
        return index.data(QueueModel.PhotoRole) if index.isValid() else None

    def selected(self) -> list[Photo]:
        """Selected photos in the order of the queue; the current one if none is."""
        spans = self.selectionModel().selection()  # its indexes one by one would ask for each one's flags
        parts = [spans.at(i) for i in range(spans.count())]
        rows = sorted(row for part in parts for row in range(part.top(), part.bottom() + 1))
        current = self.current()
        return [self._queue.at(row) for row in rows] or ([] if current is None else [current])

    def show_photo(self, photo: Photo) -> None:
        """Make it the current and only selected one."""
        row = self._queue.row_of(photo.key)
        if row >= 0:
            index, is_current = self._queue.index(row), self.currentIndex().row() == row
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if is_current and self.isVisible():  # else the list scrolls by itself, as soon as it is seen
                self.scrollTo(index)

    def step(self, by: int) -> None:
        """The next or the previous photo."""
        row = self.currentIndex().row() + by
        if 0 <= row < self._queue.rowCount():
            self.show_photo(self._queue.at(row))

    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Redraw cells in place: a QListView would lay out every row again, and ask the model for each."""
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, list(roles))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.current_changed.emit(current.data(QueueModel.PhotoRole) if current.isValid() else None)

    @Slot(QModelIndex, int, int)
    def _on_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        """Photos that came back are looked at, if nothing else is."""
        if not self.currentIndex().isValid():
            self.show_photo(self._queue.at(first))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Its own photos; files from outside are the window's."""
        if event.mimeData().hasFormat(KEYS_TYPE):
            super().dragEnterEvent(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(KEYS_TYPE):
            super().dragMoveEvent(event)
        else:
            event.ignore()
