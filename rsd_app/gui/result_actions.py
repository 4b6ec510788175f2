"""What the menu does with the result of a photo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from rsd_app.gui.desktop.open_files import clipboard_data, copy_to, decode_for_clipboard, show_in_folder
from rsd_app.gui.document.photo import Photo
from rsd_app.gui.threads.background import Background


class ResultActions(QObject):
    """Save as, copy, show in folder; slow parts run in the background.

    Args:
        window: for dialogs.

    Signals:
        said: what was done.
        failed: why it was not.
    """

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._background, self._window = background, window

    def reveal(self, photo: Photo | None) -> None:
        """Show the result in the file manager."""
        if photo is not None and photo.result is not None:
            show_in_folder(photo.result)

    def copy(self, photo: Photo | None) -> None:
        """The picture and its file to the clipboard."""
        if photo is None or photo.result is None:
            return
        path = photo.result

        def put(image: object) -> None:
            if isinstance(image, QImage):
                QGuiApplication.clipboard().setMimeData(clipboard_data(path, image))
                self.said.emit(self.tr("{0} is on the clipboard.").format(path.name))

        self._background.call(lambda: decode_for_clipboard(path), put, self._fail)

    def save_as(self, photo: Photo | None) -> None:
        """A copy elsewhere, of the same format."""
        if photo is None or photo.result is None:
            return
        source = photo.result
        kind = f"{source.suffix.removeprefix('.').upper()} (*{source.suffix})"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the result as"), str(source.with_name(source.name)), kind
        )
        if not chosen:
            return
        destination = Path(chosen)
        if destination.suffix.lower() != source.suffix.lower():
            destination = destination.with_name(destination.name + source.suffix)
        self._background.call(lambda: copy_to(source, destination), self._say_saved, self._fail)

    def _say_saved(self, path: object) -> None:
        self.said.emit(self.tr("Saved as {0}.").format(path))

    def _fail(self, error: Exception) -> None:
        self.failed.emit(str(error))
