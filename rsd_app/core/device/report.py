"""The machine, in lines for a bug report."""

from __future__ import annotations

import platform

import torch

from rsd_app.core.device.budget import free_memory_mb
from rsd_app.core.device.choice import choose_device, cpu_threads, cuda_count, no_cuda
from rsd_app.core.device.precision import bf16_gain, cache_file, cpu_facts, has_fast_bf16


def device_report() -> list[str]:
    """What a bug report should hold: versions, processor, precision and why, memory."""
    facts = cpu_facts()
    model = facts.get("model name") or platform.processor() or platform.machine()
    lines = [f"torch {torch.__version__}", f"processor: {model}, {cpu_threads()} threads"]
    chosen = choose_device()
    if not has_fast_bf16(facts):
        lines.append("bf16 on the CPU: not tried, the processor has neither AVX512-BF16 nor AMX")
    else:
        place = cache_file()
        lines.append(f"bf16 on the CPU: {bf16_gain():.2f} times as fast as fp32 (kept in {place})")
    free = free_memory_mb(torch.device("cpu"))
    lines.append(f"memory: {'unknown' if free is None else f'{free} MB'} free")
    for index in range(cuda_count()):
        total = torch.cuda.get_device_properties(index).total_memory / 2**30
        lines.append(f"cuda:{index}: {torch.cuda.get_device_name(index)}, {total:.0f} GiB")
    if not cuda_count():
        lines.append(f"CUDA: {no_cuda()}")
    lines.append(f"chosen: {chosen.description}")
    return lines
