"""Between the main window and the wizard, which is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from rsd_app.gui.engine_thread import EngineThread
from rsd_app.gui.settings.desk import SettingsDesk
from rsd_app.gui.train_wizard.wizard import TrainWizard


class TrainDesk(QObject):
    """Opens the wizard, and chooses the model that it has made.

    Args:
        engine: of the window.
        look_for_models: what makes the window list its models anew.
    """

    def __init__(
        self, window: QWidget, engine: EngineThread, settings: SettingsDesk, look_for_models: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window, self._engine = window, engine
        self._settings, self._look_for_models = settings, look_for_models
        self.wizard: TrainWizard | None = None

    @Slot()
    def show(self) -> None:
        """From photos to a model of one's own; a training that goes on is shown where it is."""
        if self.wizard is None:
            self.wizard = TrainWizard(self._engine, self._window)
            self.wizard.installed.connect(self._on_installed)
        self.wizard.show()
        self.wizard.raise_()
        self.wizard.activateWindow()

    def start_from(self, model: str) -> None:
        """A training that begins from a model of the library."""
        self.show()
        if self.wizard is not None:
            self.wizard.start_from(model)

    def close(self) -> None:
        """With the window; trainings go on."""
        if self.wizard is not None:
            self.wizard.close_down()

    @Slot(str)
    def _on_installed(self, name: str) -> None:
        self._look_for_models()
        self._settings.choose_model(name)
