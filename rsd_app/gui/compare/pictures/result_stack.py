"""What lies over the photo on the result's side: an older result, preview tiles, the canvas, the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.setting import values
from rsd_app.gui.compare.pictures.closing import Closer
from rsd_app.gui.compare.pictures.scene import Pixels

if TYPE_CHECKING:
    from rsd_app.gui.compare.pictures.pixels import CanvasPixels


class ResultStack:
    """Everything that is known of the result, the best on top; what is replaced stays beneath until then.

    Args:
        closer: lets go of what is replaced.
    """

    def __init__(self, closer: Closer) -> None:
        self._closer = closer
        self._forget()

    def _forget(self) -> None:
        self._older: tuple[Pixels, ...] = ()
        self._tiles: Pixels | None = None
        self._canvas: CanvasPixels | None = None
        self._file: Pixels | None = None
        self._file_config: UpscaleConfig | None = None
        self._run: tuple[Path, UpscaleConfig | None] | None = None  # canvas and settings of the current run

    @property
    def pixels(self) -> tuple[Pixels, ...]:
        """The layers, lowest first."""
        own = (self._tiles, self._canvas, self._file)
        return self._older + tuple(pixels for pixels in own if pixels is not None)

    def clear(self) -> None:
        """Drop all layers: another photo is shown."""
        self._closer.close(*self._older, self._canvas, self._file)
        self._forget()

    def holds_result_of(self, config: UpscaleConfig | None) -> bool:
        """Whether a finished result shows what this configuration would give."""
        return self._file is not None and config is not None and look_of(config) == look_of(self._file_config)

    def make_old(self) -> None:
        """Settings have changed: what is there stays beneath, until what is new covers it."""
        best = self._file or self._canvas or self._tiles
        if best is None:
            return
        self._closer.close(*(pixels for pixels in (*self._older, self._canvas, self._file) if pixels is not best))
        self._older = (best,)
        self._tiles = self._canvas = self._file = self._file_config = None

    def set_tiles(self, tiles: Pixels) -> None:
        """Use the tiles made with the current settings."""
        self._tiles = tiles

    def run_started(self, canvas: Path, config: UpscaleConfig | None) -> None:
        """Show the canvas that a run is filling."""
        self._run = (canvas, config)
        self._closer.close(self._canvas)
        self._canvas = None

    def rows_finished(self, rows: int, background: int) -> QRect | None:
        """That many rows of the canvas can be read: the part that is new, in its pixels; None if none is."""
        from rsd_app.gui.compare.pictures.pixels import CanvasPixels

        if self._run is None or rows <= 0:
            return None
        if self._canvas is None:
            try:
                self._canvas = CanvasPixels(self._run[0], background)
            except (OSError, ValueError):  # not made yet, or gone already
                return None
        known, self._canvas.rows = self._canvas.rows, rows
        return QRect(0, known, self._canvas.width, rows - known) if rows > known else None

    @property
    def canvas_size(self) -> tuple[int, int] | None:
        return None if self._canvas is None else (self._canvas.width, self._canvas.height)

    def set_file(self, file: Pixels, config: UpscaleConfig | None) -> None:
        """The finished result; what lay beneath goes with it.

        Args:
            config: that it was made with, where it was opened with its photo; else that of the run is known.
        """
        config = self._run[1] if self._run is not None else config
        self._closer.close(*self._older, self._canvas, self._file)
        self._older, self._canvas, self._file, self._file_config = (), None, file, config
        self._run = None


def look_of(config: UpscaleConfig | None) -> tuple[object, ...] | None:
    """What of a configuration can be seen in the result."""
    if config is None:
        return None
    return (config.device, *values(config, "drawing", "picture").values())
