"""Rows as the canvas holds them, for any window of a picture: the network's colours, and alpha beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import numpy as np

from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.read import Pixels
from rsd_app.core.progress import CancelToken
from rsd_app.engine.render.compact.renderer import SourceRows, Span
from rsd_app.engine.render.protocol import Depth, RowRenderer, RowSource, Samples, Window
from rsd_app.engine.render.transparency import REACH, between_neighbours, without_hidden_colors
from rsd_app.engine.settings.config import UpscaleConfig

ReadRows = Callable[[int, int], Pixels]


def depth_of(info: ImageInfo, config: UpscaleConfig) -> Depth:
    """What the samples of a picture's result are."""
    bits: Literal[8, 16] = 16 if (config.bits or info.bits) == 16 else 8
    return Depth(info.channels, bits)


def canvas_rows(
    renderer: RowRenderer,
    info: ImageInfo,
    read: ReadRows,
    window: Window,
    *,
    depth: Depth,
    scale: int,
    strip: int | None,
    cancel: CancelToken,
    progressed: Callable[[float], None] | None = None,
) -> Iterator[tuple[int, Samples]]:
    """The window of the result from top to bottom, at the model's own scale.

    Args:
        read: rows of the source, whole width.
        scale: of the model.
        strip, progressed: as in RowRenderer.rows.

    Yields:
        (y, rows): y in source pixels, and samples (n·s, w·s, colours and alpha).

    Raises:
        Cancelled: between strips.
    """
    reader = _Reader(read, info)
    colors = renderer.rows(reader.color, window, depth=depth, strip=strip, cancel=cancel, progressed=progressed)
    if not info.has_alpha:
        yield from colors
        return
    # Alpha goes through the network too, as a gray picture: beside sharp colours a soft edge would be seen.
    gray = Depth(1, depth.bits)
    planes = renderer.rows(reader.alpha, window, depth=gray, strip=strip, cancel=cancel)
    lines = SourceRows(reader.alpha_again, info.height, Span(window.x0, window.x1), info.width, channels=1)
    for (y, rows), (_, plane) in zip(colors, planes, strict=True):
        end = y + len(rows) // scale
        alpha = between_neighbours(plane[..., 0], lines.get(y, end)[..., 0], scale)
        lines.forget(end)
        yield y, np.concatenate([rows, alpha[..., None]], axis=2)


def colors_of(read: ReadRows, info: ImageInfo) -> RowSource:
    """Rows of a source's colours alone, as `canvas_rows` gives them to the network."""
    reader = _Reader(read, info)

    def rows(y0: int, y1: int) -> Samples:
        color = reader.color(y0, y1)
        reader.drop_alpha()
        return color

    return rows


class _Reader:
    """Splits the rows of a source into colour and alpha; alpha waits until it is asked for, twice.

    Args:
        read: rows of the source.
        info: of the source.
    """

    def __init__(self, read: ReadRows, info: ImageInfo) -> None:
        self._read, self._height, self._has_alpha = read, info.height, info.has_alpha
        self._alpha: dict[int, Samples] = {}
        self._again: dict[int, Samples] = {}

    def color(self, y0: int, y1: int) -> Samples:
        """Source rows y0 to y1, (y1 - y0, W, C), with plausible colours where nothing can be seen."""
        above = max(0, y0 - REACH)
        pixels = self._read(above, min(self._height, y1 + REACH)) if self._has_alpha else self._read(y0, y1)
        if pixels.alpha is None:
            return pixels.color
        rows = dict(zip(range(y0, y1), pixels.alpha[y0 - above : y1 - above, :, None], strict=True))
        self._alpha.update(rows)
        self._again.update(rows)
        return without_hidden_colors(pixels, y0 - above, y1 - above)

    def alpha(self, y0: int, y1: int) -> Samples:
        return self._taken(self._alpha, y0, y1)

    def drop_alpha(self) -> None:
        """Discard the alpha rows that wait."""
        self._alpha.clear()
        self._again.clear()

    def alpha_again(self, y0: int, y1: int) -> Samples:
        return self._taken(self._again, y0, y1)

    def _taken(self, kept: dict[int, Samples], y0: int, y1: int) -> Samples:
        rows: Samples = np.stack([kept.pop(y) for y in range(y0, y1)])  # type: ignore[assignment]
        for y in [y for y in kept if y < y0]:  # above a resumed start: never asked for
            del kept[y]
        return rows
