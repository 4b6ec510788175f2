"""What the program remembers between starts: preferences, presets, recent files. One JSON file, with a version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from rsd_app.core.decode import Fields
from rsd_app.core.image_io.color.choices import KINDS, Kind
from rsd_app.gui.document.choices import Choices
from rsd_app.gui.look.theme import Scheme
from rsd_app.gui.state.json_file import Migration, read_json, set_aside, write_json

VERSION = 2
RECENT = 12
APP = "rsd-studio"


def _from_unversioned(data: dict[str, Any]) -> dict[str, Any]:
    """Files written before there was a version called the colour scheme "theme"."""
    return {"scheme" if name == "theme" else name: value for name, value in data.items()}


def _without_kinds(data: dict[str, Any]) -> dict[str, Any]:
    """Before the second version a model was chosen for photos of every kind."""
    return {**data, "kind_models": {}}


MIGRATIONS: Mapping[int, Migration] = {0: _from_unversioned, 1: _without_kinds}


def settings_file() -> Path:
    """File of the preferences."""
    return Path(platformdirs.user_config_dir(APP)) / "settings.json"


@dataclass
class Preferences:
    """All of it; unknown or odd values are as by default."""

    scheme: Scheme = "system"
    language: str = ""  # of the interface, as "pt" or "zh_CN"; empty: the system's
    choices: Choices = field(default_factory=Choices)  # for all photos, as last used
    kind_models: dict[Kind, str] = field(default_factory=dict)  # that are the default for photos of a kind
    presets: dict[str, Choices] = field(default_factory=dict)
    recent: list[str] = field(default_factory=list)  # paths, newest first
    left_out: list[str] = field(default_factory=list, compare=False)  # sentences: what was not understood

    @classmethod
    def load(cls) -> Preferences:
        """From the file, or by default."""
        problems: list[str] = []
        made = cls()
        data = read_json(settings_file(), VERSION, MIGRATIONS, made.left_out)
        found = Fields(data, problems)
        made.scheme = found.get("scheme", Scheme, made.scheme)
        made.language = found.get("language", str, "")
        if "choices" in data:
            made.choices = Choices.from_json(data["choices"], problems, "choices")
        models = Fields(data.get("kind_models", {}), problems, "kind_models")
        chosen = {kind: models.get(kind, str, "") for kind in KINDS}
        made.kind_models = {kind: name for kind, name in chosen.items() if name}
        for name, choices in found.get("presets", dict[str, Any], {}).items():
            if isinstance(choices, dict):
                made.presets[name] = Choices.from_json(choices, problems, f"presets.{name}")
            else:
                problems.append(f"presets.{name} is {choices!a}, not an object")
        recent = Fields(dict(enumerate(found.get("recent", list[Any], []))), problems, "recent")
        made.recent = recent.all(str)[:RECENT]
        if problems:
            set_aside(settings_file(), problems, made.left_out)
        return made

    def as_json(self) -> dict[str, Any]:
        """Plain values for JSON; `load` reads them."""
        return {
            "version": VERSION,
            "scheme": self.scheme,
            "language": self.language,
            "choices": self.choices.as_json(),
            "kind_models": dict(self.kind_models),
            "presets": {name: choices.as_json() for name, choices in self.presets.items()},
            "recent": list(self.recent),
        }

    def save(self) -> None:
        """Write the file."""
        write_json(settings_file(), self.as_json(), indent=1)

    def remember(self, paths: list[Path]) -> None:
        """Photos that were opened become the newest of the recent ones."""
        newest = [str(path) for path in paths[:RECENT]]
        self.recent = [*newest, *(path for path in self.recent if path not in newest)][:RECENT]
