"""How damaged a photo is: auto, or what the slider says."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox

from rsd_app.gui.settings.between import Between


class Condition(QObject):
    """The box and the slider; where it is auto, the slider shows what the model has estimated.

    Signals:
        edited: the severity, a number in [0, 1], or None for auto.
    """

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.auto_box = QCheckBox(self.tr("Auto"))
        self.auto_box.setToolTip(self.tr("The model judges how damaged the photo is"))
        self.between = Between(
            self.tr("clean"),
            self.tr("damaged"),
            self.tr("Condition, from clean to damaged"),
            self.tr("Clean: change little. Damaged: repair much."),
        )
        self.slider = self.between.slider
        self.slider.setValue(50)
        self._told = True
        self._filling = False
        self.auto_box.clicked.connect(self._on_change)
        self.slider.valueChanged.connect(self._on_change)

    def show_severity(self, severity: float | None) -> None:
        """Show a setting, without telling that it was edited."""
        self.auto_box.setChecked(severity is None)
        self._enable()
        if severity is not None:
            self._move(severity)

    @Slot(object)
    def show_estimate(self, severity: float | None) -> None:
        """The severity that the model estimates, where it is left to it; None: it has no estimator."""
        if severity is not None and self.auto_box.isChecked():
            self._move(severity)

    def set_told(self, told: bool) -> None:
        """Whether the model takes a severity."""
        self._told = told
        self._enable()

    def _enable(self) -> None:
        self.auto_box.setEnabled(self._told)
        self.slider.setEnabled(self._told and not self.auto_box.isChecked())

    def _move(self, severity: float) -> None:
        self._filling = True
        self.slider.setValue(round(severity * 100))
        self._filling = False

    @Slot()
    def _on_change(self) -> None:
        if not self._filling:
            self._enable()
            self.edited.emit(None if self.auto_box.isChecked() else self.slider.value() / 100)
