"""The photos as a list model; every change to a photo is announced through it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from rsd_app.gui.document.photo import Photo, State
from rsd_app.gui.file_names import url_of
from rsd_app.gui.look.words import dimensions

KEYS_TYPE = "application/x-rsd-studio-keys"
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()

PHOTO_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled


class QueueModel(QAbstractListModel):
    """Photos in their order.

    Signals:
        move_asked: keys were dragged to a row; to be done through the undo stack.
        counted: the number of photos, or of those in some state, is another.
    """

    move_asked = Signal(object, int)
    counted = Signal()

    PhotoRole = Qt.ItemDataRole.UserRole

    def __init__(self) -> None:
        super().__init__()
        self._photos: list[Photo] = []
        self._rows: dict[int, int] = {}  # of each key

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._photos)

    def photos(self) -> list[Photo]:
        """All photos, in order."""
        return list(self._photos)

    def at(self, row: int) -> Photo:
        """The photo in a row."""
        return self._photos[row]

    def find(self, key: int) -> Photo | None:
        """The photo of a key, if it is still there."""
        row = self._rows.get(key)
        return None if row is None else self._photos[row]

    def row_of(self, key: int) -> int:
        """The row of a key; -1 if it is not there."""
        return self._rows.get(key, -1)

    def insert_at(self, rows: Sequence[int], photos: Sequence[Photo]) -> None:
        """Put photos where they were: each at its row, in rising order."""
        start = 0
        for first, last in _spans(rows):
            count = last - first + 1
            self.insert(first, photos[start : start + count])
            start += count

    def insert(self, row: int, photos: Sequence[Photo]) -> None:
        """Insert photos before a row."""
        if not photos:
            return
        self.beginInsertRows(QModelIndex(), row, row + len(photos) - 1)
        self._photos[row:row] = photos
        self._number()
        self.endInsertRows()
        self.counted.emit()

    def remove(self, keys: Iterable[int]) -> None:
        """Remove photos."""
        rows = sorted(self._rows[key] for key in keys if key in self._rows)
        for first, last in reversed(_spans(rows)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._photos[first : last + 1]
            self._number()
            self.endRemoveRows()
        if rows:
            self.counted.emit()

    def reorder(self, keys: Sequence[int]) -> None:
        """Replace the order of all photos."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        photos = [self._photos[index.row()] for index in old]
        by_key = {photo.key: photo for photo in self._photos}
        self._photos = [by_key[key] for key in keys]
        self._number()
        self.changePersistentIndexList(old, [self.index(self._rows[photo.key]) for photo in photos])
        self.layoutChanged.emit()

    def changed(self, photo: Photo) -> None:
        """Something about a photo has changed; redraw it."""
        row = self._rows.get(photo.key)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def set_state(self, photo: Photo, state: State) -> None:
        """A photo has come a step further."""
        photo.state = state
        self.changed(photo)
        self.counted.emit()

    def _number(self) -> None:
        self._rows = {photo.key: row for row, photo in enumerate(self._photos)}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        photo = self._photos[index.row()]
        if role == self.PhotoRole:
            return photo
        if role == Qt.ItemDataRole.DisplayRole:
            return photo.path.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(photo)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{photo.path.name}, {self.state_text(photo)}"
        return None

    def state_text(self, photo: Photo) -> str:
        """Where a photo is, in a word or two."""
        return {
            State.READING: self.tr("being read"),
            State.WAITING: self.tr("waiting"),
            State.RUNNING: self.tr("{0} % done").format(int(photo.progress * 100)),
            State.STOPPED: self.tr("stopped, can be resumed"),
            State.DONE: self.tr("done"),
            State.FAILED: self.tr("failed"),
        }[photo.state]

    def _tip(self, photo: Photo) -> str:
        lines = [str(photo.path)]
        if photo.width:
            lines.append(dimensions(photo.width, photo.height))
        lines.append(photo.error or self.state_text(photo))
        if photo.own is not None:
            lines.append(self.tr("has settings of its own"))
        return "\n".join(lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return PHOTO_FLAGS

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [KEYS_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """For another place in the strip the keys; for other programs the results, where there are any."""
        photos = [self._photos[index.row()] for index in sorted(indexes, key=lambda index: index.row())]
        data = QMimeData()
        data.setData(KEYS_TYPE, ",".join(str(photo.key) for photo in photos).encode())
        files: list[Path] = [photo.result for photo in photos if photo.result is not None]
        if files:
            data.setUrls([url_of(path) for path in files])
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Says where the keys were dropped; nothing is moved here, so that it can be undone."""
        if not data.hasFormat(KEYS_TYPE):
            return False
        keys = [int(key) for key in bytes(data.data(KEYS_TYPE).data()).decode().split(",")]
        self.move_asked.emit(keys, row if row >= 0 else parent.row() if parent.isValid() else len(self._photos))
        return False  # the view must not remove the rows that were dragged


def _spans(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rising rows as stretches without a gap: first and last of each."""
    spans: list[tuple[int, int]] = []
    for row in rows:
        if spans and row == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], row)
        else:
            spans.append((row, row))
    return spans
