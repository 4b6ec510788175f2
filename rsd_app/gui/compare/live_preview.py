"""The visible part of the result, computed before the run: once the view has settled, dropped when outdated."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rsd_app.core.progress import CancelToken
from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.gui.compare.places import Box
from rsd_app.gui.look.words import error_words
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.threads.jobs import Request, Work

if TYPE_CHECKING:
    from rsd_app.engine.picture.preview import Preview
    from rsd_app.engine.render.protocol import Window

SETTLED_MS = 150
# Of a view that is larger than these, in source pixels, the middle is computed: first what takes a second on two
# cores, a view of 1200×800 at 100 %, then what takes some three more.
STEPS_PX = (64_000, 240_000)


@dataclass
class _Task:
    """One request: strips of one window."""

    number: int
    box: Box
    step: int = 0  # of STEPS_PX
    cancel: CancelToken = field(default_factory=CancelToken)
    strips: Generator[Window] | None = None  # used by one thread at a time, which holds the lock
    lock: threading.Lock = field(default_factory=threading.Lock)
    began: float = 0.0  # of the computing itself
    made: int = 0  # source pixels that are seen
    told: bool = False  # it was announced that tiles of earlier requests may be shown

    @property
    def middle(self) -> Box:
        """What is computed of the box."""
        return middle_of(self.box, STEPS_PX[self.step])

    def strip(self, preview: Preview) -> Window | None:
        """Compute the next one, on the engine's thread; None at the end.

        Raises:
            Cancelled: nobody wants it any more.
        """
        from rsd_app.engine.render.protocol import Window

        try:
            with self.lock:
                self.cancel.raise_if_cancelled()
                if self.strips is None:
                    self.strips = preview.render(Window(*self.middle), self.cancel)
                return next(self.strips, None)
        finally:
            if self.cancel.cancelled:
                self.end()

    def end(self) -> None:
        """Nobody wants it any more. If a strip is at work, its thread does the rest."""
        self.cancel.cancel()
        if self.lock.acquire(blocking=False):
            try:
                if self.strips is not None:
                    self.strips.close()
            finally:
                self.lock.release()


class LivePreview(QObject):
    """Computes what is looked at. Only the newest request counts; its number says which that is.

    Signals:
        ready: a Preview has been made for the photo and configuration: its recipe is known.
        patched: a box in source pixels that is in the store now.
        kept: a box of which earlier requests may have left parts in the store.
        declined: a Preview that is not made unasked: its parts take long, or go through the model twice.
        advanced: share of the request that is done; None: nothing is being computed.
        measured: seconds for a megapixel of the result.
        failed: why there is no preview.
    """

    ready = Signal(object)
    patched = Signal(object)
    kept = Signal(object)
    declined = Signal(object)
    advanced = Signal(object)
    measured = Signal(float)
    failed = Signal(str)

    def __init__(self, engine: EngineThread, tiles: TileStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._tiles = engine, tiles
        self._photo: Path | None = None
        self._config: UpscaleConfig | None = None
        self._box: Box | None = None
        self._preview: Preview | None = None
        self._task: _Task | None = None
        self._request: Request | None = None
        self._number = 0
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._begin)

    def warm_up(self, config: UpscaleConfig) -> None:
        """Load what the first preview needs, in the background."""
        self._ask(lambda models, token: _load_all(models, config))

    def set_photo(self, photo: Path | None) -> None:
        """Another photo: what is asked for next is asked for at once."""
        self._photo, self._box = photo, None
        self._forget()

    def set_config(self, config: UpscaleConfig | None) -> None:
        """Preview with these settings; None: no preview."""
        if config == self._config:
            return
        first, self._config = self._config is None, config
        self._forget()
        if first:  # a photo that has just come; else a slider may be on its way
            self._begin()
        else:
            self._ask_when_settled()

    def look_at(self, box: Box, *, at_once: bool = False) -> None:
        """That part of the source is seen now."""
        if box == self._box and not at_once:
            return
        first = self._box is None
        self._box = box
        if at_once or first:
            self._settled.stop()
            self._begin()
        else:
            self._ask_when_settled()

    @property
    def busy(self) -> bool:
        """Whether something is computed, or will be."""
        return self._task is not None or self._settled.isActive()

    def close(self) -> None:
        """Nothing is computed any more; the engine may have ended."""
        self._settled.stop()
        self._stop()
        if self._preview is not None:
            self._preview.close()
            self._preview = None

    def _ask_when_settled(self) -> None:
        if self._config is not None and self._photo is not None and self._box is not None:
            self._settled.start()

    def _forget(self) -> None:
        """The preview is of another photo or configuration."""
        self._stop()
        preview, self._preview = self._preview, None
        if preview is not None:
            self._ask(lambda models, token: preview.close())

    def _stop(self) -> None:
        self._number += 1
        if self._request is not None:
            self._request.cancel()
            self._request = None
        task, self._task = self._task, None
        if task is None:
            return
        task.end()
        self.advanced.emit(None)

    def _ask(self, work: Work) -> Request:
        return self._engine.ask(Request(work))

    @Slot()
    def _begin(self) -> None:
        """Ask for what is looked at now."""
        if self._photo is None or self._config is None or self._box is None:
            return
        self._stop()
        self._task = _Task(self._number, self._box)
        self.advanced.emit(0.0)
        if self._preview is not None:
            self._go_on(self._task)
            return
        photo, config, tiles = self._photo, self._config, self._tiles

        def prepare(models: ModelPool, token: CancelToken) -> Preview:
            from rsd_app.engine.picture.preview import open_preview

            models.get(config)
            token.raise_if_cancelled()
            return open_preview(photo, config, models, tiles)

        number = self._number
        self._request = self._ask(prepare)
        self._request.finished.connect(lambda preview: self._on_prepared(number, preview))
        self._request.failed.connect(lambda error: self._on_failed(number, error))

    def _on_prepared(self, number: int, preview: Preview) -> None:
        if number != self._number or self._task is None:
            self._ask(lambda models, token: preview.close())
            return
        self._preview = preview
        self.ready.emit(preview)
        self._go_on(self._task)

    def _go_on(self, task: _Task) -> None:
        """Request the next strip."""
        preview = self._preview
        if preview is None:
            return
        if not preview.quick:  # its parts take many seconds: only a run makes them
            self._request = self._task = None
            self.advanced.emit(None)
            self.declined.emit(preview)
            return
        task.began = task.began or time.monotonic()

        self._request = self._ask(lambda models, token: task.strip(preview))
        self._request.finished.connect(lambda window: self._on_strip(task, window))
        self._request.failed.connect(lambda error: self._on_failed(task.number, error))

    def _on_strip(self, task: _Task, window: Window | None) -> None:
        if task.number != self._number:
            return
        if not task.told:  # the strip at work when an earlier request was dropped is in the store too
            task.told = True
            self.kept.emit(task.middle)
        if window is None:
            self._on_step(task)
            return
        task.made += (window.x1 - window.x0) * (window.y1 - window.y0)
        x0, y0, x1, y1 = task.middle
        self.patched.emit((window.x0, window.y0, window.x1, window.y1))
        self.advanced.emit(min(1.0, task.made / max(1, (x1 - x0) * (y1 - y0))))
        self._go_on(task)

    def _on_step(self, task: _Task) -> None:
        """All strips of a step are done: continue with a larger part, if more is in view."""
        self._measure(task)
        self._request = self._task = None
        larger = task.step + 1
        if larger < len(STEPS_PX) and task.middle != task.box:
            self._task = _Task(task.number, task.box, larger)
            self._go_on(self._task)
        else:
            self.advanced.emit(None)

    def _measure(self, task: _Task) -> None:
        if self._preview is not None and task.made:
            megapixels = self._preview.computed_px * self._preview.scale**2 / 1e6
            self.measured.emit((time.monotonic() - task.began) / megapixels)

    def _on_failed(self, number: int, error: Exception) -> None:
        if number != self._number:
            return
        self._request = self._task = None
        self.advanced.emit(None)
        self.failed.emit(error_words(error, self._photo))


def _load_all(models: ModelPool, config: UpscaleConfig) -> None:
    """On the engine's thread: the model, its kernels, and what tiles are made with."""
    from rsd_app.engine.picture.preview import try_out
    from rsd_app.gui.compare.pictures import tile_maker  # noqa: F401

    try_out(models.get(config))


def middle_of(box: Box, largest: int) -> Box:
    """The box, or its middle of the same shape where it has more than `largest` pixels."""
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    if width * height <= largest:
        return box
    share = (largest / (width * height)) ** 0.5
    across, down = round(width * share), round(height * share)
    left, top = x0 + (width - across) // 2, y0 + (height - down) // 2
    return left, top, left + across, top + down
