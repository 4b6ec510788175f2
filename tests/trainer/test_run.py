"""A whole training in small: both stages, exact resume, bad starts, export into the engine."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from rsd_app.core.errors import ConfigError, TrainingError
from rsd_app.core.model_file import read_header
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch import upscale_files
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.events import Done
from trainer.checkpoint import load_state
from trainer.config import (
    DataConfig,
    DistillConfig,
    NetworkConfig,
    Recipe,
    TeacherConfig,
    from_dict,
    override,
    to_dict,
)
from trainer.events import StageEnded, Trained, TrainingEvent, Validated, from_line
from trainer.export import export_run
from trainer.run import resume_run, start_run
from trainer.stage import State

TINY = Recipe(
    name="tiny",
    scale=4,
    network=NetworkConfig(widths=(8, 8), blocks=(1, 1), condition_dim=8),
    data=DataConfig(pairs=16, pair_side=64, crop=16, held_out=1),
    teacher=TeacherConfig(iterations=6, batch=2, renew_every=2, warmup=2),
    distill=DistillConfig(
        iterations=4, batch=2, renew_every=2, warmup=2, fake_updates=2, w_gan=3e-3, fake_muon_lr=0.01
    ),
    log_every_s=0.0,
)


@pytest.fixture(autouse=True)
def _fp32(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same arithmetic on every processor."""
    from rsd_app.core.device import choose_device

    monkeypatch.setattr("trainer.run.choose_device", lambda device, precision: choose_device("cpu", "fp32"))


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    rng = np.random.default_rng(2)
    for index in range(5):
        small = rng.integers(0, 256, (12, 16, 3), dtype=np.uint8)
        Image.fromarray(small).resize((160, 120), Image.Resampling.BICUBIC).save(folder / f"{index}.png")
    return folder


def train(
    photos: Path,
    out: Path,
    recipe: Recipe = TINY,
    stop: Callable[[TrainingEvent], bool] = lambda event: False,
) -> list[TrainingEvent]:
    """Start, or go on if `out` is a run already; stops after an event that `stop` accepts."""
    events: list[TrainingEvent] = []
    token = CancelToken()

    def emit(event: TrainingEvent) -> None:
        events.append(event)
        if stop(event):
            token.cancel()

    if (out / "config.json").exists():
        resume_run(out, for_s=None, device="cpu", emit=emit, cancel=token)
    else:
        start_run(recipe, [photos], out, for_s=None, device="cpu", emit=emit, cancel=token)
    return events


def flat(state: State, prefix: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in state.items():
        found |= flat(value, f"{prefix}{name}/") if isinstance(value, dict) else {prefix + name: value}
    return found


def same(a: State, b: State) -> bool:
    one, two = flat(a), flat(b)
    one.pop("elapsed_s"), two.pop("elapsed_s")
    return one.keys() == two.keys() and all(
        torch.equal(value, two[name]) if isinstance(value, torch.Tensor) else value == two[name]  # type: ignore[arg-type]
        for name, value in one.items()
    )


def test_that_a_training_ends_in_a_model_that_the_engine_runs(photos: Path, tmp_path: Path) -> None:
    events = train(photos, tmp_path / "run")
    ends = [e for e in events if isinstance(e, StageEnded)]
    assert [(e.stage, e.iteration, e.reason) for e in ends] == [
        ("teacher", 6, "finished"),
        ("distill", 4, "finished"),
    ]
    assert {"psnr", "lpips", "z0_error"} <= next(e for e in events if isinstance(e, Validated)).figures.keys()
    recorded = (tmp_path / "run/events.jsonl").read_text(encoding="utf-8").splitlines()
    assert [from_line(line) for line in recorded] == events
    model = export_run(tmp_path / "run", tmp_path / "tiny.safetensors", licence="CC0")
    header = read_header(model)
    assert header.training is not None
    assert dict(header.training.iterations) == {"teacher": 6, "distill": 4}
    config = UpscaleConfig(model=str(model), device="cpu", precision="fp32")
    (outcome,) = upscale_files(
        [photos / "0.png"], tmp_path / "big.png", config, emit=lambda e: None, cancel=CancelToken()
    )
    assert isinstance(outcome, Done)


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


def test_that_a_damaged_checkpoint_falls_back_to_the_one_before(photos: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    teacher_only = dataclasses.replace(TINY, distill=dataclasses.replace(TINY.distill, iterations=0))
    train(photos, run, teacher_only, stop=lambda e: isinstance(e, Trained) and e.iteration == 3)
    train(photos, run)
    newest = run / "checkpoints/teacher-00000006.safetensors"
    newest.write_bytes(newest.read_bytes()[:500])
    events = train(photos, run)
    assert "went back" in getattr(events[0], "text", "")
    assert isinstance(events[-1], StageEnded)
    assert events[-1].iteration == 6


def test_that_bad_starts_are_clear_and_leave_nothing(photos: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(TrainingError, match="holds no picture"):
        train(empty, tmp_path / "run")
    with pytest.raises(TrainingError, match="is not a folder"):
        train(tmp_path / "nowhere", tmp_path / "run")
    assert not (tmp_path / "run").exists()
    train(
        photos,
        tmp_path / "done",
        dataclasses.replace(TINY, teacher=dataclasses.replace(TINY.teacher, iterations=1)),
    )
    with pytest.raises(TrainingError, match="holds a run already"):
        start_run(
            TINY,
            [photos],
            tmp_path / "done",
            for_s=None,
            device="cpu",
            emit=lambda e: None,
            cancel=CancelToken(),
        )


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("distill.lrr=1", "did you mean distill.lr"),
        ("distill.lr=fast", "give a value of type float"),
        ("data.pairs=17", "multiple of 16"),
        ("teacher.share=2", "from 0 to 1"),
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
