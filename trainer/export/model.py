"""From a run directory to a model file with its card."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rsd_app import __version__
from rsd_app.core.errors import ConfigError, ModelError, TrainingError
from rsd_app.core.files.model_file import (
    ModelHeader,
    ScheduleSpec,
    TrainingFacts,
    model_hash,
    read_header,
    write_model,
)
from rsd_app.core.networks.families import FAMILIES
from trainer.config import Recipe
from trainer.export.model_card import write_card
from trainer.export.severity_estimator import Lesson, teach, with_estimator
from trainer.run.run_dir import RunDir
from trainer.run.sources import sources_of
from trainer.run.training import averaged_network


@dataclass(frozen=True, kw_only=True)
class Labels:
    """What a model says of itself to people, as its maker states it.

    Args:
        name: the recipe's by default.
        description: the recipe's by default.
        licence: of the model; it follows from that of the photos.
        data_licence: of the photos.
    """

    name: str = ""
    description: str = ""
    author: str = ""
    licence: str = ""
    data_licence: str = ""


UNLABELLED = Labels()


def export_run(
    run: Path,
    destination: Path,
    *,
    labels: Labels = UNLABELLED,
    role: str = "student",
    checkpoint: str = "newest",
    card: bool = True,
    lesson: Lesson | None = None,
) -> Path:
    """Write the averaged student (or teacher) of a run as a model file and its card.

    Args:
        role: student or teacher.
        checkpoint: newest, or best: the one with the best held-out figures.
        card: write the model card and the sheet of samples beside it.
        lesson: in which the student learns from the run's photos what auto means; it keeps that where it is
            better so. None: it does not.

    Returns:
        `destination`.

    Raises:
        TrainingError: the run has no checkpoint of that stage yet, or no photos for a lesson.
        ConfigError: a lesson for a teacher, or of too few crops.
        ModelError: the file cannot be written.
        Cancelled: by the lesson; there is no file.
    """
    place = RunDir.open(run)
    recipe = place.recipe()
    stage = "distill" if role == "student" else "teacher"
    network, iteration, seconds = averaged_network(place, stage, best=checkpoint == "best")
    iterations = {stage: iteration}
    if role == "student" and place.checkpoints().paths("teacher"):
        _, of_teacher, teacher_seconds = averaged_network(place, "teacher")
        iterations, seconds = {"teacher": of_teacher} | iterations, seconds + teacher_seconds
    held_out = _held_out(place, stage, iteration)
    facts = TrainingFacts(
        trainer_version=__version__,
        recipe=recipe.name,
        iterations=iterations,
        data=_data_summary(place),
        data_licence=labels.data_licence,
        metrics={f"held_out_{figure}": value for figure, value in held_out.get("this model", {}).items()},
        seconds=seconds,
    )
    if labels.description:
        recipe = dataclasses.replace(recipe, description=labels.description)
    header = _header(recipe, role, facts, labels)
    if header.traits.own_autoencoder:
        header = _with_autoencoder(header, place)
    arguments = dict(header.network) | header.traits.noise_argument(network.noise_channels)
    header, tensors = dataclasses.replace(header, network=arguments), network.stored()
    if lesson is not None:
        if role != "student":
            raise ConfigError("--learn-auto", "is for students, and this is a teacher", "leave it out")
        estimator, learned = teach(network, recipe, sources_of(place).photos, lesson)
        if learned.worth_it:
            header, tensors = with_estimator(header, tensors, estimator)
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        write_model(destination, header, tensors)
        if card:
            samples = place.path / "samples" / f"{stage}.png"
            write_card(destination, header, recipe, held_out=held_out, samples=samples)
    except OSError as error:
        raise ModelError(destination, f"cannot be written: {error}", "check the folder and its space") from error
    return destination


def _header(recipe: Recipe, role: str, facts: TrainingFacts, labels: Labels) -> ModelHeader:
    family = FAMILIES[recipe.family]
    return ModelHeader(
        name=labels.name or recipe.name,
        description=recipe.description,
        family=recipe.family,
        role="student" if role == "student" else "teacher",
        scale=recipe.scale,
        schedule=ScheduleSpec(**dataclasses.asdict(recipe.schedule)),
        network=recipe.section.arguments(),
        codec=family.codec,
        severity=family.severity,
        licence=labels.licence,
        author=labels.author,
        training=facts,
        created=datetime.now(tz=UTC).date().isoformat(),
    )


def _with_autoencoder(header: ModelHeader, place: RunDir) -> ModelHeader:
    """What a family with a learned codec has beside: that, and the licence of what it was made from."""
    if place.autoencoder is None:
        raise TrainingError(place.path, "has lost its autoencoder.safetensors", "put it back from the library")
    return dataclasses.replace(
        header,
        autoencoder=model_hash(place.autoencoder),
        licence=header.licence or read_header(place.start).licence,
    )


def file_name(name: str) -> str:
    """A name for people as the name of a file: letters, digits, dots and dashes."""
    return re.sub(r"[^\w.-]+", "-", name.strip()).strip("-.") or "model"


def _data_summary(place: RunDir) -> str:
    """Names of the folders, not their paths: a model is shared, a user's disk is not."""
    folders = "folders " + ", ".join(folder.name for folder in place.data())
    chosen = place.sources()
    counts = [f"{len(chosen['photos'])} photos" if chosen["photos"] else ""]
    counts += [f"{len(chosen['pairs'])} pairs" if chosen["pairs"] else ""]
    return f"{', '.join(count for count in counts if count)} of the {folders}"


def _held_out(place: RunDir, stage: str, iteration: int) -> dict[str, dict[str, float]]:
    """Held-out figures of the start and of an iteration, where they were measured."""
    found: dict[str, dict[str, float]] = {}
    for event in place.events():
        if event["event"] == "validated" and event["stage"] == stage:
            if event["iteration"] == 0:
                found["start"] = event["figures"]
            if event["iteration"] == iteration:
                found["this model"] = event["figures"]
    return found
