"""3×3 convolutions with a quarter of the multiplications: Winograd's F(4×4, 3×3) (arXiv 1509.09308).

A tile of 4×4 results is made from 6×6 inputs: both are transformed by small matrices, and between lie 36 products
per channel where the direct form has 144. Strip by strip, so that the transforms stay in the cache; the norm and the
SiLU in front of the convolution are applied to a strip when its turn comes, so that no normalised copy of the map is
made. For float32 on a CPU, and inference only: in half precision the transforms would lose too much.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Iterable, Sequence
from functools import partial

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from rsd_app.core.networks.published.fast_cpu.strip_threads import work_in_strips
from rsd_app.core.networks.published.norm_act import GroupNorm, norm_factors

TILE, SPAN = 4, 6  # sides of the results and of the inputs of a tile
STRIP_TILES = 128
MUCH_SMALLER = 2

# How the six inputs, the three taps and the six products of a row are combined (B', G and A').
_INPUTS = (
    (4, 0, -5, 0, 1, 0),
    (0, -4, -4, 1, 1, 0),
    (0, 4, -4, -1, 1, 0),
    (0, -2, -1, 2, 1, 0),
    (0, 2, -1, -2, 1, 0),
    (0, 4, 0, -5, 0, 1),
)
_TAPS = (
    (1 / 4, 0, 0),
    (-1 / 6, -1 / 6, -1 / 6),
    (-1 / 6, 1 / 6, -1 / 6),
    (1 / 24, 1 / 12, 1 / 6),
    (1 / 24, -1 / 12, 1 / 6),
    (0, 0, 1),
)
_RESULTS = ((1, 1, 1, 1, 1, 0), (0, 1, -1, 2, -2, 0), (0, 1, 1, 4, 4, 0), (0, 1, -1, 8, -8, 1))


class WinogradConv(nn.Module):
    """SiLU of a group norm, then a 3×3 convolution; what the two modules compute, to rounding.

    Args:
        norm, conv: whose weights it takes. The transformed kernel, four times as large, is made when it is needed.
    """

    kernel: Tensor
    bias: Tensor
    of_inputs: Tensor
    of_taps: Tensor
    of_results: Tensor

    def __init__(self, norm: GroupNorm, conv: nn.Conv2d) -> None:
        super().__init__()
        self.norm = norm
        self.register_buffer("kernel", conv.weight.detach().permute(2, 3, 1, 0).flatten(0, 1).contiguous())
        self.register_buffer("bias", torch.as_tensor(conv.bias).detach())
        for name, matrix in (("of_inputs", _INPUTS), ("of_taps", _TAPS), ("of_results", _RESULTS)):
            self.register_buffer(name, _both_ways(matrix))

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, h, w) -> (B, C_out, h, w), channels_last."""
        height, width = x.shape[2:]
        down, across = -(-height // TILE), -(-width // TILE)
        kernel = _place.of(SPAN**2, *self.kernel.shape[1:])
        torch.mm(self.of_taps, self.kernel.flatten(1), out=kernel.flatten(1))
        shape = (len(x), len(self.bias), height, width)
        out = torch.empty(shape, dtype=x.dtype, memory_format=torch.channels_last)
        at_least = -(-down // torch.get_num_threads())  # so that every thread has a strip
        rows = TILE * min(at_least, max(1, STRIP_TILES // across))
        for picture, (one, factor, offset) in zip(out.permute(0, 2, 3, 1), norm_factors(self.norm, x), strict=True):
            source = (one[0].permute(1, 2, 0), factor.flatten(), offset.flatten())
            convolve = partial(self._convolve_strips, kernel=kernel, source=source, rows=rows, out=picture)
            work_in_strips(convolve, range(0, height, rows))
        return out

    def _convolve_strips(
        self, tops: Iterable[int], *, kernel: Tensor, source: tuple[Tensor, Tensor, Tensor], rows: int, out: Tensor
    ) -> None:
        """The strips of `rows` rows that begin at `tops`; written in place."""
        width, channels = source[0].shape[1:]
        # Two more rows and columns than whole tiles have: zeros, or a neighbour's.
        strip = source[0].new_empty((rows + 2, TILE * -(-width // TILE) + 2, channels))
        for top in tops:
            _fill(strip, *source, top)
            self._convolve(strip, kernel, out[top : top + rows])

    def _convolve(self, strip: Tensor, kernel: Tensor, out: Tensor) -> None:
        """A strip -> rows of the result, (rows, w, C_out); written in place."""
        (height, width, C), (rows, columns, channels) = strip.shape, out.shape
        down, across = (height - 2) // TILE, (width - 2) // TILE
        strides = (width * C, C, TILE * width * C, TILE * C, 1)
        overlapping = strip.as_strided((SPAN, SPAN, down, across, C), strides)
        inputs = torch.mm(self.of_inputs, overlapping.reshape(SPAN**2, -1))
        products = torch.bmm(inputs.view(SPAN**2, -1, C), kernel)
        made = torch.mm(self.of_results, products.flatten(1)).view(TILE, TILE, down, across, channels)
        if (rows, columns) == (down * TILE, across * TILE):
            torch.add(made, self.bias, out=out.view(down, TILE, across, TILE, channels).permute(1, 3, 0, 2, 4))
        else:
            whole = made.permute(2, 0, 3, 1, 4).reshape(down * TILE, across * TILE, channels)
            torch.add(whole[:rows, :columns], self.bias, out=out)


class _KernelPlace(threading.local):
    """Memory for a transformed kernel, each thread its own.

    One of 512 channels takes 38 MB, and fresh memory costs more than the transform: so the place stays for the next
    one, as long as that is not much smaller.
    """

    held: Tensor | None = None

    def of(self, *shape: int) -> Tensor:
        """A float32 buffer with arbitrary contents."""
        size = math.prod(shape)
        if self.held is None or not size <= self.held.numel() <= MUCH_SMALLER * size:
            self.held = None  # before the next one is there
            with torch.inference_mode(False):
                self.held = torch.empty(size)
        return self.held[:size].view(shape)


_place = _KernelPlace()


def _fill(strip: Tensor, x: Tensor, factor: Tensor, offset: Tensor, top: int) -> None:
    """Rows top - 1 … of the picture x (h, w, C), normed and through SiLU, with zeros around the picture."""
    height, width = x.shape[:2]
    low, high = max(0, top - 1), min(height, top - 1 + len(strip))
    inner = strip[low - top + 1 : high - top + 1, 1 : width + 1]
    torch.addcmul(offset, x[low:high], factor, out=inner)
    F.silu(inner, inplace=True)
    for outside in (strip[: low - top + 1], strip[high - top + 1 :], strip[:, :1], strip[:, width + 1 :]):
        outside.zero_()


def _both_ways(matrix: Sequence[Sequence[float]]) -> Tensor:
    """A transform of rows, down and across at once."""
    exact = torch.tensor(matrix, dtype=torch.float64)
    return torch.kron(exact, exact).float()
