"""rsd train estimator: teaches a finished student to estimate the severity of each photo."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rsd_app.cli import console

if TYPE_CHECKING:
    from trainer.export.severity_estimator import Lesson

CROPS = 1600
DECLINED = "so auto is better without an estimator"  # the wizard waits for it


def add_parser(actions: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the command, below `rsd train`."""
    parser = actions.add_parser(
        "estimator",
        help="teach a student to estimate the severity of each photo",
        description="Enlarges crops of good photos, damaged as in the recipe, at several severities, and learns "
        "which of them suits what is seen in a crop. The model's file has that then; its curve of trust goes.",
    )
    parser.add_argument("name", metavar="NAME|FILE", help="the student; copy a bundled one first")
    parser.add_argument("--data", nargs="+", type=Path, required=True, metavar="DIR", help="good photos")
    parser.add_argument(
        "--recipe", default="restore-x4", metavar="NAME|FILE", help="the recipe that trained the student"
    )
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change the recipe")
    parser.add_argument("--crops", type=int, default=CROPS, help="number of crops; more is better and takes longer")
    parser.add_argument("--device", default="auto")
    parser.set_defaults(run=run_estimator)


def run_estimator(args: argparse.Namespace) -> int:
    """What it brings, on stdout; the model's file has the estimator then."""
    from rsd_app.engine.library.installed import find_model
    from trainer.config import override
    from trainer.export.severity_estimator import learn_estimator
    from trainer.recipes import find_recipe
    from trainer.run.sources import choose_sources

    recipe = override(find_recipe(args.recipe), args.set)
    with lesson_of(args.crops, args.device, print) as lesson:
        sources = choose_sources(args.data, recipe, lambda event: None, lesson.cancel)
        learn_estimator(find_model(args.name), recipe, sources.photos, lesson)
    return 0


@contextlib.contextmanager
def lesson_of(crops: int, device: str, tell: Callable[[str], None]) -> Iterator[Lesson]:
    """A lesson that shows its progress, stops at Ctrl+C, and reports at its end what it brings."""
    from trainer.export.severity_estimator import Learned, Lesson

    line = console.ProgressLine()

    def finished(learned: Learned) -> None:
        line.clear()
        tell(f"LPIPS-alex of {learned.crops} crops, estimated by those of other groups: {learned.estimated:.4f}")
        best = f"the best for each: {learned.best:.4f}"
        tell(
            f"told nothing: {learned.untold:.4f}; the best for all ({learned.severity:g}): {learned.fixed:.4f}; {best}"
        )
        if not learned.worth_it:
            tell(DECLINED)

    def progressed(share: float) -> None:
        line.show(f"learning what auto means: {share:.0%}")

    with console.interruptible() as cancel:
        try:
            yield Lesson(crops=crops, device=device, cancel=cancel, progressed=progressed, finished=finished)
        finally:
            line.clear()
