"""metrics.csv: every figure of a run as a table that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from rsd_app.core.atomic_write import write_text

_FIRST = ("stage", "iteration", "elapsed_s")


class MetricsTable:
    """One row per report or validation, one column per figure; columns are added as they come.

    Args:
        path: of the file; rows of an earlier session stay.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._columns, self._rows = list(_FIRST), list[dict[str, str]]()
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                reader = csv.DictReader(file)
                self._columns = list(reader.fieldnames or _FIRST)
                self._rows = list(reader)

    def forget_after(self, stage: str, iteration: int) -> None:
        """Drop the rows of a stage that a resumed or rolled back training makes again."""
        kept = [row for row in self._rows if row["stage"] != stage or int(row["iteration"]) <= iteration]
        if len(kept) < len(self._rows):
            self._rows = kept
            self._write_all()

    def add(self, stage: str, iteration: int, elapsed_s: float, figures: Mapping[str, float]) -> None:
        """Append a row."""
        row = {"stage": stage, "iteration": str(iteration), "elapsed_s": f"{elapsed_s:.1f}"}
        row |= {name: f"{value:.6g}" for name, value in figures.items()}
        self._rows.append(row)
        new = [name for name in row if name not in self._columns]
        if new or not self._path.exists():
            self._columns += new
            self._write_all()
            return
        with self._path.open("a", encoding="utf-8", newline="") as file:
            csv.DictWriter(file, self._columns, restval="").writerow(row)

    def _write_all(self) -> None:
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, self._columns, restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(self._rows)
        write_text(self._path, text.getvalue())
