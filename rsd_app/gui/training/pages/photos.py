"""First page: add folders, check every photo, say whether they suffice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from rsd_app.gui.file_names import path_from_dialog, path_of
from rsd_app.gui.training.process.assistant import Assistant
from rsd_app.gui.training.widgets.page import Page, button, row
from rsd_app.gui.training.widgets.photo_grid import GridPhoto, PhotoGrid
from rsd_app.gui.widgets.error_bar import ErrorBar

FEW, MANY = 8, 100  # photos: below the first nothing is learned but these scenes
FIXED = ("unreadable", "small", "duplicate", "near duplicate", "pair")  # what no click can change


class PhotosPage(Page):
    """Which photos the training learns from."""

    def __init__(self, assistant: Assistant) -> None:
        super().__init__()
        self.introduce(
            self.tr(
                "Choose sharp, clean photos of the kind that the model is for. It learns to restore damaged ones "
                "to that quality. The photos stay where they are, and nothing leaves this computer."
            )
        )
        self._assistant = assistant
        self.folders: list[str] = []
        self.by_hand: dict[str, bool] = {}
        self.settings: list[str] = []
        self.survey: dict[str, Any] = {}
        self._asked = 0
        self.setAcceptDrops(True)
        self.grid = PhotoGrid()
        self.grid.toggled.connect(self._on_toggled)
        self.target = QLabel(self.tr("Drop folders of photos here"))
        self.target.setAlignment(Qt.AlignmentFlag.AlignCenter)
        target = QWidget()
        around = QVBoxLayout(target)
        self.target.setObjectName("title")
        around.addWidget(self.target)
        self.pages = QStackedWidget()
        self.pages.addWidget(target)
        self.pages.addWidget(self.grid)
        self.add_button = button(self.tr("Add a folder …"), self.tr("Also by dropping or pasting it"))
        self.add_button.clicked.connect(self._choose)
        self.clear_button = button(self.tr("Start over"), self.tr("Forget the folders; no file is changed"))
        self.clear_button.clicked.connect(self.clear)
        self.verdict, self.counts = QLabel(), QLabel()
        self.verdict.setWordWrap(True)
        self.counts.setProperty("quiet", True)
        self.counts.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.error = ErrorBar()
        self.column.addLayout(row(self.add_button, self.clear_button, self.counts, stretch=2))
        self.column.addWidget(self.bar)
        self.column.addWidget(self.pages, 1)
        self.column.addWidget(self.verdict)
        self.column.addWidget(self.error)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._paste)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Open), self, self._choose)
        self._show()

    @property
    def ready(self) -> bool:
        return bool(self.used) and not self.bar.isVisibleTo(self)

    @property
    def used(self) -> list[str]:
        """Photos that are trained on, and the good ones of pairs."""
        return [entry.path for entry in self.grid.entries().values() if entry.use == "used"]

    @property
    def shown_photos(self) -> list[str]:
        """Photos for previews, held-out ones first, for those are shown later, too."""
        entries = sorted(self.grid.entries().values(), key=lambda entry: entry.use != "held out")
        return [entry.path for entry in entries if entry.use != "left out"]

    def add(self, paths: Sequence[Path]) -> None:
        """Folders; of a single photo its folder."""
        for path in paths:
            folder = str((path if path.is_dir() else path.parent).absolute())
            if folder not in self.folders:
                self.folders.append(folder)
        self.look()

    @Slot()
    def clear(self) -> None:
        """Forget the folders."""
        self.folders, self.by_hand, self.survey = [], {}, {}
        self._assistant.forget(self._asked)
        self.bar.hide()
        self.grid.show_entries([])
        self._show()

    @Slot()
    def look(self) -> None:
        """Have every photo looked at; what was looked at before comes at once."""
        self._assistant.forget(self._asked)
        if not self.folders:
            return
        self.error.hide()
        self.bar.setRange(0, 0)
        self.bar.show()
        self._asked = self._assistant.ask(
            "survey",
            self._on_survey,
            self._on_failed,
            self._on_progress,
            folders=self.folders,
            by_hand=self.by_hand,
            settings=self.settings,
        )
        self._show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([path_of(url) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Add a folder of photos"))
        if folder:
            self.add([path_from_dialog(folder)])

    def _paste(self) -> None:
        data = QApplication.clipboard().mimeData()
        paths = [path_of(url) for url in data.urls() if url.isLocalFile()]
        paths = paths or [Path(line.strip()) for line in data.text().splitlines() if line.strip()]
        self.add([path for path in paths if path.exists()])

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.counts.setText(self.tr("{0} of {1} photos looked at").format(done, total))

    def _on_failed(self, text: str) -> None:
        self.bar.hide()
        self.error.show_error(text)
        self._show()

    def _on_survey(self, found: dict[str, Any]) -> None:
        self.survey = found
        self.bar.hide()
        self.grid.show_entries([self._entry(photo) for photo in [*found["photos"], *found["pairs"]]])
        self._show()

    def _on_toggled(self, path: str) -> None:
        entry = self.grid.entries()[path]
        if path in self.by_hand:
            del self.by_hand[path]  # back to what the check said
        else:
            self.by_hand[path] = entry.use == "left out"
        self.look()

    def _entry(self, photo: dict[str, Any]) -> GridPhoto:
        kinds = {
            "unreadable": self.tr("cannot be read"),
            "small": self.tr("too small"),
            "duplicate": self.tr("duplicate"),
            "near duplicate": self.tr("near duplicate"),
            "blurred": self.tr("blurred"),
            "enlarged": self.tr("was enlarged"),
            "compressed": self.tr("strongly compressed"),
            "noisy": self.tr("noisy"),
            "by hand": self.tr("left out"),
            "pair": self.tr("pair does not fit"),
        }
        note = kinds.get(photo["kind"], photo["kind"])
        if photo["use"] == "held out":
            note = self.tr("held out")
        return GridPhoto(photo["path"], photo["use"], note, photo["reason"], photo["kind"] not in FIXED)

    def _show(self) -> None:
        """Show counts and verdict."""
        there = bool(self.grid.entries())
        self.pages.setCurrentIndex(int(there))
        self.clear_button.setEnabled(bool(self.folders))
        if not self.bar.isVisibleTo(self):
            self.counts.setText(self._counts() if there else "")
            self.verdict.setText(self._verdict() if there else "")
        self.changed.emit()

    def _counts(self) -> str:
        entries = list(self.grid.entries().values())
        used, held, out = (sum(e.use == use for e in entries) for use in ("used", "held out", "left out"))
        parts = [self.tr("%n photo(s) to learn from", "", used), self.tr("%n held out as a test", "", held)]
        parts += [self.tr("%n left out", "", out)] if out else []
        pairs = self.survey.get("pairs_used", 0)
        parts += [self.tr("%n true pair(s)", "", pairs)] if pairs else []
        return " · ".join(parts)

    def _verdict(self) -> str:
        used = len(self.used)
        held = self.survey.get("held_out", 0) + self.survey.get("pairs_held_out", 0)
        if not used:
            return self.tr(
                "None of these can be used. Point at a photo to see why; click a flawed one to use it anyway."
            )
        if used < FEW:
            return self.tr("Too few: a model would memorise these pictures. Add more of the same kind.")
        if not held:
            return self.tr("Enough to train, too few to hold some out: quality on unseen photos will not be measured.")
        if used < MANY:
            return self.tr("Enough. From about 100 photos on, a model learns more than just these scenes.")
        return self.tr("Enough.")
