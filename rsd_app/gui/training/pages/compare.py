"""Fifth page: held-out photos by the bundled model and by your own: by eye, in figures, and blind."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from rsd_app.engine.settings.config import DEFAULT_MODEL
from rsd_app.gui.compare.pane import ComparePane
from rsd_app.gui.look import theme
from rsd_app.gui.settings.fields import ChoiceBox
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.training.process.command import Command
from rsd_app.gui.training.process.trainings import Training
from rsd_app.gui.training.widgets.blind_comparison import BlindTest
from rsd_app.gui.training.widgets.page import Page, button, quiet, row
from rsd_app.gui.widgets.error_bar import ErrorBar

NAME_LETTERS = 14
SIDE_PX = 40 * theme.GRID_PX
FIGURES = {
    "lpips_alex": "LPIPS (alex) ↓",
    "lpips_vgg": "LPIPS (VGG) ↓",
    "dists": "DISTS ↓",
    "psnr": "PSNR ↑",
    "ssim": "SSIM ↑",
}


class ComparePage(Page):
    """Runs the comparison when it is first shown, and keeps its report with the training."""

    def __init__(self, engine: EngineThread) -> None:
        super().__init__()
        self._engine = engine
        self._pane: ComparePane | None = None
        self._training: Training | None = None
        self.report: dict[str, Any] = {}
        self._number = 0
        self._cells: list[QLabel] = []  # of the table
        self._other_name = ""  # of the model that it is compared with, where that is not the bundled one
        self.introduce(self.tr("Photos that the training has never seen. Move the divider, or press Y to see both."))
        self.left_box, self.right_box = ChoiceBox(self.tr("On the left")), ChoiceBox(self.tr("On the right"))
        for box, entries, chosen in (
            (self.left_box, ("damaged", "other", "original"), "other"),
            (self.right_box, ("own", "other", "original"), "own"),
        ):
            for entry in entries:
                box.addItem(self._name(entry), entry)
            box.setMinimumContentsLength(NAME_LETTERS)
            box.choose(chosen)
            box.currentIndexChanged.connect(lambda _: self._show_pictures())
        self.previous_button = button("‹", self.tr("Previous photo (PgUp)"))
        self.next_button = button("›", self.tr("Next photo (PgDown)"))
        self.previous_button.clicked.connect(lambda: self.step(-1))
        self.next_button.clicked.connect(lambda: self.step(1))
        QShortcut(QKeySequence("PgUp"), self, lambda: self.step(-1))
        QShortcut(QKeySequence("PgDown"), self, lambda: self.step(1))
        self.place = QLabel()
        self.again_button = button(self.tr("Compare again"), self.tr("With what it has learned since"))
        self.again_button.clicked.connect(self.compare)
        self.blind_button = button(self.tr("Blind test …"), self.tr("Which is better? Ten pairs without names"))
        self.blind_button.clicked.connect(self._blind)
        self.said, self.error = QLabel(), ErrorBar()
        self.error.retry_asked.connect(self.compare)
        self.holder = QVBoxLayout()
        self.table = QGridLayout()
        self.verdict, self.meaning = QLabel(), quiet()
        self.blind_result = QLabel()
        for label in (self.said, self.verdict, self.blind_result):
            label.setWordWrap(True)
        self._compose()
        self.command = Command(self)
        self.command.finished.connect(self._on_compared)
        self.command.failed.connect(self._on_failed)
        self.command.progressed.connect(self._on_progress)
        self._show()

    def _compose(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(2 * theme.GRID_PX)
        self.table.setHorizontalSpacing(2 * theme.GRID_PX)
        side.addLayout(self.table)
        for widget in (self.verdict, self.meaning, self.blind_button, self.blind_result):
            side.addWidget(widget)
        side.addStretch()
        panel = QWidget()
        panel.setLayout(side)
        panel.setFixedWidth(SIDE_PX)
        middle = QWidget()
        middle.setLayout(self.holder)
        self.holder.setContentsMargins(0, 0, 0, 0)
        buttons = row(
            self.left_box, self.right_box, self.previous_button, self.place, self.next_button, self.again_button
        )
        self.column.addLayout(buttons)
        self.column.addWidget(self.said)
        self.column.addLayout(row(middle, panel, stretch=0), 1)
        self.column.addWidget(self.error)

    def show_training(self, training: Training) -> None:
        """The report that there is, or a new one."""
        if training is self._training and (self.report or self.command.running):
            return
        self._training, self.report, self._number = training, {}, 0
        start = training.plan.start
        self._other_name = start if start and start != DEFAULT_MODEL else ""
        for box in (self.left_box, self.right_box):
            box.setItemText(box.findData("other"), self._name("other"))
        try:
            found = json.loads((self._folder / "report.json").read_text(encoding="utf-8"))
            found["comparisons"]  # else it was aborted
            self._take(found)
        except (OSError, ValueError, KeyError):
            self.compare()

    @Slot()
    def compare(self) -> None:
        """Have the held-out photos enlarged by both."""
        if self._training is None:
            return
        self.error.hide()
        self.report = {}
        self.said.setText(self.tr("Enlarging photos that it has never seen …"))
        against = self._training.plan.start or DEFAULT_MODEL
        self.command.run(
            ["train", "compare", str(self._training.run), "--against", against, "--nice", "-o", str(self._folder)]
        )
        self._show()

    def step(self, by: int) -> None:
        """Show another photo."""
        if self.report:
            self._number = (self._number + by) % len(self.report["pictures"])
            self._show_pictures()

    def close_threads(self) -> None:
        """End the threads that read."""
        self.command.close()
        if self._pane is not None:
            self._pane.close_threads()

    @property
    def _folder(self) -> Path:
        if self._training is None:
            raise RuntimeError("no training is shown")
        return self._training.folder / "compare"

    def _name(self, which: str) -> str:
        return {
            "damaged": self.tr("damaged"),
            "other": self._other_name or self.tr("bundled model"),
            "own": self.tr("your model"),
            "original": self.tr("original"),
        }[which]

    def _on_progress(self, line: str) -> None:
        if not self.report:
            with suppress(OSError, ValueError, KeyError):
                self._take(json.loads((self._folder / "report.json").read_text(encoding="utf-8")))
        text = self.tr("Measuring both …") if self.report else self.tr("Enlarging photos that it has never seen …")
        self.said.setText(text)
        self._show()

    def _on_compared(self, output: str) -> None:
        try:
            self._take(json.loads(Path(output.strip().splitlines()[-1]).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, IndexError) as error:
            self._on_failed(str(error))

    def _on_failed(self, text: str) -> None:
        self.said.setText("")
        self.error.show_error(text, can_retry=True)
        self._show()

    def _take(self, report: dict[str, Any]) -> None:
        self.report = report
        self.said.setText("")
        if "comparisons" in report:
            self._fill_table()
        self._show()
        self._show_pictures()

    def _show(self) -> None:
        there = bool(self.report)
        for widget in (self.left_box, self.right_box, self.previous_button, self.next_button, self.blind_button):
            widget.setEnabled(there)
        self.again_button.setEnabled(there and not self.command.running)
        self.said.setVisible(bool(self.said.text()))
        self.changed.emit()

    def _show_pictures(self) -> None:
        if not self.report:
            return
        if self._pane is None:  # not before it is needed: it starts threads
            self._pane = ComparePane(self._engine)
            self.holder.addWidget(self._pane)
        pictures = self.report["pictures"]
        left, right = self.left_box.currentData(), self.right_box.currentData()
        self._pane.view.side_names = self._name(left), self._name(right)
        self._pane.open(Path(pictures[self._number][left]), Path(pictures[self._number][right]))
        self.place.setText(self.tr("{0} of {1}").format(self._number + 1, len(pictures)))

    def _fill_table(self) -> None:
        for label in self._cells:
            label.deleteLater()
        self._cells = []
        words = {"better": self.tr("better"), "worse": self.tr("worse"), "alike": self.tr("alike")}
        compared = {entry["figure"]: entry["verdict"] for entry in self.report["comparisons"]}
        verdicts = {figure: compared[figure] for figure in FIGURES if figure in compared}
        for column, text in enumerate(("", self._name("other"), self._name("own"), "")):
            self._put(quiet(text), 0, column)
        colors = theme.current()
        line = 1
        for figure, name in FIGURES.items():
            own, other = (self.report[f"{which}_figures"].get(figure) for which in ("own", "other"))
            if own is None or other is None:
                continue
            decimals = 2 if figure == "psnr" else 3
            verdict = verdicts.get(figure, "alike")
            for column, text in enumerate((name, f"{other:.{decimals}f}", f"{own:.{decimals}f}", words[verdict])):
                label = QLabel(text)
                if column in (1, 2):
                    label.setAlignment(Qt.AlignmentFlag.AlignRight)
                if column == 3 and verdict != "alike":
                    label.setStyleSheet(f"color: {colors.good if verdict == 'better' else colors.warning}")
                self._put(label, line, column)
            line += 1
        self.verdict.setText(self._verdict(verdicts))
        self.meaning.setText(
            self.tr(
                "LPIPS and DISTS say how different it looks to the eye, PSNR and SSIM how close it is pixel by pixel; "
                "“alike” means that the difference may be chance. Your own eyes decide."
            )
        )

    def _put(self, label: QLabel, line: int, column: int) -> None:
        self.table.addWidget(label, line, column)
        self._cells.append(label)

    def _verdict(self, verdicts: dict[str, str]) -> str:
        better = sum(verdict == "better" for verdict in verdicts.values())
        worse = sum(verdict == "worse" for verdict in verdicts.values())
        parts = [] if self.report["unseen"] else [self.tr("These photos were trained on: the figures are too good.")]
        if worse >= better:
            text = self.tr("Warning: the new model is not better. More time, more photos or other damage may help.")
            parts.append(text)
        elif worse:
            parts.append(self.tr("The new model is better in {0} figures and worse in {1}.").format(better, worse))
        else:
            parts.append(self.tr("The new model is better in {0} of {1} figures.").format(better, len(verdicts)))
        return " ".join(parts)

    @Slot()
    def _blind(self) -> None:
        test = BlindTest(self.report["pictures"], self)
        test.exec()
        if test.answers:
            self.blind_result.setText(test.result_text())
        test.deleteLater()
