"""What a training says of its figures, its speed and the time that is left."""

from __future__ import annotations

import time
from collections import defaultdict

import torch
from torch import Tensor

from trainer.events import Trained
from trainer.run.clock import WorkClock
from trainer.run.health import HealthWatch
from trainer.run.metrics_table import MetricsTable
from trainer.run.session import Session


class Reporter:
    """Averages the figures of the steps and reports them every few seconds.

    Args:
        savings: time spent on checkpoints in this session.
    """

    def __init__(self, session: Session, watch: HealthWatch, table: MetricsTable, savings: WorkClock) -> None:
        self._session, self._watch, self._table, self._savings = session, watch, table, savings
        self.waited_s = 0.0  # for data, since the last report
        self._began_s, self._began_iteration = 0.0, 0
        self.restart()

    def begin(self) -> None:
        """Measure the pace of this session from here."""
        self._began_s, self._began_iteration = self._session.clock.elapsed_s, self._session.iteration

    def restart(self) -> None:
        """Begin a reporting interval."""
        self._sums: dict[str, Tensor] = {}
        self._counts: dict[str, int] = defaultdict(int)
        self._restart_interval()

    def _restart_interval(self) -> None:
        self._reported = time.monotonic()
        self._since, self._since_s = self._session.iteration, self._session.clock.elapsed_s

    def add(self, figures: dict[str, Tensor]) -> bool:
        """Add a step's figures to the averages; returns whether all are finite."""
        whole = True
        for name, value in figures.items():
            # A skipped step has a norm that is not finite; it is counted, not averaged.
            if bool(torch.isfinite(value)):
                self._sums[name] = self._sums[name] + value.float() if name in self._sums else value.float()
                self._counts[name] += 1
            else:
                whole = False
        return whole

    def report_if_due(self) -> None:
        """Report the averages since the last time.

        Raises:
            Diverged: they have run away.
        """
        if time.monotonic() - self._reported < self._session.recipe.log_every_s:
            return
        figures = {name: float(total) / self._counts[name] for name, total in self._sums.items()}
        event = self._event(figures)
        self._session.emit(event)
        speed = {"rate": event.rate, "samples_s": event.samples_s, "data_wait": event.data_wait}
        if self._session.peers.first:
            self._table.add(event.stage, event.iteration, event.elapsed_s, speed | figures)
        self.waited_s = 0.0
        self.restart()
        self._watch.after_report(figures)

    def _event(self, figures: dict[str, float]) -> Trained:
        session = self._session
        seconds = max(session.clock.elapsed_s - self._since_s, 1e-9)
        pace = (session.iteration - self._since) / seconds
        remaining_s, later_s = self._remaining_s(pace), session.budget.later_s
        return Trained(
            stage=session.stage.name,
            iteration=session.iteration,
            elapsed_s=session.clock.elapsed_s,
            remaining_s=remaining_s,
            samples_s=pace * session.stage.batch_size,
            data_wait=min(1.0, self.waited_s / seconds),
            figures=figures,
            run_remaining_s=None if remaining_s is None or later_s is None else remaining_s + later_s,
            rate=session.rate,
        )

    def _remaining_s(self, recent: float) -> float | None:
        """Until the end of the stage, from the pace of this session (half of it the latest), savings included.

        Args:
            recent: iterations per second since the last report.
        """
        session = self._session
        worked_s = session.clock.elapsed_s - self._began_s
        done = session.iteration - self._began_iteration
        if worked_s <= 0 or done <= 0 or recent <= 0:
            return None
        if session.budget.seconds is None:
            pace = 0.5 * done / worked_s + 0.5 * recent
            training_s = (session.budget.iterations - session.iteration) / pace
        else:
            training_s = session.budget.seconds - session.clock.elapsed_s
        return max(0.0, training_s) * (1 + self._savings.elapsed_s / worked_s)
