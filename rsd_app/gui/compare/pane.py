"""The middle of the window: one photo, its result, and all that is needed to see them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.events import Done, Event
from rsd_app.engine.tiles import TileStore
from rsd_app.gui.compare_view import CompareView
from rsd_app.gui.engine_thread import EngineThread
from rsd_app.gui.picture import Picture
from rsd_app.gui.worker import Decoder, Threads

Mode = Literal["split", "side", "difference"]


class ComparePane(QWidget):
    """Shows a photo and its result, whether that is there, being made, or only previewed.

    Args:
        engine: for previews.

    Attributes:
        tiles: what the preview has made; a full run takes it.

    Signals:
        shown: the photo (a path) can be seen.
        failed: the path and why it, its result or its preview cannot be shown.
        changed: zoom, mode or size.
        measured: seconds that a preview took for a megapixel of the result.
    """

    shown = Signal(object)
    failed = Signal(object, str)
    changed = Signal()
    measured = Signal(float)

    def __init__(self, engine: EngineThread) -> None:
        super().__init__()
        self._engine = engine
        self.tiles = TileStore()
        self._photo: Path | None = None
        self._result: Path | None = None
        self._opening: tuple[Path, Path | None] | None = None
        self._threads = Threads(self)
        self.mode: Mode = "split"
        self.view = CompareView()
        self.view.zoomed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)

    def open(self, photo: Path, result: Path | None = None) -> None:
        """Show a photo, and its result where there is one; what is shown stays until then."""
        self._opening = (photo, result)
        self._decode(photo)

    def close_photo(self) -> None:
        """Nothing is shown any more."""
        self._photo = self._result = self._opening = None

    def set_config(self, config: UpscaleConfig | None) -> None:
        """What the photo shown is to be enlarged with; None: no preview."""

    def on_event(self, event: Event) -> None:
        """Of any job; those of the photo shown count."""
        if isinstance(event, Done) and event.source == self._photo:
            self._result = event.destination
            self._decode(event.destination)

    @property
    def zoom(self) -> float:
        """Pixels of the screen for one pixel of the result."""
        return self.view.zoom

    @property
    def picture_size(self) -> QSize:
        """Of the result, or of the photo while there is none."""
        shown = self.view.after or self.view.before
        return QSize() if shown is None else shown.size

    def fit(self) -> None:
        """The whole picture."""
        self.view.fit()

    def zoom_to(self, zoom: float) -> None:
        """Around the middle."""
        self.view.zoom_to(zoom)

    def toggle_fit(self) -> None:
        """Between the whole picture and 100 %."""
        self.view.toggle_fit()

    def zoom_in(self) -> None:
        """One step."""
        self.view.zoom_to(self.view.zoom * 1.25)

    def zoom_out(self) -> None:
        """One step."""
        self.view.zoom_to(self.view.zoom / 1.25)

    def set_mode(self, mode: Mode) -> None:
        """How photo and result are laid against each other."""
        self.mode = mode
        self.changed.emit()

    def set_flipped(self, flipped: bool) -> None:
        """The other one in place."""

    def set_loupe(self, shown: bool) -> None:
        """A magnifier at the cursor."""

    def state(self) -> dict[str, Any]:
        """What a session keeps of the view, as plain JSON."""
        return {"mode": self.mode}

    def restore(self, state: Mapping[str, Any]) -> None:
        """What `state` gave; what is missing or odd is left as it is."""

    def close_threads(self) -> None:
        """Wait for what is being decoded."""
        self._opening = None
        self._threads.wait()

    def _decode(self, path: Path) -> None:
        decoder = Decoder(path)
        decoder.finished.connect(self._on_decoded)
        self._threads.start(decoder)

    @Slot(object, object)
    def _on_decoded(self, path: Path, picture: Picture | str) -> None:
        """A photo or a result; one that was overtaken by another opening is dropped."""
        if self._opening is not None and path == self._opening[0]:
            _, result = self._opening
            self._opening = None
            if isinstance(picture, str):
                self.failed.emit(path, picture)
                return
            self._photo, self._result = path, result
            self.view.show_photo(picture)
            self.shown.emit(path)
            self.changed.emit()
            if result is not None:
                self._decode(result)
        elif path == self._result:
            if isinstance(picture, str):
                self.failed.emit(path, picture)
            else:
                self.view.show_result(picture)
                self.changed.emit()
