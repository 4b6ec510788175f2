"""What a run trains on: chosen once at its start, kept in its directory, the same after every resume."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rsd_app.core.errors import ConfigError, TrainingError
from rsd_app.core.progress import CancelToken
from trainer.config import Recipe
from trainer.data.paired import PairFacts, inspect_pairs, is_paired, split_pairs
from trainer.data.photo_files import find_photos
from trainer.data.survey import Survey, survey
from trainer.events import Inspected, Noticed, TrainingEvent
from trainer.notices import notice
from trainer.run.run_dir import RunDir

TELL_EVERY_S = 0.5


@dataclass(frozen=True, kw_only=True)
class Sources:
    """Photos to degrade and true pairs, each in two parts."""

    photos: list[Path] = field(default_factory=list)
    held_out: list[Path] = field(default_factory=list)
    pairs: list[tuple[Path, Path]] = field(default_factory=list)  # hq, lq
    held_out_pairs: list[tuple[Path, Path]] = field(default_factory=list)
    notices: list[Noticed] = field(default_factory=list)  # what a person should know

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "photos": [str(p) for p in self.photos],
            "held_out": [str(p) for p in self.held_out],
            "pairs": [[str(hq), str(lq)] for hq, lq in self.pairs],
            "held_out_pairs": [[str(hq), str(lq)] for hq, lq in self.held_out_pairs],
        }


def choose_sources(
    folders: Sequence[Path],
    recipe: Recipe,
    emit: Callable[[TrainingEvent], None],
    cancel: CancelToken,
    by_hand: Mapping[Path, bool] = MappingProxyType({}),
) -> Sources:
    """Look through the folders and choose.

    A folder that holds hq/ and lq/ gives pairs, any other one photos.

    Args:
        by_hand: see `survey`.

    Raises:
        TrainingError: a folder is missing, or there is nothing usable in any of them.
        Cancelled: cancel() was called.
    """
    paired = [folder for folder in folders if is_paired(folder)]
    plain = [folder for folder in folders if not is_paired(folder)]
    photos = survey_photos(plain, recipe, emit, cancel, by_hand) if plain else Survey(verdicts=())
    pairs = [
        pair for folder in paired for pair in inspect_pairs(folder, scale=recipe.scale, smallest=recipe.data.pair_side)
    ]
    train, held = split_pairs(pairs, recipe.data.held_out)
    if not photos.used and not train:
        first = next((f"{v.facts.path.name} {v.reason}" for v in photos.verdicts if v.reason), "")
        first = first or next((f"{p.hq.name} {p.reason}" for p in pairs if p.reason), "")
        problem = f"none of {len(photos.verdicts) + len(pairs)} is readable and at least {recipe.data.pair_side}×"
        problem += f"{recipe.data.pair_side}, sharp and clean; {first}"
        raise TrainingError("photos", problem, "`rsd train check` lists why; --set data.select=all takes flawed ones")
    notices = photos.advice() if photos.verdicts else []
    left = len([v for v in photos.verdicts if v.reason]) + len([p for p in pairs if p.reason])
    if left:
        notices.append(notice("left-out", left=left, total=len(photos.verdicts) + len(pairs)))
    notices += [notice("pair", name=pair.hq.name, text=pair.notice) for pair in train if pair.notice][:5]
    return Sources(
        photos=photos.used,
        held_out=photos.held_out,
        pairs=_paths(train),
        held_out_pairs=_paths(held),
        notices=notices,
    )


def read_by_hand(file: Path | None) -> dict[Path, bool]:
    """What a person has said of single photos: lines of "+ path" to take one in spite of its flaws, "- path" not to.

    Raises:
        ConfigError: the file cannot be read, or a line is neither.
    """
    if file is None:
        return {}
    said: dict[Path, bool] = {}
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise ConfigError(f"--by-hand {file}", f"cannot be read ({error})", "give a text file") from error
    for line in filter(None, lines):
        if line[:2] not in ("+ ", "- "):
            raise ConfigError(f"--by-hand {file}", f"has the line {line[:60]!r}", "write + or -, a blank and a path")
        said[Path(line[2:])] = line[0] == "+"
    return said


def survey_photos(
    folders: Sequence[Path],
    recipe: Recipe,
    emit: Callable[[TrainingEvent], None],
    cancel: CancelToken,
    by_hand: Mapping[Path, bool] = MappingProxyType({}),
) -> Survey:
    """The survey of a recipe's folders, with its progress as events."""
    paths, told = find_photos(folders), 0.0

    def progressed(done: int) -> None:
        nonlocal told
        if time.monotonic() - told >= TELL_EVERY_S or done == len(paths):
            told = time.monotonic()
            emit(Inspected(done=done, total=len(paths)))

    return survey(
        paths,
        smallest=recipe.data.pair_side,
        held_out=recipe.data.held_out,
        good_only=recipe.data.select == "good",
        by_hand=by_hand,
        progressed=progressed,
        cancel=cancel,
    )


def sources_of(run: RunDir) -> Sources:
    """Those that a run was started with, as far as the files are still there.

    Raises:
        TrainingError: none of them is.
    """
    values = run.sources()

    def there(paths: Sequence[str]) -> list[Path]:
        return [Path(p) for p in paths if Path(p).is_file()]

    def both(pairs: Sequence[Sequence[str]]) -> list[tuple[Path, Path]]:
        return [(Path(hq), Path(lq)) for hq, lq in pairs if Path(hq).is_file() and Path(lq).is_file()]

    sources = Sources(
        photos=there(values["photos"]),
        held_out=there(values["held_out"]),
        pairs=both(values["pairs"]),
        held_out_pairs=both(values["held_out_pairs"]),
    )
    gone = sum(len(values[name]) - len(getattr(sources, name)) for name in values)
    if not sources.photos and not sources.pairs:
        total = len(values["photos"]) + len(values["pairs"])
        raise TrainingError("photos", f"none of the {total} that this run was started with is there", "is the disk?")
    if gone:
        sources.notices.append(notice("gone", count=gone))
    return sources


def as_facts(pairs: Sequence[tuple[Path, Path]]) -> list[PairFacts]:
    """These pairs as a `PairedStore` takes them."""
    return [PairFacts(hq=hq, lq=lq) for hq, lq in pairs]


def _paths(pairs: Sequence[PairFacts]) -> list[tuple[Path, Path]]:
    return [(pair.hq, pair.lq) for pair in pairs if pair.lq is not None]
