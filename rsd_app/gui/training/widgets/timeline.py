"""Fixed held-out crops through the time of a training: before, the model it began from, now, and as it should be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from rsd_app.gui.compare.drawing.picture_row import PictureRow
from rsd_app.gui.look import theme
from rsd_app.gui.settings.fields import ChoiceBox
from rsd_app.gui.training.widgets.page import quiet, row

CROPS = 6  # in a strip of `trainer.sheets.strips`, with so many pixels between two
GAP_PX = 2
MOST_KEPT = 200  # strips in memory
NAME_LETTERS = 10
LABEL_PX = 18  # of a line's name in a sheet


class Timeline(QWidget):
    """The strips of a run's folder `samples`, one a checkpoint; a slider goes through them."""

    def __init__(self) -> None:
        super().__init__()
        self._folder: Path | None = None
        self._strips: list[Path] = []
        self._kept: dict[Path, QPixmap] = {}
        self._ends = (QPixmap(), QPixmap())  # damaged and original: they stay the same, and are read once a stage
        self._ends_of: tuple[Path, str] | None = None
        self._follows = True  # the newest is shown until the slider is moved back
        self._began_from_model = False
        self.row = PictureRow(self.tr("Samples appear with the first checkpoint."))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Moment of the training"))
        self.slider.setToolTip(self.tr("Back and forth through the training"))
        self.slider.valueChanged.connect(self._on_moved)
        self.crop = ChoiceBox(self.tr("Which of the held-out crops"))
        self.crop.setMinimumContentsLength(NAME_LETTERS)
        for number in range(CROPS):
            self.crop.addItem(self.tr("Sample {0}").format(number + 1), number)
        self.crop.currentIndexChanged.connect(lambda _: self._show())
        self.moment = quiet()
        self.moment.setWordWrap(False)
        self.moment.setMinimumWidth(12 * theme.GRID_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID_PX)
        column.addWidget(self.row, 1)
        column.addLayout(row(self.crop, self.slider, self.moment, stretch=1))

    def look(self, folder: Path, stage: str, *, began_from_model: bool) -> None:
        """Show what there is of a stage now."""
        strips = sorted(path for path in folder.glob(f"{stage}-*.png")) if stage else []
        self._began_from_model = began_from_model and stage == "distill"
        self._folder = folder
        if strips != self._strips:
            self._strips = strips
            if strips and self._ends_of != (folder, stage):
                self._ends = self._read_ends(folder / f"{stage}.png", strips[-1])
                self._ends_of = None if self._ends[0].isNull() else (folder, stage)
            self._kept = {path: kept for path, kept in self._kept.items() if path in strips}
            self.slider.blockSignals(True)
            self.slider.setRange(0, max(0, len(strips) - 1))
            if self._follows:
                self.slider.setValue(len(strips) - 1)
            self.slider.blockSignals(False)
        self._show()

    @Slot(int)
    def _on_moved(self, value: int) -> None:
        self._follows = value == self.slider.maximum()
        self._show()

    def _show(self) -> None:
        if not self._strips or self._folder is None:
            self.row.show_pictures([])
            self.moment.setText("")
            return
        path = self._strips[min(self.slider.value(), len(self._strips) - 1)]
        iteration = int(path.stem.rpartition("-")[2])
        now = self._strip(path)
        before, original = self._ends
        shown = [(self.tr("damaged"), before)]
        if self._began_from_model:
            shown.append((self.tr("bundled model"), self._strip(self._strips[0])))
        shown += [(self.tr("step {0}").format(iteration), now), (self.tr("original"), original)]
        self.row.show_pictures([(name, self._cut(strip)) for name, strip in shown])
        self.moment.setText(self.tr("{0} of {1}").format(self.slider.value() + 1, len(self._strips)))

    def _read_ends(self, sheet: Path, strip: Path) -> tuple[QPixmap, QPixmap]:
        """The first and the last line of a sheet, in which names and strips take turns."""
        whole, height = QPixmap(str(sheet)), self._strip(strip).height()
        tops = (LABEL_PX, whole.height() - height)
        before, original = (whole.copy(QRect(0, top, whole.width(), height)) for top in tops)
        return before, original

    def _strip(self, path: Path) -> QPixmap:
        if path not in self._kept:
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
            self._kept[path] = QPixmap(str(path))
        return self._kept[path]

    def _cut(self, strip: QPixmap) -> QPixmap:
        """The chosen crop of a strip; those of a few held-out pairs are fewer."""
        side = strip.height()
        count = max(1, (strip.width() + GAP_PX) // (side + GAP_PX))
        number = min(max(0, self.crop.currentIndex()), count - 1)
        return strip.copy(QRect(number * (side + GAP_PX), 0, side, side))
