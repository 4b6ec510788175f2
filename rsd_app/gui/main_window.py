"""The window: composition only."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rsd_app.core.progress import CancelToken
from rsd_app.core.resources import resource_path
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.events import Advanced, Done, Failed, Outcome
from rsd_app.gui import theme
from rsd_app.gui.compare_view import CompareView
from rsd_app.gui.worker import Decoder, Enlarge, Job, Threads, enlarge_with_engine

SAMPLE = "samples/budgie.jpg"


class MainWindow(QMainWindow):
    """One photo: drop it, enlarge it, compare.

    Args:
        enlarge: what does the work; the engine by default.
    """

    def __init__(self, enlarge: Enlarge = enlarge_with_engine) -> None:
        super().__init__()
        self._enlarge = enlarge
        self._photo: Path | None = None
        self._result: Path | None = None
        self._cancel: CancelToken | None = None
        self._details = ""
        self.setWindowTitle("RSD Studio")
        self.setStyleSheet(theme.STYLE_SHEET)
        self.setAcceptDrops(True)
        self.resize(1200, 800)
        self._threads = Threads(self)
        self.view = CompareView()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_empty_page())
        self._pages.addWidget(self.view)
        self.error_bar = self._make_error_bar()
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
        self.error_bar.hide()
        self._result = result
        self._decode(photo)

    @Slot()
    def start(self) -> None:
        """Enlarge the photo beside its source."""
        if self._photo is None or self._cancel is not None:
            return
        self.error_bar.hide()
        self._cancel = CancelToken()
        job = Job(self._photo, UpscaleConfig(overwrite=False, resume=True), self._cancel, self._enlarge)
        job.progressed.connect(self._on_progress)
        job.finished.connect(self._on_finished)
        self._show_state()
        self._threads.start(job)

    @Slot()
    def stop(self) -> None:
        """Stop after the strip at work; it can be resumed."""
        if self._cancel is not None:
            self._cancel.cancel()

    def _make_tools(self) -> None:
        bar = QToolBar(self.tr("Tools"))
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.addToolBar(bar)

        def action(text: str, tip: str, keys: QKeySequence | QKeySequence.StandardKey | str) -> QAction:
            made = QAction(text, self)
            made.setShortcut(keys)
            made.setToolTip(f"{tip} ({made.shortcut().toString()})")
            bar.addAction(made)
            return made

        opened = action(self.tr("Open"), self.tr("Open a photo"), QKeySequence.StandardKey.Open)
        opened.triggered.connect(self._choose)
        fit = action(self.tr("Fit"), self.tr("Show the whole picture"), "F")
        fit.triggered.connect(self.view.fit)
        full = action("100 %", self.tr("One pixel of the result for one of the screen"), "1")
        full.triggered.connect(lambda: self.view.zoom_to(1.0))
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

    def _make_empty_page(self) -> QWidget:
        page = QWidget()
        page.setStyleSheet(f"background: {theme.PICTURE_GRAY};")
        column = QVBoxLayout(page)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.setSpacing(2 * theme.GRID_PX)
        title = QLabel(self.tr("Drop a photo here"))
        title.setStyleSheet("font-size: 24px;")
        hint = QLabel(self.tr("It is enlarged four times and restored, on this computer."))
        hint.setStyleSheet(f"color: {theme.QUIET_TEXT};")
        self.sample_button = QPushButton(self.tr("Enlarge the sample photo"))
        self.sample_button.setProperty("primary", True)
        self.sample_button.setStyleSheet(f"background: {theme.ACCENT}; color: #101010;")
        self.sample_button.clicked.connect(self._open_sample)
        for widget in (title, hint, self.sample_button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
        return page

    def _make_error_bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("error")
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, theme.GRID_PX, theme.GRID_PX)
        self.error_text = QLabel()
        self.error_text.setWordWrap(True)
        self.error_text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = QPushButton(self.tr("Copy details"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(bar.hide)
        row.addWidget(self.error_text, 1)
        row.addWidget(copy)
        row.addWidget(close)
        bar.hide()
        return bar

    def _make_status(self) -> None:
        self._progress = QProgressBar()
        self._progress.setRange(0, 1000)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(160)
        self._progress.setAccessibleName(self.tr("Progress"))
        self.statusBar().addPermanentWidget(self._progress)

    def _show_state(self) -> None:
        running = self._cancel is not None
        self.start_action.setEnabled(self._photo is not None and not running)
        self.stop_action.setEnabled(running)
        self._progress.setVisible(running)
        if not running:
            self._progress.setValue(0)

    def _decode(self, path: Path) -> None:
        decoder = Decoder(path)
        decoder.finished.connect(self._on_decoded)
        self._threads.start(decoder)

    @Slot(object, object)
    def _on_decoded(self, path: Path, image: QImage | str) -> None:
        if isinstance(image, str):
            self._show_error(image, image)
            return
        if path == self._result:
            self.view.show_result(image)
            return
        self._photo = path
        self.view.show_photo(image)
        self._pages.setCurrentWidget(self.view)
        self.view.setFocus()
        self.setWindowTitle(f"{path.name} - RSD Studio")
        self._show_state()
        if self._result is not None:
            self._decode(self._result)

    @Slot(object)
    def _on_progress(self, event: Advanced) -> None:
        self._progress.setValue(round(event.fraction * 1000))
        rest = "" if event.remaining_s is None else self.tr("{0} s left").format(max(1, round(event.remaining_s)))
        self.statusBar().showMessage(rest)

    @Slot(object)
    def _on_finished(self, outcome: Outcome) -> None:
        self._cancel = None
        self._show_state()
        if isinstance(outcome, Done):
            self._result = outcome.destination
            text = self.tr("{0} in {1:.1f} s").format(outcome.destination, outcome.seconds)
            self.statusBar().showMessage(text)
            self._decode(outcome.destination)
        elif isinstance(outcome, Failed):
            self.statusBar().clearMessage()
            self._show_error(outcome.error, outcome.details or outcome.error)
        else:
            self.statusBar().showMessage(self.tr("Stopped. Enlarge goes on where it was."))

    def _show_error(self, text: str, details: str) -> None:
        self._details = details
        self.error_text.setText(text)
        self.error_bar.show()

    @Slot()
    def _choose(self) -> None:
        kinds = self.tr("Photos") + " (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp)"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Open a photo"), "", kinds)
        if path:
            self.open_photo(Path(path))

    @Slot()
    def _open_sample(self) -> None:
        """The sample, copied to where results may be written, and enlarged at once."""
        folder = Path.home() / "RSD Studio"
        folder.mkdir(exist_ok=True)
        source = resource_path(SAMPLE)
        copy = folder / source.name
        copy.write_bytes(source.read_bytes())
        result = copy.with_name(f"{copy.stem}_x4.jpg")
        self.open_photo(copy, result if result.exists() else None)
        self._photo = copy
        if not result.exists():
            self.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first file; a queue for several comes with the next version."""
        local = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            event.acceptProposedAction()
            self.open_photo(local[0])
            if len(local) > 1:
                self.statusBar().showMessage(self.tr("One photo at a time for now: {0}").format(local[0].name))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs; its canvas stays and can be resumed."""
        self.stop()
        self._threads.wait()
        event.accept()
