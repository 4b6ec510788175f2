"""Between the window and the dialog of variants."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from rsd_app.gui.compare.pane import ComparePane
from rsd_app.gui.settings.controller import SettingsController
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.variants.dialog import Variants


class VariantController(QObject):
    """Opens the dialog for what is seen, and passes on what was chosen.

    Signals:
        paint_asked: the number of a variant, so many seeds after the picture's own, to paint a part with.
    """

    paint_asked = Signal(int)

    def __init__(self, pane: ComparePane, engine: EngineThread, settings: SettingsController, window: QWidget) -> None:
        super().__init__(window)
        self._pane, self._engine, self._settings, self._window = pane, engine, settings, window
        self.dialog: Variants | None = None

    @Slot()
    def show(self) -> None:
        """Show the variants to choose from."""
        part = self._pane.seen_part
        if part is None:
            self._settings.said.emit(self.tr("Open a photo first."))
            return
        self.dialog = dialog = Variants(self._engine, part, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._settings.choose_seed)
        dialog.paint_asked.connect(self.paint_asked)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    @Slot()
    def _on_closed(self) -> None:
        self.dialog = None
