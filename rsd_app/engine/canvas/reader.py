"""The canvas as others see it while it fills: rows by place, read beside the run that writes them."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rsd_app.core.decode import decode, parse_json
from rsd_app.engine.canvas.scratch_file import MAGIC, MAP_START, TRAILER_BYTES, CanvasSpec

FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0)
# On Windows a file that is open cannot be removed, which the run will want: there it is opened for each look only.
STAYS_OPEN = os.name == "posix"


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
        self._file = os.open(path, FLAGS) if STAYS_OPEN else -1
        self._lock = threading.Lock()  # another file may get the number of one that is closed
        try:
            with self._lock, self._opened() as file:
                self.spec = _spec_in(file)
        except (OSError, ValueError, TypeError, KeyError) as error:
            self.close()
            raise ValueError(f"{path} is not a canvas") from error

    def read(self, x0: int, y0: int, x1: int, y1: int) -> NDArray[Any]:
        """Samples of a window, (y1 - y0, x1 - x0, bands); zero where nothing was written yet.

        Raises:
            OSError, ValueError: it is closed, or has gone.
        """
        spec = self.spec
        pixel = spec.bands * spec.bits // 8
        samples = np.empty((y1 - y0, x1 - x0, spec.bands), np.uint8 if spec.bits == 8 else np.uint16)
        # Row by row into its place: put together from parts, megabytes would be copied in one go, during which
        # Python holds up every other thread.
        with self._lock, self._opened() as file:
            if x0 == 0 and x1 == spec.width:
                _fill(samples.view(np.uint8).reshape(-1), file, y0 * spec.row_bytes)
            else:
                rows = samples.view(np.uint8).reshape(y1 - y0, (x1 - x0) * pixel)
                for y, row in zip(range(y0, y1), rows, strict=True):
                    _fill(row, file, y * spec.row_bytes + x0 * pixel)
        return samples

    def close(self) -> None:
        """Let go of the file; safe to call twice."""
        with self._lock:
            if self._file >= 0:
                os.close(self._file)
                self._file = -1

    @contextmanager
    def _opened(self) -> Iterator[int]:
        if STAYS_OPEN:
            yield self._file
            return
        file = os.open(self._path, FLAGS)
        try:
            yield file
        finally:
            os.close(file)


def _spec_in(file: int) -> CanvasSpec:
    head = np.empty(MAP_START, np.uint8)
    _fill(head, file, max(0, os.fstat(file).st_size - TRAILER_BYTES))
    told = head.tobytes()
    if not told.startswith(MAGIC):
        raise ValueError("no canvas")
    start = len(MAGIC) + 4
    length = int.from_bytes(told[len(MAGIC) : start], "little")
    return decode(CanvasSpec, parse_json(told[start : start + length]))


def _fill(piece: NDArray[np.uint8], file: int, offset: int) -> None:
    """Bytes of a file from an offset on into a piece of memory."""
    if hasattr(os, "preadv"):
        count = os.preadv(file, [piece.data], offset)
    else:
        os.lseek(file, offset, os.SEEK_SET)
        data = os.read(file, piece.nbytes)
        count = len(data)
        piece[:count] = np.frombuffer(data, np.uint8)
    if count != piece.nbytes:
        raise ValueError("the file ends too soon")
