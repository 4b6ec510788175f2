"""Speed of a training on this machine, and how long a recipe will take."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import torch
import torch.nn.functional as F

from rsd_app.core.memory import peak_rss_mb
from trainer.batch_size import fill_in_batches
from trainer.config import Recipe
from trainer.dataset import GROUP, PairPool, PhotoStore
from trainer.losses.perceptual import load_lpips
from trainer.methods import trial_stages
from trainer.photo_files import find_photos
from trainer.presets import degrade_with
from trainer.run import training_place
from trainer.stage import Batch, Stage, Workplace

ITERATIONS = 20  # of the teacher
STUDENT_ITERATIONS = 6  # each is several times as long
GROUPS = 4


def measure_training(recipe: Recipe, data: Sequence[Path], device: str) -> dict[str, object]:
    """Iterations of each stage as the recipe has them, data and renewals included.

    Returns:
        samples_s and data_wait of the teacher (share of the time spent on batches and pool); share_of_peak: its
        convolutions (three times the forward pass) against plain ones in this run; stages: seconds of an
        iteration, samples_s and data_wait of each; degradation: share of the teacher's time that the renewed
        pairs take; forecast_s: of the recipe's iterations; peak_rss_mb.
    """
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
    of_teacher = _time_stage(teacher, pool, recipe, ITERATIONS)
    stages = {"teacher": of_teacher}
    forecast_s = of_teacher["iteration_s"] * recipe.teacher.iterations
    for student in students:
        stages[recipe.method] = _time_stage(student, pool, recipe, STUDENT_ITERATIONS)
        forecast_s += stages[recipe.method]["iteration_s"] * recipe.distill.iterations
    gflop = 3 * forward_gflop(teacher, recipe.data.crop) * of_teacher["samples_s"]
    return {
        "samples_s": of_teacher["samples_s"],
        "share_of_peak": round(gflop / convolution_gflops(place), 3),
        "data_wait": of_teacher["data_wait"],
        "degradation": of_teacher["renewal"],
        "stages": stages,
        "forecast_s": round(forecast_s),
        "peak_rss_mb": round(peak_rss_mb(), 1),
        "pairs": GROUPS * GROUP,
    }


def _time_stage(stage: Stage, pool: PairPool, recipe: Recipe, iterations: int) -> dict[str, float]:
    """Seconds of an iteration and what they went into; the first iteration, which sets things up, is left out.

    Renewals are timed apart and counted as often as the recipe has them: a short run may hit none.
    """
    random, waited = torch.Generator().manual_seed(0), 0.0

    def next_batch() -> Batch:
        nonlocal waited
        began = time.perf_counter()
        batch = Batch(*pool.batch(stage.batch_size, recipe.data.crop, random))
        waited += time.perf_counter() - began
        return batch

    def synchronised() -> float:
        if pool.device.type == "cuda":
            torch.cuda.synchronize()
        return time.perf_counter()

    stage.step(next_batch, 1.0)
    waited, began = 0.0, synchronised()
    for _ in range(iterations):
        stage.step(next_batch, 1.0)
    step_s = (synchronised() - began) / iterations
    began = synchronised()
    for _ in range(3):
        pool.renew()
    renewal_s = (synchronised() - began) / 3 / stage.renew_every
    whole_s = step_s + renewal_s
    return {
        "iteration_s": round(whole_s, 5),
        "samples_s": round(stage.batch_size / whole_s, 2),
        "data_wait": round((waited / iterations + renewal_s) / whole_s, 4),
        "renewal": round(renewal_s / whole_s, 4),
    }


def forward_gflop(stage: Stage, crop: int) -> float:
    """Convolutions of one crop's forward pass."""
    total = 0

    def count(module: torch.nn.Module, _: object, output: torch.Tensor) -> None:
        nonlocal total
        weight: torch.Tensor = module.weight  # type: ignore[assignment]
        total += 2 * weight.numel() * output.shape[2] * output.shape[3]

    network = stage.averaged()
    hooks = [m.register_forward_hook(count) for m in network.modules() if isinstance(m, torch.nn.Conv2d)]
    device = next(network.parameters()).device
    z = torch.zeros(1, network.latent_channels, crop, crop, device=device)
    with torch.no_grad():
        network(z, torch.zeros(1, dtype=torch.long, device=device), z[:, :3], z)
    for hook in hooks:
        hook.remove()
    return total / 1e9


def convolution_gflops(place: Workplace) -> float:
    """Rate of forward 64-channel 3×3 convolutions in the training's precision."""
    dtype = place.dtype
    x = torch.randn(16, 64, 64, 64, device=place.device).to(dtype).contiguous(memory_format=torch.channels_last)
    weight = torch.randn(64, 64, 3, 3, device=place.device).to(dtype).contiguous(memory_format=torch.channels_last)
    times = []
    for _ in range(8):
        began = time.perf_counter()
        F.conv2d(x, weight, padding=1)
        if place.device.type == "cuda":
            torch.cuda.synchronize()
        times.append(time.perf_counter() - began)
    return 2 * 9 * 64 * 64 * x.shape[0] * 64 * 64 / min(times) / 1e9
