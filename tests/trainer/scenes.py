"""Pictures like photos, made by the tests: shapes with sharp edges over a fine texture."""

from __future__ import annotations

import cv2
import numpy as np

from trainer.types import Picture


def scene(seed: int, height: int = 384, width: int = 512) -> Picture:
    """Coloured shapes, each with a texture whose spectrum falls as that of photos does; sharp and clean."""
    rng = np.random.default_rng(seed)
    big = np.full((2 * height, 2 * width, 3), rng.integers(60, 200, 3), np.float32)
    for _ in range(60):
        centre = (int(rng.integers(2 * width)), int(rng.integers(2 * height)))
        axes = (int(rng.integers(10, width // 2)), int(rng.integers(10, height // 2)))
        color = tuple(float(c) for c in rng.integers(30, 226, 3))
        cv2.ellipse(big, centre, axes, float(rng.uniform(0, 180)), 0, 360, color, -1)
    fy, fx = np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)[None]
    spectrum = np.fft.rfft2(rng.standard_normal((height, width))) / np.maximum(np.hypot(fy, fx), 1 / width)
    texture = np.fft.irfft2(spectrum, s=(height, width))
    small = cv2.resize(big, (width, height), interpolation=cv2.INTER_AREA)
    return (small + 6 * (texture / texture.std())[..., None]).clip(0, 255).round().astype(np.uint8)
