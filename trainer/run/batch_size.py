"""How many crops go through at once, where a recipe leaves it open (`batch=0`): as many as memory allows, and no more
than teach.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

import torch
from torch import Tensor

from rsd_app.core.device.budget import free_memory_mb
from rsd_app.core.device.memory import is_out_of_memory
from trainer.config import Recipe
from trainer.events import TrainingEvent
from trainer.methods.choose import trial_stages
from trainer.methods.stage import Stage
from trainer.models.start_model import StartModel
from trainer.models.workplace import Batch, Workplace
from trainer.notices import notice
from trainer.perceptual.lpips import load_lpips

MARGIN = 0.8  # of what is free: allocators waste some, and other programs want theirs
MOST = {"cpu": 16, "cuda": 64}  # more make a step longer, not better
_GRADIENTS = 2  # a processor keeps no account of its peaks: what a step keeps for its gradients, and these


class Meter(Protocol):
    """What a device has, and what a step takes of it."""

    free: int  # bytes, before any stage is there

    def peak(self, step: Callable[[], object]) -> int:
        """Bytes that are taken at the most, the networks included."""


class CudaMeter:
    """What the allocator has had from the GPU."""

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self.free = int(torch.cuda.mem_get_info(device)[0])

    def peak(self, step: Callable[[], object]) -> int:
        """See `Meter`."""
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats(self._device)
        step()
        torch.cuda.synchronize(self._device)
        return int(torch.cuda.max_memory_reserved(self._device))


class SavedMeter:
    """The tensors that a step holds for its backward passes, on any device.

    Args:
        free: bytes.
    """

    def __init__(self, free: int) -> None:
        self.free = free

    def peak(self, step: Callable[[], object]) -> int:
        """See `Meter`; the networks, which are small beside it, are left to the margin."""
        account = _Account()
        with torch.autograd.graph.saved_tensors_hooks(partial(_Held, account), lambda held: held.tensor):
            step()
        return _GRADIENTS * account.most


class _Account:
    """Bytes of the storages that are held, each counted once."""

    def __init__(self) -> None:
        self._holders: dict[int, int] = {}
        self._now = self.most = 0

    def change(self, storage: torch.UntypedStorage, by: int) -> None:
        """Add or remove a holder."""
        place = storage.data_ptr()
        count = self._holders.get(place, 0) + by
        if by > 0 and count == 1:
            self._now += storage.nbytes()
            self.most = max(self.most, self._now)
        if count == 0:
            self._now -= storage.nbytes()
        self._holders[place] = count


class _Held:
    """A tensor that autograd keeps, until it lets go of it."""

    def __init__(self, account: _Account, tensor: Tensor) -> None:
        self.tensor, self._account = tensor, account
        account.change(tensor.untyped_storage(), 1)

    def __del__(self) -> None:
        self._account.change(self.tensor.untyped_storage(), -1)


def fill_in_batches(
    recipe: Recipe,
    place: Workplace,
    start: StartModel | None,
    emit: Callable[[TrainingEvent], None],
    *,
    processes: int = 1,
    meter: Meter | None = None,
) -> Recipe:
    """The recipe with a number for each batch that it leaves open; steps of seconds find it.

    Args:
        start: what the training starts from; None: from nothing.
        processes: that share each batch; a batch is for all of them.
        meter: of the device; None: what suits it.
    """
    if recipe.teacher.batch and recipe.distill.batch:
        return recipe
    meter = meter or _meter(place.device, recipe, processes)
    most = MOST.get(place.device.type, MOST["cpu"])
    crops, each = _crops(recipe, place), max(1, most // processes)
    found: dict[str, int] = {}
    for stage in trial_stages(recipe, place, load_lpips("alex", place.device), start):
        if getattr(recipe, stage.name).batch == 0:
            found[stage.name] = processes * largest_batch(stage, meter, crops, each)
    for name in ("teacher", "distill"):
        batch = getattr(recipe, name).batch or found.get(name, 1)  # a stage that the training has not
        recipe = dataclasses.replace(recipe, **{name: dataclasses.replace(getattr(recipe, name), batch=batch)})
    told = " and ".join(f"{name}.batch={batch}" for name, batch in found.items())
    emit(notice("batches", free_mb=meter.free >> 20, batches=told))
    return recipe


def largest_batch(stage: Stage, meter: Meter, crops: Callable[[int], Batch], most: int) -> int:
    """The largest power of two, up to `most`, whose step stays inside the margin; 1 if none does.

    It is doubled only while the growth so far says that twice as many will fit: memory is not driven to its end.
    """
    allowed = int(MARGIN * meter.free)
    batch, growth, needed = 1, 0, _needed(stage, meter, crops, 1)
    while needed is not None and 2 * batch <= most and needed + 2 * growth <= allowed:
        wider = _needed(stage, meter, crops, 2 * batch)
        if wider is None or wider > allowed:
            break
        batch, growth, needed = 2 * batch, wider - needed, wider
    return batch


def _needed(stage: Stage, meter: Meter, crops: Callable[[int], Batch], count: int) -> int | None:
    """Bytes of a step, its optimiser's included; None: they are not there."""

    def steps() -> None:
        for _ in range(2):  # the first one makes the optimiser's tensors
            stage.step(lambda: crops(count), 0.0)

    try:
        return meter.peak(steps)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        stage.clear()
        return None


def _meter(device: torch.device, recipe: Recipe, processes: int) -> Meter:
    if device.type == "cuda":
        meter = CudaMeter(device)
        side = recipe.data.pair_side
        meter.free -= recipe.data.pairs * 3 * (side**2 + (side // recipe.scale) ** 2)  # the pool, which comes later
        return meter
    return SavedMeter(((free_memory_mb(device) or 2**30) << 20) // processes)


def _crops(recipe: Recipe, place: Workplace) -> Callable[[int], Batch]:
    """Batches of noise of the recipe's size."""
    side, random = recipe.data.crop, torch.Generator().manual_seed(recipe.seed)

    def make(count: int) -> Batch:
        def images(side: int) -> Any:
            return (2 * torch.rand((count, 3, side, side), generator=random) - 1).to(place.device)

        return Batch(images(side * recipe.scale), images(side), torch.full((count,), 0.5, device=place.device))

    return make
