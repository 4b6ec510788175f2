"""How long a training will take on this machine, from a look of seconds."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from rsd_app.core.memory import peak_rss_mb
from trainer.batch_size import fill_in_batches
from trainer.config import Recipe
from trainer.dataset import GROUP, PairPool, PhotoStore
from trainer.losses.perceptual import load_lpips
from trainer.methods import trial_stages
from trainer.presets import degrade_with
from trainer.run import HELD_OUT_GROUPS, room_needed, training_place
from trainer.spare_cores import SpareCores
from trainer.stage import Batch, Stage
from trainer.start_model import read_start
from trainer.validation import HeldOut

PHOTOS = 8  # that the probe decodes
GROUPS = 2  # of pairs that it makes
LIMIT_S = 6.0  # for the iterations of each stage


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """What a recipe costs here, before it is begun."""

    iteration_s: dict[str, float]  # of each stage, renewed pairs included
    group_s: float  # to make a group of pairs
    check_s: float  # to save and to measure the held-out crops
    memory_mb: float
    disk_mb: float

    def seconds(self, recipe: Recipe) -> float:
        """Of a whole training: making the pool, the stages, and all checkpoints."""
        counts = {"teacher": recipe.teacher.iterations}
        training_s = sum(counts.get(name, recipe.distill.iterations) * s for name, s in self.iteration_s.items())
        checks = training_s / recipe.save_every_s + 2 * len(self.iteration_s)
        return training_s + checks * self.check_s + (recipe.data.pairs // GROUP + HELD_OUT_GROUPS) * self.group_s


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
    place = training_place(recipe, device)
    recipe = fill_in_batches(recipe, place, model, lambda event: None)
    pool = PairPool(
        PhotoStore(list(photos)[:PHOTOS], smallest=recipe.data.pair_side),
        groups=GROUPS,
        side=recipe.data.pair_side,
        scale=recipe.scale,
        seed=0,
        degrade=degrade_with(recipe.data, recipe.scale, place.device),
        device=place.device,
    )
    pool.fill()
    began = time.perf_counter()
    pool.renew()
    group_s = time.perf_counter() - began
    lpips = load_lpips("alex", place.device)
    stages = trial_stages(recipe, place, lpips, model)
    with SpareCores() if share_cores else contextlib.nullcontext() as cores:
        iteration_s = {
            stage.name: _iteration_s(stage, pool, recipe, cores) + group_s / stage.renew_every for stage in stages
        }
    began = time.perf_counter()
    HeldOut(pool, place, lpips, recipe.seed).measure(stages[-1])
    check_s = (time.perf_counter() - began) * HELD_OUT_GROUPS / GROUPS
    return Forecast(
        iteration_s=iteration_s,
        group_s=group_s,
        check_s=check_s,
        memory_mb=peak_rss_mb(),
        disk_mb=room_needed(recipe) / 2**20,
    )


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
