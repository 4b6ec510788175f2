"""rsd watch: enlarge whatever arrives in a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from rsd_app.cli import console
from rsd_app.cli.settings_flags import config_of
from rsd_app.cli.upscale import add_settings, emitter, rules_of


def add_parser(commands: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    about = "Enlarge what is in a folder and whatever arrives in it, until stopped with Ctrl-C."
    parser = commands.add_parser("watch", help="enlarge whatever arrives in a folder", description=about)
    add = parser.add_argument
    add("folder", type=Path, metavar="IN", help="the folder to watch")
    add("out", type=Path, metavar="OUT", help="where results go; created if missing")
    add("--move-to", type=Path, metavar="DIR", help="where finished photos are moved (default: they stay)")
    add(
        "--settle",
        type=console.duration,
        default=3.0,
        metavar="TIME",
        help="how long a file must be unchanged (default 3s)",
    )
    add("--events", action="store_true", help="print one JSON object per line on stdout instead of paths")
    add_settings(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """See `rsd_app.engine.batch.watched_folder.watch`."""
    config, rules = config_of(args, resume=True), rules_of(args)
    from rsd_app.engine.batch.watched_folder import watch

    with console.interruptible() as cancel:
        console.say(f"rsd: watching {args.folder}; Ctrl-C ends it")
        watch(
            args.folder,
            args.out,
            config,
            emit=emitter(args),
            cancel=cancel,
            rules=rules,
            move_to=args.move_to,
            settle_s=args.settle,
        )
    return 0
