"""What is compared: a photo, what lies over it in the result's place, and their common size."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtGui import QColorTransform

Rgb = NDArray[np.uint8]  # (h, w, 1 or 3)
Known = NDArray[np.bool_]  # (h, w)


class Layer(IntEnum):
    """What a side of the view shows."""

    BEFORE = 0
    AFTER = 1
    DIFFERENCE = 2


class Pixels(Protocol):
    """A picture that is read in parts, at its own size or halved any number of times. Used on the reader's thread."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def levels(self) -> int: ...
    def read(self, level: int, x0: int, y0: int, x1: int, y1: int) -> tuple[Rgb, Known | None] | None:
        """A window of a level, and which of its pixels are known (None: all); None where nothing is.

        Pixels of level n stand for 2^n × 2^n of the picture; the window lies within.
        """
        ...


@dataclass(frozen=True, kw_only=True)
class Scene:
    """Immutable; the view is given a new one when something is added.

    Args:
        epoch: changes with size or photo: what was drawn for another epoch is of no use.
        width, height: of the result, in pixels: the coordinates of everything.
        before: the photo.
        over: what lies over it on the side of the result, the uppermost last; may be known in parts only.
        to_screen: from the photo's colours to the screen's; None where they are the same.
        overview: the whole photo, small, as QImage for the screen: shown until tiles are there.
    """

    epoch: int
    width: int
    height: int
    before: Pixels
    over: tuple[Pixels, ...] = ()
    to_screen: QColorTransform | None = None
    overview: QImage

    @property
    def size(self) -> QSize:
        return QSize(self.width, self.height)

    @property
    def has_result(self) -> bool:
        return bool(self.over)
