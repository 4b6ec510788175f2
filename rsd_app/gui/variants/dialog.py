"""Variants of what is seen: flipped through in place, one chosen for the whole picture."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.gui.compare.drawing.picture_row import PictureRow
from rsd_app.gui.compare.seen_part import SeenPart
from rsd_app.gui.look import theme
from rsd_app.gui.look.words import error_words
from rsd_app.gui.models.part_enlarged import enlarged_by
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.threads.jobs import Request
from rsd_app.gui.variants.difference import Difference, difference_of
from rsd_app.gui.variants.legend import Legend
from rsd_app.gui.variants.seeds import COUNT, seeds_from

SHARE = 0.96  # of the window that the dialog takes
LARGEST_SCALE = 4  # of a model that fills the room with what is computed
AROUND_PX = 34 * theme.GRID_PX  # above and below the picture
SMALL = QSize(14 * theme.GRID_PX, 9 * theme.GRID_PX)


class Variants(QDialog):
    """The first is the picture as it will be made; the others have the seeds that follow.

    Args:
        engine: computes them, one after the other.
        part: what is seen; the middle of it where it would not fit at full size.

    Signals:
        chosen: the seed of one.
        paint_asked: the number of one, to paint a part with.
    """

    chosen = Signal(int)
    paint_asked = Signal(int)

    def __init__(self, engine: EngineThread, part: SeenPart, parent: QWidget) -> None:
        super().__init__(parent)
        self._engine, self._tiles = engine, TileStore()
        self._requests: list[Request] = []
        self.seeds = seeds_from(part.config.seed)
        self.images: dict[int, QImage] = {}  # by number
        self.errors: dict[int, str] = {}
        self.difference: Difference | None = None
        self.setWindowTitle(self.tr("Variants"))
        self.resize(parent.size() * SHARE)
        width, height = self.width() - 2 * theme.GRID_PX, self.height() - AROUND_PX
        self._part = part.middle(width // LARGEST_SCALE, height // LARGEST_SCALE)
        self.picture = PictureRow(self.tr("The variant on view"))
        self.buttons = [self._make_button(number, seed) for number, seed in enumerate(self.seeds)]
        self.group = QButtonGroup(self)
        for number, button in enumerate(self.buttons):
            self.group.addButton(button, number)
        self.buttons[0].setChecked(True)
        self.group.idToggled.connect(lambda _, on: self._show() if on else None)
        self._make_overlay()
        self._compose()
        self._listen()
        for number in range(COUNT):
            self._have_made(number)
        self._show()

    @property
    def number(self) -> int:
        """Of the variant that is looked at, from 0."""
        return self.group.checkedId()

    def step(self, by: int) -> None:
        """To another one, round and round."""
        self.buttons[(self.number + by) % COUNT].setChecked(True)

    def accept(self) -> None:
        """The one that is looked at is chosen."""
        self.chosen.emit(self.seeds[self.number])
        super().accept()

    @Slot()
    def _paint(self) -> None:
        self.paint_asked.emit(self.number)
        self.reject()

    def done(self, result: int) -> None:
        """Closed: what is not made yet is not wanted."""
        for request in self._requests:
            request.cancel()
        super().done(result)

    def _make_button(self, number: int, seed: int) -> QToolButton:
        button = QToolButton()
        button.setText(self.tr("Seed {0}").format(seed))
        button.setAccessibleName(self.tr("Variant {0}, seed {1}").format(number + 1, seed))
        button.setToolTip(self.tr("Look at this variant ({0})").format(number + 1))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(SMALL)
        button.setCheckable(True)
        return button

    def _make_overlay(self) -> None:
        self.shows = QCheckBox(self.tr("Show where they &differ"))
        self.shows.setToolTip(self.tr("Colours what other seeds would have drawn differently (T)"))
        self.shows.toggled.connect(self._show)
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(10, 100)
        self.opacity.setValue(70)
        self.opacity.setFixedWidth(12 * theme.GRID_PX)
        self.opacity.setAccessibleName(self.tr("Strength of the colour"))
        self.opacity.setToolTip(self.tr("How strong the colour is"))
        self.opacity.valueChanged.connect(self._show)
        self.words = QLabel(self.tr("Computing …"))
        self.words.setWordWrap(True)

    def _compose(self) -> None:
        part = self._part
        head = QLabel(
            self.tr("{0}: {1} × {2} pixels of what you see. Where detail was lost, several pictures fit.").format(
                part.photo.name, part.width, part.height
            )
        )
        head.setProperty("quiet", True)
        small = QHBoxLayout()
        small.addStretch(1)
        for button in self.buttons:
            small.addWidget(button)
        small.addStretch(1)
        same, other = QLabel(self.tr("the same in all")), QLabel(self.tr("invented here; other details fit as well"))
        line = QHBoxLayout()
        legend = Legend(self.tr("From the same in all to invented"))
        for widget in (self.shows, self.opacity, same, legend, other):
            line.addWidget(widget)
        line.addStretch(1)
        box = QDialogButtonBox()
        self.use = box.addButton(self.tr("Use this one"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.use.setToolTip(self.tr("The whole picture gets the seed of this variant (Enter)"))
        self.use.setDefault(True)
        self.paint = box.addButton(self.tr("Paint with it"), QDialogButtonBox.ButtonRole.ActionRole)
        self.paint.setToolTip(self.tr("Paint the part of the picture that gets this variant"))
        self.paint.clicked.connect(self._paint)
        box.addButton(QDialogButtonBox.StandardButton.Close)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(head)
        whole.addWidget(self.picture, 1)
        for row in (small, line):
            whole.addLayout(row)
        whole.addWidget(self.words)
        whole.addWidget(box)

    def _listen(self) -> None:
        keys = {"Left": partial(self.step, -1), "Right": partial(self.step, 1), "T": self.shows.toggle}
        keys |= {str(number + 1): partial(self.buttons[number].setChecked, True) for number in range(COUNT)}
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        self.use.setFocus()

    def _have_made(self, number: int) -> None:
        part = replace(self._part, config=replace(self._part.config, seed=self.seeds[number]))
        tiles, model = self._tiles, part.config.model
        request = Request(lambda models, token: enlarged_by(part, model, tiles, None, models, token))
        request.finished.connect(lambda image: self._on_made(number, image))
        request.failed.connect(lambda error: self._on_failed(number, error))
        self._ask(request)

    def _ask(self, request: Request) -> None:
        self._requests.append(request)
        self._engine.ask(request)

    def _on_made(self, number: int, image: QImage) -> None:
        self.images[number] = image
        small = image.scaled(SMALL * self.devicePixelRatioF(), Qt.AspectRatioMode.KeepAspectRatio)
        self.buttons[number].setIcon(QIcon(QPixmap.fromImage(small)))
        if number == self.number:
            self._show()
        self._compare()

    def _on_failed(self, number: int, error: Exception) -> None:
        self.errors[number] = error_words(error, self._part.photo)
        self._show()
        self._compare()

    def _compare(self) -> None:
        if len(self.images) + len(self.errors) < COUNT:
            return
        if len(self.images) < 2:
            self.words.setText("")
            return
        images = list(self.images.values())
        request = Request(lambda _models, _token: difference_of(images))
        request.finished.connect(self._on_compared)
        self._ask(request)

    @Slot(object)
    def _on_compared(self, difference: Difference) -> None:
        self.difference = difference
        words = self.tr(
            "The variants differ by {0} of 255 levels on average, and clearly on {1} % of what you see. "
            "Agreement proves nothing, though."
        )
        self.words.setText(words.format(f"{difference.mean:.1f}", round(100 * difference.share)))
        self._show()

    @Slot()
    def _show(self) -> None:
        image = self.images.get(self.number)
        if image is None:
            self.picture.say(self.errors.get(self.number) or self.tr("Computing …"))
            return
        pixmap = QPixmap.fromImage(image)
        if self.shows.isChecked() and self.difference is not None:
            painter = QPainter(pixmap)
            painter.setOpacity(self.opacity.value() / 100)
            painter.drawImage(0, 0, self.difference.overlay)
            painter.end()
        self.picture.show_pictures([(self.buttons[self.number].text(), pixmap)])
