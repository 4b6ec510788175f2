"""Which is better? Pairs without names, and what the answers are worth."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from rsd_app.gui.compare.drawing.picture_row import PictureRow
from rsd_app.gui.look import theme
from rsd_app.gui.training.widgets.page import button, quiet, row

PAIRS = 10
Z = 1.96  # of 95 %
Answer = Literal["own", "other", "same"]


def wilson_interval(wins: int, count: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson 1927); it holds for few answers, too."""
    if not count:
        return 0.0, 1.0
    share, weight = wins / count, Z * Z / count
    middle = (share + weight / 2) / (1 + weight)
    half = Z / (1 + weight) * math.sqrt(share * (1 - share) / count + weight / (4 * count))
    return max(0.0, middle - half), min(1.0, middle + half)


class BlindTest(QDialog):
    """Ten pairs in random order and on random sides; keys 1 and 2 choose, 0 says that they are alike."""

    def __init__(self, pictures: Sequence[Mapping[str, str]], parent: QWidget | None, seed: int | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Blind test"))
        self.resize(130 * theme.GRID_PX, 84 * theme.GRID_PX)
        chance = random.Random(seed)
        self._order = [chance.randrange(len(pictures)) for _ in range(max(0, PAIRS - len(pictures)))]
        self._order = (chance.sample(range(len(pictures)), len(pictures)) + self._order)[:PAIRS]
        self._own_first = [chance.random() < 0.5 for _ in self._order]
        self._pictures = pictures
        self.answers: list[Answer] = []
        self.question, self.row = QLabel(), PictureRow(self.tr("Two results of one photo"))
        self.question.setObjectName("title")
        self.first_button = button(self.tr("The left one (1)"))
        self.second_button = button(self.tr("The right one (2)"))
        self.same_button = button(self.tr("No difference (0)"))
        self.first_button.clicked.connect(lambda: self.answer(0))
        self.second_button.clicked.connect(lambda: self.answer(1))
        self.same_button.clicked.connect(lambda: self.answer(None))
        self.outcome = quiet()
        column = QVBoxLayout(self)
        column.addWidget(self.question)
        column.addWidget(self.row, 1)
        column.addWidget(self.outcome)
        buttons = row(self.first_button, self.same_button, self.second_button)
        buttons.insertStretch(0)
        column.addLayout(buttons)
        self._show()

    def answer(self, side: int | None) -> None:
        """Left (0), right (1) or neither."""
        if len(self.answers) >= len(self._order):
            return
        own_first = self._own_first[len(self.answers)]
        self.answers.append("same" if side is None else "own" if (side == 0) == own_first else "other")
        self._show()

    def result_text(self) -> str:
        """Who was chosen how often, and what that is worth."""
        own, other = self.answers.count("own"), self.answers.count("other")
        if not own + other:
            return self.tr("You saw no difference.")
        low, high = wilson_interval(own, own + other)
        text = self.tr("You chose your own model {0} of {1} times (95 % interval: {2} to {3} %).").format(
            own, own + other, round(100 * low), round(100 * high)
        )
        if low <= 0.5 <= high:
            return " ".join([text, self.tr("That may be chance.")])
        return text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sides = {Qt.Key.Key_1: 0, Qt.Key.Key_Left: 0, Qt.Key.Key_2: 1, Qt.Key.Key_Right: 1}
        if event.key() in sides:
            self.answer(sides[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_0:
            self.answer(None)
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        number = len(self.answers)
        if number == len(self._order):
            self.question.setText(self.tr("Thank you."))
            self.outcome.setText(self.result_text())
            for made in (self.first_button, self.second_button, self.same_button):
                made.setEnabled(False)
            return
        self.question.setText(self.tr("Which is better? {0} of {1}").format(number + 1, len(self._order)))
        pair = self._pictures[self._order[number]]
        shown = ("own", "other") if self._own_first[number] else ("other", "own")
        self.row.show_pictures([(str(i + 1), QPixmap(pair[which])) for i, which in enumerate(shown)])
