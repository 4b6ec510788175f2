"""Between the library of models and the rest of the window: its dialogs, the list in the settings, what is in use."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from rsd_app.core.image_io.color.choices import KINDS
from rsd_app.engine.settings.config import DEFAULT_MODEL
from rsd_app.gui.compare.pane import ComparePane
from rsd_app.gui.document.document import Document
from rsd_app.gui.document.photo import Photo
from rsd_app.gui.models.choose_files import choose_files
from rsd_app.gui.models.comparison import ModelComparison
from rsd_app.gui.models.import_dialog import ImportDialog
from rsd_app.gui.models.kind_row import Use
from rsd_app.gui.models.librarian import Librarian
from rsd_app.gui.models.manager import ModelManager
from rsd_app.gui.models.shelf import Shelf
from rsd_app.gui.settings.controller import SettingsController
from rsd_app.gui.settings.model_box import ModelChoice
from rsd_app.gui.settings.panel import SettingsPanel
from rsd_app.gui.threads.engine_thread import EngineThread


class ModelController(QObject):
    """Opens the dialogs, and keeps the settings to models that are there.

    Signals:
        training_asked: the user wants to train the model of this name further.
    """

    training_asked = Signal(str)

    def __init__(
        self,
        document: Document,
        panel: SettingsPanel,
        settings: SettingsController,
        pane: ComparePane,
        engine: EngineThread,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._panel, self._settings, self._window = document, panel, settings, window
        self._pane, self._engine = pane, engine
        self._left: tuple[bool, list[Photo]] = (False, [])  # who used the model that was removed last
        self.librarian = Librarian(self)
        self.manager: ModelManager | None = None
        self.import_dialog: ImportDialog | None = None
        self.comparison: ModelComparison | None = None
        self._shelf: Shelf | None = None
        document.choices_changed.connect(self._on_choices)
        pane.shown.connect(self._on_photo)
        pane.changed.connect(self._on_photo)
        self.librarian.shelf_read.connect(self._on_shelf)
        self.librarian.removed.connect(self._on_removed)
        self.librarian.put_back.connect(self._on_put_back)

    @Slot()
    def open_manager(self) -> None:
        """Show what is installed."""
        self._show_manager(self._settings.model)

    @Slot(object)
    def import_files(self, paths: Sequence[Path]) -> None:
        """Look at files and ask what they cannot say; more files join an open dialog."""
        if self.import_dialog is not None:
            self.import_dialog.add(paths)
            return
        self.import_dialog = dialog = ImportDialog(self.librarian, paths, self.manager or self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_import_closed)
        dialog.brought.connect(self._on_brought)
        dialog.open()

    def refresh(self) -> None:
        """The library was changed by others: a training, say."""
        self.librarian.read()

    def offer(self, models: Sequence[ModelChoice]) -> None:
        """These can be chosen, and be the default of a kind."""
        self._panel.set_models(models)
        self._document.set_installed(model.name for model in models)

    def close(self) -> None:
        """Stop what is at work and wait for it."""
        self.librarian.close()

    def _show_manager(self, name: str) -> None:
        if self.manager is None:
            self.manager = manager = ModelManager(self.librarian, self._use_now(), self._window)
            manager.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            manager.finished.connect(self._on_manager_closed)
            manager.use_asked.connect(lambda chosen: self._document.change([], model=chosen))
            manager.kind_given.connect(self._document.set_kind_model)
            manager.training_asked.connect(self.training_asked)
            manager.import_asked.connect(self._choose)
            manager.files_dropped.connect(self.import_files)
            manager.compare_asked.connect(self._compare)
            self._on_photo()
            manager.open()
        self.manager.show_model(name)

    def _use_now(self) -> Use:
        kinds = {kind: self._document.model_for(kind) for kind in KINDS}
        return Use(self._document.shared.model, kinds)

    @Slot()
    def _on_choices(self) -> None:
        if self.manager is not None:
            self.manager.show_use(self._use_now())

    @Slot()
    def _on_photo(self) -> None:
        if self.manager is not None:
            self.manager.allow_comparing(self._pane.seen_part is not None)

    @Slot(object)
    def _compare(self, names: list[str]) -> None:
        part = self._pane.seen_part
        if part is None or self._shelf is None or self.manager is None:
            return
        models = {one.name: one.header.scale for one in self._shelf.models if one.usable and one.header}
        self.comparison = dialog = ModelComparison(self._engine, part, models, names, self.manager)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_comparison_closed)
        dialog.open()

    @Slot()
    def _choose(self) -> None:
        paths = choose_files(self.manager or self._window)
        if paths:
            self.import_files(paths)

    @Slot(object)
    def _on_brought(self, names: list[str]) -> None:
        """What has come is shown, with its licence; whether it is used is the user's choice."""
        if names or self.manager is not None:
            self._show_manager(names[0] if names else self._settings.model)

    @Slot(object)
    def _on_shelf(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.offer(shelf.choices())
        self._settings.show()

    @Slot(str)
    def _on_removed(self, name: str) -> None:
        """Photos that used it get the bundled model."""
        photos = [one for one in self._document.queue.photos() if one.own is not None and one.own.model == name]
        self._left = self._document.shared.model == name, photos
        self._use(DEFAULT_MODEL)

    @Slot(str)
    def _on_put_back(self, name: str) -> None:
        self._use(name)
        self._left = False, []

    def _use(self, name: str) -> None:
        shared, photos = self._left
        there = [photo for photo in photos if photo.own is not None]
        if shared:
            self._document.change([], model=name)
        if there:
            self._document.change(there, model=name)

    @Slot()
    def _on_manager_closed(self) -> None:
        self.manager = None

    @Slot()
    def _on_comparison_closed(self) -> None:
        self.comparison = None

    @Slot()
    def _on_import_closed(self) -> None:
        self.import_dialog = None
