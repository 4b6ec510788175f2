"""From rows of a source to rows of the result, tile by tile: for networks that see a whole tile at once.

Attention and group norms let every pixel of a tile depend on all of it, so that no overlap makes tiles exact.
Instead the grid of tiles is fixed for a picture (`tile_plan`), every tile gets its part of one noise field, and
neighbours fade into each other. Which tiles are computed depends on the window; what a pixel is does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from rsd_app.core.progress import CancelToken
from rsd_app.engine.render.noise import NoiseField, quantile_table
from rsd_app.engine.render.protocol import Depth, RowSource, Samples, Window, quantise
from rsd_app.engine.render.tiles.tile_batch import TileModel, enlarge_all, tiles_at_once
from rsd_app.engine.render.tiles.tile_plan import AxisPlan

MULTIPLE = 64  # that the published code pads a picture to, whatever the network would take
ALIGN = 8  # of the tiles' starts: windows of the finest attention are then the same in neighbours


class TileRenderer:
    """Renders one picture with one model.

    Args:
        model: loaded on its device.
        width, height: of the source.
        seed: of the noise.
        budget_mb: memory of the tiles at work on a GPU; None: one at a time.
    """

    def __init__(self, model: TileModel, width: int, height: int, seed: int, *, budget_mb: int | None = None) -> None:
        self._model = model
        multiple = max(MULTIPLE, model.multiple)
        self._across, self._down = (AxisPlan.of(side, multiple, ALIGN) for side in (width, height))
        self._field = NoiseField(seed, model.noise_channels)
        pixels = self._across.tile * self._down.tile * model.scale**2
        self._at_once = tiles_at_once(model.device, pixels, budget_mb)

    @property
    def margin(self) -> int:
        """Rows beyond a window that are computed for it: up to a tile."""
        return self._down.tile

    def rows(
        self,
        source: RowSource,
        window: Window,
        *,
        depth: Depth,
        strip: int | None,
        cancel: CancelToken,
        progressed: Callable[[float], None] | None = None,
    ) -> Iterator[tuple[int, Samples]]:
        """The window of the result, from top to bottom; see `RowRenderer.rows`.

        Args:
            strip: not used: the size of a tile is a part of the recipe.
        """
        s, down = self._model.scale, self._down
        lines = _TileRows(source, down.sources)
        pending = np.zeros((0, (window.x1 - window.x0) * s, 3), dtype=np.float32)
        top = window.y0  # source row of the first pending one; all above are given out
        indices = down.within(window.y0, window.y1)
        for position, index in enumerate(indices):
            start = down.starts[index]
            last = position + 1 == len(indices)
            end = window.y1 if last else max(top, min(window.y1, down.seen(indices[position + 1])[0]))

            def tell(share: float, top: int = top, end: int = end) -> None:
                if progressed is not None:
                    progressed(top + share * (end - top))

            band = self._band(lines.get(start, start + down.tile), index, window, cancel, tell)
            weights = down.weights(index, s)[:, None, None]
            low, high = max(start, top), min(start + down.tile, window.y1)
            part = slice((low - start) * s, (high - start) * s)
            grown = np.zeros(((high - top) * s, *pending.shape[1:]), dtype=np.float32)
            grown[: len(pending)] = pending
            grown[(low - top) * s :] += band[part] * weights[part]
            if end > top:
                yield top, _samples(grown[: (end - top) * s], depth)
            pending, top = grown[(end - top) * s :], end
            if not last:
                lines.forget(down.starts[indices[position + 1]])

    def _band(
        self,
        lines: NDArray[np.float32],
        row: int,
        window: Window,
        cancel: CancelToken,
        tell: Callable[[float], None],
    ) -> NDArray[np.float32]:
        """The window's columns of a row of tiles, blended across: (tile · s, w · s, 3), in [-1, 1]."""
        s, across, tile = self._model.scale, self._across, self._across.tile
        band = np.zeros((len(lines) * s, (window.x1 - window.x0) * s, 3), dtype=np.float32)
        columns = across.within(window.x0, window.x1)
        y, sources = self._down.starts[row], across.sources

        def inputs(column: int) -> tuple[Tensor, Tensor]:
            x = across.starts[column]
            lq = torch.from_numpy(np.ascontiguousarray(lines[:, sources[x : x + tile]]))
            noise = torch.from_numpy(np.take(quantile_table(), self._field.levels(x, y, x + tile, y + len(lines))))
            return lq.permute(2, 0, 1), noise.permute(2, 0, 1)

        made = enlarge_all(self._model, columns, inputs, self._at_once, cancel=cancel, progressed=tell)
        for column, image in made:
            x = across.starts[column]
            low, high = max(x, window.x0), min(x + tile, window.x1)
            part, into = slice((low - x) * s, (high - x) * s), slice((low - window.x0) * s, (high - window.x0) * s)
            band[:, into] += image.permute(1, 2, 0).numpy()[:, part] * across.weights(column, s)[part, None]
        return band


class _TileRows:
    """Source rows in [-1, 1], kept while a later row of tiles needs them.

    Args:
        sources: which row stands at each padded place.
    """

    def __init__(self, source: RowSource, sources: NDArray[np.int64]) -> None:
        self._source, self._sources = source, sources
        self._rows: dict[int, NDArray[np.float32]] = {}
        self._next: int | None = None

    def get(self, y0: int, y1: int) -> NDArray[np.float32]:
        """Rows of padded places y0 … y1, (n, width, 3)."""
        wanted = self._sources[y0:y1]
        first = int(wanted.min()) if self._next is None else self._next
        behind = int(wanted.max()) + 1
        if behind > first:
            samples = self._source(first, behind)
            values = samples.astype(np.float32) * np.float32(2 / (255 if samples.dtype == np.uint8 else 65535)) - 1
            if values.shape[2] == 1:
                values = np.repeat(values, 3, axis=2)
            self._rows.update(zip(range(first, behind), values, strict=True))
            self._next = behind
        return np.stack([self._rows[int(y)] for y in wanted])

    def forget(self, y: int) -> None:
        """Rows that no place from y on shows go."""
        needed = int(self._sources[y:].min())
        for row in [row for row in self._rows if row < needed]:
            del self._rows[row]


def _samples(values: NDArray[np.float32], depth: Depth) -> Samples:
    """Colours (h, w, 3), about [-1, 1], as levels (h, w, 1 | 3)."""
    colors = torch.from_numpy(values)
    if depth.channels == 1:
        colors = colors.mean(dim=2, keepdim=True)
    half = depth.top / 2
    return quantise(colors.mul(half).add_(half), depth)
