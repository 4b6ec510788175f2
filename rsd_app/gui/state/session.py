"""The queue and the view, kept so that a crash or a restart loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from rsd_app.core.decode import Fields
from rsd_app.core.errors import ConfigError
from rsd_app.engine.settings.regions import regions_from
from rsd_app.gui.document.choices import Choices
from rsd_app.gui.document.photo import Photo, State
from rsd_app.gui.state.json_file import Migration, read_json, set_aside, write_json

VERSION = 1
VIEW = {"mode": str, "divider": float, "fits": bool, "zoom": float, "centre": tuple[float, float]}
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
    geometry: str = ""  # of the window, in base 64
    panels: bool = True  # whether strip and settings are shown
    asked: list[Photo] = field(default_factory=list)  # those of a run that goes on
    left_out: list[str] = field(default_factory=list)  # sentences: what was not understood

    @classmethod
    def load(cls) -> Session:
        """From the file; what cannot be understood is left out, and told in `left_out`."""
        problems: list[str] = []
        made = cls()
        found = Fields(read_json(session_file(), VERSION, MIGRATIONS, made.left_out), problems)
        for number, entry in enumerate(found.get("photos", list[Any], [])):
            values = Fields(entry, problems, f"photos[{number}]")
            photo = _photo(values)
            if photo is not None:
                made.photos.append(photo)
                if values.get("asked", bool, False):
                    made.asked.append(photo)
        made.current = found.get("current", int, 0)
        view = Fields(found.get("view", dict[str, Any], {}), problems, "view")
        made.view = {name: view.get(name, kind, None) for name, kind in VIEW.items() if name in view}
        made.view = {name: value for name, value in made.view.items() if value is not None}
        window = Fields(found.get("window", dict[str, Any], {}), problems, "window")
        made.geometry, made.panels = window.get("geometry", str, ""), window.get("panels", bool, True)
        if problems:
            set_aside(session_file(), problems, made.left_out)
        return made

    def as_json(self) -> dict[str, Any]:
        """As `load` takes it: plain values that a thread can write while the photos change."""
        asked = {photo.key for photo in self.asked}
        return {
            "version": VERSION,
            "photos": [_entry(photo, asked=photo.key in asked) for photo in self.photos],
            "current": self.current,
            "view": self.view,
            "window": {"geometry": self.geometry, "panels": self.panels},
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


def _photo(values: Fields) -> Photo | None:
    path = values.get("path", Path, None)
    if path is None:
        if "path" not in values:
            values.problems.append(f"{values.place('path')} is missing")
        return None
    photo = Photo(path)
    result = values.get("result", Path | None, None)
    if result is not None and result.is_file():
        photo.result = result
    found = values.get("state", State, State.WAITING)
    photo.then = State.WAITING if found is State.READING or (found is State.DONE and photo.result is None) else found
    if found is State.STOPPED:
        photo.progress = min(1.0, max(0.0, values.get("progress", float, 0.0)))
    if found is State.FAILED:
        photo.error = values.get("error", str, "")
    if photo.result is not None:
        photo.made_with = _choices(values, "made_with")
    try:
        photo.regions = regions_from(values.get("regions", list[Any], []))
    except ConfigError as error:  # damaged, or painted by a later version
        values.problems.append(f"{values.place('regions')}: {error}")
    photo.own = _choices(values, "own")
    return photo


def _choices(values: Fields, name: str) -> Choices | None:
    found = values.get(name, dict[str, Any] | None, None)
    return None if found is None else Choices.from_json(found, values.problems, values.place(name))
