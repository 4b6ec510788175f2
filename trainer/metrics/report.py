"""How good results are: every metric over pairs of pictures, with intervals over the pictures."""

from __future__ import annotations

import dataclasses
import functools
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from rsd_app.core.errors import ShapeError, TrainingError
from trainer.metrics.dists import Dists
from trainer.metrics.iqa import Judge
from trainer.metrics.niqe import niqe
from trainer.metrics.pixel import (
    LINE_NAMES,
    SPECTRUM_WINDOW_PX,
    blockiness,
    bootstrap_interval,
    colour_shift,
    psnr,
    spectrum_lines,
    ssim,
    stroke_excess,
)
from trainer.perceptual.lpips import Lpips
from trainer.types import Floats, Picture

_AVERAGED = (
    "psnr",
    "ssim",
    "lpips_alex",
    "lpips_vgg",
    "st_lpips",
    "dists",
    "niqe",
    "clipiqa",
    "musiq",
    "blockiness",
    "colour_shift",
    "strokes_db",
)


@dataclass(frozen=True, kw_only=True)
class QualityRow:
    """Figures of one picture; None: not measured, or there is no original to compare with."""

    name: str
    psnr: float | None = None  # dB over RGB
    ssim: float | None = None  # on luma
    lpips_alex: float | None = None
    lpips_vgg: float | None = None
    st_lpips: float | None = None  # no loss of this project knows it
    dists: float | None = None
    niqe: float | None = None  # also where the picture is too small or has no structure
    clipiqa: float | None = None
    musiq: float | None = None
    blockiness: float | None = None  # JPEG blocks of lq that are left: 1 is none
    colour_shift: float | None = None  # the channel that is furthest off on average, in 1/255, without its sign
    pattern_db: float | None = None  # the highest of this picture's lines; also None under 256 pixels
    strokes_db: float | None = None  # detail along rows and columns, in the same way


@dataclass(frozen=True, kw_only=True)
class QualityReport:
    """Means over the pictures; see trainer.metrics.pixel for what each figure is."""

    n: int
    psnr: float | None  # None, as everywhere here: not measured of any picture
    ssim: float | None
    lpips_alex: float | None
    lpips_vgg: float | None
    st_lpips: float | None
    dists: float | None
    niqe: float | None
    clipiqa: float | None
    musiq: float | None
    blockiness: float | None
    colour_shift: float | None  # mean of the rows, in 1/255
    strokes_db: float | None
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
    pairs: Iterable[tuple[str, Picture, Picture | None]],
    lpips_alex: Lpips,
    lpips_vgg: Lpips | None = None,
    dists: Dists | None = None,
    st_lpips: Lpips | None = None,
    *,
    scale: float | None = None,
    judges: Mapping[str, Judge] | None = None,
) -> QualityReport:
    """Measure results, against their originals where there are any, one at a time, at full size.

    The pairs may come from a generator that makes each result when it is asked for; to cancel, let it
    raise. A network runs on the device where it is, in float32 (on CUDA, torch's TF32 for convolutions moves
    the fourth digit). VGG16 needs about 1.5 GB for a megapixel.

    Args:
        pairs: (name, result, original): uint8 (H, W, 3) of one size, at least 31 pixels each way.
        lpips_alex, lpips_vgg, dists, st_lpips: the networks; those left out are not measured.
        scale: by how much the results are larger than what they were made of, for `blockiness`; None: not measured.
        judges: of a result alone, besides NIQE, by the field of the row: see `trainer.metrics.iqa`.
    Raises:
        ShapeError: a pair is unequal or too small; it names the picture.
        TrainingError: there were no pairs.
    """
    networks = {"lpips_alex": lpips_alex, "lpips_vgg": lpips_vgg, "st_lpips": st_lpips, "dists": dists}
    alone: dict[str, Judge] = {"niqe": niqe, **(judges or {})}
    if scale is not None:
        alone["blockiness"] = functools.partial(blockiness, scale=scale)
    rows: list[QualityRow] = []
    lines: list[Floats] = []
    for name, result, original in pairs:
        figures = {figure: judge(result) for figure, judge in alone.items()}
        try:
            if original is not None:
                figures |= _compared(result, original, networks)
                if min(result.shape[:2]) >= SPECTRUM_WINDOW_PX:
                    lines.append(spectrum_lines(result, original))
                    figures["pattern_db"] = float(lines[-1].max())
                    figures["strokes_db"] = stroke_excess(result, original)
        except ShapeError as error:
            raise ShapeError(name, error.problem, error.remedy) from error
        rows.append(QualityRow(name=name, **figures))
    if not rows:
        raise TrainingError("quality", "there are no pictures to measure", "give pairs of the same names")
    return _summary(rows, lines)


def _compared(
    result: Picture, original: Picture, networks: Mapping[str, Lpips | Dists | None]
) -> dict[str, float | None]:
    """Every figure of a result against its original, by the field of the row."""
    figures: dict[str, float | None] = {
        "psnr": psnr(result, original),
        "ssim": ssim(result, original),
        "colour_shift": float(np.abs(colour_shift(result, original)).max()),
    }
    for figure, network in networks.items():
        figures[figure] = None if network is None else _distance(network, result, original)
    return figures


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
        **means,
    )


def _finite(value: object) -> object:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value
