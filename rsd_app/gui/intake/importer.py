"""How photos come in: dialogs, drops, the clipboard, the command line, the sample."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from rsd_app.gui.desktop.dropped import incoming, place_sample, save_pasted
from rsd_app.gui.document.document import Document
from rsd_app.gui.document.photo import Photo, State
from rsd_app.gui.file_names import path_from_dialog
from rsd_app.gui.intake.reader_pool import Intake, Listed, Read
from rsd_app.gui.models.shelf import MODEL_SUFFIXES
from rsd_app.gui.state.preferences import Preferences
from rsd_app.gui.threads.background import Background


class Importer(QObject):
    """Turns what the user gives into photos of the document.

    Args:
        window: for dialogs.

    Signals:
        added: new photos (a list), not read yet.
        read: a Photo of which size and thumbnail are known now.
        start_asked: a Photo to enlarge at once.
        models_given: files of models (a list), which are no photos.
        known: photos (a list) that were given again, and how many files are not new, results among them.
        results_left_out: how many files of folders are results of photos beside them.
        refused: reasons (a list of str) why some of the files given last are not there.
    """

    added = Signal(object)
    read = Signal(object)
    start_asked = Signal(object)
    models_given = Signal(object)
    known = Signal(object, int)
    refused = Signal(object)
    results_left_out = Signal(int)

    def __init__(
        self, document: Document, intake: Intake, background: Background, preferences: Preferences, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._intake, self._background = document, intake, background
        self._preferences, self._window = preferences, window
        self._reasons: list[str] = []
        document.read_asked.connect(intake.look_at)
        intake.listed.connect(self._on_listed)
        intake.read.connect(self._on_read)
        intake.idle.connect(self._on_idle)

    @Slot()
    def choose(self) -> None:
        """Let the user choose photos."""
        from rsd_app.core.image_io.formats.registry import readable_suffixes  # brings libvips: not at the start

        suffixes = sorted(readable_suffixes())
        kinds = self.tr("Photos") + f" ({' '.join(f'*{s} *{s.upper()}' for s in suffixes)})"
        every = self.tr("All files") + " (*)"
        paths, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Add photos"), self._last_folder(), f"{kinds};;{every}"
        )
        self.add([path_from_dialog(path) for path in paths])

    @Slot()
    def choose_folder(self) -> None:
        """Let the user choose a folder."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Add a folder"), self._last_folder())
        if folder:
            self.add([path_from_dialog(folder)])

    @Slot()
    def paste(self) -> None:
        """Add what the clipboard holds."""
        if not self.take(QGuiApplication.clipboard().mimeData()):
            self.refused.emit([self.tr("The clipboard holds neither a picture nor files.")])

    def take(self, data: QMimeData) -> bool:
        """What was dropped or pasted; False if it is nothing for us."""
        found = incoming(data)
        if found.picture is not None:
            picture, suffix = found.picture, found.suffix
            self._background.call(lambda: save_pasted(picture, suffix), self._add_one, self._refuse)
        else:
            self.add(found.paths)
        return bool(found)

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders; a background thread finds out which are photos."""
        models = [path for path in paths if path.suffix.lower() in MODEL_SUFFIXES]
        photos = [path for path in paths if path not in models]
        if models:
            self.models_given.emit(models)
        if photos:
            self._preferences.remember(photos)
            self._intake.take(photos)

    @Slot()
    def add_sample(self) -> None:
        """Add the sample and enlarge it at once."""
        self._background.call(place_sample, self._start_one, self._refuse)

    def _add_one(self, path: object) -> None:
        if isinstance(path, Path):
            self.add([path])

    def _start_one(self, path: object) -> None:
        if isinstance(path, Path):
            photo = next((photo for photo in self._document.queue.photos() if photo.path == path), None)
            if photo is None:  # else it is there since an earlier start
                photo = Photo(path)
                self._document.add([photo])
                self.added.emit([photo])
            self.start_asked.emit(photo)

    def _refuse(self, error: Exception) -> None:
        self.refused.emit([str(error)])

    def _last_folder(self) -> str:
        return str(Path(self._preferences.recent[0]).parent) if self._preferences.recent else ""

    @Slot(object)
    def _on_listed(self, listed: Listed) -> None:
        self._reasons += listed.refused
        there = self._document.queue.photos()
        known = {photo.path for photo in there} | {photo.result for photo in there}  # a folder dropped again
        photos = [Photo(path) for path in listed.files if path not in known]
        if len(photos) < len(listed.files):
            again = [photo for photo in there if photo.path in set(listed.files)]
            self.known.emit(again, len(listed.files) - len(photos) + listed.results)
        elif listed.results:
            self.results_left_out.emit(listed.results)
        if photos:
            self._document.add(photos)
            self.added.emit(photos)

    @Slot(object)
    def _on_read(self, answer: Read) -> None:
        photo = self._document.queue.find(answer.key)
        if photo is None:
            return
        if answer.error:
            self._reasons.append(answer.error)
            self._document.queue.remove([photo.key])
            return
        photo.width, photo.height, photo.same_as = answer.width, answer.height, answer.same_as
        photo.thumbnail, photo.kind = answer.thumbnail, answer.kind
        if photo.state is State.READING:
            self._document.queue.set_state(photo, photo.then)
        self.read.emit(photo)

    @Slot()
    def _on_idle(self) -> None:
        reasons, self._reasons = self._reasons, []
        if reasons:
            self.refused.emit(reasons)
