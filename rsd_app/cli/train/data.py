"""rsd train check and preview: a look at the photos before a training."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rsd_app.cli import console

if TYPE_CHECKING:
    from trainer.events import TrainingEvent


def add_parsers(actions: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the commands, below `rsd train`."""
    check = actions.add_parser("check", help="check which photos are fit to train on, and why the others are not")
    check.add_argument("data", nargs="+", type=Path, metavar="DIR", help="folders of photos, or with hq/ and lq/")
    check.add_argument("--recipe", default="restore-x4", metavar="NAME|FILE")
    check.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change the recipe")
    check.add_argument("--by-hand", type=Path, metavar="FILE", help="lines of + or - and a photo: take it, or not")
    check.add_argument("--json", action="store_true", help="every file with its measures")
    check.set_defaults(run=run_check)
    preview = actions.add_parser("preview", help="draw a sheet of pairs as a training would see them")
    preview.add_argument("data", nargs="+", type=Path, metavar="DIR", help="folders of photos, or with hq/ and lq/")
    preview.add_argument("--recipe", default="restore-x4", metavar="NAME|FILE")
    preview.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="change the recipe, for example data.damage=film",
    )
    preview.add_argument("--like", type=Path, metavar="DIR", help="photos whose damage to learn")
    preview.add_argument("-o", "--out", type=Path, default=Path("preview.png"), metavar="FILE")
    preview.set_defaults(run=run_preview)
    pairs = actions.add_parser("make-set", help="make pairs to measure on, from good pictures and a kind of damage")
    pairs.add_argument("data", nargs="+", type=Path, metavar="DIR", help="folders of good pictures")
    pairs.add_argument("--damage", default="restore", metavar="KIND", help="one of data.damage: restore, resaved, …")
    pairs.add_argument("--severity", type=float, default=0.5, metavar="0..1")
    pairs.add_argument("--scale", type=int, default=4)
    pairs.add_argument("--seed", type=int, default=1)
    pairs.add_argument("-o", "--out", type=Path, required=True, metavar="DIR")
    pairs.set_defaults(run=run_make_set)
    claims = actions.add_parser("claims", help="write a script that compares RSD, SinSR and others in equal time")
    claims.add_argument("--recipe", default="restore-x4", metavar="NAME|FILE")
    claims.add_argument("--data", nargs="+", type=Path, required=True, metavar="DIR")
    claims.add_argument("--set", dest="sets", nargs="+", type=Path, required=True, metavar="DIR", help="to measure on")
    claims.add_argument("--teacher-for", type=console.duration, required=True, metavar="TIME")
    claims.add_argument("--student-for", type=console.duration, required=True, metavar="TIME")
    claims.add_argument("-o", "--out", type=Path, required=True, metavar="DIR", help="for the runs and tables")
    claims.set_defaults(run=run_claims)
    measure = actions.add_parser("measure", help="measure blur, noise and JPEG quality of bad photos, as --like does")
    measure.add_argument("data", nargs="+", type=Path, metavar="DIR")
    measure.add_argument("--json", action="store_true")
    measure.set_defaults(run=run_measure)
    assist = actions.add_parser("assist", help="answer a window's questions: JSON lines in, JSON lines out")
    assist.set_defaults(run=run_assist)


def run_check(args: argparse.Namespace) -> int:
    """The survey of all folders; 0 if there is something to train on."""
    from trainer.config import override
    from trainer.data.paired import inspect_pairs, is_paired, split_pairs
    from trainer.data.survey import Survey, reasons
    from trainer.recipes import find_recipe
    from trainer.run.sources import read_by_hand, survey_photos

    recipe = override(find_recipe(args.recipe), args.set)
    plain = [folder for folder in args.data if not is_paired(folder)]
    with console.interruptible() as cancel:
        said = read_by_hand(args.by_hand)
        found = survey_photos(plain, recipe, _count(), cancel, said) if plain else Survey(verdicts=())
    pairs = [
        pair
        for folder in args.data
        if is_paired(folder)
        for pair in inspect_pairs(folder, scale=recipe.scale, smallest=recipe.data.pair_side)
    ]
    if args.json:
        print(json.dumps(found.as_dict() | {"pairs": [_plain_pair(pair) for pair in pairs]}))
    else:
        for text in [*reasons(found), *_pair_lines(pairs)]:
            print(text)
        if found.verdicts:
            _print_summary(found.as_dict())
        if pairs:
            train, held = split_pairs(pairs, recipe.data.held_out)
            left = len(pairs) - len(train) - len(held)
            print(f"pairs: {len(train)} used, {len(held)} held out, {left} left out")
    return 0 if found.used or any(not p.reason for p in pairs) else 1


def run_preview(args: argparse.Namespace) -> int:
    """Write the sheet; its path on stdout."""
    from trainer.config import override
    from trainer.recipes import find_recipe
    from trainer.run.sources import choose_sources
    from trainer.tools.pair_sheet import write_preview

    recipe = override(find_recipe(args.recipe), [*like(args.like), *args.set])
    with console.interruptible() as cancel:
        sources = choose_sources(args.data, recipe, _count(), cancel)
    print(write_preview(recipe, sources.photos, sources.pairs, args.out))
    return 0


def run_make_set(args: argparse.Namespace) -> int:
    """Write the set; its path on stdout."""
    from rsd_app.core.errors import ConfigError
    from trainer.config import Recipe, override
    from trainer.data.photo_files import find_photos
    from trainer.tools.make_set import make_set

    if not 0 <= args.severity <= 1:
        raise ConfigError("--severity", f"is {args.severity:g}", "give a number from 0 to 1")
    settings = [f"data.damage={args.damage}", f"scale={args.scale}", f"seed={args.seed}"]
    recipe = override(Recipe(name="set"), settings)
    console.say(f"{make_set(find_photos(args.data), recipe, args.severity, args.out)} pairs")
    print(args.out)
    return 0


def run_claims(args: argparse.Namespace) -> int:
    """Print the script on stdout."""
    from trainer.recipes import find_recipe
    from trainer.tools.claims import claims_script

    find_recipe(args.recipe)  # a wrong name must not surface only in the script
    own = Path(args.recipe)  # the script works in another folder
    script = claims_script(
        recipe=str(own.resolve()) if own.is_file() else args.recipe,
        data=[folder.resolve() for folder in args.data],
        sets=[folder.resolve() for folder in args.sets],
        out=args.out.resolve(),
        teacher_s=args.teacher_for,
        student_s=args.student_for,
    )
    print(script, end="")
    return 0


def run_measure(args: argparse.Namespace) -> int:
    """Print the measured ranges of damage."""
    import dataclasses

    from trainer.data.measured_damage import measure_damage
    from trainer.data.photo_files import find_photos

    with console.interruptible() as cancel:
        found = measure_damage(find_photos(args.data), cancel=cancel)
    if args.json:
        print(json.dumps(dataclasses.asdict(found)))
        return 0
    print(f"photos: {found.photos}")
    for name in ("blur", "noise", "quality"):
        low, high = getattr(found, name)
        print(f"{name}: {low:g} to {high:g}")
    print("to train for it: --like with the same folder, or")
    print(" ".join(f"--set '{setting}'" for setting in found.settings()))
    return 0


def run_assist(args: argparse.Namespace) -> int:
    """Answer requests until stdin ends; see `trainer.tools.assist`."""
    import sys

    from rsd_app.engine.library.installed import find_model
    from trainer.tools.assist import serve

    serve(sys.stdin, lambda answer: print(json.dumps(answer), flush=True), find_model)
    return 0


def like(folder: Path | None) -> list[str]:
    """Settings for the damage of a folder of bad photos; none without one."""
    if folder is None:
        return []
    from trainer.data.measured_damage import measure_damage
    from trainer.data.photo_files import find_photos

    found = measure_damage(find_photos([folder]))
    console.say(
        f"{folder}: {found.photos} photos, blur {found.blur[0]:g} to {found.blur[1]:g} px, "
        f"noise {found.noise[0]:g} to {found.noise[1]:g}/255, JPEG {found.quality[0]} to {found.quality[1]}"
    )
    return found.settings()


def _count() -> Callable[[TrainingEvent], None]:
    line = console.ProgressLine()

    def emit(event: TrainingEvent) -> None:
        line.show(f"{getattr(event, 'done', 0)} of {getattr(event, 'total', 0)}")
        if getattr(event, "done", 0) == getattr(event, "total", 0):
            line.clear()

    return emit


def _print_summary(facts: dict[str, Any]) -> None:
    left = facts["left_out"]
    kinds = f" ({', '.join(f'{count} {kind}' for kind, count in left.items())})" if left else ""
    print(f"{facts['used']} used, {facts['held_out']} held out, {sum(left.values())} left out{kinds}")
    sizes = facts["megapixels"]
    if sizes:
        print(f"megapixels: {sizes['least']} to {sizes['most']}, median {sizes['median']}, together {sizes['sum']}")
    for name in ("formats", "profiles"):
        print(f"{name}: " + ", ".join(f"{key} {count}" for key, count in facts[name].items()))
    for advice in facts["advice"]:
        print(advice)


def _pair_lines(pairs: list[Any]) -> list[str]:
    lines = [f"{p.hq}: left out: {p.reason}" for p in pairs if p.reason]
    return lines + [f"{p.hq}: {p.notice}" for p in pairs if p.notice]


def _plain_pair(pair: Any) -> dict[str, Any]:
    return {
        "hq": str(pair.hq),
        "lq": None if pair.lq is None else str(pair.lq),
        "use": "left out" if pair.reason else "used",
        "reason": pair.reason or pair.notice,
        "shift": [round(value, 2) for value in pair.shift],
        "colour": round(pair.color, 2),
    }
