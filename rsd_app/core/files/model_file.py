"""The model format: a safetensors file whose `__metadata__` holds one typed JSON header, key "rsd".

The header is one key because safetensors writes several metadata keys in random order, and a model has to be
the same bytes each time it is written. Reading checks everything that a file claims about itself before a
tensor is made: nothing in it is executed, and no claim makes more memory than the file has bytes.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO, Literal

import torch
from torch import Tensor

from rsd_app.core.decode import DecodeError, decode
from rsd_app.core.errors import ModelError
from rsd_app.core.files.tensor_file import (
    DAMAGED,
    DTYPE_NAMES,
    NOT_OURS,
    UPDATE,
    Table,
    open_file,
    parse_json,
    plain_tensor,
    read_table,
    read_tensor,
    shown,
    write_tensors,
)
from rsd_app.core.networks.families import FAMILIES
from rsd_app.core.networks.family import Family

FORMAT_VERSION = 1
METADATA_KEY = "rsd"
CODECS: tuple[str, ...] = tuple(dict.fromkeys(family.codec for family in FAMILIES.values()))
# Header fields that decide the picture: hashed with the tensors, so that editing one is noticed.
_HASHED_FIELDS = ("family", "role", "scale", "schedule", "network", "codec", "severity")

_Plain = int | float | bool | str
NetworkValue = _Plain | list[_Plain | list[_Plain]]
NEWER = "the file is damaged, or was written by a newer version: update RSD Studio"


@dataclass(frozen=True, kw_only=True)
class ScheduleSpec:
    """The shifting schedule (ALGORITHM.md, "The process") and the scaling of the network's input.

    Raises:
        ModelError: a value is out of its range.
    """

    steps: int  # T, at least 2
    power: float  # p of the exponential schedule, above 0
    kappa: float  # noise strength, above 0
    min_noise_level: float  # m, in (0, 1)
    sigma_data: float  # spread of the latents, above 0

    def __post_init__(self) -> None:
        _require("schedule.steps", self.steps, 2 <= self.steps <= 10_000, "2 to 10000")
        for name in ("power", "kappa", "sigma_data"):
            value = getattr(self, name)
            _require(f"schedule.{name}", value, 0 < value <= 1e6, "a number above 0")
        level = self.min_noise_level
        _require("schedule.min_noise_level", level, 0 < level < 1, "a number between 0 and 1")


@dataclass(frozen=True, kw_only=True)
class TrainingFacts:
    """Where the weights come from; shown to the user, used for nothing else."""

    trainer_version: str = ""
    recipe: str = ""
    iterations: Mapping[str, int] = field(default_factory=dict)  # of each stage, by its name
    data: str = ""  # one line: what it was trained on
    data_licence: str = ""
    metrics: Mapping[str, float] = field(default_factory=dict)  # finite; by name: "lpips_alex"
    seconds: float = 0.0  # time spent training


@dataclass(frozen=True, kw_only=True)
class TrustCurve:
    """Which error the spread over seeds lets expect, measured on pairs; straight between its points.

    Raises:
        ModelError: the points do not rise, or do not belong together.
    """

    seeds: int  # that the spread was taken over
    spread: list[float]  # standard deviation of the seeds, in levels of 255, rising
    error: list[float]  # root of the mean square, in levels of 255, not falling

    def __post_init__(self) -> None:
        _require("trust.seeds", self.seeds, 2 <= self.seeds <= 10_000, "2 to 10000")
        for name in ("spread", "error"):
            values = getattr(self, name)
            numbers = all(type(v) in (int, float) and 0 <= v <= 255 for v in values)
            rises = numbers and all(a < b or (name == "error" and a == b) for a, b in pairwise(values))
            _require(f"trust.{name}", values, rises and 1 <= len(values) <= 256, "rising numbers from 0 to 255")
        _require("trust.error", self.error, len(self.error) == len(self.spread), "a number for each of spread")


@dataclass(frozen=True, kw_only=True)
class ModelHeader:
    """All that is needed to build a model's parts and to say what it is.

    Raises:
        ModelError: a value is unknown or out of its range.
    """

    name: str  # for people, one line
    description: str = ""
    family: str  # one of `core.networks.families`
    role: Literal["student", "teacher", "autoencoder"]
    scale: int  # enlargement of each side, 1 to 16
    schedule: ScheduleSpec
    network: Mapping[str, NetworkValue]  # plain arguments, validated by the network's constructor
    codec: str  # that of the family
    severity: bool  # the network takes the severity input
    autoencoder: str = ""  # where the codec is learned: the hash of the model file that holds it
    licence: str
    author: str = ""
    training: TrainingFacts | None = None
    trust: TrustCurve | None = None  # None: not calibrated
    created: str  # ISO date, 2026-01-31

    @property
    def traits(self) -> Family:
        """What its family has in common."""
        return FAMILIES[self.family]

    @property
    def enlarges(self) -> bool:
        """Whether it makes pictures by itself: a teacher of some families does, in many steps."""
        return self.role == "student" or (self.role == "teacher" and self.traits.teacher_enlarges)

    @property
    def fold(self) -> int:
        """Source pixels, each way, for one place of the network."""
        return self.traits.fold(self.network)

    @property
    def realism(self) -> bool:
        """Whether a student learned to do with less of its noise."""
        return self.traits.realism(self.network)

    def __post_init__(self) -> None:
        _require("name", self.name, self.name.isprintable() and 0 < len(self.name) <= 200, "one line of text")
        _require("family", self.family, self.family in FAMILIES, _one_of(tuple(FAMILIES)), UPDATE)
        _require("codec", self.codec, self.codec in CODECS, _one_of(CODECS), UPDATE)
        _require("scale", self.scale, 1 <= self.scale <= 16, "1 to 16")
        try:
            date.fromisoformat(self.created)
        except ValueError:
            _require("created", self.created, False, "a date like 2026-01-31")


def write_model(path: str | Path, header: ModelHeader, tensors: Mapping[str, Tensor]) -> None:
    """Write a model so that either all of it or nothing of it is at `path`; same input, same bytes.

    Args:
        tensors: stored as they are (dtype kept), from any device; tied ones once for each name. They are asked
            for by name, one at a time and twice, so that a mapping may read them from a file when asked.

    Raises:
        ModelError: a header value or tensor that the format cannot hold, or the disk refuses.
    """
    path = Path(path)
    header = _decode_header(path, parse_json(path, _dump(path, dataclasses.asdict(header)).encode()))
    digest, shapes = _start_hash(header), {}
    for name in sorted(tensors):
        one = plain_tensor(path, name, tensors[name])
        shapes[name] = (DTYPE_NAMES[one.dtype], list(one.shape))
        _hash_tensor(digest, name, *shapes[name], one)
    stored = {"format_version": FORMAT_VERSION, "sha256": digest.hexdigest()} | dataclasses.asdict(header)
    write_tensors(path, shapes, tensors, {METADATA_KEY: _dump(path, stored)})


def read_header(path: str | Path) -> ModelHeader:
    """Read and check a model's header and table of tensors; the tensors themselves are not read.

    Raises:
        ModelError: not a model, damaged, lying about itself, or of a newer version.
    """
    with open_file(Path(path)) as file:
        return _read_model_table(Path(path), file).header


def model_hash(path: str | Path) -> str:
    """Return the SHA-256 (hex) that the file states over its tensors and the header fields that decide
    the picture; read_model verifies it.

    Raises:
        ModelError: as read_header.
    """
    with open_file(Path(path)) as file:
        return _read_model_table(Path(path), file).sha256


def read_model(
    path: str | Path, *, verify: bool = True, convert: Callable[[str, Tensor], Tensor | None] | None = None
) -> tuple[ModelHeader, dict[str, Tensor]]:
    """Read a model: its header and its tensors by name, on the CPU, in the dtype they are stored in.

    Args:
        verify: compare the contents with the SHA-256 in the header.
        convert: applied to each tensor as soon as it is read, so that not all are there in both forms. It must
            copy: the tensor's memory is that of the next one. What it makes None of is read and let go.

    Raises:
        ModelError: as read_header, or the contents are not those that were written.
    """
    path = Path(path)
    tensors: dict[str, Tensor] = {}
    with open_file(path) as file:
        found = _read_model_table(path, file)
        digest = _start_hash(found.header)
        largest = max((entry.end - entry.begin for entry in found.table.entries.values()), default=0)
        # One place for all: thousands of pieces that come and go would leave the heap full of holes.
        scratch = None if convert is None else torch.empty(largest, dtype=torch.uint8)
        for name in sorted(found.table.entries):
            tensor = read_tensor(path, file, found.table, name, scratch)
            if verify:
                entry = found.table.entries[name]
                _hash_tensor(digest, name, entry.dtype, entry.shape, tensor)
            kept = tensor if convert is None else convert(name, tensor)
            if kept is not None:
                tensors[name] = kept
    if verify and digest.hexdigest() != found.sha256:
        problem = f"its contents have SHA-256 {digest.hexdigest()[:12]}…, its header says {found.sha256[:12]}…"
        raise ModelError(path, problem, "the file is damaged or was edited: get it again")
    return found.header, tensors


@dataclass(frozen=True)
class _ModelTable:
    header: ModelHeader
    sha256: str
    table: Table


def _read_model_table(path: Path, file: BinaryIO) -> _ModelTable:
    table = read_table(path, file)
    metadata = table.metadata
    if not isinstance(metadata, dict) or not isinstance(metadata.get(METADATA_KEY), str):
        raise ModelError(path, "is a safetensors file but not an RSD model: it has no rsd header", NOT_OURS)
    stored = parse_json(path, metadata[METADATA_KEY].encode("utf-8", "surrogatepass"))
    version, sha256 = stored.pop("format_version", None), stored.pop("sha256", None)
    if type(version) is not int or version < 1:
        raise ModelError(path, f"format_version is {shown(version)}, not a number from 1", DAMAGED)
    if version > FORMAT_VERSION:
        problem = f"has format version {version}, this program knows up to {FORMAT_VERSION}"
        raise ModelError(path, problem, "it was written by a newer version: update RSD Studio")
    if not isinstance(sha256, str) or len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
        raise ModelError(path, f"sha256 is {shown(sha256)}, not 64 hexadecimal digits", DAMAGED)
    header = _decode_header(path, stored)
    return _ModelTable(header, sha256, table)


def _start_hash(header: ModelHeader) -> Any:
    values = dataclasses.asdict(header)
    decisive = {name: values[name] for name in _HASHED_FIELDS}
    if header.autoencoder:  # models without one keep the hash that they had before there was any
        decisive["autoencoder"] = header.autoencoder
    return hashlib.sha256(json.dumps(decisive, sort_keys=True).encode() + b"\n")


def _hash_tensor(digest: Any, name: str, dtype: str, shape: list[int], tensor: Tensor) -> None:
    digest.update(json.dumps([name, dtype, shape]).encode() + b"\n")
    digest.update(tensor.reshape(-1).view(torch.uint8).numpy().data)


# JSON and typed values


def _require(name: str, value: object, holds: bool, expected: str, remedy: str = "") -> None:
    if not holds:
        raise ModelError("model header", f"{name} is {shown(value)}, expected {expected}", remedy)


def _one_of(values: tuple[str, ...]) -> str:
    return " or ".join(values)


def _dump(path: Path, value: object) -> str:
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError) as error:
        raise ModelError(path, f"the header cannot be written: {error}") from error


def _decode_header(path: Path, stored: dict[str, Any]) -> ModelHeader:
    try:
        _check_texts(stored, "")
        return decode(ModelHeader, stored)
    except DecodeError as error:
        raise ModelError(path, f"model header: {error}", NEWER) from error
    except ModelError as error:
        raise ModelError(path, f"model header: {error.problem}", error.remedy) from error


def _check_texts(value: object, where: str) -> None:
    """Refuse escape sequences for the terminal that shows them, and lone surrogates, which cannot be printed."""
    if isinstance(value, dict):
        for name, item in value.items():
            _check_texts(item, f"{where}.{name}" if where else name)
    elif isinstance(value, str):
        plain = all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") for c in value)
        _require(where, value, plain, "text without control characters")
