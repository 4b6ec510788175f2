"""What a setting is beside its type and default, said once with its field: flag, help, range, row, place in the recipe.

Whoever shows, reads or records settings goes by this: the command line (`cli.settings_flags`), the window's panel
(`gui.settings.controls`), records and fingerprints (`engine.record.recipe`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, TypeVar

from rsd_app.core.errors import ConfigError

T = TypeVar("T")
Decides = Literal["drawing", "picture", "file", "nothing"]
Place = Literal["restore", "output", "computer", "advanced"]
_KEY = "setting"
_NEVER = object()


def label(text: str) -> str:
    """Mark a text of the window for translation (context `Setting`), without Qt: packaging/translations.py finds it."""
    return text


@dataclass(frozen=True, kw_only=True)
class Row:
    """Where and how the window's panel shows a setting; its kind of control follows from the field's type.

    Args:
        place: part of the panel; rows of a part stand in the order of the fields.
        text: the row's name.
        tip: a sentence under the pointer.
        name: for screen readers, where it says more than the text.
        words: of values: of those to choose from, of None, of a box to tick (True), of a slider's ends (its limits).
        unit: behind a number.
        step: of a number's arrows.
    """

    place: Place
    text: str
    tip: str = ""
    name: str = ""
    words: Mapping[Any, str] = field(default_factory=dict)
    unit: str = ""
    step: int = 1


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A setting.

    Args:
        help: of the flag, as argparse takes it.
        decides: what another value changes: what the network draws; pixels of the result in another way; only its
            file; or nothing of it. All but "nothing" is in the record, and "drawing" in the fingerprint of a canvas.
        flag: on the command line; from the field's name where it is empty; None: there is none.
        commands: which commands have the flag: those that enlarge ("all"), or `rsd upscale` alone.
        metavar: of the flag's value; argparse's where it is empty.
        none: how None is spelt on the command line; empty where leaving out the flag is the only way.
        limits: lowest and highest number.
        choices: all values but None.
        read: makes the value of what the flag names.
        before: value of results made before there was this setting: records leave it out, so that they stay theirs.
        row: in the window's panel; None: there is none, or one of several settings that is made by hand.
    """

    help: str
    decides: Decides
    flag: str | None = ""
    commands: Literal["all", "upscale"] = "all"
    metavar: str = ""
    none: str = ""
    limits: tuple[float, float] | None = None
    choices: tuple[Any, ...] = ()
    read: Callable[[Path], Any] | None = None
    before: object = _NEVER
    row: Row | None = None


def setting(  # noqa: PLR0913 (the fields of Setting)
    default: T,
    help: str,
    *,
    decides: Decides,
    flag: str | None = "",
    commands: Literal["all", "upscale"] = "all",
    metavar: str = "",
    none: str = "",
    limits: tuple[float, float] | None = None,
    choices: tuple[Any, ...] = (),
    read: Callable[[Path], Any] | None = None,
    before: object = _NEVER,
    row: Row | None = None,
) -> T:
    """A field of a dataclass of settings; see `Setting` for the arguments."""
    told = Setting(
        help=help, decides=decides, flag=flag, commands=commands, metavar=metavar, none=none, limits=limits,
        choices=choices, read=read, before=before, row=row,
    )  # fmt: skip
    return field(default=default, metadata={_KEY: told})


def settings_in(settings: Any) -> Iterator[tuple[Field[Any], Setting]]:
    """The settings of a dataclass, or of an object of it, in their order."""
    return ((each, each.metadata[_KEY]) for each in fields(settings) if _KEY in each.metadata)


def flag_of(name: str, default: object, flag: str | None) -> str:
    """The flag of a field; one that is on by default is switched off."""
    return flag or ("--no-" if default is True else "--") + name.replace("_", "-")


def values(settings: Any, *decides: Decides) -> dict[str, Any]:
    """The values that decide these things of a result."""
    return {each.name: getattr(settings, each.name) for each, told in settings_in(settings) if told.decides in decides}


def check(settings: Any) -> None:
    """Refuse values out of their ranges.

    Raises:
        ConfigError: one is.
    """
    for each, told in settings_in(settings):
        value = getattr(settings, each.name)
        if value is None and each.default is None:
            continue
        flag = flag_of(each.name, each.default, told.flag)
        if told.limits is not None:
            low, high = told.limits
            if not low <= value <= high:  # also refuses NaN
                also = f" or {told.none}" if told.none else ""
                raise ConfigError(flag, f"is {value}", f"give a number from {low:g} to {high:g}{also}")
        if told.choices and value not in told.choices:
            raise ConfigError(flag, f"is {value!r}", f"give {_one_of(told.choices)}")


def _one_of(choices: tuple[Any, ...]) -> str:
    texts = [str(choice) for choice in choices]
    return " or ".join(texts) if len(texts) < 3 else f"one of {', '.join(texts)}"
