"""Bringing in model files: what they are, what they cannot say, and the import itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rsd_app.gui.desktop.dropped import incoming
from rsd_app.gui.look import theme
from rsd_app.gui.models.choose_files import choose_files
from rsd_app.gui.models.file_form import FileForm
from rsd_app.gui.models.librarian import Librarian
from rsd_app.gui.models.shelf import GivenFile


class ImportDialog(QDialog):
    """Asks what it must, then imports all files or none; more files may be dropped on it.

    Signals:
        brought: names of the models that are there now (a list).
    """

    brought = Signal(object)

    def __init__(self, librarian: Librarian, paths: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self._librarian = librarian
        self._working = False
        self._waiting = 0  # files that are being looked at
        self.forms: list[FileForm] = []
        self.setWindowTitle(self.tr("Import models"))
        self.setAcceptDrops(True)
        self.resize(72 * theme.GRID_PX, 52 * theme.GRID_PX)
        self._compose()
        librarian.looked_at.connect(self._on_looked_at)
        librarian.progressed.connect(self._on_progress)
        librarian.imported.connect(self._on_imported)
        librarian.stopped.connect(self._on_stopped)
        librarian.failed.connect(self._on_failed)
        self.add(paths)

    def add(self, paths: Sequence[Path]) -> None:
        """More files; those that are there already stay as they are."""
        known = {form.given.path for form in self.forms}
        new = [path for path in paths if path not in known]
        if new:
            self._waiting += len(new)
            self._librarian.look_at(new)
        self._refresh()

    def _compose(self) -> None:
        self._files = QVBoxLayout()
        self._files.setSpacing(theme.GRID_PX)
        inner = QWidget()
        inner.setObjectName("panel")
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._files)
        whole.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the import"))
        self.more_button = QPushButton(self.tr("Add a file …"))
        self.more_button.clicked.connect(self._choose)
        self.import_button = QPushButton(self.tr("Import"))
        self.import_button.setProperty("primary", True)
        self.import_button.clicked.connect(self.start)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.more_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.import_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        for widget in (self.state, self.progress, buttons):
            column.addWidget(widget)

    @Slot()
    def start(self) -> None:
        """Import the files listed."""
        wanted = {form.given.path: form.answers() for form in self.forms if form.usable}
        if not wanted or self.import_button.isEnabled() is False:
            return
        self._working = True
        self._librarian.bring(wanted)
        self._refresh()

    def reject(self) -> None:
        """Close; a running import is stopped first, and leaves nothing."""
        if self._working:
            self._librarian.cancel()
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """More files are welcome while nothing is imported."""
        if not self._working and incoming(event.mimeData()).paths:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add(incoming(event.mimeData()).paths)
        event.acceptProposedAction()

    @Slot()
    def _choose(self) -> None:
        self.add(choose_files(self))

    @Slot(object)
    def _on_looked_at(self, files: list[GivenFile]) -> None:
        for given in files:
            form = FileForm(given)
            form.changed.connect(self._refresh)
            form.left_out.connect(lambda form=form: self._leave_out(form))
            self.forms.append(form)
            self._files.addWidget(form)
        self._waiting = max(0, self._waiting - len(files))
        self._refresh()

    def _leave_out(self, form: FileForm) -> None:
        self.forms.remove(form)
        form.hide()
        form.deleteLater()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """What hinders the import, or that nothing does."""
        usable = [form for form in self.forms if form.usable]
        missing = [form for form in usable if form.given.needs_autoencoder]
        brings_own = any(
            network.kind == "autoencoder"
            for form in usable
            if form.given.found
            for network in form.given.found.networks
        )
        names = [form.name.text().strip() for form in usable if form.given.name]
        hindered = True
        if self._working:
            text = self.tr("Checking and converting. The files themselves stay as they are.")
        elif self._waiting:
            text = self.tr("Looking at the files …")
        elif not usable:
            text = self.tr("Nothing can be imported.")
        elif missing and not brings_own:
            text = self.tr(
                "{0} needs its autoencoder: add autoencoder_vq_f4.pth as a second file, once for all models."
            )
            text = text.format(missing[0].given.path.name)
        elif len(set(names)) < len(names):
            text = self.tr("Two models have the same name.")
        elif any(form.given.name and form.name.text().strip() in form.given.taken for form in usable):
            text = self.tr("A model of this name exists already.")
        elif not all(form.is_answered for form in usable):
            text = self.tr("Say what each model is, and give it a name of letters, digits, dots and dashes.")
        else:
            text, hindered = self.tr("Nothing in a file is executed. The files themselves stay as they are."), False
        self.state.setText(text)
        self.progress.setVisible(self._working)
        self.import_button.setEnabled(not hindered)
        self.more_button.setEnabled(not self._working)
        for form in self.forms:
            form.setEnabled(not self._working)

    @Slot(float)
    def _on_progress(self, share: float) -> None:
        self.progress.setValue(round(share * 100))

    @Slot(object)
    def _on_imported(self, names: list[str]) -> None:
        if self._working:
            self._working = False
            self.accept()
            self.brought.emit(names)

    @Slot()
    def _on_stopped(self) -> None:
        if self._working:
            self._working = False
            super().reject()

    @Slot(str)
    def _on_failed(self, text: str) -> None:
        """Nothing was imported; the user may change something and try again."""
        if self._working or self._waiting:
            self._working, self._waiting = False, 0
            self._refresh()
            self.state.setText(text)
