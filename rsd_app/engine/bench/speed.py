"""Speed of a model on this machine, as ratios measured in one run."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from rsd_app.core.device.choice import Device, choose_device
from rsd_app.core.device.memory import peak_rss_mb
from rsd_app.core.errors import ConfigError
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.networks.compact.row_stream import RowStream
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.bench.published import measure_published
from rsd_app.engine.events import Done
from rsd_app.engine.library.installed import find_model
from rsd_app.engine.render.compact.model import LoadedModel
from rsd_app.engine.render.compact.renderer import STRIP_PIXELS
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.render.published.model import PublishedModel
from rsd_app.engine.settings.config import Precision, UpscaleConfig

WIDTH, HEIGHT = 4000, 3000  # of the whole-command part: 12 megapixels
REPEATS = 8
GENERAL_SCALE, GENERAL_INNER = 4, 32  # of realesr-general-x4v3, the peer that speed is held against


def measure_speed(model: str, device: str, precision: Precision, *, profile: bool = False) -> dict[str, object]:
    """Network alone, the rate of plain convolutions, and a 12-megapixel JPEG from file to file.

    A model of the paper family: see `published_benchmark`.

    Returns:
        network_mp_s and end_to_end_mp_s in megapixels of the result a second; conv_gflops_peak of 64-channel
        3×3 convolutions; share_of_peak of the network's own; of a model of four times, times_general_x4v3: how many
        times as fast as the network of realesr-general-x4v3, its layers with random weights, on the same pixels;
        peak_rss_mb of this process; device, precision.
    """
    config = UpscaleConfig(model=model, device=device, precision=precision, format="jpg")
    loaded = ModelPool().get(config)
    if isinstance(loaded, PublishedModel):
        del loaded  # its memory
        return measure_published(find_model(model), choose_device(device, precision), profile=profile)
    if not isinstance(loaded, LoadedModel):
        raise ConfigError("--model", f"is of the family {loaded.header.family}", "give a compact or a published one")
    if profile:
        raise ConfigError("--profile", "is for models of the paper family", "leave it out")
    network_mp_s, network_gflops = _network_rate(loaded)
    peak = _convolution_rate(loaded.device)
    general = _general_x4v3_rate(loaded.device) if loaded.scale == GENERAL_SCALE else None
    return {
        "network_mp_s": round(network_mp_s, 3),
        "conv_gflops_peak": round(peak, 1),
        "share_of_peak": round(network_gflops / peak, 3),
        "times_general_x4v3": None if general is None else round(network_mp_s / general, 2),
        "end_to_end_mp_s": round(_whole_rate(config), 3),
        "peak_rss_mb": round(peak_rss_mb(), 1),
        "device": str(loaded.device.torch_device),
        "precision": str(loaded.device.dtype).removeprefix("torch."),
    }


@torch.inference_mode()
def _network_rate(model: LoadedModel) -> tuple[float, float]:
    """Megapixels of the result and GFLOP a second of the network on strips of a wide picture."""
    pixels = STRIP_PIXELS[model.device.torch_device.type]
    rows = pixels // WIDTH // model.folded.multiple * model.folded.multiple
    device = model.device
    channels = model.latent_channels + 3 * model.fold**2 + model.noise_channels
    strip = torch.randn(1, channels, rows, WIDTH, device=device.torch_device)
    strip = strip.to(device.dtype).contiguous(memory_format=torch.channels_last)
    stream = RowStream(model.folded)
    for _ in range(4):
        stream.push(strip, last=False)
    seconds = _seconds(lambda: stream.push(strip, last=False), device)
    pixels = rows * WIDTH
    return pixels * model.period**2 / seconds / 1e6, pixels * model.folded.flops_per_pixel / seconds / 1e9


@torch.inference_mode()
def _convolution_rate(device: Device) -> float:
    """GFLOP/s of a 64-channel 3×3 convolution in the layout and precision of the network."""
    side = 256
    x = torch.randn(1, 64, side, side, device=device.torch_device).to(device.dtype)
    x = x.contiguous(memory_format=torch.channels_last)
    weight = torch.randn(64, 64, 3, 3, device=device.torch_device).to(device.dtype)
    weight = weight.contiguous(memory_format=torch.channels_last)
    seconds = _seconds(lambda: F.conv2d(x, weight, padding=1), device)
    return 2 * 9 * 64 * 64 * side * side / seconds / 1e9


@torch.inference_mode()
def _general_x4v3_rate(device: Device) -> float:
    """Megapixels of result per second of SRVGGNetCompact as Real-ESRGAN's realesr-general-x4v3 has it (arXiv
    2107.10833 and its code's list of models): 34 convolutions of 64 channels with PReLU at the size of the source, a
    pixel shuffle, the enlarged source added.
    """
    pixels = STRIP_PIXELS[device.torch_device.type]
    x = torch.rand(1, 3, pixels // WIDTH, WIDTH, device=device.torch_device).to(device.dtype)
    x = x.contiguous(memory_format=torch.channels_last)
    layers: list[torch.nn.Module] = [torch.nn.Conv2d(3, 64, 3, padding=1), torch.nn.PReLU(64)]
    for _ in range(GENERAL_INNER):
        layers += [torch.nn.Conv2d(64, 64, 3, padding=1), torch.nn.PReLU(64)]
    layers += [torch.nn.Conv2d(64, 3 * GENERAL_SCALE**2, 3, padding=1), torch.nn.PixelShuffle(GENERAL_SCALE)]
    network = torch.nn.Sequential(*layers).to(device.torch_device, device.dtype)
    network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    seconds = _seconds(lambda: network(x) + F.interpolate(x, scale_factor=float(GENERAL_SCALE)), device)
    return x.shape[2] * WIDTH * GENERAL_SCALE**2 / seconds / 1e6


def _seconds(work: Callable[[], object], device: Device) -> float:
    """Median time per call, in seconds."""
    times = []
    for _ in range(REPEATS + 1):
        began = time.perf_counter()
        work()
        if device.torch_device.type == "cuda":
            torch.cuda.synchronize(device.torch_device)
        times.append(time.perf_counter() - began)
    return float(np.median(times[1:]))


def _whole_rate(config: UpscaleConfig) -> float:
    """Megapixels of the result a second, from JPEG file to JPEG file, the model's loading included."""
    with tempfile.TemporaryDirectory(prefix="rsd-bench-") as folder:
        photo = Path(folder) / "photo.jpg"
        _write_photo(photo)
        began = time.perf_counter()
        (outcome,) = upscale_files([photo], None, config, emit=lambda event: None, cancel=CancelToken())
        seconds = time.perf_counter() - began
        return outcome.megapixels / seconds if isinstance(outcome, Done) else 0.0


def _write_photo(path: Path) -> None:
    """A 12-megapixel picture with structure at every size."""
    rng = np.random.default_rng(0)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    waves = np.stack([np.sin(x / (7 + 9 * c)) * np.cos(y / (11 + 5 * c)) for c in range(3)], axis=2)
    picture = np.clip(127 + 90 * waves + rng.normal(0, 6, waves.shape), 0, 255).astype(np.uint8)
    raw = path.with_suffix(".raw")
    raw.write_bytes(picture.tobytes())
    info = ImageInfo(
        path=path, width=WIDTH, height=HEIGHT, channels=3, has_alpha=False, bits=8, format="jpeg", icc=None,
        exif=None, xmp=None, iptc=None, orientation=1, dpi=None, notices=(),
    )  # fmt: skip
    source = RawPicture(path=raw, width=WIDTH, height=HEIGHT, bands=3, bits=8)
    write_picture(source, path, info, width=WIDTH, height=HEIGHT, bits=8, quality=92, cancel=CancelToken())
    raw.unlink()
