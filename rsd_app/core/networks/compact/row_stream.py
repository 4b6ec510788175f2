"""The compact network, run on strips of rows that carry each layer's last rows to the next strip.

The network reaches some 60 rows far: tiles that overlap by as much would compute half of their area twice.
Instead, every convolution keeps the last two rows of its input here, and every sum the rows that its other
arm has not reached yet. The result is that of the whole picture, whatever the strips, and no work is done twice.
The time and the severity are fixed, so their modulation is folded into the weights.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from rsd_app.core.networks.compact.compact_unet import CompactUNet, ResidualBlock


def _fused() -> Any:
    """oneDNN's convolution with a fused rectifier or sum, for bf16; torch's compiler emits it, it has no public name.

    None where torch has none, or the processor too few instructions for it (AVX2 alone): there bf16 is slow, but goes.
    """
    convolution = getattr(torch.ops.mkldnn, "_convolution_pointwise", None)
    supported = getattr(torch.ops.mkldnn, "_is_mkldnn_bf16_supported", None)
    return convolution if supported is not None and supported() else None


_FUSED: Any = _fused()


@dataclass(frozen=True)
class Kernel:
    """Weight and bias of a convolution, in the precision of the run."""

    weight: Tensor
    bias: Tensor


@dataclass(frozen=True)
class FoldedBlock:
    """x + second(relu(first(x))): modulation and gain are in the weights."""

    first: Kernel
    second: Kernel


@dataclass(frozen=True)
class FoldedTail:
    """What draws at twice the latent's size; its head's channels are in pixel order where the others' are."""

    enlarge: Kernel
    blocks: tuple[FoldedBlock, ...]
    head: Kernel
    pixel_order: bool

    def gathered(self, drawn: Tensor) -> Tensor:
        """(B, C/4, 2h, 2w) as the latent (B, C, h, w), in its order of channels."""
        batch, channels, height, width = drawn.shape
        side = math.isqrt(channels // 3)
        cells = drawn.permute(0, 2, 3, 1).reshape(batch, height // 2, 2, width // 2, 2, channels)
        if self.pixel_order:
            parts = cells.reshape(*cells.shape[:5], side, side, 3).permute(0, 1, 3, 2, 5, 4, 6, 7)
        else:
            parts = cells.reshape(*cells.shape[:5], 3, side, side).permute(0, 1, 3, 5, 2, 6, 4, 7)
        return parts.reshape(batch, height // 2, width // 2, 4 * channels).permute(0, 3, 1, 2)


@dataclass(frozen=True)
class FoldedUNet:
    """A student at one time and severity: plain convolutions only."""

    stem: Kernel
    down: tuple[tuple[FoldedBlock, ...], ...]
    reduce: tuple[Kernel, ...]
    middle: tuple[FoldedBlock, ...]
    enlarge: tuple[Kernel, ...]
    up: tuple[tuple[FoldedBlock, ...], ...]
    head: Kernel
    tail: FoldedTail | None = None

    @property
    def multiple(self) -> int:
        """Rows and columns come in multiples of this."""
        return int(2 ** len(self.reduce))

    @property
    def margin(self) -> int:
        """Rows or columns, a multiple of `multiple`, beyond which an input cannot reach an output."""
        reach = 2.0  # stem and head
        for level, blocks in (*enumerate((*self.down, self.middle)), *enumerate(self.up)):
            reach += 2 * len(blocks) * 2**level
        if self.tail is not None:
            reach += len(self.tail.blocks) + 0.5
        reach += self.multiple  # halving looks at whole cells
        return int(-(-reach // self.multiple) * self.multiple)

    @property
    def flops_per_pixel(self) -> int:
        """Multiplications and additions of the convolutions, each counted, for one place of the latent."""
        total = 0.0
        for level, kernel in self._kernels():
            # A 2×2 kernel of stride 2 stands at the finer level: it is applied once for four pixels there.
            places = 4.0**level * (4 if kernel.weight.shape[-1] == 2 else 1)
            total += 2 * kernel.weight.numel() / places
        return round(total)

    def _kernels(self) -> list[tuple[int, Kernel]]:
        found = [(0, self.stem), (0, self.head)]
        for level, blocks in enumerate((*self.down, self.middle)):
            found += [(level, k) for b in blocks for k in (b.first, b.second)]
        for level, blocks in enumerate(self.up):
            found += [(level, k) for b in blocks for k in (b.first, b.second)]
        if self.tail is not None:
            found += [(0, self.tail.enlarge), (-1, self.tail.head)]
            found += [(-1, k) for b in self.tail.blocks for k in (b.first, b.second)]
        found += [(level, k) for level, k in enumerate(self.reduce)]
        return found + [(level + 1, k) for level, k in enumerate(self.enlarge)]


@torch.no_grad()
def fold(
    network: CompactUNet, t: int, severity: float | None, dtype: torch.dtype, *, pixel_order: int = 0
) -> FoldedUNet:
    """Fold time, severity and gains into the weights of a network.

    Args:
        network: in float32, on its device.
        t: time index; T-1 for a one-step student.
        severity: in [0, 1]; None for unknown.
        dtype: of the run. Folding itself is in float32.
        pixel_order: s, to turn the latent's channels from the codec's order (colour, row, column) to that
            of pixels (row, column, colour), which is cheap to rearrange into rows; 0 to keep it.
    """
    device = network.stem.weight.device
    level = None if severity is None else torch.tensor([severity], device=device)
    condition = network.condition(torch.tensor([t], device=device), level)

    def kernel(weight: Tensor, bias: Tensor | None) -> Kernel:
        full = torch.zeros(weight.shape[0], device=device) if bias is None else bias
        laid_out = weight.to(dtype).contiguous(memory_format=torch.channels_last)
        return Kernel(laid_out, full.to(dtype).contiguous())

    def of(conv: nn.Module) -> Kernel:
        return kernel(conv.weight, conv.bias)  # type: ignore[arg-type]

    def of_float(conv: nn.Conv2d) -> Kernel:
        return Kernel(conv.weight, conv.weight.new_zeros(len(conv.weight)) if conv.bias is None else conv.bias)

    def block(b: ResidualBlock) -> FoldedBlock:
        """Condition and gain go into the two kernels."""
        scale, shift = b.film(condition)[0].chunk(2)
        one, two = of_float(b.conv1), of_float(b.conv2)
        gain, factor = b.gain, 1 + scale
        first = kernel(one.weight * factor.view(-1, 1, 1, 1), one.bias * factor + shift)
        second = kernel(two.weight * gain.view(-1, 1, 1, 1), two.bias * gain)
        return FoldedBlock(first, second)

    def blocks(stage: nn.Module) -> tuple[FoldedBlock, ...]:
        return tuple(block(b) for b in stage)  # type: ignore[attr-defined]

    order = torch.arange(network.latent_channels, device=device)
    if pixel_order:
        order = order.view(-1, pixel_order, pixel_order).permute(1, 2, 0).flatten()
    others = torch.arange(network.latent_channels, network.stem.in_channels, device=device)
    stem_weight = network.stem.weight[:, torch.cat([order, others])]
    head = network.head
    tail = None
    if network.tail_enlarge is not None and network.tail_head is not None:
        drawn = torch.arange(network.latent_channels // 4, device=device)
        if pixel_order:
            drawn = drawn.view(3, -1).T.flatten()
        last = of_float(network.tail_head)
        last_kernel = kernel(last.weight[drawn], last.bias[drawn])
        tail = FoldedTail(of(network.tail_enlarge.conv), blocks(network.tail), last_kernel, bool(pixel_order))

    return FoldedUNet(
        stem=kernel(stem_weight, network.stem.bias),
        down=tuple(blocks(stage) for stage in network.down),
        reduce=tuple(of(conv) for conv in network.reduce),
        middle=blocks(network.middle),
        enlarge=tuple(of(up.conv) for up in network.enlarge),  # type: ignore[arg-type]
        up=tuple(blocks(stage) for stage in network.up),
        head=kernel(head.weight[order], None if head.bias is None else head.bias[order]),
        tail=tail,
    )


class _Queue:
    """Rows that wait for the other arm of a sum."""

    def __init__(self) -> None:
        self._rows: Tensor | None = None

    def put(self, x: Tensor) -> None:
        self._rows = x if self._rows is None else torch.cat([self._rows, x], dim=2)

    def take(self, count: int) -> Tensor:
        if self._rows is None:
            raise RuntimeError("rows were taken before any were put")
        taken, rest = self._rows[:, :, :count], self._rows[:, :, count:]
        self._rows = _kept(rest)
        return taken


def _kept(x: Tensor) -> Tensor:
    """A copy that does not hold on to the strip that it was cut from."""
    return x.clone(memory_format=torch.channels_last)


class _Conv3x3:
    """3×3, zero border: puts out each row once the row below it is known.

    Attributes:
        seen: the rows that the last push worked on, from the one above its first output.
    """

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._tail: Tensor | None = None
        self.seen: Tensor | None = None

    def push(self, x: Tensor, last: bool, *, rectify: bool = False, plus: Tensor | None = None) -> Tensor:
        """The convolution of the rows that are complete, then a rectifier or a sum with `plus`."""
        border = x.new_zeros((x.shape[0], x.shape[1], 1, x.shape[3]))
        parts = [border if self._tail is None else self._tail, x]
        rows = torch.cat([*parts, border] if last else parts, dim=2)
        rows = rows.contiguous(memory_format=torch.channels_last)
        self._tail = _kept(rows[:, :, -2:])
        self.seen = rows
        if rows.shape[2] < 3:
            return x.new_zeros((x.shape[0], self._kernel.weight.shape[0], 0, x.shape[3]))
        return _convolve(rows, self._kernel, rectify, plus)


def _convolve(rows: Tensor, kernel: Kernel, rectify: bool, plus: Tensor | None) -> Tensor:
    """3×3 without a border above and below; what follows is fused into it where that gains: bf16 on a CPU."""
    if rows.device.type == "cpu" and rows.dtype == torch.bfloat16 and _FUSED is not None:
        fixed = (kernel.weight, kernel.bias, [0, 1], [1, 1], [1, 1], 1)
        if plus is not None:
            result: Tensor = _FUSED.binary(rows, plus, *fixed, "add", 1.0, None, [], None)
        else:
            result = _FUSED(rows, *fixed, "relu" if rectify else "none", [], "")
        return result
    out = F.conv2d(rows, kernel.weight, kernel.bias, padding=(0, 1))
    if plus is not None:
        return out.add_(plus)
    return out.relu_() if rectify else out


class _Block:
    def __init__(self, block: FoldedBlock) -> None:
        self._first, self._second = _Conv3x3(block.first), _Conv3x3(block.second)
        self._rows_in = self._rows_out = 0

    def push(self, x: Tensor, last: bool) -> Tensor:
        """The rows of the block's result that are complete with these."""
        hidden = self._first.push(x, last, rectify=True)
        # The result is two rows behind, and its rows of x are still in what the first convolution saw: from two
        # rows before this strip on, or from the one row of border above the picture.
        top = self._rows_in - (2 if self._rows_in else 1)
        self._rows_in += x.shape[2]
        ready = self._rows_in if last else max(0, self._rows_in - 2)
        if self._first.seen is None or ready == self._rows_out:
            return self._second.push(hidden, last)
        plus = self._first.seen[:, :, self._rows_out - top : ready - top]
        self._rows_out = ready
        return self._second.push(hidden, last, plus=plus)


class _Reduce:
    """2×2, stride 2: keeps an odd row for the next strip."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._odd: Tensor | None = None

    def push(self, x: Tensor) -> Tensor:
        """Half as many rows; an odd one waits for the next."""
        rows = x if self._odd is None else torch.cat([self._odd, x], dim=2)
        even = rows.shape[2] // 2 * 2
        self._odd = _kept(rows[:, :, even:])
        if even == 0:
            return x.new_zeros((x.shape[0], self._kernel.weight.shape[0], 0, x.shape[3] // 2))
        return F.conv2d(rows[:, :, :even], self._kernel.weight, self._kernel.bias, stride=2)


class _Tail:
    """The part at twice the size: rows of the latent's size in and out."""

    def __init__(self, folded: FoldedTail) -> None:
        self._folded, self._blocks = folded, _sequence(folded.blocks)
        self._head = _Conv3x3(folded.head)
        self._odd: Tensor | None = None

    def push(self, x: Tensor, last: bool) -> Tensor:
        """What is drawn of the rows that are complete with these, in the latent's channels."""
        drawn = self._head.push(self._blocks(_enlarged(x, self._folded.enlarge), last), last)
        rows = drawn if self._odd is None else torch.cat([self._odd, drawn], dim=2)
        even = rows.shape[2] // 2 * 2
        self._odd = _kept(rows[:, :, even:])
        return self._folded.gathered(rows[:, :, :even])


class RowStream:
    """One pass over a picture, strip by strip, from the top.

    Started at a row inside a picture, the first `margin` rows that come out are not those of the picture.

    Args:
        folded: the network.
    """

    def __init__(self, folded: FoldedUNet) -> None:
        self._stem, self._head = _Conv3x3(folded.stem), _Conv3x3(folded.head)
        self._down = [_sequence(blocks) for blocks in folded.down]
        self._reduce = [_Reduce(kernel) for kernel in folded.reduce]
        self._middle = _sequence(folded.middle)
        self._enlarge = folded.enlarge
        self._up = [_sequence(blocks) for blocks in folded.up]
        self._skips = [_Queue() for _ in folded.down]
        self._tail = None if folded.tail is None else _Tail(folded.tail)
        self._drawn = _Queue()

    @torch.inference_mode()
    def push(self, rows: Tensor, *, last: bool) -> Tensor:
        """The next rows.

        Args:
            rows: what the first convolution sees, (B, C_in, n, w) in the network's dtype; n and w multiples
                of `FoldedUNet.multiple`.
            last: no more rows come; the result then has all that were held back.

        Returns:
            The residual of z0, (B, C, m, w): the m rows after those returned before; m may be 0.
        """
        x = self._stem.push(rows, last)
        for run, reduce, skip in zip(self._down, self._reduce, self._skips, strict=True):
            x = run(x, last)
            skip.put(x)
            x = reduce.push(x)
        x = self._middle(x, last)
        for level in reversed(range(len(self._up))):
            x = _enlarged(x, self._enlarge[level])
            x = self._up[level](x.add_(self._skips[level].take(x.shape[2])), last)
        drawn = self._head.push(x, last)
        if self._tail is None:
            return drawn
        self._drawn.put(drawn)
        fine = self._tail.push(x, last)
        return fine.add_(self._drawn.take(fine.shape[2]))


def _enlarged(x: Tensor, kernel: Kernel) -> Tensor:
    """1×1 convolution and pixel shuffle ×2; no rows where there are none."""
    if not x.shape[2]:
        return x.new_zeros((x.shape[0], kernel.weight.shape[0] // 4, 0, x.shape[3] * 2))
    return F.pixel_shuffle(F.conv2d(x, kernel.weight, kernel.bias), 2)


def _sequence(blocks: tuple[FoldedBlock, ...]) -> Callable[[Tensor, bool], Tensor]:
    nodes = [_Block(block) for block in blocks]

    def run(x: Tensor, last: bool) -> Tensor:
        for node in nodes:
            x = node.push(x, last)
        return x

    return run
