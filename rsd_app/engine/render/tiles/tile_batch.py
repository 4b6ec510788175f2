"""How many tiles a device works on at once, and what happens when that was too many."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

import torch
from torch import Tensor

from rsd_app.core.device.choice import Device
from rsd_app.core.device.memory import is_out_of_memory
from rsd_app.core.errors import DeviceError
from rsd_app.core.progress import CancelToken

log = logging.getLogger(__name__)

# Bytes that a pixel of the result takes at the decoder's finest level: of 128 channels four maps, the input and
# output of a convolution, its workspace and the block's residual.
VALUES_PER_PIXEL = 4 * 128
MOST = 16  # tiles; beyond, a GPU is no faster


class TileModel(Protocol):
    """What tiles need of a model; see `published.model.PublishedModel`."""

    @property
    def device(self) -> Device:
        """The device that holds the weights."""

    @property
    def scale(self) -> int:
        """Enlargement of each side."""

    @property
    def multiple(self) -> int:
        """What the sides of a tile have to be multiples of."""

    @property
    def noise_channels(self) -> int:
        """Random numbers that a position of the latent takes."""

    def enlarge(self, lq: Tensor, noise: Tensor, *, cancel: CancelToken, progressed: Callable[[float], None]) -> Tensor:
        """Tiles (B, 3, h, w) in [-1, 1] to (B, 3, s·h, s·w)."""

    def forget_recordings(self) -> None:
        """Let go of what a GPU has recorded, where the memory is needed."""


def tiles_at_once(device: Device, pixels: int, budget_mb: int | None) -> int:
    """Tiles that fit into the budget.

    Args:
        pixels: of the result of one tile.
        budget_mb: None for one tile at a time.
    """
    if device.torch_device.type == "cpu" or budget_mb is None:
        return 1  # a CPU is full with one
    need = pixels * VALUES_PER_PIXEL * device.dtype.itemsize
    return max(1, min(MOST, budget_mb * 2**20 // need))


def enlarge_all(
    model: TileModel,
    tiles: Sequence[int],
    inputs: Callable[[int], tuple[Tensor, Tensor]],
    at_once: int,
    *,
    cancel: CancelToken,
    progressed: Callable[[float], None],
) -> Iterator[tuple[int, Tensor]]:
    """Enlarge tiles of one size, several at once; when the device's memory runs out, half as many.

    Args:
        inputs: lq and noise of a tile, (channels, h, w), on the CPU.
        at_once: how many, from `tiles_at_once`.
        progressed: called with the share of all tiles' work done, 0 to 1.

    Yields:
        (tile, image): (3, s·h, s·w) on the CPU, in the order of `tiles`.

    Raises:
        Cancelled: between steps.
        DeviceError: not even one tile fits.
    """
    at = 0
    while at < len(tiles):
        group = list(tiles[at : at + at_once])

        def tell(share: float, at: int = at, size: int = len(group)) -> None:
            progressed((at + share * size) / len(tiles))

        try:
            stacked = (torch.stack(part) for part in zip(*map(inputs, group), strict=True))
            lq, noise = (part.to(model.device.torch_device) for part in stacked)
            images = model.enlarge(lq, noise, cancel=cancel, progressed=tell).cpu()
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            if len(group) == 1:
                remedy = "close other programs, or use --device cpu"
                raise DeviceError(model.device.description, "has too little memory for one tile", remedy) from error
            at_once = len(group) // 2
            log.info("%d tiles do not fit on %s: trying %d", len(group), model.device.description, at_once)
            model.forget_recordings()
            if model.device.torch_device.type == "cuda":
                torch.cuda.empty_cache()
            continue
        yield from zip(group, images, strict=True)
        at += len(group)
