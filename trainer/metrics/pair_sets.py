"""Sets of pictures to measure on: pairs of a low-resolution picture and its original, in the papers' layouts.

Known by their folders: lq/ and hq/ (ours), lq/ and gt/ (ImageNet-Test of ResShift, DIV2K-Val of StableSR),
test_LR/ and test_HR/ (RealSR and DRealSR as StableSR cut them, DRealSR itself), LR/ and HR/; names that end in
_LR4 and _HR in one folder (RealSR itself), DIV2K_valid_HR with DIV2K_valid_LR_bicubic/X4; and a folder of
pictures alone, which have no original (RealSet65).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from rsd_app.core.errors import ConfigError
from trainer.data.photo_files import SUFFIXES

_LQ = ("lq", "test_lr", "lr", "div2k_valid_lr_bicubic/x4", "low")
_HQ = ("hq", "gt", "test_hr", "hr", "div2k_valid_hr", "high")
# What the sets append to the common part of a name.
_TAIL = re.compile(r"(_LR\d|_HR|_x\d|x\d|_lq|_hq|_gt)$", re.IGNORECASE)


@dataclass(frozen=True)
class TestSet:
    """Files to measure on; an original may be missing."""

    name: str
    pairs: tuple[tuple[Path, Path | None], ...]  # lq, hq

    @property
    def has_originals(self) -> bool:
        """Whether results can be compared with something."""
        return all(hq is not None for _, hq in self.pairs)


def find_set(folder: Path | None) -> TestSet:
    """The pairs of a folder in any of the known layouts, in the order of their names.

    Raises:
        ConfigError: no folder given, none of the layouts, or no pair in it.
    """
    if folder is None:
        raise ConfigError("--set", "is missing", "name a folder that holds lq/ and hq/")
    if not folder.is_dir():
        raise ConfigError(f"--set {folder}", "is not a folder", "name a folder that holds lq/ and hq/")
    lq, hq = _below(folder, _LQ), _below(folder, _HQ)
    if lq is not None and hq is not None:
        return TestSet(folder.name, _matched(folder, _pictures(lq), _pictures(hq)))
    if lq is not None or hq is not None:
        known, missing = (lq, "hq/ or gt/") if lq is not None else (hq, "lq/")
        problem = f"holds {known.name if known else ''}/ but no {missing}"
        raise ConfigError(f"--set {folder}", problem, "put the pairs into lq/ and hq/")
    alone = _pictures(folder)
    small = [p for p in alone if re.search(r"_LR\d$", p.stem, re.IGNORECASE)]
    large = [p for p in alone if re.search(r"_HR$", p.stem, re.IGNORECASE)]
    if small and large:
        return TestSet(folder.name, _matched(folder, small, large))
    if not alone:
        raise ConfigError(f"--set {folder}", "holds no folder lq/ and no pictures", "put the pairs into lq/ and hq/")
    return TestSet(folder.name, tuple((path, None) for path in alone))


def pairs_of(folder: Path | None) -> list[tuple[Path, Path]]:
    """The lq and hq files of a set that has both.

    Raises:
        ConfigError: as find_set, or it has no originals.
    """
    pairs = [(lq, hq) for lq, hq in find_set(folder).pairs if hq is not None]
    if not pairs:
        raise ConfigError(f"--set {folder}", "has no originals to compare with", "put them into hq/")
    return pairs


def _matched(folder: Path, lq: list[Path], hq: list[Path]) -> tuple[tuple[Path, Path | None], ...]:
    originals = {_common(path): path for path in hq}
    pairs = tuple((path, originals[_common(path)]) for path in lq if _common(path) in originals)
    if not pairs:
        raise ConfigError(f"--set {folder}", "has no file of lq/ with the name of one in hq/", "name pairs alike")
    return pairs


def _common(path: Path) -> str:
    return _TAIL.sub("", path.stem)


def _pictures(folder: Path) -> list[Path]:
    return sorted(
        p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES and p.is_file() and not p.name.startswith(".")
    )


def _below(folder: Path, names: tuple[str, ...]) -> Path | None:
    """A folder below by one of these names, in upper or lower case."""
    for name in names:
        place: Path | None = folder
        for part in name.split("/"):
            entries = sorted(place.iterdir()) if place is not None else []
            place = next((entry for entry in entries if entry.name.lower() == part and entry.is_dir()), None)
        if place is not None:
            return place
    return None
