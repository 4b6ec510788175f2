"""Installed models: those that came with the program, and the user's."""

from __future__ import annotations

import difflib
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import platformdirs

from rsd_app.core.errors import ModelError, RsdError
from rsd_app.core.model_file import ModelHeader, read_header
from rsd_app.core.resources import resource_path

log = logging.getLogger(__name__)

SUFFIX = ".safetensors"


@dataclass(frozen=True)
class InstalledModel:
    """One file of the library; a damaged one has an error instead of a header."""

    name: str
    path: Path
    origin: Literal["bundled", "user"]
    header: ModelHeader | None
    error: str | None


def user_models_dir() -> Path:
    """Where imported and trained models are; RSD_MODELS overrides."""
    return Path(os.environ.get("RSD_MODELS") or Path(platformdirs.user_data_dir("rsd-studio")) / "models")


def list_models() -> list[InstalledModel]:
    """All models, bundled ones first, by name; a damaged file is among them, with its error."""
    found: list[InstalledModel] = []
    for origin, folder in _places():
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            if path.name.startswith("."):
                continue
            try:
                found.append(InstalledModel(path.stem, path, origin, read_header(path), None))
            except ModelError as error:
                found.append(InstalledModel(path.stem, path, origin, None, str(error)))
    return found


def find_model(name_or_path: str) -> Path:
    """The file of an installed model by its name, or a path that is a file; of two with one name the user's.

    Raises:
        ModelError: there is none; close names are told.
    """
    # A name comes first, and may have a dot in it ("restore-1.5") that looks like a suffix.
    models = {path.stem: path for _, folder in _places() for path in folder.glob(f"*{SUFFIX}")}
    if name_or_path in models:
        return models[name_or_path]
    as_path = Path(name_or_path).expanduser()
    if as_path.is_file():
        return as_path
    if as_path.suffix == SUFFIX or len(as_path.parts) != 1:
        problem = "is a folder, not a model file" if as_path.is_dir() else "there is no such model file"
        raise ModelError(name_or_path, problem, "`rsd models list` shows what is installed")
    by_folded = {name.casefold(): name for name in models}
    near = difflib.get_close_matches(name_or_path.casefold(), by_folded, n=3)
    hint = f"did you mean {' or '.join(by_folded[name] for name in near)}? " if near else ""
    raise ModelError(f"model {name_or_path}", "is not installed", f"{hint}`rsd models list` shows what is")


def _places() -> list[tuple[Literal["bundled", "user"], Path]]:
    places: list[tuple[Literal["bundled", "user"], Path]] = [("user", user_models_dir())]
    try:
        places.insert(0, ("bundled", resource_path("models")))
    except RsdError as error:  # a checkout without them
        log.warning("%s", error)
    return places
