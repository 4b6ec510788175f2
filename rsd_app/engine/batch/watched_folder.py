"""A folder that is watched: each photo that comes in is enlarged when it has stopped growing.

By looking again and again, which works on every system and on network shares.
"""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from rsd_app.core.errors import ConfigError
from rsd_app.core.places import identity_of, is_within, same_folder
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.journal import stamp_of
from rsd_app.engine.batch.naming import numbered
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.batch.search import DEFAULT_RULES, FolderRules, Found, find_files
from rsd_app.engine.events import BatchOutcome, Done, Event
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.settings.config import UpscaleConfig

log = logging.getLogger(__name__)

SETTLE_S = 3.0
LOOK_EVERY_S = 1.0
Stamp = tuple[int, int] | None


@dataclass
class _Seen:
    """A file and since when it has been as it is."""

    stamp: Stamp
    since: float
    taken: bool = False


class Arrivals:
    """What is in a folder and what comes into it, each file once it has stopped growing, and again when it changes.

    Args:
        out: folder of the results, which are no arrivals.
        settle_s: how long a file has to be unchanged.
    """

    def __init__(self, folder: Path, out: Path, rules: FolderRules = DEFAULT_RULES, settle_s: float = SETTLE_S) -> None:
        self._folder, self._out, self._rules, self._settle_s = folder, out, rules, settle_s
        self._seen: dict[Path, _Seen] = {}

    def look(self) -> list[Found]:
        """Those that are new since the last look."""
        found, errors = find_files([self._folder], self._rules, self._out)
        for error in errors:
            if "holds no picture" not in error.problem:
                log.warning("%s", error)
        now, ready = time.monotonic(), []
        for path in self._seen.keys() - {each.path for each in found}:
            del self._seen[path]
        for each in found:
            stamp = stamp_of(each.path)
            known = self._seen.get(each.path)
            if known is None or known.stamp != stamp:
                self._seen[each.path] = _Seen(stamp, now)
            elif not known.taken and now - known.since >= self._settle_s and stamp is not None and stamp[0] > 0:
                known.taken = True
                ready.append(each)
        return ready


def watch(
    folder: Path,
    out: Path,
    config: UpscaleConfig,
    *,
    emit: Callable[[Event], None],
    cancel: CancelToken,
    rules: FolderRules = DEFAULT_RULES,
    move_to: Path | None = None,
    settle_s: float = SETTLE_S,
    every_s: float = LOOK_EVERY_S,
) -> None:
    """Enlarge what is in a folder and what comes into it, until cancelled.

    A result that is there already is left alone, unless the rules say otherwise. A photo that fails is tried again
    when it changes.

    Args:
        out: folder of the results; made where it is not there.
        move_to: folder that sources go to when they are done, the tree kept; None leaves them.
        settle_s: how long a file has to be unchanged before it is taken.
        every_s: between two looks.

    Raises:
        ConfigError: the folder is not there, or sources would be moved into what is watched.
        ModelError, DeviceError: the model or the device is not to be had.
    """
    _check(folder, out, move_to, rules)
    if rules.exists == "refuse":
        rules = replace(rules, exists="skip")
    out.mkdir(parents=True, exist_ok=True)
    models = ModelPool(1)
    models.get(config)  # a wrong model is reported now, not with the first photo
    arrivals = Arrivals(folder, out, rules, settle_s)
    made: set[tuple[int, int] | None] = set()  # results, by whatever way they should come back
    while True:
        for each in arrivals.look():
            if cancel.cancelled:
                return
            if identity_of(each.path) in made:
                continue
            target = out / each.relative.parent
            target.mkdir(parents=True, exist_ok=True)
            alone = replace(rules, shard=None)  # it is of this shard: its place in the tree has said so
            outcomes = upscale_files([each.path], target, config, emit=emit, cancel=cancel, rules=alone, models=models)
            made |= {identity_of(one.destination) for one in outcomes if isinstance(one, Done)}
            if move_to is not None:
                _move(each, outcomes, move_to)
        if cancel.wait(every_s):
            return


def _check(folder: Path, out: Path, move_to: Path | None, rules: FolderRules) -> None:
    if not folder.is_dir():
        raise ConfigError(str(folder), "is not a folder", "name the folder to watch")
    for path in (out, move_to):
        if path is not None and same_folder(path, folder):
            raise ConfigError(str(path), "is what is watched", "name a folder outside it")
    if rules.recursive and move_to is not None and is_within(move_to, folder):
        raise ConfigError(str(move_to), "is what is watched", "name a folder outside it")


def _move(each: Found, outcomes: list[BatchOutcome], folder: Path) -> None:
    if not all(isinstance(outcome, Done) for outcome in outcomes):
        return
    target = folder / each.relative
    number = 2
    while os.path.lexists(target):
        target, number = numbered(folder / each.relative, number), number + 1
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(each.path, target)
    except OSError as error:
        log.warning("%s is done but could not be moved: %s", each.path, error)
