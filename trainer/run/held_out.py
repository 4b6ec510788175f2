"""Held-out photos: chosen by their names, measured at every checkpoint."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from rsd_app.core.networks.codecs import from_levels, to_levels, upsample_bicubic
from rsd_app.core.networks.compact.compact_unet import UNKNOWN_SEVERITY
from trainer.data.pool import PairPool
from trainer.methods.stage import Stage
from trainer.models.build import Network
from trainer.models.workplace import Batch, Workplace, own_noise
from trainer.perceptual.lpips import Lpips
from trainer.sheets.strips import CROPS
from trainer.types import Picture

CHUNK = 16  # pairs measured at once


class HeldOut:
    """Held-out pairs, and what a stage's averaged network makes of them.

    Args:
        pool: filled already.
        place: device, precision, process and codec.
        lpips: the perceptual distance, on the device.
        seed: of the noise, the same at every checkpoint.
    """

    def __init__(self, pool: PairPool, place: Workplace, lpips: Lpips, seed: int) -> None:
        self._pool, self._place, self._lpips, self._seed = pool, place, lpips, seed

    @property
    def count(self) -> int:
        """Number of pairs."""
        return len(self._pool.hq)

    def measure(self, stage: Stage) -> dict[str, float]:
        """Figures by name, severity unknown.

        A teacher is judged in one step from T-1 by PSNR and its held-out loss, a student as it will be used.
        """
        return self.measure_network(stage.averaged())

    @torch.no_grad()
    def measure_network(self, network: Network) -> dict[str, float]:
        """The same of a network by itself."""
        place = self._place
        generator = torch.Generator(place.device).manual_seed(self._seed)
        network = network.eval()
        totals: dict[str, Tensor] = {}
        for start in range(0, self.count, CHUNK):
            batch = self._batch(slice(start, start + CHUNK))
            for name, value in _measure(network, batch, place, self._lpips, generator).items():
                totals[name] = totals.get(name, torch.zeros((), device=place.device)) + value.sum()
        return {name: float(total) / self.count for name, total in totals.items()}

    @torch.no_grad()
    def samples(self, stage: Stage) -> tuple[list[Picture], list[Picture], list[Picture]]:
        """The same few crops every time: as the network makes them in one step, enlarged, as they should be."""
        place = self._place
        count = min(CROPS, self.count)
        picks = torch.arange(count) * (self.count // count) + self._seed % (self.count // count)
        batch = self._batch(picks)
        generator = torch.Generator(place.device).manual_seed(self._seed)
        predict = _predictor(stage.averaged().eval(), batch, place, generator)
        _, z_lq = place.latents(batch)
        last = torch.full((count,), place.process.last, device=place.device)
        z_t = place.process.prior(z_lq, torch.randn(z_lq.shape, generator=generator, device=place.device))
        made = place.codec.decode(predict(z_t, last, z_lq).float())
        return _pictures(made), _pictures(upsample_bicubic(batch.lq, place.codec.scale)), _pictures(batch.hq)

    def _batch(self, picks: slice | Tensor) -> Batch:
        hq, lq = (from_levels(x[picks]) for x in (self._pool.hq, self._pool.lq))
        return Batch(hq, lq, torch.full((len(hq),), UNKNOWN_SEVERITY, device=self._place.device))


def _pictures(images: Tensor) -> list[Picture]:
    """(B, 3, H, W) in [-1, 1] -> uint8 arrays (H, W, 3)."""
    levels = to_levels(images)
    return list(levels.permute(0, 2, 3, 1).cpu().numpy())


def _predictor(
    network: Network, batch: Batch, place: Workplace, generator: torch.Generator
) -> Callable[[Tensor, Tensor, Tensor], Tensor]:
    """The network's z0 from z_t, t and z_lq, with its own noise channel where it has one."""

    def predict(z_t: Tensor, t: Tensor, z_lq: Tensor) -> Tensor:
        noise = own_noise(network, z_t, generator)
        with place.autocast():
            return place.process.predict(network, z_t, t, batch.lq, z_lq, noise=noise, severity=batch.severity)

    return predict


def _measure(
    network: Network, batch: Batch, place: Workplace, lpips: Lpips, generator: torch.Generator
) -> dict[str, Tensor]:
    """Figures of each pair of a batch: loss at a random t, PSNR and LPIPS of one step from T-1."""

    def normal(*shape: int) -> Tensor:
        return torch.randn(shape, generator=generator, device=place.device)

    predict = _predictor(network, batch, place, generator)
    z0, z_lq = place.latents(batch)
    t = torch.randint(place.process.steps, (len(z0),), generator=generator, device=place.device)
    at_t = predict(place.process.forward(z0, z_lq, t, normal(*z0.shape)), t, z_lq)
    last = torch.full_like(t, place.process.last)
    image = place.codec.decode(predict(place.process.prior(z_lq, normal(*z0.shape)), last, z_lq)).clamp(-1, 1)
    mse = (image - batch.hq).square().flatten(1).mean(1) / 4
    return {
        "z0_error": (at_t - z0).square().flatten(1).mean(1),
        "psnr": -10 * mse.log10(),
        "colour": (image - batch.hq).mean(dim=(2, 3)).abs().amax(1) * 127.5,  # the channel furthest off, of 255
        "lpips": lpips(image, batch.hq),
    }
