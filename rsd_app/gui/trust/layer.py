"""The map drawn over the result, wherever a view shows it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rsd_app.gui.compare.drawing.viewport import Viewport
from rsd_app.gui.look import theme
from rsd_app.gui.trust.spread import TrustMap

DASHES = [4.0, 4.0]


def place_of(found: TrustMap, view: Viewport) -> QRectF:
    """Where a map lies, in the device's pixels of a view."""
    x0, y0, x1, y1 = found.box
    across = view.picture.width() / found.source[0] * view.zoom
    down = view.picture.height() / found.source[1] * view.zoom
    x, y = view.origin
    return QRectF(x + x0 * across, y + y0 * down, (x1 - x0) * across, (y1 - y0) * down)


def covers(found: TrustMap, view: Viewport) -> bool:
    """Whether a map is of all that is seen, but for a pixel at its border."""
    seen = view.on_screen(view.seen) & QRectF(0, 0, view.size.width(), view.size.height())
    slack = max(1.0, view.zoom * view.picture.width() / found.source[0])
    return place_of(found, view).adjusted(-slack, -slack, slack, slack).contains(seen)


def draw_map(painter: QPainter, view: Viewport, found: TrustMap, opacity: float) -> None:
    """The colour; a dashed line around it where more is seen than is compared.

    Args:
        opacity: of the colour at its strongest, 0 to 1.
    """
    place = place_of(found, view)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    painter.setOpacity(opacity)
    painter.drawImage(place, found.overlay)
    if covers(found, view):
        return
    painter.setOpacity(1.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, offset in ((theme.DIVIDER_EDGE, 0.0), (theme.DIVIDER, DASHES[0])):
        pen = QPen(color, 1.0)
        pen.setCosmetic(True)
        pen.setDashPattern(DASHES)
        pen.setDashOffset(offset)
        painter.setPen(pen)
        painter.drawRect(place.toAlignedRect())
