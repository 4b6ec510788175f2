"""A training followed by its files: cut lines, two files, long histories, and a trainer that gave up."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rsd_app.core.file_lock import lock_file
from rsd_app.gui.training.process import follower as module
from rsd_app.gui.training.process.follower import Follower
from rsd_app.gui.training.process.plan import Plan
from rsd_app.gui.training.process.trainings import Training, list_trainings, new_training
from trainer.events import Inspected, RunEnded, Validated, to_line


@pytest.fixture
def training(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Training:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    made = new_training(Plan(folders=("/photos",)))
    made.run.mkdir(parents=True)
    made.save_plan()
    return made


def validated(iteration: int) -> str:
    return to_line(Validated(stage="distill", iteration=iteration, elapsed_s=1.0, figures={"lpips": 0.3})) + "\n"


def test_that_lines_are_taken_when_they_are_whole(training: Training, qtbot: QtBot) -> None:
    follower = Follower(training)
    follower.look()  # nothing is there yet
    training.spoken.write_text(to_line(Inspected(done=3, total=9)) + "\n" + validated(1), encoding="utf-8")
    with qtbot.waitSignal(follower.changed):
        follower.look()
    assert follower.progress.inspected == (3, 9)
    assert not follower.progress.held_out  # that is told by the run's own file

    line = validated(1)
    with training.events.open("a", encoding="utf-8") as file:
        file.write("no event\n" + line[:20])
        file.flush()
        follower.look()
        assert not follower.progress.held_out
        file.write(line[20:])
    follower.look()
    assert follower.progress.held_out["distill"]["lpips"] == [(1, 0.3)]


def test_that_a_long_history_comes_in_pieces(training: Training, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 1000)
    training.events.write_text("".join(validated(i) for i in range(100)), encoding="utf-8")
    follower = Follower(training)
    follower.look()
    first = len(follower.progress.held_out["distill"]["lpips"])
    assert 0 < first < 20
    for _ in range(30):
        follower.look()
    assert len(follower.progress.held_out["distill"]["lpips"]) == 100


def test_that_a_training_is_found_again_with_its_state(training: Training) -> None:
    (found,) = list_trainings()
    assert found.folder == training.folder
    assert found.plan == training.plan
    assert not found.at_work
    with lock_file(training.folder / "lock"):
        assert found.at_work
    assert not found.at_work
    training.events.write_text(to_line(RunEnded(finished=True, reason="finished")) + "\n", encoding="utf-8")
    assert found.finished


def test_that_what_the_trainer_said_last_is_its_trouble(training: Training) -> None:
    assert training.trouble == ""
    log = training.folder / "trainer.log"
    log.write_text("rsd: stopping; once more to stop at once\nrsd: stopped; `rsd train resume` continues it\n")
    assert training.trouble == ""
    log.write_text("Traceback\nrsd: photos: none is readable; look again\n")
    assert training.trouble == "photos: none is readable; look again"


def test_that_a_damaged_plan_does_not_hide_the_others(training: Training) -> None:
    other = new_training(Plan())
    other.folder.mkdir(parents=True)
    (other.folder / "plan.json").write_text(json.dumps({"version": 99}))
    assert {found.folder for found in list_trainings()} == {training.folder, other.folder}
