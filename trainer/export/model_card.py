"""The model card: what a model is, what it was made of and how good it is, as Markdown beside its file."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from rsd_app.core.files.model_file import ModelHeader
from trainer.config import Recipe, to_dict
from trainer.metrics.tables import TITLES

FIGURES = {"psnr": TITLES["psnr"], "lpips": TITLES["lpips_alex"], "z0_error": "error of z0 ↓"}


def write_card(
    model: Path,
    header: ModelHeader,
    recipe: Recipe,
    *,
    held_out: Mapping[str, Mapping[str, float]],
    samples: Path | None,
) -> Path:
    """Write NAME.md beside NAME.safetensors, and the samples as NAME.samples.png.

    Args:
        held_out: figures on held-out crops, by what they are of: "start", "this model".
        samples: a sheet of the run; None if there is none.

    Returns:
        The card's path.
    """
    facts = header.training
    lines = [f"# {header.name}", "", header.description, ""]
    rows = {
        "role": header.role,
        "enlarges": f"{header.scale} times",
        "family": header.family,
        "licence": header.licence or "not stated",
        "author": header.author or "not stated",
        "made": header.created,
    }
    if facts is not None:
        rows |= {
            "trained with": f"RSD Studio {facts.trainer_version}, recipe {facts.recipe}, method {recipe.method}",
            "iterations": ", ".join(f"{stage} {count:,}" for stage, count in facts.iterations.items()),
            "time": f"{facts.seconds / 3600:.1f} h",
            "photos": facts.data,
            "licence of the photos": facts.data_licence or "not stated",
            "damage": recipe.data.damage,
        }
    lines += ["| | |", "|---|---|", *(f"| {key} | {value} |" for key, value in rows.items()), ""]
    lines += _held_out_table(held_out)
    if samples is not None and samples.exists():
        copy = model.with_suffix(".samples.png")
        shutil.copyfile(samples, copy)
        lines += ["## Samples", "", "Held-out crops: input, the training through time, original.", ""]
        lines += [f"![samples]({copy.name})", ""]
    lines += ["## Recipe", "", "```json", json.dumps(to_dict(recipe), indent=1), "```", ""]
    card = model.with_suffix(".md")
    card.write_text("\n".join(lines), encoding="utf-8")
    return card


def _held_out_table(held_out: Mapping[str, Mapping[str, float]]) -> list[str]:
    names = [name for name in FIGURES if any(name in figures for figures in held_out.values())]
    if not names:
        return []
    lines = ["## On crops of photos it never saw", "", "| | " + " | ".join(FIGURES[n] for n in names) + " |"]
    lines.append("|---|" + "---|" * len(names))
    for what, figures in held_out.items():
        lines.append(f"| {what} | " + " | ".join(f"{figures[n]:.4g}" if n in figures else "–" for n in names) + " |")
    return [*lines, ""]
