"""Runs the photos of the queue through the engine, one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from rsd_app.core.errors import ConfigError
from rsd_app.engine.events import Advanced, Done, Event, Failed, Outcome, Started, Stopped
from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.gui.document.choices import Choices
from rsd_app.gui.document.document import Document
from rsd_app.gui.document.photo import Photo, State
from rsd_app.gui.document.remaining import Remaining
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.threads.jobs import Job

STARTABLE = (State.WAITING, State.STOPPED, State.FAILED)


@dataclass(frozen=True)
class Summary:
    """How a run of the queue ended."""

    done: int
    failed: int
    stopped: int


class QueueRunner(QObject):
    """Start, pause and stop.

    Args:
        tiles: what the preview has made, so that it is not computed again.

    Signals:
        changed: running, paused, or progress is another.
        happened: Started, Advanced or an Outcome, of any photo.
        photo_ended: Photo, Outcome.
        ended: Summary; after the last photo, or after a stop.
    """

    changed = Signal()
    happened = Signal(object)
    photo_ended = Signal(object, object)
    ended = Signal(object)

    def __init__(self, document: Document, engine: EngineThread, tiles: TileStore | None = None) -> None:
        super().__init__()
        self._document, self._engine, self._tiles = document, engine, tiles
        self._choices: Choices | None = None  # of the photo that runs
        self._waiting: list[int] = []  # keys, in the order in which they were asked for
        self._ended: list[Outcome] = []
        self._total_mp = self._done_mp = 0.0
        self._remaining = Remaining()
        self.job: Job | None = None
        self.paused = False
        self.device = ""  # in words, as the engine said last
        self.remaining_s: float | None = None
        self.mp_s: float | None = None  # of the result, as measured last
        engine.progressed.connect(self._on_progress)
        engine.finished.connect(self._on_finished)

    @property
    def running(self) -> bool:
        return self.job is not None

    def waiting_keys(self) -> frozenset[int]:
        """Of photos that will be enlarged without being asked for again."""
        return frozenset(self._waiting)

    def unfinished_keys(self) -> frozenset[int]:
        """Of photos that wait, and of the one at work."""
        return self.waiting_keys() | ({self.job.key} if self.job is not None else frozenset())

    @property
    def count(self) -> tuple[int, int]:
        """Photos that have ended, and all of this run."""
        return len(self._ended), len(self._ended) + len(self._waiting) + (self.job is not None)

    @property
    def fraction(self) -> float:
        """Of the whole run, by megapixels."""
        return min(1.0, (self._done_mp + self._running_mp()) / self._total_mp) if self._total_mp else 0.0

    def start(self, photos: Iterable[Photo], *, again: bool = False) -> None:
        """Enlarge photos that wait, were stopped or failed; `again`: those that are done as well."""
        states = (*STARTABLE, State.DONE) if again else STARTABLE
        asked = self.waiting_keys()
        added = [photo for photo in photos if photo.state in states and photo.key not in asked]
        if not added:
            return
        if not self.running:
            self._ended, self._total_mp, self._done_mp, self.paused = [], 0.0, 0.0, False
            self._remaining.start(self.mp_s)
        for photo in added:
            photo.error = photo.details = ""
            if photo.state is not State.STOPPED:  # that one continues where it was
                photo.progress = 0.0
            self._waiting.append(photo.key)
            if photo.state is not State.WAITING:  # as a thousand of them mostly do
                self._document.queue.set_state(photo, State.WAITING)
        self._total_mp += self._document.results_mp(added)
        if not self.running:
            self._next()
        self.changed.emit()

    def pause(self, paused: bool) -> None:
        """Pause before the next strip, or continue."""
        if self.job is not None:
            self.paused = paused
            self.job.token.pause(paused)
            self.changed.emit()

    def stop(self) -> None:
        """End within a strip; what was computed is kept, and a start continues it."""
        self._waiting.clear()
        if self.job is not None:
            self.job.token.cancel()
            self.changed.emit()

    def forget(self, photos: Iterable[Photo]) -> None:
        """Photos are about to leave the queue."""
        for photo in photos:
            if photo.key in self._waiting:
                self._waiting.remove(photo.key)
                self._total_mp -= self._document.result_mp(photo)
            if self.job is not None and self.job.key == photo.key:
                self.job.token.cancel()

    def forecast_s(self, photos: Iterable[Photo]) -> float | None:
        """What a run of these would take; None while no speed is known."""
        if not self.mp_s:
            return None
        return self._document.results_mp(photo for photo in photos if photo.state in STARTABLE) / self.mp_s

    def _running_mp(self) -> float:
        photo = None if self.job is None else self._document.queue.find(self.job.key)
        return 0.0 if photo is None else photo.progress * self._document.result_mp(photo)

    def _next(self) -> None:
        """The next photo in the order of the queue, which may have changed."""
        while self._waiting:
            key = min(self._waiting, key=self._document.queue.row_of)
            self._waiting.remove(key)
            photo = self._document.queue.find(key)
            if photo is None:
                continue
            try:
                config = self._document.config_of(photo)
            except ConfigError as error:
                self._end(photo, Failed(source=photo.path, error=str(error)))
                continue
            choices = self._document.choices_of(photo)
            number = self._document.queue.row_of(key) + 1
            folder, name = choices.destination_folder(), choices.name
            self.job = Job(photo.key, photo.path, config, folder, name, number, self._tiles)
            self._choices = choices
            self._document.queue.set_state(photo, State.RUNNING)
            self._engine.run(self.job)
            self.changed.emit()
            return
        ended = self._ended
        self.remaining_s = None
        self.changed.emit()
        self.ended.emit(
            Summary(
                done=sum(isinstance(outcome, Done) for outcome in ended),
                failed=sum(isinstance(outcome, Failed) for outcome in ended),
                stopped=sum(isinstance(outcome, Stopped) for outcome in ended),
            )
        )

    @Slot(object, object)
    def _on_progress(self, job: Job, event: Event) -> None:
        if job is not self.job:
            return
        photo = self._document.queue.find(job.key)
        if isinstance(event, Started):
            self.device = event.device
        elif isinstance(event, Advanced) and photo is not None:
            photo.progress = event.fraction
            self._document.queue.changed(photo)
            if event.mp_s:
                self.mp_s = event.mp_s
            left = self._total_mp - self._done_mp - self._running_mp()
            self.remaining_s = self._remaining.update(max(0.0, left), event.mp_s)
        self.happened.emit(event)
        self.changed.emit()

    @Slot(object, object)
    def _on_finished(self, job: Job, outcome: Outcome) -> None:
        if job is not self.job:
            return
        self.job, self.paused = None, False
        photo = self._document.queue.find(job.key)
        if photo is not None:
            self._end(photo, outcome)
        else:
            self._ended.append(outcome)
        self.happened.emit(outcome)
        self._next()

    def _end(self, photo: Photo, outcome: Outcome) -> None:
        self._ended.append(outcome)
        self._done_mp += self._document.result_mp(photo)
        if isinstance(outcome, Done):
            photo.result, photo.made_with, photo.progress = outcome.destination, self._choices, 1.0
            self._document.queue.set_state(photo, State.DONE)
        elif isinstance(outcome, Failed):
            photo.error, photo.details = outcome.error, outcome.details
            self._document.queue.set_state(photo, State.FAILED)
        else:
            self._document.queue.set_state(photo, State.STOPPED if outcome.resumable else State.WAITING)
        self.photo_ended.emit(photo, outcome)
