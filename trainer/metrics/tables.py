"""Reports as tables: Markdown to read, CSV to work on."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Mapping, Sequence

from trainer.metrics.comparison import Comparison
from trainer.metrics.report import QualityReport

TITLES = {
    "psnr": "PSNR ↑",
    "ssim": "SSIM ↑",
    "lpips_alex": "LPIPS-alex ↓",
    "lpips_vgg": "LPIPS-VGG ↓",
    "st_lpips": "ST-LPIPS ↓",
    "dists": "DISTS ↓",
    "niqe": "NIQE ↓",
    "clipiqa": "CLIPIQA ↑",
    "musiq": "MUSIQ ↑",
    "blockiness": "blocks ↓",
}
_DIGITS = {"psnr": 2, "niqe": 2, "musiq": 2, "blockiness": 2}


def markdown(reports: Mapping[str, QualityReport]) -> str:
    """One row per model: means with their 95 % intervals over the pictures, strokes and the pattern's height in dB."""
    figures = [f for f in TITLES if any(getattr(report, f) is not None for report in reports.values())]
    heads = ["model", "pictures", *(TITLES[f] for f in figures), "strokes dB", "pattern dB"]
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    for name, report in reports.items():
        pattern = "–" if report.pattern_db is None else f"{report.pattern_db:+.1f} ({report.pattern_line})"
        strokes = "–" if report.strokes_db is None else f"{report.strokes_db:+.1f}"
        cells = [name, str(report.n), *(_cell(report, figure) for figure in figures), strokes, pattern]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def comparison_markdown(first: str, second: str, found: Sequence[Comparison]) -> str:
    """One row a figure of the second model against the first."""
    lines = [f"| {second} against {first} | difference | 95 % interval | better on | |", "|---|---|---|---|---|"]
    for c in found:
        digits = _DIGITS.get(c.figure, 4)
        low, high = (f"{value:+.{digits}f}" for value in c.interval)
        title = TITLES[c.figure]
        lines.append(
            f"| {title} | {c.difference:+.{digits}f} | {low} to {high} | {c.wins} of {c.pictures} | {c.verdict} |"
        )
    return "\n".join(lines) + "\n"


def table_csv(reports: Mapping[str, QualityReport]) -> str:
    """One row per model and picture."""
    text = io.StringIO(newline="")
    fields: list[str] | None = None
    for name, report in reports.items():
        for row in report.rows:
            values = {"model": name} | dataclasses.asdict(row)
            if fields is None:
                fields = list(values)
                csv.DictWriter(text, fields).writeheader()
            csv.DictWriter(text, fields).writerow(values)
    return text.getvalue()


def _cell(report: QualityReport, figure: str) -> str:
    value = getattr(report, figure)
    if value is None:
        return "–"
    digits = _DIGITS.get(figure, 3)
    interval = report.intervals.get(figure)
    span = "" if interval is None else f" ({interval[0]:.{digits}f}–{interval[1]:.{digits}f})"
    return f"{value:.{digits}f}{span}"
