"""The settings at the right of the window. It shows choices and says what was changed; the document keeps them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rsd_app.core.errors import ConfigError
from rsd_app.engine.settings.config import FORMATS
from rsd_app.engine.settings.sizing import PrintSize
from rsd_app.gui.document.choices import Choices, SizeBy
from rsd_app.gui.look import theme
from rsd_app.gui.look.icons import icon
from rsd_app.gui.look.words import dimensions, megabytes
from rsd_app.gui.settings.advanced import AdvancedPart
from rsd_app.gui.settings.between import Between
from rsd_app.gui.settings.condition import Condition
from rsd_app.gui.settings.fields import (
    AmountBox,
    ChoiceBox,
    ElidedLabel,
    NumberBox,
    TypedBox,
    quiet_button,
)
from rsd_app.gui.settings.file_size import estimated_bytes
from rsd_app.gui.settings.model_box import ByKind, ModelBox, ModelChoice
from rsd_app.gui.settings.rows import Rows

FACTORS = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 16.0)
PAPERS_SHOWN = ("A4", "A3", "A2", "A1", "Letter", "4x6", "5x7", "8x10", "11x14", "16x20", "20x30", "40x30cm")
TOP_SEED = 99_999  # of a die: short enough to be read out; larger ones can be typed
LOSSY = frozenset({"jpg", "webp", "avif", "jxl"})


@dataclass(frozen=True)
class Subject:
    """The photo whose result is announced."""

    width: int
    height: int
    format: str  # jpg, png, …: what "same" means


class SettingsPanel(QWidget):
    """One column of controls; it needs no scrolling at 1024×640 while Advanced is folded.

    Signals:
        edited: fields of Choices and their new values (a dict).
        own_asked: the selected photos get settings of their own, or follow those for all again.
        everywhere_asked: the user wants these settings for every photo.
        preset_asked, preset_removed: its name.
        preset_saved: the user wants to keep these settings as a preset.
        models_asked: the user wants to see the installed models.
    """

    edited = Signal(object)
    own_asked = Signal(bool)
    everywhere_asked = Signal()
    preset_asked = Signal(str)
    preset_removed = Signal(str)
    preset_saved = Signal()
    models_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.PANEL_PX)
        self._choices = Choices()
        self._filling = False
        self._subject: Subject | None = None
        self._presets: list[str] = []
        inner = QWidget()
        inner.setObjectName("panel")
        self._grid = Rows(inner)
        self._grid.reset_asked.connect(self.reset)
        g = theme.GRID_PX
        self._grid.setContentsMargins(2 * g, g, 2 * g, g)
        self._grid.setVerticalSpacing(g)
        self._make_scope()
        self._make_model()
        self._make_size()
        self._make_condition()
        self._make_output()
        self._make_advanced()
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area = area
        self.forecast = ElidedLabel()
        self.forecast.setContentsMargins(2 * g, g // 2, 2 * g, g)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self.forecast)
        self.show_choices(Choices(), own=False, count=0)
        self.restyle()

    def show_choices(self, choices: Choices, *, own: bool, count: int) -> None:
        """Show settings without telling that they were edited.

        Args:
            own: they are of the selected photos alone.
            count: how many photos are selected.
        """
        self._choices = choices
        self._filling = True
        self.model_box.show_choice(choices.model)
        self._show_size(choices)
        self.condition.show_severity(choices.severity)
        self.realism.setValue(round(choices.realism * 100))
        self.seed_box.setValue(min(choices.seed, self.seed_box.maximum()))
        self.format_box.choose(choices.format)
        self.quality_box.setValue(choices.quality)
        self.bits_box.choose(choices.bits)
        self.folder_button.setText(self._folder_text(choices.folder))
        self.folder_button.setToolTip(choices.folder or self.tr("Choose the folder for results"))
        self.device_box.choose(choices.device)
        (self.this_button if own else self.all_button).setChecked(True)
        self.this_button.setEnabled(count > 0)
        self.this_button.setText(self.tr("This photo") if count <= 1 else self.tr("%n selected", "", count))
        self.everywhere_button.setEnabled(own)
        self.advanced.show_choices(choices, f".{self._written_format()}")
        self._filling = False
        self._show_lines()

    def show_subject(self, subject: Subject | None) -> None:
        """The photo whose result is announced under the size."""
        self._subject = subject
        self._show_lines()

    def set_models(self, models: Sequence[ModelChoice]) -> None:
        """Offer the installed models."""
        self._filling = True
        self.model_box.set_models(models)
        self._filling = False
        self._show_lines()

    def set_by_kind(self, by_kind: ByKind | None) -> None:
        """Offer that the photo's kind decides about its model."""
        self._filling = True
        self.model_box.set_by_kind(by_kind)
        self._filling = False

    def set_devices(self, devices: Sequence[tuple[str, str]]) -> None:
        """Devices beside auto and CPU: (value, text)."""
        self._filling = True
        for value, text in devices:
            if self.device_box.findData(value) < 0:
                self.device_box.addItem(text, value)
        self.device_box.choose(self._choices.device)
        self._filling = False

    def set_presets(self, names: Sequence[str]) -> None:
        """What the menu of presets offers."""
        self._presets = list(names)

    def restyle(self) -> None:
        """Icons in the colours of the scheme that is on."""
        self.everywhere_button.setIcon(icon("stack"))
        self.models_button.setIcon(icon("cube"))
        self.preset_button.setIcon(icon("bookmark-simple"))
        self.dice_button.setIcon(icon("dice-five"))
        self.folder_reset.setIcon(icon("x"))
        self.advanced_button.setIcon(icon("caret-down" if self.advanced.isVisibleTo(self) else "caret-right"))

    @Slot()
    def look_again(self) -> None:
        """Choose another seed."""
        self._edit(seed=random.randrange(TOP_SEED))

    def _make_scope(self) -> None:
        self.all_button = QPushButton(self.tr("All photos"))
        self.this_button = QPushButton(self.tr("This photo"))
        group = QButtonGroup(self)
        for button, tip in (
            (self.all_button, self.tr("Settings apply to all photos without settings of their own")),
            (self.this_button, self.tr("The selected photos have settings of their own")),
        ):
            button.setCheckable(True)
            button.setToolTip(tip)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            group.addButton(button)
        group.idClicked.connect(lambda: self.own_asked.emit(self.this_button.isChecked()))
        self.everywhere_button = quiet_button(self.tr("Apply to all"), self.tr("Apply these settings to all photos"))
        self.everywhere_button.clicked.connect(self.everywhere_asked)
        self.preset_button = quiet_button(self.tr("Presets"), self.tr("Use or save presets"))
        self.preset_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.preset_button)
        menu.aboutToShow.connect(self._fill_presets)
        self.preset_button.setMenu(menu)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID_PX // 2)
        row.addWidget(self.all_button, 1)
        row.addWidget(self.this_button, 1)
        row.addWidget(self.everywhere_button)
        row.addWidget(self.preset_button)
        self._grid.addLayout(row, 0, 0, 1, 2)

    def _make_model(self) -> None:
        self.model_box = ModelBox(self.tr("Model"))
        self.model_box.activated.connect(lambda: self._edit(model=self.model_box.currentData()))
        self.models_button = quiet_button(self.tr("Models"), self.tr("See, import and remove models"))
        self.models_button.clicked.connect(self.models_asked)
        self._grid.add("model", self.tr("Model"), self.model_box, self.models_button)
        self.model_line = self._grid.add_line(3)

    def _make_size(self) -> None:
        self.size_box = ChoiceBox(self.tr("Size"))
        for factor in FACTORS:
            text = self.tr("×1, restore only") if factor == 1.0 else f"×{factor:g}"
            self.size_box.addItem(text, ("factor", factor))
        kinds: list[tuple[str, SizeBy]] = [
            (self.tr("Width"), "width"),
            (self.tr("Height"), "height"),
            (self.tr("Long side"), "long_side"),
            (self.tr("Short side"), "short_side"),
            (self.tr("Megapixels"), "megapixels"),
            (self.tr("Print"), "print"),
        ]
        for text, kind in kinds:
            self.size_box.addItem(text, (kind, 0.0))
        self.size_box.activated.connect(self._on_size_kind)
        self.size_value = AmountBox(0.1, 1_000_000, 1, 0)
        self.size_value.setFixedWidth(10 * theme.GRID_PX)
        self.size_value.setAccessibleName(self.tr("Size of the result"))
        self.size_value.valueChanged.connect(lambda value: self._edit(size=float(value)))
        self._grid.add("size", self.tr("Size"), self.size_box, self.size_value)
        self.paper_box = TypedBox(self.tr("Paper"), PAPERS_SHOWN)
        self.paper_box.setToolTip(self.tr("A paper size, or sides such as 40x30cm, 40cm or 12x8in"))
        self.paper_box.given.connect(self._on_paper)
        self.dpi_box = NumberBox(30, 2400, 10)
        self.dpi_box.setSuffix(" dpi")
        self.dpi_box.setAccessibleName(self.tr("Resolution of the print"))
        self.dpi_box.valueChanged.connect(lambda value: self._edit(dpi=value))
        self._grid.add("paper", self.tr("Paper"), self.paper_box, self.dpi_box)
        self.size_line = self._grid.add_line()

    def _make_condition(self) -> None:
        self.condition = Condition()
        self.condition.edited.connect(lambda severity: self._edit(severity=severity))
        self._grid.add("severity", self.tr("Condition"), self.condition.auto_box)
        self._grid.addWidget(self.condition.between, self._grid.rowCount(), 0, 1, 2)
        between = Between(
            self.tr("faithful"),
            self.tr("realistic"),
            self.tr("Detail, from faithful to realistic"),
            self.tr("Faithful: only what is certain. Realistic: lost detail is invented."),
        )
        self.realism = between.slider
        self.realism.valueChanged.connect(lambda value: self._edit(realism=value / 100))
        self._grid.add("realism", self.tr("Detail"), between)
        self.seed_box = NumberBox(0, 2**31 - 1)
        self.seed_box.valueChanged.connect(lambda value: self._edit(seed=value))
        self.dice_button = quiet_button(
            self.tr("Look again"), self.tr("Look again: different fine detail, from another seed (R)")
        )
        self.dice_button.clicked.connect(self.look_again)
        self._grid.add("seed", self.tr("Seed"), self.seed_box, self.dice_button)

    def _make_output(self) -> None:
        self.format_box = ChoiceBox(self.tr("Format"))
        for name in FORMATS:
            self.format_box.addItem(self.tr("Same as the photo") if name == "same" else name.upper(), name)
        self.format_box.activated.connect(lambda: self._edit(format=self.format_box.currentData()))
        self.quality_box = NumberBox(1, 100)
        self.quality_box.setAccessibleName(self.tr("Quality"))
        self.quality_box.setToolTip(self.tr("Quality of JPEG and WebP, 1 to 100"))
        self.quality_box.setFixedWidth(6 * theme.GRID_PX)
        self.quality_box.valueChanged.connect(lambda value: self._edit(quality=value))
        self._grid.add("format", self.tr("Format"), self.format_box, self.quality_box)
        self.bits_box = ChoiceBox(self.tr("Depth"))
        for text, value in (
            (self.tr("Same as the photo"), None),
            (self.tr("8 bits per channel"), 8),
            (self.tr("16 bits per channel"), 16),
        ):
            self.bits_box.addItem(text, value)
        self.bits_box.activated.connect(lambda: self._edit(bits=self.bits_box.currentData()))
        self._grid.add("bits", self.tr("Depth"), self.bits_box)
        self.folder_button = QPushButton()
        self.folder_button.setAccessibleName(self.tr("Folder"))
        self.folder_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.folder_button.clicked.connect(self._choose_folder)
        self.folder_reset = quiet_button(self.tr("Beside each photo"), self.tr("Results go beside each photo"))
        self.folder_reset.clicked.connect(lambda: self._edit(folder=None))
        self._grid.add("folder", self.tr("Folder"), self.folder_button, self.folder_reset)
        self.device_box = ChoiceBox(self.tr("Device"))
        self.device_box.addItem(self.tr("The fastest"), "auto")
        self.device_box.addItem("CPU", "cpu")
        self.device_box.activated.connect(lambda: self._edit(device=self.device_box.currentData()))
        self._grid.add("device", self.tr("Device"), self.device_box)

    def _make_advanced(self) -> None:
        self.advanced_button = QToolButton()
        self.advanced_button.setText(self.tr("Advanced"))
        self.advanced_button.setToolTip(self.tr("Names, metadata, precision, memory"))
        self.advanced_button.setObjectName("advanced")
        self.advanced_button.setCheckable(True)
        self.advanced_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._grid.addWidget(self.advanced_button, self._grid.rowCount(), 0, 1, 2)
        self.advanced = AdvancedPart()
        self.advanced.edited.connect(lambda values: self._edit(**values))
        self.advanced.reset_asked.connect(self.reset)
        self._grid.addWidget(self.advanced, self._grid.rowCount(), 0, 1, 2)
        self.advanced.hide()
        self.advanced_button.toggled.connect(self._on_advanced)

    def reset(self, field: str) -> None:
        """A field, and what belongs to it, as by default."""
        default = Choices(model=self.model_box.default)
        pairs = {"size": ("size_by", "size"), "paper": ("paper", "dpi"), "format": ("format", "quality")}
        together = pairs.get(field, (field,))
        self._edit(**{name: getattr(default, name) for name in together})

    def _edit(self, **values: Any) -> None:
        if self._filling:
            return
        known = {field.name for field in fields(Choices)}
        changed = {name: value for name, value in values.items() if name in known}
        if any(getattr(self._choices, name) != value for name, value in changed.items()):
            self.edited.emit(changed)

    @Slot()
    def _on_size_kind(self) -> None:
        kind, value = self.size_box.currentData()
        if kind == "print":
            self._edit(size_by=kind)
            return
        if kind != "factor":
            value = self._as_kind(kind)
        self._edit(size_by=kind, size=float(value))

    @Slot(str)
    def _on_paper(self, text: str) -> None:
        try:
            PrintSize.parse(text)
        except ConfigError:
            self.paper_box.setEditText(self._choices.paper)
        else:
            self._edit(paper=text)

    def _as_kind(self, kind: SizeBy) -> float:
        """What is chosen now, said in another way, so that the result stays the same."""
        subject = self._subject or Subject(1500, 1000, "jpg")
        width, height = self._choices.result_size(subject.width, subject.height)
        if kind == "megapixels":
            return max(0.1, round(width * height / 1e6, 1))
        sides = {"width": width, "height": height, "short_side": min(width, height)}
        return float(sides.get(kind, max(width, height)))

    def _show_size(self, choices: Choices) -> None:
        printed = choices.size_by == "print"
        for each in (self._grid.names["paper"], self.paper_box, self.dpi_box):
            each.setVisible(printed)
        self.paper_box.setEditText(choices.paper)
        self.dpi_box.setValue(choices.dpi)
        if choices.size_by == "factor":
            row = next((i for i, factor in enumerate(FACTORS) if factor == choices.size), -1)
            if row < 0:
                self.size_box.choose(("factor", choices.size))
                self.size_box.setItemText(self.size_box.currentIndex(), f"×{choices.size:g}")
            else:
                self.size_box.setCurrentIndex(row)
            self.size_value.hide()
            return
        row = next(i for i in range(self.size_box.count()) if self.size_box.itemData(i)[0] == choices.size_by)
        self.size_box.setCurrentIndex(row)
        self.size_value.setVisible(not printed)
        if printed:
            return
        fraction = choices.size_by == "megapixels"
        self.size_value.setDecimals(1 if fraction else 0)
        self.size_value.setRange(0.1 if fraction else 16, 1_000_000)
        self.size_value.setSuffix(" MP" if fraction else " px")
        self.size_value.setValue(choices.size)

    def _show_lines(self) -> None:
        """What follows from the choices: the model's purpose, the result's size."""
        known = self.model_box.chosen
        self.model_line.show_text("" if known is None else self._purpose(known))
        self.condition.set_told(known is None or known.severity)
        realism = known is not None and known.realism
        self._grid.show_row("realism", shown=realism)
        self.advanced.rows.show_row("guard", shown=realism)
        self.quality_box.setVisible(self._written_format() in LOSSY or self._choices.format == "same")
        subject = self._subject
        if subject is None:
            self.size_line.show_text("")
            return
        width, height = self._choices.result_size(subject.width, subject.height)
        size = estimated_bytes(self._written_format(), width, height, self._choices.quality, self._choices.bits)
        after = dimensions(width, height)
        if self._choices.size_by != "factor":
            after += f" (×{width / subject.width:.2g})"
        text = self.tr("{0} → {1}\nabout {2}")
        self.size_line.show_text(text.format(dimensions(subject.width, subject.height), after, megabytes(size)))

    @property
    def drawn_by(self) -> str:
        """The model that the photo is enlarged with: the chosen one, or its sister of the size; empty if unknown."""
        found = self._stand_in() or self.model_box.chosen
        return "" if found is None else found.name

    def _stand_in(self) -> ModelChoice | None:
        subject = self._subject
        if subject is None and self._choices.size_by != "factor":
            return None
        sides = (1, 1) if subject is None else (subject.width, subject.height)  # a factor is the same for all
        return self.model_box.stand_in(self._choices.scale_for(*sides))

    def _purpose(self, model: ModelChoice) -> str:
        """What a model is for, or who takes its place at this size."""
        sister = self._stand_in()
        return model.line if sister is None else self.tr("At this size: {0}").format(sister.name)

    def _written_format(self) -> str:
        if self._choices.format != "same":
            return self._choices.format
        return "png" if self._subject is None else self._subject.format

    def _folder_text(self, folder: str | None) -> str:
        if folder is None:
            return self.tr("Beside each photo")
        room = theme.PANEL_PX - 19 * theme.GRID_PX
        return self.fontMetrics().elidedText(Path(folder).name or folder, Qt.TextElideMode.ElideMiddle, room)

    @Slot()
    def _choose_folder(self) -> None:
        start = self._choices.folder or ""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder for results"), start)
        if folder:
            self._edit(folder=folder)

    @Slot(bool)
    def _on_advanced(self, unfolded: bool) -> None:
        self.advanced.setVisible(unfolded)
        self.restyle()

    @Slot()
    def _fill_presets(self) -> None:
        menu = self.preset_button.menu()
        menu.clear()
        for name in self._presets:
            menu.addAction(name, partial(self.preset_asked.emit, name))
        if self._presets:
            menu.addSeparator()
        menu.addAction(self.tr("Save as a preset …"), self.preset_saved.emit)
        if self._presets:
            removing = menu.addMenu(self.tr("Remove a preset"))
            for name in self._presets:
                removing.addAction(name, partial(self.preset_removed.emit, name))
