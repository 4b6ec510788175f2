"""What the window asks before a training, in the words of its protocol."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import torch
from PIL import Image

from rsd_app.__main__ import main
from rsd_app.core.errors import ConfigError
from tests.engine.toy_models import write_toy_model
from tests.trainer.scenes import scene
from trainer.config import override
from trainer.damage.presets import degrade_with
from trainer.data.photo_files import read_photo
from trainer.recipes import find_recipe
from trainer.run.sources import read_by_hand
from trainer.tools.assist import serve


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "photos").mkdir()
    for seed in range(6):
        Image.fromarray(scene(seed, 240, 256)).save(tmp_path / "photos" / f"{seed}.png")
    soft = cv2.GaussianBlur(scene(7, 240, 256), (0, 0), 4)
    Image.fromarray(soft).save(tmp_path / "photos" / "soft.png")
    return tmp_path / "photos"


def asked(*requests: dict[str, Any]) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = []
    serve([json.dumps({"id": number, **request}) for number, request in enumerate(requests)], answers.append)
    return answers


def uses(result: dict[str, Any]) -> dict[str, str]:
    return {Path(photo["path"]).name: f"{photo['use']} {photo['kind']}".strip() for photo in result["photos"]}


def results(answers: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [answer["result"] for answer in answers if "result" in answer]


def test_that_a_person_has_the_last_word_on_single_photos(folder: Path) -> None:
    plain = {"ask": "survey", "folders": [str(folder)]}
    by_hand = {str(folder / "soft.png"): True, str(folder / "0.png"): False}
    answers = asked(plain, {**plain, "by_hand": by_hand})
    first, second = results(answers)
    assert uses(first)["soft.png"] == "left out blurred"
    assert uses(second)["soft.png"] in ("used", "held out")
    assert uses(second)["0.png"] == "left out by hand"
    assert first["used"] + first["held_out"] == second["used"] + second["held_out"] == 6
    assert {"id": 0, "progress": [7, 7]} in answers


def test_that_a_list_by_hand_is_read_and_a_wrong_line_named(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("+ /a b/c.png\n\n- /d.png\n", encoding="utf-8")
    assert read_by_hand(file) == {Path("/a b/c.png"): True, Path("/d.png"): False}
    assert read_by_hand(None) == {}
    file.write_text("/a.png\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"has the line '/a.png'"):
        read_by_hand(file)


def test_that_check_takes_the_list(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "list.txt").write_text(f"- {folder / '0.png'}\n", encoding="utf-8")
    assert main(["train", "check", str(folder), "--by-hand", str(tmp_path / "list.txt"), "--json"]) == 0
    assert uses(json.loads(capsys.readouterr().out))["0.png"] == "left out by hand"


def test_that_the_damage_shown_is_the_damage_trained(folder: Path, tmp_path: Path) -> None:
    settings = ["data.damage=web"]
    request = {"ask": "damage", "photo": str(folder / "1.png"), "side": 128, "severity": 0.8, "seed": 5}
    request |= {"settings": settings, "out": str(tmp_path / "card"), "at": [0.5, 0.5]}
    (result,) = results(asked(request))
    before, after = read_photo(Path(result["before"])), read_photo(Path(result["after"]))
    assert before.shape == after.shape == (128, 128, 3)
    assert np.array_equal(before, read_photo(folder / "1.png")[56:184, 64:192])

    recipe = override(find_recipe("finetune"), settings)
    hq = torch.from_numpy(before).permute(2, 0, 1)[None].float() / 255
    lq = degrade_with(recipe.data, recipe.scale, torch.device("cpu"))(5)(hq, 0.8)
    pixels = (lq[0] * 255).round().to(torch.uint8).permute(1, 2, 0).numpy()
    assert np.array_equal(after, cv2.resize(pixels, (128, 128), interpolation=cv2.INTER_CUBIC))


def test_that_measured_damage_comes_as_settings(folder: Path) -> None:
    (result,) = results(asked({"ask": "measure", "folders": [str(folder)]}))
    assert result["photos"] == 7
    recipe = override(find_recipe("finetune"), result["settings"])
    assert recipe.data.damage == "custom"
    assert recipe.data.custom_blur == result["blur"]


def test_that_the_probe_knows_the_cost_of_each_effort(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.tools.probe.LIMIT_S", 0.2)
    start = write_toy_model(tmp_path / "start.safetensors")
    tiny = ["data.pairs=32", "data.pair_side=64", "data.crop=16", "distill.batch=2"]
    efforts = [["distill.iterations=100"], ["distill.iterations=200"]]
    photos = [str(path) for path in sorted(folder.glob("*.png"))]
    request = {"ask": "probe", "recipe": "finetune", "settings": tiny, "photos": photos, "start": str(start)}
    (result,) = results(asked({**request, "efforts": efforts, "device": "cpu"}))
    short, long = result["seconds"]
    iteration_s, checks_s = result["iteration_s"]["distill"], result["check_s"]
    assert long - short == pytest.approx(100 * iteration_s * (1 + checks_s / find_recipe("finetune").save_every_s))
    assert result["memory_mb"] > 50
    assert result["disk_mb"] > 0


def test_that_a_bad_request_is_answered_and_ends_nothing(folder: Path) -> None:
    missing = {"ask": "survey", "folders": [str(folder / "none")]}
    answers = asked({"ask": "weather"}, missing, {"ask": "damage"}, {"ask": "measure", "folders": [str(folder)]})
    errors = {answer["id"]: answer["error"] for answer in answers if "error" in answer}
    assert "give one of survey" in errors[0]
    assert "does not exist" in errors[1]
    assert "KeyError" in errors[2]
    assert results(answers)[0]["photos"] == 7
