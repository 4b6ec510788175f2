"""Read PyTorch files (.pth, .pt, .ckpt) as data: nothing in them is ever imported or called.

torch.load(weights_only=True) does not serve here: it allows calls that allocate any amount of memory
(bytearray, torch.Tensor), grows a storage that a tensor's shape exceeds, and takes strides of 0. This is a
stack machine that knows data only: a name in the file is looked up in a table (`pickle_values`) and nowhere
else, and every size is compared with what the file really holds before memory is made for it.
Formats: torch.serialization (zip since 1.6, the stream before).
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO, NoReturn

import torch
from torch import Tensor

from rsd_app.core.errors import ModelError, RsdError, UnsafeFileError
from rsd_app.core.files.pickle_machine import MAX_NODES, MAX_PICKLE_BYTES, BoundedReader, Machine
from rsd_app.core.files.pickle_values import Forbidden, Malformed, Storage, TensorSpec, kind_of, shown

MAX_BYTES = 16 * 2**30  # larger than any published model of this method with its optimiser state
_MAX_DEPTH = 64
_CHUNK = 16 * 2**20
_MAGIC, _PROTOCOL = 0x1950A86A20F9469CFC6C, 1001  # torch.serialization
_DAMAGED = "the file is damaged: get it again"
_LEFT_OVER = (ValueError, TypeError, KeyError, IndexError, OverflowError, RuntimeError, AttributeError)
_SAFETENSORS = "get the weights as safetensors, or as a file with nothing but a state dict"


def load_torch_file(path: str | Path, *, max_bytes: int = MAX_BYTES) -> Any:
    """Read a PyTorch file without running anything of it.

    Returns:
        Dicts, lists and tuples of CPU tensors (in the dtype stored, without gradient) and plain values;
        parameters are tensors, ordered dicts are dicts.
    Args:
        max_bytes: limit on the file's size and on the sum of its tensors.
    Raises:
        UnsafeFileError: the file asks for something to be run or built that is not data.
        ModelError: it is missing, damaged, too large or no PyTorch file.
    """
    with open_torch_file(path, max_bytes=max_bytes) as file, _as_model_errors(Path(path)):
        for storage in file.storages.values():
            storage.data = file.read(storage)
        return _resolve(file.value)


@contextmanager
def open_torch_file(path: str | Path, *, max_bytes: int = MAX_BYTES) -> Iterator[TorchFile]:
    """Open a PyTorch file whose tensors are read when they are asked for; errors as `load_torch_file`."""
    with ExitStack() as stack:
        with _as_model_errors(Path(path)):
            opened = _open(Path(path), stack, max_bytes)
        yield opened


def _open(path: Path, stack: ExitStack, max_bytes: int) -> TorchFile:
    file = stack.enter_context(path.open("rb"))
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    start = file.read(512)
    file.seek(0)
    if size == 0:
        raise Malformed("is empty")
    if size > max_bytes:
        raise Malformed(f"has {size} bytes, more than the limit of {max_bytes}")
    if start[257:262] == b"ustar":
        raise Malformed("is in the tar format of PyTorch before 0.2, which is not supported")
    if start.startswith(b"PK"):
        return _open_zip(path, stack.enter_context(zipfile.ZipFile(file)), size, max_bytes)
    if start[:1] != b"\x80":
        raise Malformed("is not a PyTorch file")
    return _open_stream(path, file, size, max_bytes)


@dataclass
class TorchFile:
    """An open file.

    Attributes:
        value: as `load_torch_file` returns it, but with a TensorSpec in the place of each tensor.
        storages: by the file's own names.
        read: a storage's bytes.
    """

    path: Path
    value: Any
    storages: dict[str, Storage]
    read: Callable[[Storage], Tensor]
    _held: Storage | None = None

    def tensor(self, spec: TensorSpec) -> Tensor:
        """One tensor; of its storage one at a time is kept, so that many small parts of one are read once."""
        if self._held is not spec.storage:
            if self._held is not None:
                self._held.data = None
            with _as_model_errors(self.path):
                spec.storage.data = self.read(spec.storage)
            self._held = spec.storage
        return spec.build()


@contextmanager
def _as_model_errors(path: Path) -> Iterator[None]:
    """What goes wrong in reading, as an error that names the file."""
    try:
        yield
    except Forbidden as error:
        problem = f"asks to run {error} when loaded; it was not executed"
        raise UnsafeFileError(path, problem, _SAFETENSORS) from None
    except Malformed as error:
        raise ModelError(path, str(error), _DAMAGED) from None
    except RsdError:
        raise
    except FileNotFoundError:
        raise ModelError(path, "does not exist") from None
    except OSError as error:
        raise ModelError(path, f"cannot be read: {error.strerror or error}") from error
    except MemoryError as error:
        raise ModelError(path, "does not fit into memory", "close other programs") from error
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise ModelError(path, "is cut off or damaged", "get it again") from error
    except _LEFT_OVER as error:
        # Left over for malformed content that no check foresaw: still a clear line, never executed.
        raise ModelError(path, f"is malformed ({shown(str(error))})", _DAMAGED) from error


# Containers


def _open_zip(path: Path, archive: zipfile.ZipFile, size: int, max_bytes: int) -> TorchFile:
    entries = {entry.filename: entry for entry in archive.infolist()}
    if len(entries) != len(archive.infolist()):
        raise Malformed("holds two entries of one name")
    if any(name.endswith("/constants.pkl") for name in entries):
        raise UnsafeFileError(path, "is a TorchScript program, not weights", _SAFETENSORS)
    for name, entry in entries.items():
        # torch.save never compresses; a compressed entry may be a bomb.
        if entry.compress_type != zipfile.ZIP_STORED or entry.compress_size != entry.file_size:
            raise Malformed(f"holds the compressed entry {shown(name)}, which PyTorch never writes")
    if sum(entry.file_size for entry in entries.values()) > size:
        raise Malformed("holds entries that overlap: it would grow when unpacked")
    roots = [name.removesuffix("data.pkl") for name in entries if name.endswith("/data.pkl")]
    if len(roots) != 1:
        raise Malformed("is a zip archive but not a PyTorch file")
    root = roots[0]
    if f"{root}byteorder" in entries and _small(archive, f"{root}byteorder", 16) != b"little":
        raise Malformed("was written on a big-endian machine, which is not supported")
    machine = Machine(BoundedReader(io.BytesIO(_small(archive, f"{root}data.pkl", MAX_PICKLE_BYTES))))
    value = machine.run()
    names = {}
    for key, storage in machine.storages.items():
        found = entries.get(f"{root}data/{key}")
        if found is None:
            raise Malformed(f"lacks the data of tensor {shown(key)}")
        if found.file_size != storage.nbytes:
            raise Malformed(f"says tensor data {shown(key)} has {storage.nbytes} bytes, has {found.file_size}")
        names[id(storage)] = found.filename
    _Check(max_bytes).count(value)

    def read(storage: Storage) -> Tensor:
        with archive.open(names[id(storage)]) as record:
            return _read_exactly(record, storage.nbytes)

    return TorchFile(path, value, machine.storages, read)


def _small(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    if archive.getinfo(name).file_size > limit:
        raise Malformed(f"holds {shown(name)} of more than {limit} bytes")
    return archive.read(name)


def _open_stream(path: Path, file: BinaryIO, size: int, max_bytes: int) -> TorchFile:
    reader = BoundedReader(file)
    if Machine(reader).run() != _MAGIC:
        raise Malformed("is a bare pickle, not a PyTorch file")
    version, system = Machine(reader).run(), Machine(reader).run()
    if version != _PROTOCOL or not isinstance(system, dict) or system.get("little_endian") is not True:
        raise Malformed(f"has the unknown PyTorch format {shown(version)}")
    machine = Machine(reader)
    value = machine.run()
    keys = Machine(reader).run()
    # Only texts and numbers become text: a list that holds one list twice, and so on, would take for ever.
    if not isinstance(keys, list) or not all(isinstance(key, str | int) for key in keys):
        raise Malformed("does not list its tensors by name")
    if sorted(map(str, keys)) != sorted(machine.storages):
        raise Malformed("does not hold the tensors that it lists")
    at = file.tell()
    if at + sum(8 + storage.nbytes for storage in machine.storages.values()) > size:
        raise Malformed("is cut off: its tensors are larger than the file")
    _Check(max_bytes).count(value)
    places = {}
    for key in keys:
        storage = machine.storages[str(key)]
        file.seek(at)
        numel = int.from_bytes(file.read(8), "little", signed=True)
        if numel * storage.itemsize != storage.nbytes:
            raise Malformed(f"says tensor data {shown(key)} has {storage.nbytes} bytes, has {numel} values")
        places[id(storage)] = at + 8
        at += 8 + storage.nbytes

    def read(storage: Storage) -> Tensor:
        file.seek(places[id(storage)])
        return _read_exactly(file, storage.nbytes)

    return TorchFile(path, value, machine.storages, read)


def _read_exactly(file: IO[bytes], nbytes: int) -> Tensor:
    try:
        raw = torch.empty(nbytes, dtype=torch.uint8)
    except RuntimeError as error:  # what torch makes of it
        raise MemoryError from error
    view, at = raw.numpy().data, 0
    while at < nbytes:
        chunk = file.read(min(_CHUNK, nbytes - at))
        if not chunk:
            raise Malformed("is cut off within a tensor")
        view[at : at + len(chunk)] = chunk
        at += len(chunk)
    if nbytes and isinstance(file, zipfile.ZipExtFile):
        file.read(1)  # at its end the entry's checksum is compared
    return raw


# The result


@dataclass
class _Check:
    """Walks a value before its data is read: bounded depth, number of values, and bytes as tensors."""

    bytes_left: int
    nodes_left: int = MAX_NODES

    def count(self, value: object, depth: int = 0) -> None:
        """Take a value and all below it off what is left.

        Raises:
            Malformed: nothing is left.
        """
        self.nodes_left -= 1
        if isinstance(value, TensorSpec):
            self.bytes_left -= value.nbytes
        if self.nodes_left < 0 or depth > _MAX_DEPTH or self.bytes_left < 0:
            raise Malformed("holds values nested or repeated without end")
        for child in _children(value):
            self.count(child, depth + 1)


def _children(value: object) -> Any:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()


def _resolve(value: object) -> Any:
    """The value with its tensors built."""
    if isinstance(value, dict):
        return {key: _resolve(child) for key, child in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_resolve(child) for child in value)
    if isinstance(value, TensorSpec):
        return value.build()
    if value is None or isinstance(value, bool | int | float | str | bytes | torch.dtype):
        return value
    return _unexpected(value)


def _unexpected(value: object) -> NoReturn:
    raise Malformed(f"holds a {kind_of(value)} where a tensor or a plain value is expected")
