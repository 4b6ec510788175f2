"""Transparent pictures with the bundled model: no halo, crisp edges, nothing where nothing was."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from rsd_app.core.image_io.read import Pixels
from rsd_app.core.progress import CancelToken
from rsd_app.engine.events import Done
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.render.transparency import REACH, without_hidden_colors
from rsd_app.engine.settings.config import UpscaleConfig


def disc(size: int, radius: float, hidden: tuple[int, int, int]) -> NDArray[np.uint8]:
    """A red disc with a soft edge of one pixel; `hidden` is the colour of what is not seen."""
    y, x = np.mgrid[0:size, 0:size] - (size - 1) / 2
    alpha = np.clip(radius - np.hypot(x, y) + 0.5, 0, 1)
    picture = np.empty((size, size, 4), np.uint8)
    picture[..., :3] = np.where(alpha[..., None] > 0, (200, 40, 30), hidden)
    picture[..., 3] = np.round(alpha * 255)
    return picture


def enlarged(path: Path) -> NDArray[np.float64]:
    config = UpscaleConfig(device="cpu", precision="fp32", overwrite=True, format="png")
    outcome = prepare(path, config).run(None, emit=lambda event: None, cancel=CancelToken())
    assert isinstance(outcome, Done)
    with Image.open(outcome.destination) as image:
        assert image.mode == "RGBA"
        return np.asarray(image).astype(np.float64)


def test_that_a_cut_out_has_no_halo_and_a_crisp_edge(tmp_path: Path) -> None:
    source = tmp_path / "disc.png"
    Image.fromarray(disc(48, 16, hidden=(0, 255, 0))).save(source)
    result = enlarged(source)
    y, x = np.mgrid[0:192, 0:192] - 95.5
    radius = np.hypot(x, y) / 4
    alpha = result[..., 3]
    assert alpha[radius < 13.5].min() == 255
    assert alpha[radius > 18.5].max() == 0
    soft = ((alpha > 25) & (alpha < 230)).sum() / (2 * np.pi * 64)  # the width of the edge, in pixels
    assert soft < 4.5  # bicubic: about 5
    seen = alpha > 8
    assert result[seen][:, 1].max() < 75  # green is 40 in the disc
    on_white = result[..., :3] * alpha[..., None] / 255 + 255 - alpha[..., None]
    true = np.clip(16 - radius, -0.125, 0.125) * 4 + 0.5
    ideal = true[..., None] * np.array([200, 40, 30]) + 255 * (1 - true[..., None])
    assert np.abs(on_white - ideal).mean() < 1.5


def test_that_a_palette_with_a_clear_color_stays_clear(tmp_path: Path) -> None:
    source = tmp_path / "logo.gif"
    image = Image.new("P", (32, 24), 0)
    image.putpalette([0, 255, 0, 20, 40, 220] + [0] * 750)
    image.paste(1, (8, 6, 24, 18))
    image.save(source, transparency=0)
    result = enlarged(source)
    assert result[:16, :, 3].max() == 0
    assert result[32:64, 40:88, 3].min() == 255
    assert result[result[..., 3] > 8][:, 1].max() < 80


def test_that_visible_colors_reach_into_the_hidden_ones() -> None:
    picture = disc(60, 20, hidden=(0, 255, 0))
    around = Pixels(picture[..., :3], picture[..., 3])
    filled = without_hidden_colors(around, 0, 60)
    near = (picture[..., 3] == 0) & (np.hypot(*(np.mgrid[0:60, 0:60] - 29.5)) < 30)
    assert np.abs(filled[near].astype(int) - (200, 40, 30)).max() <= 1
    opaque = picture[..., 3] == 255
    np.testing.assert_array_equal(filled[opaque], picture[..., :3][opaque])


def test_that_filling_does_not_depend_on_how_rows_are_read() -> None:
    rng = np.random.default_rng(2)
    color = rng.integers(0, 65536, (200, 40, 3), dtype=np.uint16)
    alpha = (rng.integers(0, 3, (200, 40)) * 32767).astype(np.uint16)
    whole = without_hidden_colors(Pixels(color, alpha), 0, 200)
    for y0, y1 in ((0, 10), (37, 90), (150, 200)):
        top, bottom = max(0, y0 - REACH), min(200, y1 + REACH)
        part = without_hidden_colors(Pixels(color[top:bottom], alpha[top:bottom]), y0 - top, y1 - top)
        assert np.abs(part.astype(int) - whole[y0:y1]).max() <= 1


@pytest.mark.parametrize("opacity", [1, 16, 128, 254])
def test_that_colours_that_are_seen_at_all_stay(opacity: int) -> None:
    rng = np.random.default_rng(3)
    color = rng.integers(0, 256, (60, 40, 3), dtype=np.uint8)
    alpha = np.full((60, 40), opacity, np.uint8)
    alpha[20:30] = 0
    filled = without_hidden_colors(Pixels(color, alpha), 0, 60)
    np.testing.assert_array_equal(filled[:20], color[:20])
    np.testing.assert_array_equal(filled[30:], color[30:])
    assert np.abs(filled[20:30].astype(int) - color[20:30]).mean() > 20  # nobody sees them


def test_that_a_faint_photo_is_enlarged_as_the_opaque_one(tmp_path: Path) -> None:
    y, x = np.mgrid[0:40, 0:56]
    waves = [np.sin(x / (3 + band) + band) * np.cos(y / (4 - band)) for band in range(3)]
    color = np.round(127 + 100 * np.stack(waves, axis=-1)).astype(np.uint8)
    results = []
    for opacity in (254, 15):
        source = tmp_path / f"at{opacity}.png"
        Image.fromarray(np.dstack([color, np.full((40, 56), opacity, np.uint8)])).save(source)
        results.append(enlarged(source))
    np.testing.assert_array_equal(results[0][..., :3], results[1][..., :3])
    assert np.unique(results[1][..., 3]).tolist() == [15]
