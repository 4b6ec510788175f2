"""The network of a recipe, whatever its family, as parts that a stage is given: built, read and copied."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import torch
from torch import Tensor

from rsd_app.core.errors import ConfigError, RsdError, TrainingError
from rsd_app.core.files.model_file import model_hash, read_model
from rsd_app.core.networks.codecs import Codec
from rsd_app.core.networks.families import FAMILIES
from rsd_app.core.networks.family import LatentNetwork as Network
from trainer.config import Recipe

__all__ = [
    "Network",
    "check_autoencoder",
    "fill_network",
    "make_codec",
    "make_network",
    "noise_channels",
    "student_from_teacher",
    "teacher_from_student",
]


def make_network(recipe: Recipe, *, noise_channels: int) -> Network:
    """A fresh network of a recipe, seeded by it."""
    arguments = recipe.section.arguments() | {"noise_channels": noise_channels}
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(recipe.seed)
        role, steps = "student" if noise_channels else "teacher", recipe.schedule.steps
        network = FAMILIES[recipe.family].build(arguments, role=role, scale=recipe.scale, steps=steps)
    return network.to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def student_from_teacher(teacher: Network, student: Network) -> Network:
    """Copy a network's weights into one with more noise channels, whose extra input weights start at zero."""
    name, weights = teacher.first_weight, teacher.state_dict()
    first = torch.zeros_like(student.state_dict()[name])
    first[:, : weights[name].shape[1]] = weights[name]
    student.load_state_dict(weights | {name: first})
    return student


def teacher_from_student(student: Network, teacher: Network) -> Network:
    """Copy a student's weights into a teacher, which has no noise channels: a start that knows the pictures already."""
    name, weights = teacher.first_weight, student.state_dict()
    teacher.load_state_dict(weights | {name: weights[name][:, : teacher.state_dict()[name].shape[1]]})
    return teacher


def noise_channels(weights: Mapping[str, Tensor], recipe: Recipe) -> int:
    """How many a network of a recipe has, by its weights: the inputs that a teacher's first one lacks."""
    with torch.device("meta"):
        teacher = make_network(recipe, noise_channels=0)
    name = teacher.first_weight
    return int(weights[name].shape[1] - teacher.get_parameter(name).shape[1])


def fill_network(network: Network, tensors: Mapping[str, Tensor], subject: str) -> Network:
    """Give a network the weights of a model file, in float32.

    Raises:
        TrainingError: they do not fit.
    """
    try:
        network.fill(tensors)
    except RuntimeError as error:
        raise TrainingError(subject, f"its weights do not fit ({error})", "get the file again") from error
    return network


def make_codec(recipe: Recipe, autoencoder: Path | None, device: torch.device) -> Codec:
    """Between images and latents: without parameters, or a frozen autoencoder in float32.

    Raises:
        ConfigError: the family needs an autoencoder, and none is given.
        ModelError: its file is damaged or none.
        TrainingError: its weights do not fit it.
    """
    family = FAMILIES[recipe.family]
    if autoencoder is None or not family.own_autoencoder:
        return family.build_codec(recipe.section.arguments(), recipe.scale)
    header, tensors = read_model(autoencoder)
    try:
        codec = family.build_autoencoder(header.network)
        codec.load_state_dict({name: tensor.float() for name, tensor in tensors.items()})
    except (TypeError, RuntimeError, RsdError) as error:
        raise TrainingError(autoencoder, f"is no autoencoder that fits ({error})", "import it again") from error
    return cast(Codec, codec.requires_grad_(False).eval().to(device))


def check_autoencoder(path: Path | None, wanted: str, teacher: str) -> None:
    """Hold that an autoencoder is the one that a teacher was trained with.

    Raises:
        ConfigError: none is given, or it is another one.
    """
    if path is None:
        raise ConfigError("autoencoder", f"of {teacher} is missing", "import the teacher and it: rsd models import")
    if model_hash(path) != wanted:
        raise ConfigError(path, f"is not the autoencoder that {teacher} was trained with", "give that one")
