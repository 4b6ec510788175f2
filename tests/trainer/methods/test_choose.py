"""Other ways to a student, models to start from, and what comes out: file, card, library."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import torch

from rsd_app.__main__ import main
from rsd_app.core.device.choice import choose_device
from rsd_app.core.errors import ConfigError, ModelError
from rsd_app.core.files.model_file import read_header, read_model, write_model
from rsd_app.core.progress import CancelToken
from rsd_app.core.resources import resource_path
from rsd_app.engine.library.installed import list_models
from rsd_app.engine.render.compact.model import load_compact
from tests.trainer.tiny import TINY, train
from trainer.config import Recipe, override
from trainer.events import Noticed, RunEnded, StageStarted, TrainingEvent, Validated
from trainer.export.model import export_run, file_name
from trainer.methods.sinsr import deterministic_step
from trainer.models.build import fill_network, make_network
from trainer.models.start_model import read_start
from trainer.models.workplace import make_workplace
from trainer.recipes import RECIPES, find_recipe
from trainer.run.checkpoint import load_state
from trainer.run.order import Host, Order
from trainer.run.training import start_run

pytestmark = pytest.mark.usefixtures("tiny_training")
SHORT = override(TINY, ["distill.fake_updates=1", "distill.w_gan=0", "distill.iterations=2"])


def start(recipe: Recipe, photos: Path, out: Path, model: Path | None = None) -> list[TrainingEvent]:
    events: list[TrainingEvent] = []
    host = Host(device="cpu", emit=events.append, cancel=CancelToken())
    start_run(Order(recipe=recipe, data=[photos], out=out, start=model), host)
    assert events[-1] == RunEnded(finished=True, reason="finished")
    return events


@pytest.fixture(scope="module")
def teacher_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.trainer.tiny import make_photos

    folder = tmp_path_factory.mktemp("teacher")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("trainer.run.training.HELD_OUT_GROUPS", 1)
        start(override(SHORT, ["method=teacher"]), make_photos(folder / "photos"), folder / "run")
    return export_run(folder / "run", folder / "teacher.safetensors", role="teacher")


def test_that_a_deterministic_sampler_carries_the_noise_along() -> None:
    """With the true z0 for a prediction, every z_t is the forward process with the same noise."""
    process = make_workplace(TINY, torch.device("cpu"), torch.float32).process
    generator = torch.Generator().manual_seed(0)
    z0, z_lq, eps = (torch.randn(2, 3, 4, 4, generator=generator) for _ in range(3))
    z = process.forward(z0, z_lq, torch.tensor([14, 14]), eps)
    for step in range(14, 0, -1):
        z = deterministic_step(process, z, z0, z_lq, step)
        expected = process.forward(z0, z_lq, torch.tensor([step - 1] * 2), eps)
        torch.testing.assert_close(z, expected, rtol=1e-4, atol=1e-5)
    assert torch.equal(deterministic_step(process, z, z0, z_lq, 0), z0)


@pytest.mark.parametrize("method", ["rsd", "sinsr", "direct"])
def test_that_every_method_makes_a_student_from_one_teacher(
    method: str, teacher_file: Path, photos: Path, tmp_path: Path
) -> None:
    events = start(override(SHORT, [f"method={method}"]), photos, tmp_path / "run", teacher_file)
    assert [e.stage for e in events if isinstance(e, StageStarted)] == ["distill"]  # no teacher is trained again
    states = [load_state(tmp_path / f"run/checkpoints/distill-0000000{i}.safetensors")["stage"] for i in (0, 2)]
    assert not torch.equal(states[0]["student"]["stem.weight"], states[1]["student"]["stem.weight"])
    noise = states[1]["student"]["stem.weight"][:, -1]
    assert bool((noise == 0).all()) == (method == "sinsr")  # there the noise has no say
    header = read_header(export_run(tmp_path / "run", tmp_path / "student.safetensors"))
    assert header.role == "student"
    assert header.training is not None
    assert dict(header.training.iterations) == {"distill": 2}


@pytest.mark.slow
def test_that_a_student_without_its_teacher_is_distilled_further(
    teacher_file: Path, photos: Path, tmp_path: Path
) -> None:
    """A teacher is made of its own weights first, and the student goes on from them, not from that teacher's."""
    start(SHORT, photos, tmp_path / "first", teacher_file)
    student = export_run(tmp_path / "first", tmp_path / "student.safetensors")
    recipe = override(SHORT, ["teacher.iterations=2"])
    events = start(recipe, photos, tmp_path / "run", student)
    assert [e.stage for e in events if isinstance(e, StageStarted)] == ["teacher", "distill"]
    known = {name: tensor.float() for name, tensor in read_model(student)[1].items()}
    teacher, distilled = (
        load_state(tmp_path / f"run/checkpoints/{stage}-00000000.safetensors")["stage"]
        for stage in ("teacher", "distill")
    )
    stem = known["stem.weight"]
    assert torch.equal(teacher["network"]["stem.weight"], stem[:, : teacher["network"]["stem.weight"].shape[1]])
    assert all(torch.equal(known[name], tensor) for name, tensor in distilled["student"].items())
    # A resumed run finds the start beside its checkpoints.
    train(photos, tmp_path / "run", settings=["distill.iterations=3"])


@pytest.mark.slow
def test_that_a_model_of_four_times_becomes_one_of_twice(teacher_file: Path, photos: Path, tmp_path: Path) -> None:
    """At its start it sees the mean of four pixels, and draws what the one of four times makes of that."""
    start(SHORT, photos, tmp_path / "first", teacher_file)
    student = export_run(tmp_path / "first", tmp_path / "student.safetensors")
    recipe = override(SHORT, ["scale=2", "network.fold=2", "data.crop=32", "teacher.iterations=2"])
    model, recipe = read_start(student, recipe)
    four, two = (fill_network(make_network(r, noise_channels=1), t, "") for r, t in (
        (SHORT, read_model(student)[1]), (recipe, model.tensors)
    ))  # fmt: skip
    random = torch.Generator().manual_seed(3)
    lq, z, noise = (torch.randn((1, c, s, s), generator=random) for c, s in ((3, 16), (48, 8), (1, 8)))
    t = torch.tensor([14])
    mean = torch.nn.functional.avg_pool2d(lq, 2)
    torch.testing.assert_close(two(z, t, lq, z, noise=noise), four(z, t, mean, z, noise=noise))
    events = start(recipe, photos, tmp_path / "twice", student)
    assert [e.stage for e in events if isinstance(e, StageStarted)] == ["teacher", "distill"]
    train(photos, tmp_path / "twice", settings=["distill.iterations=3"])
    made = export_run(tmp_path / "twice", tmp_path / "twice.safetensors")
    header = read_header(made)
    assert (header.scale, header.fold) == (2, 2)
    assert load_compact(made, choose_device("cpu", "fp32"), None).scale == 2


@pytest.mark.slow
def test_that_a_student_is_tuned_and_measured_against_its_start(
    teacher_file: Path, photos: Path, tmp_path: Path
) -> None:
    start(SHORT, photos, tmp_path / "first", teacher_file)
    student = export_run(tmp_path / "first", tmp_path / "student.safetensors")
    far_off = ["method=direct", "teacher.iterations=0", "distill.lr=0.01", "distill.iterations=4"]
    recipe = override(SHORT, [*far_off, "data.damage=bicubic", "network.widths=[16,16]"])
    events = start(recipe, photos, tmp_path / "tuned", student)
    first = next(e for e in events if isinstance(e, Validated))
    last = [e for e in train(photos, tmp_path / "first") if isinstance(e, Validated)]
    assert first.iteration == 0
    assert not last
    # So large a rate makes it worse: that is told, and the start can still be had.
    assert any("worse than where it started" in e.text for e in events if isinstance(e, Noticed))
    best = export_run(tmp_path / "tuned", tmp_path / "best.safetensors", checkpoint="best")
    before, after = read_model(student)[1], read_model(best)[1]
    assert all(torch.equal(before[name], after[name]) for name in before)
    # A resumed run has its start by itself, whatever became of the file.
    student.unlink()
    train(photos, tmp_path / "tuned", settings=["distill.iterations=3", "distill.lr=1e-6"])


def test_that_a_model_that_does_not_fit_is_refused_and_leaves_nothing(
    teacher_file: Path, photos: Path, tmp_path: Path
) -> None:
    out = tmp_path / "run"
    header, tensors = read_model(teacher_file)
    other = tmp_path / "other.safetensors"
    write_model(other, dataclasses.replace(header, scale=2), tensors)
    with pytest.raises(ConfigError, match="enlarges 2 times, the recipe 4 times"):
        start(SHORT, photos, out, other)
    write_model(other, dataclasses.replace(header, family="paper"), tensors)
    with pytest.raises(ConfigError, match="of the family paper"):
        start(SHORT, photos, out, other)
    with pytest.raises(ConfigError, match="is a finished teacher"):
        start(override(SHORT, ["method=teacher"]), photos, out, teacher_file)
    bundled = resource_path("models/restore-x4.safetensors")
    with pytest.raises(ConfigError, match="take --recipe finetune"):
        start(override(SHORT, ["teacher.iterations=0"]), photos, out, bundled)
    other.write_bytes(teacher_file.read_bytes()[:-100])
    with pytest.raises(ModelError):
        start(SHORT, photos, out, other)
    with pytest.raises(ConfigError, match="--from: is missing"):
        start(override(SHORT, ["method=direct", "teacher.iterations=0"]), photos, out)
    assert not out.exists()


def test_that_a_student_that_knows_its_realism_is_made_tuned_and_run(
    teacher_file: Path, photos: Path, tmp_path: Path
) -> None:
    recipe = override(SHORT, ["distill.realism_share=0.5"])
    start(recipe, photos, tmp_path / "run", teacher_file)
    student = export_run(tmp_path / "run", tmp_path / "student.safetensors")
    device = choose_device("cpu", "fp32")
    assert load_compact(student, device, None).knows_realism
    plain = ["method=direct", "teacher.iterations=0", "distill.realism_share=0"]
    start(override(SHORT, plain), photos, tmp_path / "tuned", student)  # what it knows is not lost
    assert load_compact(export_run(tmp_path / "tuned", tmp_path / "tuned.safetensors"), device, None).knows_realism

    old, _ = read_start(resource_path("models/restore-x4.safetensors"), find_recipe("finetune"))
    assert old.network(override(find_recipe("finetune"), ["distill.realism_share=0.3"])).noise_channels == 2


def test_that_the_bundled_student_is_what_finetune_starts_from() -> None:
    model, recipe = read_start(resource_path("models/restore-x4.safetensors"), find_recipe("finetune"))
    assert not model.is_teacher
    assert recipe.network.widths == (64, 128, 256)
    assert model.network(recipe).noise_channels == recipe.student_channels


@pytest.mark.parametrize("name", RECIPES)
def test_that_every_recipe_says_what_it_is(name: str) -> None:
    recipe = find_recipe(name)
    assert recipe.name == name
    assert recipe.description.endswith(".")
    with pytest.raises(ConfigError, match="did you mean"):
        find_recipe(name[:-1] + "z")


def test_that_a_model_is_installed_with_its_card(
    teacher_file: Path,
    photos: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "library"))
    start(SHORT, photos, tmp_path / "run", teacher_file)
    command = ["train", "export", str(tmp_path / "run"), "--install", "Grandma's album", "--data-licence", "my own"]
    assert main([*command, "--licence", "CC0"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'library' / 'Grandma-s-album.safetensors'}\n"
    (mine,) = [model for model in list_models() if model.origin == "user"]
    assert mine.header is not None
    assert mine.header.name == "Grandma's album"
    assert mine.header.training is not None
    assert mine.header.training.metrics["held_out_lpips"] > 0
    card = (tmp_path / "library/Grandma-s-album.md").read_text()
    parts = ["# Grandma's album", "| licence | CC0 |", "| licence of the photos | my own |", "| start |"]
    parts += ["4 photos of the folders", "| this model |", "](Grandma-s-album.samples.png)", '"method": "rsd"']
    for part in parts:
        assert part in card
    assert str(tmp_path) not in card  # a model is shared, a disk is not
    assert (tmp_path / "library/Grandma-s-album.samples.png").stat().st_size > 1000
    assert main(command) == 1
    assert "is installed already" in capsys.readouterr().err
    assert main([*command, "--overwrite"]) == 0
    capsys.readouterr()
    assert main(["train", "export", str(tmp_path / "run"), "-o", str(tmp_path / "mine.onnx")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'mine.onnx'}\n"
    assert (tmp_path / "mine.onnx").stat().st_size > 1000


def test_that_names_become_names_of_files() -> None:
    assert [file_name(n) for n in ("a/b: c", "  ", "Fotos à Paris", "../x")] == ["a-b-c", "model", "Fotos-à-Paris", "x"]


def test_that_a_training_does_without_lpips_vgg_where_it_was_not_fetched(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.methods.choose.has_lpips_vgg", lambda: False)
    events = start(override(SHORT, ["method=direct", "distill.w_vgg=0.5"]), photos, tmp_path / "run")
    assert any("fetch-metrics" in e.text for e in events if isinstance(e, Noticed))
    assert find_recipe(str(tmp_path / "run/config.json")).distill.w_vgg == 0
