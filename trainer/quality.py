"""How good results are: every metric over pairs of pictures, with intervals over the pictures."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from rsd_app.core.errors import ShapeError, TrainingError
from trainer.dists import Dists
from trainer.losses.perceptual import Lpips
from trainer.metrics import (
    LINE_NAMES,
    SPECTRUM_WINDOW_PX,
    Floats,
    Picture,
    bootstrap_interval,
    colour_shift,
    psnr,
    spectrum_lines,
    ssim,
)

_AVERAGED = ("psnr", "ssim", "lpips_alex", "lpips_vgg", "dists", "colour_shift")


@dataclass(frozen=True, kw_only=True)
class QualityRow:
    """Figures of one picture."""

    name: str
    psnr: float  # dB over RGB
    ssim: float  # on luma
    lpips_alex: float
    lpips_vgg: float | None  # None: the network was not given
    dists: float | None
    colour_shift: float  # the channel that is furthest off on average, in 1/255, without its sign
    pattern_db: float | None  # the highest of this picture's lines; None: under 256 pixels


@dataclass(frozen=True, kw_only=True)
class QualityReport:
    """Means over the pictures; see trainer.metrics for what each figure is."""

    n: int
    psnr: float
    ssim: float
    lpips_alex: float
    lpips_vgg: float | None
    dists: float | None
    colour_shift: float  # mean of the rows, in 1/255
    pattern_db: float | None  # the highest line after averaging over the pictures; None: all under 256 pixels
    pattern_line: str | None  # which one: "along x 1/4"
    lines_db: dict[str, float]  # all eight
    intervals: dict[str, tuple[float, float]]  # 95 % of the mean, by the name of the figure
    rows: tuple[QualityRow, ...]

    def as_dict(self) -> dict[str, object]:
        """Plain values only; an infinite figure (PSNR of identical pictures) becomes None."""
        return {name: _finite(value) for name, value in dataclasses.asdict(self).items()}

    def to_json(self) -> str:
        """One JSON object in one line."""
        return json.dumps(self.as_dict(), allow_nan=False, ensure_ascii=False)


def measure_pairs(
    pairs: Iterable[tuple[str, Picture, Picture]],
    lpips_alex: Lpips,
    lpips_vgg: Lpips | None = None,
    dists: Dists | None = None,
) -> QualityReport:
    """Measure results against their originals, one pair at a time, at full size.

    The pairs may come from a generator that makes each result when it is asked for; to cancel, let it
    raise. A network runs on the device where it is, in float32 (on CUDA, torch's TF32 for convolutions moves
    the fourth digit). VGG16 needs about 1.5 GB for a megapixel.

    Args:
        pairs: (name, result, original): uint8 (H, W, 3) of one size, at least 31 pixels each way.
        lpips_alex, lpips_vgg, dists: the networks; those left out are not measured.
    Raises:
        ShapeError: a pair is unequal or too small; it names the picture.
        TrainingError: there were no pairs.
    """
    rows: list[QualityRow] = []
    lines: list[Floats] = []
    for name, result, original in pairs:
        try:
            of_picture = None
            if min(result.shape[:2]) >= SPECTRUM_WINDOW_PX:
                of_picture = spectrum_lines(result, original)
                lines.append(of_picture)
            rows.append(
                QualityRow(
                    name=name,
                    psnr=psnr(result, original),
                    ssim=ssim(result, original),
                    lpips_alex=_distance(lpips_alex, result, original),
                    lpips_vgg=None if lpips_vgg is None else _distance(lpips_vgg, result, original),
                    dists=None if dists is None else _distance(dists, result, original),
                    colour_shift=float(np.abs(colour_shift(result, original)).max()),
                    pattern_db=None if of_picture is None else float(of_picture.max()),
                )
            )
        except ShapeError as error:
            raise ShapeError(name, error.problem, error.remedy) from error
    if not rows:
        raise TrainingError("quality", "there are no pictures to measure", "give pairs of the same names")
    return _summary(rows, lines)


@torch.no_grad()
def _distance(network: Lpips | Dists, result: Picture, original: Picture) -> float:
    """One number: LPIPS takes pixels in [-1, 1], DISTS in [0, 1]."""
    device = next(network.parameters()).device
    a, b = (_tensor(picture).to(device) for picture in (result, original))
    if isinstance(network, Lpips):
        a, b = a * 2 - 1, b * 2 - 1
    with torch.autocast(device.type, enabled=False):
        return float(network(a, b).item())


def _tensor(picture: Picture) -> Tensor:
    return torch.from_numpy(np.array(picture)).permute(2, 0, 1)[None].float() / 255


def _summary(rows: list[QualityRow], lines: list[Floats]) -> QualityReport:
    intervals: dict[str, tuple[float, float]] = {}
    means: dict[str, float | None] = {}
    for figure in _AVERAGED:
        values = [value for row in rows if (value := getattr(row, figure)) is not None]
        means[figure] = float(np.mean(values)) if values else None
        if values and math.isfinite(sum(values)):
            intervals[figure] = bootstrap_interval(values)
    names = [name for direction in LINE_NAMES for name in direction]
    lines_db = dict(zip(names, np.mean(lines, axis=0).ravel().tolist(), strict=True)) if lines else {}
    worst = max(lines_db, key=lambda name: lines_db[name], default=None)
    if worst is not None:
        intervals["pattern_db"] = bootstrap_interval([of.ravel()[names.index(worst)] for of in lines])
    return QualityReport(
        n=len(rows),
        pattern_db=None if worst is None else lines_db[worst],
        pattern_line=worst,
        lines_db=lines_db,
        intervals=intervals,
        rows=tuple(rows),
        **means,  # type: ignore[arg-type]  # by name; only the optional networks give None
    )


def _finite(value: object) -> object:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value
