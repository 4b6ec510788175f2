"""True pairs: folders hq/ and lq/ with files of the same names, checked before a training starts."""

from __future__ import annotations

import hashlib
import logging
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from rsd_app.core.errors import ImageReadError, TrainingError
from trainer.data.photo_files import find_photos, read_photo
from trainer.types import Picture

log = logging.getLogger(__name__)

MOST_SHIFT_LQ = 1.0  # of lq's pixels
TOLD_SHIFT_HQ = 0.5  # of hq's pixels: from here on it is reported
TOLD_COLOR = 6.0  # of 255
_LEAST_RESPONSE = 0.03  # of the phase correlation; below it means nothing


@dataclass(frozen=True, kw_only=True)
class PairFacts:
    """One pair as it was found."""

    hq: Path
    lq: Path | None  # None: there is no such file
    shift: tuple[float, float] = (0.0, 0.0)  # of lq against hq, across and down, in hq's pixels
    color: float = 0.0  # mean difference of the channel that differs most, of 255
    reason: str = ""  # why it is left out; empty: it is used
    notice: str = ""  # what should be known though it is used


def is_paired(folder: Path) -> bool:
    """Whether a folder holds hq/ and lq/."""
    return (folder / "hq").is_dir() and (folder / "lq").is_dir()


def inspect_pairs(folder: Path, *, scale: int, smallest: int) -> list[PairFacts]:
    """Check every pair of a folder: sizes, shift, colour.

    Args:
        scale: hq is so many times as large as lq.
        smallest: the least side of hq, in pixels.

    Raises:
        TrainingError: there are no pictures.
    """
    by_name = {_name(path, folder / "lq"): path for path in find_photos([folder / "lq"])}
    return [
        _inspect(path, by_name.get(_name(path, folder / "hq")), scale, smallest)
        for path in find_photos([folder / "hq"])
    ]


def split_pairs(pairs: Sequence[PairFacts], held_out: int) -> tuple[list[PairFacts], list[PairFacts]]:
    """Usable pairs to train on, and those held out: at most a fifth, by a hash of their names."""
    usable = [pair for pair in pairs if not pair.reason]
    ranked = sorted(usable, key=lambda pair: hashlib.sha256(pair.hq.stem.encode()).digest())
    held = {pair.hq for pair in ranked[: min(held_out, len(ranked) // 5)]}
    return [p for p in usable if p.hq not in held], [p for p in usable if p.hq in held]


def phase_shift(hq: Picture, lq: Picture) -> tuple[tuple[float, float], float]:
    """How far lq, enlarged to hq's size, is moved against it, in pixels across and down; and how sure that is.

    Phase correlation (Kuglin and Hines 1975) of the lumas, both as soft as lq is.
    """
    height, width = hq.shape[:2]
    scale = width / lq.shape[1]
    large = cv2.resize(lq, (width, height), interpolation=cv2.INTER_CUBIC)
    soft = cv2.GaussianBlur(hq, (0, 0), 0.5 * scale)
    lumas = [cv2.cvtColor(p.astype(np.uint8), cv2.COLOR_RGB2GRAY).astype(np.float32) for p in (soft, large)]
    edges = [cv2.Laplacian(cv2.GaussianBlur(luma, (0, 0), 0.5 * scale), cv2.CV_32F) for luma in lumas]
    window = cv2.createHanningWindow((width, height), cv2.CV_32F)
    (x, y), response = cv2.phaseCorrelate(edges[0], edges[1], window)
    return (float(x), float(y)), float(response)


def _inspect(hq: Path, lq: Path | None, scale: int, smallest: int) -> PairFacts:
    if lq is None:
        return PairFacts(hq=hq, lq=None, reason="has no file of its name in lq/")
    try:
        large, small = read_photo(hq), read_photo(lq)
    except ImageReadError as error:
        return PairFacts(hq=hq, lq=lq, reason=str(error))
    (height, width), (h, w) = large.shape[:2], small.shape[:2]
    if (height, width) != (h * scale, w * scale):
        reason = f"is {width}×{height}, its lq {w}×{h}: {w * scale}×{h * scale} was expected for scale {scale}"
        return PairFacts(hq=hq, lq=lq, reason=reason)
    if min(height, width) < smallest:
        return PairFacts(hq=hq, lq=lq, reason=f"is {width}×{height}, crops need {smallest}")
    shift, response = phase_shift(large, small)
    if response < _LEAST_RESPONSE:
        shift = (0.0, 0.0)  # smooth all over: nothing to compare
    color = float(np.abs(large.mean((0, 1)) - small.mean((0, 1))).max())
    told = f"lq is moved by {shift[0]:.1f} px across and {shift[1]:.1f} px down, in pixels of hq"
    if max(map(abs, shift)) > MOST_SHIFT_LQ * scale:
        return PairFacts(hq=hq, lq=lq, shift=shift, color=color, reason=told)
    notices = [told] if max(map(abs, shift)) > TOLD_SHIFT_HQ else []
    if color > TOLD_COLOR:
        notices.append(f"lq differs in colour by {color:.0f}/255: the model will learn that too")
    return PairFacts(hq=hq, lq=lq, shift=shift, color=color, notice="; ".join(notices))


def _name(path: Path, below: Path) -> str:
    return path.relative_to(below).with_suffix("").as_posix()


class PairedStore:
    """Pairs to cut crops from.

    Args:
        pairs: usable ones.
        scale: of the model.
        budget_mb: memory for decoded pairs; the most recently used are kept.
        share: of a pool's groups that come from here, where it has photos too.
    """

    def __init__(self, pairs: Sequence[PairFacts], *, scale: int, budget_mb: int = 2048, share: float = 0.5) -> None:
        if not pairs:
            raise TrainingError("paired data", "holds no usable pair", "`rsd train check` says what is wrong with them")
        self.share = share
        self._pairs, self._scale, self._budget = list(pairs), scale, budget_mb * 2**20
        self._memory: OrderedDict[int, tuple[Picture, Picture]] = OrderedDict()
        self._size = 0

    def crop(self, rng: np.random.Generator, side: int) -> tuple[Picture, Picture]:
        """A random crop of hq (side, side, 3) and the same of lq, mirrored and turned alike."""
        hq, lq = self._load(int(rng.integers(len(self._pairs))))
        small = side // self._scale
        y, x = (int(rng.integers(size - small + 1)) for size in lq.shape[:2])
        s = self._scale
        crops = (hq[y * s : y * s + side, x * s : x * s + side], lq[y : y + small, x : x + small])
        turns, mirror = int(rng.integers(4)), rng.random() < 0.5
        turned = [np.rot90(crop, turns) for crop in crops]
        large, little = (np.ascontiguousarray(crop[:, ::-1] if mirror else crop) for crop in turned)
        return large, little

    def _load(self, index: int) -> tuple[Picture, Picture]:
        found = self._memory.get(index)
        if found is not None:
            self._memory.move_to_end(index)
            return found
        pair = self._pairs[index]
        if pair.lq is None:
            raise TrainingError(pair.hq, "has no lq", "leave it out")
        found = read_photo(pair.hq), read_photo(pair.lq)
        self._memory[index] = found
        self._size += found[0].nbytes + found[1].nbytes
        while self._size > self._budget and len(self._memory) > 1:
            _, (hq, lq) = self._memory.popitem(last=False)
            self._size -= hq.nbytes + lq.nbytes
        return found
