"""The values that a PyTorch file may describe, and the only names that it may use.

A tensor is checked against its storage before either is made: see `safe_pickle`.
"""

from __future__ import annotations

import math
import reprlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor

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


class Malformed(Exception):
    """What is wrong with the file; turned into ModelError with its name."""


class Forbidden(Exception):
    """The name that the file asks to run; turned into UnsafeFileError."""


@dataclass(eq=False)
class Storage:
    """The bytes of one or more tensors, as the file describes them; read last."""

    nbytes: int
    dtype: torch.dtype
    data: Tensor | None = None  # uint8, (nbytes,), once read

    @property
    def itemsize(self) -> int:
        """Bytes of one value."""
        return self.dtype.itemsize


@dataclass(eq=False, frozen=True)
class TensorSpec:
    """A tensor as the file describes it; offset and strides in values, as in torch.as_strided."""

    storage: Storage
    dtype: torch.dtype
    offset: int
    size: tuple[int, ...]
    stride: tuple[int, ...]

    @property
    def nbytes(self) -> int:
        """Bytes of its values, without gaps between them."""
        return math.prod(self.size) * self.dtype.itemsize

    def build(self) -> Tensor:
        """The tensor, a view of its storage; raises Malformed where that was not read."""
        if self.storage.data is None:
            raise Malformed("uses tensor data that it does not hold")
        if not self.nbytes:
            return torch.empty(self.size, dtype=self.dtype)
        return self.storage.data.view(self.dtype).as_strided(self.size, self.stride, self.offset)


@dataclass(frozen=True)
class StorageType:
    """What a name like torch.FloatStorage stands for."""

    dtype: torch.dtype


@dataclass(frozen=True)
class Function:
    """A function of this module that stands for one of PyTorch."""

    name: str
    call: Callable[..., Any]


@dataclass(frozen=True)
class NumpyDtype:
    """A type of plain numpy numbers: "f4"."""

    name: str


def checked_sizes(value: object) -> tuple[int, ...]:
    """A shape, stride or other row of sizes, or Malformed."""
    if not isinstance(value, tuple | list) or len(value) > 16:
        raise Malformed(f"holds a tensor whose shape or stride is {shown(value)}")
    if any(type(n) is not int or not 0 <= n < 2**48 for n in value):
        raise Malformed(f"holds a tensor whose shape or stride is {shown(value)}")
    return tuple(value)


def _tensor(storage: object, offset: object, size: object, stride: object, *_: object) -> TensorSpec:
    if not isinstance(storage, Storage):
        raise Malformed("holds a tensor without storage")
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
) -> TensorSpec:
    if not isinstance(storage, Storage) or dtype not in _DTYPES.values():
        raise Malformed(f"holds a tensor of {shown(dtype)}")
    return _typed_tensor(storage, cast(torch.dtype, dtype), offset, size, stride)


def _typed_tensor(storage: Storage, dtype: torch.dtype, offset: Any, size: object, stride: object) -> TensorSpec:
    """A tensor that lies within its storage and has no more values than it (an expanded one would grow)."""
    shape, strides = checked_sizes(size), checked_sizes(stride)
    (start,) = checked_sizes((offset,))
    available, rest = divmod(storage.nbytes, dtype.itemsize)
    if len(shape) != len(strides) or rest:
        raise Malformed(f"holds a tensor of shape {shape} and stride {strides} on {storage.nbytes} bytes")
    numel = math.prod(shape)
    last = start + sum((n - 1) * step for n, step in zip(shape, strides, strict=True)) if numel else 0
    if numel > available or (numel and last >= available) or math.prod(max(n, 1) for n in shape) >= 2**48:
        problem = f"holds a tensor of shape {shape}, stride {strides}, offset {start}"
        raise Malformed(f"{problem} that exceeds its data of {available} values")
    return TensorSpec(storage, dtype, start, shape, strides)


def _parameter(data: object, *_: object) -> TensorSpec:
    if not isinstance(data, TensorSpec):
        raise Malformed("holds a parameter that is no tensor")
    return data


def _ordered_dict(pairs: object = ()) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    if not isinstance(pairs, list | tuple) or any(not isinstance(p, list | tuple) or len(p) != 2 for p in pairs):
        raise Malformed("holds an ordered dict without pairs")
    for key, value in pairs:
        found[checked_key(key)] = value
    return found


def checked_key(key: object) -> Any:
    """A dict's key, or Malformed."""
    # Hashing a tuple of tuples of tuples may take for ever.
    if not isinstance(key, str | int | float | bytes | None):
        raise Malformed(f"holds a dict with a key of type {type(key).__name__.lstrip('_')}")
    return key


def _bytes(text: object, encoding: object) -> bytes:
    if not isinstance(text, str) or encoding not in ("latin1", "latin-1"):
        raise Malformed("holds bytes in an unknown encoding")
    return text.encode("latin1")


def _numpy_dtype(name: object, *_: object) -> NumpyDtype:
    if name not in ("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"):
        raise Malformed(f"holds a numpy value of the type {shown(name)}")
    return NumpyDtype(str(name))


def _numpy_scalar(dtype: object, data: object) -> Any:
    if not isinstance(dtype, NumpyDtype) or not isinstance(data, bytes):
        raise Malformed("holds a numpy value without type or bytes")
    return np.frombuffer(data, dtype=np.dtype(f"<{dtype.name}"), count=1)[0].item()


def _allowed() -> Iterator[tuple[str, Any]]:
    functions: dict[str, Any] = {
        "collections.OrderedDict": _ordered_dict,
        "torch._utils._rebuild_tensor": _tensor,
        "torch._utils._rebuild_tensor_v2": _tensor,
        "torch._utils._rebuild_tensor_v3": _tensor_v3,
        "torch._utils._rebuild_parameter": _parameter,
        "torch._utils._rebuild_parameter_with_state": _parameter,
        "torch.Size": checked_sizes,
        "_codecs.encode": _bytes,
        "numpy.dtype": _numpy_dtype,
        "numpy.core.multiarray.scalar": _numpy_scalar,
        "numpy._core.multiarray.scalar": _numpy_scalar,
    }
    for name, call in functions.items():
        yield name, Function(name, call)
    for name, dtype in _DTYPES.items():
        yield f"torch.{name}Storage", StorageType(dtype)
        yield str(dtype), dtype
    for name in ("torch.UntypedStorage", "torch.storage.UntypedStorage"):
        yield name, StorageType(torch.uint8)


ALLOWED: dict[str, Any] = dict(_allowed())


def kind_of(value: object) -> str:
    """What a value is, for a message."""
    return type(value).__name__.lstrip("_")


def shown(value: object) -> str:
    """A value from a file, for a message: of bounded length and cost, also for lists that share lists."""
    return ascii(reprlib.repr(value))[1:-1][:80]
