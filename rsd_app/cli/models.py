"""rsd models: what is installed."""

from __future__ import annotations

import argparse
import dataclasses
import json

from rsd_app.cli import console


def add_parser(commands: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("models", help="list installed models, or show one")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="names, sizes and what they are for").set_defaults(run=run_list)
    info = actions.add_parser("info", help="everything that a model file says of itself")
    info.add_argument("name", metavar="NAME|FILE")
    info.set_defaults(run=run_info)


def run_list(args: argparse.Namespace) -> int:
    """One line a model; damaged files are named on stderr."""
    from rsd_app.engine.library import list_models

    damaged = False
    for model in list_models():
        if model.header is None:
            console.say_error(model.error or f"{model.path}: cannot be read")
            damaged = True
            continue
        size = model.path.stat().st_size / 2**20
        about = " ".join(model.header.description.split())  # a line a model, whatever the file says
        print(f"{model.name}\t×{model.header.scale}\t{model.origin}\t{size:.1f} MB\t{about}")
    return int(damaged)


def run_info(args: argparse.Namespace) -> int:
    """The header as JSON."""
    from rsd_app.core.model_file import model_hash, read_header
    from rsd_app.engine.library import find_model

    path = find_model(args.name)
    facts = {"path": str(path), "sha256": model_hash(path)} | dataclasses.asdict(read_header(path))
    print(json.dumps(facts, indent=2, ensure_ascii=False))
    return 0
