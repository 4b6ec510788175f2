"""The library: the pixels of the command line, for files and arrays; nothing heavy until it is used."""

import dataclasses
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, get_type_hints

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

import rsd_app as rsd
from rsd_app.__main__ import main
from rsd_app.engine.enlarger import SIZES
from rsd_app.engine.picture import passes
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.toy_models import write_estimating_model, write_toy_model

WIDTH, HEIGHT = 40, 28


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return write_estimating_model(tmp_path / "toy.safetensors", 0.3)


@pytest.fixture
def pixels() -> NDArray[np.uint8]:
    return np.random.default_rng(1).integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8)


@pytest.fixture
def photo(tmp_path: Path, pixels: NDArray[np.uint8]) -> Path:
    Image.fromarray(pixels).save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


@pytest.fixture
def enlarger(model: Path) -> rsd.Enlarger:
    return rsd.Enlarger(model, "cpu", precision="fp32")


def read(path: Path) -> NDArray[Any]:
    with Image.open(path) as image:
        return np.asarray(image)


def of_command(photo: Path, model: Path, out: Path, *more: str) -> NDArray[Any]:
    command = ["upscale", str(photo), "-o", str(out), "--model", str(model), "--device", "cpu", "--precision", "fp32"]
    assert main([*command, *more]) == 0
    return read(out)


def test_that_the_import_is_light() -> None:
    program = "import rsd_app, sys; print(sorted({'torch', 'numpy', 'PySide6', 'pyvips'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_that_every_name_of_the_library_is_there_and_documented() -> None:
    for name in rsd.__all__:
        assert getattr(rsd, name).__doc__
        assert name in dir(rsd)
    with pytest.raises(AttributeError, match="no attribute 'Unknown'"):
        rsd.Unknown  # noqa: B018


def test_that_settings_are_those_of_the_command() -> None:
    known = {field.name for field in dataclasses.fields(UpscaleConfig)} | set(SIZES)
    assert set(get_type_hints(rsd.Settings)) <= known


@pytest.mark.parametrize("as_text", [True, False])
def test_that_a_file_has_the_pixels_and_the_recipe_of_the_command(
    enlarger: rsd.Enlarger, model: Path, photo: Path, tmp_path: Path, as_text: bool
) -> None:
    expected = of_command(photo, model, tmp_path / "command.png", "--seed", "3", "--long-side", "100")
    out = tmp_path / "library.png"
    given: tuple[Any, Any] = (str(photo), str(out)) if as_text else (photo, out)
    result = enlarger.enlarge(*given, seed=3, long_side=100)
    assert np.array_equal(read(result.path), expected)
    assert out.read_bytes() == (tmp_path / "command.png").read_bytes()
    assert result.recipe["Seed"] == "3"
    assert result.recipe["Severity"] == "0.15"  # half of what the toy finds cheapest
    assert result.megapixels == pytest.approx(100 * 70 / 1e6)


def test_that_an_array_comes_back_as_the_same_kind(
    enlarger: rsd.Enlarger, model: Path, photo: Path, pixels: NDArray[np.uint8], tmp_path: Path
) -> None:
    expected = of_command(photo, model, tmp_path / "command.png")
    found = enlarger.enlarge(pixels)
    assert found.dtype == np.uint8
    assert np.array_equal(found, expected)
    deep = enlarger.enlarge(pixels.astype(np.uint16) * 257)
    assert deep.dtype == np.uint16
    assert np.abs(deep / 257 - expected).max() <= 1  # 8 bits are rounded twice: before colors are corrected, and after
    floats = enlarger.enlarge(pixels.astype(np.float32) / 255)
    assert floats.dtype == np.float32
    assert np.array_equal(np.rint(floats * 65535), deep)
    result = enlarger.enlarge(pixels, tmp_path / "written.png")
    assert np.array_equal(read(result.path), expected)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda a: a[..., 0], "has the shape"),
        (lambda a: a[:0], "has the shape"),
        (lambda a: a.astype(np.int64), "is of int64"),
        (lambda a: a.astype(np.float32), "holds values from"),
        (lambda a: np.full(a.shape, np.nan, np.float32), "holds values from nan"),
        (lambda a: a.tolist(), "is a list"),
    ],
)
def test_that_other_arrays_are_refused(
    enlarger: rsd.Enlarger, pixels: NDArray[np.uint8], change: Any, words: str
) -> None:
    with pytest.raises(rsd.RsdError, match=words):
        enlarger.enlarge(change(pixels))


def test_that_settings_are_checked(enlarger: rsd.Enlarger, photo: Path, tmp_path: Path) -> None:
    for settings, words in (
        ({"sharpness": 2}, "sharpness: is no setting"),
        ({"scale": 2.0, "width": 100}, "give one of them"),
        ({"realism": 3.0}, "realism"),
    ):
        with pytest.raises(rsd.RsdError, match=words):
            enlarger.enlarge(photo, tmp_path / "out.png", **settings)  # type: ignore[call-overload]
    with pytest.raises(rsd.RsdError, match="out: is missing"):
        list(enlarger.steps(np.zeros((9, 9, 3), np.uint8)))
    with pytest.raises(rsd.RsdError, match="is not installed"):
        rsd.Enlarger("no-such-model")
    assert not (tmp_path / "out.png").exists()


def test_that_steps_end_with_the_result(
    enlarger: rsd.Enlarger, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passes, "EMIT_EVERY_S", -1.0)
    steps = list(enlarger.steps(photo, tmp_path / "out.png"))
    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
    assert fractions[0] == 0
    assert fractions[-1] == 1
    assert len(steps) > 2
    assert [step.result for step in steps[:-1]] == [None] * (len(steps) - 1)
    assert steps[-1].result is not None
    assert np.array_equal(read(steps[-1].result.path), enlarger.enlarge(read(photo)))
    with pytest.raises(rsd.RsdError, match="exists already"):
        list(enlarger.steps(photo, tmp_path / "out.png"))


def test_that_leaving_the_loop_cancels_and_a_resume_ends_it(
    enlarger: rsd.Enlarger, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passes, "EMIT_EVERY_S", -1.0)
    steps = enlarger.steps(photo, tmp_path / "out.png")
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert "rsd-enlarger" not in {thread.name for thread in threading.enumerate()}
    assert not (tmp_path / "out.png").exists()
    result = enlarger.enlarge(photo, tmp_path / "out.png", resume=True)
    assert np.array_equal(read(result.path), enlarger.enlarge(read(photo)))


def test_that_trust_is_the_map_of_the_command(
    enlarger: rsd.Enlarger, model: Path, photo: Path, pixels: NDArray[np.uint8], tmp_path: Path
) -> None:
    of_command(photo, model, tmp_path / "a.png", "--trust", str(tmp_path / "map.png"), "--trust-seeds", "3")
    for source in (photo, pixels):
        trust = enlarger.trust(source, samples=3)
        assert trust.map.shape == (4 * HEIGHT, 4 * WIDTH)
        assert np.array_equal(np.rint(trust.map * 1024), read(tmp_path / "map.png"))
        assert not trust.is_error
        assert trust.invented.mean() == (trust.map > 8).mean()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png", "map.png", "photo.png", "toy.safetensors"]


def test_that_models_are_those_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path))
    write_toy_model(tmp_path / "mine.safetensors")
    (tmp_path / "broken.safetensors").write_bytes(b"")
    found = {model.name: model for model in rsd.models()}
    assert {"restore-x4", "quick-x2", "mine"} <= set(found)
    assert "broken" not in found
    assert (found["restore-x4"].scale, found["quick-x2"].scale) == (4, 2)
    assert rsd.Enlarger("mine", "cpu").device.startswith("CPU")
