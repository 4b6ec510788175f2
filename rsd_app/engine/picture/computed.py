"""A picture whose canvas is full: its colors checked, its maps and its file written."""

from __future__ import annotations

import logging
import shutil
import time
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.progress import Cancelled, CancelToken
from rsd_app.engine.canvas.color_drift import color_shift
from rsd_app.engine.canvas.map_file import write_map
from rsd_app.engine.canvas.reader import CanvasReader
from rsd_app.engine.canvas.scratch_file import Canvas, released
from rsd_app.engine.events import Done, Stopped
from rsd_app.engine.maps.back_check import write_check
from rsd_app.engine.maps.trust import summary_of
from rsd_app.engine.photo import Photo
from rsd_app.engine.picture.plan import Plan
from rsd_app.engine.record.recipe import Record, record_of, write_sidecar
from rsd_app.engine.render.protocol import Model
from rsd_app.engine.settings.config import UpscaleConfig

log = logging.getLogger(__name__)

Shift = NDArray[np.float32]


@dataclass(frozen=True)
class Computed:
    """Made by `Job.compute`; `finish` writes the result, on any thread.

    Attributes:
        canvas, trust: of the picture and of its map, where there is one; both full.
        opened: what is closed when the file is written.
        seconds: that it took so far.
    """

    photo: Photo
    config: UpscaleConfig
    model: Model
    plan: Plan
    canvas: Canvas
    trust: Canvas | None
    opened: ExitStack
    seconds: float

    def finish(self, *, cancel: CancelToken) -> Done | Stopped:
        """Check the colors, write maps and file, and let go of everything.

        Returns:
            Stopped if cancelled; the canvas then stays for `resume`.

        Raises:
            RsdError: nothing was written, and nothing stays.
        """
        plan, began = self.plan, time.monotonic()
        with self.opened:
            try:
                with released(self.canvas), released(self.trust):
                    shift = self._shift(cancel) if self.config.colour_fix else None
                    trust, check = self._write_trust(cancel), self._write_check(shift, cancel)
                    notices = self._write(shift, self.record(trust, check), cancel)
            except Cancelled:
                return plan.stopped()
            except BaseException:
                plan.forget_between()
                raise
        plan.forget_between()
        return Done(
            source=plan.info.path,
            destination=plan.destination,
            seconds=self.seconds + time.monotonic() - began,
            megapixels=plan.width * plan.height / 1e6,
            notices=(*plan.info.notices, *notices),
            trust=trust,
            check=check,
        )

    def record(self, trust: str = "", check: str = "") -> Record:
        """How the result is made.

        Args:
            trust, check: what its maps say in short.
        """
        return record_of(
            self.plan.info.path, self.photo.sha256, self.plan.factor, self.model, self.config, trust, check
        )

    def _shift(self, cancel: CancelToken) -> Shift | None:
        info = self.photo.info
        with closing(CanvasReader(self.canvas.path)) as reader:
            shift = color_shift(self.photo.image.read_rows, info.width, info.height, reader, cancel)
        if shift is not None:
            levels = 255 * float(np.abs(shift).mean(axis=(0, 1)).max())
            log.info("%s: its colours were off by %.1f levels of 255 and are corrected", info.path, levels)
        return shift

    def _write_trust(self, cancel: CancelToken) -> str:
        """Write the map, where there is one; what it says in short."""
        plan = self.plan
        if self.trust is None or plan.trust is None:
            return ""
        size = {"width": plan.width, "height": plan.height}
        write_map(self.trust, plan.trust, plan.info, **size, cancel=cancel, replace_existing=plan.overwrite)
        return str(summary_of(self.trust, self.config.trust_seeds, self.model.header.trust))

    def _write_check(self, shift: Shift | None, cancel: CancelToken) -> str:
        """Compare a result with its source and write the map, where one is asked for; what it says in short."""
        plan, read = self.plan, self.photo.image.read_rows
        if plan.check is None:
            return ""
        with closing(CanvasReader(self.canvas.path)) as reader:
            return str(write_check(read, plan.info, reader, shift, plan.check, cancel, replace_existing=plan.overwrite))

    def _write(self, shift: Shift | None, record: Record, cancel: CancelToken) -> tuple[str, ...]:
        """Write the result, and beside it what is asked for; what a person should know of it."""
        plan, spec, bits = self.plan, self.canvas.spec, self.plan.depth.bits
        raw = RawPicture(
            path=self.canvas.path, width=spec.width, height=spec.height, bands=spec.bands, bits=bits, shift=shift
        )
        notices = write_picture(
            raw,
            plan.destination,
            plan.info,
            width=plan.width,
            height=plan.height,
            bits=bits,
            quality=self.config.quality,
            cancel=cancel,
            keep=self.config.metadata,
            record=record.fields(),
            replace_existing=plan.overwrite,
        )
        if self.config.sidecar:
            write_sidecar(plan.destination, record, like=plan.info.path, replace_existing=plan.overwrite)
        if self.config.keep_times:
            _copy_times(plan.info.path, plan.destination)
        return notices


def _copy_times(source: Path, result: Path) -> None:
    try:
        shutil.copystat(source, result)
    except OSError as error:  # a file system without them, or the source has gone
        log.warning("%s: its times could not be kept: %s", result, error)
