"""rsd train compare: a trained student against another model, on the photos that the training has never seen."""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rsd_app.cli import console
from rsd_app.cli.train import evaluate
from rsd_app.core.atomic_write import write_text

COUNT = 10
REPORT = "report.json"
FIGURES = ("psnr", "ssim", "lpips_alex", "lpips_vgg", "dists")


def add_parser(actions: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the command, below `rsd train`."""
    parser = actions.add_parser("compare", help="compare the student with another model on the held-out photos")
    parser.add_argument("folder", type=Path, metavar="RUN")
    parser.add_argument("--against", required=True, metavar="NAME|FILE")
    parser.add_argument("--checkpoint", choices=("newest", "best"), default="best")
    parser.add_argument("--count", type=int, default=COUNT, help="of parts of photos")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="DIR", help="for pictures and report.json")
    parser.add_argument("--nice", action="store_true", help="give way to all other programs")
    parser.set_defaults(run=run_compare)


def run_compare(args: argparse.Namespace) -> int:
    """Write the pictures and the report; its path on stdout."""
    if args.nice:
        console.lower_priority()
    from trainer.export.model import export_run
    from trainer.metrics.comparison import compare
    from trainer.metrics.report import measure_pairs
    from trainer.parallel.spare_cores import SpareCores
    from trainer.run.run_dir import RunDir
    from trainer.run.sources import sources_of
    from trainer.tools.held_out_set import write_held_out_set

    run, out = RunDir.open(args.folder), args.out
    sources = sources_of(run)
    (out / REPORT).unlink(missing_ok=True)
    for part in ("original", "damaged", "own", "other"):
        shutil.rmtree(out / part, ignore_errors=True)
        (out / part).mkdir(parents=True)
    with SpareCores() as cores, console.interruptible() as cancel:
        cores.apply()
        unseen, count = write_held_out_set(run.recipe(), sources, args.count, out)
        model = export_run(args.folder, out / "own.safetensors", checkpoint=args.checkpoint, card=False)
        damaged, originals = sorted((out / "damaged").iterdir()), sorted((out / "original").iterdir())
        own, other = (
            evaluate.engine_enlarger(name, severity=None, seed=0)(damaged, out / part, cancel)
            for part, name in (("own", str(model)), ("other", args.against))
        )
        columns = {"original": originals, "damaged": damaged, "own": own, "other": other}
        facts: dict[str, Any] = {
            "count": count,
            "unseen": unseen,
            "against": args.against,
            "pictures": [{name: str(paths[i]) for name, paths in columns.items()} for i in range(count)],
        }
        write_text(out / REPORT, json.dumps(facts))  # for those who look: the figures take longer
        networks = evaluate.networks(wanted=True)
        measured = evaluate.Counter("measured", 2 * count)

        def read(results: list[Path]) -> Iterator[tuple[str, Any, Any]]:
            for result, hq in zip(results, originals, strict=True):
                cancel.raise_if_cancelled()
                cores.apply()
                yield hq.stem, evaluate.pixels(result), evaluate.pixels(hq)
                measured.one_more()

        of_own, of_other = (measure_pairs(read(results), *networks) for results in (own, other))
        measured.clear()
    for name, report in (("own", of_own), ("other", of_other)):
        facts[name + "_figures"] = {figure: getattr(report, figure) for figure in FIGURES}
    facts["comparisons"] = [dataclasses.asdict(entry) for entry in compare(of_other, of_own)]
    write_text(out / REPORT, json.dumps(facts))
    print(out / REPORT)
    return 0
