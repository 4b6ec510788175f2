"""The settings at the right of the window. It shows choices and says what was changed; the document keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from rsd_app.gui.document.choices import Choices
from rsd_app.gui.look import theme
from rsd_app.gui.look.icons import icon
from rsd_app.gui.settings.advanced import AdvancedPart
from rsd_app.gui.settings.condition import Condition
from rsd_app.gui.settings.controls import ChoiceControl, Control
from rsd_app.gui.settings.fields import ElidedLabel
from rsd_app.gui.settings.model_box import ModelChoice
from rsd_app.gui.settings.model_control import ModelControl
from rsd_app.gui.settings.output_controls import FolderControl, FormatControl
from rsd_app.gui.settings.rows import Rows
from rsd_app.gui.settings.scope_bar import ScopeBar
from rsd_app.gui.settings.seed_control import SeedControl
from rsd_app.gui.settings.size_control import SizeControl
from rsd_app.gui.settings.subject import Subject

C = TypeVar("C", bound=Control)
# Fields that a double click on a row's name resets together.
TOGETHER = {"size": ("size_by", "size"), "paper": ("paper", "dpi"), "format": ("format", "quality")}


class SettingsPanel(QWidget):
    """One column of controls; it needs no scrolling at 1024×640 while Advanced is folded.

    Most rows are made from the settings' fields (`engine.settings.config`); made by hand are those of several.

    Attributes:
        controls: by field.

    Signals:
        edited: fields of Choices and their new values (a dict).
    """

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.PANEL_PX)
        self.scope = ScopeBar()
        self.model, self.size_control, self.condition = ModelControl(), SizeControl(), Condition()
        self.seed, self.format, self.folder = SeedControl(), FormatControl(), FolderControl()
        self.advanced = AdvancedPart()
        self.advanced_button = self._make_advanced_button()
        self.forecast = ElidedLabel()
        inner = QWidget()
        inner.setObjectName("panel")
        self.rows = Rows(inner)
        self.controls: dict[str, Control] = {
            "model": self.model, "size": self.size_control, "severity": self.condition, "folder": self.folder,
        }  # fmt: skip
        self._fill_rows()
        self._lay_out(inner)
        for control in self.controls.values():
            control.edited.connect(self.edited)
        for rows in (self.rows, self.advanced.rows):
            rows.reset_asked.connect(self.reset)
        self.show_choices(Choices(), own=False, count=0)
        self.restyle()

    def control(self, field: str, kind: type[C]) -> C:
        """The control of a setting."""
        control = self.controls[field]
        if not isinstance(control, kind):
            raise TypeError(f"{field} has a {type(control).__name__}")
        return control

    def show_choices(self, choices: Choices, *, own: bool, count: int) -> None:
        """Show settings without telling that they were edited.

        Args:
            own: they are of the selected photos alone.
            count: how many photos are selected.
        """
        self.scope.show_scope(own=own, count=count)
        for control in self.controls.values():
            control.show_choices(choices)
        for each in (self.rows.names["paper"], self.size_control.paper_box, self.size_control.dpi_box):
            each.setVisible(choices.size_by == "print")
        self._follow_model()

    def show_subject(self, subject: Subject | None) -> None:
        """Show what follows from the photo whose result is announced."""
        for control in self.controls.values():
            control.show_subject(subject)

    def set_models(self, models: Sequence[ModelChoice]) -> None:
        """Offer the installed models."""
        self.model.set_models(models)
        self._follow_model()

    def set_devices(self, devices: Sequence[tuple[str, str]]) -> None:
        """Devices beside auto and CPU: (value, text)."""
        for value, text in devices:
            self.control("device", ChoiceControl).offer(value, text)

    def restyle(self) -> None:
        """Icons in the colours of the scheme that is on."""
        self.scope.restyle()
        for control in self.controls.values():
            control.restyle()
        self.advanced_button.setIcon(icon("caret-down" if self.advanced.isVisibleTo(self) else "caret-right"))

    @Slot(str)
    def reset(self, field: str) -> None:
        """A field, and what belongs to it, as by default."""
        default = Choices(model=self.model.box.default)
        values = {name: getattr(default, name) for name in TOGETHER.get(field, (field,))}
        self.controls["size" if field == "paper" else field].edit(**values)

    def _fill_rows(self) -> None:
        rows, size = self.rows, self.size_control
        rows.addWidget(self.scope, 0, 0, 1, 2)
        rows.add("model", self.tr("Model"), *self.model.widgets)
        rows.add_line(self.model.line)
        rows.add("size", self.tr("Size"), size.box, size.value_box)
        rows.add("paper", self.tr("Paper"), size.paper_box, size.dpi_box)
        rows.add_line(size.line)
        rows.add("severity", self.tr("Condition"), self.condition.auto_box)
        rows.addWidget(self.condition.between, rows.rowCount(), 0, 1, 2)
        self.controls |= rows.add_settings("restore", self.seed)
        self.controls |= rows.add_settings("output", self.format)
        rows.add("folder", self.tr("Folder"), *self.folder.widgets)
        self.controls |= rows.add_settings("computer")
        rows.addWidget(self.advanced_button, rows.rowCount(), 0, 1, 2)
        rows.addWidget(self.advanced, rows.rowCount(), 0, 1, 2)
        self.advanced.hide()
        self.controls |= self.advanced.controls

    def _make_advanced_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(self.tr("Advanced"))
        button.setToolTip(self.tr("Names, metadata, precision, memory"))
        button.setObjectName("advanced")
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.toggled.connect(self._on_advanced)
        return button

    def _lay_out(self, inner: QWidget) -> None:
        g = theme.GRID_PX
        self.rows.setContentsMargins(2 * g, g, 2 * g, g)
        self.rows.setVerticalSpacing(g)
        self.rows.setRowStretch(self.rows.rowCount(), 1)
        area = self.scroll_area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.forecast.setContentsMargins(2 * g, g // 2, 2 * g, g)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self.forecast)

    def _follow_model(self) -> None:
        """Offer what the model can be told."""
        known = self.model.box.chosen
        self.condition.set_told(known is None or known.severity)
        realism = known is not None and known.realism
        self.rows.show_row("realism", shown=realism)
        self.advanced.rows.show_row("guard", shown=realism)

    @Slot(bool)
    def _on_advanced(self, unfolded: bool) -> None:
        self.advanced.setVisible(unfolded)
        self.restyle()
