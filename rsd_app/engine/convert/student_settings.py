"""Settings of a finished student that its file can still change: what auto means, and how much noise full realism is.

Both change a file's weights, and nothing else has to know of them.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

import torch
from torch import Tensor

from rsd_app.core.diffusion.process import ResidualShifting
from rsd_app.core.errors import ConfigError, ModelError
from rsd_app.core.files.model_file import ModelHeader, ScheduleSpec, read_model, write_model
from rsd_app.engine.render.compact.model import build_compact

MOST_NOISE = 2.0  # times that of the training: beyond it the results fall apart


def settle(path: Path, *, severity: float | None = None, full_realism: float | None = None) -> None:
    """Write both into the model in a file, or the one that is given. Its curve of trust goes: it was of other pictures.

    Args:
        severity: in [0, 1]: assumed where the user gives none; replaces an estimator.
        full_realism: times the noise that full realism was: r gives then what this times r would have given.

    Raises:
        ConfigError: one is out of its range; the file is as it was.
        ModelError: the file is damaged, no student of the compact family, knows no severity, or cannot be written.
    """
    if severity is not None and not 0 <= severity <= 1:
        raise ConfigError("--auto-severity", f"is {severity:g}", "give a number from 0 to 1")
    if full_realism is not None and not 0 < full_realism <= MOST_NOISE:
        problem, remedy = f"is {full_realism:g}", f"give a number above 0, at most {MOST_NOISE:g}"
        raise ConfigError("--full-realism", problem, remedy)
    header, tensors = read_model(path)
    if header.family != "compact" or header.role != "student":
        raise ModelError(path, "is no student of the compact family", "give one")
    if severity is not None:
        if not header.severity:
            raise ModelError(path, "knows no severity", "it takes every photo alike")
        network, name = build_compact(header, tensors, path), "condition.unknown"
        network.condition.settle_unknown(severity)
        tensors |= {name: network.condition.unknown.detach().to(tensors[name].dtype)}
        # From now on it is for all photos, and what was estimated of them was seen through the other vector.
        tensors = {name: tensor for name, tensor in tensors.items() if not name.startswith("estimator.")}
        arguments = {name: value for name, value in header.network.items() if name != "estimator"}
        header = dataclasses.replace(header, network=arguments)
    if full_realism is not None:
        header, tensors = _at_full_realism(header, tensors, path, full_realism)
    write_model(path, dataclasses.replace(header, trust=None), tensors)


def _at_full_realism(
    header: ModelHeader, tensors: dict[str, Tensor], path: Path, gain: float
) -> tuple[ModelHeader, dict[str, Tensor]]:
    """The prior's noise grows with kappa, the student's own, and its realism, with their kernels.

    The kernels of z_t make up for the other scale of the input.
    """
    schedule = dataclasses.replace(header.schedule, kappa=header.schedule.kappa * gain)
    weight = tensors["stem.weight"].float()
    latent = 3 * (header.scale * header.fold) ** 2
    own = build_compact(header, tensors, path).noise_channels
    weight[:, :latent] *= _input_scale(header.schedule) / _input_scale(schedule)
    weight[:, weight.shape[1] - own :] *= gain
    stem = {"stem.weight": weight.to(tensors["stem.weight"].dtype)}
    return dataclasses.replace(header, schedule=schedule), tensors | stem


def _input_scale(schedule: ScheduleSpec) -> float:
    """What z_{T-1} is multiplied by before the network sees it."""
    process = ResidualShifting.from_spec(schedule)
    one = torch.ones(1, 1, 1, 1, dtype=torch.float64)
    return float(process.scale_input(one, torch.tensor([process.last])))
