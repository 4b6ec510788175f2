"""Start of the window."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QTranslator, Slot
from PySide6.QtWidgets import QApplication, QWidget

from rsd_app.gui.look import theme, translation
from rsd_app.gui.main_window import MainWindow
from rsd_app.gui.state.logs import start_logging
from rsd_app.gui.state.preferences import Preferences
from rsd_app.gui.threads.priority import come_first
from rsd_app.gui.threads.quiet_import import also_import

AFTER_PAINT_MS = 50
TURN_S = 0.0005  # how long another thread keeps Python when the window wants it; ten times as long by default


class _FirstPaint(QObject):
    """Calls something when the window has been painted and the event loop is idle.

    The window's own first steps open libraries, such as Qt's for SVG. Beside an import of torch, which holds the
    system's lock on that for a fifth of a second, they would have to wait.
    """

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._then = window, then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(AFTER_PAINT_MS, self._then)
        return False


class Studio(QObject):
    """The application around the window; rebuilds it when the language changes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        sys.setswitchinterval(TURN_S)
        come_first()
        also_import("rsd_app.gui.compare.pictures.pixels")
        self._app = app
        self._translators: list[QTranslator] = []
        self.window = self._make(Preferences.load())
        app.styleHints().colorSchemeChanged.connect(self._on_scheme)

    def show(self) -> None:
        """The window first, the engine after it."""
        self.window.show()
        _FirstPaint(self.window, self.window.warm_up)

    def _make(self, preferences: Preferences) -> MainWindow:
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = translation.install(self._app, preferences.language)
        theme.choose(self._app, preferences.scheme)
        window = MainWindow(preferences=preferences)
        window.reopen_asked.connect(self._reopen, Qt.ConnectionType.QueuedConnection)
        return window

    @Slot()
    def _reopen(self) -> None:
        old = self.window
        old.close()
        self.window = self._make(old.preferences)
        self.show()
        old.deleteLater()

    @Slot()
    def _on_scheme(self) -> None:
        """The system went from light to dark, or back."""
        theme.dress(self._app)
        self.window.restyle()


def run_gui(photos: Sequence[Path], result: Path | None) -> int:
    """Open the window, with photos, or with one and its result; returns when it is closed."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("RSD Studio")
    app.setDesktopFileName("rsd-studio")
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(True)
    handler = start_logging()
    studio = Studio(app)
    if result is not None and photos:
        studio.window.add_pair(photos[0], result)
    elif photos:
        studio.window.add_paths([path.absolute() for path in photos])
    studio.show()
    status = int(app.exec())
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()
    return status
