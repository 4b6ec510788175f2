"""Scenes of small pictures, for tests of the view."""

import itertools

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from rsd_app.gui.compare.pictures.pixels import ArrayPixels
from rsd_app.gui.compare.pictures.scene import Scene

RED, BLUE = QColor(200, 30, 30), QColor(30, 30, 200)
_epochs = itertools.count(1)


def plain(color: QColor, width: int, height: int) -> NDArray[np.uint8]:
    return np.full((height, width, 3), color.getRgb()[:3], np.uint8)


def scene_of(before: NDArray[np.uint8], after: NDArray[np.uint8] | None = None, epoch: int | None = None) -> Scene:
    """Of the size of the result, or of the photo where there is none."""
    height, width = (before if after is None else after).shape[:2]
    overview = QImage(8, 8, QImage.Format.Format_RGB32)
    overview.fill(QColor(*[int(c) for c in before.reshape(-1, 3).mean(axis=0)]))
    return Scene(
        epoch=next(_epochs) if epoch is None else epoch,
        width=width,
        height=height,
        before=ArrayPixels(before),
        over=() if after is None else (ArrayPixels(after),),
        overview=overview,
    )
