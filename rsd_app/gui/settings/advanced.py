"""What most photographers never touch: what goes along into the result, its name, and how the engine works."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from rsd_app.core.errors import ConfigError
from rsd_app.engine.batch.naming import FIELDS, example_name
from rsd_app.engine.settings.config import PRECISIONS
from rsd_app.gui.document.choices import Choices
from rsd_app.gui.look import theme
from rsd_app.gui.settings.fields import ChoiceBox, NumberBox
from rsd_app.gui.settings.rows import Rows


class AdvancedPart(QWidget):
    """The part of the panel that is folded away.

    Signals:
        edited: fields of Choices and their new values (a dict).
        reset_asked: a field whose name was double clicked.
    """

    edited = Signal(object)
    reset_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows = Rows(self)
        self.rows.setVerticalSpacing(theme.GRID_PX - 2)
        self.rows.reset_asked.connect(self.reset_asked)
        self._make_result()
        self._make_engine()

    def show_choices(self, choices: Choices, suffix: str) -> None:
        """Show settings; signals meanwhile are not edits.

        Args:
            suffix: of the result's file, with the dot.
        """
        self._suffix = suffix
        if self.name_box.text() != choices.name:
            self.name_box.setText(choices.name)
        self._show_name()
        self.metadata_box.choose(choices.metadata)
        self.guard_box.setChecked(choices.guard)
        self.color_box.setChecked(choices.colour_fix)
        self.gamut_box.choose(choices.raw_gamut)
        self.precision_box.choose(choices.precision)
        self.memory_box.setValue(choices.memory_mb or self.memory_box.minimum())
        self.tile_box.setValue(choices.tile or self.tile_box.minimum())

    def _make_result(self) -> None:
        self._suffix = ".jpg"
        self.name_box = QLineEdit()
        self.name_box.setObjectName("field")
        fields = " ".join(f"{{{name}}}" for name in FIELDS)
        self.name_box.setToolTip(self.tr("Name of the result, from: {0}").format(fields))
        self.name_box.textEdited.connect(self._show_name)
        self.name_box.editingFinished.connect(self._on_name)
        self.rows.add("name", self.tr("Name"), self.name_box)
        self.name_line = self.rows.add_line(1)
        self.metadata_box = ChoiceBox(self.tr("Metadata"))
        self.metadata_box.setToolTip(self.tr("Which of the photo's metadata is copied into the result"))
        for text, value in (
            (self.tr("All of it"), "all"),
            (self.tr("Without the location"), "no-place"),
            (self.tr("None"), "none"),
        ):
            self.metadata_box.addItem(text, value)
        self.metadata_box.activated.connect(lambda: self.edited.emit({"metadata": self.metadata_box.currentData()}))
        self.rows.add("metadata", self.tr("Metadata"), self.metadata_box)
        self.guard_box = QCheckBox(self.tr("Faces and text"))
        self.guard_box.setToolTip(self.tr("Detected and kept faithful: nothing is invented there"))
        self.guard_box.clicked.connect(lambda on: self.edited.emit({"guard": on}))
        self.rows.add("guard", self.tr("Guard"), self.guard_box)
        self.color_box = QCheckBox(self.tr("As in the photo"))
        self.color_box.setToolTip(self.tr("Corrects colours that the model lets drift over large areas"))
        self.color_box.clicked.connect(lambda on: self.edited.emit({"colour_fix": on}))
        self.rows.add("colour_fix", self.tr("Colours"), self.color_box)
        self.gamut_box = ChoiceBox(self.tr("Camera RAW"))
        self.gamut_box.setToolTip(self.tr("The colour space that camera RAW is developed into"))
        for text, value in (("sRGB", "srgb"), ("Display P3", "wide")):
            self.gamut_box.addItem(text, value)
        self.gamut_box.activated.connect(lambda: self.edited.emit({"raw_gamut": self.gamut_box.currentData()}))
        self.rows.add("raw_gamut", self.tr("Camera RAW"), self.gamut_box)

    def _make_engine(self) -> None:
        self.precision_box = ChoiceBox(self.tr("Precision"))
        for name in PRECISIONS:
            self.precision_box.addItem(self.tr("Automatic") if name == "auto" else name, name)
        self.precision_box.activated.connect(lambda: self.edited.emit({"precision": self.precision_box.currentData()}))
        self.rows.add("precision", self.tr("Precision"), self.precision_box)
        self.memory_box = NumberBox(63, 2**20, 64)
        self.memory_box.setSuffix(" MB")
        self.memory_box.setSpecialValueText(self.tr("Automatic"))
        self.memory_box.valueChanged.connect(lambda mb: self.edited.emit({"memory_mb": mb if mb >= 64 else None}))
        self.rows.add("memory_mb", self.tr("Memory"), self.memory_box)
        self.tile_box = NumberBox(15, 2**16, 16)
        self.tile_box.setSuffix(" px")
        self.tile_box.setSpecialValueText(self.tr("Automatic"))
        self.tile_box.valueChanged.connect(lambda px: self.edited.emit({"tile": px if px >= 16 else None}))
        self.rows.add("tile", self.tr("Tile"), self.tile_box)

    def _example(self) -> str:
        """What the template makes of an example; empty if it makes no name."""
        try:
            return example_name(self.name_box.text(), self._suffix)
        except ConfigError:
            return ""

    @Slot()
    def _show_name(self) -> None:
        example = self._example()
        fields = " ".join(f"{{{name}}}" for name in FIELDS)
        self.name_line.show_text(example or self.tr("This does not make a name. Use {0}").format(fields))

    @Slot()
    def _on_name(self) -> None:
        if self._example():
            values: dict[str, Any] = {"name": self.name_box.text()}
            self.edited.emit(values)
