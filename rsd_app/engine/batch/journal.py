"""What a batch has done, one JSON line each, beside the results, so that an interrupted one can continue.

A line is on the disk before the next picture begins. What a picture had reached is in its canvas. The journal
also says which results its run is going to make, so that another run keeps off them.
"""

from __future__ import annotations

import json
import logging
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from rsd_app.core.decode import DecodeError, decode, parse_json
from rsd_app.core.errors import ConfigError, ImageWriteError, RsdError
from rsd_app.core.file_lock import SAFELY, owned, try_lock

log = logging.getLogger(__name__)

PREFIX, SUFFIX = ".rsdjournal-", ".jsonl"
STARTING = ".rsdjournal.lock"  # held while a run looks at the other journals of a folder and writes its own
PATIENCE_S = 10.0
OF_A_PART = re.compile(r"-\d+of\d+" + re.escape(SUFFIX) + "$")
VERSION = 2
Stamp = tuple[int, int]  # size and time of change of a file
Work = Sequence[tuple[Path, Path]]  # sources and their results
State = Literal["started", "done", "failed", "stopped"]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """The last that is known of one source."""

    state: State
    path: str = ""  # of the source, absolute
    stamp: Stamp | None = None  # of the source, when it began
    name: str = ""  # of the result, in the folder that was planned for it
    was_there: bool = False  # whether a file of this name existed before
    result: Stamp | None = None  # of the result, when it was whole


@dataclass(frozen=True, kw_only=True)
class _Head:
    """The first line of a journal."""

    journal: int
    folder: int  # its inode: a copy in another folder is of no use there
    settings: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class _Plan:
    """What the run is going to make of what."""

    plan: list[tuple[str, str]]  # source and result, as `_places` has them


@dataclass(frozen=True, kw_only=True)
class _Line:
    """What has become of a source; what is not said is as in the line before it."""

    source: str
    state: State
    path: str | None = None
    stamp: Stamp | None = None
    name: str | None = None
    was_there: bool | None = None
    result: Stamp | None = None
    error: str | None = None


class Journal:
    """An open journal: made by `begin` or `resume`, held by one process at a time."""

    def __init__(self, path: Path, descriptor: int, entries: dict[str, Entry]) -> None:
        self.path = path
        self.entries = entries
        self._descriptor = descriptor
        self._torn = bool(entries)  # whether the last line may be cut
        self._complained = False

    @classmethod
    def begin(cls, folder: Path, settings: dict[str, Any], work: Work, *, name: str = "") -> Journal:
        """A new one; those of broken runs over the same sources are removed.

        Args:
            settings: what decides the results; a resume has to have the same.
            work: that the run is going to do.
            name: of a part of a batch, so that several keep apart.

        Raises:
            ConfigError: another run is going to make some of the results.
            ImageWriteError: the folder cannot be written to.
        """
        with _alone(folder):
            planned = _planned(folder, work, settings)
            _sweep(folder, name, planned)
            run = f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}-{secrets.token_hex(2)}{name}"
            path = folder / f"{PREFIX}{run}{SUFFIX}"
            try:
                descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | SAFELY, 0o600)
            except OSError as error:
                raise ImageWriteError(path, f"cannot be written ({error.strerror})", "name another folder") from error
            try_lock(descriptor)
            journal = cls(path, descriptor, {})
            journal._append({"journal": VERSION, "folder": folder.stat().st_ino, "settings": settings})
            journal._append({"plan": planned})
            return journal

    @classmethod
    def resume(cls, folder: Path, settings: dict[str, Any], work: Work, *, name: str = "") -> Journal | None:
        """The newest of a broken run over the same sources; None where there is none.

        Raises:
            ConfigError: it is of other settings, or another run is going to make some of the results.
            ImageWriteError: the folder cannot be written to.
        """
        with _alone(folder):
            planned = _planned(folder, work, settings)
            for path in _journals(folder, name):
                descriptor = _open_ours(path)
                if descriptor is None:
                    continue
                head, lines = _read(path, folder) if try_lock(descriptor) else (None, [])
                if head is None or not _has_sources(lines, planned):
                    os.close(descriptor)
                    continue
                if head.settings != settings:
                    os.close(descriptor)
                    raise _other_settings(head.settings, settings)
                journal = cls(path, descriptor, _entries(lines))
                journal._torn = True
                journal._append({"plan": planned})
                return journal
        return None

    def note(self, source: str, state: State, **facts: Any) -> None:
        """Write a line, to the disk. What cannot be written is said once: no picture fails for it."""
        try:
            self._append({"source": source, "state": state, **facts})
        except ImageWriteError as error:
            if not self._complained:
                log.warning("--resume will not know all that this run does: %s", error)
            self._complained = True

    def close(self, *, through: bool) -> None:
        """Let go of it; when every picture was tried it is removed."""
        try:
            if through:
                self.path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s cannot be removed: %s", self.path, error)
        finally:
            os.close(self._descriptor)

    def _append(self, line: dict[str, Any]) -> None:
        # surrogates stand for bytes of names that are no text: json escapes them
        data = (json.dumps(line) + "\n").encode("ascii")
        view = memoryview(b"\n" + data if self._torn else data)
        self._torn = True  # until the whole line is there
        try:
            while len(view):
                view = view[os.write(self._descriptor, view) :]
            os.fsync(self._descriptor)
        except OSError as error:
            raise ImageWriteError(self.path, f"cannot be written ({error.strerror})", "free some space") from error
        self._torn = False


def broken_run(folder: Path) -> Path | None:
    """The journal of an interrupted run in this folder, which `--resume` would continue."""
    for path in _journals(folder):
        descriptor = _open_ours(path)
        if descriptor is None:
            continue
        free = try_lock(descriptor)
        os.close(descriptor)
        if free and _read(path, folder)[0] is not None:
            return path
    return None


def planned_elsewhere(folder: Path, work: Work) -> RsdError | None:
    """Why this may not be done now: another run over many pictures is going to make one of the results; else None."""
    try:
        _planned(folder, work, {})
    except ConfigError as error:
        return error
    return None


def stamp_of(path: Path) -> Stamp | None:
    """Size and time of change; None where there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def is_plain_name(name: str) -> bool:
    """Whether it names a file in a folder, and nothing outside."""
    return name not in ("", ".", "..") and Path(name).name == name and "\\" not in name


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    try:
        with owned(folder / STARTING, patience_s=PATIENCE_S):
            yield
    except OSError as error:
        raise ImageWriteError(folder, f"cannot be written ({error.strerror})", "name another folder") from error


def _planned(folder: Path, work: Work, settings: dict[str, Any]) -> list[tuple[str, str]]:
    """Sources and results, each in the one way that it can be written.

    Raises:
        ConfigError: another run makes some of the results now; parts of one batch may, since they agree by claims.
    """
    folders: dict[Path, Path] = {}

    def real(path: Path) -> str:
        parent = path.parent
        if parent not in folders:
            folders[parent] = parent.resolve()
        return str(folders[parent] / path.name)

    planned = [(real(source), real(result)) for source, result in work]
    wanted = {result for _, result in planned}
    for path in _journals(folder):
        descriptor = _open_ours(path)
        if descriptor is None:
            continue
        free = try_lock(descriptor)
        os.close(descriptor)
        head, lines = (None, []) if free else _read(path, folder)
        if head is None or (settings.get("shard") and head.settings.get("shard")):
            continue
        both = {result for line in lines if isinstance(line, _Plan) for _, result in line.plan} & wanted
        if both:
            more = f", as are {len(both) - 1} more" if len(both) > 1 else ""
            remedy = "wait for it to end, or name another folder with -o"
            raise ConfigError(min(both), f"is being made by another run{more}", remedy)
    return planned


def _has_sources(lines: Sequence[_Line | _Plan], planned: Sequence[tuple[str, str]]) -> bool:
    sources = {source for source, _ in planned}
    return any(source in sources for line in lines if isinstance(line, _Plan) for source, _ in line.plan)


def _journals(folder: Path, name: str | None = None) -> list[Path]:
    """All of a folder, or those of a part of a batch; the newest first."""
    found = sorted(folder.glob(f"{PREFIX}*{name or ''}{SUFFIX}"), reverse=True)
    return found if name != "" else [path for path in found if not OF_A_PART.search(path.name)]


def _open_ours(path: Path) -> int | None:
    """A descriptor of a journal that is a file of this user's and no link; None of anything else."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | SAFELY)
    except OSError:
        return None
    found = os.fstat(descriptor)
    ours = os.name != "posix" or found.st_uid == os.geteuid()
    if ours and stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
        return descriptor
    os.close(descriptor)
    return None


def _read(path: Path, folder: Path) -> tuple[_Head | None, list[_Line | _Plan]]:
    """Head and lines; what a crash has cut or others have written is left out. No head: not a journal of here."""
    head: _Head | None = None
    lines: list[_Line | _Plan] = []
    try:
        texts = path.read_bytes().split(b"\n")
        inode = folder.stat().st_ino
    except OSError:
        return None, []
    for number, text in enumerate(texts, 1):
        if not text:
            continue
        try:
            if head is None:
                head = decode(_Head, parse_json(text))
                if head.journal != VERSION:
                    return None, []
            else:
                value = parse_json(text)
                is_plan = isinstance(value, dict) and "plan" in value
                lines.append(decode(_Plan, value) if is_plan else decode(_Line, value))
        except DecodeError as error:
            if head is None:
                return None, []
            if number < len(texts):  # a last line that is cut is no surprise
                log.warning("%s: line %d is left out: %s", path, number, error)
    if head is not None and head.folder != inode:
        log.warning("%s is of another folder, and is not continued", path)
        return None, []
    return head, lines


def _entries(lines: Sequence[_Line | _Plan]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for line in lines:
        if isinstance(line, _Plan):
            continue
        before = found.get(line.source, Entry(state=line.state))
        found[line.source] = Entry(
            state=line.state,
            path=before.path if line.path is None else line.path,
            stamp=line.stamp or before.stamp,
            name=before.name if line.name is None else line.name,
            was_there=before.was_there if line.was_there is None else line.was_there,
            result=line.result,
        )
    return found


def _other_settings(before: dict[str, Any], now: dict[str, Any]) -> ConfigError:
    changed = sorted(key for key in before.keys() | now if before.get(key) != now.get(key))
    what = "; ".join(f"{key}: {before.get(key)!r}, now {now.get(key)!r}" for key in changed)
    return ConfigError("--resume", f"has other settings than the broken run ({what})", "give the same")


def _sweep(folder: Path, name: str, planned: Sequence[tuple[str, str]]) -> None:
    """Remove journals of interrupted runs over the same sources: this run starts over."""
    for path in _journals(folder, name):
        descriptor = _open_ours(path)
        if descriptor is None:
            continue
        try:
            if try_lock(descriptor) and _has_sources(_read(path, folder)[1], planned):
                path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s cannot be removed: %s", path, error)
        finally:
            os.close(descriptor)
