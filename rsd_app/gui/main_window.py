"""The window: composition only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QMainWindow,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rsd_app.core.errors import RsdError
from rsd_app.core.progress import CancelToken
from rsd_app.core.resources import resource_path
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.events import Advanced, Done, Failed, Outcome, Started
from rsd_app.gui import theme
from rsd_app.gui.compare_view import CompareView
from rsd_app.gui.empty_page import EmptyPage
from rsd_app.gui.error_bar import ErrorBar
from rsd_app.gui.picture import Picture
from rsd_app.gui.worker import Decoder, Enlarge, Job, Threads, enlarge_with_engine

SAMPLE = "samples/budgie.jpg"


@dataclass(frozen=True, kw_only=True)
class Opening:
    """A photo that is being decoded, and what is to follow."""

    photo: Path
    result: Path | None = None  # to compare with
    enlarge: UpscaleConfig | None = None  # to start with at once


class MainWindow(QMainWindow):
    """One photo: drop it, enlarge it, compare.

    Args:
        enlarge: what does the work; the engine by default.
    """

    def __init__(self, enlarge: Enlarge = enlarge_with_engine) -> None:
        super().__init__()
        self._enlarge = enlarge
        self._opening: Opening | None = None
        self._photo: Path | None = None
        self._result: Path | None = None  # of the photo that is shown
        self._cancel: CancelToken | None = None  # of the job that runs
        self._closing = False
        self._threads = Threads(self)
        self.setWindowTitle("RSD Studio")
        self.setStyleSheet(theme.STYLE_SHEET)
        self.setAcceptDrops(True)
        self.resize(1200, 800)
        self.view = CompareView()
        self.view.zoomed.connect(self._show_zoom)
        self.empty_page = EmptyPage()
        self.empty_page.open_asked.connect(self._choose)
        self.empty_page.sample_asked.connect(self._open_sample)
        self.error_bar = ErrorBar()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty_page)
        self._pages.addWidget(self.view)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.error_bar)
        self.setCentralWidget(middle)
        self._make_tools()
        self._make_status()
        self._show_state()

    def open_photo(self, photo: Path, result: Path | None = None) -> None:
        """Show a photo, and its result where there is one already."""
        self._open(Opening(photo=photo, result=result))

    @Slot()
    def start(self) -> None:
        """Enlarge the photo beside its source; a result that is there stays, the new one gets a number."""
        self._run(UpscaleConfig(resume=True))

    @Slot()
    def stop(self) -> None:
        """Stop after the part at work; it can be resumed."""
        if self._cancel is not None:
            self._cancel.cancel()
            self.stop_action.setEnabled(False)
            self.statusBar().showMessage(self.tr("Stopping …"))

    def _run(self, config: UpscaleConfig) -> None:
        if self._photo is None or self._cancel is not None:
            return
        self.error_bar.hide()
        self._cancel = CancelToken()
        job = Job(self._photo, config, self._cancel, self._enlarge)
        job.progressed.connect(self._on_progress)
        job.finished.connect(self._on_finished)
        self.statusBar().showMessage(self.tr("Loading the model …"))
        self._show_state()
        self._threads.start(job)

    def _make_tools(self) -> None:
        bar = QToolBar(self.tr("Tools"))
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # it would offer to hide the tools
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.addToolBar(bar)

        def action(text: str, tip: str, keys: QKeySequence | QKeySequence.StandardKey | str) -> QAction:
            made = QAction(text, self)
            made.setShortcut(keys)
            made.setToolTip(f"{tip} ({made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
            bar.addAction(made)
            return made

        opened = action(self.tr("Open"), self.tr("Open a photo"), QKeySequence.StandardKey.Open)
        opened.triggered.connect(self._choose)
        self._fit_action = action(self.tr("Fit"), self.tr("Show the whole picture"), "F")
        self._fit_action.triggered.connect(self.view.fit)
        self._full_action = action("100 %", self.tr("One pixel of the picture for one of the screen"), "1")
        self._full_action.triggered.connect(lambda: self.view.zoom_to(1.0))
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        self.stop_action = action(self.tr("Stop"), self.tr("Stop; it can be resumed"), "F7")
        self.stop_action.triggered.connect(self.stop)
        self.start_action = action(self.tr("Enlarge ×4"), self.tr("Enlarge the photo"), "F5")
        self.start_action.triggered.connect(self.start)
        button = bar.widgetForAction(self.start_action)
        if isinstance(button, QToolButton):
            button.setProperty("primary", True)

    def _make_status(self) -> None:
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(20 * theme.GRID_PX)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._zoom = QLabel()
        self._zoom.setToolTip(
            self.tr(
                "Wheel zooms, drag pans, arrows move the divider.\nSpace: fit or 100 %. 1, 2, 3: zoom. \\ held: flip."
            )
        )
        self.statusBar().addPermanentWidget(self._progress)
        self.statusBar().addPermanentWidget(self._zoom)
        self.statusBar().setSizeGripEnabled(False)

    def _show_state(self) -> None:
        running, shown = self._cancel is not None, self._photo is not None
        self.start_action.setEnabled(shown and not running)
        self.stop_action.setEnabled(running)
        self._fit_action.setEnabled(shown)
        self._full_action.setEnabled(shown)
        self._progress.setVisible(running)
        self._progress.setRange(0, 0)  # of unknown length until the model is loaded

    @Slot(float)
    def _show_zoom(self, zoom: float) -> None:
        shown = self.view.after or self.view.before
        if shown is not None:
            self._zoom.setText(f"{shown.size.width()} × {shown.size.height()}   {zoom:.0%}")

    def _open(self, opening: Opening) -> None:
        self.error_bar.hide()
        self._opening = opening
        self._decode(opening.photo)

    def _decode(self, path: Path) -> None:
        decoder = Decoder(path)
        decoder.finished.connect(self._on_decoded)
        self._threads.start(decoder)

    @Slot(object, object)
    def _on_decoded(self, path: Path, picture: Picture | str) -> None:
        """A photo or a result; one that was overtaken by another opening is dropped."""
        if self._closing:
            return
        opening = self._opening
        if opening is not None and path == opening.photo:
            self._opening = None
            if isinstance(picture, str):
                self.error_bar.show_error(picture)
            else:
                self._show_photo(opening, picture)
        elif path == self._result:
            if isinstance(picture, str):
                self.error_bar.show_error(picture)
            else:
                self.view.show_result(picture)

    def _show_photo(self, opening: Opening, picture: Picture) -> None:
        self._photo, self._result = opening.photo, opening.result
        self.view.show_photo(picture)
        self._pages.setCurrentWidget(self.view)
        self.view.setFocus()
        self.setWindowTitle(f"{opening.photo.name} – RSD Studio")
        self._show_state()
        if opening.result is not None:
            self._decode(opening.result)
        if opening.enlarge is not None:
            self._run(opening.enlarge)

    @Slot(object)
    def _on_progress(self, event: Started | Advanced) -> None:
        if self._cancel is None or self._cancel.cancelled:
            return
        self._progress.setRange(0, 1000)
        if isinstance(event, Started):
            self.statusBar().showMessage(event.device)
            return
        self._progress.setValue(round(event.fraction * 1000))
        if event.remaining_s is not None:
            self.statusBar().showMessage(
                self.tr("{0} left").format(in_words(max(1.0, event.remaining_s), tenths=False))
            )

    @Slot(object)
    def _on_finished(self, outcome: Outcome) -> None:
        if self._closing:
            return
        self._cancel = None
        self._show_state()
        if isinstance(outcome, Failed):
            self.statusBar().clearMessage()
            self.error_bar.show_error(outcome.error, outcome.details)
        elif isinstance(outcome, Done):
            text = self.tr("{0} in {1}").format(outcome.destination, in_words(outcome.seconds))
            self.statusBar().showMessage(" – ".join([text, *outcome.notices]))
            if outcome.source == self._photo:  # not if another was opened meanwhile
                self._result = outcome.destination
                self._decode(outcome.destination)
        elif outcome.resumable:
            self.statusBar().showMessage(self.tr("Stopped. Enlarge goes on where it was."))
        else:
            self.statusBar().showMessage(self.tr("Stopped."))

    @Slot()
    def _choose(self) -> None:
        kinds = self.tr("Photos") + " (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif)"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Open a photo"), "", kinds)
        if path:
            self.open_photo(Path(path))

    @Slot()
    def _open_sample(self) -> None:
        """The sample, copied to where results may be written, and enlarged at once."""
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        try:
            source = resource_path(SAMPLE)
            copy = Path(pictures) / "RSD Studio" / source.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(source.read_bytes())
        except (RsdError, OSError) as error:
            self.error_bar.show_error(str(error))
            return
        self._open(Opening(photo=copy, enlarge=UpscaleConfig(overwrite=True)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if _local_files(event.mimeData()):
            self.empty_page.set_hot(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Another time."""
        self.empty_page.set_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first file; a queue for several comes with the next version."""
        self.empty_page.set_hot(False)
        files = _local_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.open_photo(files[0])
            if len(files) > 1:
                self.statusBar().showMessage(self.tr("One photo at a time for now: {0}").format(files[0].name))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs; its canvas stays and can be resumed."""
        self._closing = True
        self.stop()
        self.hide()  # the part at work may take a second yet
        self._threads.wait()
        event.accept()


def in_words(seconds: float, *, tenths: bool = True) -> str:
    """A duration for people: "0.4 s", "12 s", "4 min", "2 h 10 min"."""
    if seconds < 9.95 and tenths:
        return f"{seconds:.1f} s"
    if seconds < 99.5:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def _local_files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
