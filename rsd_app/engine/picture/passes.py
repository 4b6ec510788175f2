"""From a photo to a full canvas, in as many passes through the network as its size needs, and to its map of trust."""

from __future__ import annotations

import hashlib
import itertools
import os
import stat
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from rsd_app.core.device.budget import memory_budget_mb
from rsd_app.core.errors import RsdError
from rsd_app.core.image_io.metadata import xmp
from rsd_app.core.image_io.read import ImageSource, open_image, probe
from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.progress import Cancelled, CancelToken, Pace
from rsd_app.engine.canvas.scratch_file import Canvas, CanvasSpec, canvas_path, kept_when_cancelled, released
from rsd_app.engine.events import Advanced, Event
from rsd_app.engine.maps.trust import fill_map, other_renderers
from rsd_app.engine.photo import Photo
from rsd_app.engine.picture.plan import Plan
from rsd_app.engine.picture.preview_tiles import TileStore, stretches
from rsd_app.engine.record.recipe import fingerprint
from rsd_app.engine.render.protocol import Depth, Model, Samples, Window
from rsd_app.engine.render.rows import canvas_rows
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.sizing import Pass

EMIT_EVERY_S = 0.2
BETWEEN = "Between"  # field of the record of what a pass has made: the recipe of its canvas
ENCODING_SHARE = 0.15  # of the progress: what writing the file takes beside the network, roughly


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

    image: ImageSource  # that the network enlarges
    size: Pass
    destination: Path  # of the result, or of what goes into the next pass
    depth: Depth
    share: _Share
    is_last: bool


@dataclass(frozen=True)
class Passes:
    """The work of one job that keeps the network busy.

    Attributes:
        config, model: for this photo: its severity and regions are known.
        tiles: of the preview; what is there is not computed again.
        emit: told of the progress, on the calling thread.
    """

    photo: Photo
    config: UpscaleConfig
    model: Model
    plan: Plan
    tiles: TileStore | None
    emit: Callable[[Event], None]
    cancel: CancelToken

    def run(self, opened: ExitStack) -> tuple[Canvas, Canvas | None]:
        """All passes, each from what the one before has written, and the map of trust.

        Args:
            opened: closes what is opened between passes.

        Returns:
            The last pass's canvas, full and not written, and that of the map where one is asked for.

        Raises:
            Cancelled: canvases stay for a resume.
            RsdError: a canvas of its own does not stay.
        """
        image, plan = self.photo.image, self.plan
        for number, share in enumerate(self._shares()):
            is_last = number == len(plan.passes) - 1
            destination = plan.destination if is_last else plan.between[number]
            depth = plan.depth if is_last else Depth(plan.depth.channels, 16)
            stage = _Stage(image, plan.passes[number], destination, depth, share, is_last)
            if is_last:
                canvas = self._rendered(stage)
                return canvas, self._trusted(stage, canvas)
            if not (self.config.resume and _is_between(destination, self._fingerprint(stage))):
                self._write_between(stage, self._rendered(stage))
            image = opened.enter_context(open_image(destination, max_megapixels=float("inf")))
        raise AssertionError("a job has at least one pass")

    def _shares(self) -> Iterator[_Share]:
        """Of each pass, by the pixels that go into it."""
        info, passes = self.photo.info, self.plan.passes
        areas = [info.width * info.height, *(step.width * step.height for step in passes[:-1])]
        # A map of trust takes the network's time again for each further seed.
        total = sum(areas) * (1 if self.plan.trust is None else self.config.trust_seeds)
        ends = [0, *itertools.accumulate(areas)]
        return (_Share(start / total, end / total) for start, end in itertools.pairwise(ends))

    def _budget_mb(self) -> int:
        return memory_budget_mb(self.model.device, self.config.memory_mb, held_mb=self.model.weights_mb)

    def _rendered(self, stage: _Stage) -> Canvas:
        """The canvas of a pass, full; what a broken job has left of it is taken up."""
        info = stage.image.info
        spec = CanvasSpec(
            recipe=self._fingerprint(stage),
            width=info.width * self.model.scale,
            height=info.height * self.model.scale,
            bands=int(stage.depth.channels) + int(info.has_alpha),
            bits=stage.depth.bits,
        )
        canvas = self._canvas(stage.destination, spec)
        try:
            self._render(stage, canvas)
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

    def _canvas(self, destination: Path, spec: CanvasSpec) -> Canvas:
        path = canvas_path(destination)
        found = Canvas.reopen(path, spec) if self.config.resume else None
        return found or Canvas.create(path, spec)

    def _render(self, stage: _Stage, canvas: Canvas) -> None:
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
                self.emit(self._advanced(stage, done / info.height, rows, remaining, pace.rate))

        with ThreadPoolExecutor(1, thread_name_prefix="rsd-canvas") as writer:
            for y, rows in self._rows(stage, first, tell):
                if pending is not None:
                    pending.result()
                pending = writer.submit(canvas.write_rows, y * scale, rows)
                written, end = y, y + len(rows) // scale
                tell(end)
            if pending is not None:
                pending.result()

    def _rows(self, stage: _Stage, first: int, progressed: Callable[[float], None]) -> Iterator[tuple[int, Samples]]:
        """Rows of the canvas from source row `first` on: those that the preview has made, the others computed."""
        info, scale, recipe = stage.image.info, self.model.scale, self._fingerprint(stage)
        renderer = self.model.renderer(info.width, info.height, self.config.seed, budget_mb=self._budget_mb())
        made = np.zeros(info.height, dtype=np.bool_)
        if self.tiles is not None:
            made = self.tiles.whole_rows(recipe, info.width, info.height)
        for y0, y1, there in stretches(made, first, renderer.margin):
            y = y0
            if there and self.tiles is not None:
                for y, rows in self.tiles.rows(recipe, info.width, y0, y1, scale):
                    self.cancel.raise_if_cancelled()
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
                    strip=self.config.tile,
                    cancel=self.cancel,
                    progressed=progressed,
                )

    def _trusted(self, stage: _Stage, canvas: Canvas) -> Canvas | None:
        """The map of a picture that was made in one pass, where one is asked for."""
        config, info, trust = self.config, stage.image.info, self.plan.trust
        if trust is None:
            return None
        stage = replace(stage, share=_Share(1 / config.trust_seeds, 1.0))
        curve = self.model.header.trust
        recipe = hashlib.sha256(repr((canvas.spec.recipe, config.trust_seeds, curve)).encode()).hexdigest()
        others = other_renderers(self.model, info, config.seed, config.trust_seeds, self._budget_mb())
        pace = Pace(info.height)

        def tell(done: float) -> None:
            self.emit(self._advanced(stage, done / info.height, canvas.spec.height, pace.update(done), None))

        with kept_when_cancelled(canvas):
            made = self._canvas(trust, replace(canvas.spec, recipe=recipe, bands=1, bits=16))
            # The rows of the source come again from the top: not from the decoder that the picture was read with.
            with self.photo.opened_again() as again:
                fill_map(
                    made, canvas, others, again, depth=stage.depth, scale=self.model.scale,
                    strip=config.tile, cancel=self.cancel, progressed=tell, curve=curve,
                )  # fmt: skip
        return made

    def _write_between(self, stage: _Stage, canvas: Canvas) -> None:
        """Write what goes into the next pass, for this user alone; its canvas goes."""
        spec, bits = canvas.spec, stage.depth.bits
        raw = RawPicture(path=canvas.path, width=spec.width, height=spec.height, bands=spec.bands, bits=bits)
        packet = xmp.with_record(None, {BETWEEN: spec.recipe})
        info = replace(self.plan.info, exif=None, iptc=None, texts=(), xmp=packet)
        with released(canvas):
            write_picture(
                raw, stage.destination, info, width=stage.size.width, height=stage.size.height, bits=bits,
                quality=self.config.quality, cancel=self.cancel, keep="all", replace_existing=True, private=True,
            )  # fmt: skip

    def _fingerprint(self, stage: _Stage) -> str:
        return fingerprint(stage.image.info.path, self.model, self.config, stage.depth.bits)

    def _advanced(
        self, stage: _Stage, share: float, rows: int, remaining: float | None, rate: float | None
    ) -> Advanced:
        left = None if remaining is None else remaining / max(1e-9, stage.share.end - stage.share.start)
        ahead = 0.0 if left is None else left * (1 - stage.share.end)  # passes still to come
        pixels = stage.size.width * stage.size.height
        return Advanced(
            source=self.plan.info.path,
            fraction=stage.share.at(share) * (1 - ENCODING_SHARE),
            rows=rows if stage.is_last else 0,
            remaining_s=None if remaining is None else remaining + ahead,
            mp_s=None if rate is None else rate / stage.image.info.height * pixels / 1e6,
        )


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
