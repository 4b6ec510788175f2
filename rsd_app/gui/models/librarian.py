"""Work on the library of models, on a thread of its own: torch's is busy with photos."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rsd_app.core.errors import RsdError
from rsd_app.core.progress import Cancelled, CancelToken
from rsd_app.gui.models.shelf import Shelf, look_at, read_shelf
from rsd_app.gui.threads.background import Background

if TYPE_CHECKING:
    from rsd_app.engine.library.importing import ImportChoices
    from rsd_app.engine.library.installed import SetAside

log = logging.getLogger(__name__)


class Librarian(QObject):
    """Reads, imports and removes; each answer comes as a signal on the window's thread.

    Signals:
        shelf_read: Shelf.
        looked_at: GivenFiles (a list).
        progressed: share of an import, 0 to 1.
        imported: names of models (a list), empty where only an autoencoder came; a shelf follows.
        stopped: an import was cancelled, and has left nothing.
        removed: name and size in bytes of a model that is set aside; a shelf follows.
        put_back: its name; a shelf follows.
        failed: what went wrong, in words.
    """

    shelf_read = Signal(object)
    looked_at = Signal(object)
    progressed = Signal(float)
    imported = Signal(object)
    stopped = Signal()
    removed = Signal(str, object)
    put_back = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._cancel = CancelToken()
        self._aside: SetAside | None = None

    def read(self) -> None:
        """Request the list of installed models."""
        self._background.call(read_shelf, self._on_shelf, self._fail)

    def look_at(self, paths: Sequence[Path]) -> None:
        """Request a look into files."""
        self._background.call(lambda: look_at(paths), self.looked_at.emit, self._fail)

    def bring(self, files: Mapping[Path, Mapping[str, str]]) -> None:
        """Import files, all or none.

        Args:
            files: each with fields of `ImportChoices`; empty ones count as not given.
        """
        self._cancel = cancel = CancelToken()
        told = -1

        def tell(share: float) -> None:
            nonlocal told
            if int(share * 100) > told:  # thousands of tensors: the window needs a hundred of them
                told = int(share * 100)
                self.progressed.emit(share)

        def work() -> list[str]:
            from rsd_app.engine.library.importing import ImportChoices, import_files

            choices: dict[Path, ImportChoices] = {
                path: ImportChoices(**{name: value for name, value in fields.items() if value})  # type: ignore[arg-type]
                for path, fields in files.items()
            }
            made = import_files(list(files), choices, cancel=cancel, progressed=tell)
            return [model.name for model in made if model.header is None or model.header.role != "autoencoder"]

        self._background.call(work, self.imported.emit, self._fail)
        self.read()

    def cancel(self) -> None:
        """Stop the import."""
        self._cancel.cancel()

    def remove(self, name: str) -> None:
        """Take a model out; the one that was taken out before is gone for good."""

        def work() -> SetAside:
            from rsd_app.engine.library.installed import set_aside

            return set_aside(name)

        self._background.call(work, self._on_removed, self._fail)
        self.read()

    def undo_removal(self) -> None:
        """Put back what was taken out last."""
        aside = self._aside
        if aside is not None:
            self._aside = None
            self._background.call(aside.restore, lambda _: self.put_back.emit(aside.name), self._fail)
            self.read()

    def close(self) -> None:
        """Stop and wait; what was taken out is gone for good."""
        self.cancel()
        self._background.close()
        if self._aside is not None:
            self._aside.discard()
            self._aside = None

    def _on_shelf(self, shelf: object) -> None:
        if isinstance(shelf, Shelf):
            self.shelf_read.emit(shelf)

    def _on_removed(self, aside: object) -> None:
        from rsd_app.engine.library.installed import SetAside

        if isinstance(aside, SetAside):
            if self._aside is not None:
                self._background.call(self._aside.discard, lambda _: None, self._fail)
            self._aside = aside
            self.removed.emit(aside.name, aside.size_bytes)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.stopped.emit()
            return
        if not isinstance(error, RsdError):
            log.error("work on the library failed", exc_info=error)
        self.failed.emit(str(error))
