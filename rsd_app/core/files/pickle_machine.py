"""A stack machine that runs the opcodes of a pickle which build data, and no others: see `safe_pickle`."""

from __future__ import annotations

import pickletools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, BinaryIO, cast

from rsd_app.core.files.pickle_values import (
    ALLOWED,
    Forbidden,
    Function,
    Malformed,
    NumpyDtype,
    Storage,
    StorageType,
    checked_key,
    checked_sizes,
    kind_of,
    shown,
)

MAX_PICKLE_BYTES = 64 * 2**20
MAX_NODES = 1_000_000
_KNOWN_AS = {"__builtin__": "builtins", "posix": "os", "nt": "os"}  # for people
_MAX_OPCODES = 5 * MAX_NODES  # a tensor takes some 30


class BoundedReader:
    """What pickletools reads through: no single read larger than a header may be."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.tell = file.tell

    def read(self, size: int) -> bytes:
        """See `BinaryIO`; raises Malformed for more than a header may hold."""
        if not 0 <= size <= MAX_PICKLE_BYTES:
            raise Malformed(f"holds one value of {size} bytes")
        return self._file.read(size)

    def readline(self) -> bytes:
        """See `BinaryIO`; at most 4096 bytes."""
        return self._file.readline(4096)


@dataclass
class Machine:
    """Runs the opcodes of one pickle that build data; every other one is an error by name."""

    reader: BoundedReader
    storages: dict[str, Storage] = field(default_factory=dict)
    stack: list[Any] = field(default_factory=list)
    marks: list[list[Any]] = field(default_factory=list)
    memo: dict[int, Any] = field(default_factory=dict)
    copied: int = 0  # by functions: a short file may hand them one long text again and again

    def run(self) -> Any:
        """Read one pickle to its end and return its value, tensors as TensorSpec."""
        for count, (opcode, argument, _) in enumerate(pickletools.genops(cast(Any, self.reader))):
            name = opcode.name
            if count > _MAX_OPCODES:
                raise Malformed(f"holds more than {_MAX_OPCODES} values")
            if name == "STOP":
                return self.stack.pop()
            if name in _PUSHED:
                self.stack.append(argument)
            elif name in _CONSTANTS:
                self.stack.append(_CONSTANTS[name]())
            elif name in _STEPS:
                _STEPS[name](self, argument)
            elif name not in ("PROTO", "FRAME"):
                raise Malformed(f"holds the pickle operation {name}, which PyTorch never writes")
        raise Malformed("is cut off")

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
            raise Malformed("is malformed: a tuple of nothing")
        self.stack[-count:] = [tuple(self.stack[-count:])]

    def _append(self, _: Any) -> None:
        self._extend([self.stack.pop()])

    def _extend(self, items: list[Any]) -> None:
        target = self.stack[-1]
        if type(target) is not list:
            raise Malformed(f"adds an item to a {kind_of(target)}")
        target.extend(items)

    def _set_item(self, _: Any) -> None:
        value, key = self.stack.pop(), self.stack.pop()
        self._update([key, value])

    def _update(self, items: list[Any]) -> None:
        target = self.stack[-1]
        if type(target) is not dict or len(items) % 2:
            raise Malformed(f"sets an entry of a {kind_of(target)}")
        for key, value in zip(items[::2], items[1::2], strict=True):
            target[checked_key(key)] = value

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
        if not isinstance(module, str) or not isinstance(name, str):
            raise Malformed("looks up a name that is no text")
        full = f"{module}.{name}"
        if full not in ALLOWED:
            full = f"{_KNOWN_AS.get(module, module)}.{name}"
            raise Forbidden(full if full.isprintable() and len(full) < 200 else shown(full))
        self.stack.append(ALLOWED[full])

    def _reduce(self, _: Any) -> None:
        arguments, function = self.stack.pop(), self.stack.pop()
        if not isinstance(function, Function) or type(arguments) is not tuple:
            raise Forbidden(f"a {kind_of(function)} as a function")
        self.copied += sum(len(a) for a in arguments if isinstance(a, str | list | tuple))
        if self.copied > MAX_NODES:
            raise Malformed("holds values repeated without end")
        try:
            self.stack.append(function.call(*arguments))
        except TypeError as error:
            raise Malformed(f"gives {function.name} {len(arguments)} values") from error

    def _build(self, _: Any) -> None:
        state, target = self.stack.pop(), self.stack[-1]
        if isinstance(target, NumpyDtype):
            if not isinstance(state, tuple) or len(state) < 2 or state[1] not in ("<", "|"):
                raise Malformed("holds a numpy value that is not little-endian")
        elif type(target) is not dict:  # of a state dict it is the versions of the modules: not needed
            raise Forbidden(f"the state of a {kind_of(target)}")

    def _storage(self, _: Any) -> None:
        pid = self.stack.pop()
        if not isinstance(pid, tuple) or len(pid) < 5 or pid[0] not in ("storage", b"storage"):
            raise Malformed("refers to something that is no tensor data")
        kind, key, _location, numel = pid[1:5]
        if not isinstance(kind, StorageType) or not isinstance(key, str | int) or any(pid[5:]):
            raise Malformed("refers to tensor data in an unknown way")
        (count,) = checked_sizes((numel,))
        storage = Storage(count * kind.dtype.itemsize, kind.dtype)
        known = self.storages.setdefault(str(key), storage)
        if (known.nbytes, known.dtype) != (storage.nbytes, storage.dtype):
            raise Malformed(f"describes tensor data {shown(key)} in two ways")
        self.stack.append(known)


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
_STEPS: dict[str, Callable[[Machine, Any], None]] = {
    "MARK": Machine._mark,
    "TUPLE": Machine._tuple,
    "TUPLE1": lambda machine, _: machine._tuple_of(1),
    "TUPLE2": lambda machine, _: machine._tuple_of(2),
    "TUPLE3": lambda machine, _: machine._tuple_of(3),
    "APPEND": Machine._append,
    "APPENDS": lambda machine, _: machine._extend(machine._pop_mark()),
    "SETITEM": Machine._set_item,
    "SETITEMS": lambda machine, _: machine._update(machine._pop_mark()),
    "BINPUT": Machine._put,
    "LONG_BINPUT": Machine._put,
    "MEMOIZE": Machine._put,
    "BINGET": Machine._get,
    "LONG_BINGET": Machine._get,
    "GLOBAL": Machine._global,
    "INST": Machine._global,  # it would also call; naming what is enough to refuse it
    "STACK_GLOBAL": Machine._stack_global,
    "REDUCE": Machine._reduce,
    "BUILD": Machine._build,
    "BINPERSID": Machine._storage,
}
