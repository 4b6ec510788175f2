"""A folder of photos against the network alone, memory by size of picture, and what each format costs."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pyvips
from numpy.typing import NDArray

from rsd_app.core.device.memory import peak_rss_mb
from rsd_app.core.image_io.formats.registry import WRITABLE
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.read import open_image, probe
from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.events import Done
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.render.protocol import Depth, Model, Window
from rsd_app.engine.settings.config import Precision, UpscaleConfig

RATIO = 4 / 3
TEXTURE_PX = 1024  # the pictures repeat a texture of this side


@dataclass(frozen=True, kw_only=True)
class BatchMeasure:
    """What is measured.

    Args:
        count: photos in the folder.
        megapixels: of each of them.
        large_megapixels: of the one for the second figure of memory; 0 leaves it out.
        format_megapixels: of the result that is written in each format.
    """

    model: str
    device: str = "auto"
    precision: Precision = "auto"
    count: int = 4
    megapixels: float = 12.0
    large_megapixels: float = 100.0
    format_megapixels: float = 24.0


def measure_batch(measure: BatchMeasure) -> dict[str, Any]:
    """Measure; the network runs first alone and then in the folder, in one process.

    Returns:
        folder_mp_s and network_mp_s in megapixels of the result a second, and their ratio; peak_rss_mb_12mp and
        peak_rss_mb_100mp of processes that enlarge one picture of `megapixels` and `large_megapixels`; formats:
        {name: {seconds, bytes}}.
    """
    config = UpscaleConfig(model=measure.model, device=measure.device, precision=measure.precision, format="jpg")
    with tempfile.TemporaryDirectory(prefix="rsd-bench-") as name:
        folder = Path(name)
        photos = [folder / "in" / f"{number}.jpg" for number in range(measure.count)]
        photos[0].parent.mkdir()
        for number, photo in enumerate(photos):
            write_photo(photo, measure.megapixels, number)
        models = ModelPool(1)
        info = probe(photos[0], max_megapixels=math.inf)
        network_mp_s = _network_rate(models.get(config), info.width, info.height)
        began = time.perf_counter()
        outcomes = upscale_files(
            [folder / "in"], folder / "out", config, emit=lambda event: None, cancel=CancelToken(), models=models
        )
        seconds = time.perf_counter() - began
        folder_mp_s = sum(outcome.megapixels for outcome in outcomes if isinstance(outcome, Done)) / seconds
        peaks = [
            _peak_of_child(measure, folder, megapixels) if megapixels else None
            for megapixels in (measure.megapixels, measure.large_megapixels)
        ]
        return {
            "folder_mp_s": round(folder_mp_s, 3),
            "network_mp_s": round(network_mp_s, 3),
            "ratio": round(folder_mp_s / network_mp_s, 3),
            "peak_rss_mb_12mp": peaks[0],
            "peak_rss_mb_100mp": peaks[1],
            "formats": dict(_formats(folder, info, measure.format_megapixels)),
        }


def peak_of(measure: BatchMeasure, photo: Path) -> float:
    """Largest resident memory, in MiB, of this process when it has enlarged one picture; for a process of its own."""
    config = UpscaleConfig(
        model=measure.model, device=measure.device, precision=measure.precision, format="tiff",
        max_megapixels=math.inf, overwrite=True,
    )  # fmt: skip
    prepare(photo, config).run(None, emit=lambda event: None, cancel=CancelToken())
    return round(peak_rss_mb(), 1)


def write_photo(path: Path, megapixels: float, seed: int = 0) -> None:
    """A JPEG with structure at every size; memory does not grow with it."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:TEXTURE_PX, 0:TEXTURE_PX].astype(np.float32) * (2 * math.pi / TEXTURE_PX)
    waves = np.stack([np.sin(x * (17 + 9 * c)) * np.cos(y * (11 + 5 * c)) for c in range(3)], axis=2)
    texture = np.clip(127 + 90 * waves + rng.normal(0, 6, waves.shape), 0, 255).astype(np.uint8)
    height = max(1, round(math.sqrt(megapixels * 1e6 / RATIO)))
    width = max(1, round(height * RATIO))
    tile = pyvips.Image.new_from_array(texture)
    times = (-(-width // TEXTURE_PX), -(-height // TEXTURE_PX))
    tile.replicate(*times).crop(0, 0, width, height).copy(interpretation="srgb").jpegsave(str(path), Q=92)


def _network_rate(model: Model, width: int, height: int) -> float:
    """Megapixels of the result a second, from memory and to nowhere."""
    rows = np.random.default_rng(0).integers(0, 256, (TEXTURE_PX, width, 3), dtype=np.uint8)

    def source(y0: int, y1: int) -> NDArray[np.uint8]:
        return np.take(rows, np.arange(y0, y1) % TEXTURE_PX, axis=0)

    def run(height: int) -> int:
        made = model.renderer(width, height, 0).rows(
            source, Window(0, 0, width, height), depth=Depth(3, 8), strip=None, cancel=CancelToken()
        )
        return sum(part.shape[0] * part.shape[1] for _, part in made)

    run(min(height, 256))  # warms up
    began = time.perf_counter()
    pixels = run(height)
    return pixels / (time.perf_counter() - began) / 1e6


def _peak_of_child(measure: BatchMeasure, folder: Path, megapixels: float) -> float:
    photo = folder / "peak.jpg"
    write_photo(photo, megapixels)
    arguments = ["--model", measure.model, "--device", measure.device, "--precision", measure.precision]
    command = [sys.executable, "-m", "rsd_app", "bench", "batch", "--peak-of", str(photo), *arguments, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout)["peak_rss_mb"])


def _formats(folder: Path, info: ImageInfo, megapixels: float) -> Iterator[tuple[str, dict[str, float]]]:
    """Seconds and bytes of one result in each format that can be written."""
    height = max(1, round(math.sqrt(megapixels * 1e6 / RATIO)))
    width = max(1, round(height * RATIO))
    photo = folder / "picture.jpg"
    write_photo(photo, megapixels / 16)
    with open_image(photo, max_megapixels=math.inf) as source:
        small = source.read_rows(0, source.info.height).color
    pixels = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    raw = folder / "rows.raw"
    pixels.tofile(raw)
    for name, kind in WRITABLE.items():
        path = folder / f"result{kind.extensions[0]}"
        picture = RawPicture(path=raw, width=width, height=height, bands=3, bits=8)
        began = time.perf_counter()
        write_picture(picture, path, info, width=width, height=height, bits=8, quality=95, cancel=CancelToken())
        yield name, {"seconds": round(time.perf_counter() - began, 3), "bytes": path.stat().st_size}
