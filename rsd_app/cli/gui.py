"""rsd gui: the window."""

from __future__ import annotations

import argparse
from pathlib import Path

from rsd_app.cli import console
from rsd_app.core.errors import ConfigError


def add_parser(commands: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("gui", help="open the window (the default)")
    parser.add_argument("photos", nargs="*", type=Path, metavar="FILE", help="photos and folders to open")
    parser.add_argument("--result", type=Path, metavar="FILE", help="show the photo against this result")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Open the window; returns when it is closed."""
    if args.result is not None and len(args.photos) != 1:
        raise ConfigError("--result", f"comes with {len(args.photos)} photos", "name the one that it is a result of")
    from rsd_app.gui.app import run_gui

    return run_gui(args.photos, args.result)
