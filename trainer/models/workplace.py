"""Where a stage works, what it is given, and what it draws at random."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from rsd_app.core.diffusion.process import ResidualShifting
from rsd_app.core.networks.codecs import Codec
from rsd_app.core.networks.compact.compact_unet import UNKNOWN_SEVERITY
from trainer.config import Recipe
from trainer.models.build import Network, make_codec
from trainer.models.enlarged_latent import enlarged_latent


@dataclass(frozen=True)
class Batch:
    """A training batch on the device, images in [-1, 1]."""

    hq: Tensor  # (B, 3, s·h, s·w)
    lq: Tensor  # (B, 3, h, w)
    severity: Tensor  # (B,), negative where it is hidden from the network
    target: Tensor | None = None  # what a student's picture is held against, where it is not hq; as hq

    @property
    def wanted(self) -> Tensor:
        """What a student's picture is held against: (B, 3, s·h, s·w)."""
        return self.hq if self.target is None else self.target

    def split(self, parts: int) -> list[tuple[Batch, float]]:
        """Smaller batches and their shares of this one: gradients add up to the same."""
        tensors = (self.hq, self.lq, self.severity, *(() if self.target is None else (self.target,)))
        pieces = zip(*(x.chunk(parts) for x in tensors), strict=True)
        return [(Batch(*piece), len(piece[0]) / len(self.hq)) for piece in pieces]


DAMAGED = 0.03  # severity from which on full realism is asked; auto seldom estimates less for a damaged photo
NONE_AT_ALL = 0.25


@dataclass(frozen=True)
class Workplace:
    """Where a stage works: device, precision, the process and the codec."""

    device: torch.device
    dtype: torch.dtype  # of autocast; float32 for none
    process: ResidualShifting
    codec: Codec

    @contextlib.contextmanager
    def autocast(self) -> Iterator[None]:
        """Mixed precision, where the device gains by it."""
        with torch.autocast(self.device.type, self.dtype, enabled=self.dtype != torch.float32):
            yield

    def latents(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """z0 and z_lq of a batch."""
        return self.codec.encode(batch.hq), enlarged_latent(batch.lq, self.codec)


def make_workplace(
    recipe: Recipe, device: torch.device, dtype: torch.dtype, autoencoder: Path | None = None
) -> Workplace:
    """The process and the codec of a recipe, on a device; see `trainer.models.build.make_codec`."""
    process = ResidualShifting.from_spec(recipe.schedule)
    return Workplace(device, dtype, process, make_codec(recipe, autoencoder, device))


def normal_like(latent: Tensor, generator: torch.Generator) -> Tensor:
    """Normal noise of a latent's shape (B, C, h, w) and layout: drawn in the order of its memory, not turned later."""
    if latent.is_contiguous():
        return torch.randn(latent.shape, generator=generator, device=latent.device)
    batch, channels, height, width = latent.shape
    noise = torch.randn((batch, height, width, channels), generator=generator, device=latent.device)
    return noise.permute(0, 3, 1, 2)


def scaled_noise(like: Tensor, generator: torch.Generator, realism: Tensor | None) -> Tensor:
    """Noise of a latent's size, as much of it as the realism (B,) says; None: all."""
    noise = normal_like(like, generator)
    return noise if realism is None else noise * realism.view(-1, 1, 1, 1)


def own_noise(
    network: Network, like: Tensor, generator: torch.Generator, realism: Tensor | None = None
) -> Tensor | None:
    """What a student takes beside the latent: its noise and, where it knows it, its realism; None for a teacher.

    Args:
        like: a latent (B, C, h, w), for the sizes.
        realism: (B,) in [0, 1]: how much of the noise there is; None: all of it.
    """
    if not network.noise_channels:
        return None
    noise = torch.randn((len(like), 1, *like.shape[2:]), generator=generator, device=like.device)
    whole = torch.ones(len(like), device=like.device) if realism is None else realism
    level = whole.view(-1, 1, 1, 1)
    return noise * level if network.noise_channels == 1 else torch.cat([noise * level, level.expand_as(noise)], dim=1)


def draw_realism(at_last: Tensor, share: float, generator: torch.Generator) -> Tensor | None:
    """How much of its noise each sample has; None where all have all, and nothing is drawn.

    Args:
        at_last: (B,) bool: the samples at T-1, as a student is used; the others have all of it.
        share: of those at T-1 that have less, evenly from none to all; a quarter of them have none.
    """
    if share <= 0:
        return None
    less, none, level = torch.rand((3, len(at_last)), generator=generator, device=at_last.device)
    level = torch.where(none < NONE_AT_ALL, 0.0, level)
    return torch.where(at_last & (less < share), level, 1.0)


def asked_realism(realism: Tensor | None, severity: Tensor, of_clean: float) -> Tensor | None:
    """How realistic the losses want each sample: as much as its noise allows, and less where little is to be restored.

    A clean photo says most of what it shows, so that what is added is more often wrong.

    Args:
        realism: (B,) of the noise, as `draw_realism` gives it; None: all of it.
        severity: (B,) as the network gets it; negative for unknown, which counts as damaged.
        of_clean: the share of it that is wanted at severity 0; all of it from `DAMAGED` on.
    """
    if of_clean >= 1:
        return realism
    damaged = torch.where(severity < 0, 1.0, (severity / DAMAGED).clamp(max=1))
    wanted = of_clean + (1 - of_clean) * damaged
    return wanted if realism is None else realism * wanted


def hide_severity(severity: Tensor, share: float, generator: torch.Generator) -> Tensor:
    """Replace a share of the severities by "unknown"; the generator is on the CPU."""
    hidden = torch.rand(severity.shape, generator=generator) < share
    return torch.where(hidden.to(severity.device), torch.full_like(severity, UNKNOWN_SEVERITY), severity)
