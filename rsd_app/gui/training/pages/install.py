"""Last page: a name, and the model is among the others; or a file to share."""

from __future__ import annotations

import getpass
import re
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFormLayout, QLabel, QLineEdit, QWidget

from rsd_app.gui.settings.fields import ChoiceBox
from rsd_app.gui.training.process.command import Command
from rsd_app.gui.training.process.trainings import Training
from rsd_app.gui.training.widgets.page import Page, button, row
from rsd_app.gui.widgets.error_bar import ErrorBar

SUFFIX = ".safetensors"
LICENCES = ("my own photos", "public domain", "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "not to be passed on")


class InstallPage(Page):
    """Exports the student of a training.

    Signals:
        installed: the name of the model that is in the library now.
    """

    installed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._place: list[str] = []
        self._declined = False  # what the last export was to learn of damage, since it made nothing better
        self._training: Training | None = None
        self.taken: frozenset[str] = frozenset()  # names of the library
        self.installed_name = ""
        self.introduce(self.tr("Once installed, it appears in the list of models and is chosen for the open photo."))
        self.name, self.about, self.author = QLineEdit(), QLineEdit(), QLineEdit()
        self.name.textChanged.connect(lambda _: self._on_edited())
        self.name.returnPressed.connect(self.install)
        self.licence = ChoiceBox(self.tr("Licence of the photos"))
        for licence in LICENCES:
            self.licence.addItem(licence, licence)
        self.licence.setEditable(True)
        self.checkpoint = ChoiceBox(self.tr("Which state"))
        self.checkpoint.addItem(self.tr("The best on photos it has never seen"), "best")
        self.checkpoint.addItem(self.tr("The newest"), "newest")
        self.auto = QCheckBox(self.tr("Let it judge how damaged a photo is"))
        self.auto.setToolTip(self.tr("Auto then fits each photo. Learning it takes some minutes."))
        self.install_button = button(self.tr("Install"), self.tr("Add it to the model library"))
        self.install_button.setProperty("primary", True)
        self.install_button.clicked.connect(self.install)
        self.file_button = button(self.tr("Save as a file …"), self.tr("One file that others can import"))
        self.file_button.clicked.connect(self._save_file)
        self.stop_button = button(self.tr("Stop"), self.tr("Nothing is installed or written"))
        self.stop_button.clicked.connect(self._stop)
        self.said, self.error = QLabel(), ErrorBar()
        self.said.setWordWrap(True)
        self._compose()
        self.command = Command(self)
        self.command.failed.connect(self._on_failed)
        self.command.finished.connect(self._on_exported)
        self.command.progressed.connect(self._on_progress)

    def _compose(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Description"), self.about)
        form.addRow(self.tr("Author"), self.author)
        form.addRow(self.tr("Licence of the photos"), self.licence)
        form.addRow(self.tr("Which state"), self.checkpoint)
        form.addRow("", self.auto)
        holder = QWidget()
        holder.setLayout(form)
        holder.setMaximumWidth(620)
        self.column.addWidget(holder)
        self.column.addLayout(row(self.install_button, self.file_button, self.stop_button))
        self.column.addWidget(self.said)
        self.column.addWidget(self.error)
        self.column.addStretch()

    def show_training(self, training: Training) -> None:
        """Suggest a name and a description."""
        if self._training is training:
            return
        self._training, self.installed_name = training, ""
        folders = [Path(folder).name for folder in training.plan.folders]
        self.name.setText(_free_name(folders[0] if folders else self.tr("My model"), self.taken))
        self.about.setText(self.tr("For photos like those in {0}.").format(", ".join(folders)))
        self.author.setText(_user_name())
        self.auto.setVisible(training.has_photos)
        self.said.setText("")
        self._on_edited()

    def entered(self) -> None:
        """The name is what a person will want to give."""
        self.name.setFocus()
        self.name.selectAll()

    @Slot()
    def install(self) -> None:
        """Export the model into the library."""
        if self._training is not None and self.name.text().strip() and not self.command.running:
            self._export(["--install", self.name.text().strip()])

    def _save_file(self) -> None:
        suggestion = str(Path.home() / (self.name.text().strip() + SUFFIX))
        file, _ = QFileDialog.getSaveFileName(self, self.tr("Save as a file"), suggestion, f"*{SUFFIX}")
        if file:
            self._export(["--out", file])

    def _export(self, place: list[str]) -> None:
        if self._training is None:
            return
        self.error.hide()
        self.said.setText(self.tr("Writing the model …"))
        options = {
            "--description": self.about.text(),
            "--author": self.author.text(),
            "--data-licence": self.licence.currentText(),
            "--checkpoint": self.checkpoint.currentData(),
        }
        arguments = [f"{name}={value}" for name, value in options.items()]
        arguments += ["--learn-auto"] if self.auto.isChecked() and not self.auto.isHidden() else []
        self._declined = False
        arguments += ["--nice", "--device", self._training.plan.device]
        self._place = place
        self.command.run(["train", "export", str(self._training.run), *place, *arguments])
        self._on_edited()

    def _stop(self) -> None:
        self.command.close()
        self.said.setText("")
        self._on_edited()

    def _on_progress(self, line: str) -> None:
        share = re.search(r"(\d+)%$", line)
        if share is not None:
            self.said.setText(self.tr("Learning to judge damage: {0} %").format(share[1]))
        self._declined |= line.endswith("auto is better without an estimator")

    def _on_exported(self, output: str) -> None:
        written = Path(output.strip().splitlines()[-1])
        installs = self._place[0] == "--install"
        if installs:
            said = self.tr("Installed as {0}. It is chosen for the open photo.").format(written.stem)
        else:
            said = self.tr("Written to {0}").format(written)
        if self._declined:
            said += "\n" + self.tr("Auto treats all photos alike: judging each one did not improve yours.")
        self.said.setText(said)
        if installs:
            self.installed_name = written.stem
            self.installed.emit(written.stem)
        self._on_edited()

    def _on_failed(self, text: str) -> None:
        self.said.setText("")
        self.error.show_error(text)
        self._on_edited()

    def _on_edited(self) -> None:
        can = self._training is not None and bool(self.name.text().strip()) and not self.command.running
        self.install_button.setEnabled(can)
        self.file_button.setEnabled(can)
        self.stop_button.setVisible(self.command.running)
        self.changed.emit()


def _free_name(name: str, taken: frozenset[str]) -> str:
    found, number = name, 1
    while found.replace(" ", "-") in taken or found in taken:
        number += 1
        found = f"{name} {number}"
    return found


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
