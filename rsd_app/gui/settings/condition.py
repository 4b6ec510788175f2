"""How damaged a photo is: auto, or what the slider says."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox

from rsd_app.gui.document.choices import Choices
from rsd_app.gui.settings.between import Between
from rsd_app.gui.settings.controls import Control


class Condition(Control):
    """The box and the slider; where it is auto, the slider shows what the model has estimated."""

    def __init__(self) -> None:
        super().__init__()
        self.auto_box = QCheckBox(self.tr("Auto"))
        self.between = Between(
            self.tr("clean"),
            self.tr("damaged"),
            self.tr("Condition, from clean to damaged"),
            self.tr("Clean: change little. Damaged: repair much."),
        )
        self.widgets = (self.auto_box, self.between)
        self.auto_box.setToolTip(self.tr("The model judges how damaged the photo is"))
        self.slider = self.between.slider
        self.slider.setValue(50)
        self._told = True
        self.auto_box.clicked.connect(self._on_change)
        self.slider.valueChanged.connect(self._on_change)

    def fill(self, choices: Choices) -> None:
        """Tick auto, or move the slider."""
        self.auto_box.setChecked(choices.severity is None)
        self._enable()
        if choices.severity is not None:
            self.slider.setValue(round(choices.severity * 100))

    @Slot(object)
    def show_estimate(self, severity: float | None) -> None:
        """The severity that the model estimates, where it is left to it; None: it has no estimator."""
        if severity is not None and self.auto_box.isChecked():
            with QSignalBlocker(self.slider):
                self.slider.setValue(round(severity * 100))

    def set_told(self, told: bool) -> None:
        """Whether the model takes a severity."""
        self._told = told
        self._enable()

    def _enable(self) -> None:
        self.auto_box.setEnabled(self._told)
        self.slider.setEnabled(self._told and not self.auto_box.isChecked())

    @Slot()
    def _on_change(self) -> None:
        self._enable()
        self.edit(severity=None if self.auto_box.isChecked() else self.slider.value() / 100)
