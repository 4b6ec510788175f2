"""What the window knows of models: gathered on a thread of its own, handed over as plain values."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rsd_app.core.errors import RsdError
from rsd_app.gui.settings.model_box import ModelChoice
from rsd_app.gui.threads.quiet_import import import_torch

if TYPE_CHECKING:
    from rsd_app.core.files.model_file import ModelHeader
    from rsd_app.engine.library.importing import FoundFile
    from rsd_app.engine.library.installed import InstalledModel

MODEL_SUFFIXES = frozenset({".pth", ".pt", ".ckpt", ".safetensors"})
TRAINED_SCALE = 4  # of the trainer's recipes

Place = Literal["bundled", "own", "imported"]


@dataclass(frozen=True)
class ShelfModel:
    """An installed model; a damaged one has an error instead of a header."""

    name: str
    place: Place
    path: Path
    size_bytes: int
    header: ModelHeader | None
    card: str
    error: str

    @property
    def usable(self) -> bool:
        """Whether photos can be enlarged with it."""
        return self.header is not None and self.header.enlarges

    @property
    def can_learn(self) -> bool:
        """Whether a training can begin from it."""
        h = self.header
        return (
            h is not None
            and h.traits.taught_in_window
            and (h.role, h.scale) == ("student", TRAINED_SCALE)
            and h.severity
        )


@dataclass(frozen=True)
class Shelf:
    """All installed models, and the room they take."""

    models: tuple[ShelfModel, ...]
    shared_bytes: int  # of autoencoders, each of which is there once
    free_bytes: int  # on the disk of the library

    @property
    def used_bytes(self) -> int:
        """Of all that did not come with the program."""
        return self.shared_bytes + sum(model.size_bytes for model in self.models if model.place != "bundled")

    def choices(self) -> list[ModelChoice]:
        """The models that the settings offer."""
        return [as_choice(model.name, model.header) for model in self.models if model.usable and model.header]


@dataclass(frozen=True)
class GivenFile:
    """A file that the user gave, looked at; what is wrong with it, if anything."""

    path: Path
    size_bytes: int
    found: FoundFile | None
    error: str
    name: str  # for the library: free, and a file's on every system
    needs_autoencoder: bool  # and none that fits is stored
    taken: frozenset[str]  # names of the library


def as_choice(name: str, header: ModelHeader) -> ModelChoice:
    """How a model appears among the settings: with the licence of what does not come from here."""
    line = header.description or header.name
    if header.traits.of_others:
        line = f"{line} ({header.licence})"
    return ModelChoice(name, line, header.scale, header.severity, realism=header.realism)


def read_shelf() -> Shelf:
    """What is installed; on a worker's thread."""
    import_torch()
    from rsd_app.engine.library.installed import (
        discard_forgotten,
        list_autoencoders,
        list_models,
        user_models_dir,
    )

    discard_forgotten()
    models = tuple(map(_on_shelf, list_models()))
    folder = next(f for f in (user_models_dir(), *user_models_dir().absolute().parents) if f.is_dir())
    return Shelf(models, sum(one.size_bytes for one in list_autoencoders()), shutil.disk_usage(folder).free)


def look_at(paths: Sequence[Path]) -> list[GivenFile]:
    """What files hold that may be models; on a worker's thread."""
    import_torch()
    from rsd_app.engine.library.installed import list_models

    taken = {model.name for model in list_models()}
    given = []
    for path in paths:
        given.append(_look_at(path, frozenset(taken)))
        taken.add(given[-1].name)
    return given


def _look_at(path: Path, taken: frozenset[str]) -> GivenFile:
    from rsd_app.engine.library.importing import fitting_autoencoders, inspect_file, safe_name

    try:
        size = path.stat().st_size
        found = inspect_file(path)
        networks = [network for network in found.networks if network.kind == "network"]
        has_own = len(found.networks) > len(networks)
        missing = bool(networks) and not has_own and not fitting_autoencoders(networks[0])
    except (RsdError, OSError) as error:
        return GivenFile(path, 0, None, str(error), "", needs_autoencoder=False, taken=taken)
    name = _free_name(safe_name(path.stem), taken) if found.holds_model else ""
    return GivenFile(path, size, found, "", name, needs_autoencoder=missing, taken=taken)


def _free_name(wanted: str, taken: frozenset[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _on_shelf(model: InstalledModel) -> ShelfModel:
    from rsd_app.engine.library.installed import card_text

    place: Place = "bundled"
    if model.origin == "user":  # what was trained says so; published files cannot
        place = "own" if model.header is not None and model.header.training is not None else "imported"
    return ShelfModel(
        model.name, place, model.path, model.size_bytes, model.header, card_text(model), model.error or ""
    )
