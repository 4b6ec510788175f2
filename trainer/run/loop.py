"""The loop around a stage: steps, and between them reports, checkpoints and what the user asks for."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

import torch
from torch import Tensor

from rsd_app.core.device.memory import is_out_of_memory
from rsd_app.core.errors import TrainingError
from trainer.control import WORDS, Control
from trainer.events import Continued, Paused, StageEnded, StageStarted
from trainer.guide.results import guided_target
from trainer.models.workplace import Batch, hide_severity
from trainer.notices import notice
from trainer.parallel.spare_cores import SpareCores
from trainer.run.health import Diverged, HealthWatch
from trainer.run.held_out import HeldOut
from trainer.run.metrics_table import MetricsTable
from trainer.run.recovery import Recovery
from trainer.run.reporter import Reporter
from trainer.run.saver import Saver
from trainer.run.session import Session
from trainer.sheets.strips import Strips

PAUSE_LOOK_S = 0.1


class Loop:
    """Drives one stage to the end of its budget.

    Args:
        session: the stage, its pool of pairs (filled here) and its run directory.
        held_out: measured at every checkpoint.
        control: what the user asks for meanwhile.
        cores: chooses the number of threads before each step; None leaves it alone.
    """

    def __init__(
        self, session: Session, *, held_out: HeldOut, control: Control, cores: SpareCores | None = None
    ) -> None:
        self._session, self._control, self._cores = session, control, cores
        self._samples_held_out = held_out.count
        path = session.run.path
        table, strips = MetricsTable(path / "metrics.csv"), Strips(path / "samples")
        self._watch = HealthWatch()
        self._saver = Saver(session, held_out, self._watch, table, strips)
        self._reporter = Reporter(session, self._watch, table, self._saver.savings)
        self._recovery = Recovery(session, self._saver, table, strips)

    def run(self) -> bool:
        """Train until the budget is used (True) or the token is cancelled (False); saved in either case.

        Raises:
            TrainingError: it diverges whatever the rate, no checkpoint can be read, or the last cannot be written.
        """
        session = self._session
        new = not self._recovery.restore()
        stage = session.stage.name
        started = StageStarted(stage=stage, iteration=session.iteration, samples_held_out=self._samples_held_out)
        session.emit(started)
        self._saver.begin()
        self._reporter.begin()
        if session.progress < 1:
            session.pool.fill(self._recovery.renewals)
            if new:  # the figures to start from, and where the first rollback goes
                with contextlib.suppress(Diverged):
                    self._saver.save()
            self._train()
        finished = session.progress >= 1
        if finished and session.peers.first:
            self._saver.tell_if_worse()
        reason = "finished" if finished else "stopped"
        session.emit(StageEnded(stage=stage, iteration=session.iteration, reason=reason))
        return finished

    def _train(self) -> None:
        """To the end of the budget; where it diverges, again from the last good checkpoint, as far as that goes."""
        self._session.clock.restart()
        self._restart_intervals()
        while True:
            try:
                while self._goes_on():
                    self._together(self._iterate)
            except Diverged as trouble:
                self._roll_back(trouble)
                continue
            try:
                self._together(self._saver.finish)
            except Diverged as trouble:
                if self._session.cancel.cancelled:
                    return
                self._roll_back(trouble)
            else:
                return

    def _goes_on(self) -> bool:
        """Whether there is another iteration; where several processes train, the first one's clock counts."""
        session = self._session
        elapsed_s, stop = session.peers.agree(session.clock.elapsed_s, session.cancel.cancelled)
        session.clock.elapsed_s = elapsed_s
        if stop:
            session.cancel.cancel()
        return session.progress < 1 and not stop

    def _together(self, work: Callable[[], None]) -> None:
        """Do something; where one of several processes finds that the training diverged, all of them raise it.

        Raises:
            Diverged: one did.
        """
        trouble = ""
        try:
            work()
        except Diverged as found:
            trouble = str(found)
        if trouble := self._session.peers.any(trouble):
            raise Diverged(trouble)

    def _iterate(self) -> None:
        """One step, and what is due after it.

        Raises:
            Diverged: the step, the report or the checkpoint says so.
        """
        session = self._session
        if self._cores is not None:
            self._cores.apply()
        finite = self._reporter.add(self._step_in_memory(session.rate))
        session.iteration += 1
        if session.iteration % session.stage.renew_every == 0:
            began = time.monotonic()
            session.pool.renew()
            self._reporter.waited_s += time.monotonic() - began
        lost_s = session.clock.tick()
        if lost_s:
            session.emit(notice("suspended", seconds=lost_s))
        self._watch.after_step(finite)
        self._reporter.report_if_due()
        if self._obey() or self._saver.due:
            self._saver.save()

    def _step_in_memory(self, rate: float) -> dict[str, Tensor]:
        """One step; where the memory does not suffice, the batch goes through in smaller parts from here on.

        Raises:
            TrainingError: not even single crops fit.
        """
        stage, pool = self._session.stage, self._session.pool
        while True:
            try:
                return stage.step(self._next_batch, rate)
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
                stage.clear()
            if pool.device.type == "cuda":
                torch.cuda.empty_cache()
            if stage.parts >= stage.batch_size:
                remedy = "close other programs, or give a smaller data.crop or network.widths"
                raise TrainingError(str(pool.device), "has too little memory for a single crop", remedy)
            stage.parts = min(2 * stage.parts, stage.batch_size)
            self._session.emit(notice("in-parts", batch=stage.batch_size, parts=stage.parts))

    def _next_batch(self) -> Batch:
        began = time.monotonic()
        session = self._session
        recipe, stage, random = session.recipe, session.stage, session.random
        hq, lq, severity, *guided = session.pool.batch(stage.batch_size, recipe.data.crop, random)
        target = None
        if guided and stage.name != "teacher":
            begin, end = recipe.distill.guide_share
            share = begin + (end - begin) * min(1.0, session.progress)
            target = guided_target(hq, guided[0], severity, share, random)
        severity = hide_severity(severity, recipe.data.unknown_share, random)
        self._reporter.waited_s += time.monotonic() - began
        mine = slice(session.peers.rank, None, session.peers.count)
        return Batch(hq[mine], lq[mine], severity[mine], None if target is None else target[mine])

    def _obey(self) -> bool:
        """Do as was asked; returns whether to save now. Only the first process is asked."""
        session = self._session
        if not session.peers.first:
            return False
        words, rubbish = self._control.words()
        for text in rubbish:
            session.emit(notice("no-command", word=text[:40], known=", ".join(WORDS)))
        save = False
        for word in words:
            if word == "stop":
                session.cancel.cancel()
            elif word == "pause":
                self._pause()
            save |= word == "save"
        return save

    def _pause(self) -> None:
        """Save, then wait for "continue" (or "pause" once more, as a signal can only say one thing).

        What is wrong with that state, if anything, shows at the next validation.
        """
        session = self._session
        try:
            self._saver.save()
        except Diverged:
            session.emit(notice("paused-worse"))
        session.emit(Paused(stage=session.stage.name, iteration=session.iteration))
        while not session.cancel.cancelled:
            words, _ = self._control.words()
            if "stop" in words:
                session.cancel.cancel()
            if "continue" in words or "pause" in words:
                break
            time.sleep(PAUSE_LOOK_S)
        session.clock.restart()
        if not session.cancel.cancelled:
            session.emit(Continued(stage=session.stage.name, iteration=session.iteration))

    def _roll_back(self, trouble: Diverged) -> None:
        """Go on from the last good checkpoint, as if from a new start."""
        self._recovery.roll_back(trouble)
        self._watch.restart()
        self._restart_intervals()

    def _restart_intervals(self) -> None:
        self._reporter.restart()
        self._saver.restart()
