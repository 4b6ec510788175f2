"""Speed and memory of a published model, against a plain implementation of the same networks, in one run."""

from __future__ import annotations

import multiprocessing
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel

from rsd_app.core.device.budget import memory_budget_mb
from rsd_app.core.device.choice import Device
from rsd_app.core.device.memory import peak_rss_mb
from rsd_app.core.networks.published.fast_cpu.winograd import WinogradConv
from rsd_app.core.progress import CancelToken
from rsd_app.engine.render.published.model import PublishedModel, load_published

SIDE = 64  # of the source: a result of 256×256
ROUNDS = 5  # of which the fastest counts: whatever else the machine does only adds
PROFILED = 25  # layers that are shown, the slowest first


def measure_published(path: Path, device: Device, *, profile: bool) -> dict[str, object]:
    """A result of 256×256, as the engine makes it and in plain form, taking turns; peak memory of each alone.

    Ours has the memory for its weights that a run gives it by default. Plain is float32, channels first, attention as
    products and a softmax, nothing folded, all weights in memory.

    Returns:
        seconds and plain_seconds of the fastest round, and gain, their ratio; on a CPU peak_mb and plain_peak_mb
        of a process that does nothing else, and memory, their ratio; with `profile`, the time of the parts, the
        kinds of layers and the slowest layers.
    """
    plain_device = Device(device.torch_device, torch.float32, "plain")
    ours, plain = _load(path, device, False), _load(path, plain_device, True)
    run_ours, run_plain = _work(ours), _work(plain)
    seconds, plain_seconds = [], []
    for _ in range(ROUNDS + 1):  # the first round chooses kernels
        seconds.append(_time(run_ours))
        with _plainly():
            plain_seconds.append(_time(run_plain))
    figures: dict[str, object] = {
        "seconds": round(min(seconds[1:]), 3),
        "plain_seconds": round(min(plain_seconds[1:]), 3),
        "gain": round(min(plain_seconds[1:]) / min(seconds[1:]), 2),
        "device": device.description,
    }
    if profile:
        whole = load_published(path, device)  # layers that stay in the file cannot be seen
        figures |= _profile(whole, _work(whole))
        del whole
    del ours, plain, run_ours, run_plain
    if device.torch_device.type == "cpu":
        peak, plain_peak = (_peak_mb(path, one, form) for one, form in ((device, False), (plain_device, True)))
        figures |= {
            "peak_mb": round(peak),
            "plain_peak_mb": round(plain_peak),
            "memory": round(peak / plain_peak, 2),
        }
    return figures


def _load(path: Path, device: Device, plain: bool) -> PublishedModel:
    return load_published(path, device, plain=plain, budget_mb=None if plain else memory_budget_mb(device))


def _work(model: PublishedModel) -> Callable[[], Tensor]:
    generator = torch.Generator().manual_seed(0)
    lq = torch.rand(1, 3, SIDE, SIDE, generator=generator) * 2 - 1
    noise = torch.randn(1, model.noise_channels, SIDE, SIDE, generator=generator)
    lq, noise = lq.to(model.device.torch_device), noise.to(model.device.torch_device)
    return lambda: model.enlarge(lq, noise, cancel=CancelToken(), progressed=lambda share: None).cpu()


def _time(work: Callable[[], Tensor]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@contextmanager
def _plainly() -> Iterator[None]:
    with sdpa_kernel(SDPBackend.MATH):
        yield


# Memory: each form in a process of its own, for a peak never falls.


def _peak_mb(path: Path, device: Device, plain: bool) -> float:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return float(pool.apply(_peak_of_one, (path, device, plain)))


def _peak_of_one(path: Path, device: Device, plain: bool) -> float:
    model = _load(path, device, plain)
    with _plainly() if plain else nullcontext():
        _work(model)()
    return peak_rss_mb()


# Profile: a clock around every layer.


def _profile(model: PublishedModel, work: Callable[[], Tensor]) -> dict[str, object]:
    """Seconds of the parts, of kinds of layers, and of the slowest layers, of one run."""
    parts = {
        "encoder": model.autoencoder.encoder,
        "network": model.network,
        "decoder": model.autoencoder.decoder,
        "codebook": model.autoencoder.quantize,
    }
    spent: dict[str, float] = defaultdict(float)
    kinds: dict[str, float] = defaultdict(float)
    hooks = []
    for part, module in parts.items():
        for name, layer in module.named_modules():
            if name == "" or _is_layer(layer):
                hooks += _clock(layer, part if name == "" else f"{part}.{name}", spent, kinds)
    total = _time(work)
    for hook in hooks:
        hook.remove()
    layers = {name: s for name, s in spent.items() if name not in parts}
    slowest = sorted(layers, key=lambda name: -layers[name])[:PROFILED]
    return {
        "profiled_seconds": round(total, 3),
        "parts": {name: round(spent[name], 3) for name in parts},
        "kinds": {name: round(s, 3) for name, s in sorted(kinds.items(), key=lambda item: -item[1])},
        "layers": {name: round(layers[name], 3) for name in slowest},
    }


def _is_layer(module: nn.Module) -> bool:
    return isinstance(module, WinogradConv) or not list(module.children())  # that takes its norm's work over


def _clock(
    layer: nn.Module, name: str, spent: dict[str, float], kinds: dict[str, float]
) -> list[torch.utils.hooks.RemovableHandle]:
    began: list[float] = []

    def before(*_: object) -> None:
        began.append(time.perf_counter())

    def after(*_: object) -> None:
        seconds = time.perf_counter() - began.pop()
        spent[name] += seconds
        if _is_layer(layer):
            kinds[type(layer).__name__] += seconds

    return [layer.register_forward_pre_hook(before), layer.register_forward_hook(after)]
