"""A student learns what it is to be told."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from rsd_app.__main__ import main
from rsd_app.core.errors import ConfigError, TrainingError
from rsd_app.core.files.model_file import read_header, read_model
from rsd_app.core.progress import Cancelled, CancelToken
from rsd_app.engine.picture.job import prepare
from tests.engine.render.test_severity import settings
from tests.engine.toy_models import write_toy_model
from tests.trainer.scenes import scene
from tests.trainer.tiny import train
from trainer.export import severity_estimator
from trainer.export.model import export_run
from trainer.models.start_model import read_start
from trainer.recipes import find_recipe


@pytest.fixture
def good_photos(tmp_path: Path) -> Path:
    folder = tmp_path / "good"
    folder.mkdir()
    for index in range(3):
        Image.fromarray(scene(index, 200, 220)).save(folder / f"{index}.png")
    return folder


def test_that_the_costs_are_learned_from_what_is_seen() -> None:
    """One of twelve features says which severity is best, the others nothing."""
    generator = torch.Generator().manual_seed(1)
    features = torch.randn(640, 12, generator=generator) * 3 + 1
    wanted = (0.2 + 0.04 * (features[:, 3] - 1)).clamp(0, 0.6)
    told = torch.tensor(severity_estimator.TOLD)
    noise = 0.01 * torch.randn(640, 1, generator=generator)
    costs = (told.sqrt() - wanted.sqrt()[:, None]).square() + noise
    learned = severity_estimator._fitted(features, costs)
    guessed = learned.cheapest(learned(features))
    assert float(torch.corrcoef(torch.stack([guessed, wanted]))[0, 1]) > 0.9
    judged = severity_estimator._judged(severity_estimator._Costs(features, costs, costs.max(dim=1).values))
    assert judged.crops == 640
    assert judged.severity == 0.2
    assert judged.best < judged.estimated < judged.fixed + 0.02
    assert judged.worth_it
    assert not severity_estimator._judged(severity_estimator._Costs(features, costs, costs.min(dim=1).values)).worth_it


def test_that_a_severity_between_two_costs_what_lies_between() -> None:
    told = torch.tensor(severity_estimator.TOLD)
    costs = torch.tensor([[4.0, 2.0, 1.0, 3.0, 5.0]]).expand(4, 5)
    found = severity_estimator._between(told, costs, torch.tensor([0.0, 0.05, 0.2, 0.6]))
    torch.testing.assert_close(found, torch.tensor([4.0, 3.0, 1.0, 5.0]))


@pytest.mark.slow
def test_that_a_student_learns_it_from_photos(
    tmp_path: Path, good_photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    student = write_toy_model(tmp_path / "toy.safetensors", 2)
    before = read_model(student)[1]
    command = ["train", "estimator", str(student), "--data", str(good_photos), "--set", "data.select=all"]
    assert main([*command, "--crops", "10"]) == 2
    assert "give 160 or more" in capsys.readouterr().err
    assert main([*command, "--crops", "160", "--device", "cpu"]) == 0
    assert "LPIPS-alex of 160 crops" in capsys.readouterr().out
    header, tensors = read_model(student)
    assert header.network["estimator"] == list(severity_estimator.TOLD)
    assert all(torch.equal(tensors[name], tensor) for name, tensor in before.items())
    photo = tmp_path / "photo.png"
    Image.fromarray(np.asarray(scene(7, 100, 100))).save(photo)
    known = prepare(photo, settings(str(student))).config
    assert known.severity is not None
    # Once more, and as the start of another training, which has its own students.
    first = student.read_bytes()
    assert main([*command, "--crops", "160", "--device", "cpu"]) == 0
    assert student.read_bytes() == first
    start, recipe = read_start(student, find_recipe("finetune"))
    start.network(recipe)
    assert "estimator" in read_header(student).network


@pytest.mark.slow
@pytest.mark.usefixtures("tiny_training")
def test_that_an_export_teaches_it_from_the_photos_of_the_run(
    good_photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(severity_estimator.Learned, "worth_it", True)
    train(good_photos, tmp_path / "run")
    file, plain = tmp_path / "taught.safetensors", export_run(tmp_path / "run", tmp_path / "plain.safetensors")
    command = ["train", "export", str(tmp_path / "run"), "-o", str(file), "--learn-auto"]
    assert main([*command, "160", "--device", "cpu"]) == 0
    out, err = capsys.readouterr()
    assert out == f"{file}\n"
    assert "LPIPS-alex of 160 crops" in err
    assert "so auto is better without" not in err
    (header, tensors), (_, untaught) = read_model(file), read_model(plain)
    assert header.network["estimator"] == list(severity_estimator.TOLD)
    assert tensors.keys() - untaught.keys() == {name for name in tensors if name.startswith("estimator.")}
    assert all(torch.equal(tensors[name], tensor) for name, tensor in untaught.items())
    # One that makes auto worse is not kept.
    monkeypatch.setattr(severity_estimator.Learned, "worth_it", False)
    assert main([*command, "160", "--device", "cpu"]) == 0
    assert "auto is better without an estimator" in capsys.readouterr().err
    assert file.read_bytes() == plain.read_bytes()
    # Nothing is written where it cannot be taught, or is broken off.
    cancelled = CancelToken()
    cancelled.cancel()
    none = tmp_path / "none.safetensors"
    with pytest.raises(Cancelled):
        export_run(tmp_path / "run", none, lesson=severity_estimator.Lesson(crops=160, cancel=cancelled))
    with pytest.raises(ConfigError, match="is for students"):
        export_run(
            tmp_path / "run", none, role="teacher", lesson=severity_estimator.Lesson(crops=160, cancel=CancelToken())
        )
    photos = tmp_path / "run/photos.json"
    photos.write_text('{"photos": [], "held_out": [], "pairs": [["a", "b"]], "held_out_pairs": []}')
    with pytest.raises(TrainingError, match="is the disk"):
        export_run(tmp_path / "run", none, lesson=severity_estimator.Lesson(crops=160, cancel=CancelToken()))
    assert not none.exists()
