"""Threads beside other programs."""

from pathlib import Path

import pytest
import torch

from trainer.parallel import spare_cores
from trainer.parallel.spare_cores import SpareCores, threads_beside


@pytest.mark.parametrize(
    ("others", "most", "expected"), [(0, 2, 2), (0.4, 2, 2), (0.6, 2, 1), (9, 2, 1), (2.2, 8, 6), (0, 1, 1)]
)
def test_that_a_busy_core_is_left_to_others(others: float, most: int, expected: int) -> None:
    assert threads_beside(others, most) == expected


def test_that_the_load_is_followed_and_the_threads_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load = tmp_path / "loadavg"
    load.write_text("0.5 0.4 0.3 9/99 4242\n")
    monkeypatch.setattr(spare_cores, "_LOADAVG", load)
    monkeypatch.setattr(spare_cores, "SAMPLE_S", 0.001)
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        with SpareCores() as cores:
            for _ in range(10_000):
                if cores.apply() == 1:
                    break
                cores._ended.wait(0.001)
            assert torch.get_num_threads() == 1
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(before)


def test_that_a_system_that_does_not_tell_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spare_cores, "_LOADAVG", tmp_path / "missing")
    before = torch.get_num_threads()
    with SpareCores() as cores:
        assert cores.apply() == before
