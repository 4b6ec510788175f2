"""From rows of a source to rows of the result: the one-step generator, streamed.

Every pixel is a function of the source, the model, severity, realism, regions and seed alone: a window of the picture,
a resumed run and strips of any height give the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from rsd_app.core.device.choice import Device
from rsd_app.core.networks.codecs import BICUBIC_REACH, bicubic_kernel
from rsd_app.core.networks.compact.row_stream import FoldedUNet, RowStream
from rsd_app.core.progress import CancelToken
from rsd_app.engine.render.noise import NoiseField, quantile_table
from rsd_app.engine.render.protocol import Depth, RowSource, Samples, Window, quantise
from rsd_app.engine.render.region_map import RegionMap
from rsd_app.engine.settings.regions import Region

# Source pixels of a strip. On a CPU larger ones fall out of its cache, and smaller ones pay for each call; a GPU
# is full from about a million on.
STRIP_PIXELS = {"cpu": 64_000, "cuda": 2**20}
STRIP_BYTES = 2048  # a source pixel's: noise, latents and two layers of features, in float32 where they are


class StripModel(Protocol):
    """What a renderer needs of a model of the compact family; see `compact.model.LoadedModel`."""

    @property
    def device(self) -> Device:
        """The device that holds the weights."""

    @property
    def folded(self) -> FoldedUNet:
        """The network, folded for one severity; latents in pixel order."""

    @property
    def scale(self) -> int:
        """Enlargement of each side."""

    @property
    def fold(self) -> int:
        """Source pixels, each way, for one place of the network."""

    @property
    def period(self) -> int:
        """Pixels of the result, each way, for one place of the network."""

    @property
    def latent_channels(self) -> int:
        """Channels of the latent per place."""

    @property
    def noise_channels(self) -> int:
        """Of the student's own: noise and, where it knows it, realism."""

    @property
    def noise_scale(self) -> float:
        """Standard deviation of the prior's noise."""

    @property
    def input_scale(self) -> float:
        """What z_{T-1} is multiplied by before the network sees it."""

    @property
    def realism(self) -> float:
        """How much of its noise it gets."""

    @property
    def regions(self) -> tuple[Region, ...]:
        """Where it gets more, less or other."""


@dataclass(frozen=True)
class Span:
    """Rows or columns that are computed for those that are wanted: padded by the margin, aligned."""

    start: int
    stop: int

    @classmethod
    def around(cls, low: int, high: int, size: int, margin: int, multiple: int) -> Span:
        """The span for `low` to `high` of a picture's `size`, whole multiples and inside its padding."""
        padded = -(-size // multiple) * multiple
        start = max(0, (low - margin) // multiple * multiple)
        return cls(start, min(padded, -(-(high + margin) // multiple) * multiple))


class Renderer:
    """Renders one picture with one model.

    Args:
        model: loaded on its device, with the severity folded in.
        width, height: of the source.
        seed: of the noise.
        budget_mb: memory of the strip at work; None: whatever suits the device.
    """

    def __init__(self, model: StripModel, width: int, height: int, seed: int, *, budget_mb: int | None = None) -> None:
        self._model = model
        self._strip_pixels = STRIP_PIXELS[model.device.torch_device.type]
        if budget_mb is not None:
            self._strip_pixels = min(self._strip_pixels, budget_mb * 2**20 // STRIP_BYTES)
        # The network's places: each is a square of `fold` pixels of the source, mostly 1.
        self._fold = fold = model.fold
        self._size = (width, height)
        self._places = -(-width // fold), -(-height // fold)
        self._field = _Field(model, *self._places, seed)
        self._bicubic = bicubic_kernel(model.scale, fold).to(model.device.torch_device)

    @property
    def margin(self) -> int:
        """Rows beyond a window that are computed for it."""
        return self._model.folded.margin * self._fold

    def strip_rows(self, width: int, asked: int | None) -> int:
        """Height of a strip of this width, both in places: as asked in rows of the source, or what suits."""
        multiple = self._model.folded.multiple
        rows = asked // self._fold if asked is not None else self._strip_pixels // max(1, width)
        return max(2 * multiple, rows // multiple * multiple)

    @torch.inference_mode()
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
            progressed: not needed here: results come often.
        """
        (width, height), fold = self._size, self._fold
        margin, multiple = self._model.folded.margin, self._model.folded.multiple
        across = Span.around(window.x0 // fold, -(-window.x1 // fold), self._places[0], margin, multiple)
        down = Span.around(window.y0 // fold, -(-window.y1 // fold), self._places[1], margin, multiple)
        step = self.strip_rows(across.stop - across.start, strip)
        lines = SourceRows(source, height, Span(across.start * fold, across.stop * fold), width, channels=3)
        stream = RowStream(self._model.folded)
        first, last = window.y0 // fold, -(-window.y1 // fold)
        out_y = down.start
        with ThreadPoolExecutor(1, thread_name_prefix="rsd-noise") as worker:
            noise = self._draw(worker, across, down, down.start, step)
            for y in range(down.start, down.stop, step):
                cancel.raise_if_cancelled()
                end = min(y + step, down.stop)
                drawn = noise.result()
                noise = self._draw(worker, across, down, end, step)
                seen = self._inputs(self._on_device(lines.get(y * fold, end * fold)), *drawn)
                residual = stream.push(seen, last=end == down.stop)
                ready = out_y + residual.shape[2]
                top, bottom = max(out_y, first), min(ready, last)
                if bottom > top:
                    z0 = self._base(self._on_device(lines.get(top * fold, bottom * fold)))
                    z0 += residual[:, :, top - out_y : bottom - out_y]
                    yield self._cut(z0, across.start * fold, top * fold, window, depth)
                out_y = ready
                lines.forget(out_y * fold)

    def _draw(
        self, worker: ThreadPoolExecutor, across: Span, down: Span, y: int, step: int
    ) -> Future[tuple[NDArray[np.float32], NDArray[np.float32] | None]]:
        end = max(y, min(y + step, down.stop))
        return worker.submit(lambda: self._field.draw(across.start, y, across.stop, end))

    def _cut(self, z0: Tensor, x: int, y: int, window: Window, depth: Depth) -> tuple[int, Samples]:
        """What of a latent whose corner lies at (x, y) of the source is in a window: its first row, and samples."""
        fold, scale = self._fold, self._model.scale
        skipped = (window.x0 - x) // fold  # whole places, before they are turned into pixels
        z0 = z0[..., skipped : -(-(window.x1 - x) // fold)]
        samples = self._samples(z0, depth)
        top, left = max(window.y0 - y, 0), window.x0 - x - skipped * fold
        bottom = min(window.y1 - y, z0.shape[2] * fold)
        return y + top, samples[top * scale : bottom * scale, left * scale : (left + window.x1 - window.x0) * scale]

    def _base(self, lq: Tensor) -> Tensor:
        """z_lq of rows that have `BICUBIC_REACH` more pixels on every side: (1, p²·3, n, w)."""
        return F.conv2d(lq, self._bicubic, stride=self._fold)

    def _inputs(self, lq: Tensor, noise: NDArray[np.float32], realism: NDArray[np.float32] | None) -> Tensor:
        """What the network sees: scaled z_{T-1}, lq, noise; channels last, in its precision."""
        model, channels = self._model, self._model.latent_channels
        drawn = torch.from_numpy(noise).to(model.device.torch_device).permute(2, 0, 1).unsqueeze(0)
        level: Tensor | float = model.realism
        if realism is not None:
            level = torch.from_numpy(realism).to(drawn.device)
            drawn = drawn * level
        scale = model.noise_scale * (model.realism if realism is None else 1.0)
        z = torch.add(self._base(lq), drawn[:, :channels], alpha=scale).mul_(model.input_scale)
        reach = BICUBIC_REACH
        own = channels + 3 * self._fold**2  # where the network's own noise begins
        seen = torch.empty(
            (1, own + model.noise_channels, *z.shape[2:]),
            dtype=model.device.dtype,
            device=z.device,
            memory_format=torch.channels_last,
        )
        seen[:, :channels] = z
        seen[:, channels:own] = F.pixel_unshuffle(lq[:, :, reach:-reach, reach:-reach], self._fold)
        seen[:, own] = drawn[:, channels] * (level if realism is None else 1.0)
        seen[:, own + 1 :] = level  # where it is told
        return seen

    def _samples(self, z0: Tensor, depth: Depth) -> Samples:
        """Latent in pixel order (1, p·p·3, n, w), about [-1, 1] -> (n·p, w·p, channels)."""
        s = self._model.period
        _, _, rows, cols = z0.shape
        values = z0.permute(0, 2, 3, 1).reshape(rows, cols, s * s, 3)
        if depth.channels == 1:
            values = values.mean(dim=3, keepdim=True)
        half = depth.top / 2
        levels = quantise(values.mul(half).add_(half), depth)
        tiles = levels.reshape(rows, cols, s, s * depth.channels)
        return tiles.transpose(0, 2, 1, 3).reshape(rows * s, cols * s, depth.channels)

    def _on_device(self, rows: NDArray[np.float32]) -> Tensor:
        return torch.from_numpy(rows).to(self._model.device.torch_device).permute(2, 0, 1).unsqueeze(0)


class _Field:
    """Noise and realism of every place of a picture, regions and all."""

    def __init__(self, model: StripModel, width: int, height: int, seed: int) -> None:
        self._seed, self._channels = seed, model.latent_channels + 1
        self._map = RegionMap(model.regions, width, height, model.realism) if model.regions else None

    def draw(self, x0: int, y0: int, x1: int, y1: int) -> tuple[NDArray[np.float32], NDArray[np.float32] | None]:
        """N(0, 1) of a window, (h, w, channels), and its realism, (h, w); None where it is that of the model."""
        levels = self._levels(0, x0, y0, x1, y1)
        if self._map is None or y1 <= y0:
            return np.take(quantile_table(), levels), None
        variants = self._map.variants(x0, y0, x1, y1)
        for variant in np.unique(variants[variants > 0]):
            here = variants == variant
            levels[here] = self._levels(int(variant), x0, y0, x1, y1)[here]
        return np.take(quantile_table(), levels), self._map.realism(x0, y0, x1, y1)

    def _levels(self, variant: int, x0: int, y0: int, x1: int, y1: int) -> NDArray[np.uint16]:
        return NoiseField((self._seed + variant) % 2**63, self._channels).levels(x0, y0, x1, y1)


class SourceRows:
    """Source rows as the network wants them, kept as long as they are needed."""

    def __init__(self, source: RowSource, height: int, across: Span, width: int, *, channels: int) -> None:
        self._source, self._height, self._channels = source, height, channels
        columns = np.arange(across.start - BICUBIC_REACH, across.stop + BICUBIC_REACH)
        self._columns = np.clip(columns, 0, width - 1)
        self._first = 0
        self._rows: list[NDArray[np.float32]] = []

    def get(self, y0: int, y1: int) -> NDArray[np.float32]:
        """Rows y0 - 2 … y1 + 2, clamped at the borders, in [-1, 1]: (n, w, channels)."""
        low, high = max(0, y0 - BICUBIC_REACH), min(self._height, y1 + BICUBIC_REACH)
        self._load(min(low, self._height - 1), high)
        wanted = np.clip(np.arange(y0 - BICUBIC_REACH, y1 + BICUBIC_REACH), 0, self._height - 1)
        return np.stack([self._rows[int(y) - self._first] for y in wanted])

    def forget(self, y: int) -> None:
        """Rows that only results above y need are dropped."""
        drop = max(0, min(y - BICUBIC_REACH, self._height - 1) - self._first)
        drop = min(drop, max(0, len(self._rows) - 1))
        del self._rows[:drop]
        self._first += drop

    def _load(self, low: int, high: int) -> None:
        if not self._rows:
            self._first = low
        start = self._first + len(self._rows)
        if start >= high:
            return
        samples = self._source(start, high)
        top = 255.0 if samples.dtype == np.uint8 else 65535.0
        values = samples[:, self._columns].astype(np.float32) * np.float32(2 / top) - 1
        if values.shape[2] < self._channels:
            values = np.repeat(values, self._channels, axis=2)
        self._rows.extend(values)
