"""Checkpoints: written, measured on held-out crops, shown as samples."""

from __future__ import annotations

import time

from rsd_app.core.errors import TrainingError
from trainer.events import Sampled, Saved, Validated
from trainer.notices import notice
from trainer.optim.states import State
from trainer.run.checkpoint_store import CheckpointDiskFullError
from trainer.run.clock import WorkClock
from trainer.run.health import Diverged, HealthWatch, main_figure
from trainer.run.held_out import HeldOut
from trainer.run.metrics_table import MetricsTable
from trainer.run.session import Session
from trainer.sheets.strips import Strips

WORSE = 1.02  # times the best held-out figure


class Saver:
    """Saves a session every few minutes and at its end; the first of several processes does.

    Attributes:
        savings: time that it has taken in this session; a sleep meanwhile does not count.
    """

    def __init__(
        self, session: Session, held_out: HeldOut, watch: HealthWatch, table: MetricsTable, strips: Strips
    ) -> None:
        self._session, self._held_out, self._watch = session, held_out, watch
        self._table, self._strips = table, strips
        self._milestones_passed = 0
        self.savings = WorkClock()
        self.restart()

    def begin(self) -> None:
        """Count milestones from here."""
        self._milestones_passed = int(self._session.progress * self._session.recipe.milestones)

    def restart(self) -> None:
        """Wait a whole interval from now on."""
        self._saved_s = time.monotonic()

    @property
    def due(self) -> bool:
        """Whether it is time for a checkpoint."""
        return time.monotonic() - self._saved_s >= self._session.recipe.save_every_s

    def state(self) -> State:
        """Everything that an exact resume needs."""
        session = self._session
        return {
            "stage": session.stage.state(),
            "iteration": session.iteration,
            "elapsed_s": session.clock.elapsed_s,
            "rate_factor": session.rate_factor,
            "renewals": session.pool.renewals,
            "random": session.random.get_state(),
        }

    def save(self) -> None:
        """Save, validate, draw samples.

        Raises:
            Diverged: the held-out figures say so; the checkpoint is dropped.
        """
        self.restart()
        session = self._session
        if not session.peers.first:
            return
        self.savings.restart()
        stage = session.stage.name
        try:
            path = session.store.save(stage, session.iteration, self.state(), milestone=self._passed_milestone())
        except CheckpointDiskFullError as error:
            session.emit(notice("disk-full", text=str(error)))
            session.clock.restart()
            return
        session.emit(Saved(stage=stage, iteration=session.iteration, path=str(path)))
        figures, trouble = self._held_out.measure(session.stage), None
        try:
            self._watch.after_validation(figures, stage)
        except Diverged as found:
            trouble = found
            session.store.drop(path)
        else:
            session.store.note_figures(path, figures)
        elapsed_s = session.clock.elapsed_s
        session.emit(Validated(stage=stage, iteration=session.iteration, elapsed_s=elapsed_s, figures=figures))
        held_out = {f"held_out_{name}": value for name, value in figures.items()}
        self._table.add(stage, session.iteration, elapsed_s, held_out)
        self._draw()
        self.savings.tick()
        session.clock.restart()  # saving and validating is not training time
        self.restart()
        if trouble is not None:
            raise trouble

    def finish(self) -> None:
        """The last save of a session; here a full disk is an error, for the work would be lost.

        Raises:
            Diverged: see `save`.
            TrainingError: the disk is full.
        """
        if self._session.peers.first and not self._saved_already():
            self.save()
            if not self._saved_already():
                free = "free some space and train on from the checkpoint before"
                raise TrainingError(self._session.run.path, "has no room for the last checkpoint", free)

    def tell_if_worse(self) -> None:
        """Report a training that ends worse than it started, or than it once was."""
        session, store = self._session, self._session.store
        paths, best = store.paths(session.stage.name), store.best(session.stage.name)
        figure, newest = main_figure(session.stage.name), paths[-1]
        now, then = store.figures(newest), {} if best is None else store.figures(best)
        if best is None or figure not in now or now[figure] <= WORSE * then[figure]:
            return
        iteration = int(best.stem.rpartition("-")[2])
        where = "it started" if iteration == 0 else f"it was at iteration {iteration}"
        session.emit(
            notice("ended-worse", figure=figure, now=now[figure], then=then[figure], where=where, iteration=iteration)
        )

    def _saved_already(self) -> bool:
        session = self._session
        paths = session.store.paths(session.stage.name)
        return bool(paths) and paths[-1].stem == f"{session.stage.name}-{session.iteration:08}"

    def _draw(self) -> None:
        """A strip of samples; that it fails is no reason to stop."""
        session = self._session
        try:
            sheet = self._strips.add(session.stage.name, session.iteration, *self._held_out.samples(session.stage))
        except OSError as error:
            session.emit(notice("no-samples", text=str(error)))
            return
        session.emit(Sampled(stage=session.stage.name, iteration=session.iteration, path=str(sheet)))

    def _passed_milestone(self) -> bool:
        """Whether a part of the budget came to its end since the last checkpoint."""
        before = self._milestones_passed
        self.begin()
        return self._milestones_passed > before
