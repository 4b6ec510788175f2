"""Controls of the panel: what shows a setting and says how the user changed it. Plain ones are made from its field."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from typing import Any, get_args, get_type_hints

from PySide6.QtCore import QCoreApplication, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from rsd_app.engine.settings.config import CommonSettings
from rsd_app.engine.settings.setting import Setting, settings_in
from rsd_app.gui.document.choices import Choices
from rsd_app.gui.settings.between import Between
from rsd_app.gui.settings.fields import ChoiceBox, NumberBox
from rsd_app.gui.settings.subject import Subject

LARGEST = 2**31 - 1  # that a box of numbers can hold


def translated(text: str) -> str:
    """A text of a setting's field (`engine.settings.setting.label`) in the window's language."""
    return QCoreApplication.translate("", text) if text else ""


class Control(QObject):
    """Shows one setting, or several that belong together, and says how the user changed them.

    Attributes:
        widgets: its row, from left to right. They say nothing while they are filled.

    Signals:
        edited: fields of Choices and their new values (a dict).
    """

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.widgets: tuple[QWidget, ...] = ()
        self.choices = Choices()
        self.subject: Subject | None = None

    def show_choices(self, choices: Choices) -> None:
        """Show settings; that is no edit."""
        self.choices = choices
        self.fill_quietly()
        self.describe()

    def show_subject(self, subject: Subject | None) -> None:
        """Show what follows from the photo."""
        self.subject = subject
        self.describe()

    def fill_quietly(self) -> None:
        """Fill the widgets without an edit."""
        with ExitStack() as quiet:
            for widget in self.widgets:
                for each in (widget, *widget.findChildren(QWidget)):
                    quiet.enter_context(QSignalBlocker(each))
            self.fill(self.choices)

    def fill(self, choices: Choices) -> None:
        """Put settings into the widgets."""
        raise NotImplementedError

    def describe(self) -> None:
        """Show what follows from the settings and the photo, where something does."""

    def restyle(self) -> None:
        """Take icons in the colours of the scheme that is on."""

    def edit(self, **values: Any) -> None:
        """Say what the user has changed, where it is a change."""
        if any(getattr(self.choices, name) != value for name, value in values.items()):
            self.edited.emit(values)


class PlainControl(Control):
    """Of one setting: all it needs to know is in the setting's field.

    Args:
        name: of the field, which has a row.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        told = _settings()[name]
        if told.row is None:
            raise ValueError(f"{name} has no row in the panel")
        self.name, self.told, self.row = name, told, told.row

    def show_in(self, *widgets: QWidget) -> None:
        """Take widgets as the row; all of them have the setting's tip."""
        self.widgets = widgets
        for widget in widgets:
            if self.row.tip:
                widget.setToolTip(translated(self.row.tip))


class TickControl(PlainControl):
    """A box to tick: on or off."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.box = QCheckBox(translated(self.row.words.get(True, self.row.text)))
        self.box.clicked.connect(lambda on: self.edit(**{name: on}))
        self.show_in(self.box)

    def fill(self, choices: Choices) -> None:
        """Tick or untick."""
        self.box.setChecked(getattr(choices, self.name))


class ChoiceControl(PlainControl):
    """A list to choose from: values that have words, and all others that there are."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        words, choices = self.row.words, self.told.choices
        self.box = ChoiceBox(translated(self.row.name or self.row.text))
        for value in (*(each for each in words if each not in choices), *choices):
            self.offer(value, translated(words[value]) if value in words else str(value))
        self.box.activated.connect(lambda: self.edit(**{name: self.box.currentData()}))
        self.show_in(self.box)

    def fill(self, choices: Choices) -> None:
        """Show the entry of the value."""
        self.box.choose(getattr(choices, self.name))

    def offer(self, value: object, text: str) -> None:
        """Offer one more value; what is chosen stays."""
        if self.box.findData(value) < 0:
            self.box.addItem(text, value)


class NumberControl(PlainControl):
    """A whole number; where None has a word, that stands below the lowest."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        row, (low, high) = self.row, self.told.limits or (0, LARGEST)
        self._low = int(low)
        optional = None in row.words
        self.box = NumberBox(self._low - 1 if optional else self._low, int(min(high, LARGEST)), row.step)
        if row.unit:
            self.box.setSuffix(f" {row.unit}")
        if optional:
            self.box.setSpecialValueText(translated(row.words[None]))
        self.box.valueChanged.connect(lambda value: self.edit(**{name: value if value >= low else None}))
        self.show_in(self.box)

    def fill(self, choices: Choices) -> None:
        """Show the number."""
        value = getattr(choices, self.name)
        self.box.setValue(self._low - 1 if value is None else min(value, self.box.maximum()))


class ShareControl(PlainControl):
    """A slider, between two words."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        row, (low, high) = self.row, self.told.limits or (0.0, 1.0)
        self._low, self._span = low, high - low
        ends = translated(row.words[low]), translated(row.words[high])
        between = Between(*ends, translated(row.name or row.text), translated(row.tip))
        self.slider = between.slider
        self.slider.valueChanged.connect(lambda value: self.edit(**{name: low + value / 100 * self._span}))
        self.show_in(between)

    def fill(self, choices: Choices) -> None:
        """Move the slider."""
        self.slider.setValue(round((getattr(choices, self.name) - self._low) / self._span * 100))


def control_for(name: str) -> PlainControl:
    """The control of a setting, by the type of its field."""
    told, types = _settings()[name], _types()[name]
    if bool in types:
        return TickControl(name)
    if told.limits is None:
        return ChoiceControl(name)
    return ShareControl(name) if float in types else NumberControl(name)


@cache
def _settings() -> dict[str, Setting]:
    return {field.name: told for field, told in settings_in(CommonSettings)}


@cache
def _types() -> dict[str, tuple[Any, ...]]:
    return {name: get_args(hint) or (hint,) for name, hint in get_type_hints(CommonSettings).items()}
