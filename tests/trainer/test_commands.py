"""Commands around a training: sets with known damage, the script of the paper's claims, speed."""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict
from pathlib import Path

import pytest
from PIL import Image

from rsd_app.__main__ import main
from tests.trainer.scenes import scene
from tests.trainer.tiny import TINY
from trainer.config import override
from trainer.data.photo_files import read_photo
from trainer.metrics.pair_sets import find_set
from trainer.recipes import find_recipe
from trainer.tools.benchmark import measure_training
from trainer.tools.claims import STUDENTS, claims_script


def test_that_a_set_is_the_same_every_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    for seed in range(2):
        Image.fromarray(scene(seed, 100, 130)).save(photos / f"{seed}.png")
    for name in ("one", "two"):
        command = ["train", "make-set", str(photos), "--damage", "photo", "--severity", "0.7", "-o"]
        assert main([*command, str(tmp_path / name)]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'one'}\n{tmp_path / 'two'}\n"
    first, second = find_set(tmp_path / "one"), find_set(tmp_path / "two")
    assert first.has_originals
    for (lq, hq), (again, _) in zip(first.pairs, second.pairs, strict=True):
        assert hq is not None
        small, large = read_photo(lq), read_photo(hq)
        assert large.shape == (96, 128, 3)
        assert small.shape == (24, 32, 3)
        assert lq.read_bytes() == again.read_bytes()
    assert main([*command, str(tmp_path / "one")]) == 1
    assert "name a new directory" in capsys.readouterr().err


def test_that_the_claims_are_a_script_that_a_shell_understands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["train", "claims", "--data", "my photos", "--set", "bench/set14", "-o", str(tmp_path / "it's here")]
    assert main([*command, "--teacher-for", "2h", "--student-for", "30m"]) == 0
    script = capsys.readouterr().out
    subprocess.run(["sh", "-n"], input=script, text=True, check=True)
    assert "train teacher 7200 --set method=teacher" in script
    for name in STUDENTS:
        assert f"train {name} 1800 --from teacher.safetensors" in script
        assert f" {name}.safetensors" in script.partition("rsd bench quality --model")[2]
    # Every setting of it is one that the recipe takes.
    for settings in STUDENTS.values():
        override(find_recipe("restore-x4"), settings)
    assert "'my photos'" not in script  # paths are absolute, and quoted
    assert str(Path("my photos").resolve()) in script
    assert "--recipe restore-x4 " in script
    ways = {"recipe": "restore-x4", "data": [], "sets": [], "out": tmp_path, "teacher_s": 1, "student_s": 1}
    assert claims_script(**ways).startswith("#!/bin/sh")


def test_that_the_claims_find_a_recipe_of_ones_own_from_their_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.json").write_text(json.dumps(asdict(TINY)))
    command = ["train", "claims", "--recipe", "own.json", "--data", "photos", "--set", "set14", "-o", "claims"]
    assert main([*command, "--teacher-for", "2h", "--student-for", "30m"]) == 0
    assert f"--recipe {tmp_path / 'own.json'} " in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.usefixtures("tiny_training")
@pytest.mark.parametrize("method", ["rsd", "teacher"])
def test_that_every_stage_is_timed_and_the_whole_forecast(method: str, photos: Path) -> None:
    recipe = override(TINY, [f"method={method}"])
    found = measure_training(recipe, [photos], "cpu")
    stages = found["stages"]
    assert isinstance(stages, dict)
    assert set(stages) == {"teacher", method}
    seconds = stages["teacher"]["iteration_s"] * 6 + (stages["rsd"]["iteration_s"] * 4 if method == "rsd" else 0)
    assert found["forecast_s"] == round(seconds)
    assert all(0 < figures["data_wait"] < 1 for figures in stages.values())
