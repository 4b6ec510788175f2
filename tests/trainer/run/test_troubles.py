"""What users of other trainers report most, each held down by a test; more of them are where their subject is."""

from __future__ import annotations

import dataclasses
import math
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch

from rsd_app.core.errors import ConfigError, TrainingError
from tests.trainer.tiny import TINY, make_photos, train
from trainer.config import Recipe, override
from trainer.control import tell
from trainer.data.photo_store import PhotoStore
from trainer.data.pool import PairPool
from trainer.events import Noticed, RunEnded, StageStarted, Trained, Validated
from trainer.parallel.peers import join_peers
from trainer.run.checkpoint import load_state, save_state
from trainer.run.health import Diverged, HealthWatch
from trainer.run.run_dir import RunDir

TEACHER_ONLY = override(TINY, ["distill.iterations=0", "teacher.iterations=12"])


def stopped_at(iteration: int, photos: Path, run: Path, recipe: Recipe = TEACHER_ONLY) -> None:
    train(photos, run, recipe, lambda event: isinstance(event, Trained) and event.iteration == iteration)


@pytest.mark.slow
@pytest.mark.usefixtures("tiny_training")
def test_that_a_resumed_training_counts_on_and_forecasts_from_its_own_pace(photos: Path, tmp_path: Path) -> None:
    """Not from the hours of a slower machine, or of a pause, before."""
    run = tmp_path / "run"
    stopped_at(4, photos, run)
    path = run / "checkpoints/teacher-00000004.safetensors"
    state = load_state(path)
    state["elapsed_s"] = 400_000.0  # 100,000 s an iteration
    save_state(path, state)
    events = train(photos, run)
    started = next(event for event in events if isinstance(event, StageStarted))
    trained = [event for event in events if isinstance(event, Trained)]
    assert started.iteration == 4
    assert [event.iteration for event in trained] == list(range(5, 13))
    assert all(event.elapsed_s > 400_000 for event in trained)
    assert all(event.remaining_s is not None and event.remaining_s < 600 for event in trained)
    assert trained[-1].remaining_s == 0


@pytest.mark.slow
@pytest.mark.usefixtures("tiny_training")
def test_that_a_run_whose_trainer_died_is_stopped_and_bad_words_change_nothing(photos: Path, tmp_path: Path) -> None:
    """No run waits for a trainer that is gone: whether one is at work is told by its lock alone."""
    run = tmp_path / "run"
    stopped_at(2, photos, run)
    (run / "control").write_text("stop")  # what its user had asked when it died
    os.utime(run / "control", (0, 0))
    assert RunDir.open(run).state() == "stopped"
    before = {path: path.read_bytes() for path in run.rglob("*") if path.is_file()}
    for setting, message in (("teacher.lr=7", "from 1e-08 to 1"), ("teacher.rl=1e-4", "did you mean teacher.lr")):
        with pytest.raises(ConfigError, match=message):
            train(photos, run, settings=[setting])
    assert {path: path.read_bytes() for path in run.rglob("*") if path.is_file()} == before
    assert train(photos, run)[-1] == RunEnded(finished=True, reason="finished")
    assert RunDir.open(run).state() == "finished"


@pytest.mark.slow
@pytest.mark.usefixtures("tiny_training")
def test_that_a_word_said_while_the_trainer_gets_ready_counts(photos: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    stopped_at(2, photos, run)
    tell(run, "stop")
    ended = train(photos, run)[-1]
    assert isinstance(ended, RunEnded)
    assert not ended.finished
    assert train(photos, run)[-1] == RunEnded(finished=True, reason="finished")  # it was said once


@pytest.mark.slow
@pytest.mark.usefixtures("tiny_training")
def test_that_a_single_photo_is_trained_on_and_what_that_means_is_said(tmp_path: Path) -> None:
    photos = make_photos(tmp_path / "one", 1)
    events = train(photos, tmp_path / "run", override(TEACHER_ONLY, ["teacher.iterations=1"]))
    told = " ".join(event.text for event in events if isinstance(event, Noticed))
    assert "no photo can be held out: the held-out figures are of photos trained on" in told
    assert "1 photos are few" in told
    assert events[-1] == RunEnded(finished=True, reason="finished")


def test_that_colors_that_drift_are_told_though_nothing_else_is_worse() -> None:
    watch = HealthWatch()
    for color in (4.0, 1.5, 6.0, 2.0):  # a training that finds its way
        watch.after_validation({"lpips": 0.3, "colour": color}, "distill")
    with pytest.raises(Diverged, match=r"held-out colours are 12.0 of 255 off, at their best they were 1.5"):
        watch.after_validation({"lpips": 0.29, "colour": 12.0}, "distill")
    with pytest.raises(Diverged):
        watch.after_validation({"lpips": 0.29, "colour": math.nan}, "distill")
    watch.after_validation({"lpips": 0.29, "colour": 1.6}, "distill")


@pytest.mark.slow
@pytest.mark.usefixtures("tiny_training")
def test_that_a_training_whose_colors_drift_goes_back(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from trainer.run.held_out import HeldOut

    measure, seen = HeldOut.measure, []

    def pink(self: HeldOut, stage: Any) -> dict[str, float]:
        figures = measure(self, stage)
        seen.append(figures)
        return figures | {"colour": 30.0 if len(seen) == 3 else 1.0}

    monkeypatch.setattr(HeldOut, "measure", pink)
    events = train(photos, tmp_path / "run", override(TEACHER_ONLY, ["save_every_s=0.01"]))
    (back,) = [event for event in events if type(event).__name__ == "RolledBack"]
    assert "held-out colours are 30.0 of 255 off" in back.reason
    assert back.rate_factor == 0.5
    assert back.iteration < back.from_iteration
    assert events[-1] == RunEnded(finished=True, reason="finished")
    assert all("colour" in event.figures for event in events if isinstance(event, Validated))


@pytest.mark.slow
def test_that_crops_have_no_hidden_limit(tmp_path: Path) -> None:
    """512 pixels, as a user of another trainer could not have them: the photos and memory are the limit."""
    import numpy as np
    from PIL import Image

    picture = np.random.default_rng(0).integers(0, 256, (600, 700, 3), dtype=np.uint8)
    Image.fromarray(picture).save(tmp_path / "large.png")
    recipe = dataclasses.replace(TINY, data=dataclasses.replace(TINY.data, pair_side=512, crop=128))
    store = PhotoStore([tmp_path / "large.png"], smallest=recipe.data.pair_side)
    pool = PairPool(store, groups=1, side=recipe.data.pair_side, scale=4, seed=0)
    pool.fill()
    hq, lq, _ = pool.batch(1, recipe.data.crop, torch.Generator().manual_seed(0))
    assert (hq.shape, lq.shape) == ((1, 3, 512, 512), (1, 3, 128, 128))
    with pytest.raises(ConfigError, match=r"data.crop: 129 × 4 exceeds data.pair_side 512; give at most 128"):
        override(recipe, ["data.crop=129"])


@pytest.mark.parametrize(("nccl", "backend"), [(False, "gloo"), (True, "cpu:gloo,cuda:nccl")])
def test_that_gpus_without_nccl_train_over_gloo(nccl: bool, backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("torch.cuda.is_available", lambda: True)
    monkeypatch.setattr("torch.distributed.is_nccl_available", lambda: nccl)
    monkeypatch.setattr("torch.distributed.init_process_group", lambda name, **_: asked.append(name))
    for name, value in {"WORLD_SIZE": "2", "RANK": "1", "LOCAL_RANK": "1"}.items():
        monkeypatch.setenv(name, value)
    peers = join_peers()
    assert (peers.rank, peers.count, peers.local_rank) == (1, 2, 1)
    assert asked == [backend]


@pytest.mark.usefixtures("tiny_training")
def test_that_a_run_whose_folder_is_removed_says_so(photos: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"

    def remove(event: object) -> bool:
        if isinstance(event, Trained) and event.iteration == 4:
            shutil.rmtree(run)
        return False

    with pytest.raises(TrainingError, match="was removed while it trained"):
        train(photos, run, TEACHER_ONLY, remove)
