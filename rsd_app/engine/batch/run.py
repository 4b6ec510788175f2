"""Many pictures: planned before the start, computed while others are written; a failed one does not stop the rest."""

from __future__ import annotations

import logging
import os
import threading
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import asdict
from pathlib import Path

from rsd_app.core.device.memory import is_out_of_memory
from rsd_app.core.errors import ConfigError, DeviceError, DiskFullError, ImageWriteError, RsdError
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.journal import Entry, Journal, is_plain_name, planned_elsewhere, stamp_of
from rsd_app.engine.batch.planning import Item, journal_folder, plan
from rsd_app.engine.batch.search import DEFAULT_RULES, FolderRules, expand_inputs, find_files
from rsd_app.engine.batch.work_claims import claimed
from rsd_app.engine.canvas.map_file import destination_of
from rsd_app.engine.canvas.scratch_file import clear_scratch
from rsd_app.engine.events import BatchOutcome, Done, Event, Failed, Skipped, Stopped
from rsd_app.engine.picture.computed import Computed
from rsd_app.engine.picture.job import Job, prepare
from rsd_app.engine.record.recipe import read_record, recorded_name, settings_of, sidecar_of
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.settings.config import UpscaleConfig

__all__ = ["FolderRules", "expand_inputs", "upscale_files"]

log = logging.getLogger(__name__)

TROUBLE_AFTER = 3  # consecutive failures that will also hit the next picture (disk full, out of memory)
Emit = Callable[[Event], None]


def upscale_files(
    inputs: Sequence[Path],
    out: Path | None,
    config: UpscaleConfig,
    *,
    emit: Emit,
    cancel: CancelToken,
    rules: FolderRules = DEFAULT_RULES,
    go_on: Callable[[str], bool] = lambda trouble: False,
    models: ModelPool | None = None,
) -> list[BatchOutcome]:
    """Enlarge files and the pictures of folders; every outcome is emitted and returned, in the order of the files.

    Of several pictures a journal is kept beside the results until all were tried: with `config.resume` a broken
    run goes on where it was.

    Args:
        out: a file for one picture, a folder for several; None: beside each source.
        emit: called from two threads, never at the same time.
        rules: how folders are gone through and results named.
        go_on: asked when several pictures in a row failed for a reason that the next will meet as well (the disk
            is full, the device lost), with that reason; False ends the run.
        models: where the loaded model is kept for the next call.

    Raises:
        ConfigError: several pictures and `out` is a file; two results of one name; `resume` with other settings.
        ModelError, DeviceError: the model or the device is not to be had; nothing was tried.
    """
    emit = _one_at_a_time(emit)
    items, refused = planned(inputs, out, config, rules, emit)
    several = len(items) > 1
    if not items:
        return refused
    with ExitStack() as opened:
        journal, folder = None, journal_folder(inputs, items, out)
        if several:
            journal = _journal(folder, items, out, config, rules)
        elif items[0].error is None:
            items[0].error = planned_elsewhere(folder, [(items[0].source, items[0].destination)])
        models = ModelPool() if models is None else models
        models.get(config)  # a wrong model or device is told now and not with every photo
        batch = _Batch(models, config, rules, emit, cancel, journal, go_on)
        outcomes: list[BatchOutcome] = []
        if journal is not None:
            opened.callback(lambda: journal.close(through=_all_tried(outcomes, items)))
        batch.run(items, outcomes)
    return refused + outcomes


def planned(
    inputs: Sequence[Path], out: Path | None, config: UpscaleConfig, rules: FolderRules, emit: Emit
) -> tuple[list[Item], list[BatchOutcome]]:
    """The items of a batch, and outcomes of what could not be looked into. A folder for the results is made.

    Raises:
        ConfigError: several pictures and `out` is a file; two results of one name.
    """
    found, errors = find_files(inputs, rules, out)
    refused: list[BatchOutcome] = [Failed(source=Path(error.subject), error=str(error)) for error in errors]
    for outcome in refused:
        emit(outcome)
    several = len(found) > 1 or any(path.is_dir() for path in inputs)
    if several and out is not None and not out.is_dir():
        if out.suffix:
            raise ConfigError(f"-o {out}", f"is a file, for {len(found)} pictures", "name a folder")
        _make(out)
    items = plan(found, out, config, rules)
    for option, path in (("--trust", config.trust), ("--back-check", config.check)):
        if path is not None and len(items) > 1 and not path.is_dir():
            raise ConfigError(f"{option} {path}", f"is one file, for the maps of {len(items)} results", "name a folder")
    return items, refused


class _Batch:
    """A run over items, one after the other; the last one's file is written while the next is computed."""

    def __init__(
        self,
        models: ModelPool,
        config: UpscaleConfig,
        rules: FolderRules,
        emit: Emit,
        cancel: CancelToken,
        journal: Journal | None,
        go_on: Callable[[str], bool],
    ) -> None:
        self._models, self._config, self._rules = models, config, rules
        self._emit, self._cancel, self._journal, self._go_on = emit, cancel, journal, go_on
        self._trouble: list[type[Exception]] = []
        self._ended = False

    def run(self, items: Sequence[Item], outcomes: list[BatchOutcome]) -> None:
        """Fill `outcomes`, one an item in their order."""
        ends: list[Future[BatchOutcome]] = []
        with ThreadPoolExecutor(1, thread_name_prefix="rsd-writer") as writer:
            try:
                for number, item in enumerate(items):
                    ends.append(self._one(item, writer))
                    if number:
                        ends[-2].result()  # so that one canvas more than the one at work is the most
            finally:
                outcomes += [end.result() for end in ends if not end.cancelled()]

    def _one(self, item: Item, writer: ThreadPoolExecutor) -> Future[BatchOutcome]:
        """Compute an item here, and let the writer finish it."""
        if self._cancel.cancelled or self._ended:
            return _known(self._end(item, Stopped(source=item.source, resumable=False)))
        with ExitStack() as opened:
            try:
                computed = self._begin(item, opened)
            except Exception as error:  # noqa: BLE001 - the boundary of a job: one picture must not end the others
                return _known(self._end(item, self._failed(item, error)))
            if not isinstance(computed, Computed):
                return _known(self._end(item, computed))
            held = opened.pop_all()
        return writer.submit(self._finish, item, computed, held)

    def _begin(self, item: Item, opened: ExitStack) -> Computed | BatchOutcome:
        """What is known without work, or the picture computed."""
        if item.error is not None:
            return Failed(source=item.source, error=str(item.error))
        entry = self._entry(item)
        if item.destination.exists() and (reason := self._let_be(item, entry)):
            return Skipped(source=item.source, destination=item.destination, reason=reason)
        return self._compute(item, opened)

    def _let_be(self, item: Item, entry: Entry | None) -> str:
        """Why a result that is there already stays as it is; empty where it is replaced, or refused in words."""
        if self._config.resume and self._was_done(item, entry):
            self._clear(item)
            if not self._config.sidecar or sidecar_of(item.destination).exists():
                return "was done before"
            item.replace = True  # killed before its sidecar was there: made again, to the same bytes
        return "its result is there already" if self._rules.exists == "skip" and not item.replace else ""

    def _clear(self, item: Item) -> None:
        """Remove what a killed run left beside a result that is whole."""
        clear_scratch(item.destination)
        clear_scratch(sidecar_of(item.destination))
        for path, what in ((self._config.trust, "trust"), (self._config.check, "check")):
            if path is not None:
                clear_scratch(destination_of(path, item.destination, what))

    def _entry(self, item: Item) -> Entry | None:
        """What the run that is resumed knew of an item, which gets the name that was planned then.

        A number or a date in the name would be another today. A name that leads elsewhere is not taken.
        """
        entry = self._journal.entries.get(item.key) if self._journal else None
        if entry is None or entry.path != str(item.source.absolute()):
            return None
        if entry.name and is_plain_name(entry.name):
            planned = item.destination.with_name(entry.name)
            if planned.suffix == item.destination.suffix:
                item.destination = planned
                return entry
        return None

    def _was_done(self, item: Item, entry: Entry | None) -> bool:
        """Whether what is there is the result of this source. One of the source as it was may be replaced."""
        if entry is None or entry.state not in ("done", "started"):
            # The journal has gone, since the run had come to its end; or it knows of no result.
            with closing(self._prepared(item)) as job:
                return job.has_made(item.destination)
        if entry.stamp == stamp_of(item.source):
            # Killed between the file's last step and the journal's: what was not there before, and says so, is ours.
            return entry.state == "done" or (not entry.was_there and self._says_it_is_ours(item, unknown=True))
        ours = entry.result is not None and entry.result == stamp_of(item.destination)
        if ours or (entry.state == "started" and not entry.was_there and self._says_it_is_ours(item, unknown=False)):
            log.warning("%s: has changed since it was enlarged, and is enlarged again", item.source)
            item.replace = True
        return False

    def _says_it_is_ours(self, item: Item, *, unknown: bool) -> bool:
        """Whether a result names this source in its record; `unknown` where results of this run carry none."""
        if self._config.metadata == "none" and not self._config.sidecar:
            return unknown
        try:
            return read_record(item.destination).source == recorded_name(item.source)
        except RsdError:
            return False

    def _compute(self, item: Item, opened: ExitStack) -> Computed | BatchOutcome:
        if self._rules.shard is not None:
            _make(item.destination.parent)
            if not opened.enter_context(claimed(item.destination)):
                reason = "another machine works on it"
                return Skipped(source=item.source, destination=item.destination, reason=reason)
        elif item.makes_folder:
            _make(item.destination.parent)
        if self._journal is not None:
            self._journal.note(
                item.key, "started", path=str(item.source.absolute()), stamp=stamp_of(item.source),
                name=item.destination.name, was_there=os.path.lexists(item.destination),
            )  # fmt: skip
        replace_result = item.replace or self._rules.exists == "overwrite"
        return self._prepared(item).compute(
            item.destination, emit=self._emit, cancel=self._cancel, replace_result=replace_result
        )

    def _finish(self, item: Item, computed: Computed, held: ExitStack) -> BatchOutcome:
        with held:
            try:
                outcome: BatchOutcome = computed.finish(cancel=self._cancel)
            except Exception as error:  # noqa: BLE001 - as above
                outcome = self._failed(item, error)
            return self._end(item, outcome)

    def _prepared(self, item: Item) -> Job:
        return prepare(item.source, self._config, seed=item.seed, models=self._models)

    def _end(self, item: Item, outcome: BatchOutcome) -> BatchOutcome:
        if isinstance(outcome, Done):
            self._trouble.clear()
        if self._journal is not None:
            if isinstance(outcome, Done):
                self._journal.note(item.key, "done", result=stamp_of(outcome.destination))
            elif isinstance(outcome, Failed):
                self._journal.note(item.key, "failed", error=outcome.error)
            elif isinstance(outcome, Stopped) and outcome.resumable:
                self._journal.note(item.key, "stopped")
        self._emit(outcome)
        return outcome

    def _failed(self, item: Item, error: Exception) -> Failed:
        details = "".join(traceback.format_exception(error))
        text = str(error) if isinstance(error, RsdError) else f"{item.source}: {str(error) or type(error).__name__}"
        if not isinstance(error, RsdError):
            log.error("%s failed\n%s", item.source, details)
        lasting = isinstance(error, (DiskFullError, DeviceError)) or is_out_of_memory(error)
        self._trouble = [*self._trouble, type(error)] if lasting else []
        if len(self._trouble) >= TROUBLE_AFTER and len(set(self._trouble[-TROUBLE_AFTER:])) == 1:
            self._trouble.clear()
            self._ended = not self._go_on(text)
        return Failed(source=item.source, error=text, details=details)


def _journal(
    folder: Path, items: Sequence[Item], out: Path | None, config: UpscaleConfig, rules: FolderRules
) -> Journal | None:
    settings = settings_of(config) | {"name": rules.template, "out": str(out) if out else None}
    settings |= {"shard": asdict(rules.shard) if rules.shard else None}
    work = [(item.source, item.destination) for item in items if item.error is None]
    part = f"-{rules.shard.index}of{rules.shard.count}" if rules.shard else ""
    try:
        found = Journal.resume(folder, settings, work, name=part) if config.resume else None
        return found or Journal.begin(folder, settings, work, name=part)
    except ImageWriteError as error:
        log.warning("this run cannot be resumed: %s", error)
        return None


def _known(outcome: BatchOutcome) -> Future[BatchOutcome]:
    future: Future[BatchOutcome] = Future()
    future.set_result(outcome)
    return future


def _all_tried(outcomes: Sequence[BatchOutcome], items: Sequence[Item]) -> bool:
    return len(outcomes) == len(items) and not any(isinstance(outcome, Stopped) for outcome in outcomes)


def _one_at_a_time(emit: Emit) -> Emit:
    lock = threading.Lock()

    def emit_alone(event: Event) -> None:
        with lock:
            emit(event)

    return emit_alone


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImageWriteError(folder, f"cannot be made ({error.strerror})", "name another folder") from error
