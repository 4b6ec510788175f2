"""What the events of a training add up to: how far it is, its curves, what a person should know. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from trainer.events import (
    Continued,
    Inspected,
    Noticed,
    Paused,
    Referred,
    RolledBack,
    RunEnded,
    Sampled,
    Saved,
    StageEnded,
    StageStarted,
    Trained,
    TrainingEvent,
    Validated,
)

Trend = Literal["", "improving", "level", "worse"]
LEVEL = 0.004  # of the figure: less gain than that over the last third counts as none
NOTICES = 50

Points = list[tuple[int, float]]  # iteration, value


@dataclass
class Progress:
    """Changed by `take`, event by event; the same events give the same state whenever a window looks."""

    inspected: tuple[int, int] | None = None  # photos looked at, before the training
    stage: str = ""  # teacher or distill
    iteration: int = 0
    elapsed_s: float = 0.0
    remaining_s: float | None = None  # of the run
    stage_remaining_s: float | None = None
    samples_s: float = 0.0
    paused: bool = False
    saved: int | None = None  # iteration of the newest checkpoint
    sampled: int = 0  # how often samples were drawn
    ended: RunEnded | None = None
    reference: Referred | None = None  # of a run from nothing: a finished model to hold it against
    notices: list[Noticed | RolledBack] = field(default_factory=list)
    held_out: dict[str, dict[str, Points]] = field(default_factory=dict)  # stage -> figure -> points
    trained: dict[str, dict[str, Points]] = field(default_factory=dict)

    def take(self, event: TrainingEvent) -> None:
        """Take one more event into account."""
        if not isinstance(event, Noticed | Saved | Sampled | StageEnded | RunEnded):
            self.ended = None  # it continues
        if isinstance(event, Inspected):
            self.inspected = event.done, event.total
        elif isinstance(event, StageStarted):
            self.stage, self.iteration, self.paused = event.stage, event.iteration, False
            self._forget_after(event.stage, event.iteration)
        elif isinstance(event, Trained):
            self._trained(event)
        elif isinstance(event, Validated | Referred):
            self._measured(event)
        elif isinstance(event, Saved):
            self.saved = event.iteration
        elif isinstance(event, Sampled):
            self.sampled += 1
        elif isinstance(event, Paused | Continued):
            self.paused = isinstance(event, Paused)
        elif isinstance(event, RolledBack):
            self._forget_after(event.stage, event.iteration)
            self._notice(event)
        elif isinstance(event, Noticed):
            self._notice(event)
        elif isinstance(event, RunEnded):
            self.ended, self.paused = event, False

    @property
    def share(self) -> float | None:
        """Of the present stage, 0 to 1; None while unknown."""
        if self.ended is not None and self.ended.finished:
            return 1.0
        if self.stage_remaining_s is None:
            return None
        return self.elapsed_s / max(1e-9, self.elapsed_s + self.stage_remaining_s)

    @property
    def start(self) -> dict[str, float]:
        """Held-out figures of the student at the start: of the model it began from, where it began from one."""
        curves = self.held_out.get("distill", {})
        return {name: points[0][1] for name, points in curves.items() if points and points[0][0] == 0}

    @property
    def against(self) -> dict[str, float]:
        """Held-out figures of the model that the student is held against: that it began from, or a finished one."""
        return self.start if self.reference is None else self.reference.figures

    @property
    def trend(self) -> Trend:
        """Whether more time still pays, by held-out LPIPS of the student; empty while it is too early to say."""
        points = self.held_out.get("distill", {}).get("lpips", [])
        if len(points) < 4:
            return ""
        values = [value for _, value in points]
        third = max(2, len(values) // 3)
        before, lately = min(values[:-third]), min(values[-third:])
        if lately > values[0]:
            return "worse"
        return "improving" if lately < before * (1 - LEVEL) else "level"

    def _trained(self, event: Trained) -> None:
        self.stage, self.iteration, self.elapsed_s = event.stage, event.iteration, event.elapsed_s
        self.stage_remaining_s, self.samples_s = event.remaining_s, event.samples_s
        self.remaining_s = event.run_remaining_s if event.run_remaining_s is not None else event.remaining_s
        self._add(self.trained, event)

    def _measured(self, event: Validated | Referred) -> None:
        if isinstance(event, Referred):
            self.reference = event
        else:
            self._add(self.held_out, event)

    def _add(self, curves: dict[str, dict[str, Points]], event: Trained | Validated) -> None:
        of_stage = curves.setdefault(event.stage, {})
        for name, value in event.figures.items():
            points = of_stage.setdefault(name, [])
            if not points or points[-1][0] < event.iteration:
                points.append((event.iteration, value))

    def _forget_after(self, stage: str, iteration: int) -> None:
        """What a resumed or rolled back training does again."""
        for curves in (self.held_out, self.trained):
            for points in curves.get(stage, {}).values():
                while points and points[-1][0] > iteration:
                    points.pop()

    def _notice(self, event: Noticed | RolledBack) -> None:
        if event not in self.notices:
            self.notices = [*self.notices, event][-NOTICES:]
