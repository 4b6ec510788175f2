"""Speed of a training on this machine."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import torch
import torch.nn.functional as F

from rsd_app.core.memory import peak_rss_mb
from trainer.config import Recipe
from trainer.dataset import GROUP, PairPool, PhotoStore
from trainer.photo_files import find_photos
from trainer.run import training_place
from trainer.stage import Batch, Workplace
from trainer.teacher import TeacherStage

ITERATIONS = 20
GROUPS = 4


def measure_training(recipe: Recipe, data: Sequence[Path], device: str) -> dict[str, object]:
    """Teacher iterations as the recipe has them, data and renewals included.

    Returns:
        samples_s; share_of_peak: the step's convolutions (three times the forward pass) against plain ones in
        this run; data_wait: share of the time spent on batches and pool; peak_rss_mb.
    """
    place = training_place(recipe, device)
    photos = find_photos(data)[: 8 * GROUPS]
    store = PhotoStore(photos, smallest=recipe.data.pair_side)
    pool = PairPool(store, groups=GROUPS, side=recipe.data.pair_side, scale=recipe.scale, seed=0, device=place.device)
    pool.fill()
    stage = TeacherStage(recipe, place)
    random, waited = torch.Generator().manual_seed(0), 0.0

    def next_batch() -> Batch:
        nonlocal waited
        began = time.perf_counter()
        batch = Batch(*pool.batch(stage.batch_size, recipe.data.crop, random))
        waited += time.perf_counter() - began
        return batch

    stage.step(next_batch, 1.0)
    waited, began = 0.0, time.perf_counter()
    for iteration in range(ITERATIONS):
        stage.step(next_batch, 1.0)
        if iteration % stage.renew_every == 0:
            renewal = time.perf_counter()
            pool.renew()
            waited += time.perf_counter() - renewal
    seconds = time.perf_counter() - began
    samples = ITERATIONS * stage.batch_size
    gflop = 3 * forward_gflop(stage, recipe.data.crop) * samples
    return {
        "samples_s": round(samples / seconds, 2),
        "share_of_peak": round(gflop / seconds / convolution_gflops(place), 3),
        "data_wait": round(waited / seconds, 4),
        "peak_rss_mb": round(peak_rss_mb(), 1),
        "pairs": GROUPS * GROUP,
    }


def forward_gflop(stage: TeacherStage, crop: int) -> float:
    """Convolutions of one crop's forward pass."""
    total = 0

    def count(module: torch.nn.Module, _: object, output: torch.Tensor) -> None:
        nonlocal total
        weight: torch.Tensor = module.weight  # type: ignore[assignment]
        total += 2 * weight.numel() * output.shape[2] * output.shape[3]

    network = stage.averaged()
    hooks = [m.register_forward_hook(count) for m in network.modules() if isinstance(m, torch.nn.Conv2d)]
    device = network.stem.weight.device
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
