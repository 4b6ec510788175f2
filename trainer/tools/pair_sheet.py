"""A sheet of pairs: what a recipe would train on, to look at before the hours are spent."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import torch

from trainer.config import Recipe
from trainer.damage.presets import degrade_with
from trainer.data.paired import PairedStore
from trainer.data.photo_store import PhotoStore
from trainer.run.sources import as_facts
from trainer.sheets.strips import labelled_rows, write_png
from trainer.types import Picture

SEVERITIES = (0.0, 0.25, 0.5, 0.75, 1.0)
CROPS = 5


def write_preview(
    recipe: Recipe, photos: Sequence[Path], pairs: Sequence[tuple[Path, Path]], destination: Path
) -> Path:
    """The same crops without damage and at each severity, enlarged without smoothing, as PNG.

    Args:
        pairs: hq and lq; they make rows of their own.

    Returns:
        `destination`.
    """
    side, scale = recipe.data.pair_side, recipe.scale
    rng = np.random.default_rng(recipe.seed)
    rows: list[tuple[str, list[Picture]]] = []
    if photos:
        store = PhotoStore(photos, smallest=side, budget_mb=recipe.data.photo_memory_mb)
        crops = [store.crop(rng, side) for _ in range(CROPS)]
        rows.append(("original", crops))
        degrade = degrade_with(recipe.data, scale, torch.device("cpu"))
        hq = torch.from_numpy(np.stack(crops)).permute(0, 3, 1, 2).float() / 255
        for severity in SEVERITIES:
            # One seed a crop: in training, too, the choices of a group are its own.
            made = [degrade(1000 * recipe.seed + i)(hq[i : i + 1], severity)[0] for i in range(CROPS)]
            label = f"{recipe.data.damage}, severity {severity:g}" + ("" if severity else ": reduced only")
            rows.append((label, [_enlarged(_levels(lq), scale) for lq in made]))
    if pairs:
        store_of_pairs = PairedStore(as_facts(pairs), scale=scale)
        both = [store_of_pairs.crop(rng, side) for _ in range(CROPS)]
        rows.append(("pairs: hq", [hq for hq, _ in both]))
        rows.append(("pairs: lq", [_enlarged(lq, scale) for _, lq in both]))
    destination.parent.mkdir(parents=True, exist_ok=True)
    write_png(destination, labelled_rows(rows))
    return destination


def _levels(lq: torch.Tensor) -> Picture:
    return np.asarray((lq * 255).round().to(torch.uint8).permute(1, 2, 0).numpy(), np.uint8)


def _enlarged(lq: Picture, scale: int) -> Picture:
    height, width = lq.shape[:2]
    return np.asarray(cv2.resize(lq, (width * scale, height * scale), interpolation=cv2.INTER_NEAREST), np.uint8)
