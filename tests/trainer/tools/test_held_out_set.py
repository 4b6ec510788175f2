"""Pairs of photos that a training has never seen, and its student against another model on them."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rsd_app.__main__ import main
from tests.engine.toy_models import write_toy_model
from tests.trainer.scenes import scene
from tests.trainer.tiny import TINY, make_photos, train
from trainer.config import override
from trainer.data.photo_files import read_photo
from trainer.run.sources import Sources
from trainer.tools.held_out_set import write_held_out_set


def test_that_parts_are_of_held_out_photos_and_the_same_every_time(tmp_path: Path) -> None:
    recipe = override(TINY, ["data.damage=web"])
    for seed in range(2):
        Image.fromarray(scene(seed, 100, 130)).save(tmp_path / f"{seed}.png")
    sources = Sources(photos=[tmp_path / "0.png"], held_out=[tmp_path / "1.png"])
    for name in ("one", "two"):
        for part in ("original", "damaged"):
            (tmp_path / name / part).mkdir(parents=True)
        assert write_held_out_set(recipe, sources, 3, tmp_path / name) == (True, 3)
    photo = read_photo(tmp_path / "1.png")
    for number in range(3):
        original = read_photo(tmp_path / f"one/original/{number:03}.png")
        damaged = read_photo(tmp_path / f"one/damaged/{number:03}.png")
        assert original.shape == (96, 96, 3)
        assert damaged.shape == (24, 24, 3)
        windows = np.lib.stride_tricks.sliding_window_view(photo, original.shape).reshape(-1, *original.shape)
        assert any(np.array_equal(window, original) for window in windows)
        assert np.array_equal(damaged, read_photo(tmp_path / f"two/damaged/{number:03}.png"))
    alone = Sources(photos=[tmp_path / "0.png"])
    assert write_held_out_set(recipe, alone, 1, tmp_path / "two") == (False, 1)


@pytest.mark.slow
@pytest.mark.usefixtures("tiny_training")
def test_that_a_student_is_compared_on_what_it_has_never_seen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run, out = tmp_path / "run", tmp_path / "compare"
    train(make_photos(tmp_path / "photos"), run)
    other = write_toy_model(tmp_path / "other.safetensors")
    assert main(["train", "compare", str(run), "--against", str(other), "--count", "2", "-o", str(out)]) == 0
    assert capsys.readouterr().out == f"{out / 'report.json'}\n"
    report = json.loads((out / "report.json").read_text())
    assert report["unseen"]
    assert [entry["pictures"] for entry in report["comparisons"]] == [2] * len(report["comparisons"])
    by_figure = {entry["figure"]: entry for entry in report["comparisons"]}
    for figure in ("psnr", "lpips_alex"):
        gain = report["own_figures"][figure] - report["other_figures"][figure]
        assert by_figure[figure]["difference"] == pytest.approx(gain)
    for picture in report["pictures"]:
        assert read_photo(Path(picture["own"])).shape == read_photo(Path(picture["original"])).shape
        assert not np.array_equal(read_photo(Path(picture["own"])), read_photo(Path(picture["other"])))
