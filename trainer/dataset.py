"""Photos to train on: an index of folders, crops from them, and a pool of degraded pairs."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from rsd_app.core.errors import TrainingError
from trainer.degradation import Degrader

log = logging.getLogger(__name__)

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp"})
GROUP = 16  # pairs that share a severity and a shape while they are made


def find_photos(folders: Sequence[Path]) -> list[Path]:
    """Every picture below the folders, by name; the order is that of the paths.

    Raises:
        TrainingError: a folder is missing, or none holds a picture.
    """
    found: list[Path] = []
    for folder in folders:
        if not folder.is_dir():
            raise TrainingError(folder, "is not a folder", "give --data a folder of photos")
        found += [p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file()]
    if not found:
        names = ", ".join(map(str, folders))
        raise TrainingError(names, "holds no picture", f"put photos there ({', '.join(sorted(SUFFIXES))})")
    return sorted(found)


class PhotoStore:
    """Decoded photos, the most recently used kept in memory.

    Args:
        paths: of the photos.
        smallest: shorter sides than this are left out, in pixels.
        budget_mb: memory for decoded photos.
    """

    def __init__(self, paths: Sequence[Path], *, smallest: int, budget_mb: int = 4096) -> None:
        self._budget = budget_mb * 2**20
        self._cache: OrderedDict[int, NDArray[np.uint8]] = OrderedDict()
        self._size = 0
        kept: list[tuple[Path, int]] = []
        for path in paths:
            photo = _decode(path)
            if photo is None:
                log.warning("%s cannot be read; left out", path)
            elif min(photo.shape[:2]) < smallest:
                log.warning("%s is %d×%d, under %d; left out", path, photo.shape[1], photo.shape[0], smallest)
            else:
                self._keep(len(kept), photo)
                kept.append((path, photo.shape[0] * photo.shape[1]))
        if not kept:
            raise TrainingError(
                f"{len(paths)} photos",
                f"none is readable and at least {smallest}×{smallest}",
                "add larger photos",
            )
        self.paths = [path for path, _ in kept]
        # Large photos hold more crops, but a panorama must not drown the others: the square root.
        weights = np.sqrt([area for _, area in kept])
        self._share = weights / weights.sum()

    def crop(self, rng: np.random.Generator, side: int) -> NDArray[np.uint8]:
        """A random crop (side, side, 3), mirrored and turned at random, half of them from a reduced photo."""
        photo = self._load(int(rng.choice(len(self.paths), p=self._share)))
        height, width = photo.shape[:2]
        largest = min(height, width) / side
        factor = 1.0
        if rng.random() < 0.5 and largest > 1:
            factor = float(np.exp(rng.uniform(0, np.log(min(3.5, largest)))))
        span = min(int(side * factor), height, width)
        y, x = rng.integers(height - span + 1), rng.integers(width - span + 1)
        crop = photo[y : y + span, x : x + span]
        if span != side:
            crop = cv2.resize(crop, (side, side), interpolation=cv2.INTER_AREA).astype(np.uint8)
        crop = np.rot90(crop, int(rng.integers(4)))
        return np.ascontiguousarray(crop[:, ::-1] if rng.random() < 0.5 else crop)

    def _load(self, index: int) -> NDArray[np.uint8]:
        photo = self._cache.get(index)
        if photo is None:
            photo = _decode(self.paths[index])
            if photo is None:
                raise TrainingError(self.paths[index], "could be read before and cannot now", "is the disk there?")
            self._keep(index, photo)
        else:
            self._cache.move_to_end(index)
        return photo

    def _keep(self, index: int, photo: NDArray[np.uint8]) -> None:
        self._cache[index] = photo
        self._size += photo.nbytes
        while self._size > self._budget and len(self._cache) > 1:
            _, dropped = self._cache.popitem(last=False)
            self._size -= dropped.nbytes


def _decode(path: Path) -> NDArray[np.uint8] | None:
    """RGB (H, W, 3) uint8, upright; None if OpenCV cannot read it."""
    photo = cv2.imread(str(path), cv2.IMREAD_COLOR)
    return None if photo is None else np.ascontiguousarray(photo[..., ::-1].astype(np.uint8, copy=False))


class PairPool:
    """A pool of degraded pairs, renewed group by group: the degradation costs little of a step.

    Group g in its generation n is a pure function of (seed, g, n), and the generations follow from the number
    of renewals: a resumed training finds the same pool.

    Args:
        store: where the crops come from.
        groups: of 16 pairs each.
        side: of the hq crop, in pixels.
        scale: reduction.
        clean_share: share of groups with severity 0; the others are uniform over (0, 1].
        device: where the degradation runs and the pool stays.
    """

    def __init__(
        self,
        store: PhotoStore,
        *,
        groups: int,
        side: int,
        scale: int,
        seed: int,
        clean_share: float = 0.1,
        device: torch.device | None = None,
    ) -> None:
        self._store = store
        self._seed, self._scale, self._clean = seed, scale, clean_share
        self.device = device or torch.device("cpu")
        self.hq_side, self.lq_side = side, side // scale
        pairs = groups * GROUP
        self.hq = torch.empty((pairs, 3, side, side), dtype=torch.uint8, device=self.device)
        self.lq = torch.empty((pairs, 3, self.lq_side, self.lq_side), dtype=torch.uint8, device=self.device)
        self.severity = torch.empty(pairs, device=self.device)
        self.groups = groups
        self.renewals = 0

    def fill(self, renewals: int = 0) -> None:
        """Make all groups as they are after this many renewals."""
        # Two threads: most of the work releases the interpreter lock.
        with ThreadPoolExecutor(2) as workers:
            generations = [(renewals + self.groups - 1 - g) // self.groups for g in range(self.groups)]
            list(workers.map(self._make, range(self.groups), generations))
        self.renewals = renewals

    def renew(self) -> None:
        """Replace the oldest group."""
        group = self.renewals % self.groups
        self._make(group, self.renewals // self.groups + 1)
        self.renewals += 1

    def _make(self, group: int, generation: int) -> None:
        seed = np.random.SeedSequence([self._seed, group, generation])
        rng = np.random.default_rng(seed)
        crops = np.stack([self._store.crop(rng, self.hq_side) for _ in range(GROUP)])
        severity = 0.0 if rng.random() < self._clean else float(1 - rng.random())
        hq = torch.from_numpy(crops).to(self.device).permute(0, 3, 1, 2)
        degrader = Degrader(self._scale, int(rng.integers(2**62)), self.device)
        lq = degrader(hq.float() / 255, severity)
        at = slice(group * GROUP, (group + 1) * GROUP)
        self.hq[at] = hq
        self.lq[at] = (lq * 255).round().to(torch.uint8)
        self.severity[at] = severity

    def batch(self, size: int, lq_crop: int, generator: torch.Generator) -> tuple[Tensor, Tensor, Tensor]:
        """Random crops of random pairs.

        Args:
            generator: on the CPU.

        Returns:
            hq (B, 3, s·c, s·c) and lq (B, 3, c, c) in [-1, 1], float32, channels_last; severity (B,).
        """
        picks = torch.randint(len(self.hq), (size,), generator=generator)
        y, x = torch.randint(self.lq_side - lq_crop + 1, (2, size), generator=generator)
        mirror = torch.rand(size, generator=generator) < 0.5
        s, span = self._scale, lq_crop * self._scale
        hq, lq = [], []
        for i in range(size):
            k, top, left = int(picks[i]), int(y[i]), int(x[i])
            of_hq = self.hq[k, :, top * s : top * s + span, left * s : left * s + span]
            of_lq = self.lq[k, :, top : top + lq_crop, left : left + lq_crop]
            hq.append(of_hq.flip(-1) if mirror[i] else of_hq)
            lq.append(of_lq.flip(-1) if mirror[i] else of_lq)
        return _to_range(torch.stack(hq)), _to_range(torch.stack(lq)), self.severity[picks.to(self.device)]


def _to_range(x: Tensor) -> Tensor:
    return (x.float() / 127.5 - 1).contiguous(memory_format=torch.channels_last)
