"""One picture: from a file to a file, through the canvas."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from rsd_app import __version__
from rsd_app.core.device import Device, memory_budget_mb
from rsd_app.core.errors import ConfigError
from rsd_app.core.image_io.read import ImageInfo, ImageSource, open_image
from rsd_app.core.image_io.write import RawPicture, check_destination, destination_for, write_picture
from rsd_app.core.progress import Cancelled, CancelToken, Pace
from rsd_app.engine.canvas import Canvas, CanvasSpec, canvas_path
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.events import Advanced, Done, Event, Started, Stopped
from rsd_app.engine.loader import LoadedModel
from rsd_app.engine.models import ModelPool
from rsd_app.engine.renderer import Depth, Lines, Renderer, Samples, Span, Window, enlarge_plane

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

    Raises:
        ModelError, DeviceError, ConfigError: the model, device or scale is not to be had.
    """

    def __init__(self, config: UpscaleConfig, models: ModelPool | None = None) -> None:
        self._config = config
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
        bits: Literal[8, 16] = 16 if (config.bits or info.bits) == 16 else 8
        return _Job(info, destination, width, height, Depth(info.channels, bits))

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

    def _fingerprint(self, job: _Job) -> str:
        """What decides the pixels: source, model, settings, arithmetic."""
        stat = job.info.path.stat()
        config = self._config
        facts = (
            __version__,
            str(job.info.path.resolve()),
            stat.st_size,
            stat.st_mtime_ns,
            self.model.hash,
            config.severity,
            config.seed,
            str(self.device.dtype),
            self.device.torch_device.type,
        )
        return hashlib.sha256(repr(facts).encode()).hexdigest()

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
        reader = _Reader(image)
        window = Window(0, first, info.width, info.height)
        alpha = Lines(reader.alpha, info.height, Span(0, info.width), info.width, channels=1)
        renderer = Renderer(self.model, info.width, info.height, self._config.seed, budget_mb=self._budget_mb)
        pace, told = Pace(info.height, first), 0.0
        with ThreadPoolExecutor(1, thread_name_prefix="rsd-canvas") as writer:
            pending: Future[None] | None = None
            for y, rows in renderer.rows(reader.color, window, depth=job.depth, strip=self._config.tile, cancel=cancel):
                end = y + len(rows) // scale
                if info.has_alpha:
                    plane = enlarge_plane(alpha.get(y, end), scale, job.depth)
                    alpha.forget(end)
                    rows = np.concatenate([rows, plane[..., None]], axis=2)
                if pending is not None:
                    pending.result()
                pending = writer.submit(canvas.write_rows, y * scale, rows)
                remaining, now = pace.update(end), time.monotonic()
                if now - told > EMIT_EVERY_S:
                    told = now
                    emit(self._advanced(job, end / info.height, remaining, pace.rate))
            if pending is not None:
                pending.result()

    def _advanced(self, job: _Job, share: float, remaining: float | None, rate: float | None) -> Advanced:
        return Advanced(
            source=job.info.path,
            fraction=share * (1 - ENCODING_SHARE),
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


class _Reader:
    """Splits the rows of a source into colour and alpha; alpha waits until it is asked for."""

    def __init__(self, image: ImageSource) -> None:
        self._image = image
        self._alpha: dict[int, Samples] = {}

    def color(self, y0: int, y1: int) -> Samples:
        pixels = self._image.read_rows(y0, y1)
        if pixels.alpha is not None:
            self._alpha.update(zip(range(y0, y1), pixels.alpha[..., None], strict=True))
        return pixels.color

    def alpha(self, y0: int, y1: int) -> Samples:
        rows: Samples = np.stack([self._alpha.pop(y) for y in range(y0, y1)])  # type: ignore[assignment]
        for y in [y for y in self._alpha if y < y0]:  # above a resumed start: never asked for
            del self._alpha[y]
        return rows
