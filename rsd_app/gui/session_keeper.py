"""Keeps preferences and session on the disk while the window is there, and brings them back."""

from __future__ import annotations

import logging

from PySide6.QtCore import QByteArray, QObject, QThreadPool, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from rsd_app.gui.compare.pane import ComparePane
from rsd_app.gui.document.document import Document
from rsd_app.gui.document.photo import Photo
from rsd_app.gui.queue.controller import QueueController
from rsd_app.gui.queue.filmstrip import Filmstrip
from rsd_app.gui.state.json_file import set_aside, write_json
from rsd_app.gui.state.preferences import Preferences, settings_file
from rsd_app.gui.state.session import Session, session_file

log = logging.getLogger(__name__)

SAVE_AFTER_MS = 2000


class SessionKeeper(QObject):
    """Saves soon after a change: the state is captured immediately and written by a background thread.

    Args:
        panels: the action that is checked while strip and settings are shown.
        keeps: whether anything is saved at all.
    """

    def __init__(
        self,
        window: QMainWindow,
        preferences: Preferences,
        document: Document,
        strip: Filmstrip,
        queue: QueueController,
        pane: ComparePane,
        panels: QAction,
        *,
        keeps: bool,
    ) -> None:
        super().__init__(window)
        self._window, self._preferences, self._document = window, preferences, document
        self._strip, self._queue, self._pane, self._panels, self._keeps = strip, queue, pane, panels, keeps
        self._ended = False
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self._save_beside)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)  # one after the other: the last is what stays

    @Slot()
    def keep(self) -> None:
        """Schedule a save, because something has changed."""
        if not self._timer.isActive() and not self._ended:
            self._timer.start()

    @Slot()
    def save(self) -> None:
        """Now; it is on the disk when this returns."""
        self._save_beside()
        self._pool.waitForDone()

    @Slot()
    def _save_beside(self) -> None:
        self._timer.stop()
        if not self._keeps:
            return
        self._preferences.choices = self._document.shared
        self._preferences.kind_models = dict(self._document.kind_models)
        geometry = bytes(self._window.saveGeometry().toBase64().data()).decode()
        photos, current = self._document.queue.photos(), max(0, self._strip.currentIndex().row())
        view, panels, asked = self._pane.view.state(), self._panels.isChecked(), self._queue.asked()
        session = Session(photos, current, view, geometry, panels, asked).as_json()
        preferences = self._preferences.as_json()

        def write() -> None:
            write_json(settings_file(), preferences, indent=1)
            write_json(session_file(), session)

        self._pool.start(write)

    def end(self) -> None:
        """Save for the last time."""
        self.save()
        self._ended = True

    def restore(self) -> tuple[list[Photo], list[str]]:
        """What was there at the last end.

        Returns:
            Photos that were still to be enlarged then, and sentences: what of the session was not understood.
        """
        session = Session.load()
        try:
            return self._restored(session), session.left_out
        except Exception as error:
            log.exception("the session could not be brought back")
            set_aside(session_file(), [f"{type(error).__name__}: {error}"], session.left_out)
            return [], session.left_out

    def _restored(self, session: Session) -> list[Photo]:
        geometry = session.geometry.encode("ascii", "replace")
        self._window.restoreGeometry(QByteArray.fromBase64(geometry))
        self._pane.view.restore(session.view)
        if session.photos:
            self._document.queue.insert(0, session.photos)
            self._strip.show_photo(session.photos[min(max(0, session.current), len(session.photos) - 1)])
            self._document.read_asked.emit(session.photos)
        return session.asked
