"""Values from JSON, held to the types that they are to have: what every file of this program is read through."""

from __future__ import annotations

import dataclasses
import functools
import json
import math
import types
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints, overload

from rsd_app.core.errors import RsdError

T = TypeVar("T")
INT_LIMIT = 2**63  # what fits into the integers of the libraries behind
SHOWN = 40  # characters of a wrong value


class DecodeError(ValueError):
    """What a file holds is of another type than it has to be."""


def parse_json(text: str | bytes) -> Any:
    """What JSON says.

    Raises:
        DecodeError: it is none, or nested deeper than anything of this program.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DecodeError(f"is no JSON ({error})") from error


@overload
def decode(kind: type[T], value: object, where: str = "") -> T: ...


@overload
def decode(kind: object, value: object, where: str = "") -> Any: ...


def decode(kind: Any, value: object, where: str = "") -> Any:
    """A value as `kind`: a dataclass, a union, Literal, Enum, tuple, list, dict, Path or a plain type.

    Numbers are finite and fit into 64 bits; 1 is no bool and True no number; text holds no half of a pair of
    surrogates but for those that stand for the bytes of file names; a dataclass has no keys beside its fields.

    Args:
        where: of the value within its file, for the error.

    Raises:
        DecodeError: it is something else; the first place where it is.
        RsdError: as a dataclass itself raises.
    """
    return _decode(kind, value, where)


class Fields:
    """The fields of an object from a file, each held to its type; one that is of another is left out, and named.

    Args:
        values: from JSON.
        problems: takes a sentence for each field that is left out.
        where: the object stands within its file.
    """

    def __init__(self, values: object, problems: list[str], where: str = "") -> None:
        self._values: Mapping[Any, Any] = {}
        self.problems, self.where = problems, where
        if isinstance(values, Mapping):
            self._values = values
        else:
            problems.append(str(_wrong(values, "an object", where)))

    def __contains__(self, name: object) -> bool:
        return name in self._values

    def get(self, name: Any, kind: Any, default: Any) -> Any:
        """The field as `kind`; the default where it is missing or of another type."""
        if name not in self._values:
            return default
        try:
            return _decode(kind, self._values[name], self.place(name))
        except (DecodeError, RsdError) as error:
            self.problems.append(str(error))
            return default

    def all(self, kind: Any) -> list[Any]:
        """All fields that are of a type, in their order."""
        missing = object()
        found = [self.get(name, kind, missing) for name in self._values]
        return [value for value in found if value is not missing]

    def place(self, name: object) -> str:
        """Of a field within its file."""
        return _below(self.where, name)


def _decode(kind: Any, value: object, where: str) -> Any:
    origin = get_origin(kind)
    if kind is Any or kind is object:
        return value
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind, value, where)
    if origin in (Union, types.UnionType):
        return _union(get_args(kind), value, where)
    if origin is Literal:
        allowed = [one for one in get_args(kind) if type(one) is type(value) and one == value]
        if not allowed:
            raise _wrong(value, f"one of {', '.join(map(repr, get_args(kind)))}", where)
        return allowed[0]
    if origin in (tuple, list):
        return _sequence(origin, get_args(kind), value, where)
    if origin in (dict, Mapping):
        if not isinstance(value, Mapping):
            raise _wrong(value, "an object", where)
        keys, values = get_args(kind)
        return {_decode(keys, k, where): _decode(values, v, _below(where, k)) for k, v in value.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _decode(Literal[tuple(one.value for one in kind)], value, where) and kind(value)
    return _plain(kind, value, where)


def _plain(kind: Any, value: object, where: str) -> Any:
    if kind in (None, type(None)) and value is None:
        return None
    if kind is bool and isinstance(value, bool):
        return value
    if kind is int and isinstance(value, int) and not isinstance(value, bool) and -INT_LIMIT <= value < INT_LIMIT:
        return value
    if kind is float and isinstance(value, float) and math.isfinite(value):
        return value
    if kind is float and isinstance(value, int) and not isinstance(value, bool) and abs(value) < INT_LIMIT:
        return float(value)
    if kind is str and isinstance(value, str) and _is_text(value):
        return value
    if kind is Path and isinstance(value, str) and value and "\0" not in value and _is_text(value):
        return Path(value)
    names = {bool: "true or false", int: "a whole number", float: "a finite number", str: "text", Path: "a path"}
    raise _wrong(value, names.get(kind, "null"), where)


def _is_text(value: str) -> bool:
    try:
        value.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True


def _dataclass(kind: Any, value: object, where: str) -> Any:
    if not isinstance(value, Mapping):
        raise _wrong(value, "an object", where)
    hints = field_types(kind)
    for name in value:
        if name not in hints:
            raise DecodeError(f"{_below(where, name)} is not known")
    given = {name: _decode(hints[name], found, _below(where, name)) for name, found in value.items()}
    try:
        return kind(**given)
    except TypeError as error:  # a field without a default is missing
        raise DecodeError(f"{where or 'it'} is not whole ({error})") from error


def _union(kinds: tuple[Any, ...], value: object, where: str) -> Any:
    if type(None) in kinds and value is None:
        return None
    errors: list[DecodeError] = []
    for kind in kinds:
        if kind is not type(None):
            try:
                return _decode(kind, value, where)
            except DecodeError as error:
                errors.append(error)
    raise errors[0]


def _sequence(origin: type, kinds: tuple[Any, ...], value: object, where: str) -> Any:
    if not isinstance(value, list | tuple):
        raise _wrong(value, "a list", where)
    if origin is tuple and not (len(kinds) == 2 and kinds[1] is Ellipsis):
        if len(value) != len(kinds):
            raise _wrong(value, f"a list of {len(kinds)}", where)
    else:
        kinds = (kinds[0],) * len(value)
    items = zip(kinds, value, strict=True)
    return origin(_decode(kind, found, f"{where}[{index}]") for index, (kind, found) in enumerate(items))


def field_types(kind: Any) -> Mapping[str, Any]:
    """The types of a dataclass' fields, by their names."""
    return _hints(kind)


@functools.cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind) if field.init}


def _below(where: str, name: object) -> str:
    return f"{where}.{name}" if where else str(name)


def _wrong(value: object, expected: str, where: str) -> DecodeError:
    shown = ascii(value)[:SHOWN]
    return DecodeError(f"{where or 'it'} is {shown}, not {expected}")
