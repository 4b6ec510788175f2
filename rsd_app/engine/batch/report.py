"""What became of each picture of a batch, as a table: CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rsd_app.core.errors import ConfigError, ImageWriteError
from rsd_app.core.image_io.replacing import replacing
from rsd_app.engine.events import BatchOutcome

COLUMNS = ("source", "state", "destination", "seconds", "megapixels", "message")


def check_report(path: Path) -> None:
    """Refuse a report that could not be written, before the work.

    Raises:
        ConfigError: its name ends with neither .csv nor .json.
    """
    if path.suffix.lower() not in (".csv", ".json"):
        raise ConfigError(f"--report {path}", "is neither CSV nor JSON", "give it the ending .csv or .json")


def write_report(path: Path, outcomes: Sequence[BatchOutcome]) -> None:
    """Write it; replaces what is there.

    Raises:
        ImageWriteError: it cannot be written.
    """
    rows = [row_of(outcome) for outcome in outcomes]
    if path.suffix.lower() == ".json":
        text = json.dumps(rows, indent=1)
    else:
        table = io.StringIO()
        writer = csv.DictWriter(table, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
        text = table.getvalue()
    try:
        with replacing(path) as temporary:
            temporary.write_bytes(text.encode("utf-8", errors="surrogateescape"))
    except OSError as error:
        raise ImageWriteError(path, f"cannot be written ({error.strerror})", "name another file") from error


def row_of(outcome: BatchOutcome) -> dict[str, Any]:
    """One row: empty where a column does not apply."""
    row: dict[str, Any] = dict.fromkeys(COLUMNS, "")
    destination = getattr(outcome, "destination", None)
    row |= {"source": str(outcome.source), "state": type(outcome).__name__.lower()}
    row["destination"] = "" if destination is None else str(destination)
    for name in ("seconds", "megapixels"):
        value = getattr(outcome, name, None)
        row[name] = "" if value is None else round(value, 3)
    row["message"] = (
        getattr(outcome, "error", None) or getattr(outcome, "reason", None) or " ".join(getattr(outcome, "notices", ()))
    )
    return row
