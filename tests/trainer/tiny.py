"""A tiny training: a recipe of seconds, its photos, and a way to run it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from rsd_app.core.progress import CancelToken
from trainer.config import DataConfig, DistillConfig, NetworkConfig, Recipe, TeacherConfig
from trainer.events import TrainingEvent
from trainer.optim.states import State
from trainer.run.order import Host, Order
from trainer.run.training import resume_run, start_run


def make_photos(folder: Path, count: int = 5) -> Path:
    """Smooth photos of 160×120 in a new folder."""
    folder.mkdir()
    rng = np.random.default_rng(2)
    for index in range(count):
        small = rng.integers(0, 256, (12, 16, 3), dtype=np.uint8)
        Image.fromarray(small).resize((160, 120), Image.Resampling.BICUBIC).save(folder / f"{index}.png")
    return folder


TINY = Recipe(
    name="tiny",
    scale=4,
    network=NetworkConfig(widths=(8, 8), blocks=(1, 1), condition_dim=8),
    data=DataConfig(pairs=16, pair_side=64, crop=16, held_out=1, select="all"),
    teacher=TeacherConfig(iterations=6, batch=2, renew_every=2, warmup=2),
    distill=DistillConfig(
        iterations=4,
        batch=2,
        renew_every=2,
        warmup=2,
        fake_updates=2,
        w_gan=3e-3,
        fake_muon_lr=0.01,
        w_patch_gan=0.05,
    ),
    log_every_s=0.0,
)


def train(
    photos: Path,
    out: Path,
    recipe: Recipe = TINY,
    stop: Callable[[TrainingEvent], bool] = lambda event: False,
    **further: Any,
) -> list[TrainingEvent]:
    """Start, or go on if `out` is a run already; stops after an event that `stop` accepts."""
    events: list[TrainingEvent] = []
    token = CancelToken()

    def emit(event: TrainingEvent) -> None:
        events.append(event)
        if stop(event):
            token.cancel()

    host = Host(device="cpu", emit=emit, cancel=token, share_cores=further.pop("share_cores", False))
    if (out / "config.json").exists():
        resume_run(out, host, **further)
    else:
        start_run(Order(recipe=recipe, data=[photos], out=out, **further), host)
    return events


def flat(state: State, prefix: str = "") -> dict[str, object]:
    """The values of a state by their path."""
    found: dict[str, object] = {}
    for name, value in state.items():
        found |= flat(value, f"{prefix}{name}/") if isinstance(value, dict) else {prefix + name: value}
    return found


def same(a: State, b: State) -> bool:
    """Whether two training states are equal to the bit, but for the time they took."""
    one, two = flat(a), flat(b)
    one.pop("elapsed_s", 0), two.pop("elapsed_s", 0)
    return one.keys() == two.keys() and all(
        torch.equal(value, two[name]) if isinstance(value, torch.Tensor) else value == two[name]  # type: ignore[arg-type]
        for name, value in one.items()
    )
