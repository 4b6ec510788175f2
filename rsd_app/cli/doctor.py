"""rsd doctor: what a bug report should hold."""

from __future__ import annotations

import argparse
import platform

from rsd_app import __version__
from rsd_app.cli import console


def add_parser(commands: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    commands.add_parser("doctor", help="report versions, devices and models").set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the report; 1 if something needed is damaged or missing."""
    from rsd_app.core.device.report import device_report
    from rsd_app.engine.library.installed import list_models
    from rsd_app.engine.settings.config import DEFAULT_MODEL

    print(f"RSD Studio {__version__}, Python {platform.python_version()}, {platform.platform()}")
    for line in device_report():
        print(line)
    models = list_models()
    for model in models:
        print(f"model {model.name} ({model.origin}): {model.error or 'ok'}")
    whole = {model.name for model in models if model.error is None}
    if DEFAULT_MODEL not in whole:
        console.say_error(f"model {DEFAULT_MODEL}: is missing or damaged; install RSD Studio again")
        return 1
    return 0
