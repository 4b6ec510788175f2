"""The compact network: a normalisation-free residual U-Net that works at low resolution.

Plain 3×3 convolutions and rectifiers only, for these run at the full rate of a processor. The time and the
severity modulate each block after its first convolution (FiLM), so that for a fixed time, as in a one-step
student, the modulation folds into the weights: see `row_stream.py`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from rsd_app.core.errors import ConfigError, ShapeError
from rsd_app.core.networks.compact.severity_estimator import SeverityEstimator, pooled
from rsd_app.core.networks.family import LatentNetwork

UNKNOWN_SEVERITY = -1.0


class Conditioning(nn.Module):
    """Time and severity -> one vector.

    Severity is a scalar in [0, 1]; negative means unknown and takes a learned vector of its own.
    """

    def __init__(self, steps: int, dim: int) -> None:
        super().__init__()
        self.time = nn.Embedding(steps, dim)
        self.severity = nn.Sequential(nn.Linear(3, dim), nn.SiLU(), nn.Linear(dim, dim))
        self.unknown = nn.Parameter(torch.zeros(dim))
        self.mix = nn.Sequential(nn.SiLU(), nn.Linear(dim, dim), nn.SiLU())

    def forward(self, t: Tensor, severity: Tensor | None) -> Tensor:
        """t (B,) time indices; severity (B,) or None for unknown -> (B, dim)."""
        if severity is None:
            severity = torch.full(t.shape, UNKNOWN_SEVERITY, device=t.device)
        s = severity.to(self.unknown.dtype).unsqueeze(-1)
        return torch.as_tensor(self.mix(self.time(t) + torch.where(s >= 0, self._known(s), self.unknown)))

    @torch.no_grad()
    def settle_unknown(self, severity: float) -> None:
        """Replace the learned 'unknown' vector by the embedding of `severity`, in [0, 1]."""
        self.unknown.copy_(self._known(torch.full((1,), severity).to(self.unknown)))

    def _known(self, s: Tensor) -> Tensor:
        vector: Tensor = self.severity(torch.cat([s, s.square(), (1 - s).square()], dim=-1))
        return vector


class ResidualBlock(nn.Module):
    """x + gain · conv2(relu((1 + a) · conv1(x) + b)); a and b come from the condition."""

    def __init__(self, width: int, dim: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(width, width, 3, padding=1)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1)
        self.film = nn.Linear(dim, 2 * width)
        self.gain = nn.Parameter(torch.full((width,), 0.1))
        nn.init.zeros_(self.film.weight)
        nn.init.zeros_(self.film.bias)

    def forward(self, x: Tensor, condition: Tensor) -> Tensor:
        """(B, C, h, w) and the condition (B, dim) -> (B, C, h, w)."""
        a, b = self.film(condition)[:, :, None, None].chunk(2, dim=1)
        hidden = F.relu(torch.addcmul(b, self.conv1(x), 1 + a))
        return torch.addcmul(x, self.conv2(hidden), self.gain.view(1, -1, 1, 1).to(x.dtype))


class Upsample(nn.Module):
    """1×1 convolution and pixel shuffle ×2, started as nearest-neighbour: no grid is there at first."""

    def __init__(self, width_in: int, width_out: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(width_in, 4 * width_out, 1)
        with torch.no_grad():
            first = self.conv.weight[::4].clone()
            self.conv.weight.copy_(first.repeat_interleave(4, dim=0))
            nn.init.zeros_(self.conv.bias)  # type: ignore[arg-type]

    def forward(self, x: Tensor) -> Tensor:
        """(B, C_in, h, w) -> (B, C_out, 2h, 2w).

        The kernels are put in the order of pixels first, so that in channels_last a pixel's channels move as one.
        """
        weight, bias = (_by_pixel(p) for p in self.conv.parameters())
        pixels = F.conv2d(x, weight, bias).permute(0, 2, 3, 1)
        batch, height, width, channels = pixels.shape
        square = pixels.reshape(batch, height, width, 2, 2, channels // 4).transpose(2, 3)
        enlarged: Tensor = square.reshape(batch, 2 * height, 2 * width, channels // 4)
        return enlarged.permute(0, 3, 1, 2)


def _by_pixel(parameter: Tensor) -> Tensor:
    """Of a pixel shuffle ×2: from (channel, pixel) to (pixel, channel) along the first dimension."""
    return parameter.view(-1, 4, *parameter.shape[1:]).transpose(0, 1).flatten(0, 1)


def _gathered(drawn: Tensor, period: int) -> Tensor:
    """What a tail draws at twice the latent's size, (B, C/4, 2h, 2w), as the latent: (B, C, h, w)."""
    return F.pixel_unshuffle(F.pixel_shuffle(drawn, period // 2), period)


class CompactUNet(LatentNetwork):
    """Predicts z0 as z_lq plus a residual, from a scaled z_t, the lq image and, in a student, noise.

    Args:
        latent_channels: C of the codec.
        noise_channels: 0 for a teacher, 1 for a student, 2 for one that knows how much noise there is (its realism).
        steps: T of the schedule.
        widths: channels of each level, finest first; each level halves the size.
        blocks: residual blocks of each level; the last level has them once, the others going down and up.
        up: residual blocks of each level but the last, going up; none given: as `blocks` says.
        tail: residual blocks after the finest level, at twice its size, so that something looks across the borders of
            the squares that one place of the latent draws, at half of its width; 0: none.
        condition_dim: length of the condition vector.
        fold: pixels of the lq image, each way, for one of the latent: with 2 it enlarges half as much, at a quarter of
            the work for a pixel of lq.
        estimator: severities that a finished student compares to estimate its own; empty: no estimator.

    Raises:
        ConfigError: widths and blocks do not fit, or the severities of the estimator.
    """

    first_weight = "stem.weight"

    def __init__(
        self,
        *,
        latent_channels: int = 48,
        noise_channels: int = 0,
        steps: int = 15,
        widths: Sequence[int] = (64, 96, 192),
        blocks: Sequence[int] = (2, 2, 4),
        up: Sequence[int] = (),
        tail: int = 0,
        condition_dim: int = 128,
        fold: int = 1,
        estimator: Sequence[float] = (),
    ) -> None:
        super().__init__()
        if len(widths) != len(blocks) or not widths:
            raise ConfigError("network", f"has widths {widths} and blocks {blocks}", "give one of each per level")
        up = tuple(up or blocks[:-1])
        if len(up) != len(widths) - 1:
            raise ConfigError("network", f"has {len(up)} numbers of blocks going up", f"give {len(widths) - 1}")
        self.latent_channels = latent_channels
        self.noise_channels = noise_channels
        self.fold = fold
        self.period = math.isqrt(latent_channels // 3)
        self.middle_channels = widths[-1]
        self.multiple = 2 ** (len(widths) - 1)
        self.condition = Conditioning(steps, condition_dim)
        self.stem = nn.Conv2d(latent_channels + 3 * fold**2 + noise_channels, widths[0], 3, padding=1)

        def stack(width: int, count: int) -> nn.ModuleList:
            return nn.ModuleList(ResidualBlock(width, condition_dim) for _ in range(count))

        inner = range(len(widths) - 1)
        self.down = nn.ModuleList(stack(widths[i], blocks[i]) for i in inner)
        self.reduce = nn.ModuleList(nn.Conv2d(widths[i], widths[i + 1], 2, stride=2) for i in inner)
        self.middle = stack(widths[-1], blocks[-1])
        self.enlarge = nn.ModuleList(Upsample(widths[i + 1], widths[i]) for i in inner)
        self.up = nn.ModuleList(stack(widths[i], up[i]) for i in inner)
        tail_width = widths[0] // 2
        self.tail_enlarge = Upsample(widths[0], tail_width) if tail else None
        self.tail = stack(tail_width, tail)
        self.head = nn.Conv2d(widths[0], latent_channels, 3, padding=1)
        self.tail_head = nn.Conv2d(tail_width, latent_channels // 4, 3, padding=1) if tail else None
        for head in (self.head, self.tail_head):
            if head is not None:
                nn.init.zeros_(head.weight)
                nn.init.zeros_(head.bias)  # type: ignore[arg-type]
        self.estimator = SeverityEstimator(2 * sum(widths), estimator) if len(estimator) else None

    def stored(self) -> dict[str, Tensor]:
        """See `LatentNetwork`: in bfloat16."""
        return {name: tensor.to(torch.bfloat16) for name, tensor in self.state_dict().items()}

    def inputs(self, z_scaled: Tensor, lq: Tensor, noise: Tensor | None) -> Tensor:
        """What the first convolution sees: latent, lq (colour, row, column of its fold), noise, in this order."""
        if (noise is None) != (self.noise_channels == 0):
            raise ShapeError(
                "compact network", f"has {self.noise_channels} noise channels", "give noise to a student only"
            )
        lq = F.pixel_unshuffle(lq, self.fold)
        parts = [z_scaled, lq] if noise is None else [z_scaled, lq, noise]
        return torch.cat(parts, dim=1).contiguous(memory_format=torch.channels_last)

    def encode(self, x: Tensor, condition: Tensor) -> tuple[Tensor, list[Tensor]]:
        """Inputs -> middle features (B, widths[-1], h/m, w/m) and the skips, finest first."""
        x = self.stem(x)
        skips = []
        for stage, reduce in zip(self.down, self.reduce, strict=True):
            for block in stage:  # type: ignore[attr-defined]
                x = block(x, condition)
            skips.append(x)
            x = reduce(x)
        for block in self.middle:
            x = block(x, condition)
        return x, skips

    def middle_features(self, z_scaled: Tensor, t: Tensor, lq: Tensor, *, severity: Tensor | None = None) -> Tensor:
        """What is known in the middle of a network without a noise channel: (B, middle_channels, h/m, w/m)."""
        features, _ = self.encode(self.inputs(z_scaled, lq, None), self.condition(t, severity))
        return features

    def pooled_features(self, z_scaled: Tensor, t: Tensor, lq: Tensor) -> Tensor:
        """What a student's estimator looks at, severity unknown and without its noise: (B, 2 · sum of the widths).

        Args:
            z_scaled: without the noise of the prior. Others: see `forward`.
        """
        height, width = z_scaled.shape[-2:]
        noise = z_scaled.new_zeros(len(z_scaled), self.noise_channels, height, width)
        middle, skips = self.encode(self.inputs(z_scaled, lq, noise), self.condition(t, None))
        return pooled([*skips, middle])

    def forward(
        self,
        z_scaled: Tensor,
        t: Tensor,
        lq: Tensor,
        z_lq: Tensor,
        *,
        noise: Tensor | None = None,
        severity: Tensor | None = None,
    ) -> Tensor:
        """Predict z0.

        Args:
            z_scaled: z_t / sqrt(eta_t kappa² + sigma_data²), (B, C, h, w); h and w multiples of `multiple`.
            t: time indices, (B,).
            lq: (B, 3, fold·h, fold·w), range [-1, 1]. z_lq: the latent of its bicubic enlargement, (B, C, h, w).
            noise: (B, noise_channels, h, w), a student's: noise, realism in [0, 1]; None for a teacher.
            severity: (B,) in [0, 1], negative for unknown; None for unknown.

        Returns:
            (B, C, h, w), float32.

        Raises:
            ShapeError: the sides are no multiples, or noise is given to a teacher.
        """
        height, width = z_scaled.shape[-2:]
        if height % self.multiple or width % self.multiple:
            raise ShapeError("compact network", f"input is {width}×{height}", f"pad to multiples of {self.multiple}")
        condition = self.condition(t, severity)
        x, skips = self.encode(self.inputs(z_scaled, lq, noise), condition)
        for level in reversed(range(len(self.up))):
            x = self.enlarge[level](x) + skips[level]
            for block in self.up[level]:  # type: ignore[attr-defined]
                x = block(x, condition)
        residual: Tensor = self.head(x)
        if self.tail_enlarge is not None and self.tail_head is not None:
            x = self.tail_enlarge(x)
            for block in self.tail:
                x = block(x, condition)
            residual = residual + _gathered(self.tail_head(x), self.period)
        return z_lq + residual.to(z_lq.dtype)
