"""What a training says while it runs: frozen, one JSON object per line, without torch."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from typing import Any, get_args


@dataclass(frozen=True, kw_only=True)
class Inspected:
    """So many photos have been looked at before the training."""

    done: int
    total: int


@dataclass(frozen=True, kw_only=True)
class StageStarted:
    """A stage starts or continues."""

    stage: str
    iteration: int
    samples_held_out: int


@dataclass(frozen=True, kw_only=True)
class Trained:
    """Figures since the last such event."""

    stage: str
    iteration: int
    elapsed_s: float  # of this stage, over all its sessions
    remaining_s: float | None  # of this stage, saving and validating included
    samples_s: float
    data_wait: float  # share of the time that went into batches and pool
    figures: dict[str, float] = field(default_factory=dict)
    run_remaining_s: float | None = None  # of the whole run; None while unknown
    rate: float = 1.0  # scale of the learning rates


@dataclass(frozen=True, kw_only=True)
class Validated:
    """Figures on the held-out crops."""

    stage: str
    iteration: int
    elapsed_s: float
    figures: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Referred:
    """Figures of a finished model on the same held-out crops."""

    name: str
    figures: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A checkpoint was saved."""

    stage: str
    iteration: int
    path: str


@dataclass(frozen=True, kw_only=True)
class Sampled:
    """The sheet of sample strips is new."""

    stage: str
    iteration: int
    path: str


@dataclass(frozen=True, kw_only=True)
class Paused:
    """The training waits, saved, until it is continued."""

    stage: str
    iteration: int


@dataclass(frozen=True, kw_only=True)
class Continued:
    """A pause has ended."""

    stage: str
    iteration: int


@dataclass(frozen=True, kw_only=True)
class RolledBack:
    """The training went wrong and continues from an earlier checkpoint with a smaller rate."""

    stage: str
    iteration: int  # where it continues
    from_iteration: int
    reason: str
    rate_factor: float  # of all learning rates from here on


@dataclass(frozen=True, kw_only=True)
class Noticed:
    """Something that a user should know although the training continues."""

    text: str
    code: str = ""  # which of the sentences of `trainer/notices.py` it is
    values: dict[str, str | float] = field(default_factory=dict)  # what that is filled in with


@dataclass(frozen=True, kw_only=True)
class StageEnded:
    """A stage is complete ("finished") or was stopped and can be resumed ("stopped")."""

    stage: str
    iteration: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class RunEnded:
    """The trainer leaves the run directory; without this event it was killed, and can be resumed."""

    finished: bool  # False: stopped before the end
    reason: str  # one line for a person


TrainingEvent = (
    Inspected
    | StageStarted
    | Trained
    | Validated
    | Referred
    | Saved
    | Sampled
    | Paused
    | Continued
    | RolledBack
    | Noticed
    | StageEnded
    | RunEnded
)
_KINDS: dict[str, type[TrainingEvent]] = {kind.__name__.lower(): kind for kind in get_args(TrainingEvent)}


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
