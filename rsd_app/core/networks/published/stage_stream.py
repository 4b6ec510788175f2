"""The published network with its stages left in the file: each is read when its turn comes, all into one place.

The network holds two thirds of a published model's weights, and runs for a tenth of the time. Reading them for every
tile takes a few hundredths of that time, for the memory that they go to is the same for all stages and stays warm. The
results are those of a network in memory, to the bit.
"""

from __future__ import annotations

import mmap
import threading
from collections.abc import Iterable, Iterator
from typing import Protocol, cast

import torch
from torch import Tensor, nn

from rsd_app.core.networks.published.swin_layer import constant_buffers
from rsd_app.core.networks.published.swin_unet import SwinStage, SwinUNet

_ALIGNED = 64  # bytes


class TensorReader(Protocol):
    """A file's tensors; see `rsd_app.core.files.tensor_file.TensorReader`."""

    def size_of(self, name: str) -> int:
        """Bytes of a tensor."""

    def each(self, names: Iterable[str], scratch: Tensor) -> Iterator[tuple[str, Tensor]]:
        """The tensors of these names, one after the other in `scratch`."""


class StagePlace:
    """Memory of the stage whose turn it is, and of a tensor as the file has it.

    Args:
        size: bytes of the largest stage.
        largest: bytes of the largest tensor of the file.
    """

    def __init__(self, size: int, largest: int) -> None:
        # A map of its own, for what is let go of the heap stays with the process; private, or it would stay as well.
        kind = {"flags": mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS} if hasattr(mmap, "MAP_PRIVATE") else {}
        self._map = mmap.mmap(-1, _room(size) + largest, **kind)
        memory = torch.frombuffer(self._map, dtype=torch.uint8)
        self.stage, self.scratch = memory[: _room(size)], memory[_room(size) :]
        self.turn = threading.Lock()

    def let_go(self) -> None:
        """Give the memory back to the system until it is used again; its contents are lost."""
        if hasattr(self._map, "madvise") and hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)


class StreamedStage(nn.Module):
    """A stage whose weights are there while it runs.

    Args:
        stage: on the meta device; its parameters become places in `place`.
        prefix: of their names in the file.
        reader: of the file.
        dtype: of the weights while they are used.
        last: of the network: the decoder, which follows, needs more memory than all before it.
    """

    def __init__(
        self, stage: SwinStage, prefix: str, *, reader: TensorReader, place: StagePlace, dtype: torch.dtype, last: bool
    ) -> None:
        super().__init__()
        parameters, at = {}, 0
        for name, parameter in stage.named_parameters():
            size = parameter.numel() * dtype.itemsize
            parameters[name] = _laid_out(place.stage[at : at + size].view(dtype), parameter.shape)
            at += _room(size)
        stage.load_state_dict({**constant_buffers(stage), **parameters}, assign=True)
        stage.eval().requires_grad_(False)
        self._run = stage.forward  # not the stage itself: its parameters are none of the network's
        self._parameters_in_file = {f"{prefix}.{name}": parameter for name, parameter in parameters.items()}
        self._reader, self._place, self._last = reader, place, last

    def forward(self, x: Tensor, time: Tensor) -> Tensor:
        """As `SwinStage`.

        Raises:
            ModelError: the file has changed, or cannot be read any more.
        """
        with self._place.turn:
            for name, tensor in self._reader.each(self._parameters_in_file, self._place.scratch):
                self._parameters_in_file[name].copy_(tensor)
            result: Tensor = self._run(x, time)
            if self._last:
                self._place.let_go()
        return result


def leave_in_file(network: SwinUNet, reader: TensorReader, dtype: torch.dtype) -> set[str]:
    """Let a network on the meta device read its stages from a file whenever it runs.

    Args:
        dtype: that the weights have while they are used.

    Returns:
        The names of what is read then; the rest has to be given to the network.

    Raises:
        ModelError: the file lacks a tensor.
    """
    stages = list(_stages(network))
    names = {f"{prefix}.{name}" for _, prefix, stage in stages for name, _ in stage.named_parameters()}
    sizes = [sum(_room(p.numel() * dtype.itemsize) for p in stage.parameters()) for _, _, stage in stages]
    place = StagePlace(max(sizes), max(map(reader.size_of, names)))
    for parent, prefix, stage in stages:
        last = (parent, prefix, stage) == stages[-1]
        streamed = StreamedStage(stage, prefix, reader=reader, place=place, dtype=dtype, last=last)
        setattr(parent, prefix.rpartition(".")[2], streamed)
    return names


def _stages(network: SwinUNet) -> Iterator[tuple[nn.Module, str, SwinStage]]:
    """All stages in the order in which they run: the module that has it, its name, and itself.

    The first, one small convolution, is not among them: its weights say in which form the network wants its input.
    """
    for index in range(1, len(network.input_blocks)):
        yield network.input_blocks, f"input_blocks.{index}", cast(SwinStage, network.input_blocks[index])
    yield network, "middle_block", network.middle_block
    for index, stage in enumerate(network.output_blocks):
        yield network.output_blocks, f"output_blocks.{index}", cast(SwinStage, stage)


def _laid_out(flat: Tensor, shape: torch.Size) -> Tensor:
    """The kernels in channels_last layout."""
    if len(shape) != 4:
        return flat.view(shape)
    outputs, inputs, height, width = shape
    return flat.view(outputs, height, width, inputs).permute(0, 3, 1, 2)


def _room(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
