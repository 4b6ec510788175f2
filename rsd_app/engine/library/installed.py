"""Installed models: those that came with the program, and the user's."""

from __future__ import annotations

import contextlib
import difflib
import logging
import os
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import platformdirs

from rsd_app.core.errors import ModelError, RsdError
from rsd_app.core.files.model_file import ModelHeader, model_hash, read_header
from rsd_app.core.resources import resource_path
from rsd_app.engine.library.sisters import sisters

log = logging.getLogger(__name__)

SUFFIX = ".safetensors"
BESIDE = (".md", ".samples.png")  # a model's card and its pictures
LONGEST_CARD = 100_000  # characters
FORGOTTEN_S = 24 * 3600.0


@dataclass(frozen=True)
class InstalledModel:
    """One file of the library; a damaged one has an error instead of a header."""

    name: str
    path: Path
    origin: Literal["bundled", "user"]
    header: ModelHeader | None
    error: str | None

    @property
    def size_bytes(self) -> int:
        """Of the file; 0 where it has gone meanwhile."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0


def user_models_dir() -> Path:
    """Where imported and trained models are; RSD_MODELS overrides."""
    return Path(os.environ.get("RSD_MODELS") or Path(platformdirs.user_data_dir("rsd-studio")) / "models")


def list_models() -> list[InstalledModel]:
    """All models, bundled ones first, by name; a damaged file is among them, with its error."""
    return [model for origin, folder in _places() for model in _listed(origin, folder)]


def _listed(origin: Literal["bundled", "user"], folder: Path) -> list[InstalledModel]:
    found: list[InstalledModel] = []
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
        ModelError: there is none; the message lists similar names.
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


def find_fitting(name_or_path: str, factor: float) -> Path:
    """As `find_model`; of NAME-x4 the sister NAME-x2, where one lies beside it and enlarges far enough.

    It does the same with a quarter of the work, so it has to know what the other knows: severity and realism.

    Args:
        factor: enlargement of each side that is asked for.

    Raises:
        ModelError: as find_model.
    """
    path = find_model(name_or_path)
    for name, scale in sisters(path.stem, factor).items():
        sister = path.with_name(name + SUFFIX)
        with contextlib.suppress(ModelError):  # a damaged one is passed over: the model itself serves
            if sister.is_file() and _can_stand_in(read_header(sister), scale, read_header(path)):
                return sister
    return path


def _can_stand_in(sister: ModelHeader, scale: int, header: ModelHeader) -> bool:
    same = (sister.family, sister.role, sister.severity) == (header.family, header.role, header.severity)
    return same and sister.scale == scale and sister.realism >= header.realism


def autoencoders_dir() -> Path:
    """Where the autoencoders of imported models are: each stored once, for all models that use it."""
    return user_models_dir() / "autoencoders"


def list_autoencoders() -> list[InstalledModel]:
    """The stored autoencoders; a damaged file is among them, with its error."""
    return _listed("user", autoencoders_dir())


def find_autoencoder(sha256: str) -> Path:
    """The autoencoder of this hash, as a model's header names it.

    Raises:
        ModelError: it is not there.
    """
    for path in sorted(autoencoders_dir().glob(f"*{SUFFIX}")):
        try:
            if model_hash(path) == sha256:
                return path
        except ModelError as error:
            log.warning("%s", error)
    problem = f"is not in {autoencoders_dir()}"
    raise ModelError(f"autoencoder {sha256[:12]}", problem, "`rsd models import` its file again")


@dataclass(frozen=True)
class SetAside:
    """A model that was taken out of the library, and what only it has used; gone for good once discarded.

    Attributes:
        moves: where each file was, and where it is now.
    """

    name: str
    moves: tuple[tuple[Path, Path], ...]

    @property
    def size_bytes(self) -> int:
        return sum(now.stat().st_size for _, now in self.moves if now.exists())

    def restore(self) -> None:
        """Put it back.

        Raises:
            ModelError: another model has its name meanwhile, or the disk refuses.
        """
        for before, _ in self.moves:
            if before.suffix == SUFFIX and before.exists() and before.parent == user_models_dir():
                raise ModelError(f"model {self.name}", "has a successor of the same name", "remove that one first")
        for before, now in self.moves:
            try:
                before.parent.mkdir(parents=True, exist_ok=True)
                now.replace(before)
            except OSError as error:
                raise ModelError(before, f"cannot be put back ({error.strerror})", f"it is {now}") from error
        _drop_if_empty(_aside_dir())

    def discard(self) -> None:
        """Delete the file."""
        for _, now in self.moves:
            now.unlink(missing_ok=True)
        _drop_if_empty(_aside_dir())


def set_aside(name: str) -> SetAside:
    """Take a model of the user out of the library, its card, and the autoencoder that only it has used.

    Raises:
        ModelError: there is no such model, it came with the program, or its file cannot be moved.
    """
    path = user_models_dir() / f"{name}{SUFFIX}"
    if Path(name).name != name or not path.is_file():
        if any(model.name == name for model in list_models()):
            raise ModelError(f"model {name}", "came with the program and stays")
        find_model(name)  # says which names are close
        raise ModelError(name, "is a file outside the library", "remove it yourself")
    leaving = [path, *(beside for suffix in BESIDE if (beside := path.with_suffix(suffix)).is_file())]
    try:
        used = read_header(path).autoencoder
    except ModelError:
        used = ""  # damaged: it goes alone
    others = (model.header.autoencoder for model in list_models() if model.header and model.path != path)
    if used and used not in set(others):
        with contextlib.suppress(ModelError):  # it is not there
            leaving.append(find_autoencoder(used))
    moves: list[tuple[Path, Path]] = []
    folder = _aside_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for one in leaving:
            moves.append((one, folder / f"{int(time.time())}-{secrets.token_hex(4)}-{one.name}"))
            one.replace(moves[-1][1])
    except OSError as error:
        for before, now in moves[:-1]:
            now.replace(before)
        _drop_if_empty(folder)
        raise ModelError(
            moves[-1][0] if moves else folder, f"cannot be removed ({error.strerror})", "check its permissions"
        ) from error
    _drop_if_empty(autoencoders_dir())
    return SetAside(name, tuple(moves))


def remove_model(name: str) -> list[Path]:
    """Remove a model of the user for good; see `set_aside`.

    Returns:
        The files that are gone.
    """
    aside = set_aside(name)
    aside.discard()
    return [before for before, _ in aside.moves]


def discard_forgotten() -> None:
    """Delete what was set aside and never discarded, because the program was killed."""
    for path in _aside_dir().glob("*"):
        since = path.name.partition("-")[0]
        if since.isdecimal() and time.time() - int(since) > FORGOTTEN_S:
            path.unlink(missing_ok=True)
    _drop_if_empty(_aside_dir())


def card_text(model: InstalledModel) -> str:
    """The card beside a model's file, in Markdown; empty where there is none."""
    try:
        with model.path.with_suffix(".md").open(encoding="utf-8", errors="replace") as file:
            return file.read(LONGEST_CARD)
    except OSError:
        return ""


def _aside_dir() -> Path:
    return user_models_dir() / ".removed"


def _drop_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):  # not empty, or not there
        folder.rmdir()


def _places() -> list[tuple[Literal["bundled", "user"], Path]]:
    places: list[tuple[Literal["bundled", "user"], Path]] = [("user", user_models_dir())]
    try:
        places.insert(0, ("bundled", resource_path("models")))
    except RsdError as error:  # a checkout without them
        log.warning("%s", error)
    return places
