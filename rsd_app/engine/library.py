"""Installed models: those that came with the program, and the user's."""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import platformdirs

from rsd_app.core.errors import ModelError
from rsd_app.core.model_file import ModelHeader, read_header
from rsd_app.core.resources import resource_path

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
    """All models, bundled ones first, by name."""
    found: list[InstalledModel] = []
    places: list[tuple[Literal["bundled", "user"], Path]] = [
        ("bundled", resource_path("models")),
        ("user", user_models_dir()),
    ]
    for origin, folder in places:
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            try:
                found.append(InstalledModel(path.stem, path, origin, read_header(path), None))
            except ModelError as error:
                found.append(InstalledModel(path.stem, path, origin, None, str(error)))
    return found


def find_model(name_or_path: str) -> Path:
    """The file of an installed model, or of a path.

    Raises:
        ModelError: neither; close names are told.
    """
    as_path = Path(name_or_path)
    if as_path.suffix or len(as_path.parts) > 1:
        if as_path.is_file():
            return as_path
        raise ModelError(as_path, "there is no such model file", "`rsd models list` shows what is installed")
    models = {model.name: model.path for model in list_models()}
    if name_or_path in models:
        return models[name_or_path]
    near = difflib.get_close_matches(name_or_path, models, n=1)
    hint = f"did you mean {near[0]}? " if near else ""
    raise ModelError(f"model {name_or_path}", "is not installed", f"{hint}`rsd models list` shows what is")
