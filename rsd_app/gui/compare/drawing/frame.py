"""What a layer looks like on the screen: kept, moved along when the view pans, and redrawn only where needed."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from rsd_app.gui.compare.drawing.viewport import Viewport
from rsd_app.gui.compare.pictures.scene import Layer
from rsd_app.gui.compare.pictures.tile_cache import TILE_PX, TileCache, TileKey
from rsd_app.gui.look import theme

PIXELS_FROM = 2.0  # zoom from which pixels are shown as they are
ANCESTORS = 7  # levels that are looked through for a coarser tile


class Frame:
    """Screen pixels of one layer.

    Args:
        layer: which.
        cache: where its tiles are.
    """

    def __init__(self, layer: Layer, cache: TileCache) -> None:
        self.layer = layer
        self._cache = cache
        self.image = QImage()
        self._spare = QImage()
        self._view: Viewport | None = None
        self._dirty = QRegion()

    def forget(self) -> None:
        """All of it has to be drawn again."""
        self._view = None

    def update_tile(self, key: TileKey) -> QRect:
        """A tile is new: its place on the screen, which is drawn with the next call of `draw`."""
        if self._view is None or key.layer != self.layer or key.level != self._view.level:
            return QRect()
        place = self._view.on_screen(key.covers()).toAlignedRect().adjusted(-1, -1, 1, 1)
        place &= self.image.rect()
        self._dirty += place
        return place

    def draw(self, view: Viewport, overview: QImage, part: QRect) -> QImage:
        """The frame for a view; what is known from the last one is moved.

        Args:
            overview: the whole picture, small, where no tile is there yet.
            part: that is looked at; the rest of the frame is left for later.
        """
        old = self._view
        if self.image.size() != view.size:
            self.image = QImage(view.size, QImage.Format.Format_RGB32)
            self._spare = QImage(view.size, QImage.Format.Format_RGB32)
            old = None
        if old is None or (old.zoom, old.picture) != (view.zoom, view.picture):
            self._dirty = QRegion(self.image.rect())
        elif old.origin != view.origin:
            self._move(view.origin[0] - old.origin[0], view.origin[1] - old.origin[1], part)
        self._view = view
        missing = self._dirty & QRegion(part)
        if not missing.isEmpty():
            painter = QPainter(self.image)
            for place in missing:  # type: ignore[attr-defined]  # the stubs do not know
                draw_part(painter, place, Look(view, self.layer, self._cache, overview))
            painter.end()
            self._dirty -= missing
        return self.image

    def _move(self, dx: int, dy: int, part: QRect) -> None:
        whole = QRegion(self.image.rect())
        painter = QPainter(self._spare)
        painter.setClipRect(part)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(dx, dy, self.image)
        painter.end()
        self.image, self._spare = self._spare, self.image
        known = (whole - self._dirty).translated(dx, dy) & QRegion(part)
        self._dirty = whole - known


class Look(NamedTuple):
    """What a part of the screen is drawn from."""

    view: Viewport
    layer: Layer
    cache: TileCache
    overview: QImage  # the whole picture, small, where no tile is there yet


def draw_part(painter: QPainter, part: QRect, look: Look) -> None:
    """Draw a rectangle of the screen; a function of place and tiles alone, so that neighbours fit together."""
    view, (x, y) = look.view, look.view.origin
    level = view.level
    factor = view.zoom * (1 << level)  # screen pixels for one of the level
    painter.save()
    painter.setClipRect(part)
    painter.fillRect(part, QColor(theme.PICTURE_GRAY))
    painter.setClipRect(view.on_screen(QRect(QPoint(), view.picture)).toAlignedRect(), Qt.ClipOperation.IntersectClip)
    left = max(0, math.floor((part.left() - x) / factor) - 1)
    top = max(0, math.floor((part.top() - y) / factor) - 1)
    right = min(-(-view.picture.width() >> level), math.ceil((part.right() + 1 - x) / factor) + 1)
    bottom = min(-(-view.picture.height() >> level), math.ceil((part.bottom() + 1 - y) / factor) + 1)
    box = QRect(left, top, right - left, bottom - top)
    if not box.isEmpty() and factor == 1.0:
        _lay_tiles(painter, QPoint(x, y), box, look)
    elif not box.isEmpty():
        whole = QImage(box.size(), QImage.Format.Format_RGB32)
        inner = QPainter(whole)
        _lay_tiles(inner, -box.topLeft(), box, look)
        inner.end()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.zoom < PIXELS_FROM)
        painter.translate(x + left * factor, y + top * factor)
        painter.scale(factor, factor)
        painter.drawImage(0, 0, whole)
    painter.restore()


def _lay_tiles(painter: QPainter, corner: QPoint, box: QRect, look: Look) -> None:
    """Tiles of a level side by side, the level's corner at `corner`; coarser ones where they are missing."""
    for row in range(box.top() // TILE_PX, box.bottom() // TILE_PX + 1):
        for column in range(box.left() // TILE_PX, box.right() // TILE_PX + 1):
            place = corner + QPoint(column * TILE_PX, row * TILE_PX)
            key = TileKey(look.layer, look.view.level, column, row)
            tile = look.cache.find(key)
            if tile is not None:
                painter.drawImage(place, tile)
            else:
                _lay_substitute(painter, place, key, look)


def _lay_substitute(painter: QPainter, place: QPoint, key: TileKey, look: Look) -> None:
    """A part of a coarser tile, or of the overview."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    for up in range(1, ANCESTORS + 1):
        times = 1 << up
        parent = look.cache.find(TileKey(key.layer, key.level + up, key.column >> up, key.row >> up))
        if parent is not None:
            part = TILE_PX / times
            source = QRectF((key.column % times) * part, (key.row % times) * part, part, part)
            source &= QRectF(parent.rect())
            painter.drawImage(QRectF(QPointF(place), source.size() * times), parent, source)
            return
    picture, overview = look.view.picture, look.overview
    across, down = overview.width() / picture.width(), overview.height() / picture.height()
    covers = QRectF(key.covers() & QRect(QPoint(), picture))
    source = QRectF(covers.x() * across, covers.y() * down, covers.width() * across, covers.height() * down)
    painter.drawImage(QRectF(QPointF(place), covers.size() / (1 << key.level)), overview, source)
