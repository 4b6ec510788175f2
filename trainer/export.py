"""From a run directory to a model file."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import torch

from rsd_app import __version__
from rsd_app.core.model_file import ModelHeader, ScheduleSpec, TrainingFacts, write_model
from trainer.run import averaged_network
from trainer.run_dir import RunDir


def export_run(run: Path, destination: Path, *, licence: str = "", author: str = "", role: str = "student") -> Path:
    """Write the averaged student (or teacher) of a run as a model file, weights in bfloat16.

    Args:
        licence: of the model, as its user states it; it follows from that of the photos.
        role: student or teacher.

    Returns:
        `destination`.

    Raises:
        TrainingError: the run has no checkpoint of that stage yet.
        ModelError: the file cannot be written.
    """
    place = RunDir.open(run)
    recipe = place.recipe()
    network, iteration, seconds = averaged_network(place, "distill" if role == "student" else "teacher")
    iterations = {"distill": iteration}
    teacher = averaged_network(place, "teacher") if role == "student" else (network, iteration, 0.0)
    iterations = {"teacher": teacher[1]} | (iterations if role == "student" else {})
    header = ModelHeader(
        name=recipe.name,
        description=recipe.description,
        family="compact",
        role="student" if role == "student" else "teacher",
        scale=recipe.scale,
        schedule=ScheduleSpec(
            steps=recipe.schedule.steps,
            power=recipe.schedule.power,
            kappa=recipe.schedule.kappa,
            min_noise_level=recipe.schedule.min_noise_level,
            sigma_data=recipe.schedule.sigma_data,
        ),
        network={
            "widths": list(recipe.network.widths),
            "blocks": list(recipe.network.blocks),
            "condition_dim": recipe.network.condition_dim,
        },
        codec="space_to_depth",
        severity=True,
        licence=licence,
        author=author,
        training=TrainingFacts(
            trainer_version=__version__,
            recipe=recipe.name,
            iterations=iterations,
            data=_data_summary(place),
            metrics=_last_figures(place),
            seconds=seconds + teacher[2],
        ),
        created=datetime.now(tz=UTC).date().isoformat(),
    )
    tensors = {name: tensor.to(torch.bfloat16) for name, tensor in network.state_dict().items()}
    destination.parent.mkdir(parents=True, exist_ok=True)
    write_model(destination, header, tensors)
    return destination


def _data_summary(place: RunDir) -> str:
    """Names of the folders, not their paths: a model is shared, a user's disk is not."""
    return "folders " + ", ".join(folder.name for folder in place.data())


def _last_figures(place: RunDir) -> dict[str, float]:
    """The newest figures on the held-out crops."""
    figures: dict[str, float] = {}
    for line in (place.path / "events.jsonl").read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        if event["event"] == "validated":
            figures = {f"held_out_{name}": value for name, value in event["figures"].items()}
    return figures
