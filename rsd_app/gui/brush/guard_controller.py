"""Finds faces and text of the photo that is looked at, so that its preview shows them as faithful as its run will."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from rsd_app.engine.settings.config import DEFAULT_MAX_MEGAPIXELS
from rsd_app.engine.settings.regions import Region
from rsd_app.gui.document.document import Document
from rsd_app.gui.document.photo import Photo, State
from rsd_app.gui.queue.filmstrip import Filmstrip
from rsd_app.gui.settings.controller import SettingsController
from rsd_app.gui.settings.panel import SettingsPanel
from rsd_app.gui.threads.background import Background


class GuardController(QObject):
    """Looks at one photo after the other, where its settings and its model make a difference; a run looks by itself."""

    def __init__(
        self,
        document: Document,
        strip: Filmstrip,
        panel: SettingsPanel,
        settings: SettingsController,
        background: Background,
    ) -> None:
        super().__init__(strip)
        self._document, self._strip, self._panel, self._background = document, strip, panel, background
        self._asked: set[int] = set()  # keys of photos
        settings.model_shown.connect(self.look)

    @Slot()
    def look(self) -> None:
        """At the photo that is there now."""
        photo, model = self._strip.current(), self._panel.model.box.chosen
        if photo is None or not photo.width or photo.guarded is not None or photo.key in self._asked:
            return
        if model is None or not model.realism or not self._document.asked_of(photo).guard:
            return
        if photo.state is State.DONE and photo.made_with in (None, self._document.choices_of(photo)):
            return  # its result is shown, which was guarded when it was made
        self._asked.add(photo.key)
        path = photo.path

        def find() -> tuple[Region, ...]:
            from rsd_app.gui.threads.quiet_import import import_torch

            import_torch()
            from rsd_app.engine.render.guard import find_guarded

            return find_guarded(path, DEFAULT_MAX_MEGAPIXELS)

        self._background.call(find, lambda found: self._on_found(photo, found), lambda _: self._on_found(photo, ()))

    def _on_found(self, photo: Photo, found: object) -> None:
        photo.guarded = found if isinstance(found, tuple) else ()
        if photo.guarded:
            self._document.choices_changed.emit()
