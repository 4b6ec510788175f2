"""A folder that is watched: what comes into it joins the queue and is enlarged at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from rsd_app.core.errors import RsdError
from rsd_app.core.image_io.color.choices import KINDS
from rsd_app.core.places import same_folder
from rsd_app.engine.settings.config import DEFAULT_MAX_MEGAPIXELS
from rsd_app.gui.document.choices import BY_KIND, Choices
from rsd_app.gui.document.document import Document
from rsd_app.gui.document.photo import Photo
from rsd_app.gui.file_names import path_from_dialog
from rsd_app.gui.queue.controller import QueueController
from rsd_app.gui.threads.background import Background
from rsd_app.gui.threads.jobs import first_destination
from rsd_app.gui.threads.quiet_import import import_codecs

LOOK_EVERY_MS = 1000


class WatchController(QObject):
    """Behind the action that watches a folder.

    Results go into the folder that is chosen for them, and where that is the watched one, into a folder in it: a result
    must not be taken for a new photo.

    Args:
        action: is checked while a folder is watched.

    Signals:
        said: what is watched, or that nothing is any more.
    """

    said = Signal(str)

    def __init__(self, document: Document, queue: QueueController, action: QAction, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._queue, self._action, self._window = document, queue, action, window
        self._background = Background(self)
        self._folder: Path | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._looking = False
        self._arrivals: _Arrivals | None = None
        action.triggered.connect(self._on_action)

    @property
    def folder(self) -> Path | None:
        """The watched folder."""
        return self._folder

    def watch(self, folder: Path) -> None:
        """From now on; what is in it and has no result yet is taken, too."""
        chosen = self._document.shared.destination_folder()
        beside = chosen is None or same_folder(chosen, folder)
        out = folder / self.tr("enlarged") if beside or chosen is None else chosen
        self._folder, self._arrivals = folder, _Arrivals(folder, out, self._possible())
        self._action.setChecked(True)
        self._timer.start()
        self.said.emit(self.tr("Watching {0}: new photos are enlarged into {1}.").format(folder, out))

    def stop(self) -> None:
        """Nothing is watched any more; what is in the queue stays."""
        self._timer.stop()
        self._folder = self._arrivals = None
        self._action.setChecked(False)

    def close(self) -> None:
        """Stop, and wait for the scan in progress."""
        self.stop()
        self._background.close()

    @Slot(bool)
    def _on_action(self, on: bool) -> None:
        if not on:
            self.said.emit(self.tr("{0} is no longer watched.").format(self._folder))
            self.stop()
            return
        self._action.setChecked(False)  # until a folder is chosen
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Folder to watch"))
        if folder:
            self.watch(path_from_dialog(folder))

    @Slot()
    def _look(self) -> None:
        arrivals = self._arrivals
        if arrivals is None or self._looking:
            return
        arrivals.choices = self._possible()
        self._looking = True
        self._background.call(arrivals.look, lambda paths: self._on_looked(arrivals, paths), self._on_failed)

    def _possible(self) -> list[Choices]:
        """What a photo may be enlarged with: its kind, which may decide the model, is not known yet."""
        shared, models = self._document.shared, [self._document.model_for(kind) for kind in KINDS]
        return [replace(shared, model=name) for name in models] if shared.model == BY_KIND else [shared]

    def _on_looked(self, arrivals: _Arrivals, paths: object) -> None:
        self._looking = False
        if arrivals is self._arrivals and isinstance(paths, list) and paths:
            self._take(paths, arrivals.out)

    def _on_failed(self, error: Exception) -> None:
        self._looking = False
        self.said.emit(str(error))

    def _take(self, paths: Sequence[Path], out: Path) -> None:
        there = {photo.path for photo in self._document.queue.photos()}
        own = replace(self._document.shared, folder=str(out))
        photos = [Photo(path, own=own) for path in paths if path not in there]
        if photos:
            self._document.add(photos)
            self._queue.start(photos)


class _Arrivals:
    """The engine's eye on a folder, for a thread of its own."""

    def __init__(self, folder: Path, out: Path, choices: Sequence[Choices]) -> None:
        self.folder, self.out, self.choices = folder, out, choices
        self._found: object = None

    def look(self) -> list[Path]:
        """Photos that have come since, and have no result yet."""
        import_codecs()
        from rsd_app.engine.batch.watched_folder import Arrivals

        if not isinstance(self._found, Arrivals):
            self._found = Arrivals(self.folder, self.out)
        new = [each.path for each in self._found.look()]
        if new:
            self.out.mkdir(parents=True, exist_ok=True)
        return [path for path in new if not self._has_result(path)]

    def _has_result(self, path: Path) -> bool:
        from rsd_app.core.image_io.read import probe

        try:
            info = probe(path, max_megapixels=DEFAULT_MAX_MEGAPIXELS)
            return any(
                first_destination(path, one.config(info.width, info.height), self.out, one.name).exists()
                for one in self.choices
            )
        except RsdError:  # the queue will say why
            return False
