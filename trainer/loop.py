"""The loop around a stage: batches, rates, checkpoints, validation, events, cancelling."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from rsd_app.core.progress import CancelToken
from trainer.config import Recipe
from trainer.dataset import PairPool
from trainer.events import Noticed, Saved, StageEnded, StageStarted, Trained, TrainingEvent, Validated
from trainer.run_dir import RunDir
from trainer.spare_cores import SpareCores
from trainer.stage import Batch, Stage, State, hide_severity


@dataclass(frozen=True)
class Budget:
    """How long a stage trains: by time, or by iterations where `seconds` is None."""

    iterations: int
    seconds: float | None

    def progress(self, iteration: int, elapsed_s: float) -> float:
        """Share of the budget that is used, 0 to 1."""
        share = iteration / self.iterations if self.seconds is None else elapsed_s / self.seconds
        return min(1.0, share)


def rate_at(progress: float, iteration: int, *, warmup: int, decay_share: float) -> float:
    """Scale of the learning rate: a linear warm-up, a plateau, a linear fall to zero at the end."""
    rising = min(1.0, (iteration + 1) / max(1, warmup))
    falling = min(1.0, (1 - progress) / decay_share) if decay_share > 0 else 1.0
    return rising * max(falling, 1e-3)


class Loop:
    """Drives one stage to the end of its budget.

    Args:
        stage: teacher or distillation.
        pool: of degraded pairs; filled here.
        validate: figures of the stage's averaged network on held-out crops.
        emit: takes every event, after it is recorded in the run directory.
        cores: chooses the number of threads before each step; None leaves it alone.
    """

    def __init__(
        self,
        stage: Stage,
        *,
        recipe: Recipe,
        pool: PairPool,
        run: RunDir,
        budget: Budget,
        validate: Callable[[Stage], dict[str, float]],
        emit: Callable[[TrainingEvent], None],
        cancel: CancelToken,
        cores: SpareCores | None = None,
    ) -> None:
        self._cores = cores
        self._stage, self._recipe, self._pool, self._run = stage, recipe, pool, run
        self._budget, self._validate, self._emit_outside, self._cancel = budget, validate, emit, cancel
        self._random = torch.Generator().manual_seed(recipe.seed + (21 if stage.name == "teacher" else 22))
        self._iteration = 0
        self._elapsed_s = 0.0
        self._waited_s = 0.0
        self._sums: dict[str, Tensor] = {}
        self._counts: dict[str, int] = defaultdict(int)

    def run(self, held_out: int) -> bool:
        """Train until the budget is used (True) or the token is cancelled (False); saved in either case."""
        self._restore()
        stage = self._stage
        self._emit(StageStarted(stage=stage.name, iteration=self._iteration, samples_held_out=held_out))
        if self._progress() < 1:
            self._pool.fill(self._iteration // stage.renew_every)
            self._train()
        finished = self._progress() >= 1
        reason = "finished" if finished else "stopped"
        self._emit(StageEnded(stage=stage.name, iteration=self._iteration, reason=reason))
        return finished

    def _train(self) -> None:
        stage = self._stage
        last = saved = logged = time.monotonic()
        since = self._iteration
        while self._progress() < 1 and not self._cancel.cancelled:
            if self._cores is not None:
                self._cores.apply()
            rate = rate_at(self._progress(), self._iteration, warmup=stage.warmup, decay_share=stage.decay_share)
            self._collect(stage.step(self._next_batch, rate))
            self._iteration += 1
            if self._iteration % stage.renew_every == 0:
                began = time.monotonic()
                self._pool.renew()
                self._waited_s += time.monotonic() - began
            now = time.monotonic()
            self._elapsed_s += now - last
            last = now
            if now - logged >= self._recipe.log_every_s:
                self._report(now - logged, self._iteration - since)
                logged, since = now, self._iteration
            if now - saved >= self._recipe.save_every_s:
                self._save()
                last = saved = logged = time.monotonic()  # saving and validating is not training time
                since = self._iteration
        self._save()

    def _next_batch(self) -> Batch:
        began = time.monotonic()
        hq, lq, severity = self._pool.batch(self._stage.batch_size, self._recipe.data.crop, self._random)
        severity = hide_severity(severity, self._recipe.data.unknown_share, self._random)
        self._waited_s += time.monotonic() - began
        return Batch(hq, lq, severity)

    def _progress(self) -> float:
        return self._budget.progress(self._iteration, self._elapsed_s)

    def _collect(self, figures: dict[str, Tensor]) -> None:
        for name, value in figures.items():
            # A skipped step has a norm that is not finite; it is counted, not averaged.
            ok = torch.isfinite(value)
            value = torch.where(ok, value.float(), torch.zeros_like(value, dtype=torch.float32))
            self._sums[name] = self._sums[name] + value if name in self._sums else value
            self._counts[name] += 1

    def _report(self, seconds: float, iterations: int) -> None:
        figures = {name: float(total) / self._counts[name] for name, total in self._sums.items()}
        progress = self._progress()
        self._emit(Trained(
            stage=self._stage.name,
            iteration=self._iteration,
            elapsed_s=self._elapsed_s,
            remaining_s=self._elapsed_s * (1 - progress) / progress if progress > 0 else None,
            samples_s=iterations * self._stage.batch_size / seconds,
            data_wait=self._waited_s / seconds,
            figures=figures,
        ))  # fmt: skip
        self._sums, self._counts, self._waited_s = {}, defaultdict(int), 0.0

    def _save(self) -> None:
        state: State = {
            "stage": self._stage.state(),
            "iteration": self._iteration,
            "elapsed_s": self._elapsed_s,
            "random": self._random.get_state(),
        }
        path = self._run.save(self._stage.name, self._iteration, state)
        self._emit(Saved(stage=self._stage.name, iteration=self._iteration, path=str(path)))
        figures = self._validate(self._stage)
        self._emit(Validated(
            stage=self._stage.name, iteration=self._iteration, elapsed_s=self._elapsed_s, figures=figures
        ))  # fmt: skip

    def _restore(self) -> None:
        found = self._run.newest(self._stage.name)
        if found is None:
            return
        state, notice = found
        if notice:
            self._emit(Noticed(text=notice))
        self._stage.load_state(state["stage"])
        self._random.set_state(state["random"])
        self._iteration, self._elapsed_s = state["iteration"], state["elapsed_s"]

    def _emit(self, event: TrainingEvent) -> None:
        self._run.record(event)
        self._emit_outside(event)
