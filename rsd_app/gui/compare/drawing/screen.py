"""The layers of a scene on the screen: one view for all, frames, and the tiles that they want."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSize, Signal, Slot
from PySide6.QtGui import QImage, QPainter

from rsd_app.gui.compare.drawing.frame import Frame, Look, draw_part
from rsd_app.gui.compare.drawing.viewport import Viewport
from rsd_app.gui.compare.pictures.scene import Layer, Scene
from rsd_app.gui.compare.pictures.tile_cache import TILE_PX, TileCache, TileKey

HOLD_S = 0.4  # how long an old picture stays for the sake of a new one that is not complete
AROUND = 1  # tiles beyond the border of the view that are made ahead


class Screen(QObject):
    """Draws layers of a scene for a view that may change with every frame.

    Signals:
        renewed: a rectangle in screen pixels whose tiles have become better; empty for all.
    """

    renewed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scene: Scene | None = None
        self.view = Viewport(QSize(), QSize())
        self.cache = TileCache(self)
        self.cache.ready.connect(self._on_tile)
        self._frames = {layer: Frame(layer, self.cache) for layer in Layer}
        self._layers: tuple[Layer, ...] = (Layer.BEFORE,)
        self._held_until = 0.0  # until then frames of the scene before are shown on
        self._loupe: Viewport | None = None

    def set_scene(self, scene: Scene | None, changed: QRect | None = None) -> None:
        """Show another; where it is of another size or photo, the old frames stay until it can be seen.

        Args:
            changed: where the result is other than before; None: everywhere.
        """
        old, self.scene = self.scene, scene
        if scene is not None and old is not None and old.epoch != scene.epoch:
            self._held_until = time.monotonic() + HOLD_S
        if scene is None or old is None or old.epoch != scene.epoch:
            for frame in self._frames.values():
                frame.forget()
        self.cache.set_scene(scene, changed)

    def look(self, view: Viewport, layers: tuple[Layer, ...], loupe: Viewport | None = None) -> None:
        """Use a view from now on, and have its tiles made.

        Args:
            layers: those that are shown, or may be at the touch of a key.
            loupe: what the loupe shows, if it is there.
        """
        self.view, self._layers, self._loupe = view, layers, loupe
        if self.scene is None or view.size.isEmpty():
            return
        wanted = self._around(view, QPointF(view.size.width() / 2, view.size.height() / 2))
        if loupe is not None:
            wanted = [*self._around(loupe, QPointF(loupe.size.width() / 2, loupe.size.height() / 2), 0), *wanted]
        whole = view.fitted(1.0)
        self.cache.want(dict.fromkeys([*wanted, *self._around(whole, QPointF(), 0)]))

    def frame(self, layer: Layer, part: QRect) -> QImage:
        """A layer in screen pixels, for the view that was given last; drawn in a part of it at least."""
        frame = self._frames[layer]
        if self.scene is None or (self._held() and frame.image.size() == self.view.size):
            return frame.image
        return frame.draw(self.view, self.scene.overview, part)

    def draw_magnified(self, painter: QPainter, layer: Layer, place: QPoint, loupe: Viewport) -> None:
        """A layer as the loupe shows it, at a place of the painter, in screen pixels."""
        if self.scene is None:
            return
        painter.save()
        painter.translate(place)
        look = Look(loupe, layer, self.cache, self.scene.overview)
        draw_part(painter, QRect(QPoint(), loupe.size), look)
        painter.restore()

    def complete(self) -> bool:
        """Whether every tile of the view is there."""
        return all(self.cache.find(key) is not None for key in self._seen(self.view, 0))

    def close(self) -> None:
        """End the reader's thread."""
        self.cache.close()

    def _held(self) -> bool:
        if not self._held_until:
            return False
        if time.monotonic() > self._held_until or self.complete():
            self._held_until = 0.0
            return False
        return True

    def _seen(self, view: Viewport, around: int) -> list[TileKey]:
        part, level = view.seen, view.level
        side = TILE_PX << level
        if part.isEmpty():
            return []
        last_column, last_row = (view.picture.width() - 1) // side, (view.picture.height() - 1) // side
        columns = range(max(0, part.left() // side - around), min(last_column, part.right() // side + around) + 1)
        rows = range(max(0, part.top() // side - around), min(last_row, part.bottom() // side + around) + 1)
        return [TileKey(layer, level, x, y) for layer in self._layers for y in rows for x in columns]

    def _around(self, view: Viewport, middle: QPointF, around: int = AROUND) -> list[TileKey]:
        """Tiles of a view, from a place of the screen outwards."""
        at, side = view.to_picture(middle), TILE_PX << view.level
        column, row = at.x() / side - 0.5, at.y() / side - 0.5
        keys = self._seen(view, around)
        inside = set(self._seen(view, 0)) if around else set(keys)
        return sorted(keys, key=lambda k: (k not in inside, (k.column - column) ** 2 + (k.row - row) ** 2))

    @Slot(object)
    def _on_tile(self, key: TileKey) -> None:
        place = self._frames[key.layer].update_tile(key)
        if self._held_until:
            if not self._held():
                self.renewed.emit(QRect())
        elif not place.isEmpty():
            self.renewed.emit(place)
        elif self._loupe is not None and key.level == self._loupe.level:
            self.renewed.emit(QRect())
