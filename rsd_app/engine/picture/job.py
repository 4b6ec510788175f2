"""One picture, from a file to a file: prepared, computed, finished; in no other order."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from rsd_app.core.errors import RsdError
from rsd_app.core.progress import Cancelled, CancelToken
from rsd_app.engine.events import Done, Event, Started, Stopped
from rsd_app.engine.photo import Photo
from rsd_app.engine.picture.computed import Computed
from rsd_app.engine.picture.passes import Passes
from rsd_app.engine.picture.plan import own_plan
from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.engine.record.recipe import read_record
from rsd_app.engine.render.guard import guarded
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.render.protocol import Model
from rsd_app.engine.settings.config import UpscaleConfig


@dataclass(frozen=True)
class Job:
    """One photo, ready to be enlarged; made by `prepare`. Run it once, or close it.

    Attributes:
        config: with the severity that was estimated where it was auto, and faces and text found as regions.
        model: that fits the size, folded for the severity, at the realism.
        tiles: of the preview; what is there is not computed again.
    """

    photo: Photo
    config: UpscaleConfig
    model: Model
    tiles: TileStore | None = None

    def run(self, out: Path | None, *, emit: Callable[[Event], None], cancel: CancelToken) -> Done | Stopped:
        """Enlarge the photo.

        Args:
            out: a file, an existing folder, or None for beside the source.
            emit: told on this thread that work begins and how far it is.

        Returns:
            Stopped if cancelled; the canvas then stays for `resume`.

        Raises:
            RsdError: nothing was written; what was computed stays only if it can be resumed.
        """
        computed = self.compute(out, emit=emit, cancel=cancel)
        return computed if isinstance(computed, Stopped) else computed.finish(cancel=cancel)

    def compute(
        self, out: Path | None, *, emit: Callable[[Event], None], cancel: CancelToken, replace_result: bool = False
    ) -> Computed | Stopped:
        """The part of `run` that keeps the network busy; `Computed.finish` writes the file.

        Args:
            replace_result: as if the configuration said to overwrite. The rest is as in `run`.

        Raises:
            RsdError: as run.
        """
        began, info = time.monotonic(), self.photo.info
        with ExitStack() as opened:
            opened.callback(self.close)
            overwrite = self.config.overwrite or replace_result
            plan = own_plan(info, out, self.config, self.model.scale, opened, overwrite=overwrite)
            emit(
                Started(
                    source=info.path,
                    destination=plan.destination,
                    width=info.width,
                    height=info.height,
                    out_width=plan.width,
                    out_height=plan.height,
                    device=self.model.device.description,
                )
            )
            passes = Passes(self.photo, self.config, self.model, plan, self.tiles, emit, cancel)
            try:
                canvas, trust = passes.run(opened)
            except Cancelled:
                return plan.stopped()
            except BaseException:
                plan.forget_between()
                raise
            seconds = time.monotonic() - began
            return Computed(self.photo, self.config, self.model, plan, canvas, trust, opened.pop_all(), seconds)

    def has_made(self, result: Path) -> bool:
        """Whether a file is what this job makes, as its recipe says."""
        try:
            return read_record(result).is_of(self.photo.path, lambda: self.photo.sha256, self.model, self.config)
        except RsdError:
            return False

    def close(self) -> None:
        """Let go of the photo, where the job is not run; safe to call twice."""
        self.photo.close()


def prepare(
    source: Path | Photo,
    config: UpscaleConfig,
    *,
    seed: int | None = None,
    models: ModelPool | None = None,
    tiles: TileStore | None = None,
) -> Job:
    """Open a photo and settle all that depends on it: the model that fits its size, its severity where that is auto,
    and its faces and text where they are guarded.

    Args:
        source: a file, or a photo that is open already; it is closed with the job.
        seed: instead of the configuration's.
        models: where loaded models are kept for the next job; by default nothing is kept.
        tiles: of the preview; what is there is not computed again.

    Raises:
        ImageReadError, ImageTooLargeError: the photo cannot be read.
        ModelError, DeviceError: the model or the device is not to be had.
        ConfigError: a size that cannot be reached.
    """
    if seed is not None:
        config = replace(config, seed=seed)
    photo = source if isinstance(source, Photo) else Photo(source, config)
    try:
        config, model = (ModelPool() if models is None else models).get_for(config, photo)
        config = guarded(config, model, photo)
        return Job(photo, config, model.at_realism(config.realism, config.regions), tiles)
    except BaseException:
        photo.close()
        raise
