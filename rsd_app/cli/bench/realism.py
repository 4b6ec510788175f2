"""What a model's realism does, on a set of pictures: `rsd bench realism`."""

from __future__ import annotations

import argparse
import itertools
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rsd_app.cli import console
from rsd_app.cli.train import evaluate
from rsd_app.core.errors import ConfigError
from rsd_app.core.progress import CancelToken

if TYPE_CHECKING:
    from trainer.metrics.report import QualityReport

STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)
SEEDS = (1, 2, 4, 8)  # whose mean the curve is held against
FIGURES = ("psnr", "lpips_alex", "lpips_vgg", "dists", "niqe")
SLACK = 1e-3  # of a figure that rises or falls along the curve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--set", type=Path, metavar="DIR", help="holds lq/ and hq/, or a layout of the papers")
    parser.add_argument("--severity", type=console.severity, default=None, metavar="auto|0..1")
    parser.add_argument("--seed", type=int, default=0, help="the first of them (0)")


def measure(args: argparse.Namespace) -> dict[str, Any]:
    """PSNR against LPIPS along the slider, and for the mean of several full samples.

    Returns:
        curve: figures at each realism; seeds: of the mean of so many seeds; monotonous: more realism is never more
        PSNR, nor worse LPIPS-alex; against_seeds: by how much LPIPS-alex of the curve is higher than that of the mean
        of seeds of the same PSNR, at worst, as a share (None: no mean lies within the curve).

    Raises:
        ConfigError: the set has no originals, or the model does not know its realism.
    """
    from rsd_app.core.files.model_file import read_header
    from rsd_app.engine.library.installed import find_model
    from trainer.metrics.pair_sets import find_set

    pairs = find_set(args.set)
    if not pairs.has_originals:
        raise ConfigError(f"--set {args.set}", "has no originals", "give pairs")
    if not read_header(find_model(args.model)).realism:
        raise ConfigError(f"--model {args.model}", "does not know its realism", "give one trained with realism_share")
    files, originals = [lq for lq, _ in pairs.pairs], [hq for _, hq in pairs.pairs if hq is not None]
    networks = evaluate.networks(wanted=True)
    curve, means = [], []
    with tempfile.TemporaryDirectory(prefix="rsd-realism-") as folder, console.interruptible() as cancel:
        for step in STEPS:
            enlarge = evaluate.engine_enlarger(args.model, severity=args.severity, seed=args.seed, realism=step)
            results = enlarge(files, _new(folder, f"realism-{step}"), cancel)
            curve.append({"realism": step, **_figures(evaluate.measured(files, results, originals, networks, cancel))})
        for count, results in _means(args, files, Path(folder), cancel):
            means.append({"seeds": count, **_figures(evaluate.measured(files, results, originals, networks, cancel))})
    return {"curve": curve, "seeds": means, **judged(curve, means)}


def judged(curve: Sequence[dict[str, float]], means: Sequence[dict[str, float]]) -> dict[str, Any]:
    """What `measure` says of a curve."""
    import numpy as np

    psnr, lpips = ([point[name] for point in curve] for name in ("psnr", "lpips_alex"))
    falls = all(b <= a + SLACK for values in (psnr, lpips) for a, b in itertools.pairwise(values))
    order = np.argsort(psnr)
    at = np.array(psnr)[order], np.array(lpips)[order]
    within = [mean for mean in means if min(psnr) <= mean["psnr"] <= max(psnr)]
    ratios = [float(np.interp(mean["psnr"], *at)) / mean["lpips_alex"] - 1 for mean in within]
    return {"monotonous": falls, "against_seeds": round(max(ratios), 4) if ratios else None}


def _means(
    args: argparse.Namespace, files: Sequence[Path], folder: Path, cancel: CancelToken
) -> Iterator[tuple[int, list[Path]]]:
    """Means of full samples: how many, and the files."""
    import numpy as np

    from trainer.sheets.strips import write_png

    sums: list[Any] = []
    for number in range(max(SEEDS)):
        enlarge = evaluate.engine_enlarger(args.model, severity=args.severity, seed=args.seed + number)
        results = enlarge(files, _new(folder, f"seed-{number}"), cancel)
        samples = [evaluate.pixels(path).astype(np.int64) for path in results]
        sums = [a + b for a, b in zip(sums, samples, strict=True)] if sums else samples
        if number + 1 in SEEDS:
            place = _new(folder, f"mean-{number + 1}")
            made = [place / path.name for path in results]
            for path, total in zip(made, sums, strict=True):
                write_png(path, np.round(total / (number + 1)).astype(np.uint8))
            yield number + 1, made


def _figures(report: QualityReport) -> dict[str, float]:
    return {name: round(value, 4) for name in FIGURES if (value := getattr(report, name)) is not None}


def _new(folder: str | Path, name: str) -> Path:
    place = Path(folder) / name
    place.mkdir()
    return place
