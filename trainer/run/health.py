"""Whether a training is still healthy: numbers that are not finite, losses that run away, results that get worse."""

from __future__ import annotations

import math
import statistics
from collections import defaultdict, deque
from collections.abc import Mapping

SKIPPED_IN_A_ROW = 10  # steps without a finite gradient
# How many times its usual value a training figure may reach. A loss on images never moves that far; that of the
# fake network may grow while it learns a student that changes.
RUNAWAY = {"loss": 10.0, "l1": 3.0, "lpips": 3.0, "fake_loss": 50.0}
REMEMBERED = 50  # reports
LEAST_REPORTS = 15  # before a median says what is usual: a report of a slow machine may hold few samples
# How many times the best a held-out figure may be: of these, lower is better.
HELD_OUT = {"z0_error": 3.0, "lpips": 1.6}
# Held-out colours may be so many times as far off as at their best, and so many of 255 levels more.
DRIFT, DRIFT_LEVELS = 3.0, 6.0


class Diverged(Exception):
    """The training has left its way; says how, in words."""


class HealthWatch:
    """Raises `Diverged` where something is wrong."""

    def __init__(self) -> None:
        self._skipped = 0
        self._usual: dict[str, deque[float]] = defaultdict(lambda: deque(maxlen=REMEMBERED))
        self._best: dict[str, float] = {}

    def after_step(self, finite: bool) -> None:
        """Note whether a step's figures were finite.

        Raises:
            Diverged: many in a row were not.
        """
        self._skipped = 0 if finite else self._skipped + 1
        if self._skipped >= SKIPPED_IN_A_ROW:
            raise Diverged(f"{self._skipped} steps in a row gave no finite gradient")

    def after_report(self, figures: Mapping[str, float]) -> None:
        """Note the averages of a reporting interval.

        Raises:
            Diverged: one is not finite, or has run away.
        """
        for name, factor in RUNAWAY.items():
            value, usual = figures.get(name), self._usual[name]
            if value is None:
                continue
            if not math.isfinite(value):
                raise Diverged(f"{name} is not a finite number")
            if len(usual) >= LEAST_REPORTS:
                # Three reports, for a single one may hold few samples.
                recent, median = statistics.fmean([*list(usual)[-2:], value]), statistics.median(usual)
                if recent > factor * median > 0:
                    raise Diverged(f"{name} rose to {recent:.3g}, {recent / median:.0f} times its usual value")
            usual.append(value)

    def restart(self) -> None:
        """Forget the training figures after a rollback; the best held-out ones stay."""
        self._skipped = 0
        self._usual.clear()

    def after_validation(self, figures: Mapping[str, float], stage: str) -> None:
        """Note the figures on held-out crops.

        Raises:
            Diverged: they are much worse than they were.
        """
        name = main_figure(stage)
        value, best = figures.get(name), self._best.get(name)
        if value is None:
            return
        if not math.isfinite(value):
            raise Diverged(f"held-out {name} is not a finite number")
        if best is not None and value > HELD_OUT[name] * best:
            raise Diverged(f"held-out {name} rose to {value:.3g}, its best was {best:.3g}")
        self._best[name] = value if best is None else min(best, value)
        self._check_drift(figures.get("colour"))

    def _check_drift(self, color: float | None) -> None:
        """Hold that the colours do not run away, which the other figures hardly see."""
        if color is None:
            return
        best = self._best.get("colour", color)
        if not color <= DRIFT * best + DRIFT_LEVELS:
            raise Diverged(f"held-out colours are {color:.1f} of 255 off, at their best they were {best:.1f}")
        self._best["colour"] = min(best, color)


def main_figure(stage: str) -> str:
    """The held-out figure that says which checkpoint of a stage is best; lower is better."""
    return "z0_error" if stage == "teacher" else "lpips"
