"""What a training says while it runs: frozen, one JSON object a line, without torch."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True)
class StageStarted:
    """A stage begins or goes on."""

    stage: str
    iteration: int
    samples_held_out: int


@dataclass(frozen=True, kw_only=True)
class Trained:
    """Figures since the last such event."""

    stage: str
    iteration: int
    elapsed_s: float  # of this stage, over all its sessions
    remaining_s: float | None  # of this stage
    samples_s: float
    data_wait: float  # share of the time that went into batches and pool
    figures: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Validated:
    """Figures on the held-out crops."""

    stage: str
    iteration: int
    elapsed_s: float
    figures: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A checkpoint is in place."""

    stage: str
    iteration: int
    path: str


@dataclass(frozen=True, kw_only=True)
class Noticed:
    """Something that a user should know though the training goes on."""

    text: str


@dataclass(frozen=True, kw_only=True)
class StageEnded:
    """A stage is complete ("finished") or was stopped and can be resumed ("stopped")."""

    stage: str
    iteration: int
    reason: str


TrainingEvent = StageStarted | Trained | Validated | Saved | Noticed | StageEnded
_KINDS: dict[str, type[TrainingEvent]] = {
    kind.__name__.lower(): kind for kind in (StageStarted, Trained, Validated, Saved, Noticed, StageEnded)
}


def to_line(event: TrainingEvent) -> str:
    """One line of JSON, without the line end."""
    return json.dumps({"event": type(event).__name__.lower(), **dataclasses.asdict(event)})


def from_line(line: str) -> TrainingEvent:
    """The reverse of `to_line`.

    Raises:
        ValueError: not an event.
    """
    values: dict[str, Any] = json.loads(line)
    try:
        return _KINDS[values.pop("event")](**values)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a training event: {line[:200]}") from error
