"""Importing: every wrapper that published files come in, one autoencoder for all, and nothing left by what fails."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from rsd_app.core.device.choice import Device
from rsd_app.core.errors import ConfigError, ModelError
from rsd_app.core.files.model_file import read_header, read_model
from rsd_app.core.files.weights_file import WeightsFile
from rsd_app.core.progress import Cancelled, CancelToken
from rsd_app.engine.library.importing import NON_COMMERCIAL, ImportChoices, import_files, inspect_file
from rsd_app.engine.library.installed import (
    InstalledModel,
    find_model,
    list_autoencoders,
    list_models,
    remove_model,
)
from rsd_app.engine.render.published.model import load_published
from tests.engine.toy_models import write_toy_model
from tests.engine.toy_published import TOY_UNET, TOY_VQ, toy_unet, toy_vq

State = dict[str, Any]


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.fixture
def vq_file(tmp_path: Path) -> Path:
    torch.save(toy_vq().state_dict(), tmp_path / "autoencoder_vq_f4.pth")
    return tmp_path / "autoencoder_vq_f4.pth"


def bring(*paths: Path, **choices: Any) -> list[InstalledModel]:
    return import_files(paths, ImportChoices(**choices), cancel=CancelToken())


def prefixed(prefix: str) -> Callable[[State], State]:
    return lambda state: {f"{prefix}{name}": tensor for name, tensor in state.items()}


WRAPPERS: dict[str, Callable[[State], Any]] = {
    "plain": lambda state: state,
    "state_dict": lambda state: {"state_dict": state, "epoch": 3},
    "params": lambda state: {"params": state},
    "module.": prefixed("module."),
    "_orig_mod.": prefixed("_orig_mod."),
    "model.": prefixed("model."),
    "all prefixes": lambda state: {"model": prefixed("module._orig_mod.")(state), "optimizer": {"lr": [1e-4]}},
    "without buffers": lambda state: {n: t for n, t in state.items() if "mask" not in n and "index" not in n},
    "parameters": lambda state: {n: torch.nn.Parameter(t, False) for n, t in state.items()},
    "ema beside the rest": lambda state: {
        "params": {name: tensor + 1 for name, tensor in state.items()},
        "params_ema": state,
    },
}


@pytest.mark.slow
@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_that_every_wrapper_is_recognised(tmp_path: Path, vq_file: Path, wrapper: str, zipped: bool) -> None:
    network = toy_unet(1)
    path = tmp_path / "rsd_x4.pth"
    torch.save(WRAPPERS[wrapper](network.state_dict()), path, _use_new_zipfile_serialization=zipped)
    (model,) = bring(path, vq_file)
    assert model.header is not None
    assert (model.name, model.header.role, model.header.scale) == ("rsd_x4", "student", 4)
    assert model.header.network == {"latent_channels": 3, "noise_channels": 1, "head_channels": 32, "window": 8,
                                    "mlp_ratio": 4.0, "image_size": 64} | TOY_UNET  # fmt: skip
    _, tensors = read_model(model.path)
    assert tensors.keys() == dict(network.named_parameters()).keys()
    assert all(torch.equal(tensors[name], parameter) for name, parameter in network.named_parameters())


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32, torch.float64])
def test_that_precisions_are_kept_and_run(tmp_path: Path, vq_file: Path, dtype: torch.dtype) -> None:
    state = {n: t.to(dtype) if t.is_floating_point() else t for n, t in toy_unet(1).state_dict().items()}
    torch.save(state, tmp_path / "rsd.pth")
    (model,) = bring(tmp_path / "rsd.pth", vq_file)
    kept = torch.float32 if dtype == torch.float64 else dtype
    assert {tensor.dtype for tensor in read_model(model.path)[1].values()} == {kept}
    loaded = load_published(model.path, Device(torch.device("cpu"), torch.float32, "CPU"))
    assert loaded.steps == 1
    assert loaded.network.out[2].weight.dtype == torch.float32


@pytest.mark.parametrize(
    ("schedule", "role", "steps", "level"),
    [("resshift-15", "teacher", 15, 0.04), ("resshift-4", "teacher", 4, 0.2), ("sinsr", "student", 15, 0.04)],
)
def test_that_a_schedule_that_a_file_cannot_tell_is_asked_for(
    tmp_path: Path, vq_file: Path, schedule: str, role: str, steps: int, level: float
) -> None:
    path = tmp_path / "weights.pth"
    torch.save(toy_unet().state_dict(), path)
    assert inspect_file(path).schedules == ("resshift-15", "resshift-4", "sinsr")
    with pytest.raises(ConfigError, match=r"ResShift, 15 steps or ResShift, 4 steps or SinSR.*--schedule"):
        bring(path, vq_file)
    assert list_autoencoders() == []
    (model,) = bring(path, vq_file, schedule=schedule)
    assert model.header is not None
    found = model.header.schedule
    assert (model.header.role, found.steps, found.min_noise_level) == (role, steps, level)


def test_that_the_shapes_of_a_student_decide() -> None:
    with pytest.raises(ConfigError, match="--schedule: is 'rsd2'"):
        ImportChoices(schedule="rsd2")  # type: ignore[arg-type]


def test_that_a_schedule_against_the_shapes_is_refused(tmp_path: Path, vq_file: Path) -> None:
    torch.save(toy_unet(1).state_dict(), tmp_path / "rsd.pth")
    with pytest.raises(ConfigError, match=r"is resshift-15, but rsd.pth is RSD, one step"):
        bring(tmp_path / "rsd.pth", vq_file, schedule="resshift-15")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("resshift_realsrx4_s15_v1", "resshift-15"),
        ("resshift_realsrx4_s4_v3", "resshift-4"),
        ("SinSR_v2", "sinsr"),
        ("weights", None),
    ],
)
def test_that_a_files_name_only_suggests(tmp_path: Path, name: str, expected: str | None) -> None:
    torch.save(toy_unet().state_dict(), tmp_path / f"{name}.pth")
    assert inspect_file(tmp_path / f"{name}.pth").suggestion == expected


def test_that_an_autoencoder_is_stored_once_and_shared(tmp_path: Path, vq_file: Path, library: Path) -> None:
    torch.save(toy_unet(1).state_dict(), tmp_path / "a.pth")
    torch.save(toy_unet().state_dict(), tmp_path / "b.pth")
    with pytest.raises(ModelError, match=r"a.pth: is a network that needs its autoencoder.*import both files at once"):
        bring(tmp_path / "a.pth")
    (stored,) = bring(vq_file)
    assert stored.header is not None
    assert stored.header.network == TOY_VQ | {"latent_channels": 3}
    bring(tmp_path / "a.pth")
    bring(tmp_path / "b.pth", vq_file, schedule="sinsr")
    assert len(list_autoencoders()) == 1
    assert [model.name for model in list_models() if model.origin == "user"] == ["a", "b"]
    assert remove_model("a") == [library / "a.safetensors"]
    gone = remove_model("b")
    assert gone == [library / "b.safetensors", stored.path]
    assert [path for path in library.rglob("*") if path.is_file()] == []


def test_that_training_beside_an_autoencoder_is_left_out(tmp_path: Path) -> None:
    state = {"state_dict": toy_vq().state_dict() | {"loss.discriminator.main.0.weight": torch.zeros(3)}}
    torch.save(state, tmp_path / "model.ckpt")
    (stored,) = bring(tmp_path / "model.ckpt")
    assert "loss.discriminator.main.0.weight" not in read_model(stored.path)[1]


def test_that_network_and_autoencoder_may_share_a_file(tmp_path: Path) -> None:
    torch.save({"model": toy_unet(1).state_dict(), "vqgan": toy_vq().state_dict()}, tmp_path / "both.pth")
    (model,) = bring(tmp_path / "both.pth")
    loaded = load_published(model.path, Device(torch.device("cpu"), torch.float32, "CPU"))
    assert loaded.scale == 4


def test_that_plain_safetensors_are_weights_too(tmp_path: Path, vq_file: Path) -> None:
    state = {name: tensor.clone() for name, tensor in toy_unet(1).state_dict().items()}
    save_file(state, tmp_path / "rsd.safetensors", metadata={"license": "S-Lab\n License"})
    (model,) = bring(tmp_path / "rsd.safetensors", vq_file)
    assert model.header is not None
    assert model.header.licence == "S-Lab License"


def test_that_a_model_of_this_program_is_copied_as_it_is(tmp_path: Path) -> None:
    path = write_toy_model(tmp_path / "mine.safetensors")
    (model,) = bring(path, name="mine-2")
    assert model.path.read_bytes() == path.read_bytes()
    assert find_model("mine-2") == model.path


def test_that_the_licence_is_kept(tmp_path: Path, vq_file: Path) -> None:
    torch.save(toy_unet(1).state_dict(), tmp_path / "rsd.pth")
    (model,) = bring(tmp_path / "rsd.pth", vq_file)
    assert model.header is not None
    assert model.header.licence == NON_COMMERCIAL
    bring(tmp_path / "rsd.pth", licence="mine", author="me", overwrite=True)
    header = read_header(model.path)
    assert (header.licence, header.author) == ("mine", "me")


def test_that_a_name_that_is_taken_is_kept(tmp_path: Path, vq_file: Path) -> None:
    torch.save(toy_unet(1).state_dict(), tmp_path / "my model (1).pth")
    (model,) = bring(tmp_path / "my model (1).pth", vq_file)
    assert model.name == "my-model-1"
    before = model.path.read_bytes()
    with pytest.raises(ModelError, match=r"model my-model-1: is installed already; give another --name"):
        bring(tmp_path / "my model (1).pth", licence="other")
    assert model.path.read_bytes() == before
    with pytest.raises(ConfigError, match=r"--name: is '\.\./x'"):
        ImportChoices(name="../x")


def test_that_cancelling_leaves_nothing(tmp_path: Path, vq_file: Path, library: Path) -> None:
    torch.save(toy_unet(1).state_dict(), tmp_path / "rsd.pth")
    token, told = CancelToken(), []

    def late(share: float) -> None:
        told.append(share)
        if share > 0.9:
            token.cancel()

    with pytest.raises(Cancelled):
        import_files([vq_file, tmp_path / "rsd.pth"], ImportChoices(), cancel=token, progressed=late)
    assert told == sorted(told)
    assert [path for path in library.rglob("*") if path.is_file()] == []


def test_that_one_tensor_is_in_memory_at_a_time(tmp_path: Path, vq_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch.save({"params": toy_unet(1).state_dict(), "params_ema": toy_unet(1).state_dict()}, tmp_path / "rsd.pth")
    alive: weakref.WeakSet[Tensor] = weakref.WeakSet()
    most = 0

    def counted(file: WeightsFile, leaf: Any) -> Tensor:
        nonlocal most
        tensor = read(file, leaf)
        alive.add(tensor)
        most = max(most, len(alive))
        return tensor

    read = lambda file, leaf: plain[id(file)](leaf)  # noqa: E731
    plain: dict[int, Callable[[Any], Tensor]] = {}
    init = WeightsFile.__init__

    def watching(self: WeightsFile, path: Path, contents: Any, tensor: Callable[[Any], Tensor]) -> None:
        init(self, path, contents, lambda leaf: counted(self, leaf))
        plain[id(self)] = tensor

    monkeypatch.setattr(WeightsFile, "__init__", watching)
    bring(tmp_path / "rsd.pth", vq_file)
    assert 1 <= most <= 2


def test_that_a_model_of_the_program_cannot_be_removed() -> None:
    with pytest.raises(ModelError, match="came with the program and stays"):
        remove_model("restore-x4")
    with pytest.raises(ModelError, match="is not installed"):
        remove_model("nothing")
    with pytest.raises(ModelError):
        remove_model("../models/nothing")
