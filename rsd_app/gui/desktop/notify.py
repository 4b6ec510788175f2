"""Tell the user that a run has ended, when the window is not what is looked at."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from rsd_app.gui.look.icons import icon
from rsd_app.gui.queue.runner import Summary

SHOWN_MS = 10_000


class Notifier(QWidget):
    """A message of the desktop and a mark in the task bar; neither while the window is active."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._window = window
        self._tray: QSystemTrayIcon | None = None

    def text(self, summary: Summary) -> str:
        """Text of the notification."""
        text = self.tr("%n photo(s) enlarged", "", summary.done)
        if summary.failed:
            text += ", " + self.tr("%n failed", "", summary.failed)
        return text

    def run_ended(self, summary: Summary) -> None:
        """Notify that the run has ended, after its last photo."""
        if self._window.isActiveWindow() or not (summary.done or summary.failed):
            return
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            if self._tray is None:
                self._tray = QSystemTrayIcon(icon("image"), self)
            self._tray.show()
            self._tray.showMessage("RSD Studio", self.text(summary), QSystemTrayIcon.MessageIcon.Information, SHOWN_MS)
            QTimer.singleShot(SHOWN_MS, self._tray.hide)
