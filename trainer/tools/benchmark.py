"""Speed of a training on this machine, and how long a recipe will take."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch.utils.flop_counter import FlopCounterMode

from rsd_app.core.device.memory import peak_rss_mb
from trainer.config import Recipe
from trainer.damage.presets import degrade_with
from trainer.data.photo_files import find_photos
from trainer.data.photo_store import PhotoStore
from trainer.data.pool import GROUP, PairPool
from trainer.methods.choose import trial_stages
from trainer.methods.stage import Stage
from trainer.models.workplace import Batch, Workplace
from trainer.parallel.kept_memory import keep_memory
from trainer.perceptual.lpips import load_lpips
from trainer.run.batch_size import fill_in_batches
from trainer.run.training import training_place

ITERATIONS = 10  # of the teacher
STUDENT_ITERATIONS = 4  # each is several times as long
GROUPS = 4


def measure_training(recipe: Recipe, data: Sequence[Path], device: str) -> dict[str, object]:
    """Iterations of each stage as the recipe has them, data and renewals included.

    Returns:
        samples_s and data_wait of the teacher (share of the time spent on batches and pool); convolution_gflop and
        product_gflop: what one of its iterations computes in its network's convolutions, forward and backward, and
        in products of matrices, nearly all Muon's; share_of_peak: these convolutions over the whole time of an
        iteration, against the rate of plain ones, timed in turn with the iterations. A step needs the products as
        well, but in float32, which has no rate here to be held against: their time counts as lost. stages:
        seconds of an iteration, samples_s and data_wait of each; together_samples_s: of a whole training;
        degradation: share of the teacher's time that the renewed pairs take; forecast_s: of the recipe's
        iterations; peak_rss_mb.
    """
    keep_memory()
    place = training_place(recipe, device)
    recipe = fill_in_batches(recipe, place, None, lambda event: None)
    photos = find_photos(data)[: 8 * GROUPS]
    store = PhotoStore(photos, smallest=recipe.data.pair_side)
    degrade = degrade_with(recipe.data, recipe.scale, place.device)
    pool = PairPool(
        store,
        groups=GROUPS,
        side=recipe.data.pair_side,
        scale=recipe.scale,
        seed=0,
        degrade=degrade,
        device=place.device,
    )
    pool.fill()
    teacher, *students = trial_stages(recipe, place, load_lpips("alex", place.device))
    plain = PlainConvolution(place)
    of_teacher = _time_stage(teacher, pool, recipe, ITERATIONS, between=plain.run)
    stages = {"teacher": of_teacher}
    forecast_s = of_teacher["iteration_s"] * recipe.teacher.iterations
    samples = recipe.teacher.batch * recipe.teacher.iterations
    for student in students:
        stages[recipe.method] = _time_stage(student, pool, recipe, STUDENT_ITERATIONS)
        forecast_s += stages[recipe.method]["iteration_s"] * recipe.distill.iterations
        samples += recipe.distill.batch * recipe.distill.iterations
    batch = Batch(*pool.batch(teacher.batch_size, recipe.data.crop, torch.Generator().manual_seed(0)))
    convolution_gflop, product_gflop = step_gflop(teacher, lambda: batch)
    return {
        "samples_s": of_teacher["samples_s"],
        "share_of_peak": round(convolution_gflop / of_teacher["iteration_s"] / plain.gflops, 3),
        "convolution_gflop": round(convolution_gflop, 1),
        "product_gflop": round(product_gflop, 1),
        "data_wait": of_teacher["data_wait"],
        "degradation": of_teacher["renewal"],
        "stages": stages,
        "together_samples_s": round(samples / forecast_s, 2) if forecast_s else 0.0,
        "forecast_s": round(forecast_s),
        "peak_rss_mb": round(peak_rss_mb(), 1),
        "pairs": GROUPS * GROUP,
    }


def _time_stage(
    stage: Stage, pool: PairPool, recipe: Recipe, iterations: int, between: Callable[[], object] | None = None
) -> dict[str, float]:
    """Seconds of an iteration and what they went into; the first iteration, which sets things up, is left out.

    The median counts, for the machine may do other things meanwhile. Renewals are timed apart and counted as often
    as the recipe has them: a short run may hit none.

    Args:
        between: done after each iteration, and not timed here.
    """
    random = torch.Generator().manual_seed(0)
    waited, steps_s, waits_s = 0.0, list[float](), list[float]()

    def next_batch() -> Batch:
        nonlocal waited
        began = time.perf_counter()
        batch = Batch(*pool.batch(stage.batch_size, recipe.data.crop, random))
        waited += time.perf_counter() - began
        return batch

    stage.step(next_batch, 1.0)
    for _ in range(iterations):
        waited, began = 0.0, _now(pool.device)
        stage.step(next_batch, 1.0)
        steps_s.append(_now(pool.device) - began)
        waits_s.append(waited)
        if between is not None:
            between()
    began = _now(pool.device)
    for _ in range(3):
        pool.renew()
    renewal_s = (_now(pool.device) - began) / 3 / stage.renew_every
    whole_s = statistics.median(steps_s) + renewal_s
    return {
        "iteration_s": round(whole_s, 5),
        "samples_s": round(stage.batch_size / whole_s, 2),
        "data_wait": round((statistics.median(waits_s) + renewal_s) / whole_s, 4),
        "renewal": round(renewal_s / whole_s, 4),
    }


def _now(device: torch.device) -> float:
    """Seconds of a clock, once the device has finished its queue."""
    if device.type == "cuda":
        torch.cuda.synchronize()
    return time.perf_counter()


def step_gflop(stage: Stage, next_batch: Callable[[], Batch]) -> tuple[float, float]:
    """What a step, which is made for it, computes: in its network's convolutions, and in products of matrices.

    Counted where it is done: nothing for a gradient that nobody asks for, such as that of the network's input.
    """
    with FlopCounterMode(display=False) as counter:
        stage.step(next_batch, 1.0)
    counts = counter.get_flop_counts()
    convolutions = _of_convolutions(counts[type(stage.averaged()).__name__])
    return convolutions / 1e9, (sum(counts["Global"].values()) - _of_convolutions(counts["Global"])) / 1e9


def _of_convolutions(counts: Mapping[Any, int]) -> int:
    """Of operations of every kind, those of convolutions, forward and backward."""
    return sum(count for kind, count in counts.items() if "convolution" in str(kind))


class PlainConvolution:
    """Forward 64-channel 3×3 convolutions in the training's precision: what the device gives at best, about."""

    def __init__(self, place: Workplace) -> None:
        def made(*shape: int) -> torch.Tensor:
            values = torch.randn(shape, device=place.device).to(place.dtype)
            return values.contiguous(memory_format=torch.channels_last)

        self._x, self._weight = made(16, 64, 64, 64), made(64, 64, 3, 3)
        self._device = place.device
        self._times_s: list[float] = []

    def run(self) -> None:
        """Time one more, the first one of a kind apart."""
        for _ in range(1 if self._times_s else 2):
            began = _now(self._device)
            F.conv2d(self._x, self._weight, padding=1)
            took_s = _now(self._device) - began
        self._times_s.append(took_s)

    @property
    def gflops(self) -> float:
        """The rate, by the median."""
        return 2 * self._weight.numel() * self._x.numel() / 64 / statistics.median(self._times_s) / 1e9
