"""The map of what is seen, computed while it is asked for: after the preview, dropped when outdated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.gui.compare.live_preview import SETTLED_MS, middle_of
from rsd_app.gui.compare.pane import ComparePane
from rsd_app.gui.compare.pictures.result_stack import look_of
from rsd_app.gui.compare.seen_part import SeenPart
from rsd_app.gui.look.words import error_words
from rsd_app.gui.models.part_enlarged import samples_of
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.threads.jobs import Request, Work
from rsd_app.gui.trust.spread import Ground, TrustMap, ground_of, map_of
from rsd_app.gui.variants.seeds import COUNT, seeds_from

if TYPE_CHECKING:
    from rsd_app.engine.render.protocol import Samples

LARGEST_PX = 96_000  # source pixels that are compared: a full HD window at 100 %; of a larger view the middle
STORE_MB = 128  # of what other seeds have given, so that a small move computes little


class LiveTrust(QObject):
    """Seeds of what is seen, one network pass each; the picture's own comes from the preview.

    Args:
        pane: whose part is looked at.
        engine: computes, one seed after the other.

    Attributes:
        found: the newest map, of the photo and the settings that are shown; it may be of another part of the photo.
        made: how many seeds of the present part are there; None: nothing is being computed.
        error: why there is no map of the present part.
        declined: that its model takes too long for it, or the size several passes.

    Signals:
        changed: one of the attributes.
    """

    changed = Signal()

    def __init__(self, pane: ComparePane, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: TrustMap | None = None
        self.made: int | None = None
        self.error, self.declined = "", False
        self._pane, self._engine = pane, engine
        self._tiles = TileStore(STORE_MB)
        self._on = False
        self._part: SeenPart | None = None  # that is compared, or was last
        self._place: tuple[object, ...] = ()  # of what is found
        self._request: Request | None = None
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._begin)
        pane.changed.connect(self._look)
        pane.shown.connect(self._on_photo)
        pane.previewed.connect(self._on_previewed)

    @property
    def on(self) -> bool:
        """Whether a map is asked for."""
        return self._on

    @property
    def fits(self) -> bool:
        """Whether the map is of the part that is seen."""
        return self.found is not None and self._part is not None and self.found.box == self._part.box

    def set_on(self, on: bool) -> None:
        """Compute what is seen from now on, or nothing any more; what is found stays for the next time."""
        self._on = on
        if on:
            self._look()
        else:
            self._drop()

    @Slot()
    def _on_photo(self) -> None:
        """Another photo, or the same one read again."""
        self._drop()
        self._tiles.clear()
        self.found = None
        self._look()

    @Slot(object)
    def _on_previewed(self, share: float | None) -> None:
        if share is None and self._waits:
            self._settled.start()

    @Slot()
    def _look(self) -> None:
        """Whether what is seen is another part, or has other settings."""
        if not self._on:
            return
        part, old = self._pane.seen_part, self._part
        if part is not None:
            part = replace(part, box=middle_of(part.box, LARGEST_PX))
            if old is not None and _place(old) == _place(part) and old.box == part.box:
                return
        elif old is None:
            return
        self._drop()
        if part is None or self._place != _place(part):
            self.found = None
        self._part = part
        if self._waits:
            self._settled.start()
        self.changed.emit()

    @property
    def _waits(self) -> bool:
        """Whether a part is to be computed and is not yet."""
        part, known = self._part, self.error or self.declined
        if not self._on or part is None or known or self._request is not None:
            return False
        return not self.fits

    def _drop(self) -> None:
        """What is being computed is not wanted."""
        self._settled.stop()
        if self._request is not None:
            self._request.cancel()
            self._request = None
        self._part, self.made, self.error, self.declined = None, None, "", False

    @Slot()
    def _begin(self) -> None:
        part = self._part
        if part is None or not self._waits or self._pane.previewing:  # the end of a preview is signalled
            return
        self.made = 0
        self.changed.emit()
        tiles = self._pane.tiles
        self._ask(part, lambda models, token: ground_of(part, tiles, models, token), lambda g: self._on_ground(part, g))

    def _on_ground(self, part: SeenPart, ground: Ground) -> None:
        if ground.quick:
            self._go_on(part, ground, [])
            return
        self.made, self.declined = None, True
        self.changed.emit()

    def _go_on(self, part: SeenPart, ground: Ground, samples: list[Samples]) -> None:
        """Have the next seed made; the map when all are there."""
        number = self.made = len(samples)
        self.changed.emit()
        if number == COUNT:
            self._ask(
                part, lambda models, token: map_of(part, ground, samples), lambda found: self._on_map(part, found)
            )
            return
        seed = seeds_from(part.config.seed)[number]
        tiles = self._tiles if number else self._pane.tiles
        other = replace(part, config=replace(part.config, seed=seed))
        self._ask(
            part,
            lambda models, token: samples_of(other, tiles, models, token),
            lambda made: self._go_on(part, ground, [*samples, made]),
        )

    def _on_map(self, part: SeenPart, found: TrustMap) -> None:
        self.found, self._place, self.made = found, _place(part), None
        self.changed.emit()

    def _on_failed(self, part: SeenPart, error: Exception) -> None:
        self._request, self.made = None, None
        self.error = error_words(error, part.photo)
        self.changed.emit()

    def _ask(self, part: SeenPart, work: Work, then: Callable[[Any], None]) -> None:
        request = self._request = Request(work)

        def on_finished(answer: object) -> None:
            self._request = None
            then(answer)

        request.finished.connect(on_finished)
        request.failed.connect(lambda error: self._on_failed(part, error))
        self._engine.ask(request)


def _place(part: SeenPart) -> tuple[object, ...]:
    """Of which picture a part is: its photo, and what of its settings can be seen."""
    return part.photo, look_of(part.config)
