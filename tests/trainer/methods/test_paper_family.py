"""The published networks as a training's parts: a teacher and its autoencoder become a student that the app runs."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import torch

from rsd_app.__main__ import main
from rsd_app.core.device.choice import Device
from rsd_app.core.errors import ConfigError
from rsd_app.core.files.model_file import model_hash, read_header, read_model, write_model
from rsd_app.core.progress import CancelToken
from rsd_app.engine.render.published.model import load_published
from tests.engine.toy_published import toy_unet, write_toy
from tests.trainer.tiny import train
from trainer.config import override
from trainer.events import RunEnded, TrainingEvent
from trainer.export.model import Labels, export_run
from trainer.models.build import check_autoencoder, make_codec, make_network, student_from_teacher
from trainer.models.start_model import read_start
from trainer.recipes import find_recipe
from trainer.run.checkpoint import load_state
from trainer.run.order import Host, Order
from trainer.run.training import start_run

pytestmark = pytest.mark.usefixtures("tiny_training")
SMALL = ["distill.iterations=2", "distill.batch=2", "distill.fake_updates=1", "data.pairs=16", "data.pair_side=64",
         "data.crop=16", "data.held_out=1", "data.select=all", "swin.multipliers=[1,1]", "swin.window=8"]  # fmt: skip
RECIPE = override(find_recipe("rsd-paper"), SMALL)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.fixture
def teacher(library: Path) -> Path:
    return write_toy(library, "teacher", 0, "teacher")


def start(teacher: Path, photos: Path, out: Path) -> list[TrainingEvent]:
    events: list[TrainingEvent] = []
    (autoencoder,) = (teacher.parent / "autoencoders").iterdir()
    order = Order(recipe=RECIPE, data=[photos], out=out, start=teacher, autoencoder=autoencoder)
    start_run(order, Host(device="cpu", emit=events.append, cancel=CancelToken()))
    return events


def enlarged(path: Path) -> torch.Tensor:
    model = load_published(path, Device(torch.device("cpu"), torch.float32, "CPU"))
    generator = torch.Generator().manual_seed(1)
    lq = torch.rand(1, 3, 64, 64, generator=generator) * 2 - 1
    noise = torch.randn(1, model.noise_channels, 64, 64, generator=generator)
    return model.enlarge(lq, noise, cancel=CancelToken(), progressed=lambda share: None)


def test_that_the_recipe_is_the_papers() -> None:
    recipe = find_recipe("rsd-paper")
    d, s = recipe.distill, recipe.schedule
    assert (d.fake_updates, d.student_times, d.batch, d.iterations) == (5, 4, 64, 3000)
    assert (d.lr, d.fake_lr, d.betas, d.warmup, d.decay_share) == (5e-5, 5e-5, (0.9, 0.95), 0, 0)
    assert (d.w_lpips, d.w_gan, d.w_l1, d.w_grid, d.w_vgg, d.ema) == (2.0, 3e-3, 0, 0, 0, 0.999)
    assert (s.steps, s.kappa, s.min_noise_level, s.power, s.sigma_data) == (15, 2.0, 0.04, 0.3, 1.0)
    assert (recipe.family, recipe.precision, recipe.scale * recipe.data.crop) == ("paper", "float32", 256)
    assert recipe.multiple == 64
    with torch.device("meta"):
        network = make_network(recipe, noise_channels=1)
    assert sum(p.numel() for p in network.parameters()) == pytest.approx(118.6e6, rel=1e-3)


def test_that_a_student_starts_as_its_teacher_whatever_the_noise(teacher: Path) -> None:
    model, recipe = read_start(teacher, RECIPE)
    network = model.network(recipe)
    student = student_from_teacher(network, make_network(recipe, noise_channels=1))
    z, lq = torch.randn(1, 3, 16, 16), torch.randn(1, 3, 16, 16)
    t = torch.tensor([14])
    with torch.no_grad():
        torch.testing.assert_close(student(z, t, lq, noise=torch.randn(1, 1, 16, 16)), network(z, t, lq))
        torch.testing.assert_close(network(z, t, lq), toy_unet()(z, t, lq))


@pytest.mark.slow
def test_that_a_teacher_is_distilled_and_the_app_runs_its_student(teacher: Path, photos: Path, tmp_path: Path) -> None:
    events = start(teacher, photos, tmp_path / "run")
    assert events[-1] == RunEnded(finished=True, reason="finished")
    states = [load_state(tmp_path / f"run/checkpoints/distill-0000000{i}.safetensors")["stage"] for i in (0, 2)]
    for network in ("student", "fake"):
        moved = [not torch.equal(states[0][network][name], states[1][network][name]) for name in states[0][network]]
        assert sum(moved) > 0.8 * len(moved)
    noise = states[1]["student"]["input_blocks.0.0.weight"][:, 6]
    assert 0 < noise.abs().max() < 1e-3  # it started at zero, and has begun to count
    student = export_run(tmp_path / "run", teacher.parent / "mine.safetensors", labels=Labels(name="mine"))
    header = read_header(student)
    assert (header.family, header.role, header.codec, header.severity) == ("paper", "student", "vq_f4", False)
    assert header.network["noise_channels"] == 1
    assert header.licence == read_header(teacher).licence  # of what it was made from
    assert {t.dtype for t in read_model(student)[1].values()} == {torch.float32}
    made = enlarged(student)
    assert made.shape == (1, 3, 256, 256)
    assert made.isfinite().all()
    assert float((made - enlarged(teacher)).abs().mean()) > 1e-4


@pytest.mark.slow
def test_that_a_run_goes_on_without_its_library(teacher: Path, photos: Path, tmp_path: Path) -> None:
    start(teacher, photos, tmp_path / "run")
    for file in teacher.parent.rglob("*.safetensors"):
        file.unlink()
    events = train(photos, tmp_path / "run", settings=["distill.iterations=3"])
    assert events[-1] == RunEnded(finished=True, reason="finished")
    assert (tmp_path / "run/checkpoints/distill-00000003.safetensors").exists()


@pytest.mark.slow
def test_that_the_command_finds_the_autoencoder_of_an_imported_teacher(
    teacher: Path, photos: Path, tmp_path: Path
) -> None:
    command = ["train", "run", "--recipe", "rsd-paper", "--from", "teacher", "--data", str(photos)]
    settings = [word for setting in SMALL for word in ("--set", setting)]
    assert main([*command, "--out", str(tmp_path / "run"), *settings]) == 0
    assert main(["train", "export", str(tmp_path / "run"), "--install", "mine"]) == 0
    assert read_header(teacher.parent / "mine.safetensors").role == "student"


def test_that_what_does_not_fit_is_refused(teacher: Path, photos: Path, tmp_path: Path) -> None:
    silent = Host(device="cpu", emit=lambda event: None, cancel=CancelToken())
    order = Order(recipe=RECIPE, data=[photos], out=tmp_path / "run")
    with pytest.raises(ConfigError, match="there is no teacher; give a teacher with --from"):
        start_run(order, silent)
    with pytest.raises(ConfigError, match="autoencoder: of toy is missing"):
        start_run(dataclasses.replace(order, start=teacher), silent)
    with pytest.raises(ConfigError, match="take --recipe rsd-paper"):
        read_start(teacher, find_recipe("rsd"))
    (vq,) = (teacher.parent / "autoencoders").iterdir()
    header, tensors = read_model(vq)
    other = tmp_path / "other.safetensors"
    write_model(other, dataclasses.replace(header, name="other"), {n: t * 1.01 for n, t in tensors.items()})
    with pytest.raises(ConfigError, match="is not the autoencoder that toy was trained with"):
        check_autoencoder(other, model_hash(vq), "toy")
    with pytest.raises(ConfigError, match="works in its latents"):
        make_codec(RECIPE, None, torch.device("cpu"))
    assert not (tmp_path / "run").exists()
