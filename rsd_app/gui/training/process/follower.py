"""Follows a training by the files it writes, whoever started it and whenever."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rsd_app.gui.training.process.progress import Progress
from rsd_app.gui.training.process.trainings import Training
from trainer.events import Inspected, from_line

LOOK_MS = 400
MOST_BYTES = 100_000  # read at once: a long run is caught up with in pieces


class _LineReader:
    """New whole lines of a file that grows."""

    def __init__(self, path: Path) -> None:
        self._path, self._at, self._rest = path, 0, b""

    def read(self) -> list[str]:
        try:
            with self._path.open("rb") as file:
                file.seek(self._at)
                new = file.read(MOST_BYTES)
        except OSError:
            return []
        self._at += len(new)
        *lines, self._rest = (self._rest + new).split(b"\n")
        return [line.decode("utf-8", "replace") for line in lines]


class Follower(QObject):
    """Looks a few times per second.

    Signals:
        changed: the progress is another, or whether it is at work.
    """

    changed = Signal()

    def __init__(self, training: Training, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.training, self.progress = training, Progress()
        self.at_work = False
        self._events, self._spoken = _LineReader(training.events), _LineReader(training.spoken)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and from now on."""
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Stop looking; the training continues."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Take what is new into account."""
        at_work, taken = self.training.at_work, 0
        for line in self._spoken.read():  # before there is a run, this is the only source
            taken += self._take(line, only_inspected=True)
        for line in self._events.read():
            taken += self._take(line, only_inspected=False)
        if taken or at_work != self.at_work:
            self.at_work = at_work
            self.changed.emit()

    def _take(self, line: str, *, only_inspected: bool) -> int:
        try:
            event = from_line(line)
        except ValueError:  # cut off by a crash, or of a newer version
            return 0
        if isinstance(event, Inspected) != only_inspected:
            return 0
        self.progress.take(event)
        return 1
