"""What a PyTorch pickle would do when loaded: its operations walked through, and nothing of it built or called.

Only names that describe tensors pass, only texts and numbers as keys; so that what is left for torch is work in
proportion to the file's size. See `torch_file`.
"""

from __future__ import annotations

import pickletools
import reprlib
from collections.abc import Sequence
from typing import Any, BinaryIO, cast

import torch

MAX_OPERATIONS = 1_000_000  # a tensor takes some 30; as many take a few seconds
_BYTES = {
    1: ("Char", "Byte", "Bool", "Untyped"),
    2: ("Half", "BFloat16", "Short"),
    4: ("Float", "Int"),
    8: ("Double", "Long"),
}
_STORAGES = {
    f"{module}.{kind}Storage": size
    for size, kinds in _BYTES.items()
    for kind in kinds
    for module in ("torch", "torch.storage")
}
_NAMES = {
    *_STORAGES,
    *(str(dtype) for dtype in vars(torch).values() if isinstance(dtype, torch.dtype)),
    *("collections.OrderedDict", "torch.Size", "torch._utils._rebuild_parameter"),
    *("torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor_v3"),
}
_KNOWN_AS = {"__builtin__": "builtins", "posix": "os", "nt": "os"}  # for people
_CONSTANTS = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False, "EMPTY_TUPLE": ()}
_PUSHED = ("BININT", "BININT1", "BININT2", "LONG1", "BINFLOAT", "BINUNICODE", "SHORT_BINUNICODE")


class Malformed(Exception):
    """What is wrong with the file; becomes a ModelError with its name."""


class Forbidden(Exception):
    """What the file asks to run; becomes an UnsafeFileError with its name."""


class _Name(str):
    """A name that the file looks up."""

    __slots__ = ()


class _Made:
    """What torch would make: a storage, a tensor."""


class Outline:
    """Walks through the operations of one pickle.

    Attributes:
        storages: bytes that the file claims for each storage, by its own names.
        protocol: of pickle, as the file says.
        value: of the pickle, once walked, with a `_Made` in the place of each tensor.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._stack: list[Any] = []
        self._marks: list[list[Any]] = []
        self._memo: dict[int, Any] = {}
        self.storages: dict[str, int] = {}
        self.protocol = 0
        self.value: Any = None

    def walk(self) -> Any:
        """Go to the pickle's end; returns its value.

        Raises:
            Forbidden: it asks to run something, or looks up a name that describes no tensor.
            Malformed: it does what PyTorch never writes.
            LookupError, ValueError: it is damaged.
        """
        for count, (opcode, argument, _) in enumerate(pickletools.genops(self._file)):
            if count > MAX_OPERATIONS:
                raise Malformed(f"holds more than {MAX_OPERATIONS} values")
            if opcode.name == "PROTO":
                self.protocol = cast(int, argument)
            elif opcode.name == "STOP":
                break
            elif opcode.name in _PUSHED:
                self._stack.append(argument)
            elif opcode.name in _CONSTANTS:
                self._stack.append(_CONSTANTS[opcode.name])
            else:
                self._step(opcode.name, argument)
        self.value = self._stack.pop()
        return self.value

    def _step(self, name: str, argument: Any) -> None:  # noqa: C901 - one table of operations
        stack = self._stack
        match name:
            case "EMPTY_DICT":
                stack.append({})
            case "EMPTY_LIST":
                stack.append([])
            case "MARK":
                self._marks.append(stack)
                self._stack = []
            case "BINPUT" | "LONG_BINPUT" | "MEMOIZE":
                self._memo[len(self._memo) if argument is None else argument] = stack[-1]
            case "BINGET" | "LONG_BINGET":
                stack.append(self._memo[argument])
            case "TUPLE1" | "TUPLE2" | "TUPLE3":
                stack[-int(name[-1]) :] = [tuple(stack[-int(name[-1]) :])]
            case "TUPLE":
                items = self._to_mark()
                self._stack.append(tuple(items))
            case "APPEND":
                self._extend([stack.pop()])
            case "APPENDS":
                self._extend(self._to_mark())
            case "SETITEM":
                self._update([stack.pop(-2), stack.pop()])
            case "SETITEMS":
                self._update(self._to_mark())
            case "GLOBAL" | "INST":
                stack.append(_looked_up(*argument.split(" ", 1)))
            case "STACK_GLOBAL":
                stack[-2:] = [_looked_up(*stack[-2:])]
            case "REDUCE":
                stack[-2:] = [_called(*stack[-2:])]
            case "BUILD":
                if type(stack.pop()) is not dict or type(stack[-1]) is not dict:  # the versions of a network's modules
                    raise Forbidden("the state of an object")
            case "BINPERSID":
                stack[-1] = self._storage(stack[-1])
            case "FRAME":
                pass
            case _:
                raise Malformed(f"holds the pickle operation {name}, which PyTorch never writes")

    def _to_mark(self) -> list[Any]:
        items, self._stack = self._stack, self._marks.pop()
        return items

    def _extend(self, items: Sequence[Any]) -> None:
        if type(self._stack[-1]) is not list:
            raise Malformed("adds an item to what is no list")
        self._stack[-1].extend(items)

    def _update(self, items: Sequence[Any]) -> None:
        if type(self._stack[-1]) is not dict or len(items) % 2:
            raise Malformed("sets an entry of what is no dict")
        for key, value in zip(items[::2], items[1::2], strict=True):
            # Keys of other types can be chosen so that all their hashes collide, or that one takes for ever.
            if not isinstance(key, str) and not (isinstance(key, int) and -(2**63) <= key < 2**63):
                raise Malformed("holds a dict with keys that are neither texts nor small numbers")
            self._stack[-1][key] = value

    def _storage(self, pid: object) -> _Made:
        if not isinstance(pid, tuple) or len(pid) < 5 or pid[0] != "storage" or any(pid[5:]):
            raise Malformed("refers to something that is no tensor data")
        kind, key, _location, count = pid[1:5]
        known = isinstance(kind, _Name) and kind in _STORAGES and isinstance(key, str) and type(count) is int
        if not known or not 0 <= count < 2**48:
            raise Malformed("refers to tensor data in an unknown way")
        claimed = count * _STORAGES[kind]
        if self.storages.setdefault(key, claimed) != claimed:
            raise Malformed(f"describes tensor data {shown(key)} in two ways")
        return _Made()


def _looked_up(module: object, name: object) -> _Name:
    if not isinstance(module, str) or not isinstance(name, str):
        raise Malformed("looks up a name that is no text")
    if f"{module}.{name}" not in _NAMES:
        full = f"{_KNOWN_AS.get(module, module)}.{name}"
        raise Forbidden(full if full.isprintable() and len(full) < 200 else shown(full))
    return _Name(f"{module}.{name}")


def _called(function: object, arguments: object) -> Any:
    if not isinstance(function, _Name) or type(arguments) is not tuple:
        raise Forbidden(f"a {type(function).__name__.lstrip('_')} as a function")
    if function != "collections.OrderedDict":
        return _Made()
    if arguments:
        raise Malformed("fills an ordered dict in a way that PyTorch never writes")
    return {}


def shown(value: object) -> str:
    """A value from a file, for a message: of bounded length and cost, also for lists that share lists."""
    return ascii(reprlib.repr(value))[1:-1][:80]
