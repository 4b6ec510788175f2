"""JPEG's loss on the training device: real DCT quantisation, batched, one quality a sample."""

from __future__ import annotations

import math
from functools import lru_cache

import torch
import torch.nn.functional as F
from torch import Tensor

from rsd_app.core.image_io.metadata.jpeg_quality import LUMA_TABLE

# The chroma table of ITU-T T.81, annex K, which libjpeg scales by the quality.
_CHROMA = (
    (17, 18, 24, 47, 99, 99, 99, 99),
    (18, 21, 26, 66, 99, 99, 99, 99),
    (24, 26, 56, 99, 99, 99, 99, 99),
    (47, 66, 99, 99, 99, 99, 99, 99),
    *((99,) * 8,) * 4,
)
# RGB -> YCbCr of JFIF 1.02; the inverse is computed from it.
_TO_YCC = ((0.299, 0.587, 0.114), (-0.168736, -0.331264, 0.5), (0.5, -0.418688, -0.081312))


@lru_cache(maxsize=8)
def _constants(device: torch.device) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The 8×8 DCT matrix, the two tables (2, 8, 8) and both colour matrices, on a device."""
    k, n = torch.meshgrid(torch.arange(8.0), torch.arange(8.0), indexing="ij")
    dct = torch.cos(math.pi * (2 * n + 1) * k / 16) * 0.5
    dct[0] /= math.sqrt(2)
    to_ycc = torch.tensor(_TO_YCC)
    tables = torch.tensor((LUMA_TABLE, _CHROMA), dtype=torch.float32)
    return dct.to(device), tables.to(device), to_ycc.to(device), torch.linalg.inv(to_ycc).to(device)


def quantisation_tables(quality: Tensor) -> Tensor:
    """libjpeg's tables for qualities (B,) in [1, 100]: luma and chroma, (B, 2, 8, 8), in 1 … 255."""
    _, tables, _, _ = _constants(quality.device)
    q = quality.float()
    factor = torch.where(q < 50, 5000 / q, 200 - 2 * q).view(-1, 1, 1, 1)
    return ((tables * factor + 50) / 100).floor().clamp(1, 255)


def _quantise_blocks(plane: Tensor, table: Tensor) -> Tensor:
    """Round the DCT coefficients of 8×8 blocks: plane (B, H, W) in 0 … 255, table (B, 8, 8)."""
    batch, height, width = plane.shape
    dct, _, _, _ = _constants(plane.device)
    padded = F.pad(plane.unsqueeze(1), (0, -width % 8, 0, -height % 8), mode="replicate").squeeze(1) - 128
    rows, cols = padded.shape[1] // 8, padded.shape[2] // 8
    blocks = padded.view(batch, rows, 8, cols, 8).permute(0, 1, 3, 2, 4)
    steps = table[:, None, None]
    blocks = dct.T @ (((dct @ blocks @ dct.T) / steps).round() * steps) @ dct
    whole = blocks.permute(0, 1, 3, 2, 4).reshape(batch, rows * 8, cols * 8)
    return whole[:, :height, :width] + 128


def jpeg(image: Tensor, quality: Tensor, *, subsample: bool = True) -> Tensor:
    """Compress and decompress.

    Args:
        image: (B, 3, H, W), RGB in [0, 1].
        quality: libjpeg's, (B,), 1 … 100.
        subsample: chroma at half size (4:2:0), as most files have it.

    Returns:
        (B, 3, H, W) in [0, 1], in steps of 1/255 as a decoder gives it.
    """
    _, _, to_ycc, to_rgb = _constants(image.device)
    tables = quantisation_tables(quality)
    levels = (image.float().clamp(0, 1) * 255).round()
    ycc = torch.einsum("ij,bjhw->bihw", to_ycc, levels)
    ycc[:, 1:] += 128
    luma = _quantise_blocks(ycc[:, 0].round(), tables[:, 0])
    chroma = ycc[:, 1:]
    if subsample:
        chroma = F.avg_pool2d(chroma, 2, ceil_mode=True, count_include_pad=False)
    batch, _, height, width = chroma.shape
    both = chroma.round().reshape(batch * 2, height, width)
    both = _quantise_blocks(both, tables[:, 1].repeat_interleave(2, dim=0))
    chroma = both.view(batch, 2, height, width)
    if subsample:  # libjpeg's "fancy" upsampling is this triangle filter
        chroma = F.interpolate(chroma, scale_factor=2, mode="bilinear", align_corners=False)
        chroma = chroma[..., : levels.shape[2], : levels.shape[3]]
    decoded = torch.cat([luma.unsqueeze(1), chroma - 128], dim=1).round()
    return (torch.einsum("ij,bjhw->bihw", to_rgb, decoded).round() / 255).clamp(0, 1)
