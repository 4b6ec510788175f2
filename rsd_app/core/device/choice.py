"""The device and the precision: what is asked for, or what suits this machine."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from rsd_app.core.device.precision import cpu_precision
from rsd_app.core.errors import DeviceError

DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}


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
        name = cpu_precision() if precision == "auto" else precision
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


def _find(device: str) -> torch.device:
    count = cuda_count()
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
        there = ", ".join(f"cuda:{i} ({torch.cuda.get_device_name(i)})" for i in range(count)) or no_cuda()
        raise DeviceError(f"--device {device}", f"is not there: {there}", "give auto or cpu")
    return torch.device("cuda", index)


def cuda_count() -> int:
    """CUDA devices that torch can use."""
    return torch.cuda.device_count() if torch.cuda.is_available() else 0


def no_cuda() -> str:
    """Why there is none."""
    if torch.version.cuda is None:
        return "the installed PyTorch is built for the CPU only"
    return "PyTorch finds no CUDA device or driver"
