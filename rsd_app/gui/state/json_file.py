"""Small JSON files of the window: read with suspicion, written whole or not at all."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rsd_app.core.atomic_write import write_text
from rsd_app.core.decode import decode, parse_json

log = logging.getLogger(__name__)

SHOWN = 3  # reasons that are told

Migration = Callable[[dict[str, Any]], dict[str, Any]]  # from the version that is its key to the next


def read_json(
    path: Path, version: int, migrations: Mapping[int, Migration], problems: list[str] | None = None
) -> dict[str, Any]:
    """The object in a file, brought to `version`; empty if there is none that can be understood.

    A file that is damaged or of a newer version is put aside, not overwritten: somebody may want it back.

    Args:
        problems: takes a sentence for the user, if that was done.
    """
    try:
        found = decode(dict[str, Any], parse_json(path.read_bytes()))
        written = decode(int, found.get("version", 0), "version")
        if not 0 <= written <= version:
            raise ValueError(f"is of version {written}, this program knows {version}")
        for step in range(written, version):
            found = migrations[step](found) | {"version": step + 1}
        return found
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        set_aside(path, [str(error)], problems if problems is not None else [])
        return {}


def set_aside(path: Path, reasons: Sequence[str], problems: list[str]) -> None:
    """Keep a copy of a file that is not understood, or not wholly, and tell the log and the user.

    Args:
        reasons: what is not understood.
        problems: takes a sentence for the user.
    """
    number, kept = 1, path.with_name(f"{path.name}.bad")
    try:
        data = path.read_bytes()
        while os.path.lexists(kept) and not _holds(kept, data):  # one of an earlier time may be wanted too
            number += 1
            kept = path.with_name(f"{path.name}.bad-{number}")
        if not os.path.lexists(kept):
            with kept.open("xb") as copy:
                copy.write(data)
        told = f"it is kept as {kept.name}"
    except OSError as error:
        told = f"it could not be kept as {kept.name} ({error.strerror})"
    more = f", and {len(reasons) - SHOWN} more" if len(reasons) > SHOWN else ""
    text = f"{path}: is not wholly understood; {told}: {'; '.join(reasons[:SHOWN])}{more}"
    log.warning("%s", text)
    problems.append(text)


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def write_json(path: Path, data: Mapping[str, Any], indent: int | None = None) -> None:
    """Replace the file by an object; a failure is logged, for no photo depends on it.

    Bytes of file names that are no text come back as they were: JSON escapes what stands for them.

    Args:
        indent: for files that people read. Without, a queue of a thousand photos takes a tenth of the time.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, json.dumps(data, indent=indent))
    except (OSError, ValueError) as error:
        log.warning("%s cannot be written (%s)", path, error)
