"""How long a training will take on this machine, from a look of seconds."""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from rsd_app.core.device.memory import peak_rss_mb
from trainer.config import Recipe
from trainer.damage.presets import degrade_with
from trainer.data.photo_store import PhotoStore
from trainer.data.pool import GROUP, PairPool
from trainer.methods.choose import trial_stages
from trainer.methods.stage import Stage
from trainer.models.start_model import read_start
from trainer.models.workplace import Batch
from trainer.parallel.kept_memory import keep_memory
from trainer.parallel.spare_cores import SpareCores
from trainer.perceptual.lpips import load_lpips
from trainer.run.batch_size import fill_in_batches
from trainer.run.checkpoint import save_state
from trainer.run.held_out import HeldOut
from trainer.run.training import HELD_OUT_GROUPS, room_needed, training_place

PHOTOS = 8  # that the probe decodes
GROUPS = 2  # of pairs that it makes
LIMIT_S = 6.0  # for the iterations of each stage


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """What a recipe costs here, before it is begun."""

    iteration_s: dict[str, float]  # of each stage, renewed pairs included
    group_s: float  # to make a group of pairs, many at a time
    photo_s: float  # to decode a photo, as each is once
    check_s: float  # to save, to measure the held-out crops and to draw samples
    memory_mb: float
    disk_mb: float

    def seconds(self, recipe: Recipe, photos: int = 0) -> float:
        """Of a whole training: decoding, making the pool for each stage, the stages, and all checkpoints."""
        counts = {"teacher": recipe.teacher.iterations}
        training_s = sum(counts.get(name, recipe.distill.iterations) * s for name, s in self.iteration_s.items())
        checks = training_s / recipe.save_every_s + 2 * len(self.iteration_s)
        groups = recipe.data.pairs // GROUP * len(self.iteration_s) + HELD_OUT_GROUPS
        return photos * self.photo_s + groups * self.group_s + training_s + checks * self.check_s


def probe_training(
    recipe: Recipe, photos: Sequence[Path], start: Path | None, device: str, *, share_cores: bool = False
) -> Forecast:
    """Time a few iterations of every stage that the recipe has.

    Args:
        photos: some that it will train on.
        start: the model that it starts from; None: from nothing.
        share_cores: as the training will: with those cores only that other programs leave idle.

    Raises:
        ConfigError: `start` does not fit the recipe.
        TrainingError: no photo can be used.
    """
    model = None
    if start is not None:
        model, recipe = read_start(start, recipe)
    keep_memory()
    place = training_place(recipe, device)
    recipe = fill_in_batches(recipe, place, model, lambda event: None)
    store = PhotoStore(list(photos)[:PHOTOS], smallest=recipe.data.pair_side)
    pool = PairPool(
        store,
        groups=GROUPS,
        side=recipe.data.pair_side,
        scale=recipe.scale,
        seed=0,
        degrade=degrade_with(recipe.data, recipe.scale, place.device),
        device=place.device,
    )
    first_s, fill_s = _timed(pool.fill), _timed(pool.fill)
    renew_s = _timed(pool.renew)
    lpips = load_lpips("alex", place.device)
    stages = trial_stages(recipe, place, lpips, model)
    with SpareCores() if share_cores else contextlib.nullcontext() as cores:
        iteration_s = {
            stage.name: _iteration_s(stage, pool, recipe, cores) + renew_s / stage.renew_every for stage in stages
        }
    held_out, last = HeldOut(pool, place, lpips, recipe.seed), stages[-1]
    check_s = _timed(lambda: held_out.measure(last)) * HELD_OUT_GROUPS / GROUPS
    check_s += _timed(lambda: held_out.samples(last)) + _timed(lambda: _save(last))
    return Forecast(
        iteration_s=iteration_s,
        group_s=fill_s / GROUPS,
        photo_s=max(0.0, first_s - fill_s) / len(store.paths),
        check_s=check_s,
        memory_mb=peak_rss_mb(),
        disk_mb=room_needed(recipe) / 2**20,
    )


def _timed(work: Callable[[], object]) -> float:
    """Time of a call, in seconds."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _save(stage: Stage) -> None:
    """As at a checkpoint, but nothing stays."""
    with tempfile.TemporaryDirectory(prefix="rsd-probe-") as folder:
        save_state(Path(folder) / "probe.safetensors", {"stage": stage.state()})


def _iteration_s(stage: Stage, pool: PairPool, recipe: Recipe, cores: SpareCores | None) -> float:
    """Seconds of a step; the first one, which sets things up, is left out."""
    random = torch.Generator().manual_seed(0)

    def step() -> None:
        if cores is not None:
            cores.apply()
        stage.step(lambda: Batch(*pool.batch(stage.batch_size, recipe.data.crop, random)), 1.0)
        if pool.device.type == "cuda":
            torch.cuda.synchronize()

    step()
    count, began = 0, time.perf_counter()
    while count < 2 or (time.perf_counter() - began) * (count + 1) / count < LIMIT_S:
        step()
        count += 1
    return (time.perf_counter() - began) / count
