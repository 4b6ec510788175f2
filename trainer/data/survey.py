"""Which photos of some folders are fit to train on, and why the others are not; the same answer every time."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import cv2
import numpy as np
from PIL import ImageCms

from rsd_app.core.atomic_write import write_text
from rsd_app.core.cache_dir import cache_dir
from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.metadata.jpeg_quality import jpeg_quality
from rsd_app.core.image_io.read import probe
from rsd_app.core.progress import CancelToken
from trainer.data.inspection import Measures, measure
from trainer.data.photo_files import LARGEST_MP, read_photo
from trainer.events import Noticed
from trainer.notices import notice
from trainer.types import Picture

VERSION = 1  # of the kept measures; a new one when a measure changes
# A photo beyond one of these is left out where only good ones are wanted.
MOST_BLUR = 1.9  # sigma of its sharpest edges, in pixels
LEAST_DETAIL = 0.76  # an enlargement by 1.3 or more is below
LEAST_QUALITY = 60  # of JPEG
MOST_BLOCKING = 1.6
MOST_NOISE = 8.0  # of 255
GRAY_CHROMA = 1.0
NEAR_BITS = 3  # of 64 that the hashes of two shots of one thing may differ in
NEAR_TONE = 8.0  # and by how much, of 255, their thumbnails may
FEW_PHOTOS = 100
FLAWS = ("blurred", "enlarged", "compressed", "noisy")


@dataclass(frozen=True, kw_only=True)
class PhotoFacts:
    """One file as it was found."""

    path: Path
    error: str = ""  # why it cannot be read
    width: int = 0
    height: int = 0
    format: str = ""
    size: int = 0  # of the file, in bytes
    profile: str = ""  # name of its colour profile
    quality: int = 0  # of JPEG, from the file's own tables; 0: another format
    measures: Measures | None = None
    content: str = ""  # hash of the pixels: two files of one picture have the same
    shape_hash: int = 0  # perceptual hash, 64 bits
    tone: tuple[int, ...] = ()  # thumbnail of 4×4 mean levels


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What becomes of a file, and why."""

    facts: PhotoFacts
    reason: str = ""  # why it is left out; empty: it is used
    kind: str = ""  # unreadable, small, duplicate, near duplicate, blurred, enlarged, compressed, noisy, by hand
    held_out: bool = False


@dataclass(frozen=True, kw_only=True)
class Survey:
    """All verdicts, in the order of the paths."""

    verdicts: tuple[Verdict, ...]

    @property
    def used(self) -> list[Path]:
        """The photos to train on."""
        return [v.facts.path for v in self.verdicts if not v.reason and not v.held_out]

    @property
    def held_out(self) -> list[Path]:
        """Photos that are only ever looked at to see how the training is going."""
        return [v.facts.path for v in self.verdicts if v.held_out]

    def as_dict(self) -> dict[str, Any]:
        """Counts and lists as plain values for JSON."""
        good = [v.facts for v in self.verdicts if not v.reason]
        megapixels = sorted(f.width * f.height / 1e6 for f in good)
        return {
            "files": len(self.verdicts),
            "used": len(self.used),
            "held_out": len(self.held_out),
            "left_out": dict(Counter(v.kind for v in self.verdicts if v.reason)),
            "formats": dict(Counter(v.facts.format for v in self.verdicts if not v.facts.error)),
            "profiles": dict(Counter(v.facts.profile or "none" for v in self.verdicts if not v.facts.error)),
            "gray": sum(f.measures is not None and f.measures.chroma < GRAY_CHROMA for f in good),
            "megapixels": {
                "least": round(megapixels[0], 2),
                "median": round(megapixels[len(megapixels) // 2], 2),
                "most": round(megapixels[-1], 2),
                "sum": round(sum(megapixels), 1),
            } if megapixels else {},
            "advice": [each.text for each in self.advice()],
            "photos": [_plain(verdict) for verdict in self.verdicts],
        }  # fmt: skip

    def advice(self) -> list[Noticed]:
        """What a person should know before the training."""
        found = []
        count, flawed = len(self.used), [v for v in self.verdicts if v.kind in FLAWS]
        if count < FEW_PHOTOS:
            found.append(notice("few-photos", count=count, enough=FEW_PHOTOS))
        if not self.held_out:
            found.append(notice("none-held-out"))
        if len(flawed) > count:
            found.append(notice("mostly-flawed"))
        gray = sum(v.facts.measures is not None and v.facts.measures.chroma < GRAY_CHROMA for v in self.verdicts)
        if gray > len(self.verdicts) // 2:
            found.append(notice("mostly-gray"))
        if len({v.facts.profile for v in self.verdicts if not v.reason}) > 2:
            found.append(notice("mixed-profiles"))
        return found


def survey(
    paths: Sequence[Path],
    *,
    smallest: int,
    held_out: int,
    good_only: bool = True,
    by_hand: Mapping[Path, bool] = MappingProxyType({}),
    progressed: Callable[[int], None] = lambda done: None,
    cancel: CancelToken | None = None,
) -> Survey:
    """Look at every photo and decide.

    Args:
        smallest: the shorter side has at least so many pixels.
        held_out: how many to keep for validation, at most a fifth.
        good_only: leave out flawed ones: blurred, enlarged, compressed, noisy.
        by_hand: what a person says of a file: take it in spite of its flaws, or leave it out.
        progressed: called with the number of photos looked at.

    Raises:
        Cancelled: cancel() was called.
    """
    kept = _KeptFacts()
    facts: list[PhotoFacts] = []
    # Two threads: decoding and most measures release the interpreter lock.
    with ThreadPoolExecutor(2) as workers:
        for found in workers.map(kept.facts, paths):
            facts.append(found)
            progressed(len(facts))
            if cancel is not None and cancel.cancelled:
                workers.shutdown(cancel_futures=True)
                cancel.raise_if_cancelled()
    kept.write()
    verdicts = [_judge(f, smallest, good_only and not by_hand.get(f.path, False)) for f in facts]
    verdicts = _without_doubles([_by_hand(verdict, by_hand) for verdict in verdicts])
    chosen = choose_held_out([v.facts for v in verdicts if not v.reason], held_out)
    return Survey(verdicts=tuple(dataclasses.replace(v, held_out=v.facts.path in chosen) for v in verdicts))


def choose_held_out(facts: Sequence[PhotoFacts], count: int) -> set[Path]:
    """Photos for validation: those whose content has the lowest hash, at most a fifth; of under five none.

    By content, so that a moved or renamed file stays where it was; more files move few to the other side.
    """
    ranked = sorted(facts, key=lambda f: (f.content, f.path))
    return {f.path for f in ranked[: min(count, len(ranked) // 5)]}


def _judge(facts: PhotoFacts, smallest: int, good_only: bool) -> Verdict:
    if facts.error or facts.measures is None:
        return Verdict(facts=facts, kind="unreadable", reason=facts.error or "cannot be measured")
    if min(facts.width, facts.height) < smallest:
        reason = f"is {facts.width}×{facts.height}, crops need {smallest}"
        return Verdict(facts=facts, kind="small", reason=reason)
    kind, reason = flaw(facts) if good_only else ("", "")
    return Verdict(facts=facts, kind=kind, reason=reason)


def _by_hand(verdict: Verdict, by_hand: Mapping[Path, bool]) -> Verdict:
    if by_hand.get(verdict.facts.path, True):
        return verdict
    return dataclasses.replace(verdict, kind="by hand", reason="was left out by hand")


def flaw(facts: PhotoFacts) -> tuple[str, str]:
    """The kind of the worst flaw of a photo and what the measure says; two empty strings for a good one."""
    m = facts.measures
    if m is None:
        return "", ""
    if m.blur > MOST_BLUR:
        return "blurred", f"its sharpest edges are {m.blur:.1f} px wide (sigma; at most {MOST_BLUR})"
    if m.detail < LEAST_DETAIL:
        return "enlarged", f"holds detail up to {m.detail:.0%} of its resolution only: enlarged, or out of focus"
    if 0 < facts.quality < LEAST_QUALITY:
        return "compressed", f"is a JPEG of quality {facts.quality} (at least {LEAST_QUALITY})"
    if m.blocking > MOST_BLOCKING:
        return "compressed", f"shows blocks of 8 pixels, {m.blocking:.1f} times its own steps: was strongly compressed"
    if m.noise > MOST_NOISE:
        return "noisy", f"has noise of {m.noise:.1f}/255 (at most {MOST_NOISE:g})"
    return "", ""


def _without_doubles(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Of equal pictures one is kept, of nearly equal ones the largest, and of these the least compressed."""
    result = list(verdicts)
    by_content: dict[str, Path] = {}
    bands: dict[tuple[int, int], list[int]] = {}

    def rank(index: int) -> tuple[int, int]:
        facts = verdicts[index].facts
        return -facts.width * facts.height, -(facts.quality or 101)

    for index in sorted((i for i, v in enumerate(verdicts) if not v.reason), key=rank):
        facts = verdicts[index].facts
        same = by_content.setdefault(facts.content, facts.path)
        if same != facts.path:
            reason = f"is the same picture as {same.name}"
            result[index] = dataclasses.replace(verdicts[index], kind="duplicate", reason=reason)
            continue
        # Hashes that differ in three bits at most are equal in one of four parts at least.
        keys = [(part, facts.shape_hash >> (16 * part) & 0xFFFF) for part in range(4)]
        others = (verdicts[other].facts for key in keys for other in bands.get(key, ()))
        near = next((other for other in others if _alike(facts, other)), None)
        if near is not None:
            reason = f"looks like {near.path.name}"
            result[index] = dataclasses.replace(verdicts[index], kind="near duplicate", reason=reason)
            continue
        for key in keys:
            bands.setdefault(key, []).append(index)
    return result


def _alike(a: PhotoFacts, b: PhotoFacts) -> bool:
    apart = np.abs(np.subtract(a.tone, b.tone)).mean()
    return (a.shape_hash ^ b.shape_hash).bit_count() <= NEAR_BITS and float(apart) <= NEAR_TONE


def look_at(path: Path) -> PhotoFacts:
    """Read and measure one file; what is wrong with it is in `error`."""
    try:
        info, photo = probe(path, max_megapixels=LARGEST_MP), read_photo(path)
    except ImageReadError as error:
        return PhotoFacts(path=path, error=error.problem)
    except OSError as error:
        return PhotoFacts(path=path, error=str(error))
    small = cv2.resize(photo, (32, 32), interpolation=cv2.INTER_AREA)
    return PhotoFacts(
        path=path,
        width=info.width,
        height=info.height,
        format=info.format,
        size=path.stat().st_size,
        profile=_profile_name(info.icc),
        quality=round(jpeg_quality(path) or 0) if info.format == "jpeg" else 0,
        measures=measure(photo),
        content=hashlib.blake2b(photo.tobytes(), digest_size=16).hexdigest(),
        shape_hash=_shape_hash(np.asarray(small, np.uint8)),
        tone=tuple(int(v) for v in cv2.resize(small, (4, 4), interpolation=cv2.INTER_AREA).mean(axis=2).ravel()),
    )


def _shape_hash(small: Picture) -> int:
    """Signs of the 64 lowest frequencies of a thumbnail, against their median."""
    luma = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32)
    low = cv2.dct(luma)[:8, :8].ravel()
    low[0] = 0  # brightness says nothing of the shape
    bits = low > np.median(low)
    return int("".join("1" if bit else "0" for bit in bits), 2)


def _profile_name(icc: bytes | None) -> str:
    if not icc:
        return ""
    import io

    try:
        return ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(icc))).strip()[:80] or "unnamed"
    except (OSError, ImageCms.PyCMSError):
        return "damaged"


class _KeptFacts:
    """Facts of photos looked at before, by path, size and time of change, in the user's cache folder."""

    def __init__(self) -> None:
        self._file = cache_dir() / f"photo-facts-{VERSION}.json"
        self._known: dict[str, Any] = {}
        self._new = False
        with contextlib.suppress(OSError, ValueError, RecursionError):
            known = json.loads(self._file.read_text(encoding="utf-8"))
            self._known = known if isinstance(known, dict) else {}

    def facts(self, path: Path) -> PhotoFacts:
        """Of one file; looked at if it is new or has changed."""
        try:
            stat = path.stat()
        except OSError as error:
            return PhotoFacts(path=path, error=error.strerror or str(error))
        key = f"{path.absolute()}|{stat.st_size}|{stat.st_mtime_ns}"
        with contextlib.suppress(KeyError, TypeError):
            return _from_plain(path, self._known[key])
        found = look_at(path)
        if not found.error:
            self._known[key] = _facts_plain(found)
            self._new = True
        return found

    def write(self) -> None:
        """Keep what was new; that it fails costs time only."""
        if not self._new:
            return
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_text(self._file, json.dumps(self._known))


def _facts_plain(facts: PhotoFacts) -> dict[str, Any]:
    return {k: v for k, v in dataclasses.asdict(facts).items() if k not in ("path", "error")}


def _from_plain(path: Path, values: Mapping[str, Any]) -> PhotoFacts:
    rest = {k: v for k, v in values.items() if k not in ("measures", "tone")}
    return PhotoFacts(path=path, measures=Measures(**values["measures"]), tone=tuple(values["tone"]), **rest)


def _plain(verdict: Verdict) -> dict[str, Any]:
    facts = verdict.facts
    use = "left out" if verdict.reason else "held out" if verdict.held_out else "used"
    plain: dict[str, Any] = {"path": str(facts.path), "use": use, "kind": verdict.kind, "reason": verdict.reason}
    if not facts.error:
        plain |= {"width": facts.width, "height": facts.height, "format": facts.format, "quality": facts.quality}
    if facts.measures is not None:
        plain |= {name: round(value, 3) for name, value in dataclasses.asdict(facts.measures).items()}
    return plain


def reasons(survey: Survey) -> Iterable[str]:
    """A line for each file that is left out."""
    return (f"{v.facts.path}: {v.kind}: {v.reason}" for v in survey.verdicts if v.reason)
