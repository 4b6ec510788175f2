"""A result made again from the recipe that it carries."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from rsd_app.core.errors import ConfigError, ImageReadError, ModelError
from rsd_app.core.image_io.read import open_image, probe
from rsd_app.core.progress import CancelToken
from rsd_app.engine.canvas.map_file import UNIT, destination_of
from rsd_app.engine.events import Done, Event, Stopped
from rsd_app.engine.library.installed import find_model
from rsd_app.engine.photo import Photo, hash_of
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.record.recipe import MAPS, Record, read_record, recorded_name

STRIP_PX = 256
OPTIONS = {"trust": "--trust", "check": "--back-check"}


@dataclass(frozen=True, kw_only=True)
class MapAgain:
    """A map that was made again.

    Args:
        name: trust or check.
        first, now: what the recipe says of it in short, and what the new one says.
        path: of the file; None where it was not to be kept.
        difference: from the file that was there, at most, in levels of 255; None where there was none, negative where
            that is of another size or kind.
    """

    name: str
    first: str
    now: str
    path: Path | None
    difference: float | None

    @property
    def same(self) -> bool:
        """Whether the result is the same, as far as can be known."""
        return self.first == self.now and not self.difference


@dataclass(frozen=True, kw_only=True)
class Reproduced:
    """How a result that was made again compares with the first.

    Args:
        same_file: to the last byte.
        same_pixels: the pixels are the same, and only metadata differs.
        largest_difference: of two samples, in levels.
        destination: of the new one; None where it was not to be kept.
        maps: those that the recipe records.
    """

    same_file: bool
    same_pixels: bool
    largest_difference: int
    destination: Path | None
    maps: tuple[MapAgain, ...] = ()

    @property
    def same(self) -> bool:
        """The picture and all its maps."""
        return self.same_pixels and all(one.same for one in self.maps)


def reproduce(
    result: Path,
    *,
    source: Path | None,
    model: str | None,
    out: Path | None,
    device: str,
    emit: Callable[[Event], None],
    cancel: CancelToken,
    trust: Path | None = None,
    check: Path | None = None,
) -> Reproduced | Stopped:
    """Make a result again, with the maps that its recipe records, and compare.

    Args:
        result: a result of this program.
        source: what it was made of; None to look for it beside the result and above.
        model: a name or file; None for the one that the recipe names.
        out: where the new one goes; None to compare only.
        device: as in UpscaleConfig.
        trust, check: where these maps go, a file or a folder. A file that is there stays, and is compared.

    Raises:
        ImageReadError: no recipe, or the source is not found or has changed; a map that is there cannot be read.
        ModelError: the model is not there, or is another.
        ConfigError: a map is asked for that the recipe does not record.
    """
    record = read_record(result)
    maps = _maps_of(record, result, {"trust": trust, "check": check})
    config = replace(record.config(), device=device, overwrite=True)
    path = find_model(model or record.model)
    photo = Photo(source or _source_of(record, result), config)
    with photo, tempfile.TemporaryDirectory(prefix="rsd-reproduce-") as folder:
        if photo.sha256 != record.source_hash:
            raise ImageReadError(photo.path, "is not what the result was made of", "give the right one with --source")
        hidden = {name: Path(folder) / f"map_{name}.png" for name in maps}
        made = {name: hidden[name] if path is None or path.exists() else path for name, path in maps.items()}
        job = prepare(photo, replace(config, model=str(path), trust=made.get("trust"), check=made.get("check")))
        if job.model.hash != record.model_hash:
            raise ModelError(path, "is not the model of the recipe", f"its hash is to be {record.model_hash[:16]}…")
        destination = out if out is not None else Path(folder) / result.name
        outcome = job.run(destination, emit=emit, cancel=cancel)
        if not isinstance(outcome, Done):
            return outcome
        same_file = _same_bytes(result, destination)
        difference = 0 if same_file else _largest_difference(result, destination)
        return Reproduced(
            same_file=same_file,
            same_pixels=difference == 0,
            largest_difference=difference,
            destination=out,
            maps=tuple(_compared(name, record, outcome, maps[name], made[name]) for name in maps),
        )


def _maps_of(record: Record, result: Path, asked: Mapping[str, Path | None]) -> dict[str, Path | None]:
    """Where each recorded map goes or lies already; None where no place is given.

    Raises: as reproduce.
    """
    maps: dict[str, Path | None] = {}
    for name in MAPS:
        path = asked[name]
        if path is not None:
            if not getattr(record, name):
                problem = f"is asked for, and the recipe of {result} records no such map"
                raise ConfigError(OPTIONS[name], problem, "leave it out, or make one with rsd upscale")
            path = destination_of(path, result, name)
            if path.exists():
                probe(path, max_megapixels=float("inf"))  # refused before the work, if it is no picture
        if getattr(record, name):
            maps[name] = path
    return maps


def _compared(name: str, record: Record, outcome: Done, asked: Path | None, made: Path) -> MapAgain:
    difference = None
    if asked is not None and asked != made:
        difference = 0.0 if _same_bytes(asked, made) else _largest_difference(asked, made) / UNIT
    first, now = getattr(record, name), getattr(outcome, name)
    return MapAgain(name=name, first=first, now=now, path=asked, difference=difference)


def _source_of(record: Record, result: Path) -> Path:
    folder = result.absolute().parent
    for place in (folder, folder.parent, Path.cwd()):
        # The name alone: a record that names a place elsewhere is not followed.
        found = next((path for path in _listed(place) if recorded_name(path) == record.source), None)
        if found is not None and found.is_file():
            return found
    raise ImageReadError(record.source, f"is not beside {result}", "name it with --source")


def _listed(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from folder.iterdir()


def _same_bytes(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and hash_of(one) == hash_of(other)


def _largest_difference(one: Path, other: Path) -> int:
    """Of two samples; -1 where the pictures are not of one size and type."""
    most = 0
    with (
        open_image(one, max_megapixels=float("inf")) as first,
        open_image(other, max_megapixels=float("inf")) as second,
    ):
        a, b = first.info, second.info
        if (a.width, a.height, a.channels, a.has_alpha, a.bits) != (b.width, b.height, b.channels, b.has_alpha, b.bits):
            return -1
        for y in range(0, a.height, STRIP_PX):
            rows = [image.read_rows(y, min(y + STRIP_PX, a.height)) for image in (first, second)]
            most = max(most, int(np.abs(rows[0].color.astype(np.int32) - rows[1].color).max()))
            if rows[0].alpha is not None and rows[1].alpha is not None:
                most = max(most, int(np.abs(rows[0].alpha.astype(np.int32) - rows[1].alpha).max()))
    return most
