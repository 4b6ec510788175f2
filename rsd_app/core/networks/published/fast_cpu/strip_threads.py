"""Strips of a map, each worked on by one thread from its first operation to its last.

torch's own way is all threads on one strip: then every operation reads what another core has just written. With a
strip to itself, a core finds its data in its own cache.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import torch

Work = Callable[[Iterable[int]], None]


def work_in_strips(work: Work, starts: Iterable[int]) -> None:
    """Call `work` in as many threads as torch has, at most one per strip, with the strips that are left for it.

    Args:
        work: does the strips that it is given, one after the other; for inference, gradients are not recorded.
        starts: of the strips, in any unit.

    Raises:
        Whatever `work` raises, once all threads have ended.
    """
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    for start in starts:
        waiting.put(start)
    threads = min(torch.get_num_threads(), waiting.qsize())
    if threads < 2:
        work(_taken(waiting))
        return
    inference = torch.is_inference_mode_enabled()

    def share() -> None:
        # The modes of a thread are its own.
        with torch.inference_mode(inference), torch.no_grad():
            work(_taken(waiting))

    with _one_thread_each(), ThreadPoolExecutor(threads - 1, "strips") as others:
        shares = [others.submit(share) for _ in range(threads - 1)]
        share()
        for other in shares:
            other.result()


def _taken(waiting: queue.SimpleQueue[int]) -> Iterator[int]:
    while True:
        try:
            yield waiting.get_nowait()
        except queue.Empty:
            return


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """torch's operations stay in the thread that calls them."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)
