"""PSNR, SSIM, colour, spectral lines and intervals against formulas written down a second time."""

from __future__ import annotations

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from rsd_app.core.errors import ShapeError
from trainer.metrics.pixel import (
    LINE_NAMES,
    blockiness,
    bootstrap_interval,
    colour_shift,
    psnr,
    spectrum_lines,
    ssim,
    stroke_excess,
)


def photo_like(seed: int, height: int, width: int) -> np.ndarray:
    """Noise whose amplitude falls as 1/f, as in photographs, uint8 RGB."""
    generator = np.random.Generator(np.random.PCG64(seed))
    fy, fx = np.meshgrid(np.fft.fftfreq(height), np.fft.fftfreq(width), indexing="ij")
    falling = 1 / np.maximum(np.hypot(fy, fx), 1 / max(height, width))
    planes = [np.fft.ifft2(np.fft.fft2(generator.standard_normal((height, width))) * falling).real for _ in range(3)]
    picture = np.stack(planes, axis=-1)
    return np.clip(np.round(128 + 40 * picture / picture.std()), 0, 255).astype(np.uint8)


def with_pattern(picture: np.ndarray, pattern: np.ndarray) -> np.ndarray:
    return np.clip(np.round(picture + pattern[..., None]), 0, 255).astype(np.uint8)


def test_that_psnr_is_over_all_rgb_values() -> None:
    original = np.full((9, 7, 3), 100, np.uint8)
    result = original.copy()
    result[..., 0] += 6  # one channel of three: mean square 12
    assert psnr(result, original) == pytest.approx(10 * np.log10(255**2 / 12))
    assert psnr(original, result) == psnr(result, original)
    assert psnr(original, original) == np.inf


def test_that_ssim_is_the_gaussian_window_formula_on_luma() -> None:
    a, b = photo_like(1, 19, 23), photo_like(2, 19, 23)
    b = (0.7 * a + 0.3 * b).astype(np.uint8)
    x, y = (16 + (p @ np.array([65.481, 128.553, 24.966])) / 255 for p in (a, b))
    steps = np.arange(11) - 5
    window = np.exp(-(steps[:, None] ** 2 + steps[None, :] ** 2) / (2 * 1.5**2))
    window /= window.sum()
    values = []
    for i in range(19 - 10):
        for j in range(23 - 10):
            p, q = x[i : i + 11, j : j + 11], y[i : i + 11, j : j + 11]
            mean_p, mean_q = (window * p).sum(), (window * q).sum()
            var_p, var_q = (window * (p - mean_p) ** 2).sum(), (window * (q - mean_q) ** 2).sum()
            covariance = (window * (p - mean_p) * (q - mean_q)).sum()
            top = (2 * mean_p * mean_q + 6.5025) * (2 * covariance + 58.5225)
            values.append(top / ((mean_p**2 + mean_q**2 + 6.5025) * (var_p + var_q + 58.5225)))
    assert 0.1 < np.mean(values) < 0.99
    assert ssim(a, b) == pytest.approx(np.mean(values), abs=1e-9)
    assert ssim(a, a) == pytest.approx(1, abs=1e-12)


def test_that_color_shift_is_signed_and_by_channel() -> None:
    original = photo_like(3, 20, 30) // 2 + 60
    result = (original + np.array([1, -2, 0])).astype(np.uint8)
    np.testing.assert_allclose(colour_shift(result, original), [1, -2, 0], atol=1e-12)


def test_that_the_same_picture_has_no_lines() -> None:
    picture = photo_like(4, 300, 270)
    np.testing.assert_array_equal(spectrum_lines(picture, picture), np.zeros((2, 4)))


@pytest.mark.parametrize(("period", "line"), [(8, 0), (4, 1), (2, 3)])
@pytest.mark.parametrize("direction", [0, 1])
def test_that_stripes_show_at_their_own_line_only(period: int, line: int, direction: int) -> None:
    original = photo_like(5, 256, 256)
    place = np.arange(256)[None, :] if direction == 0 else np.arange(256)[:, None]
    stripes = np.broadcast_to(6 * np.cos(2 * np.pi * place / period), (256, 256))
    excess = spectrum_lines(with_pattern(original, stripes), original)
    assert np.unravel_index(excess.argmax(), excess.shape) == (direction, line)
    assert excess[direction, line] > 2
    excess[direction, line] = 0
    assert np.abs(excess).max() < 0.5
    assert LINE_NAMES[direction][line].endswith(f"1/{period}")


def test_that_a_checkerboard_and_a_repeated_tile_show() -> None:
    original = photo_like(6, 256, 256)
    y, x = np.mgrid[:256, :256]
    board = 6 * np.cos(2 * np.pi * x / 4) * np.cos(2 * np.pi * y / 4)
    assert spectrum_lines(with_pattern(original, board), original)[:, 1].min() > 1
    tile = np.random.Generator(np.random.PCG64(7)).normal(0, 6, (8, 8))
    repeated = np.tile(tile, (32, 32))
    assert spectrum_lines(with_pattern(original, repeated), original).max() > 1


def test_that_plain_noise_leaves_no_line() -> None:
    original = photo_like(8, 512, 512)
    noise = np.random.Generator(np.random.PCG64(9)).normal(0, 4, (512, 512))
    assert np.abs(spectrum_lines(with_pattern(original, noise), original)).max() < 0.5


def test_that_flat_pictures_differ_by_rounding_noise_only() -> None:
    flat = np.full((256, 256, 3), 90, np.uint8)
    np.testing.assert_array_equal(spectrum_lines(flat, flat + np.uint8(5)), np.zeros((2, 4)))


def test_that_strokes_along_rows_and_columns_show_and_grain_does_not() -> None:
    generator = np.random.Generator(np.random.PCG64(7))
    scene = photo_like(3, 288, 300).astype(np.float64)

    def textured(across: int, down: int) -> np.ndarray:
        grain = generator.standard_normal((288 + down - 1, 300 + across - 1))
        pieces = np.lib.stride_tricks.sliding_window_view(grain, (down, across)).sum(axis=(2, 3))
        return with_pattern(scene * 0.2 + 100, 12 * pieces / pieces.std())

    grain = textured(1, 1)
    assert stroke_excess(grain, grain) == 0
    assert stroke_excess(textured(1, 1), grain) == pytest.approx(0, abs=0.2)
    for strokes in (textured(7, 1), textured(1, 7)):
        assert stroke_excess(strokes, grain) > 3
        assert stroke_excess(grain, strokes) == pytest.approx(-stroke_excess(strokes, grain))


def test_that_strokes_of_a_flat_picture_are_those_of_rounding_noise() -> None:
    flat = np.full((256, 256, 3), 90, np.uint8)
    assert stroke_excess(flat, flat + 1) == 0


def walk(length: int, step: float, at_blocks: float) -> np.ndarray:
    """Up and down in turn, by `step`, and by `at_blocks` before every eighth value."""
    steps = np.array([at_blocks if i % 8 == 0 else step for i in range(1, length)])
    return np.concatenate(([0.0], np.cumsum(steps * (-1.0) ** np.arange(length - 1))))


@pytest.mark.parametrize(("step", "at_blocks"), [(2, 6), (4, 4), (4, 2)])
def test_that_blockiness_is_the_step_at_blocks_over_that_between(step: int, at_blocks: int) -> None:
    source = 120 + walk(40, step, at_blocks)[:, None] + walk(56, step, at_blocks)[None]
    enlarged = np.repeat(np.repeat(source, 4, axis=0), 4, axis=1).astype(np.uint8)[..., None].repeat(3, axis=2)
    assert blockiness(enlarged, 4) == pytest.approx(at_blocks / step)


@pytest.mark.parametrize("scale", [1.0, 2.5, 4.0])
def test_that_blocks_of_a_file_are_found_in_its_enlargement(scale: float) -> None:
    source, file = photo_like(12, 96, 128), io.BytesIO()
    Image.fromarray(source).save(file, "JPEG", quality=18)
    with Image.open(file) as decoded:
        compressed = np.asarray(decoded)

    def enlarged(picture: np.ndarray) -> np.ndarray:
        return np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC))

    clean, blocks = blockiness(enlarged(source), scale), blockiness(enlarged(compressed), scale)
    assert clean == pytest.approx(1, abs=0.15)
    assert blocks is not None
    assert blocks > 1.4


def test_that_pictures_of_one_block_or_without_steps_have_no_blockiness() -> None:
    assert blockiness(photo_like(13, 60, 200), 4) is None
    assert blockiness(np.full((256, 256, 3), 90, np.uint8), 4) is None


def test_that_interval_of_the_mean_is_that_of_the_normal_formula() -> None:
    values = np.random.Generator(np.random.PCG64(10)).normal(3, 2, 400)
    low, high = bootstrap_interval(values.tolist(), draws=4000)
    half = 1.96 * values.std() / 20
    assert low == pytest.approx(values.mean() - half, abs=0.1 * half)
    assert high == pytest.approx(values.mean() + half, abs=0.1 * half)
    assert bootstrap_interval(values.tolist(), draws=4000) == (low, high)
    assert bootstrap_interval([0.25]) == (0.25, 0.25)


@pytest.mark.parametrize(
    ("metric", "side"), [(psnr, 1), (ssim, 11), (colour_shift, 1), (spectrum_lines, 256), (stroke_excess, 256)]
)
def test_that_unequal_small_and_other_pictures_are_refused(metric, side: int) -> None:
    picture = photo_like(11, 270, 270)[:side, :side]
    metric(picture, picture)
    for other in (picture[:, :-1], picture[..., :1], picture.astype(np.float32)):
        with pytest.raises(ShapeError, match="uint8"):
            metric(other, picture)
    if side > 1:
        with pytest.raises(ShapeError, match=str(side)):
            metric(picture[1:], picture[1:])
