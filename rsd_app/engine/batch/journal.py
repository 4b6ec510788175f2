"""What a batch has done, one JSON line each, beside the results: so that a broken one can go on.

A line is on the disk before the next picture begins. What a picture had reached is in its canvas.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rsd_app.core.errors import ConfigError, ImageWriteError

if sys.platform != "win32":
    import fcntl

PREFIX, SUFFIX = ".rsdjournal-", ".jsonl"
VERSION = 1


@dataclass(frozen=True)
class Entry:
    """The last that is known of one source.

    Args:
        state: started, done, failed, skipped or stopped.
        stamp: size and time of change of the source, when it began.
        destination: of the result.
        was_there: whether the destination existed before.
    """

    state: str
    stamp: tuple[int, int] | None
    destination: str
    was_there: bool


class Journal:
    """An open journal: made by `begin` or `resume`, held by one process at a time."""

    def __init__(self, path: Path, descriptor: int, entries: dict[str, Entry]) -> None:
        self.path = path
        self.entries = entries
        self._descriptor = descriptor

    @classmethod
    def begin(cls, folder: Path, settings: dict[str, Any], *, name: str = "") -> Journal:
        """A new one; those of broken runs are removed.

        Args:
            settings: what decides the results; a resume has to have the same.
            name: of a part of a batch, so that several keep apart.

        Raises:
            ImageWriteError: the folder cannot be written to.
        """
        _sweep(folder, name)
        run = f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}{name}"
        path = folder / f"{PREFIX}{run}{SUFFIX}"
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        except OSError as error:
            raise ImageWriteError(path, f"cannot be written ({error.strerror})", "name another folder") from error
        _lock(descriptor)
        journal = cls(path, descriptor, {})
        journal._append({"journal": VERSION, "settings": settings})
        return journal

    @classmethod
    def resume(cls, folder: Path, settings: dict[str, Any], *, name: str = "") -> Journal | None:
        """The newest that no process holds; None where there is none.

        Raises:
            ConfigError: it is of other settings.
        """
        for path in sorted(folder.glob(f"{PREFIX}*{name}{SUFFIX}"), reverse=True):
            descriptor = os.open(path, os.O_RDWR | os.O_APPEND)
            lines = _read(path) if _lock(descriptor) else []
            if not lines:
                os.close(descriptor)
                continue
            before = lines[0].get("settings", {})
            if before != settings:
                os.close(descriptor)
                changed = sorted(key for key in before.keys() | settings if before.get(key) != settings.get(key))
                what = "; ".join(f"{key}: {before.get(key)!r}, now {settings.get(key)!r}" for key in changed)
                raise ConfigError("--resume", f"has other settings than the broken run ({what})", "give the same")
            return cls(path, descriptor, _entries(lines[1:]))
        return None

    def note(self, source: str, state: str, **facts: Any) -> None:
        """Write a line, to the disk."""
        self._append({"source": source, "state": state, **facts})

    def close(self, *, through: bool) -> None:
        """Let go of it; when every picture was tried it is removed."""
        if through:
            self.path.unlink(missing_ok=True)
        os.close(self._descriptor)

    def _append(self, line: dict[str, Any]) -> None:
        # surrogates stand for bytes of names that are no text: json escapes them
        data = (json.dumps(line) + "\n").encode("ascii")
        try:
            os.write(self._descriptor, data)
            os.fsync(self._descriptor)
        except OSError as error:
            raise ImageWriteError(self.path, f"cannot be written ({error.strerror})", "free some space") from error


def broken_run(folder: Path) -> Path | None:
    """The journal of a run that ended early in this folder, which `--resume` would go on with."""
    for path in sorted(folder.glob(f"{PREFIX}*{SUFFIX}"), reverse=True):
        try:
            descriptor = os.open(path, os.O_RDWR)
        except OSError:
            continue
        free = _lock(descriptor)
        os.close(descriptor)
        if free and _read(path):
            return path
    return None


def stamp_of(path: Path) -> tuple[int, int] | None:
    """Size and time of change; None where there is no file."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def _read(path: Path) -> list[dict[str, Any]]:
    """The lines; a last one that a crash has cut is left out."""
    lines = []
    for line in path.read_bytes().split(b"\n"):
        try:
            lines.append(json.loads(line))
        except ValueError:
            continue
    return lines if lines and lines[0].get("journal") == VERSION else []


def _entries(lines: list[dict[str, Any]]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for line in lines:
        before = found.get(line["source"])
        stamp = line.get("stamp")
        found[line["source"]] = Entry(
            state=line["state"],
            stamp=tuple(stamp) if stamp else before.stamp if before else None,
            destination=line.get("destination") or (before.destination if before else ""),
            was_there=line.get("was_there", before.was_there if before else False),
        )
    return found


def _sweep(folder: Path, name: str) -> None:
    """Remove those of broken runs: this one begins anew."""
    for path in folder.glob(f"{PREFIX}*{name}{SUFFIX}"):
        try:
            descriptor = os.open(path, os.O_RDWR)
        except OSError:
            continue
        try:
            if _lock(descriptor):
                path.unlink(missing_ok=True)
        finally:
            os.close(descriptor)


def _lock(descriptor: int) -> bool:
    """Whether no other process holds it; where a system has no locks, yes."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # some network shares have none
        pass
    return True
