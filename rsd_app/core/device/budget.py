"""How much memory a network may work in."""

from __future__ import annotations

from pathlib import Path

import torch

from rsd_app.core.device.choice import Device
from rsd_app.core.errors import DeviceError

CPU_BUDGET_MB = 512  # larger tiles than fit in there are no faster on a CPU
LEAST_BUDGET_MB = 64
_PROC = Path("/proc")
_CGROUPS = Path("/sys/fs/cgroup")


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


def _place(device: torch.device) -> str:
    return "this machine" if device.type == "cpu" else str(device)


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
