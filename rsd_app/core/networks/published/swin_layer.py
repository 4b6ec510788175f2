"""Two layers of windowed attention (Swin, arXiv 2103.14030) inside the published networks.

Names and shapes of the parameters are those of the published files. Norms are group norms, the layers of the
MLP are 1×1 convolutions, and nothing is added around the pair: each layer has its own residuals.
"""

from __future__ import annotations

from functools import lru_cache

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from rsd_app.core.networks.published.norm_act import GroupNorm


class SwinLayer(nn.Module):
    """1×1 convolution to the attention's width, a plain and a shifted block, 1×1 convolution back.

    Args:
        channels: of the input and the result.
        width: of the attention; heads have `head_channels` each.
        window: side of a window.
        resolution: side of the feature map in training; where one window covers it, nothing is shifted,
            whatever the size now.
        mlp_ratio: hidden width of the MLP over `width`.
    """

    def __init__(
        self, channels: int, *, width: int, head_channels: int, window: int, resolution: int, mlp_ratio: float
    ) -> None:
        super().__init__()
        self.patch_embed = _Projection(channels, width)
        self.patch_unembed = _Projection(width, channels)
        shifts = (0, window // 2 if resolution > window else 0)
        self.blocks = nn.ModuleList(
            _SwinBlock(width, width // head_channels, window, shift, resolution, int(width * mlp_ratio))
            for shift in shifts
        )

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, h, w) -> the same shape; sides are multiples of the window."""
        x = self.patch_embed.proj(x)
        for block in self.blocks:
            x = block(x)
        result: Tensor = self.patch_unembed.proj(x)
        return result


class _Projection(nn.Module):
    def __init__(self, channels_in: int, channels_out: int) -> None:
        super().__init__()
        self.proj = nn.Conv2d(channels_in, channels_out, 1)


class _SwinBlock(nn.Module):
    """x + attention(norm(x)), then x + mlp(norm(x))."""

    def __init__(self, width: int, heads: int, window: int, shift: int, resolution: int, hidden: int) -> None:
        super().__init__()
        self.window, self.shift, self.resolution = window, shift, resolution
        self.norm1 = GroupNorm(width)
        self.attn = _WindowAttention(width, heads, window)
        self.norm2 = GroupNorm(width)
        self.mlp = _Mlp(width, hidden)
        if shift:  # part of the published form; the mask that is used is made for the size at hand
            self.register_buffer("attn_mask", shift_mask(resolution, resolution, window, shift))

    def forward(self, x: Tensor) -> Tensor:
        x = x + self._attend(self.norm1(x))
        result: Tensor = x + self.mlp(self.norm2(x))
        return result

    def _attend(self, x: Tensor) -> Tensor:
        """Attention within windows, of the map rolled by the shift."""
        B, C, height, width = x.shape
        side, shift = self.window, self.shift
        rows, columns = height // side, width // side
        grid = x.permute(0, 2, 3, 1)
        if shift:
            grid = grid.roll((-shift, -shift), dims=(1, 2))
        tokens = grid.reshape(B, rows, side, columns, side, C).transpose(2, 3).reshape(-1, side * side, C)
        mask = _kept_mask(height, width, side, shift, x.device) if shift else None
        attended: Tensor = self.attn(tokens, mask)
        grid = attended.view(B, rows, columns, side, side, C).transpose(2, 3).reshape(B, height, width, C)
        if shift:
            grid = grid.roll((shift, shift), dims=(1, 2))
        return grid.permute(0, 3, 1, 2)


class _WindowAttention(nn.Module):
    """Multi-head attention of the tokens of each window, with a learned bias of their relative place."""

    relative_position_index: Tensor

    def __init__(self, width: int, heads: int, window: int) -> None:
        super().__init__()
        self._heads, self.window = heads, window
        self.relative_position_bias_table = nn.Parameter(torch.zeros((2 * window - 1) ** 2, heads))
        self.register_buffer("relative_position_index", relative_index(window))
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)

    def forward(self, tokens: Tensor, mask: Tensor | None) -> Tensor:
        """Attend.

        Args:
            tokens: (B·windows, n, C).
            mask: (windows, n, n), added to the scores; None where every pair of a window may see each other.
        """
        count, n, C = tokens.shape
        q, k, v = self.qkv(tokens).view(count, n, 3, self._heads, C // self._heads).permute(2, 0, 3, 1, 4)
        bias = self.relative_position_bias_table[self.relative_position_index.flatten()]
        bias = bias.view(1, n, n, self._heads).permute(0, 3, 1, 2)
        if mask is not None:
            bias = (bias + mask[:, None]).repeat(count // len(mask), 1, 1, 1)
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        return torch.as_tensor(self.proj(attended.transpose(1, 2).reshape(count, n, C)))


class _Mlp(nn.Module):
    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.fc1 = nn.Conv2d(width, hidden, 1)
        self.fc2 = nn.Conv2d(hidden, width, 1)

    def forward(self, x: Tensor) -> Tensor:
        result: Tensor = self.fc2(F.gelu(self.fc1(x)))
        return result


def relative_index(window: int) -> Tensor:
    """Where in the table of biases the pair (i, j) of a window's tokens is: (n, n), int64 (Swin, eq. 4)."""
    y, x = torch.meshgrid(torch.arange(window), torch.arange(window), indexing="ij")
    y, x = y.flatten(), x.flatten()
    down, right = y[:, None] - y + window - 1, x[:, None] - x + window - 1
    return down * (2 * window - 1) + right


def shift_mask(height: int, width: int, window: int, shift: int) -> Tensor:
    """-100 for pairs of tokens that may not see each other, else 0: (windows, n, n).

    Swin keeps apart what only the roll has brought into one window. The published networks do it by the columns
    of a window, and in the lowest row of windows only; they were trained so, and it must stay so.
    """
    late = torch.arange(window) >= window - shift
    column = late.repeat(window)  # of each token, row by row
    lowest = torch.where(column[:, None] == column, 0.0, -100.0)
    masks = torch.zeros(height // window, width // window, window**2, window**2)
    masks[-1] = lowest
    return masks.flatten(0, 1)


def constant_buffers(network: nn.Module) -> dict[str, Tensor]:
    """The buffers of a network's attention by their full names, recomputed."""
    found: dict[str, Tensor] = {}
    for name, module in network.named_modules():
        if isinstance(module, _WindowAttention):
            found[f"{name}.relative_position_index"] = relative_index(module.window)
        elif isinstance(module, _SwinBlock) and module.shift:
            found[f"{name}.attn_mask"] = shift_mask(module.resolution, module.resolution, module.window, module.shift)
    return found


@lru_cache(maxsize=16)
def _kept_mask(height: int, width: int, window: int, shift: int, device: torch.device) -> Tensor:
    with torch.device(device), torch.inference_mode(False):
        return shift_mask(height, width, window, shift)
