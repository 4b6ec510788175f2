"""A set of pairs from good pictures alone: degraded by a preset with a fixed seed, the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from rsd_app.core.errors import TrainingError
from trainer.config import Recipe
from trainer.damage.presets import degrade_with
from trainer.data.photo_files import read_photo
from trainer.sheets.strips import write_png


def make_set(photos: Sequence[Path], recipe: Recipe, severity: float, destination: Path) -> int:
    """Write hq/ and lq/ with one PNG a photo, cut to a multiple of what the damage and the network need.

    Args:
        recipe: its damage, scale and seed.
        severity: of the damage, 0 to 1.

    Returns:
        The number of pairs.

    Raises:
        TrainingError: the destination holds files.
        ImageReadError: a photo cannot be read.
    """
    if destination.exists() and any(destination.iterdir()):
        raise TrainingError(destination, "is there already, with files in it", "name a new directory for the set")
    for part in ("hq", "lq"):
        (destination / part).mkdir(parents=True)
    degrade = degrade_with(recipe.data, recipe.scale, torch.device("cpu"))
    for index, path in enumerate(photos):
        photo = read_photo(path)
        multiple = 4 * recipe.scale
        height, width = (side // multiple * multiple for side in photo.shape[:2])
        hq = np.ascontiguousarray(photo[:height, :width])
        tensor = torch.from_numpy(hq).permute(2, 0, 1)[None].float() / 255
        lq = degrade(1000 * recipe.seed + index)(tensor, severity)[0]
        levels = (lq * 255).round().to(torch.uint8).permute(1, 2, 0).numpy()
        write_png(destination / f"hq/{path.stem}.png", hq)
        write_png(destination / f"lq/{path.stem}.png", np.asarray(levels, np.uint8))
    return len(photos)
