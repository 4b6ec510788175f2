"""Decoding pictures, each on a thread of its own."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from rsd_app.gui.picture import Picture

log = logging.getLogger(__name__)

DECODED_LIMIT_MB = 2048  # Qt refuses pictures over 256 MB otherwise


class Decoder(QObject):
    """Reads one picture.

    Signals:
        finished: the path, and a Picture or a text that says why not.
    """

    finished = Signal(object, object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    @Slot()
    def run(self) -> None:
        """Decode; called on the thread."""
        try:
            self.finished.emit(self._path, self._read())
        except Exception as error:  # the boundary of the thread
            log.exception("%s cannot be shown", self._path)
            self.finished.emit(self._path, f"{self._path}: {error}")

    def _read(self) -> Picture | str:
        QImageReader.setAllocationLimit(DECODED_LIMIT_MB)
        reader = QImageReader(str(self._path))
        reader.setDecideFormatFromContent(True)
        reader.setAutoTransform(True)
        image: QImage = reader.read()
        return f"{self._path}: {reader.errorString()}" if image.isNull() else Picture.from_image(image)


class Threads(QObject):
    """Keeps workers and their threads until they are done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[tuple[QThread, Decoder]] = []

    def start(self, worker: Decoder) -> None:
        """Run a worker on a new thread."""
        thread = QThread(self)
        worker.moveToThread(thread)
        thread.started.connect(worker.run)
        worker.finished.connect(thread.quit)
        thread.finished.connect(self._sweep)
        self._running.append((thread, worker))
        thread.start()

    @Slot()
    def _sweep(self) -> None:
        done = [pair for pair in self._running if pair[0].isFinished()]
        self._running = [pair for pair in self._running if not pair[0].isFinished()]
        for thread, worker in done:
            worker.deleteLater()
            thread.deleteLater()

    def wait(self) -> None:
        """Until all are done; for closing, after cancelling."""
        for thread, _ in self._running:
            thread.quit()
            thread.wait()
        self._running.clear()
