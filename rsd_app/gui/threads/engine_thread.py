"""The one thread on which torch works: full runs one after the other, short work between their strips."""

from __future__ import annotations

import logging
import traceback
from collections import deque

from PySide6.QtCore import QObject, QThread, Signal, Slot

from rsd_app.core.errors import RsdError
from rsd_app.core.progress import Cancelled
from rsd_app.engine.events import Event, Failed, Outcome, Stopped
from rsd_app.engine.render.pool import ModelPool
from rsd_app.gui.threads.jobs import Enlarge, Job, Request, enlarge_with_engine
from rsd_app.gui.threads.priority import ENGINE, stand_back

log = logging.getLogger(__name__)


class _Worker(QObject):
    """Lives on the engine's thread. Answers go back as signals, which Qt queues to the window's thread.

    Signals:
        answered: Request, result, exception or None.
        progressed: Job, Event.
        ended: Job, Outcome; exactly once for every job.
    """

    answered = Signal(object, object, object)
    progressed = Signal(object, object)
    ended = Signal(object, object)

    def __init__(self, enlarge: Enlarge) -> None:
        super().__init__()
        self.requests: deque[Request] = deque()
        self.jobs: deque[Job] = deque()
        self._enlarge = enlarge
        self._models = ModelPool()
        self._serving = False

    @Slot()
    def wake(self) -> None:
        """Do the waiting work."""
        stand_back(ENGINE)
        self.serve()
        while self.jobs:
            job = self.jobs.popleft()
            self.ended.emit(job, self._run(job))
            self.serve()

    def serve(self) -> None:
        """Short work that waits, in the order in which it was asked for."""
        if self._serving:  # a request that asks its own token
            return
        self._serving = True
        try:
            while self.requests:
                request = self.requests.popleft()
                try:
                    request.token.raise_if_cancelled()
                    self.answered.emit(request, request.work(self._models, request.token), None)
                except Cancelled as cancelled:
                    self.answered.emit(request, None, cancelled)
                except Exception as error:
                    if not isinstance(error, RsdError):
                        log.warning("a request of the window failed", exc_info=True)
                    self.answered.emit(request, None, error)
        finally:
            self._serving = False

    def _run(self, job: Job) -> Outcome:
        job.token.take_thread()
        job.token.serve = self.serve
        try:
            job.token.raise_if_cancelled()
            return self._enlarge(job, self._models, lambda event: self.progressed.emit(job, event))
        except Cancelled:
            return Stopped(source=job.photo, resumable=False)
        except RsdError as error:
            return Failed(source=job.photo, error=str(error), details=traceback.format_exc())
        except Exception as error:  # the boundary of the thread: all becomes an outcome
            log.exception("%s failed", job.photo)
            return Failed(source=job.photo, error=f"{job.photo}: {error}", details=traceback.format_exc())


class EngineThread(QObject):
    """The window's side of the engine.

    Args:
        enlarge: what does a full run; the engine by default.

    Signals, on the window's thread:
        progressed: Job, and Started or Advanced.
        finished: Job, Outcome; exactly once for every job.
    """

    progressed = Signal(object, object)
    finished = Signal(object, object)
    _woken = Signal()

    def __init__(self, enlarge: Enlarge = enlarge_with_engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []  # not ended yet, in order
        self._asked: set[Request] = set()
        self._thread = QThread(self)
        self._worker = _Worker(enlarge)
        self._worker.moveToThread(self._thread)
        self._woken.connect(self._worker.wake)
        self._worker.answered.connect(self._on_answered)
        self._worker.progressed.connect(self._on_progressed)
        self._worker.ended.connect(self._on_ended)
        self._thread.start()

    def ask(self, request: Request) -> Request:
        """Have short work done: now, or between two strips of the current run."""
        self._asked.add(request)
        self._worker.requests.append(request)
        if self._jobs:
            self._jobs[0].token.wake()
        self._woken.emit()
        return request

    def run(self, job: Job) -> None:
        """Have a photo enlarged, after those that were asked for before."""
        self._jobs.append(job)
        self._worker.jobs.append(job)
        self._woken.emit()

    @property
    def asked(self) -> bool:
        """Whether short work is waiting or in progress."""
        return bool(self._asked)

    @property
    def busy(self) -> bool:
        return bool(self._jobs)

    def close(self) -> None:
        """Cancel all and wait for the thread; what was computed stays on the disk."""
        for request in self._asked:
            request.cancel()
        for job in self._jobs:
            job.token.cancel()
        self._thread.quit()
        self._thread.wait()
        while self._worker.jobs:  # the thread was gone before it came to them
            job = self._worker.jobs.popleft()
            self._on_ended(job, Stopped(source=job.photo, resumable=False))

    @Slot(object, object, object)
    def _on_answered(self, request: Request, result: object, error: Exception | None) -> None:
        self._asked.discard(request)
        if request.token.cancelled:
            return
        if error is None:
            request.finished.emit(result)
        else:
            request.failed.emit(error)

    @Slot(object, object)
    def _on_progressed(self, job: Job, event: Event) -> None:
        self.progressed.emit(job, event)

    @Slot(object, object)
    def _on_ended(self, job: Job, outcome: Outcome) -> None:
        self._jobs.remove(job)
        self.finished.emit(job, outcome)
