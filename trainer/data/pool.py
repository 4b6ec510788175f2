"""The pool of degraded pairs that a training draws its batches from."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from rsd_app.core.errors import TrainingError
from rsd_app.core.image_io.color.photo_kind import LUMA
from rsd_app.core.networks.codecs import from_levels
from trainer.config import DataConfig
from trainer.damage.presets import PRESETS, PresetDegrader
from trainer.damage.restore import Degrader
from trainer.data.paired import PairedStore
from trainer.data.photo_store import PhotoStore
from trainer.types import Picture

DARKEST, LEAST_DARK = 0.12, 0.5  # factors of what is made dark
GROUP = 16  # pairs that share a severity and a shape while they are made
FIRST_GROUPS = 8  # of a pool with a guide: with so many a training begins
UNKNOWN = -1.0  # severity of true pairs


@dataclass(frozen=True)
class _Crops:
    """What a group is made of."""

    hq: Picture  # (16, side, side, 3)
    lq: Picture | None  # of true pairs
    severity: float
    seed: int  # of the degradation
    gray: bool = False
    gain: float = 1.0  # below 1: made dark


@dataclass(frozen=True, kw_only=True)
class Severities:
    """How the damage of pairs is spread, and how many are gray or dark."""

    clean_share: float = 0.1  # share of groups with severity 0
    power: float = 1.0  # p; the others have 1 - u^p for a uniform u: 1 is even, above 1 leans to heavy damage
    gray_share: float = 0.0  # share of groups that are made gray, their damage included

    dark_share: float = 0.0  # share of groups that are made dark, with the damage of that

    @classmethod
    def of(cls, data: DataConfig) -> Severities:
        """As a recipe has them."""
        return cls(
            clean_share=data.clean_share,
            power=data.severity_power,
            gray_share=data.gray_share,
            dark_share=data.dark_share,
        )

    def draw(self, rng: np.random.Generator) -> float:
        """Draw a severity in [0, 1]."""
        return 0.0 if rng.random() < self.clean_share else float(1 - rng.random() ** self.power)

    def draw_gray(self, rng: np.random.Generator) -> bool:
        """Whether a group is gray; no number is drawn for a share of 0, as in the runs before there was one."""
        return self.gray_share > 0 and bool(rng.random() < self.gray_share)

    def draw_gain(self, rng: np.random.Generator) -> float:
        """The factor that a group is darkened by, 1 for most; no number is drawn for a share of 0."""
        if self.dark_share > 0 and rng.random() < self.dark_share:
            return float(np.exp(rng.uniform(np.log(DARKEST), np.log(LEAST_DARK))))
        return 1.0


class PairPool:
    """A pool of degraded pairs, renewed group by group: the degradation costs little of a step.

    Group g in its generation n is a pure function of (seed, g, n), and the generations follow from the number
    of renewals: a resumed training finds the same pool.

    Args:
        store: where the crops come from; None: from true pairs only.
        groups: of 16 pairs each.
        side: of the hq crop, in pixels.
        scale: reduction.
        severities: how they are drawn.
        degrade: makes the degrader of a group from its seed; None: the preset `restore`.
        pairs: true pairs, for their share of the groups, or for all without a store.
        guide: makes targets of lq, uint8, `scale` times as large; so slowly that the pool grows while it is used:
            `renew` adds the groups beyond `FIRST_GROUPS` first. None: the originals are the targets.
        device: where the degradation runs and the pool stays.
    """

    def __init__(
        self,
        store: PhotoStore | None,
        *,
        groups: int,
        side: int,
        scale: int,
        seed: int,
        severities: Severities | None = None,
        degrade: Callable[[int], Callable[[Tensor, float], Tensor]] | None = None,
        pairs: PairedStore | None = None,
        guide: Callable[[Tensor], Tensor] | None = None,
        device: torch.device | None = None,
    ) -> None:
        self._store, self._pairs = store, pairs
        self._guide = guide
        self._seed, self._scale = seed, scale
        self._severities = severities or Severities()
        self.device = device or torch.device("cpu")
        self._degrade = degrade or (lambda seed: Degrader(scale, seed, self.device))
        self.hq_side, self.lq_side = side, side // scale
        count = groups * GROUP
        self.hq = torch.empty((count, 3, side, side), dtype=torch.uint8, device=self.device)
        self.lq = torch.empty((count, 3, self.lq_side, self.lq_side), dtype=torch.uint8, device=self.device)
        self.severity = torch.empty(count, device=self.device)
        self.guided = torch.empty_like(self.hq) if guide is not None else None
        self.groups = groups
        self._first = min(groups, FIRST_GROUPS) if guide is not None else groups
        self.renewals = 0
        self._ahead: ThreadPoolExecutor | None = None
        self._next: tuple[int, Future[_Crops]] | None = None

    def fill(self, renewals: int = 0) -> None:
        """Make all groups as they are after this many renewals."""
        # Two threads: most of the work releases the interpreter lock.
        made = self._first + renewals
        with ThreadPoolExecutor(2) as workers:
            generations = [(made - 1 - g) // self.groups for g in range(min(self.groups, made))]
            list(workers.map(self._make, range(len(generations)), generations))
        self.renewals = renewals

    @property
    def ready(self) -> int:
        """Pairs that there are: all, unless the pool still grows."""
        return min(self.groups, self._first + self.renewals) * GROUP

    def _next_place(self) -> tuple[int, int]:
        """Group and generation of the next renewal."""
        made = self._first + self.renewals
        return made % self.groups, made // self.groups

    def renew(self) -> None:
        """Add a group or replace the oldest; its crops were cut beforehand where `work_ahead` was called."""
        group, generation = self._next_place()
        if self._next is not None and self._next[0] == self.renewals:
            crops = self._next[1].result()
        else:
            crops = self._cut(group, generation)
        self._put(group, crops)
        self.renewals += 1
        if self._ahead is not None:
            self._next = self.renewals, self._ahead.submit(self._cut, *self._next_place())

    def work_ahead(self) -> None:
        """Read and cut the next group's crops in a thread while the device trains, until `close`."""
        if self._ahead is None:
            self._ahead = ThreadPoolExecutor(1, thread_name_prefix="rsd-crops")

    def close(self) -> None:
        """End the thread."""
        if self._ahead is not None:
            self._ahead.shutdown(cancel_futures=True)
            self._ahead, self._next = None, None

    def _make(self, group: int, generation: int) -> None:
        self._put(group, self._cut(group, generation))

    def _cut(self, group: int, generation: int) -> _Crops:
        rng = np.random.default_rng(np.random.SeedSequence([self._seed, group, generation]))
        if self._pairs is not None and (self._store is None or rng.random() < self._pairs.share):
            both = [self._pairs.crop(rng, self.hq_side) for _ in range(GROUP)]
            return _Crops(np.stack([hq for hq, _ in both]), np.stack([lq for _, lq in both]), UNKNOWN, 0)
        if self._store is None:
            raise TrainingError("pool of pairs", "has neither photos nor pairs", "give --data")
        crops = np.stack([self._store.crop(rng, self.hq_side) for _ in range(GROUP)])
        severity, seed = self._severities.draw(rng), int(rng.integers(2**62))
        gray, gain = self._severities.draw_gray(rng), self._severities.draw_gain(rng)
        return _Crops(crops, None, severity, seed, gray=gray, gain=gain)

    def _put(self, group: int, crops: _Crops) -> None:
        hq = torch.from_numpy(crops.hq).to(self.device).permute(0, 3, 1, 2)
        if crops.lq is None:
            degrade = self._degrade(crops.seed)
            hq = _luma(hq) if crops.gray else hq
            if crops.gain < 1:
                hq = (hq * crops.gain).round().to(torch.uint8)
                degrade = PresetDegrader(PRESETS["dark"], self._scale, crops.seed, self.device)
            lq = (degrade(hq.float() / 255, crops.severity) * 255).round().to(torch.uint8)
            lq = _luma(lq) if crops.gray else lq
        else:
            lq = torch.from_numpy(crops.lq).to(self.device).permute(0, 3, 1, 2)
        at = slice(group * GROUP, (group + 1) * GROUP)
        self.hq[at], self.lq[at], self.severity[at] = hq, lq, crops.severity
        if self.guided is not None and self._guide is not None:
            self.guided[at] = self._guide(lq)

    def batch(self, size: int, lq_crop: int, generator: torch.Generator) -> tuple[Tensor, ...]:
        """Random crops of random pairs.

        Args:
            generator: on the CPU.

        Returns:
            hq (B, 3, s·c, s·c) and lq (B, 3, c, c) in [-1, 1], float32, channels_last; severity (B,); where there is
            a guide, its results, as hq.
        """
        picks = torch.randint(self.ready, (size,), generator=generator)
        y, x = torch.randint(self.lq_side - lq_crop + 1, (2, size), generator=generator)
        mirror = torch.rand(size, generator=generator) < 0.5
        scales = [(self.hq, self._scale), (self.lq, 1)]
        if self.guided is not None:
            scales.append((self.guided, self._scale))
        cut = []
        for pictures, s in scales:
            span, rows, columns = lq_crop * s, (y * s).tolist(), (x * s).tolist()
            crops = [pictures[k, :, r : r + span, c : c + span] for k, r, c in zip(picks.tolist(), rows, columns)]
            turned = [crop.flip(-1) if flips else crop for crop, flips in zip(crops, mirror.tolist())]
            cut.append(_to_range(torch.stack(turned)))
        hq, lq, *guided = cut
        return hq, lq, self.severity[picks.to(self.device)], *guided


def _luma(x: Tensor) -> Tensor:
    """BT.601 luma of (B, 3, H, W) uint8, in all three channels."""
    weights = torch.tensor(LUMA, device=x.device).view(1, 3, 1, 1)
    return (x * weights).sum(dim=1, keepdim=True).round().to(torch.uint8).expand_as(x)


def _to_range(x: Tensor) -> Tensor:
    return from_levels(x).contiguous(memory_format=torch.channels_last)
