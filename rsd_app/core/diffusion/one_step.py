"""The one-step generator G_theta: a student network between a codec's two ends."""

from __future__ import annotations

import torch
from torch import Tensor

from rsd_app.core.diffusion.process import LatentPredictor, ResidualShifting
from rsd_app.core.networks.codecs import Codec, upsample_bicubic


class OneStepGenerator:
    """lq -> hq in one pass: z = z_lq + kappa sqrt(eta_{T-1}) eps; image = D(G(scaled z, T-1, lq, noise)).

    Args:
        network: the student; takes its own noise beside the latent.
        codec: image <-> latent; its scale is the enlargement.
    """

    def __init__(self, network: LatentPredictor, codec: Codec, process: ResidualShifting) -> None:
        self.network = network
        self.codec = codec
        self.process = process

    def __call__(self, lq: Tensor, eps: Tensor, noise: Tensor, *, severity: Tensor | None = None) -> Tensor:
        """Enlarge a batch.

        Args:
            lq: (B, 3, h, w), range [-1, 1].
            eps: N(0, 1), (B, C, h, w): the noise of the prior.
            noise: (B, noise_channels, h, w): the student's own, N(0, 1), and its realism where it knows it.
            severity: (B,) in [0, 1], negative for unknown; None for unknown.

        Returns:
            (B, 3, s·h, s·w), about [-1, 1], not clamped.
        """
        z_lq = self.codec.encode(upsample_bicubic(lq, self.codec.scale))
        t = torch.full((lq.shape[0],), self.process.last, device=lq.device)
        z_t = self.process.prior(z_lq, eps)
        z0 = self.process.predict(self.network, z_t, t, lq, z_lq, noise=noise, severity=severity)
        return self.codec.decode(z0)
