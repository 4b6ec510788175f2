"""Between the main window and the wizard, which is made when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from rsd_app.gui.models.controller import ModelController
from rsd_app.gui.settings.controller import SettingsController
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.training.wizard import TrainWizard


class TrainController(QObject):
    """Opens the wizard, passes it the installed models, and chooses the model it has made.

    Args:
        engine: of the window.
    """

    def __init__(
        self, window: QWidget, engine: EngineThread, settings: SettingsController, models: ModelController
    ) -> None:
        super().__init__(window)
        self._window, self._engine, self._settings, self._models = window, engine, settings, models
        self._devices: Sequence[tuple[str, str]] = ()
        self.wizard: TrainWizard | None = None
        models.training_asked.connect(self.start_from)

    @Slot()
    def show(self) -> None:
        """From photos to a model of your own; a training in progress is shown where it is."""
        if self.wizard is None:
            self.wizard = TrainWizard(self._engine, self._window)
            self.wizard.effort.set_devices(self._devices)
            self.wizard.installed.connect(self._on_installed)
            self._models.librarian.shelf_read.connect(self.wizard.take_shelf)
        self._models.refresh()
        self.wizard.show()
        self.wizard.raise_()
        self.wizard.activateWindow()

    def set_devices(self, devices: Sequence[tuple[str, str]]) -> None:
        """What can be trained on beside the processor: value and text."""
        self._devices = devices
        if self.wizard is not None:
            self.wizard.effort.set_devices(devices)

    @Slot(str)
    def start_from(self, model: str) -> None:
        """A training that begins from a model of the library."""
        self.show()
        if self.wizard is not None:
            self.wizard.start_from(model)

    def close(self) -> None:
        """Close with the window; trainings continue."""
        if self.wizard is not None:
            self.wizard.close_down()

    @Slot(str)
    def _on_installed(self, name: str) -> None:
        self._models.refresh()
        self._settings.choose_model(name)
