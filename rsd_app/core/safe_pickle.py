"""Read PyTorch files (.pth, .pt, .ckpt) as data: nothing in them is ever imported or called.

torch.load(weights_only=True) does not serve here: it allows calls that allocate any amount of memory
(bytearray, torch.Tensor), grows a storage that a tensor's shape exceeds, and takes strides of 0. This is a
stack machine that knows data only: a name in the file is looked up in a table of this module and nowhere
else, and every size is compared with what the file really holds before memory is made for it.
Formats: torch.serialization (zip since 1.6, the stream before).
"""

from __future__ import annotations

import io
import math
import os
import pickletools
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, BinaryIO, NoReturn, cast

import numpy as np
import torch
from torch import Tensor

from rsd_app.core.errors import ModelError, UnsafeFileError

MAX_BYTES = 16 * 2**30  # larger than any published model of this method with its optimiser state
_MAX_PICKLE_BYTES = 64 * 2**20
_MAX_NODES = 1_000_000
_MAX_DEPTH = 64
_CHUNK = 16 * 2**20
_MAGIC, _PROTOCOL = 0x1950A86A20F9469CFC6C, 1001  # torch.serialization
_DAMAGED = "the file is damaged: get it again"
_SAFETENSORS = "Get the weights as safetensors, or as a file with nothing but a state dict"
_DTYPES = {
    "Double": torch.float64,
    "Float": torch.float32,
    "Half": torch.float16,
    "BFloat16": torch.bfloat16,
    "Long": torch.int64,
    "Int": torch.int32,
    "Short": torch.int16,
    "Char": torch.int8,
    "Byte": torch.uint8,
    "Bool": torch.bool,
}


class _Malformed(Exception):
    """What is wrong with the file; turned into ModelError with its name."""


class _Forbidden(Exception):
    """The name that the file asks to run; turned into UnsafeFileError."""


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
    path = Path(path)
    try:
        with path.open("rb") as file:
            return _load(file, max_bytes)
    except _Forbidden as error:
        problem = f"asks to run {error} when loaded; it was not executed"
        raise UnsafeFileError(path, problem, _SAFETENSORS) from None
    except _Malformed as error:
        raise ModelError(path, str(error), _DAMAGED) from None
    except FileNotFoundError:
        raise ModelError(path, "does not exist") from None
    except OSError as error:
        raise ModelError(path, f"cannot be read: {error.strerror or error}") from error
    except MemoryError as error:
        raise ModelError(path, "does not fit into memory", "close other programs") from error
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise ModelError(path, "is cut off or damaged", "get it again") from error
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, RuntimeError) as error:
        # Left over for malformed content that no check foresaw: still a clear line, never executed.
        raise ModelError(path, f"is malformed ({ascii(str(error))[1:80]})", _DAMAGED) from error


def _load(file: BinaryIO, max_bytes: int) -> Any:
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    start = file.read(512)
    file.seek(0)
    if size == 0:
        raise _Malformed("is empty")
    if size > max_bytes:
        raise _Malformed(f"has {size} bytes, more than the limit of {max_bytes}")
    if start.startswith(b"PK"):
        return _load_zip(file, size, max_bytes)
    if start[257:262] == b"ustar":
        raise _Malformed("is in the tar format of PyTorch before 0.2, which is not supported")
    if start[:1] != b"\x80":
        raise _Malformed("is not a PyTorch file")
    return _load_stream(file, size, max_bytes)


# Containers


def _load_zip(file: BinaryIO, size: int, max_bytes: int) -> Any:
    with zipfile.ZipFile(file) as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
        if len(entries) != len(archive.infolist()):
            raise _Malformed("holds two entries of one name")
        for name, entry in entries.items():
            # torch.save never compresses; a compressed entry may be a bomb.
            if entry.compress_type != zipfile.ZIP_STORED or entry.compress_size != entry.file_size:
                raise _Malformed(f"holds the compressed entry {ascii(name)}, which PyTorch never writes")
        if sum(entry.file_size for entry in entries.values()) > size:
            raise _Malformed("holds entries that overlap: it would grow when unpacked")
        roots = [name.removesuffix("data.pkl") for name in entries if name.endswith("/data.pkl")]
        if len(roots) != 1:
            raise _Malformed("is a zip archive but not a PyTorch file")
        root = roots[0]
        if f"{root}constants.pkl" in entries:
            raise UnsafeFileError(cast(Any, file).name, "is a TorchScript program, not weights", _SAFETENSORS)
        if f"{root}byteorder" in entries and _small(archive, f"{root}byteorder", 16) != b"little":
            raise _Malformed("was written on a big-endian machine, which is not supported")
        machine = _Machine(_Reader(io.BytesIO(_small(archive, f"{root}data.pkl", _MAX_PICKLE_BYTES))))
        value = machine.run()
        for key, storage in machine.storages.items():
            found = entries.get(f"{root}data/{key}")
            if found is None:
                raise _Malformed(f"lacks the data of tensor {ascii(key)}")
            if found.file_size != storage.nbytes:
                raise _Malformed(
                    f"says tensor data {ascii(key)} has {storage.nbytes} bytes, has {found.file_size}"
                )
        check = _Check(max_bytes)
        check.count(value)
        for key, storage in machine.storages.items():
            with archive.open(f"{root}data/{key}") as record:
                storage.data = _read_exactly(record, storage.nbytes)
        return _resolve(value)


def _small(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    if archive.getinfo(name).file_size > limit:
        raise _Malformed(f"holds {ascii(name)} of more than {limit} bytes")
    return archive.read(name)


def _load_stream(file: BinaryIO, size: int, max_bytes: int) -> Any:
    reader = _Reader(file)
    if _Machine(reader).run() != _MAGIC:
        raise _Malformed("is a bare pickle, not a PyTorch file")
    version, system = _Machine(reader).run(), _Machine(reader).run()
    if version != _PROTOCOL or not isinstance(system, dict) or system.get("little_endian") is not True:
        raise _Malformed(f"has the unknown PyTorch format {ascii(version)[:40]}")
    machine = _Machine(reader)
    value = machine.run()
    keys = _Machine(reader).run()
    if not isinstance(keys, list) or set(map(str, keys)) != set(machine.storages):
        raise _Malformed("does not hold the tensors that it lists")
    at = file.tell()
    if at + sum(8 + storage.nbytes for storage in machine.storages.values()) > size:
        raise _Malformed("is cut off: its tensors are larger than the file")
    _Check(max_bytes).count(value)
    for key in keys:
        storage = machine.storages[str(key)]
        numel = int.from_bytes(file.read(8), "little", signed=True)
        if numel * storage.itemsize != storage.nbytes:
            raise _Malformed(f"says tensor data {ascii(key)} has {storage.nbytes} bytes, has {numel} values")
        storage.data = _read_exactly(file, storage.nbytes)
    return _resolve(value)


def _read_exactly(file: IO[bytes], nbytes: int) -> Tensor:
    raw = torch.empty(nbytes, dtype=torch.uint8)
    view, at = memoryview(raw.numpy()), 0
    while at < nbytes:
        chunk = file.read(min(_CHUNK, nbytes - at))
        if not chunk:
            raise _Malformed("is cut off within a tensor")
        view[at : at + len(chunk)] = chunk
        at += len(chunk)
    if nbytes and isinstance(file, zipfile.ZipExtFile):
        file.read(1)  # at its end the entry's checksum is compared
    return raw


class _Reader:
    """What pickletools reads through: no single read larger than a header may be."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.tell = file.tell

    def read(self, size: int) -> bytes:
        if not 0 <= size <= _MAX_PICKLE_BYTES:
            raise _Malformed(f"holds one value of {size} bytes")
        return self._file.read(size)

    def readline(self) -> bytes:
        return self._file.readline(4096)


# The values that a file may describe


@dataclass(eq=False)
class _Storage:
    nbytes: int
    dtype: torch.dtype
    data: Tensor | None = None  # uint8, (nbytes,), once read

    @property
    def itemsize(self) -> int:
        return self.dtype.itemsize


@dataclass(eq=False, frozen=True)
class _TensorSpec:
    storage: _Storage
    dtype: torch.dtype
    offset: int
    size: tuple[int, ...]
    stride: tuple[int, ...]

    @property
    def nbytes(self) -> int:
        return math.prod(self.size) * self.dtype.itemsize

    def build(self) -> Tensor:
        if self.storage.data is None:
            raise _Malformed("uses tensor data that it does not hold")
        if not self.nbytes:
            return torch.empty(self.size, dtype=self.dtype)
        return self.storage.data.view(self.dtype).as_strided(self.size, self.stride, self.offset)


@dataclass(frozen=True)
class _StorageType:
    dtype: torch.dtype


@dataclass(frozen=True)
class _Function:
    name: str
    call: Callable[..., Any]


@dataclass(frozen=True)
class _NumpyDtype:
    name: str


def _sizes(value: object) -> tuple[int, ...]:
    if not isinstance(value, tuple | list) or len(value) > 16:
        raise _Malformed(f"holds a tensor whose shape or stride is {ascii(value)[:60]}")
    if any(type(n) is not int or not 0 <= n < 2**48 for n in value):
        raise _Malformed(f"holds a tensor whose shape or stride is {ascii(value)[:60]}")
    return tuple(value)


def _tensor(storage: object, offset: object, size: object, stride: object, *_: object) -> _TensorSpec:
    if not isinstance(storage, _Storage):
        raise _Malformed("holds a tensor without storage")
    return _typed_tensor(storage, storage.dtype, offset, size, stride)


def _tensor_v3(
    storage: object,
    offset: object,
    size: object,
    stride: object,
    grad: object,
    hooks: object,
    dtype: object,
    *_: object,
) -> _TensorSpec:
    if not isinstance(storage, _Storage) or dtype not in _DTYPES.values():
        raise _Malformed(f"holds a tensor of {ascii(dtype)[:60]}")
    return _typed_tensor(storage, cast(torch.dtype, dtype), offset, size, stride)


def _typed_tensor(
    storage: _Storage, dtype: torch.dtype, offset: Any, size: object, stride: object
) -> _TensorSpec:
    """A tensor that lies within its storage and has no more values than it (an expanded one would grow)."""
    shape, strides = _sizes(size), _sizes(stride)
    (start,) = _sizes((offset,))
    available, rest = divmod(storage.nbytes, dtype.itemsize)
    if len(shape) != len(strides) or rest:
        raise _Malformed(f"holds a tensor of shape {shape} and stride {strides} on {storage.nbytes} bytes")
    numel = math.prod(shape)
    last = start + sum((n - 1) * step for n, step in zip(shape, strides, strict=True)) if numel else 0
    if numel > available or (numel and last >= available) or math.prod(max(n, 1) for n in shape) >= 2**48:
        problem = f"holds a tensor of shape {shape}, stride {strides}, offset {start}"
        raise _Malformed(f"{problem} that exceeds its data of {available} values")
    return _TensorSpec(storage, dtype, start, shape, strides)


def _parameter(data: object, *_: object) -> _TensorSpec:
    if not isinstance(data, _TensorSpec):
        raise _Malformed("holds a parameter that is no tensor")
    return data


def _ordered_dict(pairs: object = ()) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    if not isinstance(pairs, list | tuple) or any(
        not isinstance(p, list | tuple) or len(p) != 2 for p in pairs
    ):
        raise _Malformed("holds an ordered dict without pairs")
    for key, value in pairs:
        found[_key(key)] = value
    return found


def _key(key: object) -> Any:
    # Hashing a tuple of tuples of tuples may take for ever.
    if not isinstance(key, str | int | float | bytes | None):
        raise _Malformed(f"holds a dict with a key of type {type(key).__name__.lstrip('_')}")
    return key


def _bytes(text: object, encoding: object) -> bytes:
    if not isinstance(text, str) or encoding not in ("latin1", "latin-1"):
        raise _Malformed("holds bytes in an unknown encoding")
    return text.encode("latin1")


def _numpy_dtype(name: object, *_: object) -> _NumpyDtype:
    if name not in ("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"):
        raise _Malformed(f"holds a numpy value of the type {ascii(name)[:40]}")
    return _NumpyDtype(str(name))


def _numpy_scalar(dtype: object, data: object) -> Any:
    if not isinstance(dtype, _NumpyDtype) or not isinstance(data, bytes):
        raise _Malformed("holds a numpy value without type or bytes")
    return np.frombuffer(data, dtype=np.dtype(f"<{dtype.name}"), count=1)[0].item()


def _allowed() -> Iterator[tuple[str, Any]]:
    functions = {
        "collections.OrderedDict": _ordered_dict,
        "torch._utils._rebuild_tensor": _tensor,
        "torch._utils._rebuild_tensor_v2": _tensor,
        "torch._utils._rebuild_tensor_v3": _tensor_v3,
        "torch._utils._rebuild_parameter": _parameter,
        "torch._utils._rebuild_parameter_with_state": _parameter,
        "torch.Size": _sizes,
        "_codecs.encode": _bytes,
        "numpy.dtype": _numpy_dtype,
        "numpy.core.multiarray.scalar": _numpy_scalar,
        "numpy._core.multiarray.scalar": _numpy_scalar,
    }
    for name, call in functions.items():
        yield name, _Function(name, call)
    for name, dtype in _DTYPES.items():
        yield f"torch.{name}Storage", _StorageType(dtype)
        yield str(dtype), dtype
    for name in ("torch.UntypedStorage", "torch.storage.UntypedStorage"):
        yield name, _StorageType(torch.uint8)


_ALLOWED: dict[str, Any] = dict(_allowed())


# The machine


@dataclass
class _Machine:
    """Runs the opcodes of one pickle that build data; every other one is an error by name."""

    reader: _Reader
    storages: dict[str, _Storage] = field(default_factory=dict)
    stack: list[Any] = field(default_factory=list)
    marks: list[list[Any]] = field(default_factory=list)
    memo: dict[int, Any] = field(default_factory=dict)

    def run(self) -> Any:
        for opcode, argument, _ in pickletools.genops(cast(Any, self.reader)):
            name = opcode.name
            if name == "STOP":
                return self.stack.pop()
            if name in _PUSHED:
                self.stack.append(argument)
            elif name in _CONSTANTS:
                self.stack.append(_CONSTANTS[name]())
            elif name in _STEPS:
                _STEPS[name](self, argument)
            elif name not in ("PROTO", "FRAME"):
                raise _Forbidden(f"the pickle operation {name}")
        raise _Malformed("is cut off")

    def _mark(self, _: Any) -> None:
        self.marks.append(self.stack)
        self.stack = []

    def _pop_mark(self) -> list[Any]:
        items, self.stack = self.stack, self.marks.pop()
        return items

    def _tuple(self, _: Any) -> None:
        items = self._pop_mark()
        self.stack.append(tuple(items))

    def _tuple_of(self, count: int) -> None:
        if len(self.stack) < count:
            raise _Malformed("is malformed: a tuple of nothing")
        self.stack[-count:] = [tuple(self.stack[-count:])]

    def _append(self, _: Any) -> None:
        self._extend([self.stack.pop()])

    def _extend(self, items: list[Any]) -> None:
        target = self.stack[-1]
        if type(target) is not list:
            raise _Malformed(f"adds an item to a {_kind(target)}")
        target.extend(items)

    def _set_item(self, _: Any) -> None:
        value, key = self.stack.pop(), self.stack.pop()
        self._update([key, value])

    def _update(self, items: list[Any]) -> None:
        target = self.stack[-1]
        if type(target) is not dict or len(items) % 2:
            raise _Malformed(f"sets an entry of a {_kind(target)}")
        for key, value in zip(items[::2], items[1::2], strict=True):
            target[_key(key)] = value

    def _put(self, index: int | None) -> None:
        self.memo[len(self.memo) if index is None else int(index)] = self.stack[-1]

    def _get(self, index: int) -> None:
        self.stack.append(self.memo[int(index)])

    def _global(self, argument: str) -> None:
        module, _, name = argument.partition(" ")
        self._name(module, name)

    def _stack_global(self, _: Any) -> None:
        name, module = self.stack.pop(), self.stack.pop()
        self._name(module, name)

    def _name(self, module: object, name: object) -> None:
        full = f"{module}.{name}"
        if full not in _ALLOWED:
            raise _Forbidden(full if full.isprintable() and len(full) < 200 else ascii(full)[:200])
        self.stack.append(_ALLOWED[full])

    def _reduce(self, _: Any) -> None:
        arguments, function = self.stack.pop(), self.stack.pop()
        if not isinstance(function, _Function) or type(arguments) is not tuple:
            raise _Forbidden(f"a {_kind(function)} as a function")
        try:
            self.stack.append(function.call(*arguments))
        except TypeError as error:
            raise _Malformed(f"gives {function.name} {len(arguments)} values") from error

    def _build(self, _: Any) -> None:
        state, target = self.stack.pop(), self.stack[-1]
        if isinstance(target, _NumpyDtype):
            if not isinstance(state, tuple) or len(state) < 2 or state[1] not in ("<", "|"):
                raise _Malformed("holds a numpy value that is not little-endian")
        elif type(target) is not dict:  # of a state dict it is the versions of the modules: not needed
            raise _Forbidden(f"the state of a {_kind(target)}")

    def _storage(self, _: Any) -> None:
        pid = self.stack.pop()
        if not isinstance(pid, tuple) or len(pid) < 5 or pid[0] not in ("storage", b"storage"):
            raise _Malformed("refers to something that is no tensor data")
        kind, key, _location, numel = pid[1:5]
        if not isinstance(kind, _StorageType) or not isinstance(key, str | int) or any(pid[5:]):
            raise _Malformed("refers to tensor data in an unknown way")
        (count,) = _sizes((numel,))
        storage = _Storage(count * kind.dtype.itemsize, kind.dtype)
        known = self.storages.setdefault(str(key), storage)
        if (known.nbytes, known.dtype) != (storage.nbytes, storage.dtype):
            raise _Malformed(f"describes tensor data {ascii(key)[:40]} in two ways")
        self.stack.append(known)


def _kind(value: object) -> str:
    return type(value).__name__.lstrip("_")


_PUSHED = {
    *("BININT", "BININT1", "BININT2", "LONG1", "LONG4", "BINFLOAT", "BINUNICODE", "SHORT_BINUNICODE"),
    *("BINUNICODE8", "BINBYTES", "SHORT_BINBYTES", "BINBYTES8", "BINSTRING", "SHORT_BINSTRING"),
}
_CONSTANTS: dict[str, Callable[[], Any]] = {
    "NONE": lambda: None,
    "NEWTRUE": lambda: True,
    "NEWFALSE": lambda: False,
    "EMPTY_DICT": dict,
    "EMPTY_LIST": list,
    "EMPTY_TUPLE": tuple,
}
_STEPS: dict[str, Callable[[_Machine, Any], None]] = {
    "MARK": _Machine._mark,
    "TUPLE": _Machine._tuple,
    "TUPLE1": lambda machine, _: machine._tuple_of(1),
    "TUPLE2": lambda machine, _: machine._tuple_of(2),
    "TUPLE3": lambda machine, _: machine._tuple_of(3),
    "APPEND": _Machine._append,
    "APPENDS": lambda machine, _: machine._extend(machine._pop_mark()),
    "SETITEM": _Machine._set_item,
    "SETITEMS": lambda machine, _: machine._update(machine._pop_mark()),
    "BINPUT": _Machine._put,
    "LONG_BINPUT": _Machine._put,
    "MEMOIZE": _Machine._put,
    "BINGET": _Machine._get,
    "LONG_BINGET": _Machine._get,
    "GLOBAL": _Machine._global,
    "STACK_GLOBAL": _Machine._stack_global,
    "REDUCE": _Machine._reduce,
    "BUILD": _Machine._build,
    "BINPERSID": _Machine._storage,
}


# The result


@dataclass
class _Check:
    """Walks a value before its data is read: bounded depth, number of values, and bytes as tensors."""

    bytes_left: int
    nodes_left: int = _MAX_NODES

    def count(self, value: object, depth: int = 0) -> None:
        self.nodes_left -= 1
        if isinstance(value, _TensorSpec):
            self.bytes_left -= value.nbytes
        if self.nodes_left < 0 or depth > _MAX_DEPTH or self.bytes_left < 0:
            raise _Malformed("holds values nested or repeated without end")
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
    if isinstance(value, _TensorSpec):
        return value.build()
    if value is None or isinstance(value, bool | int | float | str | bytes | torch.dtype):
        return value
    return _unexpected(value)


def _unexpected(value: object) -> NoReturn:
    raise _Malformed(f"holds a {_kind(value)} where a tensor or a plain value is expected")
