"""From the events of a training to what a window shows of it."""

import math

import pytest

from rsd_app.gui.training.process.progress import Progress, Trend
from trainer.events import (
    Continued,
    Inspected,
    Noticed,
    Paused,
    Referred,
    RolledBack,
    RunEnded,
    StageStarted,
    Trained,
    TrainingEvent,
    Validated,
)


def taken(*events: TrainingEvent) -> Progress:
    progress = Progress()
    for event in events:
        progress.take(event)
    return progress


def validated(iteration: int, lpips: float, stage: str = "distill") -> Validated:
    return Validated(stage=stage, iteration=iteration, elapsed_s=1.0, figures={"lpips": lpips, "psnr": 25.0})


def trained(iteration: int, *, elapsed_s: float = 30.0, remaining_s: float | None = 90.0) -> Trained:
    return Trained(
        stage="distill", iteration=iteration, elapsed_s=elapsed_s, remaining_s=remaining_s, samples_s=10.0,
        data_wait=0.1, figures={"loss": 1.0 / iteration}, run_remaining_s=100.0,
    )  # fmt: skip


def test_that_figures_become_curves_and_shares() -> None:
    progress = taken(
        Inspected(done=3, total=12), StageStarted(stage="distill", iteration=0, samples_held_out=32),
        validated(0, 0.4), trained(10), validated(10, 0.3),
    )  # fmt: skip
    assert progress.inspected == (3, 12)
    assert progress.held_out["distill"]["lpips"] == [(0, 0.4), (10, 0.3)]
    assert progress.start == {"lpips": 0.4, "psnr": 25.0}
    assert progress.trained["distill"]["loss"] == [(10, 0.1)]
    assert progress.share is not None
    assert math.isclose(progress.share, 0.25)
    assert progress.remaining_s == 100.0


def test_that_what_is_done_again_is_forgotten_first() -> None:
    back = RolledBack(stage="distill", iteration=10, from_iteration=20, reason="losses run away", rate_factor=0.5)
    progress = taken(validated(0, 0.4), validated(10, 0.3), validated(20, 9.0), back, validated(20, 0.25))
    assert progress.held_out["distill"]["lpips"] == [(0, 0.4), (10, 0.3), (20, 0.25)]
    assert progress.notices == [back]
    again = StageStarted(stage="distill", iteration=10, samples_held_out=32)
    progress.take(again)
    assert progress.held_out["distill"]["lpips"] == [(0, 0.4), (10, 0.3)]


def test_that_a_training_from_nothing_is_held_against_a_finished_model() -> None:
    reference = Referred(name="restore-x4", figures={"lpips": 0.2, "psnr": 27.0})
    progress = taken(reference, validated(0, 0.6), validated(10, 0.3))
    assert progress.against == reference.figures
    assert progress.start == {"lpips": 0.6, "psnr": 25.0}


def test_that_a_pause_and_the_end_are_told() -> None:
    progress = taken(StageStarted(stage="distill", iteration=0, samples_held_out=1), Paused(stage="d", iteration=1))
    assert progress.paused
    progress.take(Continued(stage="distill", iteration=1))
    assert not progress.paused
    progress.take(RunEnded(finished=True, reason="finished"))
    progress.take(Noticed(text="worse than it started"))
    assert progress.ended is not None
    assert progress.share == 1.0
    progress.take(StageStarted(stage="distill", iteration=1, samples_held_out=1))
    assert progress.ended is None


@pytest.mark.parametrize(
    ("values", "trend"),
    [
        ([0.4, 0.3], ""),
        ([0.4, 0.38, 0.36, 0.34, 0.32, 0.30], "improving"),
        ([0.4, 0.32, 0.3, 0.3, 0.2999, 0.3001], "level"),
        ([0.4, 0.42, 0.43, 0.44], "worse"),
    ],
)
def test_that_the_trend_is_said_plainly(values: list[float], trend: Trend) -> None:
    assert taken(*(validated(10 * i, value) for i, value in enumerate(values))).trend == trend
