"""Pairs to compare models on: parts of the photos that a training has never seen, damaged as it is trained for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from trainer.config import Recipe
from trainer.damage.presets import degrade_with
from trainer.data.photo_files import read_photo
from trainer.run.sources import Sources
from trainer.sheets.strips import write_png

SIDE = 384  # of the parts, in pixels of the original
SEVERITIES = (0.35, 0.55, 0.75)  # in turn
FIRST_SEED = 500_000  # far from those of the training


def write_held_out_set(recipe: Recipe, sources: Sources, count: int, out: Path) -> tuple[bool, int]:
    """Write original/ and damaged/ with parts of photos; of true pairs as they are, of others as the recipe damages.

    Returns:
        Whether the training has never seen them, and how many there are.
    """
    photos, pairs = sources.held_out, sources.held_out_pairs
    unseen = bool(photos or pairs)
    if not unseen:
        photos, pairs = sources.photos, sources.pairs
    degrade = degrade_with(recipe.data, recipe.scale, torch.device("cpu"))
    multiple, number = 4 * recipe.scale, 0
    for hq_path, lq_path in pairs[:count]:
        hq, lq = read_photo(hq_path), read_photo(lq_path)
        side = min(SIDE, *hq.shape[:2]) // multiple * multiple
        top, left = ((length - side) // 2 // recipe.scale * recipe.scale for length in hq.shape[:2])
        part = lq[top // recipe.scale :, left // recipe.scale :][: side // recipe.scale, : side // recipe.scale]
        write_png(out / f"original/{number:03}.png", hq[top : top + side, left : left + side])
        write_png(out / f"damaged/{number:03}.png", part)
        number += 1
    for index in range(max(0, count - number) if photos else 0):
        photo = read_photo(photos[index % len(photos)])
        side = min(SIDE, *photo.shape[:2]) // multiple * multiple
        place = np.random.default_rng(index)
        top, left = (int(place.integers(length - side + 1)) for length in photo.shape[:2])
        hq = np.ascontiguousarray(photo[top : top + side, left : left + side])
        tensor = torch.from_numpy(hq).permute(2, 0, 1)[None].float() / 255
        small = degrade(FIRST_SEED + index)(tensor, SEVERITIES[index % len(SEVERITIES)])[0]
        write_png(out / f"original/{number:03}.png", hq)
        levels = (small * 255).round().to(torch.uint8).permute(1, 2, 0).numpy()
        write_png(out / f"damaged/{number:03}.png", np.asarray(levels, np.uint8))
        number += 1
    return unseen, number
