"""Files and folders become photos: read on a pool of threads, handed to the window in small slices."""

from __future__ import annotations

import logging
import re
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from rsd_app.core.errors import RsdError
from rsd_app.core.image_io.color.choices import Kind
from rsd_app.gui.document.photo import Photo
from rsd_app.gui.intake.thumbnail import look_at
from rsd_app.gui.threads.priority import READING, stand_back
from rsd_app.gui.threads.quiet_import import import_codecs

log = logging.getLogger(__name__)

THREADS = 2
ALONE_MS = 800  # one thread at first: the picture that is looked at is opened meanwhile, and Python has one lock
RESULT_NAME = re.compile(r"(?P<stem>.+)_x\d+(\.\d+)?(-\d+)?")  # as results are called unless another name is chosen
HELPING_EVERY_MS = 25
AHEAD = 24  # questions that the pool has at a time: a thousand at once would hold the window up
HELPING_S = 0.006  # how long the window takes answers at a time


@dataclass(frozen=True)
class Listed:
    """What a drop holds: files, each once; why places could not be listed; results of folders that were left out."""

    files: tuple[Path, ...]
    refused: tuple[str, ...]
    results: int = 0


@dataclass(frozen=True)
class Read:
    """A file was looked at; the error is empty if it is a photo."""

    key: int
    width: int = 0
    height: int = 0
    same_as: str = "png"  # the format of a result that is to be as the photo
    thumbnail: QImage | None = None
    error: str = ""
    kind: Kind | None = None


class _Task(QRunnable):
    """A call whose answer is put where the window finds it."""

    def __init__(self, work: Callable[[], Listed | Read], answers: deque[Listed | Read]) -> None:
        super().__init__()
        self._work, self._answers = work, answers

    def run(self) -> None:
        stand_back(READING)
        self._answers.append(self._work())


class Intake(QObject):
    """Lists folders and reads photos in the background.

    Args:
        side: of a thumbnail, in pixels of the screen.

    Signals:
        listed: Listed.
        read: Read.
        idle: all requests have been answered.
    """

    listed = Signal(object)
    read = Signal(object)
    idle = Signal()

    def __init__(self, side: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._answers: deque[Listed | Read] = deque()
        self._waiting: deque[Photo] = deque()  # asked for, and not yet with the pool
        self._given = 0  # questions that the pool has
        self._open = 0  # requests whose answer is outstanding
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setThreadPriority(QThread.Priority.LowPriority)
        self._timer = QTimer(self, interval=HELPING_EVERY_MS)
        self._timer.timeout.connect(self._tell)
        self._alone = QTimer(self, singleShot=True, interval=ALONE_MS)
        self._alone.timeout.connect(lambda: self._pool.setMaxThreadCount(THREADS))

    @property
    def busy(self) -> bool:
        return self._open > 0

    def take(self, paths: Sequence[Path]) -> None:
        """Find the photos of files and folders."""
        self._open += 1
        self._give(lambda: _list(paths))
        self._timer.start()

    def look_at(self, photos: Sequence[Photo]) -> None:
        """Find size and thumbnail of photos."""
        if not self._waiting:
            self._pool.setMaxThreadCount(1)
            self._alone.start()
        self._waiting += photos
        self._open += len(photos)
        self._feed()
        self._timer.start()

    def close(self) -> None:
        """Drop what waits, and wait for what is being read."""
        self._closed = True
        self._timer.stop()
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def _give(self, work: Callable[[], Listed | Read]) -> None:
        self._given += 1
        self._pool.start(_Task(work, self._answers))

    def _feed(self) -> None:
        while self._waiting and self._given < AHEAD:
            photo = self._waiting.popleft()
            self._give(lambda key=photo.key, path=photo.path: self._read(key, path))  # type: ignore[misc]

    def _read(self, key: int, path: Path) -> Read:
        """On a thread of the pool."""
        if self._closed:
            return Read(key)
        try:
            seen = look_at(path, self._side)
        except RsdError as error:
            return Read(key, error=str(error))
        except Exception as error:  # the boundary of the thread
            log.exception("%s cannot be looked at", path)
            return Read(key, error=f"{path}: {error}")
        return Read(key, seen.width, seen.height, seen.same_as, seen.thumbnail, kind=seen.kind)

    @Slot()
    def _tell(self) -> None:
        until = time.perf_counter() + HELPING_S
        while self._answers:
            answer = self._answers.popleft()
            self._given -= 1
            self._open -= 1
            if isinstance(answer, Listed):
                self.listed.emit(answer)
            else:
                self.read.emit(answer)
            if time.perf_counter() > until:
                break
        self._feed()
        if not self._open:
            self._timer.stop()
            self.idle.emit()


def _list(paths: Sequence[Path]) -> Listed:
    """On a thread of the pool; the engine decides what of a folder is a picture."""
    import_codecs()
    from rsd_app.engine.batch.search import FolderRules, find_files

    files: list[Path] = []
    refused: list[str] = []
    results = 0
    for path in paths:  # one by one: an empty folder among others is named, too
        found, errors = find_files([path], FolderRules(recursive=True))
        listed = [each.path for each in found]
        sources = without_results(listed) if path.is_dir() else listed
        files += sources
        results += len(listed) - len(sources)
        refused += map(str, errors)
    return Listed(tuple(dict.fromkeys(files)), tuple(refused), results)


def without_results(files: Sequence[Path]) -> list[Path]:
    """Without those that an earlier run has put beside their photos: "a_x4.jpg" where there is an "a.*"."""
    names = {path.with_suffix("") for path in files}
    found = ((path, RESULT_NAME.fullmatch(path.stem)) for path in files)
    return [path for path, match in found if match is None or path.with_name(match["stem"]) not in names]
