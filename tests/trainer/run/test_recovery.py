"""A training that goes wrong, is told something, or meets a full disk."""

import csv
import os
import signal
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor

from rsd_app.core.errors import TrainingError
from tests.trainer.run.test_training import TEACHER_ONLY
from tests.trainer.tiny import TINY, train
from trainer.config import override
from trainer.control import Control, tell
from trainer.events import Continued, Noticed, Paused, RolledBack, RunEnded, Saved, Trained, TrainingEvent
from trainer.methods.teacher import TeacherStage
from trainer.run.checkpoint import load_state
from trainer.run.checkpoint_store import CheckpointStore
from trainer.run.clock import WorkClock
from trainer.run.health import Diverged, HealthWatch
from trainer.run.held_out import HeldOut
from trainer.run.metrics_table import MetricsTable

pytestmark = pytest.mark.usefixtures("tiny_training")
LONG = override(TEACHER_ONLY, ["teacher.iterations=40", "save_every_s=999"])


def poison(monkeypatch: pytest.MonkeyPatch, when: Callable[[int], bool]) -> None:
    """Ruin the teacher's weights before the steps (counted over all tries) that `when` accepts."""
    step, calls = TeacherStage.step, iter(range(10**6))

    def poisoned(self: TeacherStage, next_batch: Any, rate: float) -> dict[str, Tensor]:
        if when(next(calls)):
            with torch.no_grad():
                self._network.stem.weight.fill_(float("nan"))
        return step(self, next_batch, rate)

    monkeypatch.setattr(TeacherStage, "step", poisoned)


@pytest.mark.slow
def test_that_weights_gone_bad_are_rolled_back_with_half_the_rate(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    poison(monkeypatch, lambda call: call == 6)
    events = train(photos, tmp_path / "run", LONG)
    (back,) = [event for event in events if isinstance(event, RolledBack)]
    assert (back.iteration, back.from_iteration, back.rate_factor) == (0, 16, 0.5)
    assert "10 steps in a row" in back.reason
    assert events[-1] == RunEnded(finished=True, reason="finished")
    state = load_state(tmp_path / "run/checkpoints/teacher-00000040.safetensors")
    assert state["rate_factor"] == 0.5  # kept, also by a resumed training
    assert all(bool(torch.isfinite(value).all()) for value in state["stage"]["network"].values())
    rows = list(csv.DictReader((tmp_path / "run/metrics.csv").read_text().splitlines()))
    assert [int(row["iteration"]) for row in rows if row["rate"]] == list(range(1, 41))


@pytest.mark.slow
def test_that_a_training_that_cannot_be_saved_from_itself_ends_with_a_clear_error(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    poison(monkeypatch, lambda call: call % 11 == 4)
    with pytest.raises(TrainingError, match="the learning rate was halved 5 times without recovery"):
        train(photos, tmp_path / "run", LONG)
    assert (tmp_path / "run/checkpoints/teacher-00000000.safetensors").exists()


@pytest.mark.slow
def test_that_a_bad_end_is_no_end(photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measure, calls = HeldOut.measure, iter(range(100))

    def worse_once(self: HeldOut, stage: Any) -> dict[str, float]:
        figures = measure(self, stage)
        return {name: 100 * value for name, value in figures.items()} if next(calls) == 1 else figures

    monkeypatch.setattr(HeldOut, "measure", worse_once)
    events = train(photos, tmp_path / "run", override(LONG, ["teacher.iterations=4"]))
    (back,) = [event for event in events if isinstance(event, RolledBack)]
    assert (back.from_iteration, back.iteration) == (4, 0)
    assert "held-out z0_error rose" in back.reason
    assert load_state(tmp_path / "run/checkpoints/teacher-00000004.safetensors")["rate_factor"] == 0.5
    assert events[-1] == RunEnded(finished=True, reason="finished")


def test_that_losses_that_run_away_and_results_that_get_worse_are_told() -> None:
    watch = HealthWatch()
    for i in range(20):
        watch.after_report({"loss": 0.01 + 0.001 * (i % 3), "rsd": (-1) ** i})
    with pytest.raises(Diverged, match="loss rose to"):
        list(map(watch.after_report, [{"loss": 1.0}] * 3))
    watch.after_validation({"lpips": 0.4, "psnr": 20}, "distill")
    watch.after_validation({"lpips": 0.3, "psnr": 21}, "distill")
    with pytest.raises(Diverged, match=r"held-out lpips rose to 0.6, its best was 0.3"):
        watch.after_validation({"lpips": 0.6}, "distill")
    with pytest.raises(Diverged, match="not a finite"):
        watch.after_validation({"lpips": float("nan")}, "distill")


def test_that_a_suspended_process_does_not_use_its_time_up() -> None:
    times = iter([0.0, 1.0, 2.0, 3.0, 4.0, 3604.0, 3605.0, 3613.0])
    clock = WorkClock(100.0, now=lambda: next(times))
    assert [clock.tick() for _ in range(7)] == [0, 0, 0, 0, 3599, 0, 0]  # 8 s may be another program's doing
    assert clock.elapsed_s == 100 + 4 + 1 + 1 + 8


@pytest.mark.slow
@pytest.mark.parametrize(
    "by_signal", [False, pytest.param(True, marks=pytest.mark.skipif(os.name == "nt", reason="-"))]
)
def test_that_a_training_pauses_saves_and_stops_when_told(photos: Path, tmp_path: Path, by_signal: bool) -> None:
    run = tmp_path / "run"
    asked: list[str] = []
    saves: list[TrainingEvent] = []

    def next_word(event: TrainingEvent) -> str | None:
        """Each once the one before has been obeyed, however fast the machine is."""
        if isinstance(event, Saved):
            saves.append(event)
        if isinstance(event, Trained) and not asked:
            return "save"
        if isinstance(event, Trained) and asked == ["save"] and len(saves) == 2:
            return "pause"
        if isinstance(event, Paused):
            return "continue"
        if isinstance(event, Continued):
            return "ruBbish \x00 %$"
        return "stop" if "is no command" in getattr(event, "text", "") else None

    def ask(event: TrainingEvent) -> bool:
        word = next_word(event)
        if word is None:
            return False
        asked.append(word)
        if by_signal and word in ("save", "pause", "continue"):
            os.kill(os.getpid(), signal.SIGUSR1 if word == "save" else signal.SIGUSR2)
        elif word.startswith("ru"):
            (run / "control").write_text(word)
        else:
            tell(run, word)
        return False

    before = signal.getsignal(signal.SIGTERM)
    recipe = override(LONG, ["teacher.iterations=100000", "keep_newest=9"])
    events = train(photos, run, recipe, ask)
    assert signal.getsignal(signal.SIGTERM) is before
    kinds = [type(event) for event in events]
    assert kinds.index(Paused) < kinds.index(Continued)
    saved = [event.iteration for event in events if isinstance(event, Saved)]
    assert len(saved) == 4  # at the start, as asked, before the pause, at the end
    assert any("'rubbish' is no command; known are pause" in getattr(event, "text", "") for event in events)
    assert events[-1] == RunEnded(finished=False, reason="stopped; it can be resumed")
    assert not (run / "control").exists()


def test_that_an_old_command_is_not_meant_for_a_new_session(tmp_path: Path) -> None:
    tell(tmp_path, "stop")
    os.utime(tmp_path / "control", (0, 0))  # from before this process began
    assert Control(tmp_path).words() == ([], [])
    with pytest.raises(TrainingError, match="give one of pause, continue, save, stop"):
        tell(tmp_path, "halt")


@pytest.mark.slow
def test_that_a_full_disk_is_told_and_the_training_goes_on(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = [10**12]
    monkeypatch.setattr("trainer.run.checkpoint_store.shutil.disk_usage", lambda path: SimpleNamespace(free=free[0]))

    def fill(event: TrainingEvent) -> bool:
        if isinstance(event, Trained) and event.iteration == 2:
            free[0] = 1000
        if isinstance(event, Noticed):
            free[0] = 10**12
        return False

    events = train(photos, tmp_path / "run", override(LONG, ["teacher.iterations=8", "save_every_s=0.01"]), fill)
    assert sum("tries again" in getattr(event, "text", "") for event in events) == 1
    assert (tmp_path / "run/checkpoints/teacher-00000008.safetensors").exists()


def test_that_newest_best_and_milestones_are_kept(tmp_path: Path) -> None:
    store = CheckpointStore(tmp_path, keep_newest=2)
    for iteration, lpips in enumerate([0.5, 0.2, 0.4, 0.45, 0.6, 0.61, 0.62]):
        path = store.save("distill", iteration, {"x": torch.zeros(3)}, milestone=iteration == 3)
        store.note_figures(path, {"lpips": lpips, "psnr": float("inf")})
    assert [int(path.stem[-8:]) for path in store.paths("distill")] == [1, 3, 5, 6]
    best = store.best("distill")
    assert best is not None
    assert best.stem == "distill-00000001"
    assert store.figures(best) == {"lpips": 0.2}
    (tmp_path / "notes.json").write_text("rubbish")
    assert store.best("distill") is None


def test_that_damaged_checkpoints_are_set_aside_and_never_started_over(tmp_path: Path) -> None:
    store = CheckpointStore(tmp_path)
    for iteration in (1, 2):
        store.save("teacher", iteration, {"x": torch.zeros(3)})
    (tmp_path / "teacher-00000002.safetensors").write_bytes(b"\0" * 100)
    found = store.newest("teacher")
    assert found is not None
    assert "went back" in found[1]
    again = store.newest("teacher")
    assert again is not None
    assert again[1] == ""  # told once
    (tmp_path / "teacher-00000001.safetensors").write_bytes(b"")
    for _ in range(2):
        with pytest.raises(TrainingError, match="damaged"):
            store.newest("teacher")
    assert store.newest("distill") is None


@pytest.mark.slow
def test_that_metrics_and_samples_go_through_time(photos: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    train(photos, run, TINY)
    rows = list(csv.DictReader((run / "metrics.csv").read_text().splitlines()))
    assert {row["stage"] for row in rows} == {"teacher", "distill"}
    assert all(float(row["held_out_lpips"]) > 0 for row in rows if not row["rate"])
    assert any(row["fake_loss"] for row in rows)
    with Image.open(run / "samples/distill.png") as sheet:
        pixels = np.asarray(sheet)
    side = TINY.data.pair_side
    assert pixels.shape == (4 * (side + 18), 6 * side + 5 * 2, 3)  # input, start, end, original
    assert pixels[-side:].std() > 10


def test_that_a_resumed_table_has_each_iteration_once(tmp_path: Path) -> None:
    table = MetricsTable(tmp_path / "metrics.csv")
    for iteration in (1, 2, 3):
        table.add("teacher", iteration, 1.0, {"loss": 0.5})
    table = MetricsTable(tmp_path / "metrics.csv")
    table.forget_after("teacher", 1)
    table.add("teacher", 2, 1.0, {"loss": 0.25, "new": 7})
    text = (tmp_path / "metrics.csv").read_text().splitlines()
    assert text == ["stage,iteration,elapsed_s,loss,new", "teacher,1,1.0,0.5,", "teacher,2,1.0,0.25,7"]
