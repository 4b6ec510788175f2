"""The question before the window closes in the middle of a run."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget


class StopQuestion(QMessageBox):
    """Whether to stop what is being enlarged, and close."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setText(self.tr("Photos are being enlarged. Stop and close?"))
        self.setInformativeText(self.tr("What is computed is kept; the next start continues with it."))
        self._stop = self.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.addButton(self.tr("Continue"), QMessageBox.ButtonRole.RejectRole))

    def agreed(self) -> bool:
        """Ask, and return whether the answer is to stop."""
        self.exec()
        return self.clickedButton() is self._stop
