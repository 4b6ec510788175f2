"""What is asked of the engine's thread: full runs, and short work between their strips."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from rsd_app.core.errors import ImageWriteError
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.naming import DEFAULT_TEMPLATE, NameFacts, check_template, named, numbered
from rsd_app.engine.events import Event, Outcome
from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.sizing import result_size

Work = Callable[[ModelPool, CancelToken], object]


class TurnToken(CancelToken):
    """Cancels and pauses a full run; while it is asked, waiting short work gets its turn.

    Args:
        serve: does the short work that waits; called on the engine's thread only.
    """

    def __init__(self, serve: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.serve = serve
        self._changed = threading.Condition()
        self._paused = False
        self._thread: int | None = None

    def take_thread(self) -> None:
        """Called by a run on this thread between strips: short work is done here, and a paused run waits here."""
        self._thread = threading.get_ident()

    def cancel(self) -> None:
        super().cancel()
        self.wake()

    def pause(self, paused: bool) -> None:
        """Pause the run before its next strip, or continue it."""
        self._paused = paused
        self.wake()

    def wake(self) -> None:
        """Wake the thread: work is waiting, or something changed."""
        with self._changed:
            self._changed.notify_all()

    def raise_if_cancelled(self) -> None:
        super().raise_if_cancelled()
        if threading.get_ident() != self._thread:  # libvips asks from threads of its own
            return
        if self.serve is not None:
            self.serve()
        while self._paused and not self.cancelled:
            with self._changed:
                self._changed.wait(0.1)
            if self.serve is not None:
                self.serve()
        super().raise_if_cancelled()


@dataclass(eq=False)
class Job:
    """One full run of one photo."""

    key: int  # of the photo in the queue
    photo: Path
    config: UpscaleConfig
    folder: Path | None = None  # of the result; None: beside the photo
    name: str = DEFAULT_TEMPLATE  # of the result
    number: int = 1  # place in the queue
    tiles: TileStore | None = None  # of the preview: what is there is not computed again
    token: TurnToken = field(default_factory=TurnToken)


class Request(QObject):
    """Short work for the engine's thread: one part of a preview, a list of models.

    Signals, both on the thread that asked, one of them once, none after `cancel`:
        finished: what the work returned.
        failed: the exception it raised.
    """

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self.token = CancelToken()

    def cancel(self) -> None:
        """Nobody waits for the answer any more."""
        self.token.cancel()


Enlarge = Callable[[Job, ModelPool, Callable[[Event], None]], Outcome]


def enlarge_with_engine(job: Job, models: ModelPool, emit: Callable[[Event], None]) -> Outcome:
    """One photo through the engine, which is imported here: torch takes seconds.

    Raises:
        RsdError: the photo, the model, the device or the destination do not allow it.
    """
    from rsd_app.engine.picture.job import prepare

    out = free_destination(job.photo, job.config, job.folder, job.name, job.number)
    return prepare(job.photo, job.config, models=models, tiles=job.tiles).run(out, emit=emit, cancel=job.token)


def free_destination(
    photo: Path, config: UpscaleConfig, folder: Path | None = None, name: str = DEFAULT_TEMPLATE, number: int = 1
) -> Path:
    """Beside the photo or in a folder, with a number where the name is taken: nothing is replaced unasked.

    Args:
        name: template of the result's.
        number: of the photo, for names that count.

    Raises:
        ConfigError: the template makes no name.
        ImageReadError: the photo cannot be read.
        ImageWriteError: there is no such folder.
    """
    if folder is not None and not folder.is_dir():
        raise ImageWriteError(folder, "there is no such folder", "choose another, or bring its disk back")
    first = first_destination(photo, config, folder, name, number)
    taken = (numbered(first, count) for count in itertools.count(2))
    return next(path for path in itertools.chain([first], taken) if not path.exists())


def first_destination(
    photo: Path, config: UpscaleConfig, folder: Path | None = None, name: str = DEFAULT_TEMPLATE, number: int = 1
) -> Path:
    """As `free_destination`, whether the name is taken or not."""
    from rsd_app.core.image_io.destination import extension_for, kept_format
    from rsd_app.core.image_io.read import probe

    info = probe(photo, max_megapixels=config.max_megapixels)
    scale = config.factor(info.width, info.height)
    width, height = result_size(info.width, info.height, scale)
    facts = NameFacts(
        stem=photo.stem, scale=round(scale, 2), model=Path(config.model).stem, width=width, height=height,
        seed=config.seed, folder=photo.absolute().parent.name, seq=number, date=datetime.now().astimezone().date(),
    )  # fmt: skip
    check_template(name)
    return (folder or photo.parent) / named(name, facts, extension_for(config.format, kept_format(info)))
