"""What a run has finished since the last look at its canvas: not every row is worth one."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor

from rsd_app.gui.compare.pictures.result_stack import ResultStack
from rsd_app.gui.look import theme

ROWS_EVERY_S, FAR_ROWS_EVERY_S = 0.3, 1.0  # between two looks at the canvas; from afar a look reads much of it
FAR = 0.25  # below this zoom


class CanvasWatch:
    """Gathers new rows until it is time to show them."""

    def __init__(self, stack: ResultStack) -> None:
        self._stack = stack
        self._looked = 0.0
        self._unseen = QRect()  # new parts since, in pixels of the result

    def rows_finished(self, rows: int | None, result: QSize, zoom: float) -> QRect | None:
        """Take note of finished rows, and return what to show now; None: nothing yet.

        Args:
            rows: of the canvas; None: all.
            result: its size, of which the canvas may have another.
        """
        if rows is None:
            rows = self._stack.canvas_size[1] if self._stack.canvas_size is not None else 0
            self._looked = 0.0
        new = self._stack.rows_finished(rows, QColor(theme.PICTURE_GRAY).lightness())
        size = self._stack.canvas_size
        if new is None or size is None:
            return None
        ratio = result.height() / size[1]
        top, bottom = math.floor(new.top() * ratio), math.ceil((new.bottom() + 1) * ratio)
        self._unseen = self._unseen.united(QRect(0, top, result.width(), bottom - top))
        now = time.monotonic()
        if now - self._looked < (ROWS_EVERY_S if zoom >= FAR else FAR_ROWS_EVERY_S):
            return None
        self._looked, unseen, self._unseen = now, self._unseen, QRect()
        return unseen
