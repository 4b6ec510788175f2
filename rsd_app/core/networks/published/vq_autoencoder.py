"""The published autoencoder VQ-f4: a convolutional encoder and decoder around a codebook (arXiv 2112.10752).

Names and shapes of the parameters are those of the published file.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from rsd_app.core.errors import ConfigError, ShapeError
from rsd_app.core.networks.published.fast_cpu.phase_upsample import Upsample
from rsd_app.core.networks.published.norm_act import GROUPS, GroupNorm, in_layout_of

_EPS = 1e-6
PART_ROWS = 32
QUERY_BLOCK = 1024  # positions that attend at once: bounds the scores' memory to this times the positions


def _norm(channels: int, *, silu: bool = True) -> GroupNorm:
    return GroupNorm(channels, eps=_EPS, silu=silu)


class ResidualBlock(nn.Module):
    """shortcut(x) + conv2(silu(norm2(conv1(silu(norm1(x))))))."""

    def __init__(self, channels_in: int, channels_out: int) -> None:
        super().__init__()
        self.norm1 = _norm(channels_in)
        self.conv1 = nn.Conv2d(channels_in, channels_out, 3, padding=1)
        self.norm2 = _norm(channels_out)
        self.conv2 = nn.Conv2d(channels_out, channels_out, 3, padding=1)
        self.nin_shortcut = nn.Conv2d(channels_in, channels_out, 1) if channels_in != channels_out else None

    def forward(self, x: Tensor) -> Tensor:
        """(B, C_in, h, w) -> (B, C_out, h, w)."""
        hidden = self.conv1(self.norm1(x))
        hidden = self.conv2(self.norm2(hidden))
        result: Tensor = hidden.add_(x if self.nin_shortcut is None else self.nin_shortcut(x))
        return result


class Attention(nn.Module):
    """x + projection of the attention of all positions to all, one head."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.norm = _norm(channels, silu=False)
        self.q = nn.Conv2d(channels, channels, 1)
        self.k = nn.Conv2d(channels, channels, 1)
        self.v = nn.Conv2d(channels, channels, 1)
        self.proj_out = nn.Conv2d(channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, h, w) -> (B, C, h, w); memory grows with the places, not with their square."""
        B, C, height, width = x.shape
        normed = self.norm(x.to(self.norm.weight.dtype))
        q, k, v = (f(normed).permute(0, 2, 3, 1).reshape(B, 1, -1, C) for f in (self.q, self.k, self.v))
        parts = [F.scaled_dot_product_attention(part, k, v) for part in q.split(QUERY_BLOCK, dim=2)]
        attended = torch.cat(parts, dim=2).view(B, height, width, C).permute(0, 3, 1, 2)
        result: Tensor = x + self.proj_out(attended).to(x.dtype)
        return result


class Downsample(nn.Module):
    """3×3 convolution of stride 2, with a row and a column of zeros below and to the right."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, stride=2)

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, h, w) -> (B, C, h/2, w/2), rounded down."""
        result: Tensor = self.conv(F.pad(x, (0, 1, 0, 1)))
        return result


class _Middle(nn.Module):
    def __init__(self, channels: int) -> None:
        super().__init__()
        self.block_1 = ResidualBlock(channels, channels)
        self.attn_1 = Attention(channels)
        self.block_2 = ResidualBlock(channels, channels)

    def forward(self, x: Tensor) -> Tensor:
        result: Tensor = self.block_2(self.attn_1(self.block_1(x)))
        return result


class _Level(nn.Module):
    def __init__(self, blocks: Sequence[nn.Module]) -> None:
        super().__init__()
        self.block = nn.ModuleList(blocks)
        self.downsample: Downsample | None = None
        self.upsample: Upsample | None = None

    def forward(self, x: Tensor) -> Tensor:
        for module in (*self.block, self.downsample, self.upsample):
            if module is not None:
                x = module(x)
        return x


class Encoder(nn.Module):
    """Image -> latent before the codebook, 2^(levels-1) times smaller."""

    def __init__(self, latent_channels: int, widths: Sequence[int], blocks: int) -> None:
        super().__init__()
        self.conv_in = nn.Conv2d(3, widths[0], 3, padding=1)
        self.down = nn.ModuleList()
        width = widths[0]
        for index, wanted in enumerate(widths):
            level = _Level([ResidualBlock(width if i == 0 else wanted, wanted) for i in range(blocks)])
            if index + 1 < len(widths):
                level.downsample = Downsample(wanted)
            self.down.append(level)
            width = wanted
        self.mid = _Middle(width)
        self.norm_out = _norm(width)
        self.conv_out = nn.Conv2d(width, latent_channels, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """An image (B, 3, H, W) in [-1, 1] -> its latent before quantisation."""
        x = self.conv_in(x)
        for level in self.down:
            x = level(x)
        x = self.norm_out(self.mid(x))
        result: Tensor = self.conv_out(x.to(self.conv_out.weight.dtype))
        return result


class Decoder(nn.Module):
    """Latent -> image, 2^(levels-1) times larger; has one block a level more than the encoder."""

    def __init__(self, latent_channels: int, widths: Sequence[int], blocks: int) -> None:
        super().__init__()
        width = widths[-1]
        self.conv_in = nn.Conv2d(latent_channels, width, 3, padding=1)
        self.mid = _Middle(width)
        levels: list[nn.Module] = []
        for index in reversed(range(len(widths))):
            wanted = widths[index]
            level = _Level([ResidualBlock(width if i == 0 else wanted, wanted) for i in range(blocks + 1)])
            if index:
                level.upsample = Upsample(wanted)
            levels.insert(0, level)
            width = wanted
        self.up = nn.ModuleList(levels)
        self.norm_out = _norm(width)
        self.conv_out = nn.Conv2d(width, 3, 3, padding=1)

    def forward(self, z: Tensor) -> Tensor:
        """A quantised latent (B, C, h, w) -> an image in about [-1, 1]."""
        x = self.mid(self.conv_in(z))
        for level in reversed(self.up):
            x = level(x)
        return _convolve_in_parts(self.norm_out(x), self.conv_out)


def _convolve_in_parts(x: Tensor, conv: nn.Conv2d) -> Tensor:
    """A 3×3 convolution in its own precision, without a copy of x in it: some rows at a time."""
    if x.dtype == conv.weight.dtype:
        return torch.as_tensor(conv(x))
    height = x.shape[2]
    made = []
    for top in range(0, height, PART_ROWS):
        low, high = max(0, top - 1), min(height, top + PART_ROWS + 1)
        rows: Tensor = conv(x[:, :, low:high].to(conv.weight.dtype))
        made.append(rows[:, :, top - low : top - low + PART_ROWS][:, :, : height - top])
    return torch.cat(made, dim=2)


class Codebook(nn.Module):
    """Vectors that a latent is rounded to."""

    def __init__(self, codes: int, channels: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(codes, channels)

    def forward(self, z: Tensor) -> Tensor:
        """The nearest vector of every position, (B, C, h, w); a gradient passes straight through."""
        vectors = self.embedding.weight.float()
        positions = z.detach().float().permute(0, 2, 3, 1).reshape(-1, z.shape[1])
        # |z - e|² without |z|², which is the same for every vector; in blocks, for a table of distances of a
        # large picture would be larger than the picture.
        lengths = vectors.square().sum(1)
        nearest = [torch.addmm(lengths, p, vectors.T, alpha=-2.0).argmin(1) for p in positions.split(QUERY_BLOCK // 2)]
        found = vectors[torch.cat(nearest)].view(z.shape[0], *z.shape[2:], z.shape[1]).permute(0, 3, 1, 2)
        return z + (found - z).detach() if z.requires_grad else found.to(z.dtype)


class VqAutoencoder(nn.Module):
    """Image <-> latent; a `Codec`.

    Args:
        latent_channels: C.
        base_channels: width of the finest level; `multipliers` are those of each level over it.
        blocks: residual blocks of each level of the encoder.
        codes: vectors of the codebook.

    Raises:
        ConfigError: widths that the norms cannot divide.
    """

    def __init__(
        self,
        *,
        latent_channels: int = 3,
        base_channels: int = 128,
        multipliers: Sequence[int] = (1, 2, 4),
        blocks: int = 2,
        codes: int = 8192,
    ) -> None:
        super().__init__()
        widths = [base_channels * m for m in multipliers]
        if not widths or any(w % GROUPS for w in widths):
            raise ConfigError("autoencoder", f"has widths {widths}", f"give multiples of {GROUPS}")
        self.scale = self.period = 2 ** (len(widths) - 1)
        self.channels = latent_channels
        self.encoder = Encoder(latent_channels, widths, blocks)
        self.decoder = Decoder(latent_channels, widths, blocks)
        self.quantize = Codebook(codes, latent_channels)
        self.quant_conv = nn.Conv2d(latent_channels, latent_channels, 1)
        self.post_quant_conv = nn.Conv2d(latent_channels, latent_channels, 1)

    def encode(self, image: Tensor) -> Tensor:
        """(B, 3, s·h, s·w) in [-1, 1] -> (B, C, h, w), float32, before the codebook.

        Raises:
            ShapeError: a side is not a multiple of s.
        """
        height, width = image.shape[-2:]
        if height % self.scale or width % self.scale:
            raise ShapeError("autoencoder", f"image is {width}×{height}", f"sides must be multiples of {self.scale}")
        x = self.encoder(in_layout_of(self.encoder.conv_in.weight, image))
        latent: Tensor = self.quant_conv(x.to(self.quant_conv.weight.dtype))
        return latent.float()

    def decode(self, latent: Tensor, *, quantise: bool = True) -> Tensor:
        """(B, C, h, w) -> (B, 3, s·h, s·w), about [-1, 1], float32; each latent rounded to the codebook first."""
        z = self.quantize(latent) if quantise else latent
        z = self.post_quant_conv(z.to(self.post_quant_conv.weight.dtype))
        image: Tensor = self.decoder(in_layout_of(self.decoder.conv_in.weight, z))
        return image.float()
