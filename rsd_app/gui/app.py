"""Start of the window."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QTranslator, Slot
from PySide6.QtWidgets import QApplication

from rsd_app.gui import theme, translation
from rsd_app.gui.logs import start_logging
from rsd_app.gui.main_window import MainWindow
from rsd_app.gui.settings.store import Preferences


class Studio(QObject):
    """The application around the window; makes it anew when the language changes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []
        self.window = self._make(Preferences.load())
        app.styleHints().colorSchemeChanged.connect(self._on_scheme)

    def show(self) -> None:
        """The window first, the engine after it."""
        self.window.show()
        QTimer.singleShot(0, self.window.warm_up)

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
