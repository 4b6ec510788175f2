"""The container of models: a safetensors file, checked by the format's library, read and written tensor by tensor.

8 bytes of length, a JSON table of names, types, shapes and places, the tensors' bytes. The library maps a file into
memory, where a file that is cut while in use, or a drive that is pulled out, ends the process; and it writes all
tensors at once. So the bytes are read and written here.
"""

from __future__ import annotations

import json
import math
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from rsd_app.core.errors import ModelError

MAX_HEADER_BYTES = 16 * 2**20
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
DTYPE_NAMES = {dtype: name for name, dtype in DTYPES.items()}
DAMAGED = "the file is damaged: get it again"
UPDATE = "the file was probably written by a newer version: update RSD Studio"
NOT_OURS = "give a model made by `rsd train export`, or a name that `rsd models list` shows"


@dataclass(frozen=True)
class Entry:
    """Where a tensor is, and what it is."""

    dtype: str
    shape: list[int]
    begin: int  # offsets in bytes from the end of the table
    end: int


@dataclass(frozen=True)
class Table:
    """What a file says that it holds; the tensors fill its rest without gap, overlap or excess."""

    metadata: Any  # of the key __metadata__, not checked
    entries: dict[str, Entry]
    data_start: int


def open_file(path: Path) -> BinaryIO:
    """Open for reading.

    Raises:
        ModelError: it is not there, no file, or forbidden.
    """
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise ModelError(path, "does not exist", "`rsd models list` shows the installed models") from None
    except IsADirectoryError:
        raise ModelError(path, "is a folder, not a model file", NOT_OURS) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise ModelError(path, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error


def read_table(path: Path, file: BinaryIO) -> Table:
    """Read the table, which the format's library checks; the tensors themselves are not read.

    Raises:
        ModelError: no safetensors file, damaged, or it lies about itself.
    """
    try:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        length = int.from_bytes(file.read(8), "little")
        text = file.read(length) if length <= MAX_HEADER_BYTES else b""
    except OSError as error:
        raise ModelError(path, f"cannot be read: {error.strerror or error}") from error
    if size == 0:
        raise ModelError(path, "is empty", "get the file again")
    if size < 8 or length > MAX_HEADER_BYTES or (text and text[:1] != b"{"):
        raise ModelError(path, "is not a safetensors file", NOT_OURS)
    if len(text) < length or length < 2:
        raise ModelError(path, f"is cut off: {size} bytes, its table alone takes {length + 8}", DAMAGED)
    try:
        with safe_open(path, framework="numpy"):  # sizes, and that the tensors fill the file without gap or overlap
            table = json.loads(text)
    except (SafetensorError, OSError, ValueError, RecursionError) as error:
        problem = " ".join(str(error).removeprefix("Error while deserializing header: ").split())
        if "not fully covered" in problem:
            raise ModelError(path, "is cut off, or has bytes that belong to no tensor", DAMAGED) from error
        raise ModelError(path, f"its table of tensors is wrong: {problem[:200]}", DAMAGED) from error
    metadata = table.pop("__metadata__", None)
    for name, entry in table.items():
        if entry["dtype"] not in DTYPES:
            raise ModelError(path, f"tensor {shown(name)} has the unknown dtype {entry['dtype']}", UPDATE)
    entries = {name: Entry(entry["dtype"], entry["shape"], *entry["data_offsets"]) for name, entry in table.items()}
    return Table(metadata, entries, 8 + length)


def read_tensor(path: Path, file: BinaryIO, table: Table, name: str, scratch: Tensor | None = None) -> Tensor:
    """One tensor, on the CPU, in the dtype it is stored in.

    Args:
        scratch: bytes to read into, for a tensor that is not needed when the next one is read.

    Raises:
        ModelError: the file cannot be read any more.
    """
    entry = table.entries[name]
    # Own memory, not a map of the file: a file replaced or cut while in use must not crash the app.
    size = entry.end - entry.begin
    raw = torch.empty(size, dtype=torch.uint8) if scratch is None else scratch[:size]
    try:
        file.seek(table.data_start + entry.begin)
        got = file.readinto(raw.numpy().data) if raw.numel() else 0  # type: ignore[attr-defined]
    except OSError as error:
        raise ModelError(path, f"cannot be read: {error.strerror or error}") from error
    if got != raw.numel():
        raise ModelError(path, f"is cut off within tensor {shown(name)}", DAMAGED)
    return raw.view(DTYPES[entry.dtype]).reshape(entry.shape)


class TensorReader:
    """Tensors of a file, read again and again into memory that they share.

    Args:
        path: of a file whose contents have been verified, or will be before anything is read.

    Raises:
        ModelError: as `read_table`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with open_file(path) as file:
            self._table = read_table(path, file)
            self._stamp = _stamp(file)

    def size_of(self, name: str) -> int:
        """Bytes of a tensor.

        Raises:
            ModelError: there is none of this name.
        """
        if name not in self._table.entries:
            raise ModelError(self._path, f"has no tensor {shown(name)}", DAMAGED)
        entry = self._table.entries[name]
        return entry.end - entry.begin

    def each(self, names: Iterable[str], scratch: Tensor) -> Iterator[tuple[str, Tensor]]:
        """The tensors of these names as they are stored, one after the other in `scratch`, which holds the largest.

        Raises:
            ModelError: the file is no longer the same, or cannot be read any more.
        """
        with open_file(self._path) as file:
            if _stamp(file) != self._stamp:
                raise ModelError(self._path, "has changed while it was in use", "start again with the new file")
            for name in names:
                yield name, read_tensor(self._path, file, self._table, name, scratch)


def _stamp(file: BinaryIO) -> tuple[int, int]:
    """What changes when somebody writes to a file."""
    stat = os.fstat(file.fileno())
    return stat.st_size, stat.st_mtime_ns


def plain_tensor(path: Path, name: str, tensor: Tensor) -> Tensor:
    """Detached, on the CPU, contiguous: its bytes are those of the file.

    Raises:
        ModelError: a tensor that the format cannot hold.
    """
    if name == "__metadata__" or tensor.layout != torch.strided or tensor.dtype not in DTYPE_NAMES:
        raise ModelError(path, f"cannot hold tensor {shown(name)} of {tensor.dtype}, {tensor.layout}")
    return tensor.detach().cpu().contiguous()


def write_tensors(
    path: Path, shapes: Mapping[str, tuple[str, list[int]]], tensors: Mapping[str, Tensor], metadata: Mapping[str, str]
) -> None:
    """Write a file so that either all of it or nothing of it is at `path`; same input, same bytes.

    Args:
        shapes: dtype (as in `DTYPES`) and shape of every tensor.
        tensors: asked for one at a time; a mapping may make them only then.

    Raises:
        ModelError: the disk refuses, or a tensor is not what `shapes` says.
    """
    order = sorted(shapes, key=lambda name: (-DTYPES[shapes[name][0]].itemsize, name))  # so that all are aligned
    table: dict[str, Any] = {"__metadata__": dict(metadata)}
    at = 0
    for name in order:
        dtype, shape = shapes[name]
        size = math.prod(shape) * DTYPES[dtype].itemsize
        table[name] = {"dtype": dtype, "shape": shape, "data_offsets": [at, at + size]}
        at += size
    text = json.dumps(table, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("wb") as file:
            file.write(len(text).to_bytes(8, "little") + text)
            for name in order:
                one = plain_tensor(path, name, tensors[name])
                if (DTYPE_NAMES[one.dtype], list(one.shape)) != tuple(shapes[name]):
                    raise ModelError(path, f"tensor {shown(name)} has changed while it was written")
                file.write(one.reshape(-1).view(torch.uint8).numpy().data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise ModelError(path, f"cannot be written: {error}", "check the folder and its free space") from error
    finally:
        part.unlink(missing_ok=True)


def shown(value: object) -> str:
    """A value from a file, for a message: one line, of bounded length."""
    try:
        text = ascii(value)
    except RecursionError:
        text = f"a deeply nested {type(value).__name__}"
    return text if len(text) <= 80 else text[:77] + "..."


def parse_json(path: Path, text: bytes) -> dict[str, Any]:
    """Parse one JSON object; twice the same key, NaN and endless nesting are errors."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise ValueError("duplicate key")
        return found

    def refuse(constant: str) -> NoReturn:
        raise ValueError(f"{constant} is not a number")

    try:
        value = json.loads(text.decode("utf-8"), object_pairs_hook=unique, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        raise ModelError(path, f"its header is not valid JSON: {shown(str(error))[1:-1]}", DAMAGED) from error
    if not isinstance(value, dict):
        raise ModelError(path, f"its header is {shown(value)}, not an object", DAMAGED)
    return value
