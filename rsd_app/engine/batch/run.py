"""Many pictures: planned before the start, computed while others are written; a failed one does not stop the rest."""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from rsd_app.core.errors import ConfigError, DeviceError, DiskFullError, ImageWriteError, RsdError
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.journal import Journal, stamp_of
from rsd_app.engine.batch.planning import Item, journal_folder, plan
from rsd_app.engine.batch.search import DEFAULT_RULES, FolderRules, expand_inputs, find_files
from rsd_app.engine.batch.work_claims import claimed
from rsd_app.engine.events import BatchOutcome, Done, Event, Failed, Skipped, Stopped
from rsd_app.engine.picture.upscaler import Computed, Upscaler
from rsd_app.engine.record.recipe import settings_of
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.settings.config import UpscaleConfig

__all__ = ["FolderRules", "expand_inputs", "upscale_files"]

log = logging.getLogger(__name__)

TROUBLE_AFTER = 3  # failures in a row of a kind that the next picture will meet as well
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
        journal = None
        if several:
            journal = _journal(journal_folder(inputs, items, out), out, config, rules)
        batch = _Batch(Upscaler(config, models), config, rules, emit, cancel, journal, go_on)
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
        upscaler: Upscaler,
        config: UpscaleConfig,
        rules: FolderRules,
        emit: Emit,
        cancel: CancelToken,
        journal: Journal | None,
        go_on: Callable[[str], bool],
    ) -> None:
        self._upscaler, self._config, self._rules = upscaler, config, rules
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
        before = self._already(item)
        if before is not None:
            return _known(self._end(item, before))
        with ExitStack() as opened:
            try:
                computed = self._compute(item, opened)
            except Exception as error:  # noqa: BLE001 - the boundary of a job: one picture must not end the others
                return _known(self._end(item, self._failed(item, error)))
            if not isinstance(computed, Computed):
                return _known(self._end(item, computed))
            held = opened.pop_all()
        return writer.submit(self._finish, item, computed, held)

    def _already(self, item: Item) -> BatchOutcome | None:
        """What is known without work: done in the run that is resumed, there already, not to be read."""
        if item.error is not None:
            return Failed(source=item.source, error=str(item.error))
        entry = self._journal.entries.get(item.key) if self._journal else None
        if entry is not None and entry.destination:
            # As it was planned then: a number or a date in the name would be another today.
            item.destination = Path(entry.destination)
        if entry is not None and item.destination.exists():
            same = entry.stamp == stamp_of(item.source)
            # Killed between the file's last step and the journal's: what was not there before is ours.
            if same and (entry.state == "done" or (entry.state == "started" and not entry.was_there)):
                return Skipped(source=item.source, destination=item.destination, reason="was done before")
            if not same:
                log.warning("%s: has changed since it was enlarged, and is enlarged again", item.source)
                item.replace = True
        elif (
            self._config.resume
            and item.destination.exists()
            and self._maker(item).has_made(item.source, item.destination)
        ):
            # The journal has gone, since the run had come to its end.
            return Skipped(source=item.source, destination=item.destination, reason="was done before")
        if self._rules.exists == "skip" and item.destination.exists() and not item.replace:
            return Skipped(source=item.source, destination=item.destination, reason="its result is there already")
        return None

    def _compute(self, item: Item, opened: ExitStack) -> Computed | Stopped | Skipped:
        if self._rules.shard is not None:
            _make(item.destination.parent)
            if not opened.enter_context(claimed(item.destination)):
                reason = "another machine works on it"
                return Skipped(source=item.source, destination=item.destination, reason=reason)
        elif item.makes_folder:
            _make(item.destination.parent)
        if self._journal is not None:
            facts = {"stamp": stamp_of(item.source), "destination": str(item.destination)}
            self._journal.note(item.key, "started", **facts, was_there=item.destination.exists())
        return self._maker(item).compute(
            item.source,
            item.destination,
            emit=self._emit,
            cancel=self._cancel,
            replace_result=item.replace or self._rules.exists == "overwrite",
        )

    def _finish(self, item: Item, computed: Computed, held: ExitStack) -> BatchOutcome:
        with held:
            try:
                outcome: BatchOutcome = self._maker(item).finish(computed, cancel=self._cancel)
            except Exception as error:  # noqa: BLE001 - as above
                outcome = self._failed(item, error)
            return self._end(item, outcome)

    def _maker(self, item: Item) -> Upscaler:
        return self._upscaler.made_for(item.source, item.seed)

    def _end(self, item: Item, outcome: BatchOutcome) -> BatchOutcome:
        if isinstance(outcome, Done):
            self._trouble.clear()
        if self._journal is not None and not (isinstance(outcome, Stopped) and not outcome.resumable):
            facts = {"error": outcome.error} if isinstance(outcome, Failed) else {}
            if not isinstance(outcome, Skipped):
                self._journal.note(item.key, type(outcome).__name__.lower(), **facts)
        self._emit(outcome)
        return outcome

    def _failed(self, item: Item, error: Exception) -> Failed:
        details = "".join(traceback.format_exception(error))
        text = str(error) if isinstance(error, RsdError) else f"{item.source}: {str(error) or type(error).__name__}"
        if not isinstance(error, RsdError):
            log.error("%s failed\n%s", item.source, details)
        lasting = isinstance(error, (DiskFullError, DeviceError, MemoryError)) or "out of memory" in str(error)
        self._trouble = [*self._trouble, type(error)] if lasting else []
        if len(self._trouble) >= TROUBLE_AFTER and len(set(self._trouble[-TROUBLE_AFTER:])) == 1:
            self._trouble.clear()
            self._ended = not self._go_on(text)
        return Failed(source=item.source, error=text, details=details)


def _journal(folder: Path, out: Path | None, config: UpscaleConfig, rules: FolderRules) -> Journal | None:
    settings = settings_of(config) | {"name": rules.template, "out": str(out) if out else None}
    settings |= {"shard": asdict(rules.shard) if rules.shard else None}
    part = f"-{rules.shard.index}of{rules.shard.count}" if rules.shard else ""
    try:
        found = Journal.resume(folder, settings, name=part) if config.resume else None
        return found or Journal.begin(folder, settings, name=part)
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
