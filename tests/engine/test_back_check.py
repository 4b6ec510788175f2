"""The back-check: a result against its source, where they contradict each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from rsd_app.core.errors import ConfigError
from rsd_app.core.progress import CancelToken
from rsd_app.engine.canvas import Canvas
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.events import Done
from rsd_app.engine.map_file import UNIT
from rsd_app.engine.recipe import read_record
from rsd_app.engine.upscaler import Upscaler
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
    outcome = Upscaler(config).upscale(source, tmp_path / "out.png", emit=lambda event: None, cancel=CancelToken())
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
    assert read_record(out).check.endswith("of 255 off; above 10 in 0.0%")
    assert read_record(enlarged(tmp_path, waves())).check == ""


def test_that_drifting_colours_count_only_where_they_stay(tmp_path: Path) -> None:
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
        inside = slice(max(0, 40 * factor - y), max(0, 56 * factor - y))
        rows[inside, 40 * factor : 56 * factor] //= 2
        plain(canvas, y, rows)

    monkeypatch.setattr(Canvas, "write_rows", painted)
    for scale in (4.0, 8.0):
        out = enlarged(tmp_path, np.full((SIDE, SIDE, 3), 128, np.uint8), scale=scale, check=tmp_path / "check.png")
        found = levels(tmp_path / "check.png")
        assert found[44:52, 44:52].min() > 50
        found[32:64, 32:64] = 0
        assert found.max() < 6  # that the correction of colours spreads
        assert "above 10 in" in read_record(out).check


def test_that_hidden_colours_may_be_any(tmp_path: Path) -> None:
    pixels = np.concatenate([waves(), np.full((SIDE, SIDE, 1), 255, np.uint8)], axis=2)
    pixels[:48, :, 3] = 0
    pixels[:48, :, :3] = np.random.default_rng(1).integers(0, 256, (48, SIDE, 3))
    enlarged(tmp_path, pixels, check=tmp_path / "check.png", colour_fix=False)
    assert levels(tmp_path / "check.png")[:40].max() == 0


def test_that_a_map_has_sixteen_bits(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is of a kind without 16 bits"):
        enlarged(tmp_path, waves(), check=tmp_path / "check.jpg")
