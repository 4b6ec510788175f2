"""What a finished model's file can still be told."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from rsd_app.__main__ import main
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.events import Done
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.toy_models import write_toy_model
from tests.trainer.scenes import scene


def made(model: Path, **settings: object) -> NDArray[np.uint8]:
    photo, result = model.parent / "photo.png", model.parent / "out.png"
    Image.fromarray(scene(3, 30, 30)).save(photo)
    config = UpscaleConfig(model=str(model), device="cpu", precision="fp32", overwrite=True, **settings)  # type: ignore[arg-type]
    (outcome,) = upscale_files([photo], result, config, emit=lambda event: None, cancel=CancelToken())
    assert isinstance(outcome, Done), outcome
    return np.asarray(Image.open(result))


def test_that_auto_can_be_settled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_toy_model(tmp_path / "toy.safetensors")
    learned, told = made(path), made(path, severity=0.25)
    assert main(["models", "calibrate", str(path), "--auto-severity", "0.25"]) == 0
    assert np.array_equal(made(path), told)
    assert not np.array_equal(told, learned)
    assert np.array_equal(made(path, severity=0.25), told)
    before = path.read_bytes()
    for wrong in (["--auto-severity", "1.5"], [], ["--auto-severity", "0.5", "--set", str(tmp_path / "none")]):
        assert main(["models", "calibrate", str(path), *wrong]) in (1, 2)
    assert path.read_bytes() == before
    assert "give a number from 0 to 1" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("channels", [1, 2])
def test_that_full_realism_can_be_settled(tmp_path: Path, channels: int) -> None:
    path = write_toy_model(tmp_path / "toy.safetensors", channels)
    settings = ({"realism": 0.0}, {"realism": 0.5}, {}) if channels > 1 else ({},)
    before = [made(path, seed=5, **of).astype(int) for of in settings]
    assert main(["models", "calibrate", str(path), "--full-realism", "2"]) == 0
    after = [made(path, seed=5, **of).astype(int) for of in settings]
    assert np.abs(after[-1] - before[-1]).mean() > 1
    if channels > 1:
        assert np.abs(after[0] - before[0]).max() <= 1
        assert np.abs(after[1] - before[2]).max() <= 1  # half of twice the noise
    # And back, but for what rounding left.
    assert main(["models", "calibrate", str(path), "--full-realism", "0.5"]) == 0
    assert np.abs(made(path, seed=5).astype(int) - before[-1]).max() <= 1


def test_that_a_wrong_gain_leaves_the_file_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_toy_model(tmp_path / "toy.safetensors")
    before = path.read_bytes()
    for gain in ("0", "-1", "2.5", "nan"):
        assert main(["models", "calibrate", str(path), "--full-realism", gain, "--auto-severity", "0.5"]) in (1, 2)
        assert "give a number above 0, at most 2" in capsys.readouterr().err
    assert path.read_bytes() == before
