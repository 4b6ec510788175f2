"""Rows as the canvas holds them, for any window of a picture: the network's colours, and alpha beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import numpy as np

from rsd_app.core.image_io.read import ImageInfo, Pixels
from rsd_app.core.progress import CancelToken
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.renderer import Depth, Lines, Renderer, Samples, Span, Window, enlarge_plane

ReadRows = Callable[[int, int], Pixels]


def depth_of(info: ImageInfo, config: UpscaleConfig) -> Depth:
    """What the samples of a picture's result are."""
    bits: Literal[8, 16] = 16 if (config.bits or info.bits) == 16 else 8
    return Depth(info.channels, bits)


def canvas_rows(
    renderer: Renderer,
    info: ImageInfo,
    read: ReadRows,
    window: Window,
    *,
    depth: Depth,
    scale: int,
    strip: int | None,
    cancel: CancelToken,
) -> Iterator[tuple[int, Samples]]:
    """The window of the result from top to bottom, at the model's own scale.

    Args:
        read: rows of the source, whole width.
        scale: of the model.
        strip: as in Renderer.rows.

    Yields:
        (y, rows): y in source pixels, and samples (n·s, w·s, colours and alpha).

    Raises:
        Cancelled: between strips.
    """
    reader = _Reader(read)
    alpha = Lines(reader.alpha, info.height, Span(window.x0, window.x1), info.width, channels=1)
    for y, rows in renderer.rows(reader.color, window, depth=depth, strip=strip, cancel=cancel):
        if info.has_alpha:
            end = y + len(rows) // scale
            plane = enlarge_plane(alpha.get(y, end), scale, depth)
            alpha.forget(end)
            rows = np.concatenate([rows, plane[..., None]], axis=2)
        yield y, rows


class _Reader:
    """Splits the rows of a source into colour and alpha; alpha waits until it is asked for."""

    def __init__(self, read: ReadRows) -> None:
        self._read = read
        self._alpha: dict[int, Samples] = {}

    def color(self, y0: int, y1: int) -> Samples:
        pixels = self._read(y0, y1)
        if pixels.alpha is not None:
            self._alpha.update(zip(range(y0, y1), pixels.alpha[..., None], strict=True))
        return pixels.color

    def alpha(self, y0: int, y1: int) -> Samples:
        rows: Samples = np.stack([self._alpha.pop(y) for y in range(y0, y1)])  # type: ignore[assignment]
        for y in [y for y in self._alpha if y < y0]:  # above a resumed start: never asked for
            del self._alpha[y]
        return rows
