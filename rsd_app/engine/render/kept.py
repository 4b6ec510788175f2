"""Values that are slow to make: each made once, those used last kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

V = TypeVar("V")


class Kept(Generic[V]):
    """A cache for several threads: whoever asks for what another makes waits for it, and for nothing else.

    Args:
        most: values that are kept; when another is made, that not used for longest goes first.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, Future[V]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """The value of a key, made if it is not kept. What `make` raises is raised to all who wait, and not kept."""
        with self._lock:
            future = self._values.pop(key, None)
            is_mine = future is None
            if future is None:
                while len(self._values) >= self._most:
                    self._values.popitem(last=False)
                future = Future()
            self._values[key] = future
        if is_mine:
            try:
                future.set_result(make())
            except BaseException as error:
                with self._lock:
                    if self._values.get(key) is future:
                        del self._values[key]
                future.set_exception(error)
                raise
        return future.result()

    def clear(self) -> None:
        """Let go of all."""
        with self._lock:
            self._values.clear()
