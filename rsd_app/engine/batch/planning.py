"""Plan which result each file gets, free of collisions, before the first picture."""

from __future__ import annotations

import itertools
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rsd_app.core.errors import ConfigError, ImageReadError, RsdError
from rsd_app.core.image_io.destination import extension_for, kept_format
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.read import format_of, probe
from rsd_app.engine.batch.naming import SEED_MARK, NameFacts, for_variants, named, numbered, of_seed
from rsd_app.engine.batch.search import FolderRules, Found
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.sizing import result_size

log = logging.getLogger(__name__)

NEEDS_SIZE = ("{width", "{height")
SHOWN = 3  # collisions that an error names
# Where files whose names differ in case only are one.
ONE_CASE = sys.platform in ("win32", "darwin")


@dataclass
class Item:
    """One picture of a batch.

    Args:
        source: the file.
        key: its name in the journal.
        destination: of the result.
        seed: of its noise.
        error: why it cannot be enlarged, known already.
        makes_folder: whether the destination's folder may be made.
        replace: whether a result that is there may be replaced, whatever the rules say.
    """

    source: Path
    key: str
    destination: Path
    seed: int
    error: RsdError | None = None
    makes_folder: bool = False
    replace: bool = False


def plan(found: Sequence[Found], out: Path | None, config: UpscaleConfig, rules: FolderRules) -> list[Item]:
    """The items of a batch, those left out that are too small or too large.

    Args:
        out: a folder that is there; a file for a single picture; None for beside each source.

    Raises:
        ConfigError: two sources would get one result.
    """
    if out is not None and not out.is_dir():
        return [
            Item(each.path, key, out if rules.variants == 1 else of_seed(out, seed), seed)
            for each in found
            for seed, key in _variants(each, config, rules)
        ]
    items = list(_items(found, out, config, rules))
    _refuse_collisions(items)
    if rules.exists == "number":
        _number(items)
    return items


def journal_folder(inputs: Sequence[Path], items: Sequence[Item], out: Path | None) -> Path:
    """Where the journal lies: with the results, or in the folder that was given."""
    if out is not None:
        return out if out.is_dir() else out.absolute().parent
    return next((path for path in inputs if path.is_dir()), items[0].source.parent)


def _items(found: Sequence[Found], out: Path | None, config: UpscaleConfig, rules: FolderRules) -> Iterator[Item]:
    sized = config.size is not None or any(need in rules.template for need in NEEDS_SIZE)
    probes = sized or rules.min_megapixels is not None or rules.max_megapixels is not None
    template = rules.template if rules.variants == 1 else for_variants(rules.template)
    model, today, seq = Path(config.model).stem, datetime.now().astimezone().date(), itertools.count(1)
    for each in found:
        folder = each.path.parent if out is None else out / each.relative.parent
        try:
            info = probe(each.path, max_megapixels=config.max_megapixels) if probes else None
            if info is not None and not _fits(info, rules):
                continue
            scale = config.scale if info is None else config.factor(info.width, info.height)
            width, height = (0, 0) if info is None else result_size(info.width, info.height, scale)
            suffix = extension_for(config.format, _source_format(each.path, config))
        except Exception as error:  # noqa: BLE001 - the boundary of a file: it must not end the batch
            yield Item(each.path, str(each.relative), folder / each.path.name, config.seed, _told(each.path, error))
            continue
        number = next(seq)
        for seed, key in _variants(each, config, rules):
            facts = NameFacts(
                stem=each.path.stem, scale=round(scale, 2), model=model, width=width, height=height, seed=seed,
                folder=each.path.absolute().parent.name, seq=number, date=today,
            )  # fmt: skip
            destination = folder / named(template, facts, suffix)
            yield Item(each.path, key, destination, seed, makes_folder=out is not None)


def _told(path: Path, error: Exception) -> RsdError:
    if isinstance(error, RsdError):
        return error
    log.error("%s cannot be planned", path, exc_info=error)
    return ImageReadError(path, f"cannot be read ({str(error) or type(error).__name__})", "check the file")


def _variants(found: Found, config: UpscaleConfig, rules: FolderRules) -> Iterator[tuple[int, str]]:
    """The seeds of a picture's results, and the name of each in the journal."""
    for seed in range(config.seed, config.seed + rules.variants):
        yield seed, str(found.relative) + ("" if rules.variants == 1 else SEED_MARK.format(seed=seed))


def _fits(info: ImageInfo, rules: FolderRules) -> bool:
    low, high = rules.min_megapixels, rules.max_megapixels
    return (low is None or info.megapixels >= low) and (high is None or info.megapixels <= high)


def _source_format(path: Path, config: UpscaleConfig) -> str:
    """The first bytes say it, but for JPEG XL, of which it matters whose colours it has."""
    if config.format != "same":
        return ""
    format = format_of(path)
    return kept_format(probe(path, max_megapixels=config.max_megapixels)) if format == "jxl" else format


def _refuse_collisions(items: Sequence[Item]) -> None:
    """Raise for two sources with one result, and for a result that would take the place of a source."""
    same = _Places()
    sources = {name for item in items for name in (same(item.source), same(item.source.resolve()))}
    taken: dict[str, Path] = {}
    problems = []
    for item in items:
        if item.error is not None:
            continue
        name = same(item.destination)
        if name in taken:
            problems.append(f"{taken[name]} and {item.source} would both become {item.destination}")
        elif name in sources:
            problems.append(f"the result of {item.source} would take the place of {item.destination}")
        taken[name] = item.source
    if problems:
        more = f", and {len(problems) - SHOWN} more" if len(problems) > SHOWN else ""
        remedy = "put {seq:04} or {folder} into --name, or give --format same"
        raise ConfigError("names", "; ".join(problems[:SHOWN]) + more, remedy)


def _number(items: Sequence[Item]) -> None:
    """Give a number to each result whose name is taken, on the disk or by another."""
    same = _Places()
    taken = {same(item.destination) for item in items}
    for item in items:
        first = item.destination
        if item.error is not None or not os.path.lexists(first):
            continue
        candidates = (numbered(first, number) for number in itertools.count(2))
        item.destination = next(path for path in candidates if same(path) not in taken and not os.path.lexists(path))
        taken.add(same(item.destination))


class _Places:
    """Tells whether two paths are one place, by whatever links and dots they lead there; looks each folder up once."""

    def __init__(self) -> None:
        self._folders: dict[Path, Path] = {}

    def __call__(self, path: Path) -> str:
        folder = self._folders.get(path.parent)
        if folder is None:
            folder = self._folders[path.parent] = path.parent.resolve()
        name = str(folder / path.name)
        return name.casefold() if ONE_CASE else name
