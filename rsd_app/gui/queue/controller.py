"""What the user does with the photos of the strip: start, remove, move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from rsd_app.gui.document.document import Document
from rsd_app.gui.document.photo import Photo, State
from rsd_app.gui.queue.filmstrip import Filmstrip
from rsd_app.gui.queue.runner import STARTABLE, QueueRunner


class QueueController(QObject):
    """Between the strip, the document and the runner."""

    def __init__(self, document: Document, strip: Filmstrip, runner: QueueRunner) -> None:
        super().__init__(strip)
        self._document, self._strip, self._runner = document, strip, runner
        self._when_read: set[int] = set()  # keys of photos that are started as soon as they have been read

    def startable(self) -> list[Photo]:
        """What Start would enlarge: photos that wait, else the selected ones that have other settings by now."""
        busy = self._runner.waiting_keys() | self._when_read
        photos = [photo for photo in self._document.queue.photos() if photo.key not in busy]
        waiting = [p for p in photos if (p.then if p.state is State.READING else p.state) in STARTABLE]
        return waiting or [photo for photo in self._strip.selected() if self._is_outdated(photo)]

    def asked(self) -> list[Photo]:
        """Photos of the current run that have not ended."""
        keys = self._runner.unfinished_keys() | self._when_read
        return [photo for photo in self._document.queue.photos() if photo.key in keys]

    @Slot()
    def start_all(self) -> None:
        """Enlarge every photo that can be started."""
        self.start(self.startable())

    @Slot()
    def start_selected(self) -> None:
        """Enlarge the selected photos, those that are done as well."""
        self.start(self._strip.selected())

    @Slot(object)
    def on_read(self, photo: Photo) -> None:
        """A photo has been read; perhaps it was to be started before that."""
        if photo.key in self._when_read:
            self._when_read.discard(photo.key)
            self._runner.start([photo], again=True)

    def start(self, photos: Sequence[Photo]) -> None:
        """A start right after a drop counts: what is still being read follows."""
        self._when_read |= {photo.key for photo in photos if photo.state is State.READING}
        self._runner.start(photos, again=True)

    @Slot()
    def remove_selected(self) -> None:
        """Take the selected photos out of the queue."""
        self._remove(self._strip.selected())

    @Slot()
    def remove_all(self) -> None:
        """Take all photos out of the queue."""
        self._remove(self._document.queue.photos())

    def move(self, by: int) -> None:
        """The selected photos one place up or down."""
        photos = self._strip.selected()
        if not photos:
            return
        rows = [self._document.queue.row_of(photo.key) for photo in photos]
        row = max(0, min(rows) - 1) if by < 0 else min(self._document.queue.rowCount(), max(rows) + 2)
        self._document.move_to([photo.key for photo in photos], row)

    def _remove(self, photos: Sequence[Photo]) -> None:
        row = min((self._document.queue.row_of(photo.key) for photo in photos), default=0)
        self._runner.forget(photos)
        self._document.remove(photos)
        left = self._document.queue.rowCount()
        if left:
            self._strip.show_photo(self._document.queue.at(min(row, left - 1)))

    def _is_outdated(self, photo: Photo) -> bool:
        """Its result was made with other settings than it has now."""
        return photo.state is State.DONE and photo.made_with not in (None, self._document.choices_of(photo))
