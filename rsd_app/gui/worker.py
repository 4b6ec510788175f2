"""Work that must not stop the window: decoding pictures and enlarging them, each on a thread of its own."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from rsd_app.core.progress import CancelToken
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.events import Advanced, Event, Failed, Outcome

Enlarge = Callable[[Path, UpscaleConfig, Callable[[Event], None], CancelToken], Outcome]

DECODED_LIMIT_MB = 2048  # Qt refuses pictures over 256 MB otherwise


def enlarge_with_engine(
    photo: Path, config: UpscaleConfig, emit: Callable[[Event], None], cancel: CancelToken
) -> Outcome:
    """One photo through the engine, which is imported here: torch takes seconds."""
    from rsd_app.engine.batch import upscale_files

    return upscale_files([photo], None, config, emit=emit, cancel=cancel)[0]


class Job(QObject):
    """One enlargement.

    Signals:
        progressed: an Advanced event.
        finished: the Outcome, exactly once.
    """

    progressed = Signal(object)
    finished = Signal(object)

    def __init__(self, photo: Path, config: UpscaleConfig, cancel: CancelToken, enlarge: Enlarge) -> None:
        super().__init__()
        self._photo, self._config, self._cancel, self._enlarge = photo, config, cancel, enlarge

    @Slot()
    def run(self) -> None:
        """Work; called on the thread."""
        try:
            outcome = self._enlarge(self._photo, self._config, self._on_event, self._cancel)
        except Exception as error:  # noqa: BLE001 - the boundary of the thread: all becomes an outcome
            outcome = Failed(source=self._photo, error=str(error), details=traceback.format_exc())
        self.finished.emit(outcome)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, Advanced):
            self.progressed.emit(event)


class Decoder(QObject):
    """Reads one picture.

    Signals:
        finished: the path, and a QImage or a text that says why not.
    """

    finished = Signal(object, object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    @Slot()
    def run(self) -> None:
        """Decode; called on the thread."""
        QImageReader.setAllocationLimit(DECODED_LIMIT_MB)
        reader = QImageReader(str(self._path))
        reader.setAutoTransform(True)
        image: QImage = reader.read()
        self.finished.emit(self._path, f"{self._path}: {reader.errorString()}" if image.isNull() else image)


class Threads(QObject):
    """Keeps workers and their threads until they are done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[tuple[QThread, Job | Decoder]] = []

    def start(self, worker: Job | Decoder) -> None:
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
