"""Sizes as users say them, and the passes that reach them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rsd_app.core.errors import ConfigError
from rsd_app.core.progress import CancelToken
from rsd_app.engine.canvas.scratch_file import canvas_path
from rsd_app.engine.events import Advanced, Done, Event, Stopped
from rsd_app.engine.picture import passes
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.sizing import Pass, PrintSize, SizeTarget, passes_to, result_size
from tests.engine.toy_models import write_plain_model, write_toy_model


@pytest.mark.parametrize(
    ("target", "size"),
    [
        (SizeTarget(width=3000), (3000, 2000)),
        (SizeTarget(height=3000), (4500, 3000)),
        (SizeTarget(long_side=3000), (3000, 2000)),
        (SizeTarget(short_side=3000), (4500, 3000)),
        (SizeTarget(megapixels=24), (6000, 4000)),
        (SizeTarget(print=PrintSize(width_cm=25.4, dpi=300)), (3000, 2000)),
        (SizeTarget(print=PrintSize.parse("10in@240")), (2400, 1600)),
        (SizeTarget(print=PrintSize.parse("x20cm@254dpi")), (3000, 2000)),
        (SizeTarget(print=PrintSize.parse("A4")), (3720, 2480)),  # lies on its side: 21 cm high at 300 dpi
        (SizeTarget(print=PrintSize.parse("100x100mm@254")), (1500, 1000)),  # covers the square
    ],
)
def test_that_a_target_is_reached(target: SizeTarget, size: tuple[int, int]) -> None:
    assert result_size(1500, 1000, target.factor(1500, 1000)) == size


def test_that_paper_turns_with_the_picture() -> None:
    a4 = SizeTarget(print=PrintSize.parse("a4@300"))
    assert result_size(1000, 1500, a4.factor(1000, 1500)) == (2480, 3720)


@pytest.mark.parametrize("text", ["", "A9", "10", "10km", "0cm", "10cm@", "10cm@0", "@300", "cm"])
def test_that_odd_prints_are_refused(text: str) -> None:
    if text == "10cm@":
        assert PrintSize.parse(text).dpi == 300
        return
    with pytest.raises(ConfigError, match="--print"):
        PrintSize.parse(text)


def test_that_one_target_is_wanted() -> None:
    with pytest.raises(ConfigError, match="2 times; give one of --scale, --width"):
        SizeTarget(width=10, height=10)
    with pytest.raises(ConfigError, match="0 times"):
        SizeTarget()
    with pytest.raises(ConfigError, match="--long-side: is 0"):
        SizeTarget(long_side=0)
    with pytest.raises(ConfigError, match=r"asks for 20.0 times .* 16 times is the most"):
        UpscaleConfig(size=SizeTarget(width=2000)).factor(100, 50)


@pytest.mark.parametrize(
    ("factor", "native", "sizes"),
    [
        (1, 4, [(100, 60)]),
        (0.5, 4, [(50, 30)]),
        (4, 4, [(400, 240)]),
        (8, 4, [(200, 120), (800, 480)]),
        (16, 4, [(400, 240), (1600, 960)]),
        (5, 4, [(125, 75), (500, 300)]),
        (16, 2, [(200, 120), (400, 240), (800, 480), (1600, 960)]),
        (1, 1, [(100, 60)]),
    ],
)
def test_that_passes_are_as_few_and_small_as_can_be(factor: float, native: int, sizes: list[tuple[int, int]]) -> None:
    assert passes_to(100, 60, factor, native) == tuple(Pass(*size) for size in sizes)


def photo(path: Path, width: int, height: int) -> Path:
    y, x = np.mgrid[0:height, 0:width] / 9
    waves = np.stack([np.sin(x + c) * np.cos(y) for c in range(3)], axis=2)
    Image.fromarray(np.round(127 + 80 * waves).astype(np.uint8)).save(path)
    return path


def enlarge(source: Path, model: Path, **settings: object) -> Done:
    config = UpscaleConfig(model=str(model), device="cpu", precision="fp32", overwrite=True, **settings)  # type: ignore[arg-type]
    outcome = prepare(source, config).run(None, emit=lambda event: None, cancel=CancelToken())
    assert isinstance(outcome, Done)
    return outcome


@pytest.mark.parametrize(("scale", "size"), [(1.0, (40, 30)), (8.0, (320, 240)), (16.0, (640, 480))])
def test_that_any_factor_is_reached_from_file_to_file(tmp_path: Path, scale: float, size: tuple[int, int]) -> None:
    source, model = photo(tmp_path / "a.png", 40, 30), write_plain_model(tmp_path / "plain.safetensors")
    done = enlarge(source, model, scale=scale)
    assert done.destination.name == f"a_x{scale:g}.png"
    with Image.open(done.destination) as result, Image.open(source) as original:
        assert result.size == size
        smooth = original.resize(size, Image.Resampling.BICUBIC)
        assert np.abs(np.asarray(result).astype(int) - np.asarray(smooth)).mean() < 1.5
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["a.png", done.destination.name, model.name])


def test_that_a_print_says_its_resolution(tmp_path: Path) -> None:
    source, model = photo(tmp_path / "a.jpg", 40, 30), write_plain_model(tmp_path / "plain.safetensors")
    done = enlarge(source, model, size=SizeTarget(print=PrintSize.parse("1in@100")))
    with Image.open(done.destination) as result:
        assert result.size == (100, 75)
        assert result.info["dpi"] == pytest.approx((100, 100))
    assert done.destination.name == "a_x2.5.jpg"


@pytest.mark.keeps_canvas
@pytest.mark.parametrize("which", ["first", "second"])
def test_that_several_passes_resume_to_the_same_bytes(
    tmp_path: Path, which: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passes, "EMIT_EVERY_S", -1.0)
    source, model = photo(tmp_path / "a.png", 16, 60), write_toy_model(tmp_path / "toy.safetensors")
    undisturbed = enlarge(source, model, scale=8.0, tile=16).destination.read_bytes()
    (tmp_path / "a_x8.png").unlink()
    token = CancelToken()

    def stop(event: Event) -> None:
        if isinstance(event, Advanced) and (which == "first" or event.rows > 0):
            token.cancel()

    config = UpscaleConfig(model=str(model), device="cpu", precision="fp32", scale=8.0, tile=16, resume=True)
    outcome = prepare(source, config).run(None, emit=stop, cancel=token)
    assert outcome == Stopped(source=source, resumable=True)
    between = tmp_path / ".a_x8.png.rsdcanvas-0.tiff"
    assert between.exists() == (which == "second")
    assert canvas_path(between).exists() == (which == "first")
    done = prepare(source, config).run(None, emit=lambda event: None, cancel=CancelToken())
    assert isinstance(done, Done)
    assert done.destination.read_bytes() == undisturbed
    assert not list(tmp_path.glob(".*"))
