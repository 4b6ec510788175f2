"""The severity that a student of the compact family estimates for itself."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from rsd_app.core.diffusion.process import ResidualShifting
from rsd_app.core.errors import ShapeError
from rsd_app.core.networks.codecs import Codec, upsample_bicubic
from rsd_app.core.networks.compact.compact_unet import CompactUNet


@dataclass(frozen=True)
class SeverityEstimate:
    """A student that looks at parts of a photo and estimates the severity to be given.

    Args:
        network: in float32, where the parts are.
        codec: its own.
    """

    network: CompactUNet
    process: ResidualShifting
    codec: Codec

    @property
    def multiple(self) -> int:
        """What the sides of parts are multiples of."""
        return self.network.multiple * self.network.fold

    @torch.no_grad()
    def features(self, lq: Tensor) -> Tensor:
        """What the estimator sees of lq (B, 3, h, w), in [-1, 1]: (B, F)."""
        z_lq = self.codec.encode(upsample_bicubic(lq, self.codec.scale))
        t = torch.full((len(lq),), self.process.last, device=lq.device)
        return self.network.pooled_features(self.process.scale_input(z_lq, t), t, lq)

    @torch.no_grad()
    def __call__(self, lq: Tensor) -> float:
        """The severity to use, in [0, 1].

        Args:
            lq: parts of one picture, (B, 3, h, w) in [-1, 1].

        Raises:
            ShapeError: the student has no estimator.
        """
        estimator = self.network.estimator
        if estimator is None:
            raise ShapeError("student", "has no estimator of the severity", "give a severity")
        costs = estimator(self.features(lq))
        return float(estimator.cautious(costs.mean(dim=0, keepdim=True)))
