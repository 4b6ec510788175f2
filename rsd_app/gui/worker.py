"""Work that must not stop the window: decoding pictures and enlarging them, each on a thread of its own."""

from __future__ import annotations

import itertools
import logging
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from rsd_app.core.progress import Cancelled, CancelToken
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.events import Advanced, Event, Failed, Outcome, Started, Stopped
from rsd_app.gui.picture import Picture

log = logging.getLogger(__name__)

Enlarge = Callable[[Path, UpscaleConfig, Callable[[Event], None], CancelToken], Outcome]

DECODED_LIMIT_MB = 2048  # Qt refuses pictures over 256 MB otherwise


def enlarge_with_engine(
    photo: Path, config: UpscaleConfig, emit: Callable[[Event], None], cancel: CancelToken
) -> Outcome:
    """One photo through the engine, which is imported here: torch takes seconds."""
    from rsd_app.engine.batch import upscale_files

    out = None if config.overwrite else _free_destination(photo, config)
    return upscale_files([photo], out, config, emit=emit, cancel=cancel)[0]


def _free_destination(photo: Path, config: UpscaleConfig) -> Path:
    """Beside the photo, with a number where the name is taken: nothing is replaced unasked.

    Raises:
        ImageReadError: the photo cannot be read.
    """
    from rsd_app.core.image_io.destination import destination_for
    from rsd_app.core.image_io.read import probe

    source_format = probe(photo, max_megapixels=config.max_megapixels).format
    first = destination_for(photo, None, scale=config.scale, format=config.format, source_format=source_format)
    taken = (first.with_stem(f"{first.stem}-{number}") for number in itertools.count(2))
    return next(path for path in itertools.chain([first], taken) if not path.exists())


class Job(QObject):
    """One enlargement.

    Signals:
        progressed: Started once the model is ready, then Advanced.
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
        except Cancelled:
            outcome = Stopped(source=self._photo, resumable=False)
        except Exception as error:  # the boundary of the thread: all becomes an outcome
            log.exception("%s failed", self._photo)
            outcome = Failed(source=self._photo, error=str(error), details=traceback.format_exc())
        self.finished.emit(outcome)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, Started | Advanced):
            self.progressed.emit(event)


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
