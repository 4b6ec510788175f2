"""Calls that a GPU has recorded: hundreds of small kernels start with one command (a CUDA graph).

Published networks run tiles of one size over and over, and at a batch of one their kernels end sooner than the next
can be started. Whether a recording pays depends on card and tile; so it is tried, and kept only where it is faster and
gives the same result to the bit.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable

import torch
from torch import Tensor

Call = Callable[..., Tensor]
log = logging.getLogger(__name__)

AFTER = 3  # calls of a shape: the first ones choose kernels
MOST = 3  # shapes that are tried: each keeps its own memory


class RecordedCall:
    """A function of tensors, in recorded form where that pays.

    Args:
        function: of tensors of a CUDA device, one tensor as its result; does nothing on the CPU that the next call of
            the same shapes would do otherwise.
        record: makes the recorded form for inputs of one shape.
        synchronize: waits until the device is done.
    """

    def __init__(
        self,
        function: Call,
        *,
        record: Callable[[Call, tuple[Tensor, ...]], Call] | None = None,
        synchronize: Callable[[], None] = torch.cuda.synchronize,
    ) -> None:
        self._function, self._record, self._synchronize = function, record or cuda_graph, synchronize
        self._calls: Counter[object] = Counter()
        self._recordings: dict[object, Call] = {}
        self._tried = 0

    def __call__(self, *inputs: Tensor) -> Tensor:
        """Call the function, or replay its recording."""
        shapes = tuple((*x.shape, x.dtype) for x in inputs)
        recording = self._recordings.get(shapes)
        if recording is not None:
            return recording(*inputs)
        self._calls[shapes] += 1
        if self._calls[shapes] != AFTER or self._tried == MOST:
            return self._function(*inputs)
        self._tried += 1
        result, seconds = self._timed(self._function, inputs)
        try:
            recording = self._record(self._function, inputs)
            again, recorded_seconds = self._timed(recording, inputs)
        except RuntimeError as error:  # what cannot be recorded, and too little memory for it
            log.info("not recorded: %s", str(error).splitlines()[0])
            return result
        if torch.equal(result, again) and recorded_seconds < seconds:
            self._recordings[shapes] = recording
        log.info("recorded: %.1f ms, plain: %.1f ms", recorded_seconds * 1e3, seconds * 1e3)
        return result

    def forget(self) -> None:
        """Let go of all recordings and their memory, for good."""
        self._recordings.clear()
        self._tried = MOST

    def _timed(self, call: Call, inputs: tuple[Tensor, ...]) -> tuple[Tensor, float]:
        self._synchronize()
        start = time.perf_counter()
        result = call(*inputs)
        self._synchronize()
        return result, time.perf_counter() - start


def cuda_graph(function: Call, inputs: tuple[Tensor, ...]) -> Call:
    """The function's kernels for these inputs, recorded.

    Raises:
        RuntimeError: it waits for the device or moves data to the CPU; or the memory does not suffice.
    """
    places = [x.clone() for x in inputs]
    aside = torch.cuda.Stream()
    aside.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(aside):
        function(*places)  # what is made at a first call on a stream must not be recorded
    torch.cuda.current_stream().wait_stream(aside)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        result = function(*places)

    def replay(*given: Tensor) -> Tensor:
        for place, x in zip(places, given, strict=True):
            place.copy_(x)
        graph.replay()
        return result.clone()

    return replay
