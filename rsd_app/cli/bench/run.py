"""rsd bench: speed and quality, as figures."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rsd_app.cli import console
from rsd_app.cli.bench import realism
from rsd_app.cli.train import evaluate
from rsd_app.engine.settings.config import DEFAULT_MODEL, PRECISIONS, UpscaleConfig


def add_parser(commands: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("bench", help="measure speed and quality")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    speed = actions.add_parser("speed", help="the network alone, and a 12-megapixel photo from file to file")
    speed.add_argument("--model", default=DEFAULT_MODEL, metavar="NAME|FILE")
    speed.add_argument("--device", default="auto")
    speed.add_argument("--precision", default="auto", choices=PRECISIONS)
    speed.add_argument("--profile", action="store_true", help="time every layer (models of the paper family)")
    speed.set_defaults(run=run_speed)
    measured = actions.add_parser("quality", help="PSNR, SSIM, LPIPS and DISTS on pairs")
    measured.add_argument("--model", default=DEFAULT_MODEL, metavar="NAME|FILE")
    evaluate.add_arguments(measured)
    measured.set_defaults(run=run_quality)
    train = actions.add_parser("train", help="iterations of a training")
    train.add_argument("--recipe", default="restore-x4", metavar="NAME")
    train.add_argument("--data", nargs="+", type=Path, required=True, metavar="DIR")
    train.add_argument("--device", default="auto")
    train.set_defaults(run=run_train)
    batch = actions.add_parser("batch", help="a folder against the network alone, memory by size, every format")
    batch.add_argument("--model", default=DEFAULT_MODEL, metavar="NAME|FILE")
    batch.add_argument("--device", default="auto")
    batch.add_argument("--precision", default="auto", choices=PRECISIONS)
    batch.add_argument("--count", type=int, default=4, metavar="N", help="photos in the folder (4)")
    batch.add_argument("--megapixels", type=float, default=12.0, metavar="N", help="of each photo (12)")
    batch.add_argument("--large", type=float, default=100.0, metavar="N", help="of the large one (100); 0: none")
    batch.add_argument("--peak-of", type=Path, help=argparse.SUPPRESS)  # in a child process
    batch.set_defaults(run=run_batch)
    trust = actions.add_parser("trust", help="whether the map of trust shows where a result is wrong, on pairs")
    trust.add_argument("--model", default=DEFAULT_MODEL, metavar="NAME|FILE")
    trust.add_argument("--set", type=Path, metavar="DIR", help="holds lq/ and hq/, or a layout of the papers")
    trust.add_argument("--device", default="auto")
    trust.add_argument("--precision", default="auto", choices=PRECISIONS)
    trust.add_argument("--seeds", type=int, default=8, metavar="N", help="number of samples compared (default 8)")
    trust.add_argument("--seed", type=int, default=0, metavar="N", help="the first of them (0)")
    trust.set_defaults(run=run_trust)
    slider = actions.add_parser("realism", help="PSNR against LPIPS along the slider from faithful to realistic")
    slider.add_argument("--model", default=DEFAULT_MODEL, metavar="NAME|FILE")
    realism.add_arguments(slider)
    slider.set_defaults(run=run_realism)
    window = actions.add_parser("gui", help="the window: start, paint, event loop beside a run, preview")
    window.add_argument("--part", help=argparse.SUPPRESS)  # in a child process
    window.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    window.add_argument("--began", type=float, default=0.0, help=argparse.SUPPRESS)
    window.set_defaults(run=run_gui)
    for action in (speed, train, batch, trust, slider, window):
        action.add_argument("--json", action="store_true", help="one JSON object on stdout")


def run_speed(args: argparse.Namespace) -> int:
    """See `rsd_app.engine.bench.speed.measure_speed`."""
    from rsd_app.engine.bench.speed import measure_speed

    show(measure_speed(args.model, args.device, args.precision, profile=args.profile), as_json=args.json)
    return 0


def run_quality(args: argparse.Namespace) -> int:
    """See `rsd_app.cli.train.evaluate`."""
    scale = evaluate.scale_of(args.set)
    enlarge = evaluate.engine_enlarger(args.model, severity=args.severity, seed=args.seed, scale=scale)
    return evaluate.run(args, args.model, enlarge)


def run_train(args: argparse.Namespace) -> int:
    """See `trainer.tools.benchmark.measure_training`."""
    from trainer.recipes import find_recipe
    from trainer.tools.benchmark import measure_training

    show(measure_training(find_recipe(args.recipe), args.data, args.device), as_json=args.json)
    return 0


def run_batch(args: argparse.Namespace) -> int:
    """See `rsd_app.engine.bench.batch.measure_batch`."""
    from rsd_app.engine.bench.batch import BatchMeasure, measure_batch, peak_of

    measure = BatchMeasure(
        model=args.model,
        device=args.device,
        precision=args.precision,
        count=args.count,
        megapixels=args.megapixels,
        large_megapixels=args.large,
    )
    if args.peak_of is not None:
        show({"peak_rss_mb": peak_of(measure, args.peak_of)}, as_json=args.json)
    else:
        show(measure_batch(measure), as_json=args.json)
    return 0


def run_trust(args: argparse.Namespace) -> int:
    """See `rsd_app.engine.bench.trust.measure_trust`."""
    from rsd_app.engine.bench.trust import measure_trust
    from trainer.metrics.pair_sets import pairs_of

    pairs = pairs_of(args.set)
    config = UpscaleConfig(
        model=args.model, device=args.device, precision=args.precision, seed=args.seed, trust_seeds=args.seeds
    )
    count = evaluate.Counter("compared", len(pairs))
    with console.interruptible() as cancel:
        figures = measure_trust(pairs, config, cancel=cancel, progressed=count.one_more)
    count.clear()
    show(figures, as_json=args.json)
    return 0


def run_realism(args: argparse.Namespace) -> int:
    """See `rsd_app.cli.bench.realism.measure`."""
    show(realism.measure(args), as_json=args.json)
    return 0


def run_gui(args: argparse.Namespace) -> int:
    """See `rsd_app.gui.dev.benchmark.measure_window`."""
    from rsd_app.gui.dev.benchmark import measure_part, measure_window

    if args.part:
        print(json.dumps(measure_part(args.part, args.folder, args.began)))
    else:
        show(measure_window(), as_json=args.json)
    return 0


def show(figures: Mapping[str, Any], *, as_json: bool) -> None:
    """On stdout: JSON, or a line a figure."""
    if as_json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name}: {value}")
