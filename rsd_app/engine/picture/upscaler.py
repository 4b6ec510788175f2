"""One picture: from a file to a file, through the canvas."""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rsd_app.core.device.budget import memory_budget_mb
from rsd_app.core.device.choice import Device
from rsd_app.core.errors import OutputExistsError, RsdError
from rsd_app.core.image_io.destination import check_destination, destination_for, kept_format
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.metadata import xmp
from rsd_app.core.image_io.read import ImageSource, open_image, probe
from rsd_app.core.image_io.replacing import hidden_beside
from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.progress import Cancelled, CancelToken, Pace
from rsd_app.engine.canvas.color_drift import color_shift
from rsd_app.engine.canvas.map_file import check_map, destination_of, write_map
from rsd_app.engine.canvas.reader import CanvasReader
from rsd_app.engine.canvas.scratch_file import (
    Canvas,
    CanvasSpec,
    canvas_path,
    kept_when_cancelled,
    released,
    sole_maker,
)
from rsd_app.engine.events import Advanced, Done, Event, Started, Stopped
from rsd_app.engine.maps.back_check import write_check
from rsd_app.engine.maps.trust import check_trust, fill_map, other_renderers, summary_of
from rsd_app.engine.picture.preview_tiles import TileStore, stretches
from rsd_app.engine.record.recipe import fingerprint, read_record, record_of, sidecar_of, write_sidecar
from rsd_app.engine.render.guard import guarded
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.render.protocol import Depth, Model, Samples, Window
from rsd_app.engine.render.rows import canvas_rows, depth_of
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.sizing import Pass, passes_to

log = logging.getLogger(__name__)

EMIT_EVERY_S = 0.2
BETWEEN = "Between"  # field of the record of what a pass has made: the recipe of its canvas
ENCODING_SHARE = 0.15  # of the progress: what writing the file takes beside the network, roughly


@dataclass(frozen=True)
class _Job:
    """One picture's facts, known before anything is computed."""

    info: ImageInfo  # of the source; its dpi are those of the result
    destination: Path
    passes: tuple[Pass, ...]
    depth: Depth
    overwrite: bool  # whether a destination that exists may be replaced
    trust: Path | None = None  # where its map goes
    check: Path | None = None  # the same for the back-check

    @property
    def width(self) -> int:
        """Width of the result, in pixels."""
        return self.passes[-1].width

    @property
    def height(self) -> int:
        """Height of the result, in pixels."""
        return self.passes[-1].height

    @property
    def between(self) -> tuple[Path, ...]:
        """Files of what the passes but the last have made, hidden beside the result."""
        return tuple(hidden_beside(self.destination, f".rsdcanvas-{i}.tiff") for i in range(len(self.passes) - 1))

    @property
    def scratch(self) -> tuple[Path, ...]:
        """All files from which an interrupted job continues."""
        maps = () if self.trust is None else (canvas_path(self.trust),)
        return (canvas_path(self.destination), *self.between, *map(canvas_path, self.between), *maps)


@dataclass(frozen=True)
class _Share:
    """The part of the whole progress that a pass takes."""

    start: float
    end: float

    def at(self, fraction: float) -> float:
        return self.start + (self.end - self.start) * fraction


@dataclass(frozen=True)
class _Stage:
    """One pass of a job through the network."""

    job: _Job
    image: ImageSource  # that the network enlarges
    size: Pass
    destination: Path  # of the result, or of what goes into the next pass
    depth: Depth
    share: _Share

    @property
    def is_last(self) -> bool:
        return self.destination == self.job.destination


@dataclass(frozen=True)
class Computed:
    """A picture whose canvas is full and whose file is not written yet."""

    job: _Job
    stage: _Stage
    canvas: Canvas
    image: ImageSource
    trust: Canvas | None  # its map, full too
    opened: ExitStack  # what is to be closed when the file is written
    seconds: float  # that it took so far


class Upscaler:
    """Enlarges pictures with one model and one configuration.

    Args:
        config: of every picture.
        models: where loaded models are kept for the next job; by default nothing is kept.
        tiles: of the preview; what is there is not computed again.

    Raises:
        ModelError, DeviceError: the model or the device is not to be had.
    """

    def __init__(self, config: UpscaleConfig, models: ModelPool | None = None, tiles: TileStore | None = None) -> None:
        self._config = config
        self._tiles = tiles
        self._models = models or ModelPool()
        self.model: Model = self._models.get(config)
        self.device: Device = self.model.device
        self._budget_mb = memory_budget_mb(self.device, config.memory_mb, held_mb=self.model.weights_mb)

    def made_for(self, source: Path, seed: int) -> Upscaler:
        """The same for one photo: with a seed of its own, the model that fits its size, the severity that is estimated
        where it is auto, and what is guarded on it.
        """
        other = copy(self)
        config, model = self._models.get_for(replace(self._config, seed=seed), source)
        other._config = config = guarded(config, model, source)
        other.model = model.at_realism(config.realism, config.regions)
        return other

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
        maker = self.made_for(source, self._config.seed)
        computed = maker.compute(source, out, emit=emit, cancel=cancel)
        return computed if isinstance(computed, Stopped) else maker.finish(computed, cancel=cancel)

    def compute(
        self,
        source: Path,
        out: Path | None,
        *,
        emit: Callable[[Event], None],
        cancel: CancelToken,
        replace_result: bool = False,
    ) -> Computed | Stopped:
        """The part of `upscale` that keeps the network busy; `finish` has to follow, on any thread.

        Args:
            replace_result: as if the configuration said to overwrite.

        Raises: as upscale.
        """
        began = time.monotonic()
        with ExitStack() as opened:
            image = opened.enter_context(self._open(source))
            job = self._own(image.info, out, opened, overwrite=self._config.overwrite or replace_result)
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
            try:
                stage, canvas = self._passes(job, image, opened, emit, cancel)
                trust = self._trusted(stage, canvas, emit, cancel)
            except Cancelled:
                return self._stopped(job)
            except BaseException:
                _remove(job.between)
                raise
            return Computed(job, stage, canvas, image, trust, opened.pop_all(), time.monotonic() - began)

    def finish(self, computed: Computed, *, cancel: CancelToken) -> Done | Stopped:
        """Check the colours and write the file.

        Raises: as upscale.
        """
        job, canvas, began = computed.job, computed.canvas, time.monotonic()
        with computed.opened:
            try:
                with released(canvas), released(computed.trust):
                    shift = self._shift(computed.image, canvas, cancel) if self._config.colour_fix else None
                    told = {"trust": self._write_trust(computed, cancel), "check": self._check(computed, shift, cancel)}
                    notices = self._write(computed.stage, canvas, shift, cancel, told)
            except Cancelled:
                return self._stopped(job)
            except BaseException:
                _remove(job.between)
                raise
        _remove(job.between)
        return Done(
            source=job.info.path,
            destination=job.destination,
            seconds=computed.seconds + time.monotonic() - began,
            megapixels=job.width * job.height / 1e6,
            notices=(*job.info.notices, *notices),
            **told,
        )

    def has_made(self, source: Path, result: Path) -> bool:
        """Whether a file is what this configuration makes of a source, as its recipe says."""
        try:
            return read_record(result).is_of(source, self.model, self._config)
        except RsdError:
            return False

    def _stopped(self, job: _Job) -> Stopped:
        return Stopped(source=job.info.path, resumable=any(path.exists() for path in job.scratch))

    def _open(self, path: Path) -> ImageSource:
        return open_image(path, max_megapixels=self._config.max_megapixels, raw_gamut=self._config.raw_gamut)

    def _own(self, info: ImageInfo, out: Path | None, opened: ExitStack, *, overwrite: bool) -> _Job:
        """The job, whose files no other run touches until `opened` is closed."""
        job = self._plan(info, out, overwrite=overwrite)
        for path in (job.destination, job.trust, job.check):
            if path is not None:
                opened.enter_context(sole_maker(path))
        # What exists is looked at again, now that nobody else can make it.
        return self._plan(info, out, overwrite=overwrite)

    def _plan(self, info: ImageInfo, out: Path | None, *, overwrite: bool) -> _Job:
        config = self._config
        factor = config.factor(info.width, info.height)
        passes = passes_to(info.width, info.height, factor, self.model.scale)
        destination = destination_for(
            info.path, out, scale=round(factor, 2), format=config.format, source_format=kept_format(info)
        )
        last = passes[-1]
        check_destination(destination, width=last.width, height=last.height, overwrite=overwrite)
        if config.sidecar and not overwrite and sidecar_of(destination).exists():
            raise OutputExistsError(sidecar_of(destination), "exists already", "give --overwrite to replace it")
        if config.size is not None and config.size.dpi is not None:
            info = replace(info, dpi=config.size.dpi)
        trust = check = None
        if config.trust is not None:
            trust = destination_of(config.trust, destination, "trust")
            check_trust(trust, width=last.width, height=last.height, passes=len(passes), overwrite=overwrite)
        if config.check is not None:
            check = destination_of(config.check, destination, "check")
            check_map(check, width=info.width, height=info.height, overwrite=overwrite)
        return _Job(info, destination, passes, depth_of(info, config), overwrite, trust, check)

    def _passes(
        self, job: _Job, image: ImageSource, opened: ExitStack, emit: Callable[[Event], None], cancel: CancelToken
    ) -> tuple[_Stage, Canvas]:
        """All passes, each from what the one before has written; the last one's canvas is full, not written."""
        sides = [(image.info.width, image.info.height), *((step.width, step.height) for step in job.passes[:-1])]
        # A map of trust takes the network's time again for each further seed.
        runs = 1 if job.trust is None else self._config.trust_seeds
        done, total = 0, runs * sum(width * height for width, height in sides)
        source = image
        for number, (step, (width, height)) in enumerate(zip(job.passes, sides, strict=True)):
            share = _Share(done / total, (done + width * height) / total)
            done += width * height
            is_last = number == len(job.passes) - 1
            destination = job.destination if is_last else job.between[number]
            depth = job.depth if is_last else Depth(job.depth.channels, 16)
            stage = _Stage(job, source, step, destination, depth, share)
            if is_last:
                return stage, self._rendered(stage, emit, cancel)
            if not (self._config.resume and _is_between(destination, self._fingerprint(stage))):
                canvas = self._rendered(stage, emit, cancel)
                with released(canvas):
                    self._write(stage, canvas, None, cancel)
            source = opened.enter_context(open_image(destination, max_megapixels=float("inf")))
        raise AssertionError("a job has at least one pass")

    def _trusted(
        self, stage: _Stage, canvas: Canvas, emit: Callable[[Event], None], cancel: CancelToken
    ) -> Canvas | None:
        """The map of a picture that was made in one pass, where one is asked for."""
        config, info, trust = self._config, stage.image.info, stage.job.trust
        if trust is None:
            return None
        stage = replace(stage, share=_Share(1 / config.trust_seeds, 1.0))
        curve = self.model.header.trust
        recipe = hashlib.sha256(repr((canvas.spec.recipe, config.trust_seeds, curve)).encode()).hexdigest()
        spec = replace(canvas.spec, recipe=recipe, bands=1, bits=16)
        found = Canvas.reopen(canvas_path(trust), spec) if config.resume else None
        others = other_renderers(self.model, info, config.seed, config.trust_seeds, self._budget_mb)
        pace = Pace(info.height)

        def tell(done: float) -> None:
            rows = canvas.spec.height
            emit(self._advanced(stage, done / info.height, rows, pace.update(done), None))

        with kept_when_cancelled(canvas):
            made = found or Canvas.create(canvas_path(trust), spec)
            # The rows of the source come again from the top: not from the decoder that the picture was read with.
            with self._open(info.path) as again:
                fill_map(
                    made, canvas, others, again, depth=stage.depth, scale=self.model.scale,
                    strip=config.tile, cancel=cancel, progressed=tell, curve=curve,
                )  # fmt: skip
        return made

    def _write_trust(self, computed: Computed, cancel: CancelToken) -> str:
        """Write the map, where there is one; what it says in short."""
        job, canvas = computed.job, computed.trust
        if canvas is None or job.trust is None:
            return ""
        size = {"width": job.width, "height": job.height}
        write_map(canvas, job.trust, job.info, **size, cancel=cancel, replace_existing=job.overwrite)
        return str(summary_of(canvas, self._config.trust_seeds, self.model.header.trust))

    def _check(self, computed: Computed, shift: NDArray[np.float32] | None, cancel: CancelToken) -> str:
        """Compare a result with its source and write the map, where one is asked for; what it says in short."""
        job = computed.job
        if job.check is None:
            return ""
        with closing(CanvasReader(computed.canvas.path)) as reader:
            read, replaces = computed.image.read_rows, job.overwrite
            return str(write_check(read, job.info, reader, shift, job.check, cancel, replace_existing=replaces))

    def _rendered(self, stage: _Stage, emit: Callable[[Event], None], cancel: CancelToken) -> Canvas:
        canvas = self._canvas(stage)
        try:
            self._render(stage, canvas, emit, cancel)
        except Cancelled:
            canvas.flush()
            if canvas.done:
                canvas.close()
            else:
                canvas.discard()
            raise
        except BaseException:
            canvas.discard()
            raise
        return canvas

    def _canvas(self, stage: _Stage) -> Canvas:
        info = stage.image.info
        spec = CanvasSpec(
            recipe=self._fingerprint(stage),
            width=info.width * self.model.scale,
            height=info.height * self.model.scale,
            bands=int(stage.depth.channels) + int(info.has_alpha),
            bits=stage.depth.bits,
        )
        path = canvas_path(stage.destination)
        found = Canvas.reopen(path, spec) if self._config.resume else None
        return found or Canvas.create(path, spec)

    def _render(self, stage: _Stage, canvas: Canvas, emit: Callable[[Event], None], cancel: CancelToken) -> None:
        """Compute the rows that are not done yet; reading and writing go on beside the network."""
        info, scale = stage.image.info, self.model.scale
        first = canvas.done // scale
        if first >= info.height:
            return
        pace, told = Pace(info.height, first), 0.0
        pending: Future[None] | None = None
        written = end = first  # source rows: surely in the canvas, and handed to the writer

        def tell(done: float) -> None:
            """Report the progress, in source rows, but not too often."""
            nonlocal told
            remaining, now = pace.update(done), time.monotonic()
            if now - told > EMIT_EVERY_S:
                told = now
                rows = (end if pending is None or pending.done() else written) * scale
                emit(self._advanced(stage, done / info.height, rows, remaining, pace.rate))

        with ThreadPoolExecutor(1, thread_name_prefix="rsd-canvas") as writer:
            for y, rows in self._rows(stage, first, cancel, tell):
                if pending is not None:
                    pending.result()
                pending = writer.submit(canvas.write_rows, y * scale, rows)
                written, end = y, y + len(rows) // scale
                tell(end)
            if pending is not None:
                pending.result()

    def _rows(
        self, stage: _Stage, first: int, cancel: CancelToken, progressed: Callable[[float], None]
    ) -> Iterator[tuple[int, Samples]]:
        """Rows of the canvas from source row `first` on: those that the preview has made, the others computed."""
        info, scale, recipe = stage.image.info, self.model.scale, self._fingerprint(stage)
        renderer = self.model.renderer(info.width, info.height, self._config.seed, budget_mb=self._budget_mb)
        made = np.zeros(info.height, dtype=np.bool_)
        if self._tiles is not None:
            made = self._tiles.whole_rows(recipe, info.width, info.height)
        for y0, y1, there in stretches(made, first, renderer.margin):
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
                    stage.image.read_rows,
                    Window(0, y, info.width, y1),
                    depth=stage.depth,
                    scale=scale,
                    strip=self._config.tile,
                    cancel=cancel,
                    progressed=progressed,
                )

    def _fingerprint(self, stage: _Stage) -> str:
        return fingerprint(stage.image.info.path, self.model, self._config, stage.depth.bits)

    def _advanced(
        self, stage: _Stage, share: float, rows: int, remaining: float | None, rate: float | None
    ) -> Advanced:
        job, height = stage.job, stage.image.info.height
        left = None if remaining is None else remaining / max(1e-9, stage.share.end - stage.share.start)
        ahead = 0.0 if left is None else left * (1 - stage.share.end)  # passes still to come
        return Advanced(
            source=job.info.path,
            fraction=stage.share.at(share) * (1 - ENCODING_SHARE),
            rows=rows if stage.is_last else 0,
            remaining_s=None if remaining is None else remaining + ahead,
            mp_s=None if rate is None else rate / height * stage.size.width * stage.size.height / 1e6,
        )

    def _shift(self, image: ImageSource, canvas: Canvas, cancel: CancelToken) -> NDArray[np.float32] | None:
        info = image.info
        with closing(CanvasReader(canvas.path)) as reader:
            shift = color_shift(image.read_rows, info.width, info.height, reader, cancel)
        if shift is not None:
            levels = 255 * float(np.abs(shift).mean(axis=(0, 1)).max())
            log.info("%s: its colours were off by %.1f levels of 255 and are corrected", info.path, levels)
        return shift

    def _write(
        self,
        stage: _Stage,
        canvas: Canvas,
        shift: NDArray[np.float32] | None,
        cancel: CancelToken,
        told: Mapping[str, str] | None = None,
    ) -> tuple[str, ...]:
        spec, bits = canvas.spec, stage.depth.bits
        raw = RawPicture(
            path=canvas.path, width=spec.width, height=spec.height, bands=spec.bands, bits=bits, shift=shift
        )
        info = stage.job.info
        record = None
        if stage.is_last:
            record = record_of(info.path, stage.job.width / info.width, self.model, self._config, **(told or {}))
        else:
            info = replace(
                info, exif=None, iptc=None, texts=(), xmp=xmp.with_record(None, {BETWEEN: canvas.spec.recipe})
            )
        notices = write_picture(
            raw,
            stage.destination,
            info,
            width=stage.size.width,
            height=stage.size.height,
            bits=bits,
            quality=self._config.quality,
            cancel=cancel,
            keep=self._config.metadata if stage.is_last else "all",
            record=None if record is None else record.fields(),
            replace_existing=stage.job.overwrite or not stage.is_last,
            private=not stage.is_last,
        )
        if record is not None and self._config.sidecar:
            write_sidecar(stage.destination, record, like=info.path)
        if stage.is_last and self._config.keep_times:
            _copy_times(info.path, stage.destination)
        return notices


def _is_between(path: Path, recipe: str) -> bool:
    """Whether a file is what a pass of this recipe has made: of this user alone, and without a second name."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
            return False
        if os.name == "posix" and (found.st_uid != os.geteuid() or found.st_mode & 0o077):
            return False
        packet = probe(path, max_megapixels=float("inf")).xmp
    except (OSError, RsdError):
        return False
    return (xmp.record_in(packet) or {}).get(BETWEEN) == recipe


def _copy_times(source: Path, result: Path) -> None:
    try:
        shutil.copystat(source, result)
    except OSError as error:  # a file system without them, or the source has gone
        log.warning("%s: its times could not be kept: %s", result, error)


def _remove(paths: tuple[Path, ...]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
