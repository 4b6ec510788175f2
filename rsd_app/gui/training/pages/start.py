"""The existing trainings, when the wizard is opened: continue one, or start another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from rsd_app.gui.training.process.trainings import Training, list_trainings
from rsd_app.gui.training.widgets.page import Page, button, row

ROLE = int(Qt.ItemDataRole.UserRole)


class StartPage(Page):
    """A list, the newest first.

    Signals:
        opened: a training.
        new_asked: the user wants a new training.
    """

    opened = Signal(object)
    new_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.introduce(self.tr("Trainings on this computer. Open one to look at it, continue it or install its model."))
        self.list = QListWidget()
        self.list.setObjectName("models")  # looks as the list of models does
        self.list.setAccessibleName(self.tr("Trainings"))
        self.list.itemActivated.connect(lambda item: self.opened.emit(item.data(ROLE)))
        self.list.itemDoubleClicked.connect(lambda item: self.opened.emit(item.data(ROLE)))
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.open_button = button(self.tr("Open"), self.tr("Show this training"))
        self.open_button.clicked.connect(self._open)
        self.new_button = button(self.tr("New training"), self.tr("Choose photos for another model"))
        self.new_button.setProperty("primary", True)
        self.new_button.clicked.connect(self.new_asked)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(row(self.open_button, self.new_button))
        self.trainings: list[Training] = []

    def entered(self) -> None:
        """Arrows and Enter work at once."""
        self.list.setFocus()

    def look(self) -> None:
        """Read which trainings exist."""
        self.trainings = list_trainings()
        self.list.clear()
        for training in self.trainings:
            item = QListWidgetItem(self._words(training), self.list)
            item.setData(ROLE, training)
        if self.trainings:
            self.list.setCurrentRow(0)
        self._show()

    def _words(self, training: Training) -> str:
        folders = ", ".join(Path(folder).name for folder in training.plan.folders)
        if training.at_work:
            state = self.tr("training now")
        elif training.finished:
            state = self.tr("finished")
        else:
            state = self.tr("stopped")
        return f"{training.folder.name}   {folders}   {state}"

    def _open(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.opened.emit(item.data(ROLE))

    def _show(self) -> None:
        self.open_button.setEnabled(self.list.currentItem() is not None)
        self.changed.emit()
