"""A whole training in small: both stages, exact resume, bad starts, export into the engine."""

import dataclasses
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from rsd_app.core.errors import ConfigError, TrainingError
from rsd_app.core.files.model_file import read_header
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.events import Done
from rsd_app.engine.settings.config import UpscaleConfig
from tests.trainer.tiny import TINY, same, train
from trainer.config import Recipe, from_dict, override, to_dict
from trainer.events import Inspected, Referred, RunEnded, StageEnded, StageStarted, Trained, Validated, from_line
from trainer.export.model import Labels, export_run
from trainer.run.checkpoint import load_state

pytestmark = pytest.mark.usefixtures("tiny_training")
TEACHER_ONLY = dataclasses.replace(TINY, distill=dataclasses.replace(TINY.distill, iterations=0))


@pytest.mark.slow
def test_that_a_training_ends_in_a_model_that_the_engine_runs(photos: Path, tmp_path: Path) -> None:
    events = train(photos, tmp_path / "run")
    ends = [e for e in events if isinstance(e, StageEnded)]
    assert [(e.stage, e.iteration, e.reason) for e in ends] == [
        ("teacher", 6, "finished"),
        ("distill", 4, "finished"),
    ]
    assert {"psnr", "lpips", "z0_error"} <= next(e for e in events if isinstance(e, Validated)).figures.keys()
    recorded = (tmp_path / "run/events.jsonl").read_text(encoding="utf-8").splitlines()
    assert [from_line(line) for line in recorded] == [e for e in events if not isinstance(e, Inspected)]
    model = export_run(tmp_path / "run", tmp_path / "tiny.safetensors", labels=Labels(licence="CC0"))
    header = read_header(model)
    assert header.training is not None
    assert dict(header.training.iterations) == {"teacher": 6, "distill": 4}
    config = UpscaleConfig(model=str(model), device="cpu", precision="fp32")
    (outcome,) = upscale_files(
        [photos / "0.png"], tmp_path / "big.png", config, emit=lambda e: None, cancel=CancelToken()
    )
    assert isinstance(outcome, Done)


@pytest.mark.slow
def test_that_a_finished_model_is_measured_first_and_changes_nothing(photos: Path, tmp_path: Path) -> None:
    measured = [e for e in train(photos, tmp_path / "plain") if isinstance(e, Validated)][-1].figures
    model = export_run(tmp_path / "plain", tmp_path / "tiny.safetensors", labels=Labels(licence="CC0"))
    events = train(photos, tmp_path / "held-against", reference=model)
    (referred,) = [e for e in events if isinstance(e, Referred)]
    assert events.index(referred) < events.index(next(e for e in events if isinstance(e, StageStarted)))
    assert referred.name == "tiny"
    assert referred.figures == pytest.approx(measured, rel=0.02)  # its weights were rounded for the file
    last = "checkpoints/distill-00000004.safetensors"
    assert same(load_state(tmp_path / "plain" / last), load_state(tmp_path / "held-against" / last))


@pytest.mark.slow
@pytest.mark.parametrize(("stage", "iteration"), [("teacher", 3), ("distill", 2)])
def test_that_a_stopped_training_resumes_exactly(photos: Path, tmp_path: Path, stage: str, iteration: int) -> None:
    straight, broken = tmp_path / "straight", tmp_path / "broken"
    train(photos, straight)
    train(
        photos,
        broken,
        stop=lambda e: isinstance(e, Trained) and (e.stage, e.iteration) == (stage, iteration),
    )
    assert not (broken / "checkpoints/distill-00000004.safetensors").exists()
    train(photos, broken)
    for name in ("teacher-00000006", "distill-00000004"):
        one, two = (load_state(run / f"checkpoints/{name}.safetensors") for run in (straight, broken))
        assert same(one, two), name


@pytest.mark.slow
def test_that_a_damaged_checkpoint_falls_back_to_the_one_before(photos: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    train(photos, run, TEACHER_ONLY, stop=lambda e: isinstance(e, Trained) and e.iteration == 3)
    train(photos, run)
    newest = run / "checkpoints/teacher-00000006.safetensors"
    newest.write_bytes(newest.read_bytes()[:500])
    events = train(photos, run)
    assert "went back" in getattr(events[0], "text", "")
    assert [e.iteration for e in events if isinstance(e, StageEnded)] == [6]


@pytest.mark.slow
def test_that_a_killed_training_resumes_exactly(photos: Path, tmp_path: Path) -> None:
    """20 iterations straight against 10, a kill, and 10."""
    recipe = override(TEACHER_ONLY, ["teacher.iterations=20", "save_every_s=0.01", "keep_newest=40"])
    straight, killed = tmp_path / "straight", tmp_path / "killed"
    train(photos, straight, override(recipe, ["save_every_s=999"]))
    command = "import sys, json; from pathlib import Path; from tests.trainer.tiny import train;"
    command += "import trainer.run.training as training; from rsd_app.core.device.choice import choose_device;"
    command += "training.HELD_OUT_GROUPS = 1; training.choose_device = lambda d, p: choose_device('cpu', 'fp32');"
    command += "from trainer.config import from_dict;"
    command += "train(Path(sys.argv[1]), Path(sys.argv[2]), from_dict(json.loads(sys.argv[3])), print)"
    child = subprocess.Popen(
        [sys.executable, "-u", "-c", command, photos, killed, json.dumps(to_dict(recipe))],
        cwd=Path(__file__).parents[3], stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdout is not None
    with child, child.stdout as lines:
        for line in lines:
            if line.startswith("Saved") and "iteration=10" in line:
                child.kill()
                break
    assert child.returncode == -signal.SIGKILL
    (started, *_) = train(photos, killed)
    assert isinstance(started, StageStarted)
    assert started.iteration >= 10
    one, two = (load_state(run / "checkpoints/teacher-00000020.safetensors") for run in (straight, killed))
    assert same(one, two)


def test_that_bad_starts_are_clear_and_leave_nothing(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty, out = tmp_path / "empty", tmp_path / "run"
    empty.mkdir()
    with pytest.raises(TrainingError, match="holds no picture"):
        train(empty, out)
    with pytest.raises(TrainingError, match="is not a folder"):
        train(tmp_path / "nowhere", out)
    with pytest.raises(TrainingError, match="none of 5 is readable and at least 128"):
        train(photos, out, override(TINY, ["data.pair_side=128"]))
    (empty / "broken.jpg").write_bytes(b"no picture")
    with pytest.raises(TrainingError, match=r"none of 1 is readable.*broken\.jpg"):
        train(empty, out)
    with monkeypatch.context() as patch:
        patch.setattr("trainer.run.training.shutil.disk_usage", lambda path: type("Usage", (), {"free": 1000}))
        with pytest.raises(TrainingError, match="free some space"):
            train(photos, out)
    assert not out.exists()


@pytest.mark.slow
def test_that_a_directory_in_use_is_left_alone(photos: Path, tmp_path: Path) -> None:
    done = tmp_path / "done"
    train(photos, done, override(TEACHER_ONLY, ["teacher.iterations=1"]))
    before = {path: path.stat().st_mtime_ns for path in done.rglob("*")}
    from trainer.run.order import Host, Order
    from trainer.run.training import start_run

    silent = Host(device="cpu", emit=lambda event: None, cancel=CancelToken())
    with pytest.raises(TrainingError, match="holds a run already"):
        start_run(Order(recipe=TINY, data=[photos], out=done), silent)
    with pytest.raises(TrainingError, match="with other files"):
        start_run(Order(recipe=TINY, data=[photos], out=photos), silent)
    assert {path: path.stat().st_mtime_ns for path in done.rglob("*")} == before
    assert len(list(photos.iterdir())) == 5


@pytest.mark.slow
def test_that_a_finished_run_can_be_extended(photos: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    train(photos, run)
    teacher = (run / "checkpoints/teacher-00000006.safetensors").read_bytes()
    again = train(photos, run)
    assert not any(isinstance(event, Trained) for event in again)  # nothing was left to do
    more = train(photos, run, settings=["distill.iterations=8", "teacher.iterations=99"])
    trained = [event for event in more if isinstance(event, Trained)]
    assert [event.iteration for event in trained] == [5, 6, 7, 8]
    assert trained[0].rate > 0.5  # not the zero that the first end had
    assert more[-1] == RunEnded(finished=True, reason="finished")
    assert (run / "checkpoints/teacher-00000006.safetensors").read_bytes() == teacher
    assert from_dict(json.loads((run / "config.json").read_text())).distill.iterations == 8
    with pytest.raises(ConfigError, match="start another run"):
        train(photos, run, settings=["network.widths=[8,16]"])
    with pytest.raises(ConfigError, match="counts iterations"):
        train(photos, run, extend_s=60.0)


@pytest.mark.slow
def test_that_a_time_budget_is_kept_and_extended(photos: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    train(photos, run, TEACHER_ONLY, lambda event: isinstance(event, StageStarted))
    train(photos, run, for_s=0.5, settings=["teacher.share=1"])
    assert json.loads((run / "budget.json").read_text()) == {"for_s": 0.5}
    more = train(photos, run, extend_s=0.5)
    assert json.loads((run / "budget.json").read_text()) == {"for_s": 1.0}
    trained = [event for event in more if isinstance(event, Trained)]
    assert 0.5 < trained[0].elapsed_s <= trained[-1].elapsed_s
    assert trained[-1].elapsed_s >= 1.0
    assert trained[0].remaining_s is not None
    assert trained[0].remaining_s < 30


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="flock")
def test_that_two_trainers_cannot_share_a_run(photos: Path, tmp_path: Path) -> None:
    from trainer.run.run_dir import RunDir

    run = tmp_path / "run"
    train(photos, run, TEACHER_ONLY)
    other = RunDir.open(run)
    assert other.state() == "finished"
    other.lock()
    assert RunDir.open(run).state() == "running"
    with pytest.raises(TrainingError, match="in use by another trainer"):
        train(photos, run)
    other.unlock()


@pytest.mark.parametrize("recipe", [Recipe(name="any"), TINY])
def test_that_every_number_of_a_recipe_has_a_range(recipe: Recipe) -> None:
    from trainer.config import _numbers

    for key, value, metadata in _numbers(recipe, ""):
        if not isinstance(value, str):
            low, high = metadata["range"]
            assert low < high, key


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("distill.lrr=1", "did you mean distill.lr"),
        ("distill.lr=fast", "give a value of type float"),
        ("data.pairs=17", "multiple of 16"),
        ("teacher.share=2", "teacher.share: is 2; give a number from 0 to 1"),
        ("distill.lr=NaN", "distill.lr: is nan"),
        ("network.widths=[8,1]", "network.widths: is 1; give a number from 8"),
        ("network.blocks=[1]", "have 2 and 1 levels"),
        ("teacher.betas=[0.9]", "teacher.betas: has 1 items; give 2"),
        ("save_evry_s=3", "did you mean save_every_s"),
        ("data.crop=17", "data.crop"),
        ("seed", "write key=value"),
    ],
)
def test_that_bad_settings_are_named(setting: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        override(TINY, [setting])


def test_that_settings_override_and_survive_json() -> None:
    changed = override(TINY, ["distill.lr=1e-3", "network.widths=[8,16]", "name=other"])
    assert (changed.distill.lr, changed.network.widths, changed.name) == (1e-3, (8, 16), "other")
    assert from_dict(to_dict(changed)) == changed
