"""Tiles for the screen: a bounded number of them in memory, made on a thread, the nearest first."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QImage

from rsd_app.gui.compare.pictures.scene import Layer, Scene
from rsd_app.gui.threads.priority import ENGINE, stand_back

log = logging.getLogger(__name__)

TILE_PX = 256
LEAST_LIMIT_MB = 96
TILE_MB = TILE_PX * TILE_PX * 4 / 2**20


class TileKey(NamedTuple):
    """The address of a tile: layer, level and place."""

    layer: Layer
    level: int
    column: int
    row: int

    def covers(self) -> QRect:
        """The area that the tile covers, in pixels of the result."""
        side = TILE_PX << self.level
        return QRect(self.column * side, self.row * side, side, side)


class TileCache(QObject):
    """Lives on the window's thread; tiles are made on a thread of its own.

    Signals:
        ready: a TileKey whose tile is new; of the scene that is shown.
    """

    ready = Signal(object)
    _made = Signal(object, object, object)  # key, scene's epoch, image

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tiles: OrderedDict[TileKey, QImage] = OrderedDict()
        self._stale: set[TileKey] = set()  # shown on until the new one is there
        self._limit = int(LEAST_LIMIT_MB / TILE_MB)
        self._scene: Scene | None = None
        self._wanted: list[TileKey] = []
        self._changed = threading.Condition()
        self._ended = False
        self._making = False
        self._thread: threading.Thread | None = None
        self._made.connect(self._keep)

    def set_scene(self, scene: Scene | None, changed: QRect | None = None) -> None:
        """What tiles are made of from now on.

        Args:
            changed: where the result differs from before, in its pixels; None: everywhere.
        """
        with self._changed:
            old, self._scene = self._scene, scene
            if scene is None or old is None or old.epoch != scene.epoch:
                self._tiles.clear()
                self._stale.clear()
                self._wanted = []
                return
            for key in self._tiles:
                if changed is None or (key.layer != Layer.BEFORE and changed.intersects(key.covers())):
                    self._stale.add(key)

    def find(self, key: TileKey) -> QImage | None:
        """The tile, though it may be out of date; None when it is not there."""
        image = self._tiles.get(key)
        if image is not None:
            self._tiles.move_to_end(key)
        return image

    def want(self, keys: Iterable[TileKey]) -> None:
        """The tiles that are of use now, the most urgent first; earlier wishes are dropped."""
        keys = list(keys)
        with self._changed:
            self._limit = max(int(LEAST_LIMIT_MB / TILE_MB), 2 * len(keys))
            self._wanted = [key for key in keys if key not in self._tiles or key in self._stale]
            if self._wanted and self._thread is None and not self._ended:
                self._thread = threading.Thread(target=self._work, name="rsd-tiles", daemon=True)
                self._thread.start()
            self._changed.notify()

    def close(self) -> None:
        """End the thread and wait for it."""
        with self._changed:
            self._ended, self._wanted = True, []
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()
        self._tiles.clear()

    @property
    def busy(self) -> bool:
        """Whether tiles are being made, or on their way."""
        return bool(self._wanted) or self._making

    @property
    def megabytes(self) -> float:
        """Memory that the tiles occupy, in MB."""
        return len(self._tiles) * TILE_MB

    def _work(self) -> None:
        from rsd_app.gui.compare.pictures.tile_maker import make_tile  # here, for it loads libraries

        stand_back(ENGINE)
        while True:
            with self._changed:
                self._making = False
                while not self._wanted and not self._ended:
                    self._changed.wait()
                if self._ended:
                    return
                key, scene = self._wanted.pop(0), self._scene
                self._making = True
                self._stale.discard(key)  # a change from here on makes it stale again
            if scene is None:
                continue
            try:
                image = make_tile(scene, *key)
            except Exception:  # the boundary of the thread: a part that cannot be read must not end it
                if scene is self._scene:  # else its pictures may have been closed meanwhile
                    log.exception("a part of the picture cannot be shown")
                continue
            try:
                self._made.emit(key, scene.epoch, image)
            except RuntimeError:  # the window has gone
                return

    @Slot(object, object, object)
    def _keep(self, key: TileKey, epoch: int, image: QImage) -> None:
        if self._scene is None or epoch != self._scene.epoch:
            return
        self._tiles[key] = image
        self._tiles.move_to_end(key)
        while len(self._tiles) > self._limit:
            gone, _ = self._tiles.popitem(last=False)
            self._stale.discard(gone)
        self.ready.emit(key)
