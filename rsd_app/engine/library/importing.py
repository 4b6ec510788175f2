"""Files that users bring -> models of the library: networks of other programs, and models of this one."""

from __future__ import annotations

import contextlib
import logging
import re
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from rsd_app.core.atomic_write import written_beside
from rsd_app.core.errors import ConfigError, ModelError
from rsd_app.core.files.model_file import (
    METADATA_KEY,
    ModelHeader,
    ScheduleSpec,
    model_hash,
    read_header,
    read_model,
    write_model,
)
from rsd_app.core.files.weights_file import WeightsFile, open_weights
from rsd_app.core.networks.families import FAMILIES, VARIANTS
from rsd_app.core.networks.family import Recognised, Variant
from rsd_app.core.networks.published.files import check_values
from rsd_app.core.progress import CancelToken
from rsd_app.engine.library.installed import (
    SUFFIX,
    InstalledModel,
    autoencoders_dir,
    list_autoencoders,
    list_models,
    user_models_dir,
)

log = logging.getLogger(__name__)

NON_COMMERCIAL = "non-commercial use only, as its authors published it"


@dataclass(frozen=True, kw_only=True)
class ImportChoices:
    """What a user says of files that they cannot say themselves."""

    schedule: str | None = None  # one of VARIANTS; None: as the file says, if it does
    name: str | None = None  # of the model in the library; None: that of the file
    licence: str | None = None  # None: as the file says, else NON_COMMERCIAL
    author: str = ""
    overwrite: bool = False  # replace a model of the same name

    def __post_init__(self) -> None:
        if self.schedule is not None and self.schedule not in VARIANTS:
            raise ConfigError("--schedule", f"is {self.schedule!r}", f"give one of {', '.join(VARIANTS)}")
        if self.name is not None and (not self.name or self.name != safe_name(self.name)):
            raise ConfigError("--name", f"is {self.name!r}", f"give a plain one, like {safe_name(self.name)!r}")


@dataclass(frozen=True)
class FoundFile:
    """What a file turned out to hold.

    Attributes:
        networks: of other programs; empty for a model of this one.
        header: of a model of this program.
        licence: as the file says.
    """

    path: Path
    networks: tuple[Recognised, ...]
    header: ModelHeader | None = None
    licence: str = ""

    @property
    def holds_model(self) -> bool:
        """Whether it becomes an entry of the library; an autoencoder alone does not."""
        return self.header is not None or any(network.kind == "network" for network in self.networks)

    @property
    def schedules(self) -> tuple[str, ...]:
        """What the file's network may be: one where its shapes say it; to be asked for where there are several."""
        for network in self.networks:
            if network.kind == "network":
                return tuple(FAMILIES[network.family].variants_of(network))
        return ()

    @property
    def suggestion(self) -> str | None:
        """Which of several the file's name speaks of; to offer, not to take for granted."""
        hinted = {FAMILIES[network.family].variant_by_name(self.path.stem.lower()) for network in self.networks}
        return next((name for name in self.schedules if name in hinted), None)


def inspect_file(path: Path) -> FoundFile:
    """Look at a file's keys and shapes; its tensors are not read and nothing is executed.

    Raises:
        UnsafeFileError: it asks for something to be run.
        ModelError: it is damaged, or nothing in it is known.
    """
    with open_weights(path) as file:
        contents = file.contents
        metadata = contents.get("metadata") if isinstance(contents, dict) else None
        if isinstance(metadata, dict) and METADATA_KEY in metadata:
            return FoundFile(path, (), read_header(path))
        return FoundFile(path, tuple(_recognise(path, file)), licence=_licence_in(contents))


def _recognise(path: Path, file: WeightsFile) -> list[Recognised]:
    """The networks of the first family that knows the file.

    Raises:
        ModelError: none does; says why in the words of the first that refused it.
    """
    refusals: list[ModelError] = []
    for family in FAMILIES.values():
        try:
            if found := family.recognise(str(path), file.contents, file.shape_of):
                return found
        except ModelError as error:
            refusals.append(error)
    raise refusals[0]


def import_files(
    paths: Sequence[Path],
    choices: ImportChoices | Mapping[Path, ImportChoices],
    *,
    cancel: CancelToken,
    progressed: Callable[[float], None] = lambda share: None,
) -> list[InstalledModel]:
    """Check files, convert them and put them into the library; all of them, or nothing is left there.

    An autoencoder is stored once, whatever number of models uses it; it may come in the same call or earlier.

    Args:
        choices: for all files, or of each.
        progressed: called with the share of the work done, 0 to 1.

    Returns:
        The models, in the order of the files; of autoencoders alone, those.

    Raises:
        UnsafeFileError, ModelError: a file is refused, or an autoencoder is missing.
        ConfigError: neither the file nor the choices say the schedule.
        Cancelled: nothing was imported.
    """
    found = [inspect_file(path) for path in paths]
    models = [one for one in found if one.holds_model]
    if isinstance(choices, ImportChoices):
        if choices.name is not None and len(models) > 1:
            raise ConfigError("--name", f"gives one name, but there are {len(models)} models", "import them one by one")
        choices = dict.fromkeys(paths, choices)
    job = _Import(choices, found, cancel, progressed)
    job.check(models)
    made: list[Path] = []
    try:
        return job.run(made)
    except BaseException:  # also Cancelled and Ctrl-C: what was made goes, whatever ended it
        for path in made:
            path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # not empty, or not there
            autoencoders_dir().rmdir()
        raise


def fitting_autoencoders(network: Recognised) -> list[Path]:
    """The stored autoencoders that a network may belong to."""
    return [
        model.path
        for model in list_autoencoders()
        if model.header is not None
        and model.header.network.get("latent_channels") == network.arguments["latent_channels"]
    ]


class _Import:
    def __init__(
        self,
        choices: Mapping[Path, ImportChoices],
        found: Sequence[FoundFile],
        cancel: CancelToken,
        progressed: Callable[[float], None],
    ) -> None:
        self._choices, self._found, self._cancel, self._progressed = choices, found, cancel, progressed
        self._total = 2 * sum(len(network.names) for one in found for network in one.networks)
        self._done = 0

    def _of_kind(self, kind: str) -> Iterator[tuple[FoundFile, Recognised]]:
        for one in self._found:
            for network in one.networks:
                if network.kind == kind:
                    yield one, network

    def check(self, models: Sequence[FoundFile]) -> None:
        """All that can be wrong before anything is written."""
        taken: set[str] = set()
        for one in models:
            name = self._name(one)
            if name in taken or (self._destination(name).exists() and not self._choices[one.path].overwrite):
                raise ModelError(f"model {name}", "is installed already", "give another --name, or --overwrite")
            taken.add(name)
        for one, network in self._of_kind("network"):
            self._schedule(one)
            if FAMILIES[network.family].own_autoencoder and not any(True for _ in self._of_kind("autoencoder")):
                self._stored_autoencoder(one, network)

    def run(self, made: list[Path]) -> list[InstalledModel]:
        """Write everything; `made` is called with each new file."""
        user_models_dir().mkdir(parents=True, exist_ok=True)
        autoencoders = [self._write_autoencoder(one, network, made) for one, network in self._of_kind("autoencoder")]
        installed: list[Path] = []
        for one in self._found:
            destination = self._destination(self._name(one))
            if one.header is not None:
                self._copy(one, destination, made)
                installed.append(destination)
            for network in one.networks:
                if network.kind == "network":
                    self._write_network(one, network, autoencoders, destination, made)
                    installed.append(destination)
        everything = [*list_models(), *list_autoencoders()]
        return [model for path in installed or autoencoders for model in everything if model.path == path]

    def _name(self, one: FoundFile) -> str:
        return self._choices[one.path].name or safe_name(one.path.stem)

    def _destination(self, name: str) -> Path:
        return user_models_dir() / f"{name}{SUFFIX}"

    def _schedule(self, one: FoundFile) -> Variant:
        asked, possible = self._choices[one.path].schedule, one.schedules
        if asked is None and len(possible) > 1:
            hint = f"its name speaks of {one.suggestion}" if one.suggestion else f"one of {', '.join(possible)}"
            problem = f"does not say whether it is {' or '.join(VARIANTS[s].words for s in possible)}"
            raise ConfigError(str(one.path), problem, f"say it with --schedule ({hint})")
        if asked is not None and asked not in possible:
            raise ConfigError("--schedule", f"is {asked}, but {one.path.name} is {VARIANTS[possible[0]].words}")
        return VARIANTS[asked or possible[0]]

    def _stored_autoencoder(self, one: FoundFile, network: Recognised) -> Path:
        fitting = fitting_autoencoders(network)
        if not fitting:
            problem = "is a network that needs its autoencoder, and none is stored"
            raise ModelError(one.path, problem, "import both files at once: the network and autoencoder_vq_f4.pth")
        if len(fitting) > 1:
            problem = f"may belong to one of {len(fitting)} autoencoders that are stored"
            raise ModelError(one.path, problem, "import its own together with it")
        return fitting[0]

    def _write_autoencoder(self, one: FoundFile, network: Recognised, made: list[Path]) -> Path:
        folder = autoencoders_dir()
        folder.mkdir(parents=True, exist_ok=True)
        header = replace(
            self._header(
                one, next(iter(FAMILIES[network.family].variants.values())), network, name="VQ-f4 autoencoder"
            ),
            description=f"imported from {one.path.name}",
            role="autoencoder",
        )
        part = folder / f".{secrets.token_hex(4)}{SUFFIX}"
        made.append(part)
        self._write(part, header, one, network)
        sha256 = model_hash(part)
        for stored in list_autoencoders():
            if stored.header is not None and model_hash(stored.path) == sha256:
                part.unlink()
                return stored.path
        destination = folder / f"vq-f4-{sha256[:12]}{SUFFIX}"
        part.replace(destination)
        made.append(destination)
        return destination

    def _write_network(
        self, one: FoundFile, network: Recognised, autoencoders: list[Path], destination: Path, made: list[Path]
    ) -> None:
        header = self._header(one, self._schedule(one), network, name=self._name(one))
        if header.traits.own_autoencoder:
            vq = autoencoders[0] if autoencoders else self._stored_autoencoder(one, network)
            header = replace(header, autoencoder=model_hash(vq))
        if not destination.exists():
            made.append(destination)
        self._write(destination, header, one, network)

    def _header(self, one: FoundFile, variant: Variant, network: Recognised, *, name: str) -> ModelHeader:
        choices, family = self._choices[one.path], FAMILIES[network.family]
        return ModelHeader(
            name=name,
            description=f"{variant.words}; imported from {one.path.name}",
            family=network.family,
            role=variant.role,
            scale=variant.scale,
            schedule=ScheduleSpec(**variant.schedule),
            network=network.arguments,
            codec=family.codec,
            severity=family.severity,
            licence=choices.licence or one.licence or NON_COMMERCIAL,
            author=choices.author,
            created=datetime.now(tz=UTC).date().isoformat(),
        )

    def _write(self, path: Path, header: ModelHeader, one: FoundFile, network: Recognised) -> None:
        for notice in network.notices:
            log.info("%s: %s", one.path, notice)
        with open_weights(one.path, verify=True) as file:
            write_model(path, header, _Lazily(file, network, self._advance))

    def _advance(self) -> None:
        self._cancel.raise_if_cancelled()
        self._done += 1
        self._progressed(min(1.0, self._done / max(1, self._total)))

    def _copy(self, one: FoundFile, destination: Path, made: list[Path]) -> None:
        """A model of this program: checked to the last byte, then copied as it is."""
        read_model(one.path, convert=lambda name, tensor: torch.empty(0))
        if destination.exists() and destination.samefile(one.path):
            return
        try:
            with written_beside(destination) as part:
                shutil.copyfile(one.path, part)
                if not destination.exists():
                    made.append(destination)
        except OSError as error:
            raise ModelError(destination, f"cannot be written: {error}", "check the folder and its space") from error


class _Lazily(Mapping[str, Tensor]):
    """A network's tensors by our names, each read when it is asked for and checked the first time."""

    def __init__(self, file: WeightsFile, network: Recognised, advance: Callable[[], None]) -> None:
        self._file, self._names, self._advance = file, network.names, advance
        leaves = file.contents
        for part in network.place:
            leaves = leaves[part]
        self._leaves: Mapping[str, Any] = leaves
        self._checked: set[str] = set()

    def __getitem__(self, name: str) -> Tensor:
        self._advance()
        tensor = self._file.tensor(self._leaves[self._names[name]])
        if name not in self._checked:
            check_values(str(self._file.path), name, tensor)
            self._checked.add(name)
        return tensor.float() if tensor.dtype == torch.float64 else tensor

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _licence_in(contents: object) -> str:
    """What a file says of its licence, on one line; empty if nothing."""
    places = [contents] if isinstance(contents, dict) else []
    if isinstance(contents, dict) and isinstance(contents.get("metadata"), dict):
        places.append(contents["metadata"])
    for place in places:
        for key in ("licence", "license"):
            if isinstance(place.get(key), str):
                text = " ".join(str(place[key]).split())
                return "".join(c for c in text if c.isprintable())[:200]
    return ""


def safe_name(text: str) -> str:
    """A name that is a file's on every system and one word on a command line."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text).strip(".-")[:80] or "model"
