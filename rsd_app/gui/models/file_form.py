"""One file of an import: what was recognised, and what only the user can say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from rsd_app.gui.look import theme
from rsd_app.gui.look.icons import icon
from rsd_app.gui.look.words import megabytes
from rsd_app.gui.models.labels import found_words, schedule_words
from rsd_app.gui.settings.fields import ChoiceBox, quiet_button

if TYPE_CHECKING:
    from rsd_app.gui.models.shelf import GivenFile

# What the research groups say of the weights that they publish; as in rsd_app.engine.library.importing.
NON_COMMERCIAL = "non-commercial use only, as its authors published it"
NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,79}")


class FileForm(QFrame):
    """Shows a file and asks; a file that is refused says why and asks nothing.

    Signals:
        changed: something was typed or chosen.
        left_out: the user does not want the file.
    """

    changed = Signal()
    left_out = Signal()

    def __init__(self, given: GivenFile) -> None:
        super().__init__()
        self.given = given
        self.setObjectName("notice")
        self.name = QLineEdit(given.name)
        self.schedule = ChoiceBox(self.tr("What it is"))
        self.licence = QLineEdit()
        self._form = QFormLayout()
        self._form.setVerticalSpacing(theme.GRID_PX // 2)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        title = _text(given.path.name)
        title.setToolTip(str(given.path))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        leave = quiet_button(self.tr("Leave out"), self.tr("Do not import this file"))
        leave.setIcon(icon("x"))
        leave.clicked.connect(self.left_out)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        if given.found is not None:
            head.addWidget(_text(megabytes(given.size_bytes), quiet=True))
        head.addWidget(leave)
        column = QVBoxLayout(self)
        column.setSpacing(theme.GRID_PX // 2)
        column.addLayout(head)
        if given.found is None:
            column.addWidget(_text(self.tr("Left out: {0}").format(given.error)))
            return
        for line in found_words(given):
            column.addWidget(_text(line, quiet=True))
        column.addLayout(self._form)
        self._ask(self.tr("Name"), self.name, shown=bool(given.name))
        self._ask_schedule()
        self._ask_licence()

    @property
    def usable(self) -> bool:
        """Whether there is something to import."""
        return self.given.found is not None

    @property
    def is_answered(self) -> bool:
        """Whether all that has to be said has been."""
        if not self.usable:
            return True
        named = not self.given.name or NAME.fullmatch(self.name.text().strip()) is not None
        return named and (self._form.indexOf(self.schedule) < 0 or self.schedule.currentData() is not None)

    def answers(self) -> dict[str, str]:
        """Fields of the engine's `ImportChoices`."""
        asked = self._form.indexOf(self.schedule) >= 0
        header = self.given.found.header if self.given.found is not None else None
        return {
            "name": self.name.text().strip() if self.given.name else "",
            "schedule": str(self.schedule.currentData() or "") if asked else "",
            "licence": " ".join(self.licence.text().split()) if header is None else "",
        }

    def _ask(self, label: str, field: QLineEdit | ChoiceBox, *, shown: bool = True) -> None:
        if not shown:
            return
        field.setAccessibleName(label)
        self._form.addRow(label, field)
        if isinstance(field, QLineEdit):
            field.textChanged.connect(self.changed)
        else:
            field.activated.connect(self.changed)

    def _ask_schedule(self) -> None:
        """The file does not say the number of steps: its name may hint at it, the user decides."""
        found = self.given.found
        if found is None or len(found.schedules) < 2:
            return
        self.schedule.addItem(self.tr("Please choose"), None)
        for name in found.schedules:
            self.schedule.addItem(schedule_words(name), name)
        if found.suggestion is not None:
            self.schedule.choose(found.suggestion)
        self.schedule.setToolTip(self.tr("The file does not say; the page you downloaded it from does"))
        self._ask(self.tr("What it is"), self.schedule)

    def _ask_licence(self) -> None:
        found = self.given.found
        if found is None:
            return
        if found.header is not None:  # the file carries it, and it is copied as it is
            self._form.addRow(self.tr("Licence"), _text(found.header.licence))
            return
        self.licence.setText(found.licence or NON_COMMERCIAL)
        self.licence.setToolTip(
            self.tr("Stays attached to the model. The published ResShift, SinSR and RSD weights are non-commercial.")
        )
        self.licence.setCursorPosition(0)
        self._ask(self.tr("Licence"), self.licence)


def _text(text: str, *, quiet: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)  # names and errors may look like HTML
    label.setWordWrap(True)
    label.setProperty("quiet", quiet)
    return label
