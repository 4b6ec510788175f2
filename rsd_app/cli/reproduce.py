"""rsd reproduce: make a result again from the recipe that it carries."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from rsd_app.cli import console
from rsd_app.core.progress import Cancelled

if TYPE_CHECKING:
    from rsd_app.engine.picture.reproduce import MapAgain, Reproduced


def add_parser(commands: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    about = (
        "Make a result again from the recipe in its XMP, or beside it, with the maps it records, and compare."
        " Exit 0: the same picture and maps."
    )
    parser = commands.add_parser("reproduce", help="rebuild a result from its own recipe", description=about)
    add = parser.add_argument
    add("result", type=Path, metavar="FILE", help="a result of this program")
    add("--source", type=Path, metavar="PHOTO", help="the source (default: looked for beside the result)")
    add("--model", metavar="NAME|FILE", help="the model, if it is not installed under its name")
    add("-o", "--out", type=Path, metavar="FILE", help="keep the rebuilt result")
    add("--trust", type=Path, metavar="FILE|DIR", help="keep the trust map; an existing file is compared instead")
    add(
        "--back-check",
        type=Path,
        metavar="FILE|DIR",
        help="keep the back-check map; an existing file is compared instead",
    )
    add("--device", default="auto", metavar="auto|cpu|cuda:0")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """See `rsd_app.engine.picture.reproduce.reproduce`."""
    from rsd_app.engine.events import Advanced, Event
    from rsd_app.engine.picture.reproduce import Reproduced, reproduce

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
            trust=args.trust,
            check=args.back_check,
        )
    line.clear()
    if not isinstance(outcome, Reproduced):
        raise Cancelled
    print(f"{args.result}: {_of_picture(outcome)}")
    for one in outcome.maps:
        print(f"{args.result}: {_of_map(one)}")
    return 0 if outcome.same else 1


def _of_picture(outcome: Reproduced) -> str:
    if outcome.same_file:
        return "the same to the last byte"
    if outcome.same_pixels:
        return "the same pixels; what stands beside them differs"
    if outcome.largest_difference < 0:
        return "another size or kind of picture"
    return f"other pixels, by up to {outcome.largest_difference} levels"


def _of_map(one: MapAgain) -> str:
    name = {"trust": "map of trust", "check": "back-check"}[one.name]
    text = f"{name}: the same: {one.now}" if one.first == one.now else f"{name}: was {one.first}; is {one.now}"
    if one.path is None:
        return text
    if one.difference is None:
        return f"{text}; written to {one.path}"
    if one.difference < 0:
        return f"{text}; {one.path} is of another size or kind"
    return f"{text}; {one.path} " + ("is the same" if not one.difference else f"differs, by up to {one.difference:.2f}")
