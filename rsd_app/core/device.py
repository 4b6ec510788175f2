"""Device, precision and memory budget."""

from __future__ import annotations

import json
import os
import platform
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import platformdirs
import torch
import torch.nn.functional as F

from rsd_app.core.errors import DeviceError

DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}
BF16_MUST_GAIN = 1.2


@dataclass(frozen=True)
class Device:
    """Where and in which precision a network runs."""

    torch_device: torch.device
    dtype: torch.dtype
    description: str  # for a status bar: "CPU, 2 threads, bf16"


def choose_device(device: str = "auto", precision: str = "auto") -> Device:
    """The device and precision asked for, or the fastest there is.

    Args:
        device: auto, cpu, cuda or cuda:N.
        precision: auto, fp32, bf16 or fp16. auto: fp16 on CUDA, on a CPU bf16 where a probe shows a gain.

    Raises:
        DeviceError: it is not there, or cannot work in that precision.
    """
    where = _find(device)
    if precision == "auto":
        name = "fp16" if where.type == "cuda" else ("bf16" if _cpu_gains_by_bf16() else "fp32")
    elif precision not in DTYPES:
        raise DeviceError("--precision", f"is {precision!r}", f"give auto or one of {', '.join(DTYPES)}")
    elif precision == "fp16" and where.type == "cpu":
        raise DeviceError("--precision fp16", "is for CUDA devices", "give bf16 or fp32 on a CPU")
    else:
        name = precision
    label = f"CPU, {cpu_threads()} threads" if where.type == "cpu" else torch.cuda.get_device_name(where)
    return Device(where, DTYPES[name], f"{label}, {name}")


def _find(device: str) -> torch.device:
    count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    if device == "auto":
        return torch.device("cuda:0" if count else "cpu")
    try:
        found = torch.device(device)
    except RuntimeError as error:
        raise DeviceError("--device", f"is {device!r}", "give auto, cpu or cuda:0") from error
    if found.type == "cuda" and (found.index or 0) >= count:
        raise DeviceError(f"--device {device}", f"this machine has {count} CUDA devices", "give auto or cpu")
    if found.type not in ("cpu", "cuda"):
        raise DeviceError("--device", f"is {device!r}", "give auto, cpu or cuda:0")
    return torch.device("cuda", found.index or 0) if found.type == "cuda" else found


def cpu_threads() -> int:
    """Threads that torch uses on the CPU."""
    return torch.get_num_threads()


@lru_cache(maxsize=1)
def _cpu_gains_by_bf16() -> bool:
    """Whether bf16 convolutions are faster here; measured once, then kept, so that results stay the same."""
    flags = _cpu_facts()
    if not {"avx512_bf16", "amx_bf16"} & set(flags.get("flags", "").split()):
        return False
    key = f"{flags.get('model name', platform.processor())}, torch {torch.__version__}"
    kept = cache_dir() / "precision.json"
    try:
        known = json.loads(kept.read_text(encoding="utf-8"))
        if isinstance(known.get(key), bool):
            return bool(known[key])
    except (OSError, ValueError, AttributeError):
        known = {}
    gain = _conv_seconds(torch.float32) / _conv_seconds(torch.bfloat16)
    answer = gain >= BF16_MUST_GAIN
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside = kept.with_suffix(f".{os.getpid()}")
        beside.write_text(json.dumps(known | {key: answer}), encoding="utf-8")
        os.replace(beside, kept)
    except OSError:
        pass  # measured again next time
    return answer


def cache_dir() -> Path:
    """Where what can be made again is kept; RSD_CACHE overrides."""
    return Path(os.environ.get("RSD_CACHE") or platformdirs.user_cache_dir("rsd-studio"))


def _cpu_facts() -> dict[str, str]:
    """The first processor of /proc/cpuinfo, empty elsewhere than on Linux."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").split("\n\n")[0]
    except OSError:
        return {}
    pairs = (line.partition(":") for line in text.splitlines())
    return {name.strip(): value.strip() for name, _, value in pairs}


@torch.inference_mode()
def _conv_seconds(dtype: torch.dtype) -> float:
    """Best time of a 64-channel 3×3 convolution on 128×128."""
    x = torch.randn(1, 64, 128, 128).to(dtype).contiguous(memory_format=torch.channels_last)
    weight = torch.randn(64, 64, 3, 3).to(dtype).contiguous(memory_format=torch.channels_last)
    F.conv2d(x, weight, padding=1)
    times = []
    for _ in range(5):
        began = time.perf_counter()
        F.conv2d(x, weight, padding=1)
        times.append(time.perf_counter() - began)
    return min(times)


def device_report() -> list[str]:
    """What a bug report should hold."""
    lines = [f"torch {torch.__version__}", f"processor: {_cpu_facts().get('model name', platform.processor())}"]
    lines.append(f"chosen: {choose_device().description}")
    for index in range(torch.cuda.device_count() if torch.cuda.is_available() else 0):
        total = torch.cuda.get_device_properties(index).total_memory / 2**30
        lines.append(f"cuda:{index}: {torch.cuda.get_device_name(index)}, {total:.0f} GiB")
    return lines
