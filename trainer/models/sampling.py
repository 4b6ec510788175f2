"""Whole pictures from a network of a run: a student's one step, or a teacher's T."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F

from rsd_app.core.networks.codecs import from_levels, to_levels, upsample_bicubic
from rsd_app.core.progress import CancelToken
from trainer.models.build import Network
from trainer.models.workplace import Workplace, own_noise
from trainer.types import Picture

MARGIN = 16  # in lq pixels, reflected: so that the border is no worse than the middle


class Sampler:
    """Enlarges pictures with a network, severity unknown, in one piece.

    Args:
        network: a teacher or a student.
        place: device, precision, process and codec.
        steps: 1, or the T of the process for all steps of a teacher.
        seed: of the noise; the same seed, the same picture.

    Raises:
        ValueError: the process cannot be sampled in so many steps.
    """

    def __init__(self, network: Network, place: Workplace, *, steps: int, seed: int) -> None:
        if steps not in (1, place.process.steps):
            raise ValueError(f"{steps} steps of a process of {place.process.steps}")
        self._network, self._place = network.to(place.device).eval(), place
        self._steps, self._seed = steps, seed

    @torch.inference_mode()
    def __call__(self, lq: Picture, cancel: CancelToken | None = None) -> Picture:
        """lq (h, w, 3) uint8 -> (s·h, s·w, 3) uint8.

        Raises:
            Cancelled: cancel() was called; looked at before every step.
        """
        place, scale = self._place, self._place.codec.scale
        height, width = lq.shape[:2]
        multiple = self._network.multiple * (place.codec.period // scale)
        below, right = (-(side + 2 * MARGIN) % multiple for side in (height, width))
        x = from_levels(torch.from_numpy(np.array(lq)).permute(2, 0, 1)[None].to(place.device))
        pad = (MARGIN, MARGIN + right, MARGIN, MARGIN + below)
        x = F.pad(x, pad, mode="reflect" if min(height, width) > max(pad) else "replicate")
        generator = torch.Generator(place.device).manual_seed(self._seed)
        image = place.codec.decode(self._sample(x, generator, cancel).float())
        image = image[..., MARGIN * scale : (MARGIN + height) * scale, MARGIN * scale : (MARGIN + width) * scale]
        levels = to_levels(image)
        return np.ascontiguousarray(levels[0].permute(1, 2, 0).cpu().numpy())

    def _sample(self, lq: torch.Tensor, generator: torch.Generator, cancel: CancelToken | None) -> torch.Tensor:
        place = self._place
        z_lq = place.codec.encode(upsample_bicubic(lq, place.codec.scale))
        with place.autocast():
            if self._steps > 1:
                return place.process.sample(self._network, lq, z_lq, generator=generator, cancel=cancel)
            z_t = place.process.prior(z_lq, torch.randn(z_lq.shape, generator=generator, device=lq.device))
            noise = own_noise(self._network, z_lq, generator)
            t = torch.full((1,), place.process.last, device=lq.device)
            return place.process.predict(self._network, z_t, t, lq, z_lq, noise=noise)
