"""rsd train and rsd bench with a trainer that only notes how it is called."""

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

import rsd_app.engine.bench.speed
import trainer.export.model
import trainer.perceptual.weights
import trainer.run.training
import trainer.tools.benchmark
from rsd_app.__main__ import main
from rsd_app.core.errors import TrainingError
from trainer.events import (
    Continued,
    Inspected,
    Noticed,
    Paused,
    RolledBack,
    RunEnded,
    Sampled,
    Saved,
    StageEnded,
    StageStarted,
    Trained,
    Validated,
    from_line,
)

EVENTS = (
    StageStarted(stage="teacher", iteration=0, samples_held_out=128),
    Trained(
        stage="teacher",
        iteration=10,
        elapsed_s=5.0,
        remaining_s=7200.0,
        samples_s=32.0,
        data_wait=0.1,
        figures={"mse": 0.0123},
    ),
    Validated(stage="teacher", iteration=10, elapsed_s=5.0, figures={"psnr": 21.5}),
    Saved(stage="teacher", iteration=10, path="RUN/checkpoint"),
    Sampled(stage="teacher", iteration=10, path="RUN/samples/teacher.png"),
    Noticed(text="few photos"),
    Paused(stage="teacher", iteration=10),
    Continued(stage="teacher", iteration=10),
    RolledBack(stage="teacher", iteration=5, from_iteration=10, reason="loss rose", rate_factor=0.5),
    StageEnded(stage="teacher", iteration=10, reason="finished"),
    RunEnded(finished=True, reason="all done"),
    Inspected(done=5, total=5),
)


class FakeTraining:
    """Stands for start_run and resume_run: keeps the call, emits the events."""

    def __init__(self) -> None:
        self.args: tuple[Any, ...] = ()
        self.kwargs: dict[str, Any] = {}
        self.interrupts = 0

    def __call__(self, *args: Any, **kwargs: Any) -> None:
        self.args, self.kwargs = args, kwargs
        for event in EVENTS:
            args[1].emit(event)
        for _ in range(self.interrupts):
            signal.raise_signal(signal.SIGINT)


@pytest.fixture
def training(monkeypatch: pytest.MonkeyPatch) -> FakeTraining:
    fake = FakeTraining()
    monkeypatch.setattr(trainer.run.training, "start_run", fake)
    monkeypatch.setattr(trainer.run.training, "resume_run", fake)
    return fake


RUN = ["train", "run", "--recipe", "restore-x4", "--data", "photos", "more", "--out", "RUN"]


def test_that_a_training_gets_recipe_settings_folders_and_time(training: FakeTraining) -> None:
    assert main([*RUN, "--for", "1h30m", "--set", "distill.lr=0.5", "--set", "seed=7", "--device", "cpu"]) == 0
    order, host = training.args
    assert (order.recipe.name, order.recipe.distill.lr, order.recipe.seed) == ("restore-x4", 0.5, 7)
    assert (order.data, order.out) == ([Path("photos"), Path("more")], Path("RUN"))
    assert (order.for_s, host.device) == (5400.0, "cpu")


def test_that_a_training_prints_its_run_on_stdout_and_words_on_stderr(
    training: FakeTraining, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(RUN) == 0
    captured = capsys.readouterr()
    assert captured.out == "RUN\n"
    assert "2.0 h left, 32 crops/s, mse 0.0123" in captured.err
    assert "psnr 21.5" in captured.err
    assert "teacher 10: paused\nteacher 10: continued\n" in captured.err
    assert "teacher 5: back from 10 with 0.5 of the rates: loss rose" in captured.err
    assert captured.err.endswith("teacher 10: finished\nall done\n")
    assert "{" not in captured.err


@pytest.mark.parametrize("command", [RUN, ["train", "resume", "RUN"]])
def test_that_training_events_are_all_of_stdout(
    command: list[str], training: FakeTraining, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--events"]) == 0
    captured = capsys.readouterr()
    assert tuple(from_line(line) for line in captured.out.splitlines()) == EVENTS
    assert captured.err == ""


def test_that_a_run_can_be_extended_and_changed(training: FakeTraining) -> None:
    assert main(["train", "resume", "RUN", "--extend", "2h", "--set", "distill.lr=1e-4"]) == 0
    assert (training.kwargs["extend_s"], training.kwargs["settings"]) == (7200.0, ["distill.lr=1e-4"])


def test_that_nobody_is_told_where_nobody_trains(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "config.json").write_text("{}")
    assert main(["train", "tell", str(tmp_path), "pause"]) == 1
    assert "is not being trained" in capsys.readouterr().err
    assert not (tmp_path / "control").exists()
    assert main(["train", "status", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"state": "stopped", "trained": None, "validated": None}


def test_that_ctrl_c_lets_a_training_end_by_itself_with_130(
    training: FakeTraining, capsys: pytest.CaptureFixture[str]
) -> None:
    before = signal.getsignal(signal.SIGINT)
    training.interrupts = 1
    assert main(["train", "resume", "RUN"]) == 130
    assert training.args[1].cancel.cancelled
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "`rsd train resume RUN` continues it" in captured.err
    assert signal.getsignal(signal.SIGINT) is before


def test_that_a_second_ctrl_c_does_not_wait(training: FakeTraining, capsys: pytest.CaptureFixture[str]) -> None:
    training.interrupts = 2
    assert main(["train", "resume", "RUN"]) == 130
    captured = capsys.readouterr()
    assert "continues" not in captured.err  # it did not come to its end
    assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--set", "distil.lr=1"], "did you mean distill.lr?"),
        (["--set", "seed"], "write key=value"),
        (["--recipe", "nonesuch"], "known are restore-x4"),
    ],
)
def test_that_wrong_settings_end_with_2_before_any_training(
    more: list[str], message: str, training: FakeTraining, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*RUN, *more]) == 2
    assert message in capsys.readouterr().err
    assert training.args == ()


@pytest.mark.parametrize("text", ["2x", "0", "-1h", "1h2h", "", "nan", "inf"])
def test_that_a_wrong_time_is_wrong_usage(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([*RUN, f"--for={text}"])
    assert end.value.code == 2
    assert "--for" in capsys.readouterr().err


def test_that_an_export_prints_its_path(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    calls = []

    def export_run(run: Path, destination: Path, **facts: str) -> Path:
        calls.append((run, facts))
        return destination

    monkeypatch.setattr(trainer.export.model, "export_run", export_run)
    assert main(["train", "export", "RUN", "-o", "m.safetensors", "--licence", "MIT"]) == 0
    assert capsys.readouterr().out == "m.safetensors\n"
    labels = trainer.export.model.Labels(licence="MIT")
    facts = {"labels": labels, "role": "student", "checkpoint": "newest", "card": True, "lesson": None}
    assert calls == [(Path("RUN"), facts)]


def test_that_evaluate_looks_at_the_pairs_before_it_exports(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def export_run(run: Path, destination: Path, **facts: str) -> Path:
        raise TrainingError(run, "has no checkpoint of the distill stage yet", "let it train longer")

    monkeypatch.setattr(trainer.export.model, "export_run", export_run)
    assert main(["train", "evaluate", "RUN"]) == 2
    for part in ("lq", "hq"):
        (tmp_path / part).mkdir()
    assert main(["train", "evaluate", "RUN", "--set", str(tmp_path)]) == 2
    for part in ("lq", "hq"):
        (tmp_path / part / "a.png").touch()
    assert main(["train", "evaluate", "RUN", "--set", str(tmp_path)]) == 1
    no_set, no_pairs, no_student = capsys.readouterr().err.splitlines()
    assert "--set: is missing" in no_set
    assert "name pairs alike" in no_pairs
    assert no_student == "rsd: RUN: has no checkpoint of the distill stage yet; let it train longer"


def test_that_metric_weights_come_from_the_given_archives(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fetch(*, progress: Any, archives: Path | None, cancel: Any) -> Path:
        progress(f"converting from {archives}")
        return tmp_path / "weights"

    monkeypatch.setattr(trainer.perceptual.weights, "fetch_metric_weights", fetch)
    assert main(["train", "fetch-metrics", "--archives", "ARCHIVES"]) == 0
    captured = capsys.readouterr()
    assert captured.out == f"{tmp_path / 'weights'}\n"
    assert captured.err == "converting from ARCHIVES\n"


def test_that_a_cancelled_fetch_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(*, cancel: Any, **others: Any) -> Path:
        os.kill(os.getpid(), signal.SIGINT)
        cancel.raise_if_cancelled()
        raise AssertionError("not reached")

    monkeypatch.setattr(trainer.perceptual.weights, "fetch_metric_weights", fetch)
    assert main(["train", "fetch-metrics"]) == 130


def test_that_speed_is_lines_or_one_json_object(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def measure(model: str, device: str, precision: str, *, profile: bool = False) -> dict[str, object]:
        assert not profile
        return {"network_mp_s": 1.5, "device": device, "precision": precision, "model": model}

    monkeypatch.setattr(rsd_app.engine.bench.speed, "measure_speed", measure)
    command = ["bench", "speed", "--model", "m", "--device", "cpu", "--precision", "fp32"]
    assert main(command) == 0
    assert capsys.readouterr().out == "network_mp_s: 1.5\ndevice: cpu\nprecision: fp32\nmodel: m\n"
    assert main([*command, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == measure("m", "cpu", "fp32")


def test_that_training_speed_is_one_json_object(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def measure(recipe: Any, data: list[Path], device: str) -> dict[str, object]:
        return {"samples_s": 2.0, "recipe": recipe.name, "data": [str(d) for d in data], "device": device}

    monkeypatch.setattr(trainer.tools.benchmark, "measure_training", measure)
    assert main(["bench", "train", "--data", "photos", "--json"]) == 0
    expected = {"samples_s": 2.0, "recipe": "restore-x4", "data": ["photos"], "device": "auto"}
    assert json.loads(capsys.readouterr().out) == expected
