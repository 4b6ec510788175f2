"""The middle of the window: one photo, its result, and all that is needed to see them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QColorSpace, QKeyEvent, QWindow
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rsd_app.core.errors import ConfigError
from rsd_app.engine.events import Advanced, Done, Event, Started
from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.sizing import result_size
from rsd_app.gui.compare.drawing.view import CompareView
from rsd_app.gui.compare.live_preview import LivePreview
from rsd_app.gui.compare.pictures.canvas_watch import CanvasWatch
from rsd_app.gui.compare.pictures.closing import Closer
from rsd_app.gui.compare.pictures.loader import Loaded, Loading
from rsd_app.gui.compare.pictures.reading import Reader
from rsd_app.gui.compare.pictures.result_stack import ResultStack, look_of
from rsd_app.gui.compare.pictures.scene import Scene
from rsd_app.gui.compare.places import Box, in_result, in_source
from rsd_app.gui.compare.seen_part import SeenPart
from rsd_app.gui.look import theme
from rsd_app.gui.threads.engine_thread import EngineThread

if TYPE_CHECKING:
    from rsd_app.engine.picture.preview import Preview

CANVAS_SUFFIX = ".rsdcanvas"


class ResultFile(Enum):
    """What is known of the result's file."""

    NONE = auto()
    COMING = auto()  # it is being read; what is shown so far stays
    SMALL = auto()  # a small one is shown, the whole is being read
    WHOLE = auto()


@dataclass
class Shown:
    """The photo that is shown, and what is known of its result."""

    loading: Loading  # which may bring it whole yet
    loaded: Loaded
    result: Path | None = None
    result_file: ResultFile = ResultFile.NONE
    result_size: QSize | None = None  # where it is known from the file
    previewed_px: int = 0

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the photo."""
        return self.loaded.width, self.loaded.height


class ComparePane(QWidget):
    """Shows a photo and its result, whether that is there, being made, or only previewed.

    Args:
        engine: for previews.

    Attributes:
        tiles: what the preview has made; a full run takes it.

    Signals:
        shown: the photo (a path) can be seen.
        failed: the path and why it, its result or its preview cannot be shown.
        changed: zoom, mode, size or settings.
        measured: seconds that a preview took for a megapixel of the result.
        previewed: share of what is seen that the preview has made; None: it makes nothing more.
        estimated: severity given to the preview's model for this photo; None: what it learned for unknown.
    """

    shown = Signal(object)
    failed = Signal(object, str)
    changed = Signal()
    measured = Signal(float)
    previewed = Signal(object)
    estimated = Signal(object)

    def __init__(self, engine: EngineThread) -> None:
        super().__init__()
        self.tiles = TileStore()
        self._config: UpscaleConfig | None = None
        self._scale = UpscaleConfig().scale  # of the last configuration: most likely that of the next, too
        self._closer = Closer()
        self._reader = Reader(self._closer)
        self._stack = ResultStack(self._closer)
        self._watch = CanvasWatch(self._stack)
        self._epoch = 0
        self._opening: Loading | None = None  # of the photo that comes; what is shown stays until then
        self._adopts = False  # the next configuration is that of the result that comes with its photo
        self._shown: Shown | None = None
        self.view = CompareView()
        self.view.changed.connect(self.changed)
        self.view.moved.connect(self._on_moved)
        self._preview = LivePreview(engine, self.tiles, self)
        self._preview.ready.connect(self._on_preview_ready)
        self._preview.patched.connect(self._on_patched)
        self._preview.kept.connect(self._show_part)
        self._preview.advanced.connect(self.view.set_busy)
        self._preview.advanced.connect(self.previewed)
        self._preview.declined.connect(self._on_preview_declined)
        self._preview.measured.connect(self.measured)
        self._preview.failed.connect(self._on_preview_failed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)

    # Photo, settings, events

    def open(self, photo: Path, result: Path | None = None) -> None:
        """Show a photo, and its result where there is one; what is shown stays until then."""
        if self._opening is not None:
            self._opening.cancel()
        self._adopts = result is not None
        self.view.set_busy(0.0)

        def show(loading: Loading, loaded: Loaded) -> None:
            self._on_photo(loading, loaded, result)

        self._opening = self._reader.read(photo, self._screen_colors(), show, self._on_photo_failed)

    def warm_up(self, config: UpscaleConfig) -> None:
        """Have everything loaded that the first preview of such a configuration needs."""
        self._preview.warm_up(config)

    def close_photo(self) -> None:
        """Close the photo and show nothing."""
        self._reader.cancel()
        self._opening = None
        self._preview.set_photo(None)
        self._drop_shown()
        self.view.set_scene(None)

    def set_config(self, config: UpscaleConfig | None) -> None:
        """What the photo shown is to be enlarged with; None: no preview."""
        self._take_config(config)
        self.changed.emit()

    def _take_config(self, config: UpscaleConfig | None) -> None:
        if config is not None and self._adopts:
            self._adopts, self._config, self._scale = False, config, config.scale
            self._preview.set_config(None)
            return
        same = look_of(config) == look_of(self._config)
        self._config = config
        if not same:
            self.view.set_note("")
        if config is not None and not same:
            self._scale = config.scale
            if self._shown is not None:
                self._shown.result_size = None
            self._stack.make_old()
            self._show(QRect())
        self._preview.set_config(None if self._stack.holds_result_of(config) else config)

    def on_event(self, event: Event) -> None:
        """Of any job; those of the photo shown count."""
        if self._shown is None or event.source != self._shown.loading.path:
            return
        if isinstance(event, Started):
            self.view.set_note("")
            canvas = event.destination.with_name(f".{event.destination.name}{CANVAS_SUFFIX}")
            self._stack.run_started(canvas, self._config)
        elif isinstance(event, Advanced):
            self._look_at_canvas(event.rows)
        elif isinstance(event, Done):
            self._look_at_canvas(None)
            self._open_result(self._shown, event.destination)

    @property
    def result(self) -> Path | None:
        """The finished result of the photo, if it is shown or being read."""
        return None if self._shown is None else self._shown.result

    @property
    def result_is_whole(self) -> bool:
        """Whether the finished result is read in full, and shown from its file."""
        return self._shown is not None and self._shown.result_file is ResultFile.WHOLE

    @property
    def previewing(self) -> bool:
        """Whether a part that is seen is being computed, or soon will be."""
        return self._preview.busy

    @property
    def previewed_px(self) -> int:
        """Source pixels that the preview has computed of this photo so far."""
        return 0 if self._shown is None else self._shown.previewed_px

    @property
    def picture_size(self) -> QSize:
        """Of the result, as it is or will be."""
        return QSize() if self.view.scene is None else self.view.scene.size

    @property
    def seen_part(self) -> SeenPart | None:
        """What of the photo is seen, all of it where nothing is; None while no photo can be enlarged."""
        shown, config = self._shown, self._config
        if shown is None or config is None:
            return None
        box = self._seen_box() or (0, 0, *shown.size)
        return SeenPart(photo=shown.loading.path, config=config, box=box, to_screen=shown.loaded.to_screen)

    def listen_to(self, widget: QWidget) -> None:
        """Let the flip work while that widget has the focus."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The backslash, wherever it is listened to."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Backslash:
            if event.type() == QEvent.Type.KeyPress:
                self.view.set_flipped(True)
                return True
            if event.type() == QEvent.Type.KeyRelease:
                if not event.isAutoRepeat():
                    self.view.set_flipped(False)
                return True
        return super().eventFilter(watched, event)

    def close_threads(self) -> None:
        """End what is being read, and wait for it."""
        self._opening = None
        self._reader.cancel()
        self._preview.close()
        self.view.close_threads()
        self._reader.wait()
        self._drop_shown()
        self._reader.end()

    # Reading

    def _screen_colors(self) -> QColorSpace:
        """Those of the monitor as far as Qt knows them, else sRGB."""
        handle = cast("QWindow | None", self.window().windowHandle())
        space = handle.format().colorSpace() if handle is not None else QColorSpace()
        return space if space.isValid() else QColorSpace(QColorSpace.NamedColorSpace.SRgb)

    def _on_photo(self, loading: Loading, loaded: Loaded, result: Path | None) -> None:
        if loading is self._opening:
            self._show_photo(Shown(loading, loaded))
            if result is not None and self._shown is not None:
                self._open_result(self._shown, result)
        elif self._shown is not None and loading is self._shown.loading and loaded.whole:
            self._shown.loaded = loaded
            self._show(None)
        else:
            self._closer.close(loaded.pixels)

    def _show_photo(self, photo: Shown) -> None:
        self._opening = None
        self.view.set_busy(None)
        self._drop_shown()
        self.view.set_note("")
        self._shown = photo
        self._epoch += 1
        self._preview.set_photo(photo.loading.path)
        self._show(None, new_photo=True)
        self.shown.emit(photo.loading.path)

    def _on_photo_failed(self, loading: Loading, text: str) -> None:
        if loading is self._opening:
            self._opening = None
            self.view.set_busy(None)
        self.failed.emit(loading.path, text)

    def _open_result(self, shown: Shown, path: Path) -> None:
        shown.result, shown.result_file = path, ResultFile.COMING

        def failed(loading: Loading, text: str) -> None:
            self.failed.emit(path, text)

        self._reader.read(path, self._screen_colors(), self._on_result, failed)

    def _on_result(self, loading: Loading, loaded: Loaded) -> None:
        shown = self._shown
        if shown is None or loading.path != shown.result:
            self._closer.close(loaded.pixels)
            return
        if not loaded.whole and self._stack.pixels:
            return  # what is shown is better
        self._stack.set_file(loaded.pixels, self._config)
        shown.result_file = ResultFile.WHOLE if loaded.whole else ResultFile.SMALL
        if self._config is None or self._stack.holds_result_of(self._config):
            shown.result_size = QSize(loaded.width, loaded.height)
            self._preview.set_config(None)
        self._show(QRect())

    def _drop_shown(self) -> None:
        self._stack.clear()
        if self._shown is not None:
            self._closer.close(self._shown.loaded.pixels)
        self._shown = None

    # Showing

    def _size(self, shown: Shown) -> QSize:
        """Of the result."""
        if shown.result_size is not None:
            return shown.result_size
        factor = self._scale
        if self._config is not None:
            with suppress(ConfigError):  # a size that cannot be reached: the run will say so
                factor = self._config.factor(*shown.size)
        return QSize(*result_size(*shown.size, factor))

    def _show(self, changed: QRect | None, *, new_photo: bool = False) -> None:
        """Give the view what there is.

        Args:
            changed: where the result has changed, in its pixels; empty: all of it; None: photo and result.
        """
        if self._shown is None:
            return
        loaded, size = self._shown.loaded, self._size(self._shown)
        if self.view.scene is not None and self.view.scene.size != size:
            self._epoch += 1
        scene = Scene(
            epoch=self._epoch,
            width=size.width(),
            height=size.height(),
            before=loaded.pixels,
            over=self._stack.pixels,
            to_screen=loaded.to_screen,
            overview=loaded.overview,
        )
        if changed is not None and changed.isEmpty():
            changed = QRect(QPoint(0, 0), size)
        self.view.set_scene(scene, changed, new_photo=new_photo)

    def _look_at_canvas(self, rows: int | None) -> None:
        """Show what a run has finished since; None: all."""
        if self._shown is not None:
            new = self._watch.rows_finished(rows, self._size(self._shown), self.view.zoom)
            if new is not None:
                self._show(new)

    @Slot()
    def _on_moved(self) -> None:
        """Have a preview made of what is seen."""
        box = self._seen_box()
        if box is not None:
            self._preview.look_at(box)

    def _seen_box(self) -> Box | None:
        scene, seen = self.view.scene, self.view.seen
        if self._shown is None or scene is None or seen.isEmpty():
            return None
        return in_source(seen, self._shown.size, scene.size)

    @Slot(object)
    def _on_preview_ready(self, preview: Preview) -> None:
        from rsd_app.gui.compare.pictures.pixels import TilePixels

        self.estimated.emit(preview.severity)
        if self._shown is None or not preview.quick:
            return
        size = self._size(self._shown)
        gray = QColor(theme.PICTURE_GRAY).lightness()
        self._stack.set_tiles(
            TilePixels(self.tiles, preview.recipe, preview.scale, size.width(), size.height(), self._shown.size, gray)
        )
        self._show(QRect())

    @Slot(object)
    def _on_preview_declined(self, preview: Preview) -> None:
        """What is seen stays; it must not be taken for what the run will make."""
        if preview.passes > 1:
            note = self.tr("At this size the photo passes through the model twice. The result appears when you run it.")
        else:
            note = self.tr("This model takes many seconds per part. Its result appears when you run it.")
        self.view.set_note(note)

    @Slot(object)
    def _on_patched(self, box: Box) -> None:
        if self._shown is not None:
            self._shown.previewed_px += (box[2] - box[0]) * (box[3] - box[1])
            self._show_part(box)

    @Slot(object)
    def _show_part(self, box: Box) -> None:
        """Show that a box of the source, in the result, may be better now."""
        if self._shown is not None:
            self._show(in_result(box, self._shown.size, self._size(self._shown)))

    @Slot(str)
    def _on_preview_failed(self, text: str) -> None:
        if self._shown is not None:
            self.failed.emit(self._shown.loading.path, text)
