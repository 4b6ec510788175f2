"""What reads pictures for the view: as many at a time as were asked for, each on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QColor, QColorSpace

from rsd_app.gui.compare.pictures.closing import Closer
from rsd_app.gui.compare.pictures.loader import Loaded, Loading
from rsd_app.gui.compare.pictures.view_folder import remove_view_folder, sweep, view_folder
from rsd_app.gui.look import theme


class Reader:
    """Starts loadings and ends them.

    Args:
        closer: lets go of pictures that come too late.
    """

    def __init__(self, closer: Closer) -> None:
        self._closer = closer
        self._loadings: list[Loading] = []
        self._swept = False

    def read(
        self,
        path: Path,
        screen: QColorSpace,
        loaded: Callable[[Loading, Loaded], None],
        failed: Callable[[Loading, str], None],
    ) -> Loading:
        """Begin to read a picture.

        Args:
            screen: its colours.
            loaded, failed: are called on the thread that asked, with the loading itself.
        """
        if not self._swept:
            self._swept = True
            self._closer.do(sweep)
        self._loadings = [loading for loading in self._loadings if loading.alive]
        gray = QColor(theme.PICTURE_GRAY).lightness()
        loading = Loading(path, view_folder(), screen, gray, self._closer)
        self._loadings.append(loading)
        loading.loaded.connect(lambda picture: loaded(loading, picture))
        loading.failed.connect(lambda text: failed(loading, text))
        loading.start()
        return loading

    def cancel(self) -> None:
        """End all loadings, without waiting for them."""
        for loading in self._loadings:
            loading.cancel()

    def wait(self) -> None:
        """Wait until all loadings have ended."""
        for loading in self._loadings:
            loading.wait()

    def end(self) -> None:
        """Remove what was written for the view."""
        self._closer.end()
        remove_view_folder()
