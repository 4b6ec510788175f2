"""Small JSON files of the window: read with suspicion, written whole or not at all."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from rsd_app.core.atomic_write import write_text

log = logging.getLogger(__name__)

Migration = Callable[[dict[str, Any]], dict[str, Any]]  # from the version that is its key to the next


def read_json(path: Path, version: int, migrations: Mapping[int, Migration]) -> dict[str, Any]:
    """The object in a file, brought to `version`; empty if there is none that can be understood.

    A file that is damaged or of a newer version is put aside, not overwritten: somebody may want it back.
    """
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(found, dict):
            raise ValueError("is no object")
        written = found.get("version", 0)
        if not isinstance(written, int) or not 0 <= written <= version:
            raise ValueError(f"is of version {written}, this program knows {version}")
        for step in range(written, version):
            found = migrations[step](found) | {"version": step + 1}
        return found
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        log.warning("%s cannot be used (%s); it is kept as %s.bad", path, error, path.name)
        try:
            path.replace(path.with_name(f"{path.name}.bad"))
        except OSError:
            log.warning("%s cannot be put aside", path, exc_info=True)
        return {}


def write_json(path: Path, data: Mapping[str, Any], indent: int | None = None) -> None:
    """Replace the file by an object; a failure is logged, for no photo depends on it.

    Args:
        indent: for files that people read. Without, a queue of a thousand photos takes a tenth of the time.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, json.dumps(data, indent=indent, ensure_ascii=False))
    except OSError as error:
        log.warning("%s cannot be written (%s)", path, error)
