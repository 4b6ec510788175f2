"""The latent of a bicubic enlargement, made in one step where the latent is the picture's own pixels."""

from __future__ import annotations

from functools import cache

import torch
import torch.nn.functional as F
from torch import Tensor

from rsd_app.core.networks.codecs import BICUBIC_REACH, Codec, SpaceToDepth, bicubic_kernel, upsample_bicubic


def enlarged_latent(lq: Tensor, codec: Codec) -> Tensor:
    """z_lq, (B, C, h, w): what the codec makes of lq (B, 3, fold·h, fold·w) enlarged bicubically, to rounding.

    On a processor enlargement and `SpaceToDepth` are one convolution, in channels_last: a tenth of the time of
    both. On a GPU convolutions round more than that.
    """
    if not isinstance(codec, SpaceToDepth) or lq.device.type != "cpu":
        return codec.encode(upsample_bicubic(lq, codec.scale))
    fold = codec.period // codec.scale
    with torch.autocast("cpu", enabled=False):
        return F.conv2d(F.pad(lq, [BICUBIC_REACH] * 4, mode="replicate"), _kernel(codec.scale, fold), stride=fold)


@cache
def _kernel(scale: int, fold: int) -> Tensor:
    """(3·p², 3, fold + 4, fold + 4), p = scale · fold; outputs in the codec's order: colour, row, column."""
    kernel = bicubic_kernel(scale, fold)
    in_order = kernel.view(-1, 3, *kernel.shape[1:]).transpose(0, 1).reshape(kernel.shape)
    return in_order.contiguous(memory_format=torch.channels_last)
