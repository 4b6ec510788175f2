"""What becomes of the result's file: its format and quality, its folder, its name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QSizePolicy

from rsd_app.core.errors import ConfigError
from rsd_app.core.image_io.formats.registry import WRITABLE
from rsd_app.engine.batch.naming import FIELDS, example_name
from rsd_app.gui.document.choices import Choices
from rsd_app.gui.file_names import path_from_dialog
from rsd_app.gui.look import theme
from rsd_app.gui.look.icons import icon
from rsd_app.gui.settings.controls import ChoiceControl, Control
from rsd_app.gui.settings.fields import ElidedLabel, NumberBox, quiet_button
from rsd_app.gui.settings.subject import written_format


class FormatControl(ChoiceControl):
    """The format, and beside it the quality of those that have one."""

    def __init__(self) -> None:
        super().__init__("format")
        self.quality_box = NumberBox(1, 100)
        self.show_in(self.box, self.quality_box)
        self.quality_box.setAccessibleName(self.tr("Quality"))
        self.quality_box.setToolTip(self.tr("Quality of JPEG and WebP, 1 to 100"))
        self.quality_box.setFixedWidth(6 * theme.GRID_PX)
        self.quality_box.valueChanged.connect(lambda value: self.edit(quality=value))

    def fill(self, choices: Choices) -> None:
        """Show both."""
        super().fill(choices)
        self.quality_box.setValue(choices.quality)

    def describe(self) -> None:
        """Show the quality where it may count."""
        kind = WRITABLE.get(written_format(self.choices, self.subject))
        lossy = kind is not None and kind.lossy
        self.quality_box.setVisible(lossy or self.choices.format == "same")


class FolderControl(Control):
    """The folder for results, or none: beside each photo."""

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton()
        self.reset = quiet_button(self.tr("Beside each photo"), self.tr("Results go beside each photo"))
        self.widgets = (self.button, self.reset)
        self.button.setAccessibleName(self.tr("Folder"))
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._choose)
        self.reset.clicked.connect(lambda: self.edit(folder=None))

    def fill(self, choices: Choices) -> None:
        """Show the folder's name; its path is the tool tip."""
        self.button.setText(self._text(choices.folder))
        self.button.setToolTip(choices.folder or self.tr("Choose the folder for results"))

    def restyle(self) -> None:
        """Take icons in the colours of the scheme that is on."""
        self.reset.setIcon(icon("x"))

    def _text(self, folder: str | None) -> str:
        if folder is None:
            return self.tr("Beside each photo")
        room = theme.PANEL_PX - 19 * theme.GRID_PX
        return self.button.fontMetrics().elidedText(Path(folder).name or folder, Qt.TextElideMode.ElideMiddle, room)

    @Slot()
    def _choose(self) -> None:
        start = self.choices.folder or ""
        folder = QFileDialog.getExistingDirectory(self.button, self.tr("Folder for results"), start)
        if folder:
            self.edit(folder=str(path_from_dialog(folder)))


class NameControl(Control):
    """The template of results' names, and what it makes of an example."""

    def __init__(self) -> None:
        super().__init__()
        self.box, self.line = QLineEdit(), ElidedLabel(1)
        self.widgets = (self.box,)
        self.box.setObjectName("field")
        self.box.setToolTip(self.tr("Name of the result, from: {0}").format(_fields()))
        self.box.textEdited.connect(self.describe)
        self.box.editingFinished.connect(self._on_finished)

    def fill(self, choices: Choices) -> None:
        """Show the template; the cursor stays where it is the same."""
        if self.box.text() != choices.name:
            self.box.setText(choices.name)

    @Slot()
    def describe(self) -> None:
        """Show the example."""
        self.line.show_text(self._example() or self.tr("This does not make a name. Use {0}").format(_fields()))

    @Slot()
    def _on_finished(self) -> None:
        if self._example():
            self.edit(name=self.box.text())

    def _example(self) -> str:
        """What the template makes of an example; empty if it makes no name."""
        try:
            return example_name(self.box.text(), f".{written_format(self.choices, self.subject)}")
        except ConfigError:
            return ""


def _fields() -> str:
    return " ".join(f"{{{name}}}" for name in FIELDS)
