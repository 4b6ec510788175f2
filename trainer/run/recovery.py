"""Back to a checkpoint: when a run goes on, and when it has diverged."""

from __future__ import annotations

from rsd_app.core.errors import TrainingError
from trainer.events import RolledBack
from trainer.notices import notice
from trainer.optim.states import State
from trainer.run.health import Diverged
from trainer.run.metrics_table import MetricsTable
from trainer.run.saver import Saver
from trainer.run.session import Session
from trainer.sheets.strips import Strips

ROLLBACK_RATE = 0.5
MOST_ROLLBACKS = 5  # in one session


class Recovery:
    """Loads checkpoints into a session; all processes do it together."""

    def __init__(self, session: Session, saver: Saver, table: MetricsTable, strips: Strips) -> None:
        self._session, self._saver, self._table, self._strips = session, saver, table, strips
        self._rollbacks = 0
        self.renewals = 0  # of the pool that the checkpoint has seen

    def restore(self) -> bool:
        """Load the newest checkpoint; False if there is none.

        Raises:
            TrainingError: none can be read.
        """
        session, found = self._session, self._newest()
        if found is None:
            session.stage.scatter(session.peers.rank)
            return False
        state, damaged = found
        if damaged:
            session.emit(notice("damaged", text=damaged))
        self._load(state)
        session.clock.elapsed_s = state["elapsed_s"]
        session.rate_factor = state.get("rate_factor", 1.0)
        return True

    def roll_back(self, trouble: Diverged) -> None:
        """Go on from the last good checkpoint with half the rate.

        Raises:
            TrainingError: that was done often enough.
        """
        session = self._session
        self._rollbacks += 1
        where = f"{session.stage.name} stage, iteration {session.iteration}"
        if self._rollbacks > MOST_ROLLBACKS:
            remedy = "give lower learning rates (--set) or look for broken photos (rsd train check)"
            raise TrainingError(
                where, f"{trouble}; the learning rate was halved {MOST_ROLLBACKS} times without recovery", remedy
            )
        found = self._newest()
        if found is None:
            raise TrainingError(where, f"{trouble}, and there is no checkpoint to go back to", "start it again")
        from_iteration = session.iteration
        factor = min(session.rate_factor, found[0].get("rate_factor", 1.0)) * ROLLBACK_RATE
        self._load(found[0])
        session.rate_factor = factor
        if session.peers.first:  # so that a kill does not undo this
            session.store.save(session.stage.name, session.iteration, self._saver.state())
        session.emit(RolledBack(
            stage=session.stage.name,
            iteration=session.iteration,
            from_iteration=from_iteration,
            reason=str(trouble),
            rate_factor=factor,
        ))  # fmt: skip
        session.clock.restart()

    def _newest(self) -> tuple[State, str] | None:
        """The newest checkpoint; the first process looks first, for it sets damaged ones aside."""
        session = self._session
        if not session.peers.first:
            session.peers.wait()
        found = session.store.newest(session.stage.name)
        if session.peers.first:
            session.peers.wait()
        session.peers.wait()  # nobody writes before all have read
        return found

    def _load(self, state: State) -> None:
        """Weights, random states and position; not the time, which is spent."""
        session = self._session
        session.stage.load_state(state["stage"])
        session.random.set_state(state["random"])
        session.iteration = state["iteration"]
        self.renewals = state["renewals"]
        session.stage.scatter(session.peers.rank)
        if not session.peers.first:
            return
        self._table.forget_after(session.stage.name, session.iteration)
        self._strips.forget_after(session.stage.name, session.iteration)
