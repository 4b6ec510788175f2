"""rsd upscale: enlarge photos."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from rsd_app.cli import console
from rsd_app.cli.settings_flags import add_flags, config_of, destination
from rsd_app.engine.batch.naming import DEFAULT_TEMPLATE, EXISTS, FIELDS

if TYPE_CHECKING:
    from rsd_app.core.progress import CancelToken
    from rsd_app.engine.batch.search import FolderRules
    from rsd_app.engine.events import Event


NAME_HELP = f"of results ({DEFAULT_TEMPLATE}); fields: {', '.join(FIELDS)}; {{seq:04}} is 0001"


def add_parser(commands: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("upscale", help="enlarge photos", description="Enlarge and restore photos.")
    add = parser.add_argument
    add("inputs", nargs="+", type=Path, metavar="INPUT", help="photos, or folders of them")
    add("-o", "--out", metavar="FILE|DIR", help="where results go (default: beside each photo)")
    add(
        "--variants",
        type=int,
        default=1,
        metavar="N",
        help="results per photo, one per seed from --seed on (default 1)",
    )
    add("--events", action="store_true", help="print one JSON object per line on stdout instead of paths")
    add(
        "--ray",
        nargs="?",
        const="local",
        metavar="ADDRESS",
        help="run on a Ray cluster; without ADDRESS, in processes on this machine",
    )
    add("--workers", type=int, metavar="N", help="number of workers with --ray; default: one per GPU or group of cores")
    add("--report", type=Path, metavar="FILE", help="a table of all outcomes: .csv or .json")
    add_settings(parser, of_upscale=True)
    parser.set_defaults(run=run)


def add_settings(parser: argparse.ArgumentParser, *, of_upscale: bool = False) -> None:
    """Declare what decides the results, for the commands that make some."""
    add_flags(parser, of_upscale=of_upscale)
    _add_folders(parser)


def _add_folders(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("folders").add_argument
    add("-r", "--recursive", action="store_true", help="include subfolders; the tree is kept under -o")
    add("--hidden", action="store_true", help="include hidden files and folders")
    add("--include", action="append", default=[], metavar="PATTERN", help="only these: '*.jpg', '2024/*'; repeatable")
    add("--exclude", action="append", default=[], metavar="PATTERN", help="not these")
    add("--min-megapixels", type=float, metavar="N", help="skip smaller photos")
    add("--skip-above", type=float, metavar="N", help="skip larger photos")
    add("--name", default=DEFAULT_TEMPLATE, metavar="TEMPLATE", help=NAME_HELP)
    add("--exists", default="refuse", choices=EXISTS, help="what to do where a result exists; number keeps both")
    add("--shard", metavar="I/N", help="process the I-th of N parts, one per machine")


def rules_of(args: argparse.Namespace) -> FolderRules:
    """How folders are gone through, as the arguments ask for.

    Raises:
        ConfigError: a template, limit or shard that makes no sense.
    """
    from rsd_app.engine.batch.search import FolderRules, Shard

    return FolderRules(
        recursive=args.recursive,
        hidden=args.hidden,
        include=tuple(args.include),
        exclude=tuple(args.exclude),
        min_megapixels=args.min_megapixels,
        max_megapixels=args.skip_above,
        template=args.name,
        exists="overwrite" if args.overwrite else args.exists,
        shard=None if args.shard is None else Shard.parse(args.shard),
        variants=getattr(args, "variants", 1),  # one is enough for a folder that is watched
    )


def run(args: argparse.Namespace) -> int:
    """Enlarge; see `rsd_app.__main__.main` for the exit status."""
    config, rules = config_of(args), rules_of(args)
    from rsd_app.engine.batch.report import check_report, write_report

    if args.report is not None:
        check_report(args.report)
    from rsd_app.engine.batch.run import upscale_files
    from rsd_app.engine.events import Failed, Stopped

    emit = emitter(args)
    out = destination(args.out)
    with console.interruptible() as cancel:
        if args.ray is not None:
            from rsd_app.engine.batch.ray_runner import upscale_with_ray

            cluster = {"address": args.ray, "workers": args.workers}
            outcomes = upscale_with_ray(args.inputs, out, config, emit=emit, cancel=cancel, rules=rules, **cluster)
        else:
            go_on = _asked(cancel)
            outcomes = upscale_files(args.inputs, out, config, emit=emit, cancel=cancel, rules=rules, go_on=go_on)
    if args.report is not None:
        write_report(args.report, outcomes)
    if cancel.cancelled and any(isinstance(outcome, Stopped) for outcome in outcomes):
        return 130
    return 1 if any(isinstance(outcome, Failed | Stopped) for outcome in outcomes) else 0


def _asked(cancel: CancelToken) -> Callable[[str], bool]:
    """Ask the user, if there is one, whether to continue a run in trouble."""

    def ask(trouble: str) -> bool:
        console.say(f"rsd: several pictures in a row failed: {trouble}")
        if not sys.stdin.isatty() or cancel.cancelled:
            console.say("rsd: the run ends here; --resume continues it")
            return False
        print("rsd: continue? [y/N] ", end="", file=sys.stderr, flush=True)
        return sys.stdin.readline().strip().lower() in ("y", "yes")

    return ask


def emitter(args: argparse.Namespace) -> Callable[[Event], None]:
    """Shows events as the arguments ask for: as JSON, or in words."""
    return _as_json if args.events else _as_text(verbose=args.verbose)


def _as_json(event: Event) -> None:
    from rsd_app.engine.events import as_json_object

    print(json.dumps(as_json_object(event)), flush=True)


def _as_text(*, verbose: bool) -> Callable[[Event], None]:
    """Paths on stdout; progress, notices and errors on stderr."""
    from rsd_app.engine.events import Advanced, Done, Failed, Skipped, Started, Stopped

    line = console.ProgressLine()

    def show(event: Event) -> None:
        if isinstance(event, Advanced):
            rest = "" if event.remaining_s is None else f", {console.in_words(event.remaining_s)} left"
            rate = "" if event.mp_s is None else f", {event.mp_s:.1f} MP/s"
            line.show(f"{event.source.name}: {event.fraction:.0%}{rest}{rate}")
            return
        line.clear()
        if isinstance(event, Started):
            sizes = f"{event.width}×{event.height} → {event.out_width}×{event.out_height}"
            console.say(f"{event.source.name}: {sizes} on {event.device}")
        elif isinstance(event, Done):
            for notice in event.notices:
                console.say(f"{event.source.name}: {notice}")
            for name, told in (("trust", event.trust), ("back-check", event.check)):
                if told:
                    console.say(f"{event.source.name}: {name}: {told}")
            speed = event.megapixels / max(event.seconds, 1e-9)
            console.say(f"{event.source.name}: done in {event.seconds:.1f} s, {speed:.1f} MP/s")
            print(event.destination, flush=True)
        elif isinstance(event, Failed):
            if verbose and event.details:
                console.say(event.details.rstrip())
            console.say_error(event.error)
        elif isinstance(event, Skipped):
            console.say(f"{event.source.name}: passed over; {event.reason}")
        elif isinstance(event, Stopped):
            console.say(f"{event.source.name}: stopped" + ("; --resume continues" if event.resumable else ""))

    return show
