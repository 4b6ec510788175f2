"""The loop around a stage: batches, rates, checkpoints, validation, events, commands, recovery."""

from __future__ import annotations

import logging
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from rsd_app.core.device.memory import is_out_of_memory
from rsd_app.core.errors import TrainingError
from rsd_app.core.progress import CancelToken
from trainer.config import Recipe
from trainer.control import WORDS, Control
from trainer.data.pool import PairPool
from trainer.events import (
    Continued,
    Paused,
    RolledBack,
    Sampled,
    Saved,
    StageEnded,
    StageStarted,
    Trained,
    TrainingEvent,
    Validated,
)
from trainer.guide.results import guided_target
from trainer.methods.stage import Stage
from trainer.models.workplace import Batch, hide_severity
from trainer.notices import notice
from trainer.optim.states import State
from trainer.parallel.spare_cores import SpareCores
from trainer.run.checkpoint_store import CheckpointDiskFullError
from trainer.run.clock import WorkClock
from trainer.run.health import HealthWatch, main_figure
from trainer.run.held_out import HeldOut
from trainer.run.metrics_table import MetricsTable
from trainer.run.run_dir import RunDir
from trainer.sheets.strips import Strips

log = logging.getLogger(__name__)

LEAST_RATE = 1e-3  # of the full one, at the very end
ROLLBACK_RATE = 0.5
MOST_ROLLBACKS = 5  # in one session
WORSE = 1.02  # times the best held-out figure
PAUSE_LOOK_S = 0.1


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


class Loop:
    """Drives one stage to the end of its budget.

    Args:
        stage: teacher or distillation.
        pool: of degraded pairs; filled here.
        held_out: measured at every checkpoint.
        control: what the user asks for meanwhile.
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
        held_out: HeldOut,
        control: Control,
        emit: Callable[[TrainingEvent], None],
        cancel: CancelToken,
        cores: SpareCores | None = None,
    ) -> None:
        self._cores = cores
        self._stage, self._recipe, self._pool, self._run = stage, recipe, pool, run
        self._budget, self._held_out, self._control = budget, held_out, control
        self._emit_outside, self._cancel = emit, cancel
        self._store = run.checkpoints()
        self._table, self._strips = MetricsTable(run.path / "metrics.csv"), Strips(run.path / "samples")
        self._random = torch.Generator().manual_seed(recipe.seed + (21 if stage.name == "teacher" else 22))
        self._peers = run.peers
        self._watch = HealthWatch()
        self._clock = WorkClock()
        self._iteration = 0
        self._rate_factor = 1.0
        self._rollbacks = 0
        self._milestones_passed = 0
        self._restored_renewals = 0
        self._savings = WorkClock()  # of this session, as the three below; a sleep meanwhile does not count
        self._waited_s = 0.0
        self._began_s, self._began_iteration = 0.0, 0
        self._sums: dict[str, Tensor] = {}
        self._counts: dict[str, int] = defaultdict(int)

    def run(self) -> bool:
        """Train until the budget is used (True) or the token is cancelled (False); saved in either case.

        Raises:
            TrainingError: it diverges whatever the rate, no checkpoint can be read, or the last cannot be written.
        """
        new = not self._restore()
        stage = self._stage
        self._emit(StageStarted(stage=stage.name, iteration=self._iteration, samples_held_out=self._held_out.count))
        if self._progress() < 1:
            self._pool.fill(self._restored_renewals)
            if new:
                self._save()  # the figures to start from, and where the first rollback goes
            self._train()
        finished = self._progress() >= 1
        if finished and self._peers.first:
            self._tell_if_worse()
        reason = "finished" if finished else "stopped"
        self._emit(StageEnded(stage=stage.name, iteration=self._iteration, reason=reason))
        return finished

    def _train(self) -> None:
        """To the end of the budget; a bad end is rolled back, and trained again as far as the budget goes."""
        while True:
            self._train_on()
            trouble = self._finish()
            if not trouble or self._cancel.cancelled:
                return
            self._roll_back(trouble)

    def _train_on(self) -> None:
        self._clock.restart()
        saved = logged = time.monotonic()
        since, since_s = self._iteration, self._clock.elapsed_s
        while self._goes_on():
            trouble = self._step()
            now = time.monotonic()
            if not trouble and now - logged >= self._recipe.log_every_s:
                trouble = self._report(self._iteration - since, self._clock.elapsed_s - since_s)
                logged, since, since_s = now, self._iteration, self._clock.elapsed_s
            due = now - saved >= self._recipe.save_every_s
            if not trouble and (self._obey() or due):
                trouble = self._save()
                saved = time.monotonic()
            trouble = self._peers.any(trouble)
            if trouble:
                self._roll_back(trouble)
                saved = logged = time.monotonic()
                since, since_s = self._iteration, self._clock.elapsed_s

    def _goes_on(self) -> bool:
        """Whether there is another iteration; where several processes train, the first one's clock counts."""
        elapsed_s, stop = self._peers.agree(self._clock.elapsed_s, self._cancel.cancelled)
        self._clock.elapsed_s = elapsed_s
        if stop:
            self._cancel.cancel()
        return self._progress() < 1 and not stop

    def _step(self) -> str:
        """One iteration; returns what went wrong, in words, or nothing."""
        stage = self._stage
        if self._cores is not None:
            self._cores.apply()
        rate = rate_at(self._progress(), self._iteration, warmup=stage.warmup, decay_share=stage.decay_share)
        finite = self._collect(self._step_in_memory(rate * self._rate_factor))
        self._iteration += 1
        if self._iteration % stage.renew_every == 0:
            began = time.monotonic()
            self._pool.renew()
            self._waited_s += time.monotonic() - began
        lost_s = self._clock.tick()
        if lost_s:
            self._emit(notice("suspended", seconds=lost_s))
        return self._watch.after_step(finite)

    def _step_in_memory(self, rate: float) -> dict[str, Tensor]:
        """One step; where the memory does not suffice, the batch goes through in smaller parts from here on.

        Raises:
            TrainingError: not even single crops fit.
        """
        while True:
            try:
                return self._stage.step(self._next_batch, rate)
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
                self._stage.clear()
            if self._pool.device.type == "cuda":
                torch.cuda.empty_cache()
            if self._stage.parts >= self._stage.batch_size:
                remedy = "close other programs, or give a smaller data.crop or network.widths"
                raise TrainingError(str(self._pool.device), "has too little memory for a single crop", remedy)
            self._stage.parts = min(2 * self._stage.parts, self._stage.batch_size)
            self._emit(notice("in-parts", batch=self._stage.batch_size, parts=self._stage.parts))

    def _next_batch(self) -> Batch:
        began = time.monotonic()
        hq, lq, severity, *guided = self._pool.batch(self._stage.batch_size, self._recipe.data.crop, self._random)
        target = None
        if guided and self._stage.name != "teacher":
            begin, end = self._recipe.distill.guide_share
            share = begin + (end - begin) * min(1.0, self._progress())
            target = guided_target(hq, guided[0], severity, share, self._random)
        severity = hide_severity(severity, self._recipe.data.unknown_share, self._random)
        self._waited_s += time.monotonic() - began
        mine = slice(self._peers.rank, None, self._peers.count)
        return Batch(hq[mine], lq[mine], severity[mine], None if target is None else target[mine])

    def _progress(self) -> float:
        return self._budget.progress(self._iteration, self._clock.elapsed_s)

    def _obey(self) -> bool:
        """Do as was asked; returns whether to save now. Only the first process is asked."""
        if not self._peers.first:
            return False
        words, rubbish = self._control.words()
        for text in rubbish:
            self._emit(notice("no-command", word=text[:40], known=", ".join(WORDS)))
        save = False
        for word in words:
            if word == "stop":
                self._cancel.cancel()
            elif word == "pause":
                self._pause()
            save |= word == "save"
        return save

    def _pause(self) -> None:
        """Save, then wait for "continue" (or "pause" once more, as a signal can only say one thing).

        What is wrong with that state, if anything, shows at the next validation.
        """
        if self._save():
            self._emit(notice("paused-worse"))
        self._emit(Paused(stage=self._stage.name, iteration=self._iteration))
        while not self._cancel.cancelled:
            words, _ = self._control.words()
            if "stop" in words:
                self._cancel.cancel()
            if "continue" in words or "pause" in words:
                break
            time.sleep(PAUSE_LOOK_S)
        self._clock.restart()
        if not self._cancel.cancelled:
            self._emit(Continued(stage=self._stage.name, iteration=self._iteration))

    def _collect(self, figures: dict[str, Tensor]) -> bool:
        """Add to the averages; returns whether all figures are finite."""
        whole = True
        for name, value in figures.items():
            # A skipped step has a norm that is not finite; it is counted, not averaged.
            if bool(torch.isfinite(value)):
                self._sums[name] = self._sums[name] + value.float() if name in self._sums else value.float()
                self._counts[name] += 1
            else:
                whole = False
        return whole

    def _report(self, iterations: int, seconds: float) -> str:
        figures = {name: float(total) / self._counts[name] for name, total in self._sums.items()}
        progress, elapsed_s = self._progress(), self._clock.elapsed_s
        seconds = max(seconds, 1e-9)
        remaining_s, later_s = self._remaining_s(iterations / seconds), self._budget.later_s
        rate = rate_at(progress, self._iteration, warmup=self._stage.warmup, decay_share=self._stage.decay_share)
        event = Trained(
            stage=self._stage.name,
            iteration=self._iteration,
            elapsed_s=elapsed_s,
            remaining_s=remaining_s,
            samples_s=iterations * self._stage.batch_size / seconds,
            data_wait=min(1.0, self._waited_s / seconds),
            figures=figures,
            run_remaining_s=None if remaining_s is None or later_s is None else remaining_s + later_s,
            rate=rate * self._rate_factor,
        )
        self._emit(event)
        speed = {"rate": event.rate, "samples_s": event.samples_s, "data_wait": event.data_wait}
        if self._peers.first:
            self._table.add(event.stage, event.iteration, elapsed_s, speed | figures)
        self._sums, self._counts, self._waited_s = {}, defaultdict(int), 0.0
        return self._watch.after_report(figures)

    def _remaining_s(self, recent: float) -> float | None:
        """Until the end of the stage, from the pace of this session (half of it the latest), savings included.

        Args:
            recent: iterations per second since the last report.
        """
        worked_s = self._clock.elapsed_s - self._began_s
        done = self._iteration - self._began_iteration
        if worked_s <= 0 or done <= 0 or recent <= 0:
            return None
        if self._budget.seconds is None:
            pace = 0.5 * done / worked_s + 0.5 * recent
            training_s = (self._budget.iterations - self._iteration) / pace
        else:
            training_s = self._budget.seconds - self._clock.elapsed_s
        return max(0.0, training_s) * (1 + self._savings.elapsed_s / worked_s)

    def _save(self) -> str:
        """Save, validate, draw samples; returns what went wrong with the training, in words, or nothing."""
        if not self._peers.first:
            return ""
        self._savings.restart()
        stage = self._stage.name
        try:
            path = self._store.save(stage, self._iteration, self._state(), milestone=self._passed_milestone())
        except CheckpointDiskFullError as error:
            self._emit(notice("disk-full", text=str(error)))
            self._clock.restart()
            return ""
        self._emit(Saved(stage=stage, iteration=self._iteration, path=str(path)))
        figures = self._held_out.measure(self._stage)
        trouble = self._watch.after_validation(figures, stage)
        if trouble:
            self._store.drop(path)
        else:
            self._store.note_figures(path, figures)
        elapsed_s = self._clock.elapsed_s
        self._emit(Validated(stage=stage, iteration=self._iteration, elapsed_s=elapsed_s, figures=figures))
        self._table.add(
            stage, self._iteration, elapsed_s, {f"held_out_{name}": value for name, value in figures.items()}
        )
        self._draw()
        self._savings.tick()
        self._clock.restart()  # saving and validating is not training time
        return trouble

    def _finish(self) -> str:
        """The last save of a session; here a full disk is an error, for the work would be lost."""
        trouble = ""
        if self._peers.first and not self._saved_already():
            trouble = self._save()
            if not trouble and not self._saved_already():
                free = "free some space and train on from the checkpoint before"
                raise TrainingError(self._run.path, "has no room for the last checkpoint", free)
        return self._peers.any(trouble)

    def _tell_if_worse(self) -> None:
        """Report a training that ends worse than it started, or than it once was."""
        paths, best = self._store.paths(self._stage.name), self._store.best(self._stage.name)
        figure, newest = main_figure(self._stage.name), paths[-1]
        now, then = self._store.figures(newest), {} if best is None else self._store.figures(best)
        if best is None or figure not in now or now[figure] <= WORSE * then[figure]:
            return
        iteration = int(best.stem.rpartition("-")[2])
        where = "it started" if iteration == 0 else f"it was at iteration {iteration}"
        self._emit(
            notice("ended-worse", figure=figure, now=now[figure], then=then[figure], where=where, iteration=iteration)
        )

    def _saved_already(self) -> bool:
        paths = self._store.paths(self._stage.name)
        return bool(paths) and paths[-1].stem == f"{self._stage.name}-{self._iteration:08}"

    def _draw(self) -> None:
        """A strip of samples; that it fails is no reason to stop."""
        try:
            sheet = self._strips.add(self._stage.name, self._iteration, *self._held_out.samples(self._stage))
        except OSError as error:
            self._emit(notice("no-samples", text=str(error)))
            return
        self._emit(Sampled(stage=self._stage.name, iteration=self._iteration, path=str(sheet)))

    def _passed_milestone(self) -> bool:
        """Whether a part of the budget came to its end since the last checkpoint."""
        parts = self._recipe.milestones
        before = self._milestones_passed
        self._milestones_passed = int(self._progress() * parts)
        return self._milestones_passed > before

    def _roll_back(self, trouble: str) -> None:
        """Go on from the last good checkpoint with half the rate.

        Raises:
            TrainingError: that was done often enough.
        """
        self._rollbacks += 1
        where = f"{self._stage.name} stage, iteration {self._iteration}"
        if self._rollbacks > MOST_ROLLBACKS:
            remedy = "give lower learning rates (--set) or look for broken photos (rsd train check)"
            raise TrainingError(
                where, f"{trouble}; the learning rate was halved {MOST_ROLLBACKS} times without recovery", remedy
            )
        found = self._newest()
        if found is None:
            raise TrainingError(where, f"{trouble}, and there is no checkpoint to go back to", "start it again")
        from_iteration = self._iteration
        factor = min(self._rate_factor, found[0].get("rate_factor", 1.0)) * ROLLBACK_RATE
        self._load(found[0])
        self._rate_factor = factor
        self._sums, self._counts = {}, defaultdict(int)
        self._watch.restart()
        if self._peers.first:
            self._store.save(self._stage.name, self._iteration, self._state())  # so that a kill does not undo this
        self._emit(RolledBack(
            stage=self._stage.name,
            iteration=self._iteration,
            from_iteration=from_iteration,
            reason=trouble,
            rate_factor=factor,
        ))  # fmt: skip
        self._clock.restart()

    def _state(self) -> State:
        return {
            "stage": self._stage.state(),
            "iteration": self._iteration,
            "elapsed_s": self._clock.elapsed_s,
            "rate_factor": self._rate_factor,
            "renewals": self._pool.renewals,
            "random": self._random.get_state(),
        }

    def _restore(self) -> bool:
        """Load the newest checkpoint; False if there is none."""
        found = self._newest()
        if found is None:
            self._stage.scatter(self._peers.rank)
            return False
        state, damaged = found
        if damaged:
            self._emit(notice("damaged", text=damaged))
        self._load(state)
        self._clock.elapsed_s = state["elapsed_s"]
        self._rate_factor = state.get("rate_factor", 1.0)
        self._began_s, self._began_iteration = self._clock.elapsed_s, self._iteration
        self._milestones_passed = int(self._progress() * self._recipe.milestones)
        return True

    def _newest(self) -> tuple[State, str] | None:
        """The newest checkpoint; the first process looks first, for it sets damaged ones aside."""
        if not self._peers.first:
            self._peers.wait()
        found = self._store.newest(self._stage.name)
        if self._peers.first:
            self._peers.wait()
        self._peers.wait()  # nobody writes before all have read
        return found

    def _load(self, state: State) -> None:
        """Weights, random states and position; not the time, which is spent."""
        self._stage.load_state(state["stage"])
        self._random.set_state(state["random"])
        self._iteration = state["iteration"]
        self._restored_renewals = state["renewals"]
        self._stage.scatter(self._peers.rank)
        if not self._peers.first:
            return
        self._table.forget_after(self._stage.name, self._iteration)
        self._strips.forget_after(self._stage.name, self._iteration)

    def _emit(self, event: TrainingEvent) -> None:
        if self._peers.first:
            self._run.record(event)
            self._emit_outside(event)
