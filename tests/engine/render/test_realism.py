"""Realism: how much of its noise a student gets, from a faithful picture to a full sample."""

import logging
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from rsd_app.core.diffusion.one_step import OneStepGenerator
from rsd_app.core.diffusion.process import ResidualShifting
from rsd_app.core.errors import ConfigError
from rsd_app.core.networks.codecs import SpaceToDepth
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.events import Done
from rsd_app.engine.record.recipe import read_record
from rsd_app.engine.render.noise import NoiseField, quantile_table
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.toy_models import SCHEDULE, toy_network, write_toy_model
from tests.trainer.scenes import scene

WIDTH, HEIGHT = 32, 24


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.png"
    Image.fromarray(scene(3, HEIGHT, WIDTH)).save(path)
    return path


def enlarged(photo: Path, channels: int = 2, **settings: object) -> NDArray[np.uint8]:
    model = write_toy_model(photo.parent / f"toy{channels}.safetensors", channels)
    result = photo.parent / "result.png"
    config = UpscaleConfig(model=str(model), precision="fp32", colour_fix=False, overwrite=True, **settings)  # type: ignore[arg-type]
    (outcome,) = upscale_files([photo], result, config, emit=lambda event: None, cancel=CancelToken())
    assert isinstance(outcome, Done), outcome
    return np.asarray(Image.open(result))


def test_that_the_seed_has_no_say_in_a_faithful_picture_and_more_and_more_in_others(photo: Path) -> None:
    spreads = []
    for realism in (0.0, 0.3, 1.0):
        one, two = (enlarged(photo, realism=realism, seed=seed).astype(int) for seed in (1, 2))
        spreads.append(np.abs(one - two).mean())
    assert spreads[0] == 0
    assert 0.5 < spreads[1] < spreads[2]


@pytest.mark.parametrize("realism", [0.0, 0.4, 1.0])
def test_that_the_network_gets_its_noise_and_is_told_how_much(photo: Path, realism: float) -> None:
    made = enlarged(photo, realism=realism, seed=5)
    s = SCHEDULE
    process = ResidualShifting.from_spec(s)
    lq = torch.from_numpy(np.array(Image.open(photo))).permute(2, 0, 1)[None].float() / 127.5 - 1
    drawn = realism * torch.from_numpy(quantile_table()[NoiseField(5, 49).levels(0, 0, WIDTH, HEIGHT)])
    # The field is in pixel order (row, column, colour), the codec in (colour, row, column).
    eps = drawn[..., :48].reshape(HEIGHT, WIDTH, 4, 4, 3).permute(4, 2, 3, 0, 1).reshape(1, 48, HEIGHT, WIDTH)
    own = torch.stack([drawn[..., 48], torch.full((HEIGHT, WIDTH), realism)])[None]
    with torch.no_grad():
        image = OneStepGenerator(toy_network(2), SpaceToDepth(4), process)(lq, eps, own)
    expected = ((image[0].clamp(-1, 1) + 1) * 127.5).permute(1, 2, 0).numpy()
    assert np.abs(made - expected).max() < 0.51


def test_that_strips_do_not_show_and_the_result_says_how_it_was_made(photo: Path) -> None:
    whole, strips = (enlarged(photo, realism=0.4, seed=5, tile=tile) for tile in (None, 16))
    assert np.array_equal(whole, strips)
    record = read_record(photo.parent / "result.png")
    assert record.config().realism == 0.4


def test_that_a_model_that_does_not_know_it_gives_a_full_sample_and_says_so(
    photo: Path, caplog: pytest.LogCaptureFixture
) -> None:
    full = enlarged(photo, channels=1)
    assert not caplog.records
    with caplog.at_level(logging.WARNING):
        assert np.array_equal(enlarged(photo, channels=1, realism=0.2), full)
    assert "does not know the realism" in caplog.text


def test_that_realism_beyond_its_range_is_refused() -> None:
    with pytest.raises(ConfigError, match="realism"):
        UpscaleConfig(realism=1.5)
