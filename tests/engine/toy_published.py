"""Small networks of the paper family as model files of a library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import torch

from rsd_app.core.files.model_file import ModelHeader, ScheduleSpec, model_hash, write_model
from rsd_app.core.networks.published.swin_unet import SwinUNet
from rsd_app.core.networks.published.vq_autoencoder import VqAutoencoder
from tests.core.networks.published import drawn

SCHEDULE = ScheduleSpec(steps=4, power=0.3, kappa=2.0, min_noise_level=0.2, sigma_data=1.0)
HEADER = ModelHeader(
    name="toy", family="paper", role="student", scale=4, schedule=SCHEDULE, network={}, codec="vq_f4",
    severity=False, licence="CC0", created="2026-11-24",
)  # fmt: skip
TOY_UNET = {"base_channels": 32, "multipliers": [1, 1], "blocks": 1, "swin_width": 32}
TOY_VQ = {"base_channels": 32, "multipliers": [1, 1, 1], "blocks": 1, "codes": 64}


def toy_unet(noise_channels: int = 0) -> SwinUNet:
    return drawn(SwinUNet(noise_channels=noise_channels, **TOY_UNET))  # type: ignore[arg-type]


def toy_vq() -> VqAutoencoder:
    vq = drawn(VqAutoencoder(**TOY_VQ))  # type: ignore[arg-type]
    with torch.no_grad():
        vq.quantize.embedding.weight.mul_(0.3)  # closer together, so that small changes of a latent show
    return vq


def write_toy(library: Path, role: str = "student", noise_channels: int = 1, name: str = "toy") -> Path:
    """A network and its autoencoder; returns the network's file."""
    (library / "autoencoders").mkdir(parents=True, exist_ok=True)
    vq_path = library / "autoencoders" / "vq-f4-toy.safetensors"
    if not vq_path.exists():
        header = replace(HEADER, name="VQ-f4 toy", role="autoencoder", network=TOY_VQ)
        write_model(vq_path, header, dict(toy_vq().named_parameters()))
    arguments = {**TOY_UNET, "noise_channels": noise_channels}
    header = replace(HEADER, role=role, network=arguments, autoencoder=model_hash(vq_path))  # type: ignore[arg-type]
    path = library / f"{name}.safetensors"
    write_model(path, header, dict(toy_unet(noise_channels).named_parameters()))
    return path
