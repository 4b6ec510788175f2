"""Precision on a CPU: measured once, then kept, so that the same seed gives the same bytes from run to run."""

from __future__ import annotations

import json
import logging
import math
import platform
import threading
import time
from functools import cache
from pathlib import Path
from typing import Literal

import torch
import torch.nn.functional as F

from rsd_app.core.atomic_write import write_text
from rsd_app.core.cache_dir import cache_dir

log = logging.getLogger(__name__)

BF16_MUST_GAIN = 1.2  # times as fast as fp32; below, its rounding is not worth it
_PROBE_S = 0.03
_PROC = Path("/proc")
_lock = threading.Lock()


def cpu_precision() -> Literal["bf16", "fp32"]:
    """The faster of the two, where bf16 gains enough."""
    return "bf16" if has_fast_bf16(cpu_facts()) and bf16_gain() >= BF16_MUST_GAIN else "fp32"


def has_fast_bf16(facts: dict[str, str]) -> bool:
    """Whether the processor has instructions for it; elsewhere it is emulated, and slow."""
    return bool({"avx512_bf16", "amx_bf16"} & set(facts.get("flags", "").split()))


def bf16_gain() -> float:
    """How many times as fast bf16 is as fp32 on this CPU."""
    with _lock:  # two threads must not measure different answers
        return _kept_or_measured_gain()


@cache
def _kept_or_measured_gain() -> float:
    key = f"{cpu_facts().get('model name', platform.processor())}, torch {torch.__version__}"
    gain = _kept_gains().get(key)
    if gain is None:
        measured = _measure_gain()
        kept = _kept_gains()  # again: another process may have been first
        gain = kept.setdefault(key, measured)
        _keep(kept)
        log.info("bf16 is %.2f times as fast as fp32 on this CPU", gain)
    return gain


def cache_file() -> Path:
    """Where the gain is kept."""
    return cache_dir() / "bf16_gain.json"


def _kept_gains() -> dict[str, float]:
    try:
        kept = json.loads(cache_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {key: gain for key, gain in kept.items() if isinstance(gain, float) and 0 < gain < math.inf}


def _keep(gains: dict[str, float]) -> None:
    path = cache_file()
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


def cpu_facts() -> dict[str, str]:
    """The first processor of /proc/cpuinfo, empty elsewhere than on Linux."""
    try:
        text = (_PROC / "cpuinfo").read_text(encoding="utf-8", errors="replace").split("\n\n")[0]
    except OSError:
        return {}
    pairs = (line.partition(":") for line in text.splitlines())
    return {name.strip(): value.strip() for name, _, value in pairs}
