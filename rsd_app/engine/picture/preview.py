"""A part of a picture before its run: the same pixels, from the same renderer, into the store of tiles."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import numpy as np

from rsd_app.core.image_io.read import Pixels
from rsd_app.core.progress import CancelToken
from rsd_app.engine.photo import Photo
from rsd_app.engine.picture.preview_tiles import TileStore, missing_windows
from rsd_app.engine.record.recipe import fingerprint
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.render.protocol import Depth, Model, Samples, Window
from rsd_app.engine.render.rows import canvas_rows, depth_of
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.sizing import passes_to

STRIP_PX = 24_000  # of the source: what a strip holds, so that the first rows are soon there


class Preview:
    """One photo under one configuration; close it, its file is held open.

    Args:
        photo: the source; closed with the preview.
        config: of the run that it goes before.
        model: that of the configuration.
        tiles: where results go.

    Attributes:
        passes: through the network, that the run will take.
        quick: whether a part costs little enough to be made unasked, and is made in one pass.
        severity: given to the model for this photo; None: what it learned for unknown.
        computed_px: source pixels of the last part that went through the network, its margin included.

    Raises:
        ConfigError: a size that cannot be reached.
    """

    def __init__(self, photo: Photo, config: UpscaleConfig, model: Model, tiles: TileStore) -> None:
        self._image = photo.image
        self.info, self.scale, self.severity = photo.info, model.scale, config.severity
        factor = config.factor(self.info.width, self.info.height)
        self.passes = len(passes_to(self.info.width, self.info.height, factor, model.scale))
        # A second pass works on what the first has made of the whole picture.
        self.quick = model.quick and self.passes == 1
        self._depth = depth_of(self.info, config)
        self.recipe = fingerprint(photo.path, model, config, self._depth.bits)
        self._tiles = tiles
        self.computed_px = 0
        self._renderer = model.renderer(self.info.width, self.info.height, config.seed)

    def render(self, wanted: Window, cancel: CancelToken) -> Generator[Window]:
        """Compute what is missing of a window; each part is in the store when it is yielded.

        Raises:
            Cancelled: between strips; what was yielded stays.
            ImageReadError: the photo turns out to be damaged.
        """
        self.computed_px = 0
        known = self._tiles.known(self.recipe, wanted.x0, wanted.y0, wanted.x1, wanted.y1)
        for x0, y0, x1, y1 in missing_windows(known, self._renderer.margin):
            window = Window(wanted.x0 + x0, wanted.y0 + y0, wanted.x0 + x1, wanted.y0 + y1)
            self.computed_px += (x1 - x0 + 2 * self._renderer.margin) * (y1 - y0 + 2 * self._renderer.margin)
            rows = canvas_rows(
                self._renderer,
                self.info,
                self._read,
                window,
                depth=self._depth,
                scale=self.scale,
                strip=STRIP_PX // (window.x1 - window.x0 + 2 * self._renderer.margin),
                cancel=cancel,
            )
            for y, samples in rows:
                self._tiles.put(self.recipe, window.x0, y, samples, self.scale)
                yield Window(window.x0, y, window.x1, y + len(samples) // self.scale)

    def close(self) -> None:
        """Close the photo."""
        self._image.close()

    def _read(self, y0: int, y1: int) -> Pixels:
        return self._image.read_region(0, y0, self.info.width, y1)


def open_preview(path: Path, config: UpscaleConfig, models: ModelPool, tiles: TileStore) -> Preview:
    """A preview with the model that suits the photo, at the photo's severity.

    Raises:
        ImageReadError, ImageTooLargeError: the photo cannot be read.
        ModelError, DeviceError, ConfigError: as ModelPool.get_for.
    """
    photo = Photo(path, config)
    try:
        return Preview(photo, *models.get_for(config, photo), tiles)
    except BaseException:
        photo.close()
        raise


def try_out(model: Model) -> None:
    """Run a quick model once on nearly nothing: what is made at the first call of its kernels is there then."""
    if not model.quick:
        return
    side = 16
    black: Samples = np.zeros((side, side, 3), np.uint8)
    renderer = model.renderer(side, side, seed=0)
    window = Window(0, 0, side, side)
    for _ in renderer.rows(lambda y0, y1: black[y0:y1], window, depth=Depth(3, 8), strip=None, cancel=CancelToken()):
        pass
