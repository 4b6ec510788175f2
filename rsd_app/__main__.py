"""The command `rsd`."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import traceback
from collections.abc import Sequence

from rsd_app import __version__
from rsd_app.cli import bench, console, doctor, gui, models, train, upscale
from rsd_app.core.errors import ConfigError, RsdError
from rsd_app.core.progress import Cancelled

INTERRUPTED = 130


def build_parser() -> argparse.ArgumentParser:
    """The whole command line; nothing heavy is imported for it."""
    parser = argparse.ArgumentParser(
        prog="rsd", description="Enlarge and restore photos. Without a command: open the window."
    )
    parser.add_argument("--version", action="version", version=f"RSD Studio {__version__}")
    parser.add_argument("-v", "--verbose", action="store_true", help="log more, and show where an error arose")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for module in (gui, upscale, models, train, bench, doctor):
        module.add_parser(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        0 all done; 1 something failed, the rest is done; 2 wrong usage; 130 interrupted.
    """
    parser = build_parser()
    given = list(sys.argv[1:] if argv is None else argv)
    args = parser.parse_args(given or ["gui"])
    if args.command is None:
        args = parser.parse_args([*given, "gui"])
    level = logging.INFO if args.verbose else logging.WARNING
    logging.basicConfig(level=level, format="rsd: %(message)s", stream=sys.stderr)
    # Set before torch starts its threads: waiting ones must not take time from reading and writing files.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    try:
        return int(args.run(args))
    except (RsdError, Cancelled, KeyboardInterrupt) as error:
        if args.verbose:
            traceback.print_exc()
        if isinstance(error, RsdError):
            console.say_error(str(error))
            return 2 if isinstance(error, ConfigError) else 1
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
