"""Black and white is told from colour: with noise, JPEG and toning on one side, faint colours on the other."""

import io
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from rsd_app.core.image_io.color.photo_kind import kind_of

Picture = NDArray[Any]


def grays() -> Picture:
    """Light and shade of a photo, large and fine, (96, 128), 0 to 255."""
    y, x = np.mgrid[:96, :128]
    fine = np.random.default_rng(1).normal(0, 12, (96, 128))
    return np.asarray(np.clip(128 + 90 * np.sin(x / 19) * np.cos(y / 23) + fine, 0, 255))


def from_grays(red: Picture, green: Picture, blue: Picture) -> Picture:
    return np.stack([red, green, blue], axis=-1).clip(0, 255).astype(np.uint8)


def plain() -> Picture:
    return from_grays(grays(), grays(), grays())


def sepia() -> Picture:
    """Strongest in the middle, as toning is."""
    g = grays()
    tone = (g / 255) * (1 - g / 255)
    return from_grays(g + 60 * tone, g, g - 120 * tone)


def paper() -> Picture:
    """Yellowed, with blacks that have faded."""
    g = grays()
    return from_grays(20 + 0.88 * g, 18 + 0.82 * g, 14 + 0.68 * g)


def noisy() -> Picture:
    """As a scanner sees it in colour."""
    noise = np.random.default_rng(2).normal(0, 2, (96, 128, 3))
    return np.asarray((paper() + noise).clip(0, 255).astype(np.uint8))


def compressed() -> Picture:
    """Gray with the faint colours that JPEG leaves."""
    file = io.BytesIO()
    enlarged = Image.fromarray(paper()).resize((512, 384), Image.Resampling.BICUBIC)
    enlarged.save(file, "JPEG", quality=60)
    return np.asarray(Image.open(file).convert("RGB").resize((128, 96), Image.Resampling.BOX))


def faint_colors() -> Picture:
    """A photo with little saturation: greenish at the left, reddish at the right, as light as each other."""
    g, sign = grays(), np.where(np.arange(128) < 64, 1, -1)
    return from_grays(g - 8 * sign, g + 4 * sign, g + 0 * sign)


def blue_mist() -> Picture:
    """One hue at each lightness; yet not that of a toning."""
    g = grays() / 255
    return from_grays(40 + 170 * g, 70 + 170 * g, 110 + 140 * g)


def green_field() -> Picture:
    g = grays() / 255
    return from_grays(180 + 30 * g, 185 + 30 * g, 130 + 40 * g)


def sunset() -> Picture:
    g = grays() / 255
    return from_grays(255 * g**0.5, 200 * g, 80 * g**2)


def red_spot() -> Picture:
    """Black and white but for one thing."""
    picture = plain()
    picture[40:50, 60:70] = 200, 30, 30
    return picture


@pytest.mark.parametrize("make", [plain, sepia, paper, noisy, compressed])
def test_that_black_and_white_is_known_in_spite_of_toning_noise_and_jpeg(make: Any) -> None:
    assert kind_of(make()) == "gray"


@pytest.mark.parametrize("make", [faint_colors, blue_mist, green_field, sunset, red_spot])
def test_that_little_color_is_color(make: Any) -> None:
    assert kind_of(make()) == "colour"


@pytest.mark.parametrize(("value", "kind"), [((0, 0, 0), "gray"), ((255, 255, 255), "gray"), ((200, 30, 30), "colour")])
def test_that_a_picture_of_one_value_has_a_kind(value: tuple[int, int, int], kind: str) -> None:
    assert kind_of(np.full((1, 1, 3), value, np.uint8)) == kind
    assert kind_of(np.full((30, 40, 3), value, np.uint8)) == kind
