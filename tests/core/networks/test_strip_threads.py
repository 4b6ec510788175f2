"""Strips shared out to threads: each once, torch as it was, errors come out."""

import threading
from collections.abc import Iterable

import pytest
import torch

from rsd_app.core.networks.published.fast_cpu.strip_threads import work_in_strips


@pytest.mark.parametrize("count", [0, 1, 2, 37])
def test_that_each_strip_is_done_once(count: int) -> None:
    done: list[int] = []
    work_in_strips(done.extend, range(count))
    assert sorted(done) == list(range(count))


def test_that_threads_share_the_strips_and_torch_gives_each_one_thread() -> None:
    both = threading.Barrier(2, timeout=10)
    seen: list[tuple[int, bool, bool]] = []

    def work(_starts: Iterable[int]) -> None:
        both.wait()  # passes only if two are at work at the same time
        seen.append((torch.get_num_threads(), torch.is_inference_mode_enabled(), torch.is_grad_enabled()))

    torch.set_num_threads(2)
    with torch.inference_mode():
        work_in_strips(work, range(8))
    assert seen == [(1, True, False)] * 2
    assert torch.get_num_threads() == 2


def test_that_an_error_comes_out_and_torch_keeps_its_threads() -> None:
    def work(starts: Iterable[int]) -> None:
        for start in starts:
            raise ValueError(f"strip {start}")

    torch.set_num_threads(2)
    with pytest.raises(ValueError, match="strip"):
        work_in_strips(work, range(8))
    assert torch.get_num_threads() == 2
