"""Second page: what the model is to undo, seen on the user's own photos by the same code that trains."""

from __future__ import annotations

import contextlib
import random
import shutil
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTemporaryDir, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rsd_app.core.cache_dir import cache_dir
from rsd_app.gui.compare.drawing.picture_row import PictureRow
from rsd_app.gui.file_names import path_from_dialog, path_of
from rsd_app.gui.look import theme
from rsd_app.gui.settings.fields import SteadySlider
from rsd_app.gui.training.process.assistant import Assistant
from rsd_app.gui.training.widgets.page import Page, button, quiet, row
from rsd_app.gui.widgets.error_bar import ErrorBar

KINDS = ("restore", "photo", "film", "web", "custom")
CARD_PX, CARD_SIDE = 15 * theme.GRID_PX, 192  # on the screen, and of the photo
SHOWN_SIDE = 400
DAY_S = 86_400
CARD_SEVERITY = 0.75
MOST_BLUR, MOST_NOISE = 6.0, 40.0  # ends of the sliders of damage by hand
MOST_LEAN = 4.0  # `data.severity_power` where the slider leans to heavy damage all the way


class DamagePage(Page):
    """Cards, a live before and after, and sliders behind More."""

    def __init__(self, assistant: Assistant) -> None:
        super().__init__()
        self._assistant = assistant
        self._photos: list[str] = []
        self._photo, self._seed = 0, 1
        self._asking = self._again = False
        self._drawn: set[tuple[str, str]] = set()  # kind and photo of the cards that are there
        self._folder = _samples_folder()
        self.setAcceptDrops(True)
        self.introduce(
            self.tr("Choose what your photos suffer from. What you see here is what the model will learn to undo.")
        )
        self.cards = self._make_cards()
        self.row = PictureRow(self.tr("A sample appears in a moment."))
        self.strength, self.lean, self.clean = (
            SteadySlider(name)
            for name in (
                self.tr("Condition shown"),
                self.tr("How often the damage is heavy"),
                self.tr("Left undamaged"),
            )
        )
        self.blur, self.noise, self.jpeg = (
            SteadySlider(name) for name in (self.tr("Blur up to"), self.tr("Noise up to"), self.tr("JPEG damage up to"))
        )
        self.again_button = button(self.tr("Another sample"), self.tr("Another place and other random damage (R)"))
        self.photo_button = button(self.tr("Another photo"), self.tr("The same on the next photo (P)"))
        self.more_button = button(self.tr("More"), self.tr("How strong, how often"))
        self.more_button.setCheckable(True)
        self.measure_button = button(
            self.tr("Measure it from bad photos …"), self.tr("Drop a few photos as bad as yours here, or choose them")
        )
        self.measured, self.error = quiet(), ErrorBar()
        self.more = self._make_more()
        side = QVBoxLayout()
        side.addWidget(self.row, 1)
        side.addLayout(row(QLabel(self.tr("clean")), self.strength, QLabel(self.tr("damaged")), stretch=1))
        side.addLayout(row(self.again_button, self.photo_button, self.measure_button, self.more_button))
        side.addWidget(self.measured)
        side.addWidget(self.more)
        shown = QWidget()
        shown.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(row(self._holder, shown, stretch=1), 1)
        self.column.addWidget(self.error)
        self._connect()

    @property
    def kind(self) -> str:
        """The chosen kind of damage."""
        return KINDS[max(0, self._group.checkedId())]

    @property
    def settings(self) -> tuple[str, ...]:
        """Of the recipe; the same for what is shown and what is trained."""
        return (*self._damage(self.kind), *self._shares())

    def show_photos(self, photos: Sequence[str]) -> None:
        """Set the photos to show damage on."""
        if list(photos) != self._photos:
            self._photos, self._photo = list(photos), 0
        if self._photos:
            self._draw_cards()
            self._ask()

    def close_down(self) -> None:
        """Remove the samples."""
        self._folder.remove()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.measure([path_of(url) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def measure(self, paths: Sequence[Path]) -> None:
        """Estimate the damage of bad photos, and train for that."""
        self.error.hide()
        self.measured.setText(self.tr("Measuring …"))
        files = [str(path) for path in paths if path.is_file()]
        folders = [str(path) for path in paths if path.is_dir()]
        self._assistant.ask("measure", self._on_measured, self._on_failed, files=files, folders=folders)

    def _make_cards(self) -> dict[str, QToolButton]:
        names = {
            "restore": self.tr("Anything, including heavy damage"),
            "photo": self.tr("Camera or phone"),
            "film": self.tr("Old film and prints"),
            "web": self.tr("From the web"),
            "custom": self.tr("As I set or measure it"),
        }
        self._group = QButtonGroup(self)
        self._holder = QWidget()
        self._holder.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        cards = {}
        for number, kind in enumerate(KINDS):
            card = cards[kind] = QToolButton()
            card.setText(names[kind])
            card.setCheckable(True)
            card.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            card.setIconSize(QSize(CARD_PX, CARD_PX))
            card.setFixedSize(CARD_PX + 7 * theme.GRID_PX, CARD_PX + 5 * theme.GRID_PX)
            card.setToolTip(names[kind])
            self._group.addButton(card, number)
            grid.addWidget(card, number // 2, number % 2)
        grid.setRowStretch(3, 1)
        cards["restore"].setChecked(True)
        return cards

    def _make_more(self) -> QWidget:
        more = QWidget()
        grid = QGridLayout(more)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, slider in enumerate((self.lean, self.clean, self.blur, self.noise, self.jpeg)):
            label = QLabel(slider.accessibleName())
            label.setBuddy(slider)
            grid.addWidget(label, number, 0)
            grid.addWidget(slider, number, 1)
        for slider, value in (
            (self.strength, 70), (self.lean, 50), (self.clean, 10), (self.blur, 25), (self.noise, 25), (self.jpeg, 45)
        ):  # fmt: skip
            slider.setValue(value)
        more.hide()
        return more

    def _connect(self) -> None:
        self._group.idToggled.connect(self._on_kind)
        for slider in (self.strength, self.lean, self.clean):
            slider.valueChanged.connect(self._ask)
        for slider in (self.blur, self.noise, self.jpeg):
            slider.valueChanged.connect(self._on_own)
        self.more_button.toggled.connect(self.more.setVisible)
        self.again_button.clicked.connect(self._another)
        self.photo_button.clicked.connect(self._next_photo)
        self.measure_button.clicked.connect(self._choose_bad)
        QShortcut(QKeySequence("R"), self, self._another)
        QShortcut(QKeySequence("P"), self, self._next_photo)

    def _damage(self, kind: str) -> tuple[str, ...]:
        if kind != "custom":
            return (f"data.damage={kind}",)
        blur = MOST_BLUR * self.blur.value() / 100
        noise = MOST_NOISE * self.noise.value() / 100
        worst = round(95 - 0.9 * self.jpeg.value())  # JPEG quality, 95 to 5
        low, high = (100, 100) if not self.jpeg.value() else (worst, 97)
        # Never nothing at all: a network that has nothing to undo learns to do nothing.
        return (
            "data.damage=custom",
            f"data.custom_blur=[{min(0.1, blur):.2f}, {max(0.1, blur):.2f}]",
            f"data.custom_noise=[0.0, {noise:.2f}]",
            f"data.custom_quality=[{low}, {high}]",
        )

    def _shares(self) -> tuple[str, ...]:
        lean = MOST_LEAN ** (self.lean.value() / 50 - 1)
        return f"data.severity_power={lean:.2f}", f"data.clean_share={self.clean.value() / 100:.2f}"

    @Slot()
    def _another(self) -> None:
        self._seed += 1
        self._ask()

    @Slot()
    def _next_photo(self) -> None:
        if self._photos:
            self._photo = (self._photo + 1) % len(self._photos)
            self._ask()

    @Slot()
    def _on_kind(self) -> None:
        self.changed.emit()
        self._ask()

    @Slot()
    def _on_own(self) -> None:
        """A slider of the custom mix chooses that card."""
        self._drawn = {entry for entry in self._drawn if entry[0] != "custom"}
        self.cards["custom"].setChecked(True)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        """Show what is chosen now; of many changes only the last is drawn."""
        if not self._photos or not self.isVisible():
            return
        if self._asking:
            self._again = True
            return
        self._asking, self._again = True, False
        chance = random.Random(self._seed)
        at = (0.5, 0.5) if self._seed == 1 else (chance.random(), chance.random())
        self._assistant.ask(
            "damage",
            self._on_sample,
            self._on_sample_failed,
            photo=self._photos[self._photo],
            side=SHOWN_SIDE,
            at=at,
            severity=self.strength.value() / 100,
            seed=self._seed,
            settings=self.settings,
            out=self._folder.filePath("shown"),
        )

    def _on_sample(self, found: dict[str, Any]) -> None:
        self._asking = False
        self.error.hide()
        names = self.tr("your photo"), self.tr("as the model will see it")
        self.row.show_pictures(
            [(name, QPixmap(found[part])) for name, part in zip(names, ("before", "after"), strict=True)]
        )
        if self._again:
            self._ask()
        elif self.kind == "custom":
            self._draw_cards()

    def _on_sample_failed(self, text: str) -> None:
        self._asking = False
        self._on_failed(text)

    def _draw_cards(self) -> None:
        for kind in KINDS:
            if (kind, self._photos[0]) in self._drawn:
                continue
            self._drawn.add((kind, self._photos[0]))
            self._assistant.ask(
                "damage",
                partial(self._on_card, kind),
                self._on_failed,
                photo=self._photos[0],
                side=CARD_SIDE,
                severity=CARD_SEVERITY,
                seed=7,
                settings=self._damage(kind),
                out=self._folder.filePath(kind),
            )

    def _on_card(self, kind: str, found: dict[str, Any]) -> None:
        self.cards[kind].setIcon(QIcon(QPixmap(found["after"])))

    @Slot()
    def _choose_bad(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, self.tr("Photos as bad as yours"))
        if files:
            self.measure([path_from_dialog(file) for file in files])

    def _on_measured(self, found: dict[str, Any]) -> None:
        blur, noise, quality = found["blur"], found["noise"], found["quality"]
        text = self.tr("Measured on %n photo(s): blur {0} to {1} px, noise {2} to {3} of 255, JPEG quality {4} to {5}.",
                       "", found["photos"])  # fmt: skip
        self.measured.setText(text.format(*blur, *noise, *quality))
        for slider, share in (
            (self.blur, blur[1] / MOST_BLUR),
            (self.noise, noise[1] / MOST_NOISE),
            (self.jpeg, (95 - quality[0]) / 90 if quality[0] < 100 else 0),
        ):
            slider.setValue(round(100 * min(1.0, max(0.0, share))))
        self.cards["custom"].setChecked(True)
        self._ask()

    def _on_failed(self, text: str) -> None:
        self.measured.setText("")
        self.error.show_error(text)


def _samples_folder() -> QTemporaryDir:
    """For the pictures that are shown; what a killed window has left there goes the next day."""
    folder = cache_dir() / "train-wizard"
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.iterdir():
            if time.time() - left.stat().st_mtime > DAY_S:
                shutil.rmtree(left, ignore_errors=True)
    return QTemporaryDir(str(folder / "samples-XXXXXX"))
