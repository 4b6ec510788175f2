"""Places in the source and in the result, which is larger."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QSize

Box = tuple[int, int, int, int]  # x0, y0, x1, y1 in source pixels


def in_result(box: Box, source: tuple[int, int], result: QSize) -> QRect:
    """The pixels of the result that a box of the source touches.

    Args:
        source: width and height.
    """
    across, down = result.width() / source[0], result.height() / source[1]
    x0, y0 = math.floor(box[0] * across), math.floor(box[1] * down)
    return QRect(x0, y0, math.ceil(box[2] * across) - x0, math.ceil(box[3] * down) - y0)


def in_source(seen: QRect, source: tuple[int, int], result: QSize) -> Box:
    """The box of the source that touches these pixels of the result.

    Args:
        source: width and height.
    """
    across, down = source[0] / result.width(), source[1] / result.height()
    return (
        math.floor(seen.left() * across),
        math.floor(seen.top() * down),
        min(source[0], math.ceil((seen.right() + 1) * across)),
        min(source[1], math.ceil((seen.bottom() + 1) * down)),
    )
