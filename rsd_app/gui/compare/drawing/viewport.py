"""Which part of the picture is seen, and how large."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSize

SMALLEST_ZOOM, LARGEST_ZOOM = 0.005, 16.0


@dataclass(frozen=True)
class Viewport:
    """A value: every change gives a new one. Screen pixels are the device's, not the widget's.

    Args:
        size: of what is drawn on, in screen pixels.
        picture: size of the result, in its pixels.
        zoom: screen pixels for one pixel of the result.
        centre: what is in the middle, in pixels of the result.
    """

    size: QSize
    picture: QSize
    zoom: float = 1.0
    centre: QPointF = field(default_factory=QPointF)

    @property
    def origin(self) -> tuple[int, int]:
        """Where the picture's corner lies: on a whole pixel of the screen, so that 100 % is sharp."""
        return (
            round(self.size.width() / 2 - self.centre.x() * self.zoom),
            round(self.size.height() / 2 - self.centre.y() * self.zoom),
        )

    @property
    def level(self) -> int:
        """The smallest level with at least a pixel for each of the screen."""
        if self.zoom >= 1 or self.picture.isEmpty():
            return 0
        deepest = max(0, max(self.picture.width(), self.picture.height()).bit_length() - 8)
        return min(deepest, math.floor(math.log2(1 / self.zoom) + 1e-9))

    @property
    def seen(self) -> QRect:
        """The part of the picture that is seen, in whole pixels of the result."""
        x, y = self.origin
        left, top = math.floor(-x / self.zoom), math.floor(-y / self.zoom)
        right, bottom = (
            math.ceil((self.size.width() - x) / self.zoom),
            math.ceil((self.size.height() - y) / self.zoom),
        )
        return QRect(left, top, right - left, bottom - top).intersected(QRect(QPointF().toPoint(), self.picture))

    def to_picture(self, at: QPointF) -> QPointF:
        """Screen pixels -> pixels of the result."""
        middle = QPointF(self.size.width() / 2, self.size.height() / 2)
        return self.centre + (at - middle) / self.zoom

    def on_screen(self, part: QRect) -> QRectF:
        """Pixels of the result -> screen pixels."""
        x, y = self.origin
        return QRectF(
            x + part.x() * self.zoom, y + part.y() * self.zoom, part.width() * self.zoom, part.height() * self.zoom
        )

    def looking_at(self, centre: QPointF) -> Viewport:
        """Moved, but not beyond the picture's borders; where it is smaller than the view it stays in the middle."""
        x = _within(centre.x(), self.picture.width(), self.size.width() / self.zoom)
        y = _within(centre.y(), self.picture.height(), self.size.height() / self.zoom)
        return replace(self, centre=QPointF(x, y))

    def zoomed(self, zoom: float, at: QPointF | None = None) -> Viewport:
        """So that what lies under `at` (screen pixels; the middle by default) stays there."""
        zoom = max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom))
        if at is None:
            return replace(self, zoom=zoom).looking_at(self.centre)
        middle = QPointF(self.size.width() / 2, self.size.height() / 2)
        return replace(self, zoom=zoom).looking_at(self.to_picture(at) - (at - middle) / zoom)

    def fitted(self, largest: float) -> Viewport:
        """The whole picture, no larger than `largest`."""
        if self.picture.isEmpty() or self.size.isEmpty():
            return self
        room = min(self.size.width() / self.picture.width(), self.size.height() / self.picture.height())
        centre = QPointF(self.picture.width() / 2, self.picture.height() / 2)
        return replace(self, zoom=max(SMALLEST_ZOOM, min(room, largest)), centre=centre)

    def for_picture(self, picture: QSize) -> Viewport:
        """The same part of the same photo at another size of its result."""
        if self.picture.isEmpty() or picture.isEmpty():
            return replace(self, picture=picture)
        ratio = picture.width() / self.picture.width()
        return replace(self, picture=picture, zoom=self.zoom / ratio, centre=self.centre * ratio)


def _within(centre: float, picture: int, seen: float) -> float:
    return picture / 2 if seen >= picture else max(seen / 2, min(picture - seen / 2, centre))
