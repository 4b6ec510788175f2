"""The command `rsd`."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

from rsd_app import __version__
from rsd_app.cli import console, doctor, gui, models, reproduce, upscale, watch
from rsd_app.cli.bench import run as bench
from rsd_app.cli.streams import tolerant_streams
from rsd_app.cli.train import run as train
from rsd_app.core.errors import ConfigError, RsdError
from rsd_app.core.progress import Cancelled

FAILED = 1
INTERRUPTED = 130
PIPE_CLOSED = 141  # as of a program that SIGPIPE has ended


class _Parser(argparse.ArgumentParser):
    """Takes -v at every level: argparse makes subcommands of their parent's class."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # SUPPRESS: a subcommand without -v must not undo the one before it.
        more = "log more, and show where an error arose"
        self.add_argument("-v", "--verbose", action="store_true", default=argparse.SUPPRESS, help=more)


class _Handler(logging.Handler):
    """Log lines that take the place of a progress line."""

    def emit(self, record: logging.LogRecord) -> None:
        console.say(self.format(record))


class _Formatter(logging.Formatter):
    """One line per record; where it arose is shown to those who ask for it."""

    def __init__(self, *, verbose: bool) -> None:
        super().__init__("rsd: %(message)s")
        self._verbose = verbose

    def format(self, record: logging.LogRecord) -> str:
        return super().format(record) if self._verbose else f"rsd: {' '.join(record.getMessage().split())}"


def build_parser() -> argparse.ArgumentParser:
    """The whole command line; nothing heavy is imported for it."""
    about = "Enlarge and restore photos. Without a command: open the window."
    parser: argparse.ArgumentParser = _Parser(prog="rsd", description=about)
    parser.set_defaults(verbose=False)
    parser.add_argument("--version", action="version", version=f"RSD Studio {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for module in (gui, upscale, watch, reproduce, models, train, bench, doctor):
        module.add_parser(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        0 all done; 1 something failed, the rest is done; 2 wrong usage; 130 interrupted; 141 nobody reads any more.
    """
    with tolerant_streams(console.say) as all_written:
        status = _run(argv)
        return status if all_written() else status or FAILED


def _run(argv: Sequence[str] | None) -> int:
    parser = build_parser()
    given = list(sys.argv[1:] if argv is None else argv)
    args = parser.parse_args(given or ["gui"])
    if args.command is None:
        args = parser.parse_args([*given, "gui"])
    handler = _Handler()
    handler.setFormatter(_Formatter(verbose=args.verbose))
    logging.basicConfig(level=logging.INFO if args.verbose else logging.WARNING, handlers=[handler])
    # Set before torch starts its threads: waiting ones must not take time from reading and writing files.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    try:
        status = int(args.run(args))
        if sys.stdout is not None:  # a program without a console has none
            sys.stdout.flush()  # here, where a reader that has gone is met
        return status
    except BrokenPipeError:  # `| head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains of it at its end
        return PIPE_CLOSED
    except (Cancelled, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the boundary of the command: a line, not a traceback
        if args.verbose:
            traceback.print_exc()
        console.say_error(_in_one_line(error, args.command))
        return 2 if isinstance(error, ConfigError) else FAILED


def _in_one_line(error: Exception, command: str) -> str:
    if isinstance(error, RsdError):
        return str(error)
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{os.fsdecode(error.filename)}: {error.strerror}; check its name and permissions"
    return f"{command}: unexpected {type(error).__name__} ({error}); run it again with -v and report what that shows"


if __name__ == "__main__":
    sys.exit(main())
