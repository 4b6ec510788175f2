"""rsd models: what is installed; bringing files in, taking them out, and to other programs."""

from __future__ import annotations

import argparse
import dataclasses
import json
from pathlib import Path

from rsd_app.cli import console
from rsd_app.core.errors import ConfigError, ModelError


def add_parser(commands: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("models", help="list, show, import, export and remove models")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="list installed models").set_defaults(run=run_list)
    info = actions.add_parser("info", help="print the header of a model file")
    info.add_argument("name", metavar="NAME|FILE")
    info.set_defaults(run=run_info)
    bring = actions.add_parser(
        "import",
        help="import published files (ResShift, SinSR, RSD) or models of this program",
        description="Check files, convert them and put them into the library. Nothing in a file is executed. "
        "A published network needs its autoencoder (autoencoder_vq_f4.pth): name it too, unless it is there already.",
    )
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE", help=".pth, .ckpt or .safetensors")
    bring.add_argument(
        "--schedule", metavar="WHAT", help="schedule of a network whose file does not say: resshift-15, sinsr, …"
    )
    bring.add_argument("--name", metavar="NAME", help="name in the library (default: that of the file)")
    bring.add_argument("--licence", metavar="TEXT", help="kept in the model (default: non-commercial)")
    bring.add_argument("--author", default="", metavar="TEXT")
    bring.add_argument("--overwrite", action="store_true", help="replace a model of that name")
    bring.set_defaults(run=run_import)
    export = actions.add_parser("export", help="write a model as an ONNX file; needs the extra onnx")
    export.add_argument("name", metavar="NAME|FILE")
    export.add_argument("-o", "--out", type=Path, required=True, metavar="FILE.onnx")
    export.add_argument("--severity", type=console.severity, default=None, metavar="auto|0..1", help="kept in the file")
    export.set_defaults(run=run_export)
    calibrate = actions.add_parser(
        "calibrate", help="calibrate a model: learn which error the spread over seeds predicts"
    )
    calibrate.add_argument("name", metavar="NAME|FILE")
    calibrate.add_argument("--set", type=Path, metavar="DIR", help="pairs like those of the training")
    calibrate.add_argument(
        "--auto-severity", type=float, metavar="0..1", help="set the severity that auto means, first"
    )
    calibrate.add_argument(
        "--full-realism", type=float, metavar="GAIN", help="scale the noise of full realism by this, first"
    )
    calibrate.add_argument("--device", default="auto")
    calibrate.set_defaults(run=run_calibrate)
    remove = actions.add_parser("remove", help="delete a model that was imported or trained")
    remove.add_argument("name", metavar="NAME")
    remove.set_defaults(run=run_remove)


def run_list(args: argparse.Namespace) -> int:
    """One line a model; damaged files are named on stderr."""
    from rsd_app.engine.library.installed import list_autoencoders, list_models

    damaged = False
    for model in list_models():
        if model.header is None:
            console.say_error(model.error or f"{model.path}: cannot be read")
            damaged = True
            continue
        size = model.size_bytes / 2**20
        about = " ".join(model.header.description.split())  # a line a model, whatever the file says
        print(f"{model.name}\t×{model.header.scale}\t{model.origin}\t{size:.1f} MB\t{about}")
    if shared := sum(model.size_bytes for model in list_autoencoders()):
        console.say(f"autoencoders of imported models: {shared / 2**20:.1f} MB")
    return int(damaged)


def run_import(args: argparse.Namespace) -> int:
    """Names on stdout; what was recognised, and under which licence, on stderr."""
    from rsd_app.engine.library.importing import ImportChoices, import_files

    choices = ImportChoices(
        schedule=args.schedule, name=args.name, licence=args.licence, author=args.author, overwrite=args.overwrite
    )
    line = console.ProgressLine()
    with console.interruptible() as cancel:
        try:
            installed = import_files(
                args.files, choices, cancel=cancel, progressed=lambda share: line.show(f"importing: {share:.0%}")
            )
        finally:
            line.clear()
    for model in installed:
        if model.header is None:
            raise ModelError(model.path, model.error or "cannot be read")
        console.say(f"{model.name}: {model.header.description}; licence: {model.header.licence}")
        print(model.name)
    return 0


def run_export(args: argparse.Namespace) -> int:
    """The file on stdout, what the check found on stderr."""
    from rsd_app.engine.convert.onnx_export import export_onnx
    from rsd_app.engine.library.installed import find_model

    difference = export_onnx(find_model(args.name), args.out, severity=args.severity)
    console.say(f"held against torch: at most {difference:.1e} of the range apart")
    print(args.out)
    return 0


def run_calibrate(args: argparse.Namespace) -> int:
    """Print the calibration and write it into the model's file, so that trust maps show the expected error.

    What auto and full realism mean comes first: the curve is that of the model as it then is.
    """
    from rsd_app.cli.train.evaluate import Counter
    from rsd_app.engine.bench.trust import calibrate
    from rsd_app.engine.convert.student_settings import settle
    from rsd_app.engine.library.installed import find_model
    from rsd_app.engine.settings.config import UpscaleConfig
    from trainer.metrics.pair_sets import pairs_of

    if (args.set, args.auto_severity, args.full_realism) == (None, None, None):
        raise ConfigError("calibrate", "has nothing to learn", "give --set, --auto-severity or --full-realism")
    path, pairs = find_model(args.name), [] if args.set is None else pairs_of(args.set)
    if (args.auto_severity, args.full_realism) != (None, None):
        settle(path, severity=args.auto_severity, full_realism=args.full_realism)
    if args.set is None:
        return 0
    count = Counter("compared", len(pairs))
    config = UpscaleConfig(model=str(path), device=args.device)
    with console.interruptible() as cancel:
        curve = calibrate(path, pairs, config, cancel=cancel, progressed=count.one_more)
    count.clear()
    for spread, error in zip(curve.spread, curve.error, strict=True):
        print(f"spread {spread:.1f}: error {error:.1f}")
    return 0


def run_remove(args: argparse.Namespace) -> int:
    """The files that are gone, on stdout."""
    from rsd_app.engine.library.installed import remove_model

    for path in remove_model(args.name):
        print(path)
    return 0


def run_info(args: argparse.Namespace) -> int:
    """Print a model file's header as JSON."""
    from rsd_app.core.files.model_file import model_hash, read_header
    from rsd_app.engine.library.installed import find_model

    path = find_model(args.name)
    facts = {"path": str(path), "sha256": model_hash(path)} | dataclasses.asdict(read_header(path))
    print(json.dumps(facts, indent=2, ensure_ascii=False))
    return 0
