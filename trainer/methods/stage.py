"""The protocol that the loop drives: one phase of a training, whatever its method."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from torch import Tensor

from trainer.models.build import Network
from trainer.models.workplace import Batch
from trainer.optim.states import State


class Stage(Protocol):
    """One phase of a training, driven by `trainer.run.loop`."""

    name: str
    parts: int  # a batch goes through the networks in so many parts, as memory allows
    batch_size: int
    renew_every: int
    warmup: int
    decay_share: float

    def step(self, next_batch: Callable[[], Batch], rate: float) -> dict[str, Tensor]:
        """One iteration; `rate` in [0, 1] scales every learning rate. Returns figures of it."""

    def clear(self) -> None:
        """Drop the gradients of an aborted step."""

    def scatter(self, rank: int) -> None:
        """Give each process its own random stream; the first one's stays as it is."""

    def state(self) -> State:
        """Everything that an exact resume needs."""

    def load_state(self, state: State) -> None:
        """Restore what `state` returned."""

    def averaged(self) -> Network:
        """The network to keep: its running average."""
