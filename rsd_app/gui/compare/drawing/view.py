"""The view of a photo and its result under mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from rsd_app.gui.compare.drawing.widget import Mode, PictureWidget

GRAB_PX = 12  # how near to the divider a press takes hold of it
NUDGE = 0.01  # of the width, by an arrow key; ten times with Shift
PAN = 0.1  # of the view, by an arrow key with Ctrl
STEP = 1.25  # of the zoom, by plus and minus
WHEEL = 1.0015  # of the zoom, by an eighth of a degree
ZOOMS: dict[int, float] = {Qt.Key.Key_1: 1.0, Qt.Key.Key_2: 2.0, Qt.Key.Key_3: 4.0}
DIRECTIONS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CompareView(PictureWidget):
    """Wheel zooms at the cursor, drag pans or moves the divider, double click toggles fit and 100 %."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drag: QPointF | None = None  # where a pan was last; None while the divider is dragged

    def zoom_in(self) -> None:
        """Zoom in by one step."""
        self.zoom_to(self.zoom * STEP)

    def zoom_out(self) -> None:
        """Zoom out by one step."""
        self.zoom_to(self.zoom / STEP)

    def toggle_mode(self, mode: Mode) -> None:
        """Lay photo and result that way against each other, or, where they are, split again."""
        self.set_mode("split" if self.mode == mode else mode)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the cursor."""
        self.zoom_to(self.zoom * WHEEL ** event.angleDelta().y(), event.position())

    def event(self, event: QEvent) -> bool:
        """Two fingers on a touchpad zoom."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_to(self.zoom * (1 + event.value()), event.position())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the divider, or of the picture."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.holds_divider = self._on_divider(event.position().x())
        self._drag = None if self.holds_divider else event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; the loupe goes along."""
        at = event.position()
        near = self.holds_divider or (self._drag is None and self._on_divider(at.x()))
        if self._drag is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)
        if self.holds_divider:
            self.move_divider(at.x() / max(1, self.width()))
        elif self._drag is not None:
            moved, self._drag = at - self._drag, at
            self.pan(-moved.x() / max(1, self.width()), -moved.y() / max(1, self.height()))
        elif near:
            self.show_names()
        self.move_loupe(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End dragging."""
        if self.holds_divider:
            self.show_names()
        self.holds_divider, self._drag = False, None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Between the whole picture and 100 % at this place."""
        self.toggle_fit(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All that the mouse does, and the flip while the backslash is held."""
        if not (self._arrow(event) or self._letter(event)):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """End a flip."""
        if event.key() == Qt.Key.Key_Backslash and not event.isAutoRepeat():
            self.set_flipped(False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The release of a key goes elsewhere: end the flip now."""
        self.set_flipped(False)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted picture fitted."""
        self.look_again()

    def _arrow(self, event: QKeyEvent) -> bool:
        direction = DIRECTIONS.get(event.key())
        if direction is None:
            return False
        across, down = direction
        tenfold = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pan(across * PAN, down * PAN)
        elif across:
            self.move_divider(self.divider + across * NUDGE * tenfold)
        else:
            return False
        return True

    def _letter(self, event: QKeyEvent) -> bool:
        key = event.key()  # a plain number: letters of other alphabets have no name in Qt.Key
        if key in ZOOMS:
            self.zoom_to(ZOOMS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_Space:
            self.toggle_fit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.move_divider(0.0 if key == Qt.Key.Key_Home else 1.0)
        elif key == Qt.Key.Key_Y:
            self.toggle_mode("side")
        elif key == Qt.Key.Key_D:
            self.toggle_mode("difference")
        elif key == Qt.Key.Key_L:
            self.set_loupe(not self.loupe)
        elif key == Qt.Key.Key_Backslash:
            self.set_flipped(True)
        else:
            return False
        return True

    def _on_divider(self, x: float) -> bool:
        return self.has_divider and abs(x - self.divider * self.width()) <= GRAB_PX
