"""Between the window, the picture and the map: the key, the mouse, the colour over the result, the bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QPainter, QShortcut
from PySide6.QtWidgets import QWidget

from rsd_app.gui.compare.drawing.viewport import Viewport
from rsd_app.gui.compare.pane import ComparePane
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.trust.bar import TrustBar
from rsd_app.gui.trust.layer import covers, draw_map
from rsd_app.gui.trust.live_trust import LiveTrust


class TrustController(QObject):
    """While the action is on, what is invented is coloured on the result's side of the picture.

    Args:
        action: checkable.
        window: where Esc hides it.
    """

    def __init__(self, pane: ComparePane, engine: EngineThread, action: QAction, window: QWidget) -> None:
        super().__init__(window)
        self._pane, self._action = pane, action
        self._mouse: QPointF | None = None  # in the view's coordinates
        self.live = LiveTrust(pane, engine, self)
        self.bar = TrustBar(pane.view)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self._hide)
        self.live.changed.connect(self._show)
        self.bar.strength_changed.connect(pane.view.update)
        self.bar.hide_asked.connect(self._hide)
        action.toggled.connect(self._on_toggled)
        pane.changed.connect(self._on_view)
        pane.view.covers.append(self._draw)
        pane.view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the mouse is over the picture, and how large that is."""
        kind = event.type()
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._mouse = event.position()
            self._show_here()
        elif kind == QEvent.Type.Leave:
            self._mouse = None
            self._show_here()
        elif kind == QEvent.Type.Resize:
            self.bar.place()
        return False

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        if on and self._pane.view.mode == "difference":  # there the result itself is not seen
            self._pane.view.set_mode("split")
        self.live.set_on(on)
        self._escape.setEnabled(on)
        self.bar.setVisible(on)
        if on:
            self._show()
        self._pane.view.update()

    @Slot()
    def _hide(self) -> None:
        self._action.setChecked(False)

    @Slot()
    def _on_view(self) -> None:
        if self.live.on:
            self._show()

    @Slot()
    def _show(self) -> None:
        """The words of the state that is reached."""
        live, view = self.live, self._pane.view
        if live.error:
            self.bar.show_error(live.error)
        elif live.declined:
            self.bar.show_declined()
        elif live.fits and live.found is not None:
            self.bar.show_map(live.found, whole=covers(live.found, view.viewport))
        else:
            self.bar.show_progress(live.made)
        self._show_here()
        view.update()

    def _show_here(self) -> None:
        found, view = self.live.found, self._pane.view
        if not self.live.on or found is None or self._mouse is None or view.scene is None:
            self.bar.show_here(None, None)
            return
        at = view.to_picture(self._mouse)
        width, height = found.source
        self.bar.show_here(found, found.around(at.x() * width / view.scene.width, at.y() * height / view.scene.height))

    def _draw(self, painter: QPainter, view: Viewport) -> None:
        if self.live.on and self.live.found is not None:
            draw_map(painter, view, self.live.found, self.bar.opacity)
