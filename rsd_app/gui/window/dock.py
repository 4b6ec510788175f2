"""How far a run is, where windows that are not looked at show it: in the title, the task bar, the dock."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from rsd_app.gui.queue.runner import QueueRunner

PATH, INTERFACE = "/com/rsd_studio/launcher", "com.canonical.Unity.LauncherEntry"


class Dock(QObject):
    """Percent in the title, photos that are left as a badge; a bar in the task bar where the desktop has one.

    The badge is Qt's: the dock of macOS, the task bar of Windows and those of Linux that know badges. The bar is of
    those of Linux (KDE, Ubuntu, Dash to Dock), told over D-Bus.
    """

    def __init__(self, runner: QueueRunner, window: QWidget) -> None:
        super().__init__(window)
        self._runner, self._window = runner, window
        self._name = ""
        self._told: tuple[bool, int, int] = (False, 0, 0)
        runner.changed.connect(self._show)
        self._show()

    def show_name(self, name: str) -> None:
        """Of the photo that is looked at; empty for none."""
        self._name = name
        self._show_title()

    @Slot()
    def _show(self) -> None:
        ended, total = self._runner.count
        now = (self._runner.running, int(self._runner.fraction * 100), total - ended)
        if now == self._told:
            return
        self._told = now
        self._show_title()
        running, percent, left = now
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and app.desktopFileName():  # else it is a test, not the program
            app.setBadgeNumber(left if running else 0)
            if sys.platform.startswith("linux"):
                _tell_launcher({"progress": percent / 100, "progress-visible": running})

    def _show_title(self) -> None:
        running, percent, _ = self._told
        parts = [f"{percent} %" if running else "", self._name, "RSD Studio"]
        self._window.setWindowTitle(" – ".join(part for part in parts if part))


def _tell_launcher(state: Mapping[str, object]) -> None:
    """A signal to whoever shows launchers; nobody has to."""
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage
    except ImportError:
        return
    bus = QDBusConnection.sessionBus()
    if bus.isConnected():
        message = QDBusMessage.createSignal(PATH, INTERFACE, "Update")
        message.setArguments([f"application://{QGuiApplication.desktopFileName()}.desktop", dict(state)])
        bus.send(message)
