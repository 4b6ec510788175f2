"""The middle of the window: one photo, its result, and all that is needed to see them."""

from __future__ import annotations

import math
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QColorSpace, QKeyEvent, QWindow
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rsd_app.core.errors import ConfigError
from rsd_app.engine.events import Advanced, Done, Event, Started
from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.sizing import result_size
from rsd_app.gui.compare.closing import Closer
from rsd_app.gui.compare.live_preview import Box, LivePreview
from rsd_app.gui.compare.loader import Loaded, Loading
from rsd_app.gui.compare.result_stack import ResultStack, look_of
from rsd_app.gui.compare.scene import Scene
from rsd_app.gui.compare.seen_part import SeenPart
from rsd_app.gui.compare.view import CompareView
from rsd_app.gui.compare.view_folder import remove_view_folder, sweep, view_folder
from rsd_app.gui.look import theme
from rsd_app.gui.threads.engine_thread import EngineThread

if TYPE_CHECKING:
    from rsd_app.engine.picture.preview import Preview

CANVAS_SUFFIX = ".rsdcanvas"
ROWS_EVERY_S, FAR_ROWS_EVERY_S = 0.3, 1.0  # between two looks at the canvas; from afar a look reads much of it


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
        self._photo: Path | None = None
        self._loaded: Loaded | None = None  # of the photo
        self._config: UpscaleConfig | None = None
        self._scale = UpscaleConfig().scale  # of the last configuration: most likely that of the next, too
        self._closer = Closer()
        self._stack = ResultStack(self._closer)
        self._result_size: QSize | None = None  # of a result that was opened with its photo
        self._result: Path | None = None
        self._epoch = 0
        self._looked = 0.0  # at the canvas
        self._unseen = QRect()  # new parts of it since
        self._loadings: list[Loading] = []
        self._opening: Loading | None = None  # of the photo that comes
        self._reading: Loading | None = None  # of the photo that is shown
        self._opening_result: Path | None = None
        self._adopting = False  # whether the next configuration is that of the result that comes with its photo
        self._swept = False
        self._whole_result = False
        self._previewed_px = 0
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
        loading = self._opening = self._load(photo)
        self._opening_result = result
        self._adopting = result is not None
        self.view.set_busy(0.0)
        loading.loaded.connect(lambda loaded: self._on_photo(loading, loaded))
        loading.failed.connect(lambda text: self._on_photo_failed(loading, text))
        loading.start()

    def warm_up(self, config: UpscaleConfig) -> None:
        """Have everything loaded that the first preview of such a configuration needs."""
        self._preview.warm_up(config)

    def close_photo(self) -> None:
        """Close the photo and show nothing."""
        for loading in self._loadings:
            loading.cancel()
        self._photo = self._loaded = self._opening = self._result = self._result_size = None
        self._preview.set_photo(None)
        self._drop_pixels()
        self.view.set_scene(None)

    def set_config(self, config: UpscaleConfig | None) -> None:
        """What the photo shown is to be enlarged with; None: no preview."""
        self._take_config(config)
        self.changed.emit()

    def _take_config(self, config: UpscaleConfig | None) -> None:
        adopted = self._adopting and config is not None
        same = adopted or look_of(config) == look_of(self._config)
        self._config = config
        if adopted and config is not None:
            self._adopting, self._scale = False, config.scale
            self._preview.set_config(None)
            return
        if not same:
            self.view.set_note("")
        if config is not None and not same:
            self._result_size, self._scale = None, config.scale
            self._stack.make_old()
            self._show(QRect())
        self._preview.set_config(None if self._stack.holds_result_of(config) else config)

    def on_event(self, event: Event) -> None:
        """Of any job; those of the photo shown count."""
        if event.source != self._photo:
            return
        if isinstance(event, Started):
            self.view.set_note("")
            canvas = event.destination.with_name(f".{event.destination.name}{CANVAS_SUFFIX}")
            self._stack.run_started(canvas, self._config)
        elif isinstance(event, Advanced):
            self._look_at_canvas(event.rows)
        elif isinstance(event, Done):
            self._look_at_canvas(None)
            self._open_result(event.destination)

    @property
    def result(self) -> Path | None:
        """The finished result of the photo, if it is shown or being read."""
        return self._result

    @property
    def result_is_whole(self) -> bool:
        """Whether the finished result is read in full, and shown from its file."""
        return self._whole_result

    @property
    def previewing(self) -> bool:
        """Whether a part that is seen is being computed, or soon will be."""
        return self._preview.busy

    @property
    def previewed_px(self) -> int:
        """Source pixels that the preview has computed of this photo so far."""
        return self._previewed_px

    @property
    def picture_size(self) -> QSize:
        """Of the result, as it is or will be."""
        return QSize() if self.view.scene is None else self.view.scene.size

    @property
    def seen_part(self) -> SeenPart | None:
        """What of the photo is seen, all of it where nothing is; None while no photo can be enlarged."""
        photo, loaded, config = self._photo, self._loaded, self._config
        if photo is None or loaded is None or config is None:
            return None
        box = self._seen_box() or (0, 0, loaded.width, loaded.height)
        return SeenPart(photo=photo, config=config, box=box, to_screen=loaded.to_screen)

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
        self._opening = self._photo = None
        for loading in self._loadings:
            loading.cancel()
        self._preview.close()
        self.view.close_threads()
        for loading in self._loadings:
            loading.wait()
        self._drop_pixels()
        self._closer.end()
        remove_view_folder()

    # Reading

    def _load(self, path: Path) -> Loading:
        if not self._swept:
            self._swept = True
            self._closer.do(sweep)
        self._loadings = [loading for loading in self._loadings if loading.alive]
        gray = QColor(theme.PICTURE_GRAY).lightness()
        loading = Loading(path, view_folder(), self._screen_colors(), gray, self._closer)
        self._loadings.append(loading)
        return loading

    def _screen_colors(self) -> QColorSpace:
        """Those of the monitor as far as Qt knows them, else sRGB."""
        handle = cast("QWindow | None", self.window().windowHandle())
        space = handle.format().colorSpace() if handle is not None else QColorSpace()
        return space if space.isValid() else QColorSpace(QColorSpace.NamedColorSpace.SRgb)

    def _on_photo(self, loading: Loading, loaded: Loaded) -> None:
        if loading is self._opening:
            self._opening = None
            self.view.set_busy(None)
            self._drop_pixels()
            self.view.set_note("")
            self._photo, self._loaded = loading.path, loaded
            self._result = self._result_size = None
            self._reading = loading
            self._epoch += 1
            self._preview.set_photo(loading.path)
            self._show(None, new_photo=True)
            self.shown.emit(loading.path)
            if self._opening_result is not None:
                self._open_result(self._opening_result)
        elif loading is self._reading and loaded.whole and self._loaded is not None:
            self._loaded = loaded
            self._show(None)
        else:
            self._closer.close(loaded.pixels)

    def _on_photo_failed(self, loading: Loading, text: str) -> None:
        if loading is self._opening:
            self._opening = None
            self.view.set_busy(None)
        self.failed.emit(loading.path, text)

    def _open_result(self, path: Path) -> None:
        self._result = path
        loading = self._load(path)
        loading.loaded.connect(lambda loaded: self._on_result(loading, loaded))
        loading.failed.connect(lambda text: self.failed.emit(path, text))
        loading.start()

    def _on_result(self, loading: Loading, loaded: Loaded) -> None:
        if loading.path != self._result or self._loaded is None:
            self._closer.close(loaded.pixels)
            return
        if not loaded.whole and self._stack.pixels:
            return  # what is shown is better
        self._stack.set_file(loaded.pixels, self._config)
        self._whole_result = loaded.whole
        if self._config is None or self._stack.holds_result_of(self._config):
            self._result_size = QSize(loaded.width, loaded.height)
            self._preview.set_config(None)
        self._show(QRect())

    def _drop_pixels(self) -> None:
        self._whole_result, self._previewed_px = False, 0
        self._stack.clear()
        if self._loaded is not None:
            self._closer.close(self._loaded.pixels)

    # Showing

    def _size(self, loaded: Loaded) -> QSize:
        """Width and height of the result, in pixels."""
        if self._result_size is not None:
            return self._result_size
        factor = self._scale
        if self._config is not None:
            with suppress(ConfigError):  # a size that cannot be reached: the run will say so
                factor = self._config.factor(loaded.width, loaded.height)
        return QSize(*result_size(loaded.width, loaded.height, factor))

    def _show(self, changed: QRect | None, *, new_photo: bool = False) -> None:
        """Give the view what there is.

        Args:
            changed: where the result has changed, in its pixels; empty: all of it; None: photo and result.
        """
        loaded = self._loaded
        if loaded is None:
            return
        size = self._size(loaded)
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
            changed = QRect(0, 0, size.width(), size.height())
        self.view.set_scene(scene, changed, new_photo=new_photo)

    def _look_at_canvas(self, rows: int | None) -> None:
        """Show what a run has finished since; None: all."""
        if rows is None:
            rows = self._stack.canvas_size[1] if self._stack.canvas_size is not None else 0
            self._looked = 0.0
        new = self._stack.rows_finished(rows, QColor(theme.PICTURE_GRAY).lightness())
        size = self._stack.canvas_size
        if new is None or size is None or self._loaded is None:
            return
        result = self._size(self._loaded)
        ratio = result.height() / size[1]
        top, bottom = math.floor(new.top() * ratio), math.ceil((new.bottom() + 1) * ratio)
        self._unseen = self._unseen.united(QRect(0, top, result.width(), bottom - top))
        every = ROWS_EVERY_S if self.view.zoom >= 0.25 else FAR_ROWS_EVERY_S
        now = time.monotonic()
        if now - self._looked >= every:
            self._looked, unseen, self._unseen = now, self._unseen, QRect()
            self._show(unseen)

    @Slot()
    def _on_moved(self) -> None:
        """Have a preview made of what is seen."""
        box = self._seen_box()
        if box is not None:
            self._preview.look_at(box)

    def _seen_box(self) -> Box | None:
        scene, seen, loaded = self.view.scene, self.view.seen, self._loaded
        if scene is None or loaded is None or seen.isEmpty() or self._photo is None:
            return None
        across, down = loaded.width / scene.width, loaded.height / scene.height
        return (
            math.floor(seen.left() * across),
            math.floor(seen.top() * down),
            min(loaded.width, math.ceil((seen.right() + 1) * across)),
            min(loaded.height, math.ceil((seen.bottom() + 1) * down)),
        )

    @Slot(object)
    def _on_preview_ready(self, preview: Preview) -> None:
        from rsd_app.gui.compare.pixels import TilePixels

        self.estimated.emit(preview.severity)
        if self._loaded is None or not preview.quick:
            return
        size, source = self._size(self._loaded), (self._loaded.width, self._loaded.height)
        gray = QColor(theme.PICTURE_GRAY).lightness()
        self._stack.set_tiles(
            TilePixels(self.tiles, preview.recipe, preview.scale, size.width(), size.height(), source, gray)
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
        if self._loaded is None:
            return
        self._previewed_px += (box[2] - box[0]) * (box[3] - box[1])
        self._show_part(box)

    @Slot(object)
    def _show_part(self, box: Box) -> None:
        """A box in source pixels, of the result, may be better now."""
        if self._loaded is None:
            return
        size = self._size(self._loaded)
        across, down = size.width() / self._loaded.width, size.height() / self._loaded.height
        x0, y0 = math.floor(box[0] * across), math.floor(box[1] * down)
        self._show(QRect(x0, y0, math.ceil(box[2] * across) - x0, math.ceil(box[3] * down) - y0))

    @Slot(str)
    def _on_preview_failed(self, text: str) -> None:
        if self._photo is not None:
            self.failed.emit(self._photo, text)
