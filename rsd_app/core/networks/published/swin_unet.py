"""The published network: the U-Net of guided diffusion with windowed attention (ResShift, SinSR, RSD).

Scale-shift residual blocks (arXiv 2105.05233) with one pair of Swin blocks in the first residual block of each
level, on the way down, up, and in the middle. Names and shapes of the parameters are those of the published
files.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from rsd_app.core.errors import ConfigError, ShapeError
from rsd_app.core.networks.family import LatentNetwork
from rsd_app.core.networks.published.fast_cpu.phase_upsample import Upsample
from rsd_app.core.networks.published.norm_act import GROUPS, GroupNorm, group_norm, in_layout_of
from rsd_app.core.networks.published.swin_layer import SwinLayer


class ResidualBlock(nn.Module):
    """skip(x) + conv(silu((1 + scale) · norm(conv(silu(norm(x)))) + shift)); scale and shift from the time."""

    def __init__(self, channels_in: int, channels_out: int, time_dim: int) -> None:
        super().__init__()
        # The names of the published files count an activation and a dropout of rate 0 as modules.
        self.in_layers = nn.Sequential(
            GroupNorm(channels_in, silu=True), nn.Identity(), nn.Conv2d(channels_in, channels_out, 3, padding=1)
        )
        self.emb_layers = nn.Sequential(nn.SiLU(), nn.Linear(time_dim, 2 * channels_out))
        self.out_layers = nn.Sequential(
            GroupNorm(channels_out),
            nn.Identity(),
            nn.Identity(),
            nn.Conv2d(channels_out, channels_out, 3, padding=1),
        )
        same = channels_in == channels_out
        self.skip_connection = nn.Identity() if same else nn.Conv2d(channels_in, channels_out, 1)

    def forward(self, x: Tensor, time: Tensor) -> Tensor:
        """x (B, C, h, w); time (B, D), or (1, D) where it is the same for the batch."""
        norm, _, _, conv = self.out_layers
        hidden = self.in_layers(x)
        scale, shift = self.emb_layers(time).chunk(2, dim=1)
        if len(time) == 1:  # the modulation is the norm's own affine map then: no pass of its own
            weight, bias = norm.weight * (1 + scale[0]), norm.bias * (1 + scale[0]) + shift[0]
            hidden = group_norm(hidden, weight, bias, silu=True)
        else:
            modulated = torch.addcmul(shift[..., None, None], norm(hidden), 1 + scale[..., None, None])
            hidden = F.silu(modulated, inplace=True)
        return torch.as_tensor(conv(hidden) + self.skip_connection(x))


class Downsample(nn.Module):
    """Halve the resolution by a 3×3 convolution of stride 2."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.op = nn.Conv2d(channels, channels, 3, stride=2, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, h, w) -> (B, C, h/2, w/2), rounded up."""
        result: Tensor = self.op(x)
        return result


class SwinStage(nn.ModuleList):
    """Modules one after the other; those that know the time get it."""

    def __init__(self, *modules: nn.Module) -> None:
        super().__init__(modules)

    def forward(self, x: Tensor, time: Tensor) -> Tensor:
        """Features (B, C, h, w) and the embedding of the time (B, dim) -> features as the last module makes them."""
        for module in self:
            x = module(x, time) if isinstance(module, ResidualBlock) else module(x)
        return x


class SwinUNet(LatentNetwork):
    """Predicts z0 from a scaled z_t, the lq image and, in a student with a noise channel, noise.

    Args:
        latent_channels: C of the codec.
        noise_channels: 1 for a student of RSD, else 0.
        base_channels: width of the first level; `multipliers` are those of each level over it.
        blocks: residual blocks of each level going down; going up there is one more.
        swin_width, head_channels, window, mlp_ratio: of the attention.
        image_size: side of the latent in training; says which levels one window covers.

    Raises:
        ConfigError: the values do not fit together.
    """

    first_weight = "input_blocks.0.0.weight"

    def __init__(
        self,
        *,
        latent_channels: int = 3,
        noise_channels: int = 0,
        base_channels: int = 160,
        multipliers: Sequence[int] = (1, 2, 2, 4),
        blocks: int = 2,
        swin_width: int = 192,
        head_channels: int = 32,
        window: int = 8,
        mlp_ratio: float = 4.0,
        image_size: int = 64,
    ) -> None:
        super().__init__()
        widths = [base_channels * m for m in multipliers]
        if not widths or any(w % GROUPS for w in (*widths, swin_width)) or swin_width % head_channels:
            given = f"base {base_channels}, multipliers {tuple(multipliers)}, swin width {swin_width}"
            raise ConfigError("swin network", f"has {given}", f"widths must be multiples of {GROUPS} and of a head")
        self.latent_channels, self.noise_channels = latent_channels, noise_channels
        self.middle_channels = widths[-1]
        self.multiple = window * 2 ** (len(widths) - 1)
        self._base = base_channels
        time_dim = 4 * base_channels

        def residual(channels_in: int, channels_out: int) -> ResidualBlock:
            return ResidualBlock(channels_in, channels_out, time_dim)

        def swin(level: int) -> SwinLayer:
            return SwinLayer(
                widths[level], width=swin_width, head_channels=head_channels, window=window,
                resolution=image_size >> level, mlp_ratio=mlp_ratio,
            )  # fmt: skip

        self.time_embed = nn.Sequential(nn.Linear(base_channels, time_dim), nn.SiLU(), nn.Linear(time_dim, time_dim))
        channels_in = latent_channels + 3 + noise_channels
        self.input_blocks = nn.ModuleList([SwinStage(nn.Conv2d(channels_in, base_channels, 3, padding=1))])
        width, skips = base_channels, [base_channels]
        for level in range(len(widths)):
            for index in range(blocks):
                block = residual(width, widths[level])
                self.input_blocks.append(SwinStage(block, swin(level)) if index == 0 else SwinStage(block))
                width = widths[level]
                skips.append(width)
            if level + 1 < len(widths):
                self.input_blocks.append(SwinStage(Downsample(width)))
                skips.append(width)
        deepest = len(widths) - 1
        self.middle_block = SwinStage(residual(width, width), swin(deepest), residual(width, width))
        self.output_blocks = nn.ModuleList()
        for level in reversed(range(len(widths))):
            for index in range(blocks + 1):
                parts: list[nn.Module] = [residual(width + skips.pop(), widths[level])]
                width = widths[level]
                parts += [swin(level)] if index == 0 else []
                parts += [Upsample(width)] if level and index == blocks else []
                self.output_blocks.append(SwinStage(*parts))
        head = nn.Conv2d(width, latent_channels, 3, padding=1)
        self.out = nn.Sequential(GroupNorm(width, silu=True), nn.Identity(), head)

    def forward(
        self,
        z_scaled: Tensor,
        t: Tensor,
        lq: Tensor,
        z_lq: Tensor | None = None,
        *,
        noise: Tensor | None = None,
        severity: Tensor | None = None,
    ) -> Tensor:
        """Predict z0.

        Args:
            z_scaled: z_t / sqrt(eta_t kappa² + sigma_data²), (B, C, h, w); sides multiples of `multiple`.
            t: time indices, (B,), or (1,) where it is the same for the batch.
            lq: (B, 3, h, w), range [-1, 1].
            noise: (B, 1, h, w), for a network with a noise channel.
            z_lq, severity: what other networks take; not used.

        Returns:
            (B, C, h, w), in float32.

        Raises:
            ShapeError: the sides are no multiples, or noise is missing or not wanted.
        """
        x, skips, time = self._encode(z_scaled, t, lq, noise)
        for stage in self.output_blocks:
            x = stage(torch.cat([x, skips.pop()], dim=1), time)
        norm, _, head = self.out
        result: Tensor = head(norm(x).to(head.weight.dtype))
        return result.float()

    def stored(self) -> dict[str, Tensor]:
        """See `LatentNetwork`: the parameters as they were trained; the buffers follow from the arguments."""
        return {name: parameter.detach() for name, parameter in self.named_parameters()}

    def fill(self, tensors: Mapping[str, Tensor]) -> None:
        """See `LatentNetwork`."""
        floats = {name: tensor.float() for name, tensor in tensors.items()}
        self.load_state_dict(dict(self.named_buffers()) | floats)

    def middle_features(self, z_scaled: Tensor, t: Tensor, lq: Tensor, *, severity: Tensor | None = None) -> Tensor:
        """What is known in the middle of a network without a noise channel: (B, middle_channels, h/m, w/m)."""
        features, _, _ = self._encode(z_scaled, t, lq, None)
        return features

    def _encode(
        self, z_scaled: Tensor, t: Tensor, lq: Tensor, noise: Tensor | None
    ) -> tuple[Tensor, list[Tensor], Tensor]:
        """Inputs -> middle features, the skips, and the vector of the time."""
        height, width = z_scaled.shape[-2:]
        if height % self.multiple or width % self.multiple:
            raise ShapeError("swin network", f"input is {width}×{height}", f"pad to multiples of {self.multiple}")
        if (noise is None) != (self.noise_channels == 0):
            raise ShapeError("swin network", f"has {self.noise_channels} noise channels", "give noise as they are")
        parts = [z_scaled, lq] if noise is None else [z_scaled, lq, noise]
        first: Tensor = self.input_blocks[0][0].weight  # type: ignore[index]
        x = in_layout_of(first, torch.cat(parts, dim=1))
        time = self.time_embed(time_features(t, self._base).to(x.dtype))
        skips = []
        for stage in self.input_blocks:
            x = stage(x, time)
            skips.append(x)
        return self.middle_block(x, time), skips, time


def time_features(t: Tensor, dim: int, max_period: float = 10_000.0) -> Tensor:
    """Cosines, then sines, of the time at falling frequencies: (B,) -> (B, dim), float32."""
    half = dim // 2
    steps = torch.arange(half, dtype=torch.float32, device=t.device) / half
    angles = t[:, None].float() * torch.exp(-math.log(max_period) * steps)
    return torch.cat([angles.cos(), angles.sin()], dim=1)
