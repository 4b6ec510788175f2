"""Small networks of the published kind, with weights drawn from their parameters' names."""

from __future__ import annotations

import zlib
from typing import TypeVar

import numpy as np
import torch
from torch import nn

from rsd_app.core.networks.published.swin_unet import SwinUNet
from rsd_app.core.networks.published.vq_autoencoder import VqAutoencoder

Net = TypeVar("Net", bound=nn.Module)
TINY_UNET = {"base_channels": 32, "blocks": 1, "swin_width": 64}
TINY_VQ = {"base_channels": 32, "codes": 256}


def drawn(network: Net) -> Net:
    """Give a network the weights of the reference."""
    for name, parameter in network.named_parameters():
        rng = np.random.Generator(np.random.PCG64(zlib.crc32(name.encode())))
        values = rng.standard_normal(tuple(parameter.shape), dtype=np.float32)
        values *= np.float32(0.04 if parameter.dim() > 1 else 0.1)
        if parameter.dim() == 1 and name.endswith("weight"):
            values += 1
        if name == "quantize.embedding.weight":
            values *= 25
        parameter.data = torch.from_numpy(values)
    return network.eval()


def tiny_unet(noise_channels: int = 0) -> SwinUNet:
    return drawn(SwinUNet(noise_channels=noise_channels, **TINY_UNET))


def tiny_vq() -> VqAutoencoder:
    return drawn(VqAutoencoder(**TINY_VQ))
