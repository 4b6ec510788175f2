"""Networks whose places are squares of several source pixels: they enlarge less, at less work."""

from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from rsd_app.core.device.choice import choose_device
from rsd_app.core.diffusion.one_step import OneStepGenerator
from rsd_app.core.diffusion.process import ResidualShifting
from rsd_app.core.networks.codecs import SpaceToDepth
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.convert.onnx_export import export_onnx
from rsd_app.engine.events import Done
from rsd_app.engine.render.compact.model import LoadedModel, load_compact
from rsd_app.engine.render.noise import NoiseField, quantile_table
from rsd_app.engine.render.protocol import Depth, Window
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.toy_models import SCHEDULE, toy_network, write_toy_model
from tests.trainer.scenes import scene

WIDTH, HEIGHT = 64, 48
Picture = NDArray[np.uint8]


@pytest.fixture
def model(tmp_path: Path) -> LoadedModel:
    path = write_toy_model(tmp_path / "twice.safetensors", 2, fold=2)
    return load_compact(path, choose_device("cpu", "fp32"), None)


def rendered(model: LoadedModel, source: Picture, window: Window | None = None, strip: int | None = None) -> Picture:
    height, width = source.shape[:2]
    renderer = model.renderer(width, height, 5)
    part = window or Window(0, 0, width, height)
    rows = renderer.rows(
        lambda y0, y1: source[y0:y1], part, depth=Depth(3, 8), strip=strip, cancel=CancelToken()
    )  # fmt: skip
    found, at = [], part.y0
    for y, samples in rows:
        assert y == at
        at += len(samples) // 2
        found.append(samples)
    assert at == part.y1
    return np.concatenate(found).astype(np.uint8)


def test_that_the_picture_is_that_of_the_network_as_it_was_trained(model: LoadedModel) -> None:
    source = scene(3, HEIGHT, WIDTH)
    s = SCHEDULE
    process = ResidualShifting.from_spec(s)
    rows, columns = HEIGHT // 2, WIDTH // 2
    lq = torch.from_numpy(source).permute(2, 0, 1)[None].float() / 127.5 - 1
    drawn = torch.from_numpy(quantile_table()[NoiseField(5, 49).levels(0, 0, columns, rows)])
    # The field is in pixel order (row, column, colour), the codec in (colour, row, column).
    eps = drawn[..., :48].reshape(rows, columns, 4, 4, 3).permute(4, 2, 3, 0, 1).reshape(1, 48, rows, columns)
    own = torch.stack([drawn[..., 48], torch.ones(rows, columns)])[None]
    with torch.no_grad():
        image = OneStepGenerator(toy_network(2, fold=2), SpaceToDepth(2, 2), process)(lq, eps, own)
    expected = ((image[0].clamp(-1, 1) + 1) * 127.5).permute(1, 2, 0).numpy()
    made = rendered(model, source)
    assert made.shape == (2 * HEIGHT, 2 * WIDTH, 3)
    assert np.abs(made - expected).max() < 0.51


@pytest.mark.parametrize("size", [(48, 64), (47, 61), (1, 1), (3, 130)])
def test_that_windows_and_strips_of_any_size_do_not_show(model: LoadedModel, size: tuple[int, int]) -> None:
    source = scene(4, 48, 130)[: size[0], : size[1]]
    whole = rendered(model, source)
    assert whole.shape == (2 * size[0], 2 * size[1], 3)
    assert np.array_equal(rendered(model, source, strip=16), whole)
    height, width = size
    for x0, y0, x1, y1 in (
        (0, 0, 1, 1),
        (5, 3, 40, 30),
        (width - 1, 0, width, height),
        (0, height // 2, width, height),
    ):
        window = Window(min(x0, width - 1), min(y0, height - 1), min(max(x1, 1), width), min(max(y1, 1), height))
        part = rendered(model, source, window)
        assert np.array_equal(part, whole[2 * window.y0 : 2 * window.y1, 2 * window.x0 : 2 * window.x1])


def test_that_a_file_is_enlarged_twice_with_map_and_regions(tmp_path: Path) -> None:
    model = write_toy_model(tmp_path / "twice.safetensors", 2, fold=2)
    photo = tmp_path / "photo.png"
    Image.fromarray(scene(3, 47, 61)).save(photo)
    config = UpscaleConfig(
        model=str(model), scale=2, precision="fp32", trust=tmp_path / "map.png", trust_seeds=3, check=tmp_path / "c.png"
    )
    (outcome,) = upscale_files(
        [photo], tmp_path / "out.png", config, emit=lambda event: None, cancel=CancelToken()
    )  # fmt: skip
    assert isinstance(outcome, Done), outcome
    for name, size in (("out.png", (122, 94)), ("map.png", (122, 94)), ("c.png", (61, 47))):
        with Image.open(tmp_path / name) as made:
            assert made.size == size


def test_that_it_does_a_quarter_of_the_work(model: LoadedModel, tmp_path: Path) -> None:
    four_times = load_compact(write_toy_model(tmp_path / "four.safetensors", 2), choose_device("cpu", "fp32"), None)
    of_two, of_four = (m.folded.flops_per_pixel / m.fold**2 for m in (model, four_times))
    assert of_two < 0.27 * of_four


def test_that_it_can_be_exported(tmp_path: Path) -> None:
    model = write_toy_model(tmp_path / "twice.safetensors", 2, fold=2)
    export_onnx(model, tmp_path / "twice.onnx", severity=None)  # compares with torch before it keeps the file
    assert (tmp_path / "twice.onnx").is_file()
