"""Small controls of the settings panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QSlider, QSpinBox, QToolButton, QWidget

from rsd_app.gui.look import theme

TENFOLD = 10
NARROWEST_PX = 6 * theme.GRID_PX


def _steps(steps: int) -> int:
    """Arrows step by one, with Shift by ten."""
    held = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
    return steps * TENFOLD if held and abs(steps) == 1 else steps


class NameLabel(QLabel):
    """The name of a control; a double click asks for its default.

    Signals:
        reset_asked: it was double clicked.
    """

    reset_asked = Signal()

    def __init__(self, text: str, control: QWidget) -> None:
        super().__init__(text)
        self.setBuddy(control)
        self.setToolTip(self.tr("Double click: back to the default"))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.reset_asked.emit()


class ElidedLabel(QLabel):
    """A quiet text that never widens the panel; its tool tip has the whole of it.

    Args:
        lines: how many it may take.
    """

    def __init__(self, lines: int = 1) -> None:
        super().__init__()
        self._text, self._lines = "", lines
        self.setWordWrap(lines > 1)
        self.setMinimumHeight(lines * self.fontMetrics().lineSpacing())  # no jump when the text comes
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setProperty("quiet", True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(0)

    def show_text(self, text: str) -> None:
        """Replace the text."""
        self._text = text
        self.setToolTip(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = max(theme.GRID_PX, self.width())
        if self._lines > 1:  # words break earlier than characters would
            room = room * self._lines - 6 * theme.GRID_PX
        shown = [
            self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room) for line in self._text.split("\n")
        ]
        self.setText("\n".join(shown))


class NumberBox(QSpinBox):
    """A whole number: typed, or stepped with arrows; the wheel passes it by unless it has the focus."""

    def __init__(self, low: int, high: int, step: int = 1) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.setMinimumWidth(NARROWEST_PX)  # its hint has room for the largest number
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def stepBy(self, steps: int) -> None:
        super().stepBy(_steps(steps))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class AmountBox(QDoubleSpinBox):
    """A number with a fraction; else as NumberBox."""

    def __init__(self, low: float, high: float, step: float, decimals: int) -> None:
        super().__init__()
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.setMinimumWidth(NARROWEST_PX)  # its hint has room for the largest number
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def stepBy(self, steps: int) -> None:
        super().stepBy(_steps(steps))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceBox(QComboBox):
    """A list to choose from; never wider than its place, and not changed by a passing wheel."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMinimumWidth(NARROWEST_PX)

    def choose(self, value: object) -> None:
        """Show the entry of a value; one that is not in the list is added."""
        row = self.findData(value)
        if row < 0:
            self.addItem(str(value), value)
            row = self.count() - 1
        self.setCurrentIndex(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class TypedBox(ChoiceBox):
    """A list of texts, or any other that is typed.

    Signals:
        given: a text was chosen or typed.
    """

    given = Signal(str)

    def __init__(self, name: str, texts: Sequence[str]) -> None:
        super().__init__(name)
        line = QLineEdit()
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(texts)
        self.textActivated.connect(self.given)
        line.editingFinished.connect(lambda: self.given.emit(line.text().strip()))


class SteadySlider(QSlider):
    """From 0 to 100; arrows step by one, with Shift by ten; not changed by a passing wheel."""

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(name)
        self.setRange(0, 100)
        self.setPageStep(TENFOLD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}.get(
            Qt.Key(event.key()) if event.key() in _ARROWS else Qt.Key.Key_unknown
        )
        if step is None:
            super().keyPressEvent(event)
        else:
            self.setValue(self.value() + _steps(step))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


_ARROWS = frozenset(key.value for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down))


def quiet_button(name: str, tip: str) -> QToolButton:
    """A small button with an icon; its text is for those who do not see it."""
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setFixedSize(theme.CONTROL_PX + theme.GRID_PX, theme.CONTROL_PX + 2)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
