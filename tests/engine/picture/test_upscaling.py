"""A file to a file: one recipe, one picture."""

import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from rsd_app.core.diffusion.one_step import OneStepGenerator
from rsd_app.core.diffusion.process import ResidualShifting
from rsd_app.core.networks.codecs import SpaceToDepth
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.canvas.scratch_file import canvas_path
from rsd_app.engine.events import Advanced, Done, Event, Failed, Outcome, Started, Stopped
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.render.noise import NoiseField, quantile_table
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.toy_models import toy_network, write_toy_model


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_toy_model(tmp_path / "toy.safetensors"))


def photo(folder: Path, width: int, height: int, name: str = "photo.png") -> Path:
    values = np.random.default_rng(1).integers(0, 256, (height, width, 3), dtype=np.uint8)
    Image.fromarray(values).save(folder / name)
    return folder / name


def run(source: Path, model: str, **settings: object) -> Outcome:
    out = source.parent / "result.png"
    config = UpscaleConfig(
        model=model, device="cpu", overwrite=True, **({"precision": "fp32", "colour_fix": False} | settings)
    )  # type: ignore[arg-type]
    (outcome,) = upscale_files([source], out, config, emit=lambda event: None, cancel=CancelToken())
    return outcome


def pixels(source: Path, model: str, **settings: object) -> NDArray[np.int64]:
    outcome = run(source, model, **settings)
    assert isinstance(outcome, Done), outcome
    with Image.open(outcome.destination) as image:
        return np.asarray(image).astype(np.int64)


def test_that_the_engine_gives_what_the_one_step_generator_defines(tmp_path: Path, model: str) -> None:
    source, seed = photo(tmp_path, 20, 12), 5
    process = ResidualShifting(steps=4, kappa=0.5, min_noise_level=0.04)
    generator = OneStepGenerator(toy_network(), SpaceToDepth(4), process)
    with Image.open(source) as image:
        lq = torch.from_numpy(np.asarray(image).astype(np.float32)).permute(2, 0, 1)[None] / 127.5 - 1
    drawn = torch.from_numpy(quantile_table()[NoiseField(seed, 49).levels(0, 0, 20, 12)])
    # The field is in pixel order (row, column, colour), the codec in (colour, row, column).
    eps = drawn[..., :48].reshape(12, 20, 4, 4, 3).permute(4, 2, 3, 0, 1).reshape(1, 48, 12, 20)
    with torch.no_grad():
        expected = generator(lq, eps, drawn[..., 48][None, None])[0].permute(1, 2, 0)
    levels = ((expected.clamp(-1, 1) + 1) * 127.5).numpy()
    assert np.abs(pixels(source, model, seed=seed) - levels).max() < 0.51


@pytest.mark.parametrize("size", [(1, 1), (7, 3), (61, 45), (203, 9)])
def test_that_tile_sizes_give_the_same_picture(tmp_path: Path, model: str, size: tuple[int, int]) -> None:
    source = photo(tmp_path, *size)
    whole = pixels(source, model, tile=2**20)
    assert whole.shape == (size[1] * 4, size[0] * 4, 3)
    for tile in (16, 24):
        difference = np.abs(pixels(source, model, tile=tile) - whole)
        assert difference.max() <= 1
        assert difference.mean() <= 0.002


@pytest.mark.slow
def test_that_a_seed_is_a_picture(tmp_path: Path, model: str) -> None:
    source = photo(tmp_path, 24, 16)
    first = pixels(source, model, seed=1)
    assert np.array_equal(first, pixels(source, model, seed=1))
    assert not np.array_equal(first, pixels(source, model, seed=2))


def test_that_threads_do_not_change_the_picture(tmp_path: Path, model: str) -> None:
    source = photo(tmp_path, 40, 30)
    two = pixels(source, model)
    torch.set_num_threads(1)
    assert np.abs(pixels(source, model) - two).max() <= 1


def test_that_gray_alpha_and_sixteen_bits_stay(tmp_path: Path, model: str) -> None:
    gray = tmp_path / "gray.png"
    values = np.arange(16 * 12, dtype=np.uint16).reshape(12, 16) * 300
    Image.fromarray(values).save(gray)
    outcome = run(gray, model)
    assert isinstance(outcome, Done)
    with Image.open(outcome.destination) as image:
        assert image.mode == "I;16"
        assert len(np.unique(np.asarray(image))) > 256
    rgba = tmp_path / "rgba.png"
    values8 = np.full((12, 16, 4), 200, dtype=np.uint8)
    values8[:, :8, 3] = 0
    Image.fromarray(values8).save(rgba)
    result = pixels(rgba, model)
    assert result.shape == (48, 64, 4)
    assert result[:, :24, 3].max() == 0
    assert result[:, 40:, 3].min() == 200


def test_that_smaller_factors_are_reduced_from_the_native_one(tmp_path: Path, model: str) -> None:
    assert pixels(photo(tmp_path, 20, 12), model, scale=2.0).shape == (24, 40, 3)


def test_that_events_come_in_order(tmp_path: Path, model: str) -> None:
    events: list[Event] = []
    config = UpscaleConfig(model=model, device="cpu", precision="fp32", tile=16)
    upscale_files([photo(tmp_path, 8, 100)], None, config, emit=events.append, cancel=CancelToken())
    assert isinstance(events[0], Started)
    assert isinstance(events[-1], Done)
    fractions = [event.fraction for event in events if isinstance(event, Advanced)]
    assert fractions
    assert fractions == sorted(fractions)
    assert (tmp_path / "photo_x4.png").is_file()


def test_that_a_bad_file_does_not_stop_the_others(tmp_path: Path, model: str) -> None:
    empty = tmp_path / "empty.png"
    empty.touch()
    good = photo(tmp_path, 8, 8)
    config = UpscaleConfig(model=model, device="cpu", precision="fp32")
    outcomes = upscale_files([empty, good], tmp_path / "out", config, emit=lambda e: None, cancel=CancelToken())
    assert isinstance(outcomes[0], Failed)
    assert "empty.png" in outcomes[0].error
    assert isinstance(outcomes[1], Done)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["photo_x4.png"]


@pytest.mark.keeps_canvas
def test_that_a_cancelled_picture_resumes_to_the_same_bytes(tmp_path: Path, model: str) -> None:
    source = photo(tmp_path, 16, 240)
    undisturbed = tmp_path / "undisturbed.png"
    config = UpscaleConfig(model=model, device="cpu", precision="fp32", tile=16, resume=True)
    upscale_files([source], undisturbed, config, emit=lambda e: None, cancel=CancelToken())
    token = CancelToken()

    def stop_half_way(event: Event) -> None:
        if isinstance(event, Advanced):
            token.cancel()

    out = tmp_path / "out.png"
    (stopped,) = upscale_files([source], out, config, emit=stop_half_way, cancel=token)
    assert stopped == Stopped(source=source, resumable=True)
    assert not out.exists()
    assert canvas_path(out).is_file()
    upscale_files([source], out, config, emit=lambda e: None, cancel=CancelToken())
    assert out.read_bytes() == undisturbed.read_bytes()
    assert not canvas_path(out).exists()


@pytest.mark.slow
@pytest.mark.keeps_canvas
def test_that_a_killed_run_resumes_to_the_same_bytes(tmp_path: Path, model: str) -> None:
    """SIGKILL in the middle: only the canvas is left; the resumed file equals an undisturbed one."""
    source, out = photo(tmp_path, 16, 400), tmp_path / "out.png"
    program = """
        import os, signal, sys
        from pathlib import Path
        import rsd_app.engine.canvas.scratch_file as canvas
        canvas.SYNC_EVERY_S = 0.0
        from rsd_app.core.progress import CancelToken
        from rsd_app.engine.batch.run import upscale_files
        from rsd_app.engine.settings.config import UpscaleConfig
        write, count = canvas.Canvas.write_rows, 0
        def dying(self, y, rows):
            global count
            count += 1
            if count == 12:
                os.kill(os.getpid(), signal.SIGKILL)
            write(self, y, rows)
        canvas.Canvas.write_rows = dying
        config = UpscaleConfig(model=sys.argv[3], device="cpu", precision="fp32", tile=16)
        upscale_files([Path(sys.argv[1])], Path(sys.argv[2]), config, emit=lambda e: None, cancel=CancelToken())
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(source), str(out), model]
    died = subprocess.run(command, check=False, capture_output=True, timeout=120)
    assert died.returncode == -9, died.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        canvas_path(out).name,
        ".out.png.rsdlock",
        "photo.png",
        "toy.safetensors",
    ]
    first: list[Event] = []
    config = UpscaleConfig(model=model, device="cpu", precision="fp32", tile=16, resume=True)
    upscale_files([source], out, config, emit=first.append, cancel=CancelToken())
    undisturbed = tmp_path / "undisturbed.png"
    upscale_files([source], undisturbed, config, emit=lambda e: None, cancel=CancelToken())
    assert out.read_bytes() == undisturbed.read_bytes()
    assert not canvas_path(out).exists()


def test_that_a_gray_photo_in_three_channels_stays_gray(tmp_path: Path) -> None:
    y, x = np.mgrid[0:40, 0:56]
    gray = np.round(127 + 60 * np.sin(x / 3) * np.cos(y / 4) + 40 * np.sin(x * y / 40)).astype(np.uint8)
    source = tmp_path / "gray.jpg"
    Image.fromarray(np.dstack([gray] * 3)).save(source, quality=80)
    config = UpscaleConfig(device="cpu", overwrite=True, format="png")
    outcome = prepare(source, config).run(None, emit=lambda event: None, cancel=CancelToken())
    assert isinstance(outcome, Done)
    with Image.open(outcome.destination) as image:
        assert (image.mode, image.size) == ("RGB", (224, 160))
        assert np.ptp(np.asarray(image), axis=2).max() == 0
