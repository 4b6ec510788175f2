"""What a guide makes of damaged pictures, kept on the disk; and the targets that are made of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from rsd_app.core.atomic_write import written_beside
from rsd_app.core.cache_dir import cache_dir
from rsd_app.core.errors import TrainingError
from trainer.config import DataConfig
from trainer.guide.fetch import load_guide
from trainer.types import Picture

AT_ONCE = 2  # pictures that go through the guide together: their features are large
# A guide also smooths what is hardly damaged: there the original is the better target.
CLEAN, DAMAGED = 0.04, 0.24  # severities up to which the original alone counts, and from which on the guide may
TONE_PX = 16  # of hq: cells whose mean colours the original decides


class GuideResults:
    """The results of a frozen network, each worked out once: they are found again by the content of what it saw.

    Args:
        enlarge: the guide: (B, 3, h, w) in [0, 1] -> (B, 3, s·h, s·w), about [0, 1].
        folder: where they are kept, across runs; made when the first is.
        budget_mb: of the disk; beyond it results are still made, but not kept.
    """

    def __init__(self, enlarge: Callable[[Tensor], Tensor], folder: Path, *, budget_mb: int) -> None:
        self._enlarge, self._folder = enlarge, folder
        self._left = budget_mb * 2**20 - sum(file.stat().st_size for file in folder.glob("*.npy"))

    def __call__(self, lq: Tensor) -> Tensor:
        """(B, 3, h, w) uint8 -> (B, 3, s·h, s·w) uint8, on the same device.

        Raises:
            TrainingError: a kept result cannot be read; remove the folder that it names.
        """
        seen = np.ascontiguousarray(lq.cpu().numpy())
        file = self._folder / f"{hashlib.sha256(seen.tobytes()).hexdigest()[:32]}.npy"
        if file.exists():
            return torch.from_numpy(self._read(file)).to(lq.device)
        made = torch.cat([self._made(part) for part in lq.split(AT_ONCE)])
        self._keep(file, made.cpu().numpy())
        return made

    @torch.inference_mode()
    def _made(self, lq: Tensor) -> Tensor:
        return (self._enlarge(lq.float() / 255).float().clamp(0, 1) * 255).round().to(torch.uint8)

    def _read(self, file: Path) -> Picture:
        try:
            stored: Picture = np.load(file, allow_pickle=False)
        except (OSError, ValueError) as error:
            raise TrainingError(file, f"a kept result of the guide cannot be read ({error})", "remove it") from error
        return stored

    def _keep(self, file: Path, made: Picture) -> None:
        if made.nbytes > self._left:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        with written_beside(file) as part, part.open("wb") as out:
            np.save(out, made)
        self._left -= made.nbytes


def guided_target(hq: Tensor, guide: Tensor, severity: Tensor, share: float, generator: torch.Generator) -> Tensor:
    """What a student's picture is held against: for some samples the guide's drawing in the original's colours.

    A regression network has one answer to each damaged picture, so that imitating it blurs nothing away, as imitating
    one of many possible originals does. What it gets wrong at large scale, the colours, is known and put right.

    Args:
        hq, guide: the original and the guide's result, (B, 3, H, W) in [-1, 1].
        severity: (B,), as it is, not as the network is told it.
        share: of the samples from `DAMAGED` on that follow the guide; fewer below, none up to `CLEAN`.
        generator: on the CPU.

    Returns:
        (B, 3, H, W) in [-1, 1].
    """
    chance = share * ((severity - CLEAN) / (DAMAGED - CLEAN)).clamp(0, 1)
    follows = torch.rand(severity.shape, generator=generator).to(severity.device) < chance
    drawn = (guide + _tones(hq - guide)).clamp(-1, 1)
    return torch.where(follows.view(-1, 1, 1, 1), drawn, hq)


def _tones(x: Tensor) -> Tensor:
    """The mean of cells of `TONE_PX`, spread smoothly."""
    height, width = (max(1, side // TONE_PX) for side in x.shape[2:])
    return F.interpolate(F.adaptive_avg_pool2d(x, (height, width)), x.shape[2:], mode="bilinear", align_corners=False)


def guide_results(data: DataConfig, device: torch.device) -> GuideResults | None:
    """What a recipe's guide makes, or None for none.

    Raises:
        TrainingError: its weights were not fetched.
    """
    if data.guide == "none":
        return None
    return GuideResults(load_guide(device), cache_dir() / "guide" / data.guide, budget_mb=data.cache_mb)
