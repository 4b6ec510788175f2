from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import torch

from rsd_app.core.errors import ModelError, RsdError
from rsd_app.core.files.model_file import ModelHeader, ScheduleSpec, write_model
from rsd_app.engine.library import installed
from rsd_app.engine.library.installed import (
    card_text,
    discard_forgotten,
    find_fitting,
    find_model,
    list_autoencoders,
    list_models,
    set_aside,
    user_models_dir,
)
from tests.engine.toy_published import write_toy

SCHEDULE = ScheduleSpec(steps=4, power=0.3, kappa=2.0, min_noise_level=0.2, sigma_data=0.5)


def put_model(folder: Path, name: str, **changes: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    values: dict[str, Any] = {
        "name": f"The {name}",
        "family": "compact",
        "role": "student",
        "scale": 4,
        "schedule": SCHEDULE,
        "network": {},
        "codec": "space_to_depth",
        "severity": True,
        "licence": "Apache-2.0",
        "created": "2026-01-31",
    }
    path = folder / f"{name}.safetensors"
    write_model(path, ModelHeader(**values | changes), {"a": torch.zeros(2)})
    return path


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "resources" / "models"
    put_model(folder, "restore-x4")
    monkeypatch.setattr(installed, "resource_path", lambda name: folder.parent / name)
    return folder


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bundled: Path) -> Path:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "mine"))
    put_model(tmp_path / "mine", "faces-1.5")
    return tmp_path / "mine"


def test_that_bundled_and_user_models_are_listed(user: Path, bundled: Path) -> None:
    put_model(bundled, "a-teacher", role="teacher")
    found = [(model.name, model.origin, model.path.parent) for model in list_models()]
    expected = [("a-teacher", "bundled", bundled), ("restore-x4", "bundled", bundled)]
    assert found == [*expected, ("faces-1.5", "user", user)]
    headers = [model.header for model in list_models()]
    assert [header.name for header in headers if header] == [
        "The a-teacher",
        "The restore-x4",
        "The faces-1.5",
    ]
    assert all(model.error is None for model in list_models())


def test_that_unfinished_and_other_files_are_no_models(user: Path, bundled: Path) -> None:
    put_model(bundled / "wip", "half-trained")
    put_model(user, ".hidden")
    (user / "notes.txt").touch()
    assert [model.name for model in list_models()] == ["restore-x4", "faces-1.5"]


def test_that_a_damaged_file_is_listed_with_its_error(user: Path) -> None:
    path = user / "broken.safetensors"
    path.write_bytes(find_model("restore-x4").read_bytes()[:-1])
    (model,) = (model for model in list_models() if model.name == "broken")
    assert model.header is None
    assert model.error is not None
    assert "broken.safetensors: is cut off" in model.error
    assert find_model("broken") == path


def test_that_a_name_finds_its_file(user: Path, bundled: Path) -> None:
    assert find_model("restore-x4") == bundled / "restore-x4.safetensors"
    assert find_model("faces-1.5") == user / "faces-1.5.safetensors"


def test_that_the_users_model_replaces_a_bundled_one(user: Path) -> None:
    path = put_model(user, "restore-x4")
    assert find_model("restore-x4") == path
    assert len(list_models()) == 3


def test_that_a_path_finds_its_file(user: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put_model(tmp_path / "elsewhere", "other")
    assert find_model(str(path)) == path
    monkeypatch.chdir(path.parent)
    assert find_model("other.safetensors") == Path("other.safetensors")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert find_model("~/elsewhere/other.safetensors") == path


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("restore-4x", ("model restore-4x: is not installed", "did you mean restore-x4?")),
        ("Faces-1.6", ("did you mean faces-1.5?",)),
        ("zzz", ("model zzz: is not installed; `rsd models list`",)),
        ("", ("rsd models list",)),
        ("no/such.safetensors", ("no/such.safetensors: there is no such model file", "rsd models list")),
        ("such.safetensors", ("no such model file",)),
        ("/tmp", ("is a folder",)),
    ],
)
@pytest.mark.usefixtures("user")
def test_that_an_unknown_model_is_named_with_close_ones(name: str, words: tuple[str, ...]) -> None:
    with pytest.raises(ModelError) as caught:
        find_model(name)
    assert [word for word in words if word not in str(caught.value)] == []


def test_that_a_checkout_without_models_lists_the_users(user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Path:
        raise RsdError(f"resources/{name}", "not found")

    monkeypatch.setattr(installed, "resource_path", missing)
    assert [model.name for model in list_models()] == ["faces-1.5"]


def test_that_the_users_folder_need_not_exist(bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RSD_MODELS", raising=False)
    assert user_models_dir().parts[-2:] == ("rsd-studio", "models")
    assert not user_models_dir().exists()
    assert [model.name for model in list_models()] == ["restore-x4"]


def test_that_a_model_set_aside_can_be_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = tmp_path / "models"
    monkeypatch.setenv("RSD_MODELS", str(library))
    path = write_toy(library)
    path.with_suffix(".md").write_text("# Toy\n")
    before = {file: file.read_bytes() for file in library.rglob("*") if file.is_file()}
    aside = set_aside("toy")
    assert [model.name for model in list_models() if model.origin == "user"] == []
    assert list_autoencoders() == []
    assert aside.size_bytes == sum(map(len, before.values()))
    aside.restore()
    assert {file: file.read_bytes() for file in library.rglob("*") if file.is_file()} == before
    (model,) = [model for model in list_models() if model.origin == "user"]
    assert card_text(model) == "# Toy\n"

    aside = set_aside("toy")
    write_toy(library)
    with pytest.raises(ModelError, match="has a successor of the same name"):
        aside.restore()
    discard_forgotten()  # it is not old enough
    assert aside.size_bytes > 0
    aside.discard()
    assert not (library / ".removed").exists()


def test_that_what_a_killed_program_set_aside_goes_after_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path))
    write_toy(tmp_path)
    set_aside("toy")
    now = time.time()
    monkeypatch.setattr("rsd_app.engine.library.installed.time.time", lambda: now + 25 * 3600)
    discard_forgotten()
    assert list(tmp_path.iterdir()) == []


def test_that_a_sister_draws_what_she_can_reach(user: Path) -> None:
    four, two = put_model(user, "film-x4"), put_model(user, "film-x2", scale=2)
    three = put_model(user, "film-x3", scale=3)
    wanted = {0.5: two, 1.0: two, 2.0: two, 2.001: three, 3.0: three, 3.5: four, 4.0: four, 9.0: four}
    assert {factor: find_fitting("film-x4", factor) for factor in wanted} == wanted
    assert find_fitting(str(four), 2) == two  # a path has sisters too
    assert find_fitting("film-x2", 4) == two  # who asks for it by name gets it
    assert find_fitting("faces-1.5", 1.5) == user / "faces-1.5.safetensors"
    with pytest.raises(ModelError, match="is not installed"):
        find_fitting("flim-x9", 2)


def test_that_who_cannot_stand_in_is_no_sister(user: Path) -> None:
    four = put_model(user, "film-x4", network={"noise_channels": 2})
    put_model(user, "film-x2", scale=2)
    assert find_fitting("film-x4", 2) == four  # does not know its realism
    put_model(user, "film-x2", scale=2, network={"noise_channels": 2}, severity=False)
    assert find_fitting("film-x4", 2) == four
    put_model(user, "film-x2", scale=2, network={"noise_channels": 2}, role="teacher")
    assert find_fitting("film-x4", 2) == four
    put_model(user, "film-x2", scale=4, network={"noise_channels": 2})
    assert find_fitting("film-x4", 2) == four  # is not what its name says
    (user / "film-x2.safetensors").write_bytes(b"cut off")
    assert find_fitting("film-x4", 2) == four
    good = put_model(user, "film-x2", scale=2, network={"noise_channels": 2})
    assert find_fitting("film-x4", 2) == good
