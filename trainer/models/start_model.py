"""A model file to start a training from: a student to be tuned, or a teacher to be distilled."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from rsd_app.core.errors import ConfigError
from rsd_app.core.files.model_file import ModelHeader, read_model
from trainer.config import Recipe, ScheduleConfig
from trainer.models.build import Network, fill_network, make_network, student_from_teacher


@dataclass(frozen=True)
class StartModel:
    """What a training starts from."""

    header: ModelHeader
    tensors: dict[str, Tensor]

    @property
    def is_teacher(self) -> bool:
        """Whether this is a teacher rather than a student."""
        return self.header.role == "teacher"

    def trains_teacher(self, recipe: Recipe) -> bool:
        """Whether a teacher is made of it first, as a student of a method that needs one."""
        return not self.is_teacher and recipe.method != "direct"

    def network(self, recipe: Recipe) -> Network:
        """Its network, in float32; a student that is to learn realism gets the channel for it.

        Raises:
            TrainingError: the weights do not fit what the file says of itself.
        """
        channels = self.header.traits.noise_channels(self.header.network, self.header.role)
        network = fill_network(make_network(recipe, noise_channels=channels), self.tensors, self.header.name)
        if self.is_teacher or channels >= recipe.student_channels:
            return network
        return student_from_teacher(network, make_network(recipe, noise_channels=recipe.student_channels))


def read_start(path: Path, recipe: Recipe) -> tuple[StartModel, Recipe]:
    """Read a model and give the recipe its network and schedule, which cannot be others.

    Raises:
        ConfigError: it is of another scale or family, or of a role that the method has no use for.
        ModelError: no model, or damaged.
    """
    header, tensors = read_model(path)
    if header.family != recipe.family:
        problem = f"is of the family {header.family}, the recipe {recipe.name} of the family {recipe.family}"
        remedy = f"take --recipe {header.traits.recipe}, or give a model of the family {recipe.family}"
        raise ConfigError(f"--from {path}", problem, remedy)
    refolds = header.scale != recipe.scale and header.fold == 1 and header.scale == recipe.period
    if not refolds and (header.scale, header.scale * header.fold) != (recipe.scale, recipe.period):
        problem = f"enlarges {header.scale} times, the recipe {recipe.scale} times"
        raise ConfigError(f"--from {path}", problem, f"give a model of scale {recipe.scale}, or --set scale=…")
    if header.traits.severity and not header.severity:
        raise ConfigError(f"--from {path}", "has no severity input", "give a model that this trainer made")
    if header.role == "student" and recipe.method != "direct" and not header.traits.teacher_from_student:
        problem = f"is a student, and the method {recipe.method} starts from a teacher"
        raise ConfigError(f"--from {path}", problem, "give a teacher")
    if header.role == "student" and recipe.method != "direct" and recipe.teacher.iterations == 0:
        problem = f"is a student, and the method {recipe.method} needs a teacher, which this recipe does not train"
        raise ConfigError(f"--from {path}", problem, "give a teacher, or take --recipe finetune")
    if header.role == "teacher" and recipe.method == "teacher":
        raise ConfigError(f"--from {path}", "is a finished teacher", "distil it: --recipe rsd")
    # An estimator is of the finished student's results: a new student needs a new one.
    tensors = {name: tensor for name, tensor in tensors.items() if not name.startswith("estimator.")}
    if refolds:
        tensors = folded_start(tensors, recipe)
        header = dataclasses.replace(header, scale=recipe.scale)
    recipe = dataclasses.replace(recipe, schedule=ScheduleConfig(**dataclasses.asdict(header.schedule)))
    if recipe.growth == "blocks":
        channels = header.traits.noise_channels(header.network, header.role)
        tensors = grown_start(tensors, make_network(recipe, noise_channels=channels), f"--from {path}")
    else:
        arguments = dict(header.network) | ({"fold": recipe.section.fold} if refolds else {})
        recipe = recipe.with_section(recipe.section.of_arguments(arguments))
    return StartModel(header, tensors), recipe


def grown_start(tensors: Mapping[str, Tensor], network: Network, subject: str) -> dict[str, Tensor]:
    """The weights of a network for a larger one of the same widths, which draws the same pictures at first.

    The second convolution of each new residual block is nothing, and so is the head of a new tail.

    Args:
        network: the larger one, as it begins without a start.

    Raises:
        ConfigError: the weights belong to a network of other widths, or of more blocks.
    """
    grown = {}
    for name, first in network.state_dict().items():
        if name not in tensors:
            grown[name] = torch.zeros_like(first) if ".conv2." in name and not name.startswith("tail.") else first
        elif tensors[name].shape == first.shape:
            grown[name] = tensors[name].float()
        else:
            problem = f"has {name} of {tuple(tensors[name].shape)}, the recipe of {tuple(first.shape)}"
            raise ConfigError(subject, problem, "give the recipe the same network.widths")
    if missing := tensors.keys() - grown.keys():
        raise ConfigError(subject, f"has {min(missing)}, the recipe has not", "give the recipe as many blocks or more")
    return grown


def folded_start(tensors: Mapping[str, Tensor], recipe: Recipe) -> dict[str, Tensor]:
    """A network that enlarges n times as the start of one that enlarges n / fold times.

    At first it sees the mean of the `fold`² pixels for each of its places, and draws as many as before.
    """
    fold, latent = recipe.section.fold, 3 * recipe.period**2
    stem = tensors["stem.weight"]
    seen = stem[:, latent : latent + 3].repeat_interleave(fold**2, dim=1) / fold**2
    return dict(tensors) | {"stem.weight": torch.cat([stem[:, :latent], seen, stem[:, latent + 3 :]], dim=1)}
