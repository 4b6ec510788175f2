"""rsd train: make a model from photos."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rsd_app.cli import console
from rsd_app.cli.train import (
    compare as train_compare,
)
from rsd_app.cli.train import (
    data as train_data,
)
from rsd_app.cli.train import (
    estimator as train_estimator,
)
from rsd_app.cli.train import (
    evaluate as quality,
)
from rsd_app.cli.train import (
    fetch as train_fetch,
)

if TYPE_CHECKING:
    from rsd_app.core.progress import CancelToken
    from trainer.events import TrainingEvent


def add_parser(commands: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("train", help="train a model of your own")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    start = actions.add_parser("run", help="start a training")
    start.add_argument("--recipe", default="restore-x4", metavar="NAME|FILE")
    start.add_argument("--data", nargs="+", type=Path, required=True, metavar="DIR", help="folders of photos")
    start.add_argument("--out", type=Path, required=True, metavar="RUN", help="a new directory for the run")
    start.add_argument(
        "--from",
        dest="start",
        metavar="NAME|FILE",
        help="a teacher to distil, or a student to train on",
    )
    start.add_argument(
        "--reference", metavar="NAME|FILE", help="a finished model to measure on the held-out photos first"
    )
    start.add_argument("--autoencoder", type=Path, metavar="FILE", help="of a published teacher; by default the stored")
    start.add_argument("--like", type=Path, metavar="DIR", help="photos whose damage to learn")
    start.add_argument("--batch", default="", metavar="auto|N", help="crops at once; auto: as many as memory allows")
    start.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change the recipe")
    start.add_argument("--by-hand", type=Path, metavar="FILE", help="lines of + or - and a photo: take it, or not")
    _add_common(start)
    start.set_defaults(run=run_start)
    resume = actions.add_parser("resume", help="continue a training")
    resume.add_argument("folder", type=Path, metavar="RUN")
    resume.add_argument("--extend", type=console.duration, metavar="TIME", help="extend the time budget by this much")
    resume.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change rates, weights, length")
    _add_common(resume)
    resume.set_defaults(run=run_resume)
    train_data.add_parsers(actions)
    train_compare.add_parser(actions)
    train_estimator.add_parser(actions)
    tell = actions.add_parser("tell", help="pause, continue, save or stop a running training")
    tell.add_argument("folder", type=Path, metavar="RUN")
    tell.add_argument("word", choices=("pause", "continue", "save", "stop"))
    tell.set_defaults(run=run_tell)
    status = actions.add_parser("status", help="progress of a training")
    status.add_argument("folder", type=Path, metavar="RUN")
    status.add_argument("--json", action="store_true")
    status.set_defaults(run=run_status)
    evaluate = actions.add_parser("evaluate", help="measure the student or teacher of a training on pairs")
    evaluate.add_argument("folder", type=Path, metavar="RUN")
    evaluate.add_argument("--role", choices=("student", "teacher"), default="student")
    evaluate.add_argument("--steps", type=int, metavar="N", help="of the teacher: all of them, or 1")
    evaluate.add_argument("--device", default="auto", metavar="auto|cpu|cuda:0")
    quality.add_arguments(evaluate)
    evaluate.set_defaults(run=run_evaluate)
    _add_export(actions)
    train_fetch.add_parsers(actions)


def _add_export(actions: console.Commands[argparse.ArgumentParser]) -> None:
    export = actions.add_parser("export", help="write the student as a model file")
    export.add_argument("folder", type=Path, metavar="RUN")
    place = export.add_mutually_exclusive_group(required=True)
    place.add_argument("-o", "--out", type=Path, metavar="FILE", help=".safetensors, or .onnx (extra onnx)")
    place.add_argument("--install", metavar="NAME", help="install it in the app's library under this name")
    export.add_argument("--overwrite", action="store_true", help="replace an installed model of that name")
    export.add_argument("--checkpoint", choices=("newest", "best"), default="newest")
    export.add_argument("--description", default="", help="of the model, for people")
    export.add_argument("--data-licence", default="", help="licence of the photos")
    export.add_argument("--role", choices=("student", "teacher"), default="student")
    export.add_argument("--licence", default="", help="licence of the model, which follows from that of the photos")
    export.add_argument("--author", default="")
    export.add_argument(
        "--learn-auto",
        nargs="?",
        type=int,
        const=train_estimator.CROPS,
        metavar="CROPS",
        help="first learn to estimate the severity of each photo, on the run's photos; kept if better; takes minutes",
    )
    export.add_argument("--device", default="auto", metavar="auto|cpu|cuda:0", help="for that")
    export.add_argument("--nice", action="store_true", help="give way to all other programs")
    export.set_defaults(run=run_export)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--for", dest="for_s", type=console.duration, metavar="TIME", help="as in 2h or 90m")
    parser.add_argument("--device", default="auto", metavar="auto|cpu|cuda:0")
    parser.add_argument("--share-cores", action="store_true", help="use only the cores that other programs leave idle")
    parser.add_argument("--devices", default="1", metavar="auto|N", help="processes that train together, one per GPU")
    parser.add_argument("--events", action="store_true", help="print one JSON object per line on stdout")
    parser.add_argument("--nice", action="store_true", help="give way to all other programs")
    parser.add_argument("--lock", type=Path, metavar="FILE", help="hold a lock on it as long as this process lives")


def run_start(args: argparse.Namespace) -> int:
    """Train from the start; 130 if stopped before the end."""
    with _alive(args):
        return _start(args)


def run_resume(args: argparse.Namespace) -> int:
    """Go on; 130 if stopped before the end."""
    with _alive(args):
        return _resume(args)


def _start(args: argparse.Namespace) -> int:
    together = _together(args)
    if together is not None:
        return together
    from rsd_app.engine.library.installed import find_model
    from trainer.config import override
    from trainer.recipes import find_recipe
    from trainer.run.order import Host, Order
    from trainer.run.sources import read_by_hand
    from trainer.run.training import start_run

    recipe = override(find_recipe(args.recipe), [*_batch(args.batch), *train_data.like(args.like), *args.set])
    start, autoencoder = None, args.autoencoder
    if args.start or recipe.name == "finetune":
        from rsd_app.core.files.model_file import read_header
        from rsd_app.engine.library.installed import find_autoencoder
        from rsd_app.engine.settings.config import DEFAULT_MODEL

        start = find_model(args.start or DEFAULT_MODEL)
        needed = read_header(start).autoencoder
        if needed and autoencoder is None:
            autoencoder = find_autoencoder(needed)
    with console.interruptible() as cancel:
        emit = _emitter(args.events)
        order = Order(
            recipe=recipe,
            data=args.data,
            out=args.out,
            for_s=args.for_s,
            start=start,
            autoencoder=autoencoder,
            by_hand=read_by_hand(args.by_hand),
            reference=None if args.reference is None else find_model(args.reference),
        )
        start_run(order, Host(device=args.device, emit=emit, cancel=cancel, share_cores=args.share_cores))
        return _ended(args.out, cancel, quiet=args.events)


def _resume(args: argparse.Namespace) -> int:
    together = _together(args)
    if together is not None:
        return together
    from trainer.run.order import Host
    from trainer.run.training import resume_run

    with console.interruptible() as cancel:
        emit = _emitter(args.events)
        host = Host(device=args.device, emit=emit, cancel=cancel, share_cores=args.share_cores)
        resume_run(args.folder, host, for_s=args.for_s, extend_s=args.extend, settings=args.set)
        return _ended(args.folder, cancel, quiet=args.events)


@contextlib.contextmanager
def _alive(args: argparse.Namespace) -> Iterator[None]:
    """Tell others that this process is at work, from before there is a run until its end."""
    lock: Path | None = args.lock
    if args.nice:
        console.lower_priority()
    if lock is None:
        yield
        return
    from rsd_app.core.errors import TrainingError
    from rsd_app.core.file_lock import lock_file

    try:
        held = lock_file(lock)
    except OSError as error:
        raise TrainingError(lock, "is held by another trainer", "stop that one first") from error
    with held:
        yield


def _batch(asked: str) -> list[str]:
    """The settings of --batch; the recipe reports an invalid number."""
    value = "0" if asked == "auto" else asked
    return [f"{stage}.batch={value}" for stage in ("teacher", "distill")] if asked else []


def _together(args: argparse.Namespace) -> int | None:
    """Run the same command in several processes, if that is asked for and this is not one of them."""
    if args.devices == "1" or "RANK" in os.environ:
        return None
    from trainer.parallel.launch import count_devices, run_processes

    count = count_devices(args.devices)
    return None if count == 1 else run_processes(sys.argv[1:], count)


def _ended(run: Path, cancel: CancelToken, *, quiet: bool) -> int:
    """The exit status; the run's directory is the result."""
    if cancel.cancelled:
        console.say(f"rsd: stopped; `rsd train resume {run}` continues it")
        return 130
    if not quiet and os.environ.get("RANK", "0") == "0":
        print(run, flush=True)
    return 0


def run_tell(args: argparse.Namespace) -> int:
    """Leave a word for the trainer; 1 if none is at work there."""
    from rsd_app.core.errors import TrainingError
    from trainer.control import tell
    from trainer.run.run_dir import RunDir

    if RunDir.open(args.folder).state() != "running":
        raise TrainingError(args.folder, "is not being trained", f"`rsd train resume {args.folder}` continues it")
    tell(args.folder, args.word)
    return 0


def run_status(args: argparse.Namespace) -> int:
    """running, stopped or finished, and the newest figures."""
    import json

    from trainer.run.run_dir import RunDir

    run = RunDir.open(args.folder)
    facts = {"state": run.state(), "trained": run.last_event("trained"), "validated": run.last_event("validated")}
    if args.json:
        print(json.dumps(facts))
        return 0
    print(facts["state"])
    for event in (facts["trained"], facts["validated"]):
        if isinstance(event, dict):
            print(f"{event['stage']} {event['iteration']}: {event['event']}, {_figures(event['figures'])}")
    return 0


def run_evaluate(args: argparse.Namespace) -> int:
    """Measure the student as the app would run it, or the teacher in all its steps."""
    from trainer.export.model import export_run
    from trainer.metrics.pair_sets import find_set

    find_set(args.set)  # first: a wrong --set must not cost an export
    if args.role == "teacher" or args.steps:
        return quality.run(args, args.role, quality.array_enlarger(_sampler(args)))
    with tempfile.TemporaryDirectory(prefix="rsd-evaluate-") as folder:
        model = export_run(args.folder, Path(folder) / "student.safetensors", card=False)
        return quality.run(args, "student", quality.engine_enlarger(str(model), severity=args.severity, seed=args.seed))


def _sampler(args: argparse.Namespace) -> Callable[[Any, CancelToken], Any]:
    """The network of a run, sampled by the trainer."""
    from rsd_app.core.errors import ConfigError
    from trainer.models.sampling import Sampler
    from trainer.run.run_dir import RunDir
    from trainer.run.training import averaged_network, training_place

    run = RunDir.open(args.folder)
    network, _, _ = averaged_network(run, "distill" if args.role == "student" else "teacher")
    place = training_place(run.recipe(), args.device, run.autoencoder)
    steps = args.steps or place.process.steps
    if steps not in (1, place.process.steps) or (args.role == "student" and steps != 1):
        allowed = "1" if args.role == "student" else f"1 or {place.process.steps}"
        raise ConfigError("--steps", f"is {steps}", f"give {allowed}")
    return Sampler(network, place, steps=steps, seed=args.seed)


def run_export(args: argparse.Namespace) -> int:
    """Write the model file; its path on stdout."""
    from rsd_app.core.errors import ModelError
    from rsd_app.engine.library.installed import SUFFIX, user_models_dir
    from trainer.export.model import Labels, export_run, file_name

    labels = Labels(
        name=args.install or "",
        description=args.description,
        author=args.author,
        licence=args.licence,
        data_licence=args.data_licence,
    )
    destination = args.out
    if args.install is not None:
        destination = user_models_dir() / (file_name(args.install) + SUFFIX)
        if destination.exists() and not args.overwrite:
            raise ModelError(destination, "is installed already", "give another name, or --overwrite")
    if args.nice:
        console.lower_priority()
    with contextlib.ExitStack() as stack:
        as_onnx = destination.suffix.lower() == ".onnx"
        model = destination
        if as_onnx:
            model = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rsd-export-"))) / "model.safetensors"
        lesson = None
        if args.learn_auto is not None:
            lesson = stack.enter_context(train_estimator.lesson_of(args.learn_auto, args.device, console.say))
        export_run(
            args.folder,
            model,
            labels=labels,
            role=args.role,
            checkpoint=args.checkpoint,
            card=not as_onnx,
            lesson=lesson,
        )
        if as_onnx:
            from rsd_app.engine.convert.onnx_export import export_onnx

            difference = export_onnx(model, destination)
            console.say(f"held against torch: at most {difference:.1e} of the range apart")
    print(destination)
    return 0


def _emitter(as_json: bool) -> Callable[[TrainingEvent], None]:
    from trainer.events import Inspected, Sampled, Trained, to_line

    line = console.ProgressLine()

    def show(event: TrainingEvent) -> None:
        if as_json:
            print(to_line(event), flush=True)
        elif isinstance(event, Trained):
            left = event.remaining_s if event.run_remaining_s is None else event.run_remaining_s
            rest = "" if left is None else f"{console.in_words(left)} left, "
            speed = f"{event.samples_s:.0f} crops/s"
            line.show(f"{event.stage} {event.iteration}: {rest}{speed}, {_figures(event.figures)}")
        elif isinstance(event, Inspected):
            line.show(f"looking at the photos: {event.done} of {event.total}")
        elif not isinstance(event, Sampled):  # drawn after every save: nothing to tell
            line.clear()
            console.say(_in_words(event))

    return show


def _in_words(event: TrainingEvent) -> str:
    from trainer.events import Inspected, Noticed, Referred, RolledBack, RunEnded, Saved, StageStarted, Validated

    if isinstance(event, Noticed):
        return event.text
    if isinstance(event, RunEnded):
        return event.reason
    if isinstance(event, Referred):
        return f"{event.name}: on held-out samples {_figures(event.figures)}"
    if isinstance(event, Inspected):
        return f"{event.done} of {event.total} photos looked at"
    where = f"{event.stage} {event.iteration}: "
    if isinstance(event, StageStarted):
        return f"{where}starts, {event.samples_held_out} samples held out"
    if isinstance(event, Validated):
        return f"{where}on held-out samples {_figures(event.figures)}"
    if isinstance(event, Saved):
        return f"{where}saved to {event.path}"
    if isinstance(event, RolledBack):
        return f"{where}back from {event.from_iteration} with {event.rate_factor:g} of the rates: {event.reason}"
    return f"{where}{getattr(event, 'reason', type(event).__name__.lower())}"


def _figures(figures: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.4g}" for name, value in figures.items())
