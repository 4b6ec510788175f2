"""`rsd bench realism`: the curve of the slider, and what is said of it."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rsd_app.__main__ import main
from rsd_app.cli.bench.realism import STEPS, judged
from tests.engine.toy_models import write_toy_model
from tests.trainer.scenes import scene


def point(psnr: float, lpips: float) -> dict[str, float]:
    return {"psnr": psnr, "lpips_alex": lpips}


def test_that_a_curve_is_judged_by_its_order_and_by_the_means_of_seeds() -> None:
    curve = [point(22.0, 0.40), point(21.5, 0.36), point(21.0, 0.30)]
    better = judged(curve, [point(21.0, 0.30), point(21.75, 0.40)])
    assert better == {"monotonous": True, "against_seeds": 0.0}  # half way between the first two it has 0.38
    worse = judged(curve, [point(21.75, 0.36), point(25, 0.01)])  # the second lies beyond the curve
    assert worse["against_seeds"] == pytest.approx(0.38 / 0.36 - 1, abs=1e-4)
    assert not judged([curve[1], curve[0], curve[2]], [])["monotonous"]
    assert judged(curve, [point(25, 0.1)])["against_seeds"] is None


@pytest.mark.slow
def test_that_the_command_measures_the_slider_and_the_means(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder, side in (("lq", 32), ("hq", 128)):
        (tmp_path / folder).mkdir()
        Image.fromarray(scene(2, side, side)).save(tmp_path / folder / "one.png")
    model = write_toy_model(tmp_path / "toy.safetensors", 2)
    assert main(["bench", "realism", "--set", str(tmp_path), "--model", str(model), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert [at["realism"] for at in figures["curve"]] == list(STEPS)
    assert [at["seeds"] for at in figures["seeds"]] == [1, 2, 4, 8]
    # One full sample is the end of the slider; the mean of more comes nearer to the picture of least error.
    assert figures["seeds"][0]["psnr"] == figures["curve"][-1]["psnr"]
    assert figures["seeds"][3]["psnr"] > figures["seeds"][0]["psnr"]
    assert np.isfinite(figures["against_seeds"] or 0)


def test_that_a_model_without_realism_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder, side in (("lq", 32), ("hq", 128)):
        (tmp_path / folder).mkdir()
        Image.fromarray(scene(2, side, side)).save(tmp_path / folder / "one.png")
    model = write_toy_model(tmp_path / "toy.safetensors")
    assert main(["bench", "realism", "--set", str(tmp_path), "--model", str(model)]) == 2
    assert "does not know its realism" in capsys.readouterr().err
