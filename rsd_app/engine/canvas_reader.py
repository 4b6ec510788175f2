"""The canvas as others see it while it fills: rows by place, read beside the run that writes them."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rsd_app.engine.canvas import MAGIC, MAP_START, TRAILER_BYTES, CanvasSpec

FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0)


class CanvasReader:
    """An open canvas.

    Where the system allows it the file can be read on after the run has removed it, until this is closed.

    Args:
        path: of the canvas.

    Raises:
        OSError: it cannot be opened.
        ValueError: it is no canvas, or one that is not made yet.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = os.open(path, FLAGS)
        self._lock = threading.Lock()  # another file may get the number of one that is closed
        try:
            self.spec = self._read_spec()
        except (OSError, ValueError, TypeError, KeyError) as error:
            os.close(self._file)
            raise ValueError(f"{path} is not a canvas") from error

    def read(self, x0: int, y0: int, x1: int, y1: int) -> NDArray[Any]:
        """Samples of a window, (y1 - y0, x1 - x0, bands); zero where nothing was written yet."""
        spec = self.spec
        pixel = spec.bands * spec.bits // 8
        count = (x1 - x0) * pixel
        if x0 == 0 and x1 == spec.width:
            data = self._read_at(count * (y1 - y0), y0 * spec.row_bytes)
        else:
            data = b"".join(self._read_at(count, y * spec.row_bytes + x0 * pixel) for y in range(y0, y1))
        kind = np.uint8 if spec.bits == 8 else np.uint16
        return np.frombuffer(data, kind).reshape(y1 - y0, x1 - x0, spec.bands)

    def close(self) -> None:
        """Let go of the file; safe to call twice."""
        with self._lock:
            if self._file >= 0:
                os.close(self._file)
                self._file = -1

    def _read_spec(self) -> CanvasSpec:
        size = os.fstat(self._file).st_size
        head = self._read_at(MAP_START, max(0, size - TRAILER_BYTES))
        if not head.startswith(MAGIC):
            raise ValueError("no canvas")
        start = len(MAGIC) + 4
        length = int.from_bytes(head[len(MAGIC) : start], "little")
        return CanvasSpec(**json.loads(head[start : start + length]))

    def _read_at(self, count: int, offset: int) -> bytes:
        with self._lock:
            data = os.pread(self._file, count, offset) if hasattr(os, "pread") else self._read_windows(count, offset)
        if len(data) != count:
            raise ValueError("the file ends too soon")
        return data

    def _read_windows(self, count: int, offset: int) -> bytes:
        """There a file that is open cannot be removed, which the run will want: open for each look only."""
        file, self._file = self._file if self._file >= 0 else os.open(self._path, FLAGS), -1
        try:
            os.lseek(file, offset, os.SEEK_SET)
            return os.read(file, count)
        finally:
            os.close(file)
