"""A photo of the queue."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from PySide6.QtGui import QImage

from rsd_app.core.image_io.color.choices import Kind
from rsd_app.engine.settings.regions import Region
from rsd_app.gui.document.choices import Choices

_keys = itertools.count(1)


class State(Enum):
    """Where a photo is on its way."""

    READING = "reading"  # it is not known yet whether it can be read
    WAITING = "waiting"
    RUNNING = "running"
    STOPPED = "stopped"  # what was computed is kept, and a start continues it
    DONE = "done"
    FAILED = "failed"


@dataclass(eq=False)
class Photo:
    """One entry; the same file may be there twice, with different settings."""

    path: Path
    state: State = State.READING
    then: State = State.WAITING  # once it has been read; another after a restart
    width: int = 0  # upright, in pixels; 0 while it is not known
    height: int = 0
    same_as: str = "png"  # the format of a result that is to be as the photo
    kind: Kind | None = None  # None while it is not known
    thumbnail: QImage | None = None
    progress: float = 0.0
    own: Choices | None = None  # settings of this photo alone
    regions: tuple[Region, ...] = ()  # what was painted on it
    guarded: tuple[Region, ...] | None = None  # its faces and text; None while they have not been looked for
    result: Path | None = None
    made_with: Choices | None = None  # the settings of the result
    error: str = ""
    details: str = ""
    key: int = field(default_factory=lambda: next(_keys))

    @property
    def megapixels(self) -> float:
        return self.width * self.height / 1e6
