"""Two models on the same pictures: how much better one is, and whether that could be chance."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rsd_app.core.errors import TrainingError
from trainer.metrics.pixel import bootstrap_interval
from trainer.metrics.report import QualityReport

HIGHER_IS_BETTER = {
    "psnr": True,
    "ssim": True,
    "lpips_alex": False,
    "lpips_vgg": False,
    "st_lpips": False,
    "dists": False,
    "niqe": False,
    "clipiqa": True,
    "musiq": True,
    "blockiness": False,
}


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One figure of two models, picture by picture."""

    figure: str
    difference: float  # mean of the second minus the first
    interval: tuple[float, float]  # 95 %, of the mean difference, by bootstrap over the pictures
    wins: int  # pictures on which the second is better
    pictures: int
    verdict: str  # better, worse or alike: of the second; alike where the interval holds 0


def compare(first: QualityReport, second: QualityReport) -> list[Comparison]:
    """The second model against the first, for every figure that both have.

    Raises:
        TrainingError: they are not of the same pictures.
    """
    if [row.name for row in first.rows] != [row.name for row in second.rows]:
        raise TrainingError("comparison", "the reports are of different pictures", "measure both on the same set")
    result = []
    for figure, higher in HIGHER_IS_BETTER.items():
        differences = _differences(first, second, figure)
        if not differences:
            continue
        low, high = bootstrap_interval(differences)
        mean = sum(differences) / len(differences)
        verdict = "alike" if low <= 0 <= high else "better" if (mean > 0) == higher else "worse"
        wins = sum((value > 0) == higher and value != 0 for value in differences)
        result.append(
            Comparison(
                figure=figure,
                difference=mean,
                interval=(low, high),
                wins=wins,
                pictures=len(differences),
                verdict=verdict,
            )
        )
    return result


def _differences(first: QualityReport, second: QualityReport, figure: str) -> Sequence[float]:
    values = [(getattr(a, figure), getattr(b, figure)) for a, b in zip(first.rows, second.rows, strict=True)]
    return [b - a for a, b in values if a is not None and b is not None and math.isfinite(b - a)]
