"""The sheet over the picture that is painted on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from rsd_app.engine.settings.regions import Region
from rsd_app.gui.brush.strokes import Tool, is_hit, points_of, radius_of, region_of
from rsd_app.gui.compare.drawing.view import CompareView
from rsd_app.gui.look import theme

COLORS: dict[Tool, QColor] = {
    "faithful": QColor(90, 165, 238),
    "realistic": QColor(240, 170, 60),
    "variant": QColor(170, 110, 240),
    "erase": QColor(230, 230, 230),
}
OPACITY = 0.35
SMALLEST_PX, LARGEST_PX, FIRST_PX = 6, 200, 40  # radius of the brush on the screen
STEP = 1.25  # of the radius, by a bracket


class PaintLayer(QWidget):
    """Lies over a view: the left button paints, the wheel zooms and the middle button moves the picture as before.

    Signals:
        painted: a Region, when a stroke ends.
        erased: the number of a region that the eraser has touched.
        resized: the brush has another radius.
        left: the user is done (Esc).
    """

    painted = Signal(object)
    erased = Signal(int)
    resized = Signal(int)
    left = Signal()

    def __init__(self, view: CompareView) -> None:
        super().__init__(view)
        self._view = view
        self.tool: Tool = "faithful"
        self.variant = 1
        self.radius_px = FIRST_PX
        self._regions: Sequence[Region] = ()
        self._path: list[QPointF] = []  # of the stroke at work, in pixels of the result
        self._at: QPointF | None = None  # the pointer
        self._pan_from: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAccessibleName(self.tr("Painted parts"))
        view.installEventFilter(self)
        view.moved.connect(self.update)
        self.hide()

    @property
    def regions(self) -> Sequence[Region]:
        return self._regions

    def set_regions(self, regions: Sequence[Region]) -> None:
        """Show regions that are painted already."""
        self._regions = regions
        self.update()

    def begin(self) -> None:
        """Cover the view, but not the bars on it, and listen to the keys."""
        self.setGeometry(self._view.rect())
        self.show()
        self.setFocus()

    def set_radius(self, px: float) -> None:
        """Of the brush, on the screen."""
        self.radius_px = round(max(SMALLEST_PX, min(LARGEST_PX, px)))
        self.resized.emit(self.radius_px)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._view.rect())
        return False

    def event(self, event: QEvent) -> bool:
        """Esc is the brush's as long as it is at work, whoever else wants it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins, or the picture is taken hold of."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = event.position()
        elif event.button() == Qt.MouseButton.LeftButton and self._view.scene is not None:
            self._path = [self._view.to_picture(event.position())]
            self._erase()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Continue the stroke."""
        self._at = event.position()
        if self._pan_from is not None:
            moved, self._pan_from = self._at - self._pan_from, self._at
            self._view.pan(-moved.x() / max(1, self.width()), -moved.y() / max(1, self.height()))
        elif self._path:
            self._path.append(self._view.to_picture(self._at))
            self._erase()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = None
        elif event.button() == Qt.MouseButton.LeftButton and self._path:
            path, self._path, scene = self._path, [], self._view.scene
            if self.tool != "erase" and scene is not None:
                self.painted.emit(region_of(path, self._radius(), scene.size, self.tool, self.variant))
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._at = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Brackets change the size and Esc ends; the view has the other keys."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() in ("[", "]"):
            self.set_radius(self.radius_px * (STEP if event.text() == "]" else 1 / STEP))
        else:
            event.ignore()

    def _radius(self) -> float:
        """Of the brush, in pixels of the result."""
        return self.radius_px * self.devicePixelRatioF() / self._view.zoom

    @Slot()
    def _erase(self) -> None:
        scene = self._view.scene
        if self.tool != "erase" or scene is None:
            return
        for number in reversed(range(len(self._regions))):  # the uppermost first
            if is_hit(self._regions[number], self._path[-1], scene.size):
                self.erased.emit(number)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is painted, the stroke at work, and the brush."""
        scene = self._view.scene
        if scene is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(OPACITY)
        to_screen = self._view.zoom / self.devicePixelRatioF()
        for region in self._regions:
            points = [self._view.to_widget(point) for point in points_of(region, scene.size)]
            radius = radius_of(region, scene.size) * to_screen
            _draw(painter, points, radius, COLORS[tool_of(region)], closed=region.area)
        if self._path and self.tool != "erase":
            points = [self._view.to_widget(point) for point in self._path]
            _draw(painter, points, self.radius_px, COLORS[self.tool], closed=False)
        painter.setOpacity(1)
        if self._at is not None and self._pan_from is None:
            self._draw_brush(painter, self._at)
        painter.end()

    def _draw_brush(self, painter: QPainter, at: QPointF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = theme.GRID_PX if self.tool == "erase" else self.radius_px
        for width, color in ((3.0, theme.DIVIDER_EDGE), (1.5, COLORS[self.tool])):
            painter.setPen(QPen(color, width))
            painter.drawEllipse(at, radius, radius)


def tool_of(region: Region) -> Tool:
    """What a region was painted with."""
    if region.realism is None:
        return "variant"
    return "faithful" if region.realism < 0.5 else "realistic"


def _draw(painter: QPainter, points: Sequence[QPointF], radius: float, color: QColor, *, closed: bool) -> None:
    """A line as broad as it is full, and fainter as broad as it reaches; an area with a faint edge."""
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    if closed:
        path.closeSubpath()
        painter.fillPath(path, color)
    elif len(points) == 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for share in (1.0, 0.5):
            painter.drawEllipse(QRectF(points[0].x() - share * radius, points[0].y() - share * radius,
                                       2 * share * radius, 2 * share * radius))  # fmt: skip
        return
    for share in (1.0,) if closed else (1.0, 0.5):
        pen = QPen(color, 2 * share * radius, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
