"""How good models are on a set of pictures: what `rsd bench quality` and `rsd train evaluate` share."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rsd_app.cli import console
from rsd_app.core.errors import RsdError, TrainingError
from rsd_app.core.progress import CancelToken, Pace
from rsd_app.engine.settings.config import UpscaleConfig

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from rsd_app.engine.events import Event
    from trainer.metrics.pair_sets import TestSet
    from trainer.metrics.report import QualityReport

    Picture = NDArray[np.uint8]
    Enlarger = Callable[[Sequence[Path], Path, CancelToken], list[Path]]  # lq files, folder -> results

MAIN_FIGURES = ("n", "psnr", "ssim", "lpips_alex", "lpips_vgg", "st_lpips", "dists", "niqe", "blockiness")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments that both commands share."""
    parser.add_argument("--set", type=Path, metavar="DIR", help="holds lq/ and hq/, or a layout of the papers")
    parser.add_argument(
        "--compare", nargs="+", default=[], metavar="NAME|FILE", help="other models, each picture by picture"
    )
    parser.add_argument("--bicubic", action="store_true", help="measure bicubic enlargement too")
    parser.add_argument("--severity", type=console.severity, default=None, metavar="auto|0..1")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--sheet", type=Path, metavar="FILE", help="a contact sheet at 100 %%, PNG")
    parser.add_argument("--iqa", action="store_true", help="CLIPIQA and MUSIQ too; needs the extra iqa")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object on stdout")
    form.add_argument("--markdown", action="store_true", help="tables on stdout")
    form.add_argument("--csv", action="store_true", help="a row for each picture on stdout")


def run(args: argparse.Namespace, name: str, enlarger: Enlarger) -> int:
    """Measure a model, and what else is asked for, and print it.

    Args:
        name: of the model, for tables.
        enlarger: makes its results.

    Raises:
        ConfigError: no set, or no pairs in it.
        TrainingError: a picture could not be enlarged, or what --iqa asks for is not there.
    """
    from trainer.metrics.pair_sets import find_set

    pairs = find_set(args.set)
    if not pairs.has_originals:
        console.say(f"{args.set} has no originals: results are judged alone, by NIQE{' and others' * args.iqa}")
    enlargers, scale = {name: enlarger}, scale_of(args.set)
    for model in args.compare:
        other = model if model != name else f"{model} (2)"
        enlargers[other] = engine_enlarger(model, severity=args.severity, seed=args.seed, scale=scale)
    if args.bicubic:
        enlargers["bicubic"] = _bicubic(scale or 4.0)
    with _measured(pairs, enlargers, sheet=args.sheet, iqa=args.iqa) as reports:
        _print(args, name, reports)
    return 0


def engine_enlarger(
    model: str, *, severity: float | None, seed: int, realism: float = 1.0, scale: float | None = None
) -> Enlarger:
    """A model file as the app runs it, but that nothing is guarded: it is the model that is measured.

    Args:
        scale: enlargement of each side; None: what the model does in one pass.
    """

    def enlarge(files: Sequence[Path], folder: Path, cancel: CancelToken) -> list[Path]:
        from rsd_app.core.files.model_file import read_header
        from rsd_app.engine.batch.run import upscale_files
        from rsd_app.engine.events import Done
        from rsd_app.engine.library.installed import find_model

        factor = scale or float(read_header(find_model(model)).scale)
        config = UpscaleConfig(
            model=model, exact_model=True, scale=factor, format="png", severity=severity, seed=seed, bits=8,
            realism=realism, guard=False,
        )  # fmt: skip
        count = Counter("enlarged", len(files))

        def emit(event: Event) -> None:
            if isinstance(event, Done):
                count.one_more()

        outcomes = upscale_files(list(files), folder, config, emit=emit, cancel=cancel)
        cancel.raise_if_cancelled()
        count.clear()
        results = []
        for lq, outcome in zip(files, outcomes, strict=True):
            if not isinstance(outcome, Done):
                raise TrainingError(lq, f"could not be enlarged ({getattr(outcome, 'error', 'stopped')})")
            results.append(outcome.destination)
        return results

    return enlarge


def scale_of(folder: Path | None) -> float | None:
    """By how much the originals of a set are larger; None where there are none.

    Raises:
        ConfigError: no set, or no pairs in it.
    """
    from trainer.metrics.pair_sets import find_set

    lq, hq = find_set(folder).pairs[0]
    return None if hq is None else _ratio(lq, hq)


def _ratio(small: Path, large: Path) -> float:
    """Of the widths of two pictures."""
    from rsd_app.core.image_io.read import probe

    of_small, of_large = (probe(path, max_megapixels=UpscaleConfig().max_megapixels).width for path in (small, large))
    return round(of_large / of_small, 2)


def array_enlarger(enlarge: Callable[[Picture, CancelToken], Picture]) -> Enlarger:
    """A function of one picture as an enlarger of files."""

    def enlarge_files(files: Sequence[Path], folder: Path, cancel: CancelToken) -> list[Path]:
        from trainer.sheets.strips import write_png

        count, results = Counter("enlarged", len(files)), []
        for index, lq in enumerate(files):
            cancel.raise_if_cancelled()
            results.append(folder / f"{index:05}-{lq.stem}.png")
            write_png(results[-1], enlarge(pixels(lq), cancel))
            count.one_more()
        count.clear()
        return results

    return enlarge_files


def _bicubic(scale: float) -> Enlarger:
    import cv2
    import numpy as np

    def enlarge(lq: Picture, _: CancelToken) -> Picture:
        return np.asarray(cv2.resize(lq, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), np.uint8)

    return array_enlarger(enlarge)


@contextlib.contextmanager
def _measured(
    pairs: TestSet, enlargers: Mapping[str, Enlarger], *, sheet: Path | None, iqa: bool
) -> Iterator[dict[str, QualityReport]]:
    """The report of each model; results live in a temporary folder."""
    from trainer.metrics.iqa import load_iqa
    from trainer.sheets.contact_sheet import MOST_PICTURES, contact_sheet
    from trainer.sheets.strips import write_png

    judges = load_iqa() if iqa else {}
    measuring, reports = networks(wanted=pairs.has_originals), {}
    files = [lq for lq, _ in pairs.pairs]
    originals = [hq for _, hq in pairs.pairs]
    with tempfile.TemporaryDirectory(prefix="rsd-quality-") as folder, console.interruptible() as cancel:
        columns: dict[str, list[Picture]] = {}
        for index, (name, enlarge) in enumerate(enlargers.items()):
            place = Path(folder) / str(index)
            place.mkdir()
            results = enlarge(files, place, cancel)
            reports[name] = measured(files, results, originals, measuring, cancel, judges)
            if sheet is not None:
                columns[name] = [pixels(path) for path in results[:MOST_PICTURES]]
        if sheet is not None:
            if pairs.has_originals:
                columns["original"] = [pixels(path) for path in originals[:MOST_PICTURES] if path is not None]
            write_png(sheet, contact_sheet([lq.stem for lq in files], columns))
            console.say(f"contact sheet: {sheet}")
        yield reports


def measured(
    files: Sequence[Path],
    results: Sequence[Path],
    originals: Sequence[Path | None],
    networks: Sequence[Any],
    cancel: CancelToken,
    judges: Mapping[str, Any] | None = None,
) -> QualityReport:
    """The report of results that are files; see `trainer.metrics.report.measure_pairs`."""
    from trainer.metrics.report import measure_pairs

    scale = _ratio(files[0], results[0])
    return measure_pairs(_read(files, results, originals, cancel), *networks, scale=scale, judges=judges)


def networks(*, wanted: bool) -> list[Any]:
    """LPIPS-alex, and LPIPS-VGG, DISTS and ST-LPIPS where they are wanted and their weights were fetched."""
    from trainer.metrics.dists import load_dists
    from trainer.perceptual.lpips import load_lpips

    found: list[Any] = [load_lpips("alex")]
    if not wanted:
        return [*found, None, None, None]
    for load in (lambda: load_lpips("vgg"), load_dists, lambda: load_lpips("st-alex")):
        try:
            found.append(load())
        except TrainingError as error:
            console.say(f"not measured: {error}")
            found.append(None)
    return found


def _read(
    files: Sequence[Path], results: Sequence[Path], originals: Sequence[Path | None], cancel: CancelToken
) -> Iterator[tuple[str, Picture, Picture | None]]:
    """Name, result and, where there is one, original."""
    count = Counter("measured", len(files))
    for lq, result, hq in zip(files, results, originals, strict=True):
        cancel.raise_if_cancelled()
        yield lq.stem, pixels(result), None if hq is None else pixels(hq)
        count.one_more()
    count.clear()


def _print(args: argparse.Namespace, name: str, reports: Mapping[str, QualityReport]) -> None:
    from trainer.metrics.comparison import compare
    from trainer.metrics.tables import comparison_markdown, markdown, table_csv

    others = [other for other in reports if other != name]
    comparisons = {other: compare(reports[other], reports[name]) for other in others}
    if args.csv:
        print(table_csv(reports), end="")
    elif args.markdown:
        tables = [comparison_markdown(other, name, found) for other, found in comparisons.items()]
        print("\n".join([markdown(reports), *tables]), end="")
    elif args.json:
        plain = _in_order(reports[name])
        if others:
            plain["others"] = {other: _in_order(reports[other]) for other in others}
            plain["comparisons"] = {
                other: [dataclasses.asdict(entry) for entry in found] for other, found in comparisons.items()
            }
        print(json.dumps(plain))
    else:
        for figure, value in _in_order(reports[name]).items():
            print(f"{figure}: {value}")
        for other, found in comparisons.items():
            for c in found:
                low, high = c.interval
                print(f"{c.figure} against {other}: {c.difference:+.4f} ({low:+.4f} to {high:+.4f}), {c.verdict}")


def _in_order(report: QualityReport) -> dict[str, object]:
    figures = report.as_dict()
    return {name: figures.pop(name) for name in MAIN_FIGURES} | figures


class Counter:
    """Pictures done, of how many, on stderr."""

    def __init__(self, what: str, total: int) -> None:
        self._what, self._total, self._done = what, total, 0
        self._line, self._pace = console.ProgressLine(), Pace(total)

    def one_more(self) -> None:
        """Count one more picture."""
        self._done += 1
        remaining_s = self._pace.update(self._done)
        rest = "" if remaining_s is None else f", {console.in_words(remaining_s)} left"
        self._line.show(f"{self._what} {self._done} of {self._total}{rest}")

    def clear(self) -> None:
        """Erase the line, to make room for other output."""
        self._line.clear()


def pixels(path: Path) -> Picture:
    """RGB, (H, W, 3).

    Raises:
        RsdError: it cannot be read, or has 16 bits per channel.
    """
    import numpy as np

    from rsd_app.core.image_io.read import open_image

    with open_image(path, max_megapixels=UpscaleConfig().max_megapixels) as image:
        color = image.read_rows(0, image.info.height).color
    if color.dtype != np.uint8:
        raise RsdError(path, "has 16 bits per channel", "give pairs of 8 bits")
    return np.repeat(color, 3, axis=2) if color.shape[2] == 1 else color
