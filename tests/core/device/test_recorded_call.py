"""Recordings of a GPU's work, with a simulated recorder: kept where they are faster and the same, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from rsd_app.core.device import recorded_call
from rsd_app.core.device.recorded_call import AFTER, MOST, RecordedCall


class Simulated:
    """A function and its recordings; a clock that only their calls move."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, plain_s: float, recorded_s: float, change: float) -> None:
        self.now, self.plain, self.replayed, self.recorded = 0.0, 0, 0, 0
        self._plain_s, self._recorded_s, self._change = plain_s, recorded_s, change
        monkeypatch.setattr(recorded_call.time, "perf_counter", lambda: self.now)

    def function(self, x: Tensor, y: Tensor) -> Tensor:
        self.plain += 1
        self.now += self._plain_s
        return x * y

    def record(self, _function: Callable[..., Tensor], _inputs: tuple[Tensor, ...]) -> Callable[..., Tensor]:
        self.recorded += 1

        def replay(x: Tensor, y: Tensor) -> Tensor:
            self.replayed += 1
            self.now += self._recorded_s
            return x * y + self._change

        return replay

    def call(self) -> RecordedCall:
        return RecordedCall(self.function, record=self.record, synchronize=lambda: None)


def test_that_a_faster_recording_is_replayed(monkeypatch: pytest.MonkeyPatch) -> None:
    device = Simulated(monkeypatch, plain_s=2.0, recorded_s=1.0, change=0.0)
    call = device.call()
    for value in range(10):
        x = torch.full((2, 3), float(value))
        assert torch.equal(call(x, x), x * x)
    assert (device.plain, device.recorded, device.replayed) == (AFTER, 1, 1 + 10 - AFTER)


@pytest.mark.parametrize(("recorded_s", "change"), [(3.0, 0.0), (1.0, 1e-6)], ids=["slower", "other result"])
def test_that_another_is_not_kept(recorded_s: float, change: float, monkeypatch: pytest.MonkeyPatch) -> None:
    device = Simulated(monkeypatch, plain_s=2.0, recorded_s=recorded_s, change=change)
    call, x = device.call(), torch.ones(4)
    for _ in range(10):
        assert torch.equal(call(x, x), x)
    assert (device.plain, device.recorded, device.replayed) == (10, 1, 1)


def test_that_what_cannot_be_recorded_goes_on_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    device = Simulated(monkeypatch, plain_s=2.0, recorded_s=1.0, change=0.0)

    def refuse(_function: object, _inputs: object) -> Callable[..., Tensor]:
        raise torch.OutOfMemoryError("CUDA out of memory")

    call, x = RecordedCall(device.function, record=refuse, synchronize=lambda: None), torch.ones(4)
    for _ in range(10):
        assert torch.equal(call(x, x), x)
    assert device.plain == 10


def test_that_memory_is_kept_for_few_shapes_and_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    device = Simulated(monkeypatch, plain_s=2.0, recorded_s=1.0, change=0.0)
    call = device.call()
    for size in range(1, MOST + 3):
        for _ in range(AFTER + 1):
            call(torch.ones(size), torch.ones(size))
    assert (device.recorded, device.replayed) == (MOST, 2 * MOST)
    call.forget()
    call(torch.ones(1), torch.ones(1))
    assert (device.recorded, device.replayed) == (MOST, 2 * MOST)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
def test_that_a_cuda_graph_gives_the_same() -> None:
    conv = torch.nn.Conv2d(8, 8, 3, padding=1).cuda()
    call = RecordedCall(conv)
    with torch.inference_mode():
        for seed in range(6):
            x = torch.randn(1, 8, 16, 16, generator=torch.Generator().manual_seed(seed)).cuda()
            assert torch.equal(call(x), conv(x))
