"""rsd reproduce: make a result again from the recipe that it carries."""

from __future__ import annotations

import argparse
from pathlib import Path

from rsd_app.cli import console
from rsd_app.core.progress import Cancelled


def add_parser(commands: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    about = "Make a result again from the recipe in its XMP, or beside it, and compare. Exit 0: the same picture."
    parser = commands.add_parser("reproduce", help="make a result again from its own recipe", description=about)
    add = parser.add_argument
    add("result", type=Path, metavar="FILE", help="a picture that this program has made")
    add("--source", type=Path, metavar="PHOTO", help="what it was made of; looked for beside it if not given")
    add("--model", metavar="NAME|FILE", help="the model, where it is not installed under its name")
    add("-o", "--out", type=Path, metavar="FILE", help="keep the new one")
    add("--device", default="auto", metavar="auto|cpu|cuda:0")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """See `rsd_app.engine.reproduce.reproduce`."""
    from rsd_app.engine.events import Advanced, Event
    from rsd_app.engine.reproduce import Reproduced, reproduce

    line = console.ProgressLine()

    def emit(event: Event) -> None:
        if isinstance(event, Advanced):
            line.show(f"{event.source.name}: {event.fraction:.0%}")

    with console.interruptible() as cancel:
        outcome = reproduce(
            args.result,
            source=args.source,
            model=args.model,
            out=args.out,
            device=args.device,
            emit=emit,
            cancel=cancel,
        )
    line.clear()
    if not isinstance(outcome, Reproduced):
        raise Cancelled
    if outcome.same_file:
        text = "the same to the last byte"
    elif outcome.same_pixels:
        text = "the same pixels; what stands beside them differs"
    elif outcome.largest_difference < 0:
        text = "another size or kind of picture"
    else:
        text = f"other pixels, by up to {outcome.largest_difference} levels"
    print(f"{args.result}: {text}")
    return 0 if outcome.same_pixels else 1
