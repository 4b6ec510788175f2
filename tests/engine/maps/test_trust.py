"""The map of trust: what seeds disagree on, the same whatever the strips, and carried in the record."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from rsd_app.__main__ import main
from rsd_app.core.errors import ConfigError, ModelError, RsdError
from rsd_app.core.files.model_file import TrustCurve, model_hash, read_header
from rsd_app.core.image_io.read import open_image
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.batch.search import FolderRules
from rsd_app.engine.canvas.map_file import UNIT
from rsd_app.engine.events import Advanced, Done, Event, Stopped
from rsd_app.engine.maps.calibration import expected, fit_curve, isotonic
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.picture.reproduce import Reproduced, reproduce
from rsd_app.engine.record.recipe import read_record
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.toy_models import write_plain_model, write_toy_model

SEEDS = 3


@pytest.fixture
def config(tmp_path: Path) -> UpscaleConfig:
    model = write_toy_model(tmp_path / "toy.safetensors")
    return UpscaleConfig(model=str(model), device="cpu", precision="fp32", format="png", trust_seeds=SEEDS)


def photo(path: Path, mode: str = "RGB", width: int = 24, height: int = 90) -> Path:
    values = np.random.default_rng(2).integers(0, 256, (height, width, len(mode)), dtype=np.uint8)
    Image.fromarray(values.squeeze()).save(path)
    return path


def run(
    config: UpscaleConfig,
    source: Path,
    out: Path,
    cancel: CancelToken | None = None,
    emit: Callable[[Event], None] = lambda event: None,
) -> Done | Stopped:
    return prepare(source, config).run(out, emit=emit, cancel=cancel or CancelToken())


def levels(path: Path) -> NDArray[np.float64]:
    with open_image(path, max_megapixels=1) as image:
        color = image.read_rows(0, image.info.height).color
    assert color.shape[2] in (1, 3)
    return color.astype(np.float64)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_that_the_map_is_the_spread_of_the_results(tmp_path: Path, config: UpscaleConfig, mode: str) -> None:
    source, trust = photo(tmp_path / "photo.png", mode), tmp_path / "trust.png"
    deep = replace(config, bits=16, colour_fix=False, seed=4)
    results = []
    for seed in range(4, 4 + SEEDS):
        run(replace(deep, seed=seed), source, tmp_path / f"{seed}.png")
        results.append(levels(tmp_path / f"{seed}.png"))
    run(replace(deep, trust=trust), source, tmp_path / "out.png")
    assert (tmp_path / "out.png").stat().st_size > 0
    assert np.array_equal(levels(tmp_path / "out.png"), results[0])
    spread = np.minimum(np.std(np.stack(results), axis=0, ddof=1).mean(axis=2) / 257, 65535 / UNIT)
    assert np.abs(levels(trust)[..., 0] / UNIT - spread).max() < 0.6 / UNIT
    assert spread.mean() > 0.5


def test_that_strips_do_not_change_the_map(tmp_path: Path, config: UpscaleConfig) -> None:
    source = photo(tmp_path / "photo.png")
    made = []
    for tile in (16, 32, None):
        out = tmp_path / f"trust-{tile}.tiff"
        run(replace(config, trust=out, tile=tile, overwrite=True), source, tmp_path / "out.png")
        made.append(levels(out))
    for other in made[1:]:  # sums of another length may round a sample of a seed to its neighbour
        assert np.abs(other - made[0]).max() <= UNIT
        assert (other != made[0]).mean() < 0.001


def test_that_a_map_goes_on_where_it_was(tmp_path: Path, config: UpscaleConfig) -> None:
    source, trust, out = photo(tmp_path / "photo.png"), tmp_path / "trust.png", tmp_path / "out.png"
    config, token = replace(config, trust=trust, tile=16), CancelToken()

    def stop(event: Event) -> None:
        if isinstance(event, Advanced) and event.fraction > 0.4:  # a third is the picture's
            token.cancel()

    assert run(config, source, out, token, stop) == Stopped(source=source, resumable=True)
    assert not trust.exists()
    told: list[float] = []

    def note(event: Event) -> None:
        if isinstance(event, Advanced):
            told.append(event.fraction)

    assert isinstance(run(replace(config, resume=True), source, out, emit=note), Done)
    assert told[0] > 0.4  # neither the picture nor the first rows of the map again
    assert told == sorted(told)
    resumed = levels(trust)
    run(replace(config, overwrite=True), source, out)
    assert np.array_equal(levels(trust), resumed)


def test_that_the_record_says_what_the_map_says(tmp_path: Path, config: UpscaleConfig) -> None:
    source, out = photo(tmp_path / "photo.png"), tmp_path / "out.png"
    run(replace(config, trust=tmp_path, sidecar=True), source, out)
    mean = levels(tmp_path / "out_trust.png").mean() / UNIT
    assert read_record(out).trust.startswith(f"{SEEDS} seeds: spread {mean:.2f} of 255; above 8 in ")
    record = (tmp_path / "out.png.rsd.json").read_text(encoding="utf-8")
    assert "seeds: spread" in record
    assert str(tmp_path) not in record
    again = reproduce(
        out, source=source, model=config.model, out=None, device="cpu", emit=lambda event: None, cancel=CancelToken()
    )
    assert isinstance(again, Reproduced)
    assert again.same_pixels


def test_that_a_model_without_noise_is_trusted_everywhere(tmp_path: Path, config: UpscaleConfig) -> None:
    plain = replace(config, model=str(write_plain_model(tmp_path / "plain.safetensors")), trust=tmp_path / "t.png")
    run(plain, photo(tmp_path / "photo.png", "L"), tmp_path / "out.png")
    assert not levels(tmp_path / "t.png").any()


def test_that_what_cannot_be_is_told_before_the_work(tmp_path: Path, config: UpscaleConfig) -> None:
    source, nothing = photo(tmp_path / "photo.png"), CancelToken()
    for trust, more, text in (
        ("t.jpg", {}, "without 16 bits, which a map has; name a .png or .tiff"),
        ("t.png", {"scale": 8.0}, "--trust: is for results of one pass"),
        ("photo.png", {}, "exists already"),
    ):
        with pytest.raises(RsdError, match=text):
            run(replace(config, trust=tmp_path / trust, **more), source, tmp_path / "out.png")  # type: ignore[arg-type]
    one = replace(config, trust=tmp_path / "t.png")
    with pytest.raises(ConfigError, match="is one file, for the maps of 2 results; name a folder"):
        upscale_files([source], None, one, emit=lambda event: None, cancel=nothing, rules=FolderRules(variants=2))
    with pytest.raises(ConfigError, match="--trust-seeds: is 1; give a number from 2"):
        replace(config, trust_seeds=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["photo.png", "toy.safetensors"]


def test_that_isotonic_regression_is_the_nearest_rising_function() -> None:
    places, values = isotonic(np.array([3.0, 1.0, 2.0, 4.0]), np.array([2.0, 1.0, 3.0, 4.0]))
    assert np.allclose(values, [1, 2.5, 4])
    assert np.allclose(places, [1, 2.5, 4])
    rng = np.random.default_rng(0)
    x = rng.random(400)
    y = x**2 + rng.normal(0, 0.1, 400)
    corners = isotonic(x, y)
    assert (np.diff(corners[1]) > 0).all()
    assert np.abs(np.interp(x, *corners) - x**2).mean() < 0.03


def test_that_a_curve_tells_the_error_that_goes_with_a_spread() -> None:
    rng = np.random.default_rng(1)
    spread = rng.gamma(2.0, 3.0, 300_000)
    curve = fit_curve(spread, (3 * spread * rng.normal(size=len(spread))) ** 2, seeds=8)
    asked = np.array([2.0, 6.0, 15.0], np.float32)
    assert np.allclose(expected(curve, asked), 3 * asked, rtol=0.12)
    assert np.array_equal(expected(None, asked), asked)
    with pytest.raises(ModelError, match=r"trust.error is \[2.0, 1.0\], expected rising numbers"):
        TrustCurve(seeds=8, spread=[1.0, 2.0], error=[2.0, 1.0])
    with pytest.raises(ModelError, match="a number for each of spread"):
        TrustCurve(seeds=8, spread=[1.0, 2.0], error=[2.0])


def test_that_a_calibrated_model_maps_the_error_to_expect(
    tmp_path: Path, config: UpscaleConfig, capsys: pytest.CaptureFixture[str]
) -> None:
    source, before = pairs_of_another_seed(tmp_path, config), model_hash(config.model)
    run(replace(config, trust=tmp_path / "spread.tiff"), source, tmp_path / "out.png")
    assert main(["models", "calibrate", config.model, "--set", str(tmp_path / "set"), "--device", "cpu"]) == 0
    assert "spread" in capsys.readouterr().out
    curve = read_header(config.model).trust
    assert curve is not None
    assert model_hash(config.model) == before
    run(replace(config, trust=tmp_path / "error.tiff", overwrite=True), source, tmp_path / "out.png")
    spread, error = (levels(tmp_path / name) / UNIT for name in ("spread.tiff", "error.tiff"))
    assert np.abs(error - expected(curve, spread.astype(np.float32)).clip(max=65535 / UNIT)).max() < 0.1
    assert "3 seeds: expected error" in read_record(tmp_path / "out.png").trust
    assert main(["bench", "trust", "--set", str(tmp_path / "set"), "--model", config.model, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["calibrated"]
    assert figures["calibration_error"] < 0.2 * figures["error"]


def pairs_of_another_seed(tmp_path: Path, config: UpscaleConfig) -> Path:
    """A set whose originals are results of another seed: wrong is what seeds differ in. Returns one of its photos."""
    for part in ("lq", "hq"):
        (tmp_path / "set" / part).mkdir(parents=True)
    for name in ("a.png", "b.png"):
        source = photo(tmp_path / "set" / "lq" / name, width=40)
        run(replace(config, seed=99, colour_fix=False), source, tmp_path / "set" / "hq" / name)
    return source


def test_that_the_benchmark_compares_spread_and_error(
    tmp_path: Path, config: UpscaleConfig, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs_of_another_seed(tmp_path, config)
    arguments = ["bench", "trust", "--set", str(tmp_path / "set"), "--model", config.model, "--device", "cpu"]
    assert main([*arguments, "--precision", "fp32", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["n"], figures["seeds"], figures["calibrated"]) == (2, 8, False)
    assert figures["corr_8px"] > 0.2
    assert figures["corr_8px_min"] <= figures["corr_8px"]
    assert figures["calibration_error"] < figures["error"]
