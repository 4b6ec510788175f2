"""What a job says while it works and when it ends: the same for window, command line and journal."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Started:
    """Work on a picture begins; sizes are known, nothing is computed yet."""

    source: Path
    destination: Path
    width: int  # of the source, upright, in pixels
    height: int
    out_width: int
    out_height: int
    device: str  # in words, for a status bar: "CPU, 2 threads, bf16"


@dataclass(frozen=True, kw_only=True)
class Advanced:
    """Part of a picture is done. Throttled to a few a second."""

    source: Path
    fraction: float  # of the whole picture, 0 to 1
    remaining_s: float | None  # None while unknown
    mp_s: float | None  # megapixels of the result a second
    rows: int = 0  # of the canvas that are finished and can be read, from the top


@dataclass(frozen=True, kw_only=True)
class Done:
    """A picture is finished: its result is in place."""

    source: Path
    destination: Path
    seconds: float
    megapixels: float  # of the result
    notices: tuple[str, ...] = ()  # what a user should know though nothing failed
    trust: str = ""  # what its map of trust says in short; empty where none was made
    check: str = ""  # the same of its back-check


@dataclass(frozen=True, kw_only=True)
class Stopped:
    """Cancelled. What was computed stays in the canvas, if the job keeps one."""

    source: Path
    resumable: bool


@dataclass(frozen=True, kw_only=True)
class Failed:
    """Nothing was written for this picture; the others continue."""

    source: Path
    error: str  # one line: object, value, remedy
    details: str = ""  # for "copy details"


@dataclass(frozen=True, kw_only=True)
class Skipped:
    """Left alone as asked: its result is there, it is too small or large, another machine works on it."""

    source: Path
    destination: Path | None
    reason: str


Outcome = Done | Stopped | Failed
BatchOutcome = Outcome | Skipped
Event = Started | Advanced | BatchOutcome


def as_json_object(event: Event) -> dict[str, Any]:
    """The event as a flat dict that json.dumps takes: its fields and `event`, its name in lower case."""
    fields = {
        name: str(value) if isinstance(value, Path) else value for name, value in dataclasses.asdict(event).items()
    }
    return {"event": type(event).__name__.lower(), **fields}
