"""The back-check: a result against its source, where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from rsd_app.core.errors import ConfigError
from rsd_app.core.image_io.read import Pixels
from rsd_app.core.progress import CancelToken
from rsd_app.engine.canvas.map_file import UNIT
from rsd_app.engine.canvas.reader import CanvasReader
from rsd_app.engine.canvas.scratch_file import Canvas, CanvasSpec
from rsd_app.engine.events import Done
from rsd_app.engine.maps.back_check import CONTRADICTS, map_rows
from rsd_app.engine.maps.blur_and_noise import Between, between
from rsd_app.engine.maps.reduced import Levels, ReducedResult
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.record.recipe import read_record
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.toy_models import write_plain_model

SIDE = 96  # of the source


def waves() -> NDArray[np.uint8]:
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    return np.stack([127 + 60 * np.sin(x / (9 + c)) + 40 * np.cos(y / 11) for c in range(3)], axis=2).astype(np.uint8)


def enlarged(tmp_path: Path, pixels: NDArray[np.uint8], drift: float = 0.0, **settings: object) -> Path:
    """By a model that enlarges bicubically, with colours that are off by `drift`."""
    source, model = tmp_path / "photo.png", write_plain_model(tmp_path / "plain.safetensors", drift)
    Image.fromarray(pixels).save(source)
    config = UpscaleConfig(model=str(model), device="cpu", precision="fp32", overwrite=True)
    config = replace(config, **settings)  # type: ignore[arg-type]
    outcome = prepare(source, config).run(tmp_path / "out.png", emit=lambda event: None, cancel=CancelToken())
    assert isinstance(outcome, Done)
    return outcome.destination


def levels(path: Path) -> NDArray[np.float64]:
    with Image.open(path) as image:
        return np.asarray(image).astype(np.float64) / UNIT


def test_that_an_enlarged_picture_contradicts_nothing(tmp_path: Path) -> None:
    out = enlarged(tmp_path, waves(), check=tmp_path)
    found = levels(tmp_path / "out_check.png")
    assert found.shape == (SIDE, SIDE)
    assert found.max() < 1.5
    assert read_record(out).check.startswith("reduced again with a blur of 0.00 pixels: 0.0")
    assert read_record(out).check.endswith(" of 255 off beyond noise, inconsistent (above 10) in 0.00%")
    assert read_record(enlarged(tmp_path, waves())).check == ""


def test_that_drifting_colors_count_only_where_they_stay(tmp_path: Path) -> None:
    check = tmp_path / "check.png"
    enlarged(tmp_path, waves(), drift=0.05, check=check)
    assert levels(check).mean() < 1.0
    enlarged(tmp_path, waves(), drift=0.05, check=check, colour_fix=False)
    assert levels(check).mean() == pytest.approx(0.05 * 255, abs=0.5)


def test_that_what_a_result_makes_up_is_found_in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A square of other colours that the network would have painted; there only, and after two passes as well."""
    plain = Canvas.write_rows

    def painted(canvas: Canvas, y: int, rows: NDArray[np.uint8]) -> None:
        rows, factor = np.array(rows), canvas.spec.width // SIDE
        if canvas.spec.bands == 3:  # not that of the map
            inside = slice(max(0, 40 * factor - y), max(0, 56 * factor - y))
            rows[inside, 40 * factor : 56 * factor] //= 2
        plain(canvas, y, rows)

    monkeypatch.setattr(Canvas, "write_rows", painted)
    for scale in (4.0, 8.0):
        tinted = np.full((SIDE, SIDE, 3), (130, 128, 126), np.uint8)  # equal channels would be gray, in one band
        out = enlarged(tmp_path, tinted, scale=scale, check=tmp_path / "check.png")
        found = levels(tmp_path / "check.png")
        assert found[44:52, 44:52].min() > 50
        found[32:64, 32:64] = 0
        assert found.max() < 6  # that the correction of colours spreads
        share = float(read_record(out).check.rpartition(" in ")[2].rstrip("%"))
        assert share == pytest.approx(100 * 17**2 / SIDE**2, abs=0.5)  # its rim mixes


def test_that_hidden_colors_may_be_any(tmp_path: Path) -> None:
    pixels = np.concatenate([waves(), np.full((SIDE, SIDE, 1), 255, np.uint8)], axis=2)
    pixels[:48, :, 3] = 0
    pixels[:48, :, :3] = np.random.default_rng(1).integers(0, 256, (48, SIDE, 3))
    enlarged(tmp_path, pixels, check=tmp_path / "check.png", colour_fix=False)
    assert levels(tmp_path / "check.png")[:40].max() == 0


def scene(height: int = 640, width: int = 832) -> Levels:
    """A sharp picture of leaves, thin lines and flat places, (height, width, 3): what a result might look like."""
    rng, picture = np.random.default_rng(5), np.full((height, width, 3), 120, np.uint8)
    for _ in range(300):
        color = rng.integers(20, 235, 3).tolist()
        (x, y), size = rng.integers(0, (width, height)).tolist(), rng.integers(4, 60, 2).tolist()
        cv2.ellipse(picture, (x, y), size, float(rng.integers(0, 180)), 0, 360, color, -1)
        cv2.line(picture, (x, y), (x + 90, y + int(rng.integers(-90, 90))), color[::-1], 3)
    picture[:, : width // 8] = 120
    return picture.astype(np.float32)


def photo_of(picture: Levels, width: int, height: int, *, blur: float, noise: float) -> NDArray[np.uint8]:
    """What a camera makes of it: blurred by a spread in pixels of the photo, reduced, with noise in levels."""
    across = blur * picture.shape[1] / width
    lens = picture if blur == 0 else cv2.GaussianBlur(picture, (0, 0), across, borderType=cv2.BORDER_REPLICATE)
    photo = cv2.resize(lens, (width, height), interpolation=cv2.INTER_AREA)
    noisy = photo + np.random.default_rng(6).normal(0, noise, photo.shape)
    return noisy.clip(0, 255).round().astype(np.uint8)


@contextmanager
def compared(folder: Path, photo: NDArray[np.uint8], result: Levels) -> Iterator[ReducedResult]:
    """A result that lies in a canvas, with its photo, (h, w, 3) or with alpha (h, w, 4)."""
    height, width, bands = result.shape
    canvas = Canvas.create(folder / "canvas", CanvasSpec(recipe="", width=width, height=height, bands=bands, bits=8))
    canvas.write_rows(0, result.round().astype(np.uint8))
    canvas.close()

    def read(y0: int, y1: int) -> Pixels:
        return Pixels(photo[y0:y1, :, :3], photo[y0:y1, :, 3] if photo.shape[2] == 4 else None)

    with closing(CanvasReader(canvas.path)) as reader:
        yield ReducedResult(read, photo.shape[1], photo.shape[0], reader, None)


def flagged(folder: Path, photo: NDArray[np.uint8], result: Levels) -> NDArray[np.bool_]:
    with compared(folder, photo, result) as pair:
        rows = list(map_rows(pair, between(pair, CancelToken()), CancelToken()))
    found: NDArray[np.bool_] = np.concatenate(rows)[..., 0] > CONTRADICTS * UNIT
    assert found.shape == photo.shape[:2]
    return found


@pytest.mark.parametrize("size", [(208, 160), (187, 144)])
@pytest.mark.parametrize(("blur", "noise"), [(0.6, 0), (0.6, 10), (1.2, 5), (2.0, 10)])
def test_that_the_blur_is_measured(tmp_path: Path, size: tuple[int, int], blur: float, noise: float) -> None:
    """Also where the photo's noise is strong, and a part of the result is wrong."""
    result = scene()
    photo = photo_of(result, *size, blur=blur, noise=noise)
    for wrong in (False, True):
        if wrong:
            result[100:300, 300:500] = result[100:300, 300:500][::-1, ::-1].copy()
        with compared(tmp_path, photo, result) as pair:
            found = between(pair, CancelToken())
        assert found.blur == pytest.approx(blur, rel=0.15)
    with compared(tmp_path, photo_of(scene(), *size, blur=0, noise=noise), scene()) as pair:
        assert between(pair, CancelToken()).blur < 0.15


@pytest.mark.parametrize("noise", [0, 6, 12])
def test_that_a_wrong_place_is_inconsistent_and_noise_is_not(tmp_path: Path, noise: float) -> None:
    result = scene()
    photo = photo_of(result, 208, 160, blur=0.7, noise=noise)
    assert not flagged(tmp_path, photo, result).any()
    lined = result.copy()
    lined[320:324, 40:90] += 70  # one pixel of the photo wide, where it is flat
    lined[200:360, 400:560] = lined[200:360, 400:560][::-1, ::-1].copy()
    found = flagged(tmp_path, photo, lined)
    assert found[80, 11:22].mean() > 0.8
    assert found[50:90, 100:140].mean() > 0.25
    found[76:85, 6:27] = found[46:94, 96:144] = False
    assert not found.any()


def test_that_noise_of_a_part_is_its_own(tmp_path: Path) -> None:
    """Half of a photo is noisy and was cleaned; in the other an error that such noise could hide is found."""
    result = scene()
    photo = photo_of(result, 208, 160, blur=0, noise=0).astype(np.float64)
    photo[:, 104:] += np.random.default_rng(1).normal(0, 18, photo[:, 104:].shape)
    photo = photo.clip(0, 255).round().astype(np.uint8)
    assert flagged(tmp_path, photo, result).mean() < 1e-4
    result[320:328, 40:90] += 20
    found = flagged(tmp_path, photo, result)
    assert found[80:82, 11:22].all()
    assert not found[:, 104:].any()


def test_that_parts_do_not_change_the_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    photo, made = photo_of(scene(), 208, 160, blur=0.7, noise=8), []
    for rows, columns in ((256, 512), (32, 64), (160, 34)):
        monkeypatch.setattr("rsd_app.engine.maps.back_check.PART_ROWS", rows)
        monkeypatch.setattr("rsd_app.engine.maps.back_check.PART_COLUMNS", columns)
        with compared(tmp_path, photo, scene()[::-1]) as pair:
            made.append(np.concatenate(list(map_rows(pair, Between(0.9, 3.0), CancelToken()))))
    assert made[0].any()
    assert np.array_equal(made[0], made[1])
    assert np.array_equal(made[0], made[2])


def test_that_hidden_colors_do_not_flow_into_what_is_seen(tmp_path: Path) -> None:
    result = scene()
    photo = np.dstack([photo_of(result, 208, 160, blur=1.0, noise=0), np.full((160, 208), 255, np.uint8)])
    photo[:, 100:, 3], photo[:, 100:, :3], result[:, 400:] = 0, 255, 0
    result = np.dstack([result, np.full(result.shape[:2], 255, np.float32)])
    assert not flagged(tmp_path, photo, result)[:, 104:].any()
    assert flagged(tmp_path, photo, result)[:, :100].mean() < 0.03  # at the edge only: the lens had mixed it


def test_that_a_map_has_sixteen_bits(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is of a kind without 16 bits"):
        enlarged(tmp_path, waves(), check=tmp_path / "check.jpg")
