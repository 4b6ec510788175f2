"""How bad a folder of bad photos is: ranges of blur, noise and JPEG quality, for the preset `custom`."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rsd_app.core.errors import TrainingError
from rsd_app.core.progress import CancelToken
from trainer.data.survey import PhotoFacts, survey

OWN_BLUR = 0.6  # sigma of the edges of a sharp photo: of its pixels, not of its faults
INNER = (0.1, 0.9)  # the range is that of the middle photos: a single odd one decides nothing


@dataclass(frozen=True, kw_only=True)
class MeasuredDamage:
    """Lower and upper ends, as `DataConfig` takes them."""

    photos: int  # looked at
    blur: tuple[float, float]  # sigma in pixels, beyond that of sharp photos
    noise: tuple[float, float]  # deviation of the luma, of 255
    quality: tuple[int, int]  # of JPEG; 100: not compressed

    def settings(self) -> list[str]:
        """The measured ranges as `key=value` for a recipe."""
        return [
            "data.damage=custom",
            f"data.custom_blur=[{self.blur[0]:.2f}, {self.blur[1]:.2f}]",
            f"data.custom_noise=[{self.noise[0]:.2f}, {self.noise[1]:.2f}]",
            f"data.custom_quality=[{self.quality[0]}, {self.quality[1]}]",
        ]


def measure_damage(
    paths: Sequence[Path],
    *,
    progressed: Callable[[int], None] = lambda done: None,
    cancel: CancelToken | None = None,
) -> MeasuredDamage:
    """Measure bad photos.

    Blur is that of each photo's sharpest edges, noise that of its quietest places, quality what its file says.
    Noise that JPEG has smoothed is measured as it is left, and edges among strong noise look sharper than they
    are: both come out somewhat too small.

    Raises:
        TrainingError: none can be read.
        Cancelled: cancel() was called.
    """
    found = survey(paths, smallest=1, held_out=0, good_only=False, progressed=progressed, cancel=cancel)
    facts = [v.facts for v in found.verdicts if v.facts.measures is not None]
    if not facts:
        raise TrainingError(f"{len(paths)} photos", "none can be read", "give a folder with photos as bad as yours are")
    return MeasuredDamage(
        photos=len(facts),
        blur=_range([_own_blur(f) for f in facts]),
        noise=_range([f.measures.noise for f in facts if f.measures is not None]),
        quality=_qualities(facts),
    )


def _own_blur(facts: PhotoFacts) -> float:
    measured = 0.0 if facts.measures is None else facts.measures.blur
    return math.sqrt(max(0.0, measured**2 - OWN_BLUR**2))


def _range(values: Sequence[float]) -> tuple[float, float]:
    low, high = np.quantile(values, INNER)
    return round(float(low), 2), round(float(high), 2)


def _qualities(facts: Sequence[PhotoFacts]) -> tuple[int, int]:
    low, high = np.quantile([f.quality or 100 for f in facts], INNER)
    return int(low), int(high)
