"""The networks of both families, as parts that a stage is given: built, read, copied and stored."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from rsd_app.core.errors import ConfigError, RsdError, TrainingError
from rsd_app.core.files.model_file import ModelHeader, NetworkValue, model_hash, read_model
from rsd_app.core.networks.codecs import Codec, SpaceToDepth
from rsd_app.core.networks.compact.compact_unet import CompactUNet
from rsd_app.core.networks.published.swin_unet import SwinUNet
from rsd_app.core.networks.published.vq_autoencoder import VqAutoencoder
from trainer.config import NetworkConfig, Recipe, SwinConfig

Network = CompactUNet | SwinUNet

NOT_OF_RECIPES = ("noise_channels", "latent_channels", "estimator")  # arguments of a network that no recipe sets


def make_network(recipe: Recipe, *, noise_channels: int) -> Network:
    """A fresh network of a recipe, seeded by it."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(recipe.seed)
        if recipe.family == "paper":
            s = recipe.swin
            return SwinUNet(
                noise_channels=noise_channels,
                base_channels=s.base_channels,
                multipliers=s.multipliers,
                blocks=s.blocks,
                swin_width=s.swin_width,
                head_channels=s.head_channels,
                window=s.window,
                mlp_ratio=s.mlp_ratio,
                image_size=s.image_size,
            )
        network = CompactUNet(
            latent_channels=3 * recipe.period**2,
            noise_channels=noise_channels,
            steps=recipe.schedule.steps,
            **dataclasses.asdict(recipe.network),
        )
    return network.to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def student_from_teacher(teacher: Network, student: Network) -> Network:
    """Copy a network's weights into one with more noise channels, whose extra input weights start at zero."""
    name = _first_weight(teacher)
    weights = teacher.state_dict()
    first = torch.zeros_like(student.state_dict()[name])
    first[:, : weights[name].shape[1]] = weights[name]
    student.load_state_dict(weights | {name: first})
    return student


def teacher_from_student(student: Network, teacher: Network) -> Network:
    """Copy a student's weights into a teacher, which has no noise channels: a start that knows the pictures already."""
    name = _first_weight(teacher)
    weights = student.state_dict()
    teacher.load_state_dict(weights | {name: weights[name][:, : teacher.state_dict()[name].shape[1]]})
    return teacher


def _first_weight(network: Network) -> str:
    """The name of the weight whose last inputs are the noise channels."""
    return "stem.weight" if isinstance(network, CompactUNet) else "input_blocks.0.0.weight"


def noise_channels(network: Mapping[str, Tensor], recipe: Recipe) -> int:
    """How many a network of a recipe's family has, by its tensors."""
    others = 3 + 3 if recipe.family == "paper" else 3 * recipe.period**2 + 3 * recipe.network.fold**2
    first = "input_blocks.0.0.weight" if recipe.family == "paper" else "stem.weight"
    return int(network[first].shape[1]) - others


def fill_network(network: Network, tensors: Mapping[str, Tensor], subject: str) -> Network:
    """Give a network the weights of a model file, in float32.

    Raises:
        TrainingError: they do not fit.
    """
    constants = dict(network.named_buffers()) if isinstance(network, SwinUNet) else {}  # not in the file: they follow
    try:
        network.load_state_dict(constants | {name: tensor.float() for name, tensor in tensors.items()})
    except RuntimeError as error:
        raise TrainingError(subject, f"its weights do not fit ({error})", "get the file again") from error
    return network


def stored_tensors(network: Network) -> dict[str, Tensor]:
    """What a model file holds: of the compact family in bfloat16, of the published one as it was trained."""
    if isinstance(network, SwinUNet):
        return {name: parameter.detach() for name, parameter in network.named_parameters()}
    return {name: tensor.to(torch.bfloat16) for name, tensor in network.state_dict().items()}


def network_arguments(recipe: Recipe) -> dict[str, NetworkValue]:
    """What a header says of the network, but for the student's noise channel."""
    if recipe.family == "paper":
        s = recipe.swin
        return {
            "base_channels": s.base_channels,
            "multipliers": list(s.multipliers),
            "blocks": s.blocks,
            "swin_width": s.swin_width,
            "head_channels": s.head_channels,
            "window": s.window,
            "mlp_ratio": s.mlp_ratio,
            "image_size": s.image_size,
        }
    n = recipe.network
    told: dict[str, NetworkValue] = {
        "widths": list(n.widths),
        "blocks": list(n.blocks),
        "condition_dim": n.condition_dim,
    }
    return told if n.fold == 1 else told | {"fold": n.fold}


def network_configs(header: ModelHeader) -> tuple[NetworkConfig, SwinConfig]:
    """The reverse: settings of a recipe from a header; those of the other family as by default."""
    n = {name: tuple(value) if isinstance(value, list) else value for name, value in header.network.items()}
    known = {name: value for name, value in n.items() if name not in NOT_OF_RECIPES}
    if header.family == "compact":
        return NetworkConfig(**known), SwinConfig()  # type: ignore[arg-type]
    return NetworkConfig(), SwinConfig(**known)  # type: ignore[arg-type]


def make_codec(recipe: Recipe, autoencoder: Path | None, device: torch.device) -> Codec:
    """Between images and latents: without parameters, or a frozen autoencoder in float32.

    Raises:
        ConfigError: the family needs an autoencoder, and none is given.
        ModelError: its file is damaged or none.
        TrainingError: its weights do not fit it.
    """
    if recipe.family == "compact":
        return SpaceToDepth(recipe.scale, recipe.network.fold)
    if autoencoder is None:
        raise ConfigError("autoencoder", "is missing, and the family paper works in its latents", "start with --from")
    header, tensors = read_model(autoencoder)
    try:
        codec = VqAutoencoder(**header.network)  # type: ignore[arg-type]
        codec.load_state_dict({name: tensor.float() for name, tensor in tensors.items()})
    except (TypeError, RuntimeError, RsdError) as error:
        raise TrainingError(autoencoder, f"is no autoencoder that fits ({error})", "import it again") from error
    return codec.requires_grad_(False).eval().to(device)


def check_autoencoder(path: Path | None, wanted: str, teacher: str) -> None:
    """Hold that an autoencoder is the one that a teacher of the paper family was trained with.

    Raises:
        ConfigError: none is given, or it is another one.
    """
    if path is None:
        raise ConfigError("autoencoder", f"of {teacher} is missing", "import the teacher and it: rsd models import")
    if model_hash(path) != wanted:
        raise ConfigError(path, f"is not the autoencoder that {teacher} was trained with", "give that one")
