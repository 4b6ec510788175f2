"""How large: a factor, sides, megapixels or a print, and what that makes of the photo."""

from __future__ import annotations

from PySide6.QtCore import Slot

from rsd_app.core.errors import ConfigError
from rsd_app.engine.settings.sizing import PrintSize
from rsd_app.gui.document.choices import Choices, SizeBy
from rsd_app.gui.look import theme
from rsd_app.gui.look.words import dimensions, megabytes
from rsd_app.gui.settings.controls import Control
from rsd_app.gui.settings.fields import AmountBox, ChoiceBox, ElidedLabel, NumberBox, TypedBox
from rsd_app.gui.settings.file_size import estimated_bytes
from rsd_app.gui.settings.subject import Subject, written_format

FACTORS = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 16.0)
PAPERS_SHOWN = ("A4", "A3", "A2", "A1", "Letter", "4x6", "5x7", "8x10", "11x14", "16x20", "20x30", "40x30cm")
USUAL = Subject(1500, 1000, "jpg")  # while there is no photo


class SizeControl(Control):
    """The size of the result, in any of the ways to say it."""

    def __init__(self) -> None:
        super().__init__()
        self.box, self.value_box = ChoiceBox(self.tr("Size")), AmountBox(0.1, 1_000_000, 1, 0)
        self.paper_box, self.dpi_box = TypedBox(self.tr("Paper"), PAPERS_SHOWN), NumberBox(30, 2400, 10)
        self.widgets = (self.box, self.value_box, self.paper_box, self.dpi_box)
        self.line = ElidedLabel(2)
        self._make_kinds()
        self.value_box.setFixedWidth(10 * theme.GRID_PX)
        self.value_box.setAccessibleName(self.tr("Size of the result"))
        self.value_box.valueChanged.connect(lambda value: self.edit(size=float(value)))
        self.paper_box.setToolTip(self.tr("A paper size, or sides such as 40x30cm, 40cm or 12x8in"))
        self.paper_box.given.connect(self._on_paper)
        self.dpi_box.setSuffix(" dpi")
        self.dpi_box.setAccessibleName(self.tr("Resolution of the print"))
        self.dpi_box.valueChanged.connect(lambda value: self.edit(dpi=value))

    def _make_kinds(self) -> None:
        for factor in FACTORS:
            text = self.tr("×1, restore only") if factor == 1.0 else f"×{factor:g}"
            self.box.addItem(text, ("factor", factor))
        kinds: list[tuple[str, SizeBy]] = [
            (self.tr("Width"), "width"),
            (self.tr("Height"), "height"),
            (self.tr("Long side"), "long_side"),
            (self.tr("Short side"), "short_side"),
            (self.tr("Megapixels"), "megapixels"),
            (self.tr("Print"), "print"),
        ]
        for text, kind in kinds:
            self.box.addItem(text, (kind, 0.0))
        self.box.activated.connect(self._on_kind)

    def fill(self, choices: Choices) -> None:
        """Show the way the size is given, and its numbers."""
        self.paper_box.setEditText(choices.paper)
        self.dpi_box.setValue(choices.dpi)
        if choices.size_by == "factor":
            self._fill_factor(choices.size)
            return
        row = next(i for i in range(self.box.count()) if self.box.itemData(i)[0] == choices.size_by)
        self.box.setCurrentIndex(row)
        self.value_box.setVisible(choices.size_by != "print")
        if choices.size_by == "print":
            return
        fraction = choices.size_by == "megapixels"
        self.value_box.setDecimals(1 if fraction else 0)
        self.value_box.setRange(0.1 if fraction else 16, 1_000_000)
        self.value_box.setSuffix(" MP" if fraction else " px")
        self.value_box.setValue(choices.size)

    def describe(self) -> None:
        """Announce the result's size, in pixels and on the disk."""
        subject, choices = self.subject, self.choices
        if subject is None:
            self.line.show_text("")
            return
        width, height = choices.result_size(subject.width, subject.height)
        size = estimated_bytes(written_format(choices, subject), width, height, choices.quality, choices.bits)
        after = dimensions(width, height)
        if choices.size_by != "factor":
            after += f" (×{width / subject.width:.2g})"
        text = self.tr("{0} → {1}\nabout {2}")
        self.line.show_text(text.format(dimensions(subject.width, subject.height), after, megabytes(size)))

    def _fill_factor(self, factor: float) -> None:
        self.value_box.hide()
        if factor in FACTORS:
            self.box.setCurrentIndex(FACTORS.index(factor))
        else:
            self.box.choose(("factor", factor))
            self.box.setItemText(self.box.currentIndex(), f"×{factor:g}")

    @Slot()
    def _on_kind(self) -> None:
        kind, value = self.box.currentData()
        if kind == "print":
            self.edit(size_by=kind)
        else:
            self.edit(size_by=kind, size=float(value if kind == "factor" else self._as_kind(kind)))

    @Slot(str)
    def _on_paper(self, text: str) -> None:
        try:
            PrintSize.parse(text)
        except ConfigError:
            self.paper_box.setEditText(self.choices.paper)
        else:
            self.edit(paper=text)

    def _as_kind(self, kind: SizeBy) -> float:
        """What is chosen now, said in another way, so that the result stays the same."""
        subject = self.subject or USUAL
        width, height = self.choices.result_size(subject.width, subject.height)
        if kind == "megapixels":
            return max(0.1, round(width * height / 1e6, 1))
        sides = {"width": width, "height": height, "short_side": min(width, height)}
        return float(sides.get(kind, max(width, height)))
