"""Held-out photos: chosen by their names, measured at every checkpoint."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from torch import Tensor

from rsd_app.core.networks.compact_unet import CompactUNet
from trainer.dataset import PairPool
from trainer.losses.perceptual import Lpips
from trainer.stage import Batch, Stage, Workplace

CHUNK = 16  # pairs measured at once


def split_held_out(paths: Sequence[Path], count: int) -> tuple[list[Path], list[Path]]:
    """Training and held-out photos; the choice is by a hash of the names, so adding files keeps it stable.

    At most a fifth is held out; of fewer than five photos none.
    """
    ranked = sorted(paths, key=lambda p: hashlib.sha256(p.name.encode()).digest())
    count = min(count, len(ranked) // 5)
    held = set(ranked[:count])
    return [p for p in paths if p not in held], [p for p in paths if p in held]


def make_validation(pool: PairPool, place: Workplace, lpips: Lpips, seed: int) -> Callable[[Stage], dict[str, float]]:
    """A function that measures a stage's averaged network on the (filled) pool, severity unknown.

    A teacher is judged in one step from T-1 by PSNR and its held-out loss, a student as it will be used.
    """

    @torch.no_grad()
    def validate(stage: Stage) -> dict[str, float]:
        generator = torch.Generator(place.device).manual_seed(seed)
        network = stage.averaged().eval()
        totals: dict[str, Tensor] = {}
        for start in range(0, len(pool.hq), CHUNK):
            hq, lq = (x[start : start + CHUNK].float() / 127.5 - 1 for x in (pool.hq, pool.lq))
            batch = Batch(hq, lq, torch.full((len(hq),), -1.0, device=place.device))
            for name, value in _measure(network, batch, place, lpips, generator).items():
                totals[name] = totals.get(name, torch.zeros((), device=place.device)) + value.sum()
        return {name: float(total) / len(pool.hq) for name, total in totals.items()}

    return validate


def _measure(
    network: CompactUNet, batch: Batch, place: Workplace, lpips: Lpips, generator: torch.Generator
) -> dict[str, Tensor]:
    """Figures of each pair of a batch: loss at a random t, PSNR and LPIPS of one step from T-1."""

    def normal(*shape: int) -> Tensor:
        return torch.randn(shape, generator=generator, device=place.device)

    def predict(z_t: Tensor, t: Tensor) -> Tensor:
        noise = normal(len(t), 1, *z_t.shape[2:]) if network.noise_channels else None
        with place.autocast():
            return place.process.predict(network, z_t, t, batch.lq, z_lq, noise=noise, severity=batch.severity)

    z0, z_lq = place.latents(batch)
    t = torch.randint(place.process.steps, (len(z0),), generator=generator, device=place.device)
    at_t = predict(place.process.forward(z0, z_lq, t, normal(*z0.shape)), t)
    last = torch.full_like(t, place.process.last)
    image = place.codec.decode(predict(place.process.prior(z_lq, normal(*z0.shape)), last)).clamp(-1, 1)
    mse = (image - batch.hq).square().flatten(1).mean(1) / 4
    return {
        "z0_error": (at_t - z0).square().flatten(1).mean(1),
        "psnr": -10 * mse.log10(),
        "lpips": lpips(image, batch.hq),
    }
