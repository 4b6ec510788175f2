"""One picture: from a file to a file, through the canvas."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rsd_app.core.device import Device, memory_budget_mb
from rsd_app.core.errors import ConfigError
from rsd_app.core.image_io.read import ImageInfo, ImageSource, open_image
from rsd_app.core.image_io.write import RawPicture, check_destination, destination_for, write_picture
from rsd_app.core.progress import Cancelled, CancelToken, Pace
from rsd_app.engine.canvas import Canvas, CanvasSpec, canvas_path
from rsd_app.engine.canvas_rows import canvas_rows, depth_of
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.events import Advanced, Done, Event, Started, Stopped
from rsd_app.engine.loader import LoadedModel
from rsd_app.engine.models import ModelPool
from rsd_app.engine.recipe import fingerprint
from rsd_app.engine.renderer import Depth, Renderer, Samples, Window
from rsd_app.engine.tiles import TileStore, stretches

EMIT_EVERY_S = 0.2
ENCODING_SHARE = 0.15  # of the progress: what writing the file takes beside the network, roughly


@dataclass(frozen=True)
class _Job:
    """One picture's facts, known before anything is computed."""

    info: ImageInfo
    destination: Path
    width: int  # of the result
    height: int
    depth: Depth

    @property
    def bands(self) -> int:
        return int(self.depth.channels) + int(self.info.has_alpha)


class Upscaler:
    """Enlarges pictures with one model and one configuration.

    Args:
        config: of every picture.
        models: where loaded models are kept for the next job; by default nothing is kept.
        tiles: of the preview; what is there is not computed again.

    Raises:
        ModelError, DeviceError, ConfigError: the model, device or scale is not to be had.
    """

    def __init__(self, config: UpscaleConfig, models: ModelPool | None = None, tiles: TileStore | None = None) -> None:
        self._config = config
        self._tiles = tiles
        self.model: LoadedModel = (models or ModelPool(1)).get(config)
        self.device: Device = self.model.device
        self._budget_mb = memory_budget_mb(self.device, config.memory_mb)
        if config.scale > self.model.scale:
            raise ConfigError(
                "--scale",
                f"is {config.scale:g}",
                f"{self.model.header.name} enlarges up to {self.model.scale} times",
            )

    def upscale(
        self, source: Path, out: Path | None, *, emit: Callable[[Event], None], cancel: CancelToken
    ) -> Done | Stopped:
        """Enlarge one picture.

        Args:
            out: a file, an existing folder, or None for beside the source.

        Returns:
            Stopped if cancelled; the canvas then stays for `resume`.

        Raises:
            RsdError: nothing was written; what was computed stays only if it can be resumed.
        """
        began = time.monotonic()
        with open_image(source, max_megapixels=self._config.max_megapixels) as image:
            job = self._plan(image.info, out)
            emit(
                Started(
                    source=source,
                    destination=job.destination,
                    width=job.info.width,
                    height=job.info.height,
                    out_width=job.width,
                    out_height=job.height,
                    device=self.device.description,
                )
            )
            canvas = self._canvas(job)
            keep = False
            try:
                self._render(image, job, canvas, emit, cancel)
                notices = self._write(job, canvas, cancel)
            except Cancelled:
                canvas.flush()
                keep = True
                return Stopped(source=source, resumable=canvas.done > 0)
            finally:
                if keep:
                    canvas.close()
                else:
                    canvas.discard()
        return Done(
            source=source,
            destination=job.destination,
            seconds=time.monotonic() - began,
            megapixels=job.width * job.height / 1e6,
            notices=(*job.info.notices, *notices),
        )

    def _plan(self, info: ImageInfo, out: Path | None) -> _Job:
        config = self._config
        destination = destination_for(
            info.path, out, scale=config.scale, format=config.format, source_format=info.format
        )
        width, height = (max(1, round(side * config.scale)) for side in (info.width, info.height))
        check_destination(destination, width=width, height=height, overwrite=config.overwrite)
        return _Job(info, destination, width, height, depth_of(info, config))

    def _canvas(self, job: _Job) -> Canvas:
        spec = CanvasSpec(
            recipe=self._fingerprint(job),
            width=job.info.width * self.model.scale,
            height=job.info.height * self.model.scale,
            bands=job.bands,
            bits=job.depth.bits,
        )
        path = canvas_path(job.destination)
        found = Canvas.reopen(path, spec) if self._config.resume else None
        return found or Canvas.create(path, spec)

    def _render(
        self,
        image: ImageSource,
        job: _Job,
        canvas: Canvas,
        emit: Callable[[Event], None],
        cancel: CancelToken,
    ) -> None:
        """Compute the rows that are not done yet; reading and writing go on beside the network."""
        info, scale = job.info, self.model.scale
        first = canvas.done // scale
        if first >= info.height:
            return
        pace, told = Pace(info.height, first), 0.0
        with ThreadPoolExecutor(1, thread_name_prefix="rsd-canvas") as writer:
            pending: Future[None] | None = None
            for y, rows in self._rows(image, job, first, cancel):
                if pending is not None:
                    pending.result()
                pending = writer.submit(canvas.write_rows, y * scale, rows)
                end = y + len(rows) // scale
                remaining, now = pace.update(end), time.monotonic()
                if now - told > EMIT_EVERY_S:
                    told = now
                    emit(self._advanced(job, end / info.height, y * scale, remaining, pace.rate))
            if pending is not None:
                pending.result()

    def _rows(self, image: ImageSource, job: _Job, first: int, cancel: CancelToken) -> Iterator[tuple[int, Samples]]:
        """Rows of the canvas from source row `first` on: those that the preview has made, the others computed."""
        info, scale, recipe = job.info, self.model.scale, self._fingerprint(job)
        renderer = Renderer(self.model, info.width, info.height, self._config.seed, budget_mb=self._budget_mb)
        made = np.zeros(info.height, dtype=np.bool_)
        if self._tiles is not None:
            made = self._tiles.whole_rows(recipe, info.width, info.height)
        for y0, y1, there in stretches(made, first, self.model.folded.margin):
            y = y0
            if there and self._tiles is not None:
                for y, rows in self._tiles.rows(recipe, info.width, y0, y1, scale):
                    cancel.raise_if_cancelled()
                    yield y, rows
                    y += len(rows) // scale
            if y < y1:  # also where tiles went while their rows were taken
                yield from canvas_rows(
                    renderer,
                    info,
                    image.read_rows,
                    Window(0, y, info.width, y1),
                    depth=job.depth,
                    scale=scale,
                    strip=self._config.tile,
                    cancel=cancel,
                )

    def _fingerprint(self, job: _Job) -> str:
        return fingerprint(job.info.path, self.model, self._config, job.depth.bits)

    def _advanced(self, job: _Job, share: float, rows: int, remaining: float | None, rate: float | None) -> Advanced:
        return Advanced(
            source=job.info.path,
            fraction=share * (1 - ENCODING_SHARE),
            rows=rows,
            remaining_s=remaining,
            mp_s=None if rate is None else rate / job.info.height * job.width * job.height / 1e6,
        )

    def _write(self, job: _Job, canvas: Canvas, cancel: CancelToken) -> tuple[str, ...]:
        spec = canvas.spec
        raw = RawPicture(path=canvas.path, width=spec.width, height=spec.height, bands=spec.bands, bits=job.depth.bits)
        return write_picture(
            raw,
            job.destination,
            job.info,
            width=job.width,
            height=job.height,
            bits=job.depth.bits,
            quality=self._config.quality,
            cancel=cancel,
        )
