"""What a job will make and where, known and checked before anything is computed."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from rsd_app.core.errors import OutputExistsError
from rsd_app.core.image_io.destination import check_destination, destination_for, kept_format
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.replacing import hidden_beside
from rsd_app.engine.canvas.map_file import check_map, destination_of
from rsd_app.engine.canvas.scratch_file import canvas_path, sole_maker
from rsd_app.engine.events import Stopped
from rsd_app.engine.maps.trust import check_trust
from rsd_app.engine.record.recipe import sidecar_of
from rsd_app.engine.render.protocol import Depth
from rsd_app.engine.render.rows import depth_of
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.sizing import Pass, passes_to


@dataclass(frozen=True)
class Plan:
    """One picture's facts."""

    info: ImageInfo  # of the source; its dpi are those of the result
    destination: Path
    passes: tuple[Pass, ...]
    depth: Depth
    overwrite: bool  # whether a destination that exists may be replaced
    trust: Path | None = None  # where its map goes
    check: Path | None = None  # where the map of the back-check goes

    @property
    def width(self) -> int:
        """Width of the result, in pixels."""
        return self.passes[-1].width

    @property
    def height(self) -> int:
        """Height of the result, in pixels."""
        return self.passes[-1].height

    @property
    def factor(self) -> float:
        """Enlargement of each side."""
        return self.width / self.info.width

    @property
    def between(self) -> tuple[Path, ...]:
        """Files of what the passes but the last have made, hidden beside the result."""
        return tuple(hidden_beside(self.destination, f".rsdcanvas-{i}.tiff") for i in range(len(self.passes) - 1))

    @property
    def scratch(self) -> tuple[Path, ...]:
        """All files from which an interrupted job continues."""
        maps = () if self.trust is None else (canvas_path(self.trust),)
        return (canvas_path(self.destination), *self.between, *map(canvas_path, self.between), *maps)

    def stopped(self) -> Stopped:
        """The outcome of a job that was cancelled."""
        return Stopped(source=self.info.path, resumable=any(path.exists() for path in self.scratch))

    def forget_between(self) -> None:
        """Remove what the passes but the last have made."""
        for path in self.between:
            path.unlink(missing_ok=True)


def own_plan(
    info: ImageInfo, out: Path | None, config: UpscaleConfig, scale: int, opened: ExitStack, *, overwrite: bool
) -> Plan:
    """A plan whose files no other run touches until `opened` is closed.

    Args:
        info: of the source.
        out: a file, an existing folder, or None for beside the source.
        scale: of the model.
        overwrite: whether results that exist may be replaced.

    Raises:
        ImageWriteError: the result or a map cannot be written there, exists already, or is being made by another run.
        ConfigError: a size or a map that cannot be made.
    """
    plan = _plan(info, out, config, scale, overwrite=overwrite)
    for path in (plan.destination, plan.trust, plan.check):
        if path is not None:
            opened.enter_context(sole_maker(path))
    # What exists is looked at again, now that nobody else can make it.
    return _plan(info, out, config, scale, overwrite=overwrite)


def _plan(info: ImageInfo, out: Path | None, config: UpscaleConfig, scale: int, *, overwrite: bool) -> Plan:
    factor = config.factor(info.width, info.height)
    passes = passes_to(info.width, info.height, factor, scale)
    destination = destination_for(
        info.path, out, scale=round(factor, 2), format=config.format, source_format=kept_format(info)
    )
    last = passes[-1]
    check_destination(destination, width=last.width, height=last.height, overwrite=overwrite)
    # What a killed run has put there beside its picture is the same to the last byte, as is seen at the end.
    may_be_there = overwrite or config.resume
    if config.sidecar and not may_be_there and sidecar_of(destination).exists():
        raise OutputExistsError(sidecar_of(destination), "exists already", "give --overwrite to replace it")
    if config.size is not None and config.size.dpi is not None:
        info = replace(info, dpi=config.size.dpi)
    trust = check = None
    if config.trust is not None:
        trust = destination_of(config.trust, destination, "trust")
        check_trust(trust, width=last.width, height=last.height, passes=len(passes), overwrite=may_be_there)
    if config.check is not None:
        check = destination_of(config.check, destination, "check")
        check_map(check, width=info.width, height=info.height, overwrite=may_be_there)
    return Plan(info, destination, passes, depth_of(info, config), overwrite, trust, check)
