"""A tiny model file for tests of the engine: seeded weights, every path of the network alive."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from rsd_app.core.files.model_file import ModelHeader, ScheduleSpec, read_model, write_model
from rsd_app.core.networks.compact.compact_unet import CompactUNet
from rsd_app.core.networks.compact.severity_estimator import SeverityEstimator

SCHEDULE = ScheduleSpec(steps=4, power=0.3, kappa=0.5, min_noise_level=0.04, sigma_data=1.0)
NETWORK: dict[str, Any] = {"widths": [16, 16, 16], "blocks": [1, 1, 1], "condition_dim": 8}


def toy_network(noise_channels: int = 1, fold: int = 1, shape: Mapping[str, Any] | None = None) -> CompactUNet:
    """A student for ×4 with weights large enough that noise, severity and realism show in eight bits.

    Args:
        shape: what differs from `NETWORK`.
    """
    torch.manual_seed(7)
    arguments = NETWORK | dict(shape or {})
    network = CompactUNet(latent_channels=48, noise_channels=noise_channels, steps=4, fold=fold, **arguments)
    with torch.no_grad():
        for p in network.parameters():
            p.add_(0.05 * torch.randn_like(p))
    return network.eval()


def write_plain_model(path: Path, drift: float = 0.0) -> Path:
    """A model that enlarges bicubically and nothing else; returns the path.

    Args:
        drift: added to all colours, of the range 0 to 1.
    """
    network = toy_network()
    with torch.no_grad():
        network.head.weight.zero_()
        network.head.bias.fill_(2 * drift)
    return _write(path, network)


def write_toy_model(path: Path, noise_channels: int = 1, fold: int = 1, shape: Mapping[str, Any] | None = None) -> Path:
    """Write it as a model file; returns the path.

    Args:
        fold: 2 enlarges twice.
        shape: what differs from `NETWORK`.
    """
    return _write(path, toy_network(noise_channels, fold, shape), shape)


def write_estimating_model(path: Path, severity: float) -> Path:
    """The toy model with an estimator to which this severity, in (0, 0.5), is the cheapest of every photo."""
    told = [0.0, 0.05, 0.15, 0.3, 0.5]
    write_toy_model(path, 2)
    header, tensors = read_model(path)
    estimator = SeverityEstimator(2 * 48, told)
    with torch.no_grad():
        estimator.costs.weight.zero_()
        estimator.costs.bias.copy_((torch.tensor(told).sqrt() - severity**0.5).square())
    tensors |= {f"estimator.{name}": tensor for name, tensor in estimator.state_dict().items()}
    write_model(path, dataclasses.replace(header, network=dict(header.network) | {"estimator": told}), tensors)
    return path


def _write(path: Path, network: CompactUNet, shape: Mapping[str, Any] | None = None) -> Path:
    arguments = (
        NETWORK | dict(shape or {}) | ({"noise_channels": network.noise_channels} if network.noise_channels > 1 else {})
    )
    arguments |= {"fold": network.fold} if network.fold > 1 else {}
    header = ModelHeader(
        name="toy", family="compact", role="student", scale=4 // network.fold, schedule=SCHEDULE, network=arguments,
        codec="space_to_depth", severity=True, licence="CC0", created="2026-11-24",
    )  # fmt: skip
    write_model(path, header, network.state_dict())
    return path
