"""The queue and the view, kept so that a crash or a restart loses nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from rsd_app.core.errors import ConfigError
from rsd_app.engine.settings.regions import regions_from
from rsd_app.gui.document.choices import Choices
from rsd_app.gui.document.photo import Photo, State
from rsd_app.gui.state.json_file import Migration, read_json, write_json

VERSION = 1
MIGRATIONS: Mapping[int, Migration] = {0: dict}  # there was none before the first


def session_file() -> Path:
    """File of the session."""
    return Path(platformdirs.user_state_dir("rsd-studio")) / "session.json"


@dataclass
class Session:
    """What is there again after a start."""

    photos: list[Photo] = field(default_factory=list)
    current: int = 0  # row
    view: dict[str, Any] = field(default_factory=dict)  # of the picture: zoom, divider, mode
    window: dict[str, Any] = field(default_factory=dict)  # geometry, unfolded parts
    asked: list[Photo] = field(default_factory=list)  # those of the current run

    @classmethod
    def load(cls) -> Session:
        """From the file; what cannot be understood is left out."""
        data = read_json(session_file(), VERSION, MIGRATIONS)
        made = cls()
        entries = data.get("photos")
        if isinstance(entries, list):
            for entry in entries:
                photo = _photo(entry)
                if photo is not None:
                    made.photos.append(photo)
                    if entry.get("asked") is True:
                        made.asked.append(photo)
        if isinstance(data.get("current"), int):
            made.current = data["current"]
        for name in ("view", "window"):
            if isinstance(data.get(name), dict):
                setattr(made, name, data[name])
        return made

    def as_json(self) -> dict[str, Any]:
        """As `load` takes it: plain values that a thread can write while the photos change."""
        asked = {photo.key for photo in self.asked}
        return {
            "version": VERSION,
            "photos": [_entry(photo, asked=photo.key in asked) for photo in self.photos],
            "current": self.current,
            "view": self.view,
            "window": self.window,
        }

    def save(self) -> None:
        """Write the file."""
        write_json(session_file(), self.as_json())


def _entry(photo: Photo, *, asked: bool) -> dict[str, Any]:
    state = photo.then if photo.state is State.READING else photo.state
    return {
        "path": str(photo.path),
        # What runs now has stopped by the time this is read.
        "state": (State.STOPPED if state is State.RUNNING else state).value,
        "result": None if photo.result is None else str(photo.result),
        "progress": photo.progress,
        "error": photo.error,
        "made_with": None if photo.made_with is None else photo.made_with.as_json(),
        "own": None if photo.own is None else photo.own.as_json(),
        "regions": [region.as_json() for region in photo.regions],
        "asked": asked,
    }


def _photo(entry: object) -> Photo | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("path"), str):
        return None
    photo = Photo(Path(entry["path"]))
    if isinstance(entry.get("result"), str) and Path(entry["result"]).is_file():
        photo.result = Path(entry["result"])
    states: Sequence[State] = (State.WAITING, State.STOPPED, State.DONE, State.FAILED)
    found = next((state for state in states if state.value == entry.get("state")), State.WAITING)
    photo.then = State.WAITING if found is State.DONE and photo.result is None else found
    if found is State.STOPPED and isinstance(entry.get("progress"), float):
        photo.progress = min(1.0, max(0.0, entry["progress"]))
    if found is State.FAILED and isinstance(entry.get("error"), str):
        photo.error = entry["error"]
    if photo.result is not None and isinstance(entry.get("made_with"), dict):
        photo.made_with = Choices.from_json(entry["made_with"])
    with suppress(ConfigError):  # painted by a later version
        photo.regions = regions_from(entry.get("regions", ()))
    if isinstance(entry.get("own"), dict):
        photo.own = Choices.from_json(entry["own"])
    return photo
