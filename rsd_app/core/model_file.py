"""The model format: a safetensors file whose `__metadata__` holds one typed JSON header, key "rsd".

The header is one key because safetensors writes several metadata keys in random order, and a model shall be
the same bytes each time it is written. Reading checks everything that a file claims about itself before a
tensor is made: nothing in it is executed, and no claim makes more memory than the file has bytes.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import math
import os
import secrets
import types
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, Literal, NoReturn, Union, cast, get_args, get_origin, get_type_hints

import torch
from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import Tensor

from rsd_app.core.errors import ModelError

FORMAT_VERSION = 1
METADATA_KEY = "rsd"
MAX_HEADER_BYTES = 16 * 2**20
FAMILIES: tuple[str, ...] = ("compact", "paper")
CODECS: tuple[str, ...] = ("space_to_depth", "vq_f4")
DTYPES: dict[str, torch.dtype] = {
    "F64": torch.float64,
    "F32": torch.float32,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "I64": torch.int64,
    "I32": torch.int32,
    "I16": torch.int16,
    "I8": torch.int8,
    "U8": torch.uint8,
    "BOOL": torch.bool,
}
_DTYPE_NAMES = {dtype: name for name, dtype in DTYPES.items()}
# Header fields that decide the picture: hashed with the tensors, so that editing one is noticed.
_HASHED_FIELDS = ("family", "role", "scale", "schedule", "network", "codec", "severity")
_UPDATE = "the file was probably written by a newer version: update RSD Studio"
_NOT_OURS = "give a model made by `rsd train export`, or a name that `rsd models list` shows"
_DAMAGED = "the file is damaged: get it again"

NetworkValue = int | float | bool | str | list[Any]


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
class ModelHeader:
    """All that is needed to build a model's parts and to say what it is.

    Raises:
        ModelError: a value is unknown or out of its range.
    """

    name: str  # for people, one line
    description: str = ""
    family: Literal["compact", "paper"]
    role: Literal["student", "teacher"]
    scale: int  # enlargement of each side, 1 to 16
    schedule: ScheduleSpec
    network: Mapping[str, NetworkValue]  # plain arguments, validated by the network's constructor
    codec: str  # space_to_depth or vq_f4
    severity: bool  # the network takes the severity input
    licence: str
    author: str = ""
    training: TrainingFacts | None = None
    created: str  # ISO date, 2026-01-31

    def __post_init__(self) -> None:
        _require("name", self.name, self.name.isprintable() and 0 < len(self.name) <= 200, "one line of text")
        _require("family", self.family, self.family in FAMILIES, _one_of(FAMILIES), _UPDATE)
        _require("codec", self.codec, self.codec in CODECS, _one_of(CODECS), _UPDATE)
        _require("scale", self.scale, 1 <= self.scale <= 16, "1 to 16")
        try:
            date.fromisoformat(self.created)
        except ValueError:
            _require("created", self.created, False, "a date like 2026-01-31")


def write_model(path: str | Path, header: ModelHeader, tensors: Mapping[str, Tensor]) -> None:
    """Write a model so that either all of it or nothing of it is at `path`; same input, same bytes.

    Tensors are stored as they are (dtype kept), from any device; tied ones are stored once for each name.

    Raises:
        ModelError: a header value or tensor that the format cannot hold, or the disk refuses.
    """
    path = Path(path)
    header = _decode_header(path, _parse_json(path, _dump(path, dataclasses.asdict(header)).encode()))
    plain = _plain_tensors(path, tensors)
    digest = _start_hash(header)
    for name in sorted(plain):
        _hash_tensor(digest, name, _DTYPE_NAMES[plain[name].dtype], list(plain[name].shape), plain[name])
    stored = {"format_version": FORMAT_VERSION, "sha256": digest.hexdigest()} | dataclasses.asdict(header)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        save_file(plain, part, metadata={METADATA_KEY: _dump(path, stored)})
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(path)
    except (OSError, SafetensorError) as error:
        raise ModelError(path, f"cannot be written: {error}", "check the folder and its free space") from error
    finally:
        part.unlink(missing_ok=True)


def read_header(path: str | Path) -> ModelHeader:
    """Read and check a model's header and table of tensors; the tensors themselves are not read.

    Raises:
        ModelError: not a model, damaged, lying about itself, or of a newer version.
    """
    with _open(Path(path)) as file:
        return _read_table(Path(path), file).header


def model_hash(path: str | Path) -> str:
    """Return the SHA-256 (hex) that the file states over its tensors and the header fields that decide
    the picture; read_model verifies it.

    Raises:
        ModelError: as read_header.
    """
    with _open(Path(path)) as file:
        return _read_table(Path(path), file).sha256


def read_model(path: str | Path, *, verify: bool = True) -> tuple[ModelHeader, dict[str, Tensor]]:
    """Read a model: its header and its tensors by name, on the CPU, in the dtype they are stored in.

    Args:
        verify: compare the contents with the SHA-256 in the header.
    Raises:
        ModelError: as read_header, or the contents are not those that were written.
    """
    path = Path(path)
    tensors: dict[str, Tensor] = {}
    with _open(path) as file:
        table = _read_table(path, file)
        digest = _start_hash(table.header)
        for name in sorted(table.entries):
            entry = table.entries[name]
            # Own memory, not a map of the file: a file replaced or cut while in use must not crash the app.
            raw = torch.empty(entry.end - entry.begin, dtype=torch.uint8)
            try:
                file.seek(table.data_start + entry.begin)
                got = file.readinto(raw.numpy().data) if raw.numel() else 0  # type: ignore[attr-defined]
            except OSError as error:
                raise ModelError(path, f"cannot be read: {error.strerror or error}") from error
            if got != raw.numel():
                raise ModelError(path, f"is cut off within tensor {_shown(name)}", _DAMAGED)
            tensors[name] = raw.view(DTYPES[entry.dtype]).reshape(entry.shape)
            if verify:
                _hash_tensor(digest, name, entry.dtype, entry.shape, raw)
    if verify and digest.hexdigest() != table.sha256:
        problem = f"its contents have SHA-256 {digest.hexdigest()[:12]}…, its header says {table.sha256[:12]}…"
        raise ModelError(path, problem, "the file is damaged or was edited: get it again")
    return table.header, tensors


# The container: 8 bytes of length, a JSON table, the tensors' bytes.


@dataclass(frozen=True)
class _Entry:
    dtype: str
    shape: list[int]
    begin: int  # offsets in bytes from the end of the table
    end: int


@dataclass(frozen=True)
class _Table:
    header: ModelHeader
    sha256: str
    entries: dict[str, _Entry]
    data_start: int


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise ModelError(path, "does not exist", "`rsd models list` shows the installed models") from None
    except IsADirectoryError:
        raise ModelError(path, "is a folder, not a model file", _NOT_OURS) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise ModelError(path, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _read_table(path: Path, file: BinaryIO) -> _Table:
    try:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        start = file.read(8)
        length = int.from_bytes(start, "little")
        text = file.read(length) if length <= MAX_HEADER_BYTES else b""
    except OSError as error:
        raise ModelError(path, f"cannot be read: {error.strerror or error}") from error
    if size == 0:
        raise ModelError(path, "is empty", "get the file again")
    if len(start) < 8 or length > MAX_HEADER_BYTES or (text and text[:1] != b"{"):
        raise ModelError(path, "is not a safetensors file", _NOT_OURS)
    if len(text) < length or length < 2:
        raise ModelError(path, f"is cut off: {size} bytes, its table alone takes {length + 8}", _DAMAGED)
    table = _parse_json(path, text)
    metadata = table.pop("__metadata__", None)
    if not isinstance(metadata, dict) or not isinstance(metadata.get(METADATA_KEY), str):
        raise ModelError(path, "is a safetensors file but not an RSD model: it has no rsd header", _NOT_OURS)
    stored = _parse_json(path, metadata[METADATA_KEY].encode("utf-8", "surrogatepass"))
    version, sha256 = stored.pop("format_version", None), stored.pop("sha256", None)
    if type(version) is not int or version < 1:
        raise ModelError(path, f"format_version is {_shown(version)}, not a number from 1", _DAMAGED)
    if version > FORMAT_VERSION:
        problem = f"has format version {version}, this program knows up to {FORMAT_VERSION}"
        raise ModelError(path, problem, "it was written by a newer version: update RSD Studio")
    if not isinstance(sha256, str) or len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
        raise ModelError(path, f"sha256 is {_shown(sha256)}, not 64 hexadecimal digits", _DAMAGED)
    header = _decode_header(path, stored)
    entries = {name: _decode_entry(path, name, entry) for name, entry in table.items()}
    _check_layout(path, entries, size - 8 - length)
    return _Table(header, sha256, entries, 8 + length)


def _decode_entry(path: Path, name: str, entry: object) -> _Entry:
    def lies(problem: str) -> NoReturn:
        raise ModelError(path, f"tensor {_shown(name)} {problem}", _DAMAGED)

    if not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"}:
        lies("is not described by dtype, shape and data_offsets")
    dtype, shape, offsets = entry["dtype"], entry["shape"], entry["data_offsets"]
    if not isinstance(dtype, str) or dtype not in DTYPES:
        raise ModelError(path, f"tensor {_shown(name)} has the unknown dtype {_shown(dtype)}", _UPDATE)
    for what, numbers in (("shape", shape), ("data_offsets", offsets)):
        if not isinstance(numbers, list) or any(type(n) is not int or not 0 <= n < 2**48 for n in numbers):
            lies(f"has {what} {_shown(numbers)}, not a list of sizes")
    if len(shape) > 16 or math.prod(max(n, 1) for n in shape) >= 2**48:
        lies(f"has the impossible shape {_shown(shape)}")
    if len(offsets) != 2 or offsets[0] > offsets[1]:
        lies(f"has data_offsets {_shown(offsets)}, not a begin and an end")
    begin, end = offsets
    expected = math.prod(shape) * DTYPES[dtype].itemsize
    if end - begin != expected:
        lies(f"of {dtype} {_shown(shape)} needs {expected} bytes, its data_offsets hold {end - begin}")
    return _Entry(dtype, shape, begin, end)


def _check_layout(path: Path, entries: Mapping[str, _Entry], data_bytes: int) -> None:
    """Hold that the tensors fill the rest of the file one after another, without overlap, gap or excess."""
    for name, entry in entries.items():
        if entry.end > data_bytes:
            problem = f"is cut off: tensor {_shown(name)} ends at byte {entry.end} of {data_bytes}"
            raise ModelError(path, problem, _DAMAGED)
    at = 0
    for name, entry in sorted(entries.items(), key=lambda item: (item[1].begin, item[1].end)):
        if entry.begin != at:
            what = "overlaps another one" if entry.begin < at else "leaves a gap before it"
            raise ModelError(path, f"tensor {_shown(name)} {what} at byte {entry.begin}", _DAMAGED)
        at = entry.end
    if at != data_bytes:
        raise ModelError(path, f"has {data_bytes - at} bytes that belong to no tensor", _DAMAGED)


# Tensors


def _plain_tensors(path: Path, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Detached, on the CPU, contiguous, none sharing memory with another."""
    plain: dict[str, Tensor] = {}
    seen: set[int] = set()
    for name, tensor in tensors.items():
        if name == "__metadata__" or tensor.layout != torch.strided or tensor.dtype not in _DTYPE_NAMES:
            raise ModelError(path, f"cannot hold tensor {_shown(name)} of {tensor.dtype}, {tensor.layout}")
        one = tensor.detach().cpu().contiguous()
        memory = one.untyped_storage().data_ptr()
        plain[name] = one.clone(memory_format=torch.contiguous_format) if memory in seen else one
        seen.add(memory)
    return plain


def _start_hash(header: ModelHeader) -> Any:
    values = dataclasses.asdict(header)
    decisive = {name: values[name] for name in _HASHED_FIELDS}
    return hashlib.sha256(json.dumps(decisive, sort_keys=True).encode() + b"\n")


def _hash_tensor(digest: Any, name: str, dtype: str, shape: list[int], tensor: Tensor) -> None:
    digest.update(json.dumps([name, dtype, shape]).encode() + b"\n")
    digest.update(tensor.reshape(-1).view(torch.uint8).numpy().data)


# JSON and typed values


def _require(name: str, value: object, holds: bool, expected: str, remedy: str = "") -> None:
    if not holds:
        raise ModelError("model header", f"{name} is {_shown(value)}, expected {expected}", remedy)


def _one_of(values: tuple[str, ...]) -> str:
    return " or ".join(values)


def _shown(value: object) -> str:
    """A value from a file, for a message: one line, of bounded length."""
    try:
        text = ascii(value)
    except RecursionError:
        text = f"a deeply nested {type(value).__name__}"
    return text if len(text) <= 80 else text[:77] + "..."


def _dump(path: Path, value: object) -> str:
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError) as error:
        raise ModelError(path, f"the header cannot be written: {error}") from error


def _parse_json(path: Path, text: bytes) -> dict[str, Any]:
    """Parse one JSON object; twice the same key, NaN and endless nesting are errors."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise ValueError("a key stands there twice")
        return found

    def refuse(constant: str) -> NoReturn:
        raise ValueError(f"{constant} is not a number")

    try:
        value = json.loads(text.decode("utf-8"), object_pairs_hook=unique, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        raise ModelError(path, f"its header is not valid JSON: {_shown(str(error))[1:-1]}", _DAMAGED) from error
    if not isinstance(value, dict):
        raise ModelError(path, f"its header is {_shown(value)}, not an object", _DAMAGED)
    return value


def _decode_header(path: Path, stored: dict[str, Any]) -> ModelHeader:
    try:
        return cast(ModelHeader, _decode(ModelHeader, stored, ""))
    except ModelError as error:
        raise ModelError(path, f"model header: {error.problem}", error.remedy) from error


def _decode(kind: Any, value: Any, where: str) -> Any:
    """Turn parsed JSON into a value of the annotated type `kind`, or raise ModelError naming `where`."""
    origin, arguments = get_origin(kind), get_args(kind)
    if dataclasses.is_dataclass(kind) and isinstance(value, dict):
        return _decode_dataclass(cast(type, kind), value, where)
    if origin is Literal:
        _require(where, value, isinstance(value, str) and value in arguments, _one_of(arguments), _UPDATE)
        return value
    if origin in (Union, types.UnionType):
        if value is None and type(None) in arguments:
            return None
        for option in arguments:
            if option is Any or _is_a(option, value):
                return _decode(option, value, where)
    elif origin is Mapping and isinstance(value, dict):
        return {name: _decode(arguments[1], item, f"{where}.{name}") for name, item in value.items()}
    elif origin is list and isinstance(value, list):
        _require(where, "nested too deeply", where.count("[") < 8, "at most 8 lists within each other")
        return [_decode(NetworkValue, item, f"{where}[{i}]") for i, item in enumerate(value)]
    elif kind is float and type(value) in (int, float):
        _require(where, value, abs(value) < 1e300, "a finite number")
        return float(value)
    elif type(value) is kind:
        if isinstance(value, str):
            _require(where, value, _is_text(value), "text without control characters")
        return value
    expected = getattr(kind, "__name__", "number, text, truth value or list")
    raise ModelError("model header", f"{where} is {_shown(value)}, expected {expected}", _DAMAGED)


def _is_text(value: str) -> bool:
    """No escape sequences for the terminal that shows it, no lone surrogates that cannot be printed."""
    return all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") for c in value)


def _is_a(option: Any, value: object) -> bool:
    if dataclasses.is_dataclass(option):
        return isinstance(value, dict)
    return type(value) is (get_origin(option) or option)


def _decode_dataclass(kind: type, value: dict[str, Any], where: str) -> Any:
    hints, prefix = get_type_hints(kind), f"{where}." if where else ""
    fields = {f.name: f for f in dataclasses.fields(kind)}
    for name in value:
        if name not in fields:
            raise ModelError("model header", f"has the unknown field {_shown(prefix + name)}", _UPDATE)
    for name, one in fields.items():
        optional = one.default is not dataclasses.MISSING or one.default_factory is not dataclasses.MISSING
        if name not in value and not optional:
            raise ModelError("model header", f"the field {prefix}{name} is missing", _DAMAGED)
    return kind(**{name: _decode(hints[name], item, prefix + name) for name, item in value.items()})
