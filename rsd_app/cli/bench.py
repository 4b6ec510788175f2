"""rsd bench: speed and quality, as figures."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rsd_app.cli import console
from rsd_app.core.errors import ConfigError, RsdError, TrainingError
from rsd_app.core.progress import Pace
from rsd_app.engine.config import DEFAULT_MODEL, PRECISIONS, UpscaleConfig

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from rsd_app.engine.events import Event
    from trainer.quality import QualityReport

MAIN_FIGURES = ("n", "psnr", "ssim", "lpips_alex", "lpips_vgg", "dists")


def add_parser(commands: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("bench", help="measure speed and quality")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    speed = actions.add_parser("speed", help="the network alone, and a 12-megapixel photo from file to file")
    speed.add_argument("--model", default=DEFAULT_MODEL, metavar="NAME|FILE")
    speed.add_argument("--device", default="auto")
    speed.add_argument("--precision", default="auto", choices=PRECISIONS)
    speed.set_defaults(run=run_speed)
    quality = actions.add_parser("quality", help="PSNR, SSIM, LPIPS and DISTS on pairs")
    quality.add_argument("--model", default=DEFAULT_MODEL, metavar="NAME|FILE")
    quality.add_argument("--set", type=Path, metavar="DIR", help="holds lq/ and hq/, pairs by name")
    quality.add_argument("--severity", type=console.severity, default=None, metavar="auto|0..1")
    quality.add_argument("--seed", type=int, default=0)
    quality.set_defaults(run=run_quality)
    train = actions.add_parser("train", help="iterations of a training")
    train.add_argument("--recipe", default="restore-x4", metavar="NAME")
    train.add_argument("--data", nargs="+", type=Path, required=True, metavar="DIR")
    train.add_argument("--device", default="auto")
    train.set_defaults(run=run_train)
    window = actions.add_parser("gui", help="the window: start, paint, event loop beside a run, preview")
    window.add_argument("--part", help=argparse.SUPPRESS)  # in a child process
    window.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    window.add_argument("--began", type=float, default=0.0, help=argparse.SUPPRESS)
    window.set_defaults(run=run_gui)
    for action in (speed, quality, train, window):
        action.add_argument("--json", action="store_true", help="one JSON object on stdout")


def run_speed(args: argparse.Namespace) -> int:
    """See `rsd_app.engine.benchmark.measure_speed`."""
    from rsd_app.engine.benchmark import measure_speed

    show(measure_speed(args.model, args.device, args.precision), as_json=args.json)
    return 0


def run_quality(args: argparse.Namespace) -> int:
    """See `measure_quality`."""
    show(measure_quality(args.model, args.set, severity=args.severity, seed=args.seed), as_json=args.json)
    return 0


def run_train(args: argparse.Namespace) -> int:
    """See `trainer.benchmark.measure_training`."""
    from trainer.benchmark import measure_training
    from trainer.recipes import find_recipe

    show(measure_training(find_recipe(args.recipe), args.data, args.device), as_json=args.json)
    return 0


def run_gui(args: argparse.Namespace) -> int:
    """See `rsd_app.gui.benchmark.measure_window`."""
    from rsd_app.gui.benchmark import measure_part, measure_window

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


def measure_quality(
    model: str, pairs: Path | None, *, severity: float | None = None, seed: int = 0
) -> dict[str, object]:
    """Enlarge lq/ with a model and compare with hq/ by name.

    Raises:
        ConfigError: no folder, or no pairs in it.
        TrainingError: a picture of lq/ could not be enlarged.
    """
    import torch

    from trainer.dists import load_dists
    from trainer.losses.perceptual import load_lpips
    from trainer.quality import measure_pairs

    matched = find_pairs(pairs)
    others: list[Any] = []
    for load in (lambda: load_lpips("vgg"), load_dists):
        try:
            others.append(load())
        except TrainingError as error:
            console.say(f"not measured: {error}")
            others.append(None)
    with tempfile.TemporaryDirectory(prefix="rsd-quality-") as folder:
        config = UpscaleConfig(model=model, format="png", severity=severity, seed=seed, bits=8)
        results = _enlarged(matched, Path(folder), config)
        with torch.inference_mode():
            report: QualityReport = measure_pairs(results, load_lpips("alex"), *others)
    figures = report.as_dict()
    return {name: figures.pop(name) for name in MAIN_FIGURES} | figures


def find_pairs(folder: Path | None) -> list[tuple[Path, Path]]:
    """(lq, hq) files of the same stem.

    Raises:
        ConfigError: no folder given, it lacks lq/ or hq/, or nothing matches.
    """
    if folder is None:
        raise ConfigError("--set", "is missing", "name a folder that holds lq/ and hq/")
    for part in ("lq", "hq"):
        if not (folder / part).is_dir():
            raise ConfigError(f"--set {folder}", f"holds no folder {part}/", "put the pairs into lq/ and hq/")
    originals = {path.stem: path for path in (folder / "hq").iterdir() if not path.name.startswith(".")}
    lq = sorted(path for path in (folder / "lq").iterdir() if path.stem in originals and path.is_file())
    if not lq:
        raise ConfigError(f"--set {folder}", "has no file of lq/ with the name of one in hq/", "name pairs alike")
    return [(path, originals[path.stem]) for path in lq]


def _enlarged(
    pairs: list[tuple[Path, Path]], folder: Path, config: UpscaleConfig
) -> Iterator[tuple[str, NDArray[np.uint8], NDArray[np.uint8]]]:
    """Name, result and original of each pair; the results are made first."""
    from rsd_app.engine.batch import upscale_files
    from rsd_app.engine.events import Done

    count = _Counter("enlarged", len(pairs))

    def emit(event: Event) -> None:
        if isinstance(event, Done):
            count.one_more()

    with console.interruptible() as cancel:
        outcomes = upscale_files([lq for lq, _ in pairs], folder, config, emit=emit, cancel=cancel)
        cancel.raise_if_cancelled()
    count.clear()
    count = _Counter("measured", len(pairs))
    for (lq, hq), outcome in zip(pairs, outcomes, strict=True):
        if not isinstance(outcome, Done):
            raise TrainingError(lq, f"could not be enlarged ({getattr(outcome, 'error', 'stopped')})")
        yield lq.stem, _pixels(outcome.destination), _pixels(hq)
        count.one_more()
    count.clear()


class _Counter:
    """Pictures done, of how many, on stderr."""

    def __init__(self, what: str, total: int) -> None:
        self._what, self._total, self._done = what, total, 0
        self._line, self._pace = console.ProgressLine(), Pace(total)

    def one_more(self) -> None:
        self._done += 1
        remaining_s = self._pace.update(self._done)
        rest = "" if remaining_s is None else f", {console.in_words(remaining_s)} left"
        self._line.show(f"{self._what} {self._done} of {self._total}{rest}")

    def clear(self) -> None:
        self._line.clear()


def _pixels(path: Path) -> NDArray[np.uint8]:
    """RGB, (H, W, 3)."""
    import numpy as np

    from rsd_app.core.image_io.read import open_image

    with open_image(path, max_megapixels=UpscaleConfig().max_megapixels) as image:
        color = image.read_rows(0, image.info.height).color
    if color.dtype != np.uint8:
        raise RsdError(path, "has 16 bits a channel", "give pairs of 8 bits")
    return np.repeat(color, 3, axis=2) if color.shape[2] == 1 else color
