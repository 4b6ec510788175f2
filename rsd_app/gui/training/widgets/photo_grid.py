"""Thumbnails of photos with what is wrong with which; a click takes one in or out."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRunnable,
    QSize,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rsd_app.core.errors import ImageReadError
from rsd_app.gui.look import theme
from rsd_app.gui.threads.priority import READING, stand_back

CELL_PX = THUMBNAIL_PX = 14 * theme.GRID_PX
ROLE = int(Qt.ItemDataRole.UserRole)
FADED = 0.35
HELPING_S = 0.012


@dataclass(frozen=True)
class GridPhoto:
    """A photo as the survey found it."""

    path: str
    use: str  # used, held out, left out
    note: str  # why, in a word or two
    reason: str  # in full
    can_change: bool


class PhotoGrid(QListWidget):
    """Shows entries; thumbnails come from a pool of its own.

    Signals:
        toggled: the path of a photo that was clicked.
    """

    toggled = Signal(str)
    _read = Signal(str, QImage)

    def __init__(self) -> None:
        super().__init__()
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMovement(QListWidget.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(theme.GRID_PX // 2)
        self.setObjectName("gallery")
        self.setItemDelegate(_Cell(self))
        self.setAccessibleName(self.tr("Photos to learn from"))
        self._entries: dict[str, GridPhoto] = {}
        self._items: dict[str, QListWidgetItem] = {}
        self._waiting: deque[GridPhoto] = deque()
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._fill)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._closed = False
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        self.itemClicked.connect(self._on_clicked)

    def show_entries(self, entries: Sequence[GridPhoto]) -> None:
        """Replace what is shown; thumbnails that are there stay."""
        self._entries = {entry.path: entry for entry in entries}
        for path in [path for path in self._items if path not in self._entries]:
            self.takeItem(self.row(self._items.pop(path)))
        self._waiting = deque(entries)
        self._filling.start()

    def _fill(self) -> None:
        """Add waiting items, in slices too short to be felt."""
        end = time.monotonic() + HELPING_S
        while self._waiting and time.monotonic() < end:
            entry = self._waiting.popleft()
            item = self._items.get(entry.path)
            if item is None:
                item = self._items[entry.path] = QListWidgetItem(self)
                item.setSizeHint(QSize(CELL_PX, CELL_PX + 2 * theme.GRID_PX + 4))
                self._pool.start(_Reading(entry.path, round(THUMBNAIL_PX * self.devicePixelRatioF()), self._answer))
            name = Path(entry.path).name
            item.setData(ROLE, entry)
            item.setToolTip(f"{name}\n{entry.reason}" if entry.reason else name)
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), f"{name}, {entry.note}")
        if not self._waiting:
            self._filling.stop()
            self.viewport().update()

    def entries(self) -> Mapping[str, GridPhoto]:
        """The entries by path."""
        return self._entries

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space does what a click does."""
        if event.key() == Qt.Key.Key_Space and self.currentItem() is not None:
            self._on_clicked(self.currentItem())
        else:
            super().keyPressEvent(event)

    def close_threads(self) -> None:
        """Wait for what is being read."""
        self._closed = True
        self._filling.stop()
        self._pool.clear()
        self._pool.waitForDone()

    def _answer(self, path: str, image: QImage) -> None:
        if not self._closed:
            self._read.emit(path, image)

    def _on_read(self, path: str, image: QImage) -> None:
        item = self._items.get(path)
        if item is not None and not self._closed:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            item.setData(ROLE + 1, pixmap)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        entry: GridPhoto = item.data(ROLE)
        if entry.can_change:
            self.toggled.emit(entry.path)


class _Reading(QRunnable):
    def __init__(self, path: str, side: int, answer: object) -> None:
        super().__init__()
        self._path, self._side, self._answer = path, side, answer

    def run(self) -> None:
        from rsd_app.gui.intake.thumbnail import look_at

        stand_back(READING)
        try:
            image = look_at(Path(self._path), self._side).thumbnail
        except (ImageReadError, OSError):
            return
        self._answer(self._path, image)  # type: ignore[operator]


class _Cell(QStyledItemDelegate):
    """A thumbnail, pale when it is left out, and a line below it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: GridPhoto | None = index.data(ROLE)
        pixmap: QPixmap | None = index.data(ROLE + 1)
        if entry is None:
            return
        cell = QRect(option.rect)
        place = picture = cell.adjusted(4, 4, -4, -2 * theme.GRID_PX - 4)
        painter.save()
        out = entry.use == "left out"
        if pixmap is None:
            painter.fillRect(picture, QColor(theme.DARK.raised))
        else:
            size = pixmap.deviceIndependentSize().toSize().scaled(picture.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(picture.topLeft(), size)
            place.moveCenter(picture.center())
            painter.setOpacity(FADED if out else 1.0)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, pixmap)
            painter.setOpacity(1.0)
        if entry.note:
            painter.setPen(QColor(theme.DARK.warning if out else theme.ACCENT))  # on the gray of pictures
            line = QRect(cell.left(), place.bottom() + 2, cell.width(), 2 * theme.GRID_PX + 2)
            text = painter.fontMetrics().elidedText(entry.note, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.ACCENT))
            painter.drawRect(cell.adjusted(0, 0, -1, -1))
        painter.restore()
