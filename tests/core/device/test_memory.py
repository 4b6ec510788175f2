"""Errors that say that memory ran out, as the libraries word them."""

from __future__ import annotations

import pytest
import torch

from rsd_app.core.device.memory import is_out_of_memory


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
        RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate 8 bytes"),
        RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 8 bytes"),
        RuntimeError("CUDA error: out of memory"),
    ],
)
def test_that_memory_that_ran_out_is_recognised(error: BaseException) -> None:
    assert is_out_of_memory(error)


def test_that_other_errors_are_not_taken_for_it() -> None:
    assert not is_out_of_memory(RuntimeError("mat1 and mat2 shapes cannot be multiplied"))
