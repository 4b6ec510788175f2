"""rsd upscale: enlarge photos."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rsd_app.cli import console
from rsd_app.core.errors import ConfigError, ImageWriteError
from rsd_app.core.image_io.color.choices import GAMUTS, KEEP
from rsd_app.engine.batch.naming import DEFAULT_TEMPLATE, EXISTS, FIELDS
from rsd_app.engine.settings.config import (
    DEFAULT_MAX_MEGAPIXELS,
    DEFAULT_MODEL,
    FORMATS,
    PRECISIONS,
    UpscaleConfig,
)
from rsd_app.engine.settings.regions import read_regions
from rsd_app.engine.settings.sizing import PrintSize, SizeTarget

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
    add("--resume", action="store_true", help="continue an interrupted run")
    add(
        "--variants",
        type=int,
        default=1,
        metavar="N",
        help="results per photo, one per seed from --seed on (default 1)",
    )
    add("--trust", metavar="FILE|DIR", help="a 16-bit gray map of where samples differ: detail is invented there")
    add("--back-check", metavar="FILE|DIR", help="a map of where the result, reduced again, contradicts the photo")
    add(
        "--trust-seeds",
        type=int,
        default=8,
        metavar="N",
        help="number of samples compared (default 8); takes as long as N results",
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
    add_settings(parser)
    parser.set_defaults(run=run)


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Declare what decides the results, for the commands that make some."""
    add = parser.add_argument
    add("--model", default=DEFAULT_MODEL, metavar="NAME|FILE", help="an installed model or a model file")
    add("--exact-model", action="store_true", help="always use the named model, even where its ×2 sibling would do")
    _add_sizes(parser)
    _add_folders(parser)
    add(
        "--severity",
        type=console.severity,
        default=None,
        metavar="auto|0..1",
        help="damage: 0 clean, 1 heavy",
    )
    add("--realism", type=float, default=1.0, metavar="0..1", help="0 faithful, 1 realistic (default 1)")
    add("--no-guard", action="store_true", help="do not keep faces and text faithful")
    add("--regions", type=Path, metavar="FILE", help="regions with a realism of their own: JSON, or a result's sidecar")
    add("--seed", type=int, default=0, metavar="N", help="a different seed gives a different sample (default 0)")
    add("--device", default="auto", metavar="auto|cpu|cuda:0")
    add("--precision", default="auto", choices=PRECISIONS)
    add("--memory-mb", type=int, metavar="N", help="memory budget of the network")
    add(
        "--tile",
        type=_tile,
        default=None,
        metavar="auto|N",
        help="side of the parts processed at once, in source pixels",
    )
    add("--format", default="same", choices=FORMATS, help="of the result (default: as the source)")
    add("--bits", type=int, choices=(8, 16), help="bits per channel (default: as the source)")
    add("--metadata", default="all", choices=KEEP, help="which metadata to copy; no-place: without GPS")
    add("--raw-gamut", default="srgb", choices=GAMUTS, help="colour space of developed camera RAW; wide is Display P3")
    add("--keep-times", action="store_true", help="give results the times and permissions of their photos")
    add("--sidecar", action="store_true", help="write the recipe beside the result too: NAME.rsd.json")
    add("--no-colour-fix", action="store_true", help="do not correct colours that drift by more than 1/255")
    add(
        "--quality",
        type=int,
        default=95,
        metavar="1..100",
        help="of JPEG, WebP, AVIF and JPEG XL (default 95); 100 makes JPEG XL lossless",
    )
    add(
        "--max-megapixels",
        type=float,
        default=DEFAULT_MAX_MEGAPIXELS,
        metavar="N",
        help="refuse larger sources",
    )
    add("--overwrite", action="store_true", help="replace results that exist")


def _add_sizes(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("size", "at most one of these; the aspect ratio is kept").add_argument
    add("--scale", type=float, metavar="N", help="factor per side, up to 16 (default 4); 1 restores only")
    add("--width", type=int, metavar="PX")
    add("--height", type=int, metavar="PX")
    add("--long-side", type=int, metavar="PX")
    add("--short-side", type=int, metavar="PX")
    add("--megapixels", type=float, metavar="N")
    add("--print", metavar="SIZE[@DPI]", help="40x30cm@300, 12in@240, A3 or another paper (default 300 dpi)")


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


def _size(args: argparse.Namespace) -> SizeTarget | None:
    """The size where it is not given as a factor.

    Raises:
        ConfigError: it is given twice.
    """
    names = ("width", "height", "long_side", "short_side", "megapixels", "print")
    given = {name: value for name in names if (value := getattr(args, name)) is not None}
    if given and args.scale is not None:
        raise ConfigError("--scale", "is given beside another size", "give one of them")
    if "print" in given:
        given["print"] = PrintSize.parse(given["print"])
    return SizeTarget(**given) if given else None


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


def config_of(args: argparse.Namespace, *, resume: bool) -> UpscaleConfig:
    """The configuration that the arguments ask for.

    Raises:
        ConfigError: a value is out of its range.
    """
    return UpscaleConfig(
        model=args.model,
        exact_model=args.exact_model,
        scale=4.0 if args.scale is None else args.scale,
        size=_size(args),
        severity=args.severity,
        realism=args.realism,
        guard=not args.no_guard,
        regions=() if args.regions is None else read_regions(args.regions),
        seed=args.seed,
        device=args.device,
        precision=args.precision,
        memory_mb=args.memory_mb,
        tile=args.tile,
        format=args.format,
        bits=args.bits,
        quality=args.quality,
        colour_fix=not args.no_colour_fix,
        metadata=args.metadata,
        keep_times=args.keep_times,
        sidecar=args.sidecar,
        raw_gamut=args.raw_gamut,
        overwrite=args.overwrite,
        resume=resume,
        max_megapixels=args.max_megapixels,
    )


def run(args: argparse.Namespace) -> int:
    """Enlarge; see `rsd_app.__main__.main` for the exit status."""
    config, rules = config_of(args, resume=args.resume), rules_of(args)
    config = replace(config, trust=_destination(args.trust), trust_seeds=args.trust_seeds)
    config = replace(config, check=_destination(args.back_check))
    from rsd_app.engine.batch.report import check_report, write_report

    if args.report is not None:
        check_report(args.report)
    from rsd_app.engine.batch.run import upscale_files
    from rsd_app.engine.events import Failed, Stopped

    emit = emitter(args)
    out = _destination(args.out)
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


def _destination(text: str | None) -> Path | None:
    """A trailing separator says that a folder is meant; it is made."""
    if text is None:
        return None
    out = Path(text)
    if text.endswith(("/", os.sep)):
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ImageWriteError(out, f"cannot be made ({error.strerror})", "choose another folder") from error
    return out


def _tile(text: str) -> int | None:
    try:
        return None if text == "auto" else int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is neither auto nor a whole number") from None


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
