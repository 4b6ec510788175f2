"""Between the settings panel and the document: whose settings are shown, and what a change of them means."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QInputDialog

from rsd_app.gui.document.choices import BY_KIND, Choices
from rsd_app.gui.document.document import Document
from rsd_app.gui.document.photo import Photo
from rsd_app.gui.queue.filmstrip import Filmstrip
from rsd_app.gui.settings.model_box import ByKind
from rsd_app.gui.settings.panel import SettingsPanel
from rsd_app.gui.settings.subject import Subject
from rsd_app.gui.state.preferences import Preferences


class SettingsController(QObject):
    """Shows the settings of the photo that is looked at, and passes changes on.

    Signals:
        model_shown: the name of the model that draws.
        changed: presets are others.
        said: what was done.
    """

    model_shown = Signal(str)
    changed = Signal()
    said = Signal(str)

    def __init__(self, document: Document, panel: SettingsPanel, strip: Filmstrip, preferences: Preferences) -> None:
        super().__init__(panel)
        self._document, self._panel, self._strip, self._preferences = document, panel, strip, preferences
        panel.edited.connect(self._on_edited)
        panel.scope.own_asked.connect(lambda own: document.separate(strip.selected(), own))
        panel.scope.everywhere_asked.connect(self.apply_to_all)
        panel.scope.preset_asked.connect(self._use_preset)
        panel.scope.preset_saved.connect(self._save_preset)
        panel.scope.preset_removed.connect(self._remove_preset)
        panel.scope.set_presets(sorted(preferences.presets))
        strip.selection_changed.connect(self.show)
        document.choices_changed.connect(self.show)

    @Slot()
    def show(self) -> None:
        """What holds for the photo that is looked at."""
        photo, selected, choices = self._strip.current(), self._strip.selected(), self._shown()
        self._panel.model.set_by_kind(self._by_kind(photo, choices))
        self._panel.show_choices(choices, own=photo is not None and photo.own is not None, count=len(selected))
        self._panel.show_subject(None if photo is None or not photo.width else _subject(photo))
        self.model_shown.emit(self._panel.model.drawn_by or self.model)

    @property
    def model(self) -> str:
        """Of the photo that is looked at."""
        return self._document.choices_of(self._strip.current()).model

    def choose_model(self, name: str) -> None:
        """Choose a model for the photos that the panel shows."""
        self._on_edited({"model": name})

    @Slot(int)
    def choose_seed(self, seed: int) -> None:
        """Choose a seed for the photos that the panel shows."""
        self._on_edited({"seed": seed})

    @Slot()
    def apply_to_all(self) -> None:
        """What is shown holds for every photo from now on."""
        self._document.apply_to_all(self._shown())
        self.said.emit(self.tr("All photos have these settings now."))

    def _shown(self) -> Choices:
        return self._document.asked_of(self._strip.current())

    def _by_kind(self, photo: Photo | None, choices: Choices) -> ByKind | None:
        """What the photo's kind leads to, where that is a matter at all."""
        if not self._document.kind_models and choices.model != BY_KIND:
            return None
        kind = None if photo is None else photo.kind
        return ByKind(self._document.model_for(kind), kind)

    def _with_own(self) -> list[Photo]:
        """The selected photos that have settings of their own; none means that those for all are meant."""
        current = self._strip.current()
        if current is None or current.own is None:
            return []
        return [photo for photo in self._strip.selected() if photo.own is not None]

    @Slot(object)
    def _on_edited(self, values: dict[str, Any]) -> None:
        self._document.change(self._with_own(), **values)

    @Slot(str)
    def _use_preset(self, name: str) -> None:
        self._document.use(self._with_own(), self._preferences.presets[name])

    @Slot()
    def _save_preset(self) -> None:
        name, given = QInputDialog.getText(self._panel, self.tr("Save as a preset"), self.tr("Name"))
        if given and name.strip():
            self._preferences.presets[name.strip()] = self._shown()
            self._on_presets()

    @Slot(str)
    def _remove_preset(self, name: str) -> None:
        self._preferences.presets.pop(name, None)
        self._on_presets()

    def _on_presets(self) -> None:
        self._panel.scope.set_presets(sorted(self._preferences.presets))
        self.changed.emit()


def _subject(photo: Photo) -> Subject:
    return Subject(photo.width, photo.height, photo.same_as)
