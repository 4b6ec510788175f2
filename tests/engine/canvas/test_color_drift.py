"""Colours from file to file: profiles, wide gamuts, 16 bits, and what happens when a model drifts."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import cv2
import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image, ImageCms

from rsd_app.core.progress import CancelToken
from rsd_app.engine.events import Done
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.toy_models import write_plain_model

# Columns X, Y, Z of red, green and blue, adapted to D50 (ROMM RGB: ISO 22028-2; Display P3: SMPTE EG 432-1).
PROPHOTO = ((0.7977, 0.1352, 0.0313), (0.2880, 0.7119, 0.0001), (0.0, 0.0, 0.8249))
DISPLAY_P3 = ((0.5151, 0.2920, 0.1571), (0.2412, 0.6922, 0.0666), (-0.0011, 0.0419, 0.7841))
D50 = np.array([0.9642, 1.0, 0.8249])


def profile(matrix: tuple[tuple[float, ...], ...], gamma: float) -> bytes:
    """A matrix profile of version 2, made by hand (ICC.1:2001-04)."""

    def xyz(values: tuple[float, ...]) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(v * 65536)) for v in values)

    name = b"test"
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    text = b"desc\0\0\0\0" + struct.pack(">I", len(name) + 1) + name + b"\0" + bytes(4 + 4 + 2 + 1 + 67)
    columns = list(zip(*matrix, strict=True))
    tags = {b"desc": text, b"wtpt": xyz(tuple(D50)), b"cprt": b"text\0\0\0\0none\0"}
    tags |= {letter + b"XYZ": xyz(column) for letter, column in zip((b"r", b"g", b"b"), columns, strict=True)}
    tags |= {letter + b"TRC": curve for letter in (b"r", b"g", b"b")}
    at, table, data = 128 + 4 + 12 * len(tags), struct.pack(">I", len(tags)), b""
    for key, value in tags.items():
        table += struct.pack(">4sII", key, at + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    head = struct.pack(">I4sI4s4s4s", at + len(data), b"none", 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head = head.ljust(36, b"\0") + b"acsp" + bytes(28) + b"".join(struct.pack(">i", round(v * 65536)) for v in D50)
    return head.ljust(128, b"\0") + table + data


def lab(rgb: NDArray[np.float64], matrix: tuple[tuple[float, ...], ...], gamma: float) -> NDArray[np.float64]:
    """CIE L*a*b* (CIE 15) of encoded values."""
    t = np.clip(rgb, 0, 1) ** gamma @ np.array(matrix).T / D50
    f = np.where(t > (6 / 29) ** 3, np.cbrt(np.maximum(t, 0)), t / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], axis=-1)


def delta_e(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """CIEDE2000 (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = np.moveaxis(one, -1, 0), np.moveaxis(other, -1, 0)
    c7 = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    g = 0.5 * (1 - np.sqrt(c7 / (c7 + 25.0**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a)) % 360 for b, a in ((b1, a1), (b2, a2)))
    turn = (h2 - h1 + 180) % 360 - 180
    dh = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn) / 2)
    h = np.where(c1 * c2 == 0, h1 + h2, (h1 + turn / 2) % 360)
    light, c = (l1 + l2) / 2, (c1 + c2) / 2
    t = 1 - 0.17 * np.cos(np.radians(h - 30)) + 0.24 * np.cos(np.radians(2 * h))
    t += 0.32 * np.cos(np.radians(3 * h + 6)) - 0.20 * np.cos(np.radians(4 * h - 63))
    sl = 1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * c, 1 + 0.015 * c * t
    rt = -2 * np.sqrt(c**7 / (c**7 + 25.0**7)) * np.sin(np.radians(60 * np.exp(-(((h - 275) / 25) ** 2))))
    parts = (l2 - l1) / sl, (c2 - c1) / sc, dh / sh
    return np.sqrt(parts[0] ** 2 + parts[1] ** 2 + parts[2] ** 2 + rt * parts[1] * parts[2])


def test_that_the_measure_is_right() -> None:
    """Pairs of the table in the paper by Sharma, Wu and Dalal."""
    first = np.array([[50.0, 2.6772, -79.7751], [60.2574, -34.0099, 36.2677], [90.8027, -2.0831, 1.4410]])
    second = np.array([[50.0, 0.0, -82.7485], [60.4626, -34.1751, 39.4387], [91.1528, -1.6435, 0.0447]])
    np.testing.assert_allclose(delta_e(first, second), [2.0425, 1.2644, 1.4441], atol=1e-4)


def enlarge(source: Path, **settings: object) -> Done:
    config = UpscaleConfig(device="cpu", overwrite=True, **settings)  # type: ignore[arg-type]
    outcome = prepare(source, config).run(None, emit=lambda event: None, cancel=CancelToken())
    assert isinstance(outcome, Done)
    return outcome


@pytest.mark.parametrize(
    ("matrix", "gamma", "bits"), [(PROPHOTO, 1.8, 16), (DISPLAY_P3, 2.2, 8)], ids=["ProPhoto", "Display P3"]
)
def test_that_a_wide_gamut_goes_through_whole(
    tmp_path: Path, matrix: tuple[tuple[float, ...], ...], gamma: float, bits: int
) -> None:
    """With the bundled model: profile the same, colours the same, also those that sRGB does not have."""
    source, icc, top = tmp_path / "wide.tif", profile(matrix, gamma), 2**bits - 1
    ImageCms.getProfileName(ImageCms.ImageCmsProfile(io.BytesIO(icc)))  # another reader takes it
    y, x = np.mgrid[0:48, 0:64] / 63
    unit = np.stack([x, y * 63 / 47, 1 - x * y * 63 / 47], axis=2)  # its corners are the purest colours
    pixels = np.round(unit * top).astype(np.uint8 if bits == 8 else np.uint16)
    tifffile.imwrite(source, pixels, photometric="rgb", iccprofile=icc)
    done = enlarge(source)
    with tifffile.TiffFile(done.destination) as stored:
        result = stored.asarray()
        assert stored.pages[0].tags["InterColorProfile"].value == icc
    assert result.dtype == pixels.dtype
    assert result.shape == (192, 256, 3)
    again = cv2.resize(result.astype(np.float64) / top, (64, 48), interpolation=cv2.INTER_AREA)
    difference = delta_e(lab(again, matrix, gamma), lab(pixels / top, matrix, gamma))
    assert difference.mean() < 1
    assert (result.max(axis=(0, 1)) > 0.97 * top).all()


@pytest.mark.parametrize("suffix", [".tif", ".png"])
def test_that_16_bits_stay_16_bits_all_the_way(tmp_path: Path, suffix: str) -> None:
    """A ramp over six levels of 8 bits has its 1,500 levels of 16 bits also in the end."""
    source = tmp_path / f"ramp{suffix}"
    levels = np.tile(np.arange(500, dtype=np.uint16) * 3 + 30_000, (16, 1))
    if suffix == ".tif":
        tifffile.imwrite(source, levels, photometric="minisblack")
    else:
        assert cv2.imwrite(str(source), levels)
    model = write_plain_model(tmp_path / "plain.safetensors")
    done = enlarge(source, model=str(model), precision="fp32")
    result = cv2.imread(str(done.destination), cv2.IMREAD_UNCHANGED)
    assert result.dtype == np.uint16
    row = result[32].astype(int)
    assert len(np.unique(row)) > 1450
    assert (np.diff(row[8:-8]) >= 0).all()
    np.testing.assert_allclose(row[8:-8], (np.arange(2000)[8:-8] + 0.5) * 0.75 - 1.5 + 30_000, atol=1.01)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA"])
def test_that_a_drift_of_the_model_is_corrected(tmp_path: Path, bits: int, mode: str) -> None:
    bands, source, top = len(mode), tmp_path / "photo.png", 2**bits - 1
    waves = np.sin(np.arange(100)[:, None, None] / 17) * np.cos(np.arange(120)[None, :, None] / 23)
    pixels = np.round((0.5 + 0.25 * waves * np.linspace(1, 0.5, bands)) * top)
    if mode == "RGBA":
        pixels[..., 3] = top
        pixels[:40, :40, 3] = 0
    stored = pixels.astype(np.uint8 if bits == 8 else np.uint16).squeeze()
    assert cv2.imwrite(str(source), stored)
    model = str(write_plain_model(tmp_path / "drift.safetensors", drift=8 / 255))
    mean = {}
    for fix in (True, False):
        done = enlarge(source, model=model, precision="fp32", colour_fix=fix)
        result = cv2.imread(str(done.destination), cv2.IMREAD_UNCHANGED).reshape(400, 480, -1)
        assert result.dtype == stored.dtype
        again = cv2.resize(result.astype(np.float64), (120, 100), interpolation=cv2.INTER_AREA).reshape(100, 120, -1)
        difference = (again - pixels)[..., : min(bands, 3)] / top * 255
        mean[fix] = np.abs(difference[50:].mean(axis=(0, 1))).max()
    assert mean[False] == pytest.approx(8, abs=0.2)
    assert mean[True] < 0.25


def test_that_colors_that_are_right_are_left_alone(tmp_path: Path) -> None:
    source = tmp_path / "photo.png"
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (60, 80, 3), dtype=np.uint8)).save(source)
    model = str(write_plain_model(tmp_path / "near.safetensors", drift=0.6 / 255))
    results = [
        cv2.imread(str(enlarge(source, model=model, precision="fp32", colour_fix=fix).destination))
        for fix in (True, False)
    ]
    np.testing.assert_array_equal(*results)
