"""Pictures for the screen from files, on threads: small and at once, then whole in tiles on the disk."""

from __future__ import annotations

import logging
import math
import secrets
import threading
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColorSpace, QColorTransform, QImage

from rsd_app.core.errors import RsdError
from rsd_app.core.progress import Cancelled, CancelToken
from rsd_app.gui.compare.pictures.closing import Closer
from rsd_app.gui.compare.pictures.scene import Pixels
from rsd_app.gui.threads.priority import ENGINE, stand_back
from rsd_app.gui.threads.quiet_import import import_codecs

log = logging.getLogger(__name__)

IN_MEMORY_MP = 4.0  # up to here a picture is kept in memory: 12 MB, and 4 MB of levels
OVERVIEW_PX = 512


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """A picture that can be shown.

    Args:
        width, height: of the file, in pixels; `pixels` may be smaller at first.
        whole: whether `pixels` is all of it; else a better one follows.
    """

    path: Path
    width: int
    height: int
    pixels: Pixels
    overview: QImage
    to_screen: QColorTransform | None
    whole: bool


class Loading(QObject):
    """The reading of one file.

    Args:
        folder: for pictures that are too large for memory.
        screen: its colours.
        background: gray level behind what is transparent.
        closer: lets go of a picture that comes too late.

    Signals, on the thread that made it, none after `cancel`:
        loaded: Loaded, once or twice.
        failed: a text that says why not.
    """

    loaded = Signal(object)
    failed = Signal(str)
    _came = Signal(object)  # Loaded or a text, from the thread that reads

    def __init__(self, path: Path, folder: Path, screen: QColorSpace, background: int, closer: Closer) -> None:
        super().__init__()
        self.path = path
        self._folder, self._screen, self._background, self._closer = folder, screen, background, closer
        self._cancel = CancelToken()
        self._came.connect(self._hand_on)
        self._thread = threading.Thread(target=self._work, name="rsd-load", daemon=True)

    def start(self) -> None:
        """Start loading."""
        self._thread.start()

    def cancel(self) -> None:
        """Nobody waits for it any more."""
        self._cancel.cancel()

    def wait(self) -> None:
        """Wait until the thread has ended."""
        if self._thread.ident is not None:
            self._thread.join()

    @property
    def alive(self) -> bool:
        return self._thread.is_alive()

    def _work(self) -> None:
        stand_back(ENGINE)
        try:
            self._load()
        except Cancelled:
            return
        except RuntimeError:  # the window has gone
            log.debug("%s was read for a window that is closed", self.path)
        except RsdError as error:
            self._came.emit(str(error))
        except Exception as error:  # the boundary of the thread
            log.exception("%s cannot be shown", self.path)
            self._came.emit(f"{self.path}: {error}")

    @Slot(object)
    def _hand_on(self, what: Loaded | str) -> None:
        if isinstance(what, Loaded):
            if self._cancel.cancelled:
                self._closer.close(what.pixels)
            else:
                self.loaded.emit(what)
        elif not self._cancel.cancelled:
            self.failed.emit(what)

    def _load(self) -> None:
        import_codecs()
        from rsd_app.core.image_io.pyramid import quick_look, whole_picture, write_pyramid
        from rsd_app.core.image_io.read import probe
        from rsd_app.gui.compare.pictures.pixels import ArrayPixels, PyramidPixels

        info = probe(self.path, max_megapixels=math.inf)
        to_screen = transform_from(info.icc, self._screen)
        if info.megapixels <= IN_MEMORY_MP:
            small = ArrayPixels(whole_picture(self.path, info, self._background))
            self._say(info.width, info.height, small, to_screen, whole=True)
            return
        quick = quick_look(self.path, info, self._background)
        if quick is not None:
            self._say(info.width, info.height, ArrayPixels(quick), to_screen, whole=False)
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._folder / f"{secrets.token_hex(8)}.tif"
        write_pyramid(self.path, info, file, self._background, self._cancel)
        self._say(info.width, info.height, PyramidPixels(file), to_screen, whole=True)

    def _say(self, width: int, height: int, pixels: Pixels, to_screen: QColorTransform | None, *, whole: bool) -> None:
        from rsd_app.gui.compare.pictures.tile_maker import picture_of

        level = min(pixels.levels - 1, max(0, (max(pixels.width, pixels.height) // OVERVIEW_PX).bit_length() - 1))
        overview = picture_of(pixels, level, to_screen)
        self._cancel.raise_if_cancelled()
        self._came.emit(
            Loaded(
                path=self.path,
                width=width,
                height=height,
                pixels=pixels,
                overview=overview,
                to_screen=to_screen,
                whole=whole,
            )
        )


def transform_from(icc: bytes | None, screen: QColorSpace) -> QColorTransform | None:
    """From a file's colours to the screen's; None where they are the same, or the profile is not understood."""
    space = QColorSpace.fromIccProfile(icc) if icc else QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if not space.isValid() or space.colorModel() != QColorSpace.ColorModel.Rgb or space == screen:
        return None
    transform = space.transformationToColorSpace(screen)
    return None if transform.isIdentity() else transform
