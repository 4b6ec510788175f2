"""One stage at work: what it is made of, how far it is, and whom it tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import torch

from rsd_app.core.progress import CancelToken
from trainer.config import Recipe
from trainer.data.pool import PairPool
from trainer.events import TrainingEvent
from trainer.methods.stage import Stage
from trainer.run.clock import WorkClock
from trainer.run.run_dir import RunDir

LEAST_RATE = 1e-3  # of the full one, at the very end


@dataclass(frozen=True)
class Budget:
    """How long a stage trains: by time, or by iterations where `seconds` is None."""

    iterations: int
    seconds: float | None
    later_s: float | None = None  # what the stages after this one will take; None: unknown

    def progress(self, iteration: int, elapsed_s: float) -> float:
        """Share of the budget that is used, 0 to 1."""
        if self.seconds is None:
            return min(1.0, iteration / self.iterations) if self.iterations > 0 else 1.0
        return min(1.0, elapsed_s / self.seconds) if self.seconds > 0 else 1.0


def rate_at(progress: float, iteration: int, *, warmup: int, decay_share: float) -> float:
    """Scale of the learning rate: a linear warm-up, a plateau, a linear fall to zero at the end."""
    rising = min(1.0, (iteration + 1) / max(1, warmup))
    falling = min(1.0, (1 - progress) / decay_share) if decay_share > 0 else 1.0
    return rising * max(falling, LEAST_RATE)


@dataclass(kw_only=True)
class Session:
    """What the loop and its helpers share.

    Attributes:
        emit_outside: takes every event, after it is recorded in the run directory.
        random: draws crops; its state is part of a checkpoint.
        iteration: that comes next.
        rate_factor: of all learning rates; halved whenever the training is rolled back.
    """

    stage: Stage
    recipe: Recipe
    pool: PairPool
    run: RunDir
    budget: Budget
    emit_outside: Callable[[TrainingEvent], None]
    cancel: CancelToken
    iteration: int = 0
    rate_factor: float = 1.0
    clock: WorkClock = field(default_factory=WorkClock)
    random: torch.Generator = field(init=False)

    def __post_init__(self) -> None:
        stream = 21 if self.stage.name == "teacher" else 22
        self.random = torch.Generator().manual_seed(self.recipe.seed + stream)
        self.peers = self.run.peers
        self.store = self.run.checkpoints()

    @property
    def progress(self) -> float:
        """Share of the budget that is used, 0 to 1."""
        return self.budget.progress(self.iteration, self.clock.elapsed_s)

    @property
    def rate(self) -> float:
        """Scale of the learning rates of this iteration."""
        stage = self.stage
        rate = rate_at(self.progress, self.iteration, warmup=stage.warmup, decay_share=stage.decay_share)
        return rate * self.rate_factor

    def emit(self, event: TrainingEvent) -> None:
        """Record an event and pass it on; the first of several processes does."""
        if self.peers.first:
            self.run.record(event)
            self.emit_outside(event)
