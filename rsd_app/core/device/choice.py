"""Device, precision and memory budget: what is asked for, or what suits this machine."""

from __future__ import annotations

import json
import logging
import math
import platform
import threading
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import torch
import torch.nn.functional as F

from rsd_app.core.atomic_write import write_text
from rsd_app.core.cache_dir import cache_dir
from rsd_app.core.errors import DeviceError

log = logging.getLogger(__name__)

DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}
BF16_MUST_GAIN = 1.2  # times as fast as fp32; below, its rounding is not worth it
CPU_BUDGET_MB = 512  # larger tiles than fit in there are no faster on a CPU
LEAST_BUDGET_MB = 64
_PROBE_S = 0.03
_PROC = Path("/proc")
_CGROUPS = Path("/sys/fs/cgroup")
_lock = threading.Lock()


@dataclass(frozen=True)
class Device:
    """Where and in which precision a network runs."""

    torch_device: torch.device
    dtype: torch.dtype
    description: str  # for a status bar: "CPU, 2 threads, bf16"


def choose_device(device: str = "auto", precision: str = "auto") -> Device:
    """The device and precision asked for, or the fastest there is; the same from run to run on one machine.

    Args:
        device: auto, cpu, cuda or cuda:N.
        precision: auto, fp32, bf16 or fp16. auto: fp16 on CUDA, on a CPU bf16 where a probe shows a gain.
    Raises:
        DeviceError: it is not there, or cannot work in that precision.
    """
    if precision not in ("auto", *DTYPES):
        raise DeviceError("--precision", f"is {precision!r}", f"give auto or one of {', '.join(DTYPES)}")
    where = _find(device)
    if where.type == "cpu":
        if precision == "fp16":
            problem = "needs a CUDA device, this is the CPU"
            raise DeviceError("--precision fp16", problem, "give auto, bf16 or fp32")
        name = _cpu_precision() if precision == "auto" else precision
        threads = cpu_threads()
        label = f"CPU, {threads} thread{'s' if threads != 1 else ''}"
    else:
        name = "fp16" if precision == "auto" else precision
        label = torch.cuda.get_device_name(where)
        if name == "bf16" and not torch.cuda.is_bf16_supported():
            raise DeviceError("--precision bf16", f"is not supported by {label}", "give auto, fp16 or fp32")
    return Device(where, DTYPES[name], f"{label}, {name}")


def cpu_threads() -> int:
    """Threads that torch uses on the CPU."""
    return torch.get_num_threads()


def memory_budget_mb(device: Device, asked: int | None = None, *, held_mb: int = 0) -> int:
    """Memory in MiB that a network may work in.

    Args:
        asked: the user's wish; None takes a share of what is free, on a CPU at most CPU_BUDGET_MB.
        held_mb: that the wish includes and that is taken already.
    Raises:
        DeviceError: more is asked than is free, or next to nothing is free.
    """
    where = device.torch_device
    free = free_memory_mb(where)
    if asked is not None:
        if free is not None and asked > free + held_mb:
            problem = f"{free} MB are free on {_place(where)}"
            raise DeviceError(f"--memory-mb {asked}", problem, "give less, or close other programs")
        return asked
    if where.type == "cpu":
        budget = CPU_BUDGET_MB if free is None else min(CPU_BUDGET_MB, free // 2)
    else:
        budget = (free or 0) * 4 // 5  # the rest for the allocator's fragments and cuDNN
    if budget < LEAST_BUDGET_MB:
        raise DeviceError(_place(where), f"has only {free} MB of free memory", "close other programs")
    return budget


def device_report() -> list[str]:
    """What a bug report should hold: versions, processor, precision and why, memory."""
    facts = _cpu_facts()
    model = facts.get("model name") or platform.processor() or platform.machine()
    lines = [f"torch {torch.__version__}", f"processor: {model}, {cpu_threads()} threads"]
    chosen = choose_device()
    if not _has_fast_bf16(facts):
        lines.append("bf16 on the CPU: not tried, the processor has neither AVX512-BF16 nor AMX")
    else:
        place = _cache_file()
        lines.append(f"bf16 on the CPU: {_bf16_gain():.2f} times as fast as fp32 (kept in {place})")
    free = free_memory_mb(torch.device("cpu"))
    lines.append(f"memory: {'unknown' if free is None else f'{free} MB'} free")
    for index in range(_cuda_count()):
        total = torch.cuda.get_device_properties(index).total_memory / 2**30
        lines.append(f"cuda:{index}: {torch.cuda.get_device_name(index)}, {total:.0f} GiB")
    if not _cuda_count():
        lines.append(f"CUDA: {_no_cuda()}")
    lines.append(f"chosen: {chosen.description}")
    return lines


def _find(device: str) -> torch.device:
    count = _cuda_count()
    if device == "auto":
        return torch.device("cuda:0" if count else "cpu")
    try:
        found = torch.device(device)
    except RuntimeError:
        found = None
    if found is None or found.type not in ("cpu", "cuda"):
        raise DeviceError("--device", f"is {device!r}", "give auto, cpu, cuda or cuda:N")
    if found.type == "cpu":
        return torch.device("cpu")
    index = found.index or 0
    if index >= count:
        there = ", ".join(f"cuda:{i} ({torch.cuda.get_device_name(i)})" for i in range(count)) or _no_cuda()
        raise DeviceError(f"--device {device}", f"is not there: {there}", "give auto or cpu")
    return torch.device("cuda", index)


def _cuda_count() -> int:
    return torch.cuda.device_count() if torch.cuda.is_available() else 0


def _no_cuda() -> str:
    if torch.version.cuda is None:
        return "the installed PyTorch is built for the CPU only"
    return "PyTorch finds no CUDA device or driver"


def _place(device: torch.device) -> str:
    return "this machine" if device.type == "cpu" else str(device)


# Precision on a CPU: measured once, then kept, so that the same seed gives the same bytes from run to run.


def _cpu_precision() -> Literal["bf16", "fp32"]:
    return "bf16" if _has_fast_bf16(_cpu_facts()) and _bf16_gain() >= BF16_MUST_GAIN else "fp32"


def _has_fast_bf16(facts: dict[str, str]) -> bool:
    """Elsewhere bf16 is emulated, and slow."""
    return bool({"avx512_bf16", "amx_bf16"} & set(facts.get("flags", "").split()))


def _bf16_gain() -> float:
    with _lock:  # two threads must not measure different answers
        return _kept_or_measured_gain()


@cache
def _kept_or_measured_gain() -> float:
    key = f"{_cpu_facts().get('model name', platform.processor())}, torch {torch.__version__}"
    gain = _kept_gains().get(key)
    if gain is None:
        measured = _measure_gain()
        kept = _kept_gains()  # again: another process may have been first
        gain = kept.setdefault(key, measured)
        _keep(kept)
        log.info("bf16 is %.2f times as fast as fp32 on this CPU", gain)
    return gain


def _cache_file() -> Path:
    return cache_dir() / "bf16_gain.json"


def _kept_gains() -> dict[str, float]:
    try:
        kept = json.loads(_cache_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {key: gain for key, gain in kept.items() if isinstance(gain, float) and 0 < gain < math.inf}


def _keep(gains: dict[str, float]) -> None:
    path = _cache_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, json.dumps(gains, indent=1, sort_keys=True))
    except OSError as error:
        log.warning("%s cannot be written (%s): the precision is measured again next time", path, error)


def _measure_gain() -> float:
    """How many times as fast bf16 is; the two take turns, so that other programs slow both down alike."""
    _conv_seconds(torch.float32)  # the first call of each chooses and compiles a kernel
    _conv_seconds(torch.bfloat16)
    fp32: list[float] = []
    bf16: list[float] = []
    until = time.perf_counter() + _PROBE_S
    while len(fp32) < 5 or time.perf_counter() < until:
        fp32.append(_conv_seconds(torch.float32))
        bf16.append(_conv_seconds(torch.bfloat16))
    return min(fp32) / min(bf16)


@torch.inference_mode()
def _conv_seconds(dtype: torch.dtype) -> float:
    """Time of one 3×3 convolution, 64 channels of 64×64, channels_last; draws no random number."""
    x = torch.full((1, 64, 64, 64), 0.5, dtype=dtype).contiguous(memory_format=torch.channels_last)
    weight = torch.full((64, 64, 3, 3), 0.5, dtype=dtype).contiguous(memory_format=torch.channels_last)
    began = time.perf_counter()
    F.conv2d(x, weight, padding=1)
    return time.perf_counter() - began


def _cpu_facts() -> dict[str, str]:
    """The first processor of /proc/cpuinfo, empty elsewhere than on Linux."""
    try:
        text = (_PROC / "cpuinfo").read_text(encoding="utf-8", errors="replace").split("\n\n")[0]
    except OSError:
        return {}
    pairs = (line.partition(":") for line in text.splitlines())
    return {name.strip(): value.strip() for name, _, value in pairs}


# Memory


def free_memory_mb(device: torch.device) -> int | None:
    """Free memory in MiB, within the limits of the container; None where the system does not say."""
    if device.type == "cuda":
        return int(torch.cuda.mem_get_info(device)[0]) // 2**20
    known = [free for free in (_mem_available(), *_cgroup_free()) if free is not None]
    return max(0, min(known)) // 2**20 if known else None


def _mem_available() -> int | None:
    for line in _lines(_PROC / "meminfo"):
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None


def _cgroup_free() -> list[int]:
    """Bytes that each control group above this process leaves, of v2 or v1; file cache counts as free."""
    found = []
    for line in _lines(_PROC / "self" / "cgroup"):
        _, controllers, own = line.split(":", 2)
        if controllers not in ("", "memory"):
            continue
        root, limit, usage, cached = (
            (_CGROUPS, "memory.max", "memory.current", "inactive_file")
            if not controllers
            else (
                _CGROUPS / "memory",
                "memory.limit_in_bytes",
                "memory.usage_in_bytes",
                "total_inactive_file",
            )
        )
        group = root / own.strip().lstrip("/")
        # In a container the group's own path may be out of sight; the root of the mount is then the group.
        for folder in (group, *group.parents):
            if not folder.is_relative_to(root):
                break
            most, used = _number(folder / limit), _number(folder / usage)
            if most is not None and used is not None:
                stats = dict(stat.split(maxsplit=1) for stat in _lines(folder / "memory.stat") if " " in stat)
                found.append(most - used + int(stats.get(cached, "0")))
    return found


def _number(path: Path) -> int | None:
    text = "".join(_lines(path)).strip()
    return int(text) if text.isdecimal() else None  # not for "max"


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
