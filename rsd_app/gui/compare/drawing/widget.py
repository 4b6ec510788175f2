"""What the view of a photo and its result looks like: one place, a divider, the same pixels under each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from rsd_app.gui.compare.drawing import overlay
from rsd_app.gui.compare.drawing.screen import Screen
from rsd_app.gui.compare.drawing.viewport import Viewport
from rsd_app.gui.compare.pictures.scene import Layer, Scene
from rsd_app.gui.look import theme

Mode = Literal["split", "side", "difference"]
MODES: tuple[Mode, ...] = ("split", "side", "difference")
Cover = Callable[[QPainter, Viewport], None]  # draws in the device's pixels of a view

SHOWN_MS, FADE_MS = 1000, 150
GAP_PX = 2  # between the two pictures that are side by side
BUSY_AFTER_MS = 200


class PictureWidget(QWidget):
    """Shows a scene, in the coordinates of its result. See CompareView for mouse and keys.

    Signals:
        changed: zoom, mode, size or loupe.
        moved: another part is seen.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode: Mode = "split"
        self.divider = 0.5  # of the widget's width
        self.side_names: tuple[str, str] | None = None  # of left and right; None: before and after
        self.covers: list[Cover] = []  # drawn over the result wherever it is seen, the last on top
        self.screen_ = Screen(self)
        self.screen_.renewed.connect(self._on_renewed)
        self._view = Viewport(QSize(), QSize())
        self._fits = True
        self._flipped = False
        self.holds_divider = False
        self._loupe_at: QPointF | None = None
        self._loupe = False
        self._pending: Mapping[str, Any] | None = None  # a state that waits for its picture
        self._busy: float | None = None
        self._note = ""
        self._late = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._late.timeout.connect(self.update)
        self._names = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._fade = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FADE_MS)
        self._fade.valueChanged.connect(self._fade_names)
        self._names.timeout.connect(self._begin_fade)
        self._opacity = 0.0
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(320, 240))
        self.setAccessibleName(self.tr("Before and after"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move the divider, with Ctrl the picture; plus and minus zoom, backslash flips.")
        )

    # What is shown

    @property
    def scene(self) -> Scene | None:
        return self.screen_.scene

    def set_scene(self, scene: Scene | None, changed: QRect | None = None, *, new_photo: bool = False) -> None:
        """Show it. View and divider stay where they are on the picture, unless it is a new photo.

        Args:
            changed: where the result is other than before, in its pixels; None: everywhere.
        """
        had_result = self.scene is not None and self.scene.has_result
        self.screen_.set_scene(scene, changed)
        if scene is None:
            self._view = replace(self._view, picture=QSize())
        elif new_photo or self._view.picture.isEmpty():
            self._view = replace(self._view, picture=scene.size)
            self._fits = True
        elif scene.size != self._view.picture:
            self._view = self._view.for_picture(scene.size)
        if scene is not None and self._pending is not None:
            self._apply(self._pending)
        if scene is not None and scene.has_result and not had_result:
            self.show_names()
        self._look(fit=self._fits)

    def set_busy(self, share: float | None) -> None:
        """Say that something is being made, and how much of it is there; None: nothing is."""
        if share is not None and self._busy is None:
            self._late.start()
        if share is None:
            self._late.stop()
        self._busy = share
        self.update(0, 0, self.width(), overlay.BUSY_PX)

    def set_note(self, text: str) -> None:
        """Something to know about what is seen; empty for nothing."""
        if text != self._note:
            self._note = text
            self.update()

    @property
    def note(self) -> str:
        return self._note

    @property
    def viewport(self) -> Viewport:
        """The part of the picture in view."""
        return self._view

    @property
    def zoom(self) -> float:
        """Pixels of the screen for one pixel of the result."""
        return self._view.zoom

    @property
    def seen(self) -> QRect:
        """The part of the result that is seen."""
        return self._view.seen

    def to_picture(self, at: QPointF) -> QPointF:
        """Widget coordinates -> pixels of the result."""
        return self._view.to_picture(self._on_pane(at))

    def to_widget(self, at: QPointF) -> QPointF:
        """The reverse; side by side, on the result's side."""
        x, y = self._view.origin
        on_pane = QPointF(x, y) + at * self.zoom
        return on_pane / self.devicePixelRatioF() + QPointF(self._second_x() if self._is_side else 0, 0)

    def state(self) -> dict[str, Any]:
        """Zoom, place, divider and mode, as plain JSON."""
        size, centre = self._view.picture, self._view.centre
        known = not size.isEmpty()
        return {
            "mode": self.mode,
            "divider": self.divider,
            "fits": self._fits,
            "zoom": self.zoom,
            "centre": [centre.x() / size.width(), centre.y() / size.height()] if known else [0.5, 0.5],
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """What `state` gave, now or when a picture is there; what is missing or odd is left as it is."""
        if self.scene is None:
            self._pending = dict(state)
        else:
            self._apply(state)
            self._look(fit=self._fits)

    # Zoom, mode, loupe

    def fit(self) -> None:
        """The whole picture; a small one grows, but its result never beyond its pixels."""
        self._fits = True
        self._look(fit=True)

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom so that what lies under `at` (widget coordinates, the middle by default) stays there."""
        if self.scene is None:
            return
        self._fits = False
        self._view = self._view.zoomed(zoom, None if at is None else self._on_pane(at))
        self._look()

    def toggle_fit(self, at: QPointF | None = None) -> None:
        """Between the whole picture and 100 %."""
        if self._fits:
            self.zoom_to(1.0, at)
        else:
            self.fit()

    def set_mode(self, mode: Mode) -> None:
        """How photo and result are laid against each other."""
        self.mode = mode
        self.show_names()
        self._look(fit=self._fits)

    def set_flipped(self, flipped: bool) -> None:
        """The other one in place, for the eye sees change better than difference."""
        self._flipped = flipped and self.scene is not None and self.scene.has_result
        self.update()

    @property
    def loupe(self) -> bool:
        return self._loupe

    def set_loupe(self, shown: bool) -> None:
        """A magnifier at the cursor, with both."""
        self._loupe = shown
        if shown and self._loupe_at is None:
            self._loupe_at = QPointF(self.width() / 2, self.height() / 2)
        self._look()

    def move_loupe(self, at: QPointF) -> None:
        """The cursor is there, in widget coordinates."""
        self._loupe_at = at
        if self._loupe:
            self.screen_.look(self._view, self._layers(), self._loupe_view())
            self.update()

    def look_again(self) -> None:
        """The widget has another size: a fitted picture stays fitted."""
        self._look(fit=self._fits)

    def pan(self, across: float, down: float) -> None:
        """Move the view by shares of its size."""
        step = QPointF(across * self._view.size.width(), down * self._view.size.height()) / self.zoom
        self._move_to(self._view.centre + step)

    def close_threads(self) -> None:
        """End the threads that read."""
        self.screen_.close()

    def _move_to(self, centre: QPointF) -> None:
        self._view = self._view.looking_at(centre)
        self._fits = False
        self._look()

    def _look(self, *, fit: bool = False) -> None:
        """Have the view as it is now drawn."""
        self._view = replace(self._view, size=self._pane_size())
        if fit:
            self._view = self._view.fitted(1.0)
        self.screen_.look(self._view, self._layers(), self._loupe_view())
        self.update()
        self.changed.emit()
        self.moved.emit()

    def _layers(self) -> tuple[Layer, ...]:
        """What is shown, and what may be at the touch of a key."""
        if self.scene is None or not self.scene.has_result:
            return (Layer.BEFORE,)
        both = (Layer.AFTER, Layer.BEFORE)
        return (Layer.DIFFERENCE, *both) if self.mode == "difference" else both

    def _apply(self, state: Mapping[str, Any]) -> None:
        self._pending = None
        mode, divider, zoom, centre = (state.get(name) for name in ("mode", "divider", "zoom", "centre"))
        if mode in MODES:
            self.mode = mode
        if isinstance(divider, int | float):
            self.divider = max(0.0, min(1.0, float(divider)))
        if not isinstance(zoom, int | float) or state.get("fits", True) is not False:
            return
        self._view = replace(self._view, size=self._pane_size()).zoomed(float(zoom))
        self._fits = False
        if isinstance(centre, list) and len(centre) == 2 and all(isinstance(c, int | float) for c in centre):
            size = self._view.picture
            self._view = self._view.looking_at(QPointF(centre[0] * size.width(), centre[1] * size.height()))

    # Geometry

    def _pane_size(self) -> QSize:
        """Of one picture on the screen, in the device's pixels."""
        ratio = self.devicePixelRatioF()
        width = (self.width() - GAP_PX) // 2 if self._is_side else self.width()
        return QSize(round(width * ratio), round(self.height() * ratio))

    @property
    def _is_side(self) -> bool:
        return self.mode == "side" and self.scene is not None and self.scene.has_result

    @property
    def has_divider(self) -> bool:
        """Whether two pictures meet at a line that can be moved."""
        return self.mode == "split" and self.scene is not None and self.scene.has_result

    def _second_x(self) -> int:
        """Where the right one of two pictures begins, in widget coordinates."""
        return (self.width() - GAP_PX) // 2 + GAP_PX

    def _on_pane(self, at: QPointF) -> QPointF:
        """Widget coordinates -> the device's pixels of the picture that is there."""
        if self._is_side and at.x() >= self._second_x():
            at = at - QPointF(self._second_x(), 0)
        return at * self.devicePixelRatioF()

    def move_divider(self, share: float) -> None:
        """To a share of the width; it can be pushed out at both edges."""
        if not self.has_divider:
            return
        self.divider = max(0.0, min(1.0, share))
        self.show_names()
        self.update()

    def _loupe_view(self) -> Viewport | None:
        """What the loupe shows: single pixels where the view is small, else four times as large."""
        if not self._loupe or self._loupe_at is None or self.scene is None:
            return None
        side = round(overlay.LOUPE_PX * self.devicePixelRatioF())
        zoom = max(1.0, min(16.0, 4 * self.zoom if self.zoom >= 0.5 else 1.0))
        centre = self.to_picture(self._loupe_at)
        return Viewport(QSize(side, side), self._view.picture, zoom, centre)

    # Painting

    @Slot(object)
    def _on_renewed(self, place: QRect) -> None:
        if place.isEmpty() or self._is_side:
            self.update()
            return
        ratio = self.devicePixelRatioF()
        area = QRectF(place.x() / ratio, place.y() / ratio, place.width() / ratio, place.height() / ratio)
        self.update(area.toAlignedRect().adjusted(-1, -1, 1, 1))

    def show_names(self) -> None:
        """Names and handle, for a second."""
        self._fade.stop()
        self._opacity = 1.0
        self._names.start()
        self.update()

    @Slot()
    def _begin_fade(self) -> None:
        if self.holds_divider:
            self._names.start()
            return
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        if moves:
            self._fade.start()
        else:  # the system asks for less motion
            self._fade_names(0.0)

    @Slot(object)
    def _fade_names(self, opacity: float) -> None:
        self._opacity = opacity
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The layers, and what lies on them."""
        painter = QPainter(self)
        try:  # its end must not wait until nobody holds this frame any more, such as a traceback
            self._paint(painter, event.rect())
        finally:
            painter.end()

    def _paint(self, painter: QPainter, exposed: QRect) -> None:
        if self.scene is None:
            painter.fillRect(exposed, QColor(theme.PICTURE_GRAY))
            return
        before, after = (Layer.AFTER, Layer.BEFORE) if self._flipped else (Layer.BEFORE, Layer.AFTER)
        if not self.scene.has_result:
            self._draw_layer(painter, Layer.BEFORE, self.rect())
        elif self.mode == "difference":
            self._draw_layer(painter, Layer.AFTER if self._flipped else Layer.DIFFERENCE, self.rect())
        elif self.mode == "side":
            second = self._second_x()
            painter.fillRect(exposed, QColor(theme.PICTURE_GRAY))
            self._draw_layer(painter, before, QRect(0, 0, second - GAP_PX, self.height()))
            self._draw_layer(painter, after, QRect(second, 0, self.width() - second, self.height()), second)
            self._draw_names(painter, second - GAP_PX, second)
        else:
            x = round(self.divider * self.width())
            self._draw_layer(painter, before, QRect(0, 0, x, self.height()))
            self._draw_layer(painter, after, QRect(x, 0, self.width() - x, self.height()))
            overlay.draw_divider(painter, x, self.height())
            if self._opacity > 0 and not self._flipped:
                overlay.draw_handle(painter, x, self.height(), self._opacity)
            self._draw_names(painter, x, x)
        if self._note:
            overlay.draw_note(painter, self._note, QRectF(self.rect()))
        self._draw_loupe(painter)
        if self._busy is not None and not self._late.isActive():
            overlay.draw_busy(painter, self.width(), self._busy)

    def _draw_layer(self, painter: QPainter, layer: Layer, place: QRect, x: int = 0) -> None:
        """A part of a layer's frame whose left border stands at x."""
        if place.isEmpty():
            return
        ratio = self.devicePixelRatioF()
        part = QRectF((place.x() - x) * ratio, 0, place.width() * ratio, place.height() * ratio).toAlignedRect()
        image = self.screen_.frame(layer, part)
        image.setDevicePixelRatio(ratio)
        painter.save()
        painter.setClipRect(place)
        painter.drawImage(QPoint(x, 0), image)
        if layer is Layer.AFTER:
            painter.translate(x, 0)
            painter.scale(1 / ratio, 1 / ratio)
            for cover in self.covers:
                cover(painter, self._view)
        painter.restore()
        image.setDevicePixelRatio(1.0)

    def _draw_names(self, painter: QPainter, left_end: int, right_start: int) -> None:
        opacity = 1.0 if self._flipped else self._opacity
        if opacity <= 0:
            return
        names = self.side_names or (self.tr("before"), self.tr("after"))
        first, second = reversed(names) if self._flipped else names
        left = QRectF(0, 0, left_end, self.height())
        right = QRectF(right_start, 0, self.width() - right_start, self.height())
        overlay.draw_name(painter, first, left, at_right=False, opacity=opacity)
        overlay.draw_name(painter, second, right, at_right=True, opacity=opacity)

    def _draw_loupe(self, painter: QPainter) -> None:
        loupe = self._loupe_view()
        if loupe is None or self._loupe_at is None or self.scene is None:
            return
        place = overlay.loupe_place(self._loupe_at, self.rect())
        after = Layer.AFTER if self.scene.has_result else Layer.BEFORE
        both = QRect(0, 0, 2 * loupe.size.width() + 1, loupe.size.height())
        shown = QImage(both.size(), QImage.Format.Format_RGB32)
        inner = QPainter(shown)
        self.screen_.draw_magnified(inner, Layer.BEFORE, QPoint(), loupe)
        self.screen_.draw_magnified(inner, after, QPoint(loupe.size.width() + 1, 0), loupe)
        inner.end()
        painter.save()
        painter.setClipPath(overlay.loupe_outline(place))
        painter.drawImage(QRectF(place), shown)
        painter.restore()
        overlay.draw_loupe_border(painter, place)
