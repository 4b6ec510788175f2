"""From where the mouse has been to a region, and which region lies under it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QSize

from rsd_app.engine.settings.regions import UNIT, Region

Tool = Literal["faithful", "realistic", "variant", "erase"]
MOST_POINTS = 160  # of a stroke
SPACING = 0.25  # of the radius: points that are closer say nothing


def region_of(path: Sequence[QPointF], radius: float, picture: QSize, tool: Tool, variant: int) -> Region:
    """A stroke as a region.

    Args:
        path: in pixels of the picture; one point or more.
        radius: of the brush, in the same unit.
        variant: for the tool of that name.
    """
    spacing = SPACING * radius
    points = _thinned(path, spacing)
    while len(points) > MOST_POINTS:
        spacing = max(1.0, 1.5 * spacing)
        points = _thinned(path, spacing)
    return Region(
        points=tuple((_unit(p.x(), picture.width()), _unit(p.y(), picture.height())) for p in points),
        radius=max(1, round(UNIT * radius / max(picture.width(), picture.height()))),
        realism={"faithful": 0.0, "realistic": 1.0}.get(tool),
        variant=variant if tool == "variant" else None,
    )


def points_of(region: Region, picture: QSize) -> list[QPointF]:
    """Its points, in pixels of a picture."""
    return [QPointF(x * picture.width() / UNIT, y * picture.height() / UNIT) for x, y in region.points]


def radius_of(region: Region, picture: QSize) -> float:
    """Its radius, in pixels of a picture."""
    return region.radius * max(picture.width(), picture.height()) / UNIT


def is_hit(region: Region, at: QPointF, picture: QSize) -> bool:
    """Whether it lies under a point, in pixels of a picture."""
    points = points_of(region, picture)
    if region.area and _inside(points, at):
        return True
    ends = [*points[1:], points[0]] if region.area else (points[1:] or points)
    reach = max(radius_of(region, picture), 1.0)
    return any(_distance(at, a, b) <= reach for a, b in zip(points, ends, strict=False))


def _unit(value: float, side: int) -> int:
    return max(-UNIT, min(2 * UNIT, round(UNIT * value / max(1, side))))


def _thinned(path: Sequence[QPointF], spacing: float) -> list[QPointF]:
    kept = [path[0]]
    for point in path[1:-1]:
        if _length(point - kept[-1]) >= spacing:
            kept.append(point)
    if len(path) > 1:
        kept.append(path[-1])
    return kept


def _length(step: QPointF) -> float:
    return math.hypot(step.x(), step.y())


def _distance(at: QPointF, a: QPointF, b: QPointF) -> float:
    """Of a point from a line between two others."""
    along = b - a
    square = QPointF.dotProduct(along, along)
    share = 0.0 if square == 0 else max(0.0, min(1.0, QPointF.dotProduct(at - a, along) / square))
    return _length(at - a - along * share)


def _inside(corners: Sequence[QPointF], at: QPointF) -> bool:
    """Whether a point lies inside a polygon (even-odd rule)."""
    inside = False
    for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (a.y() > at.y()) != (b.y() > at.y()) and at.x() < a.x() + (b.x() - a.x()) * (at.y() - a.y()) / (
            b.y() - a.y()
        ):
            inside = not inside
    return inside
