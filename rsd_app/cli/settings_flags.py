"""Flags of the engine's settings, made from their fields, and the configuration that the flags ask for."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args, get_type_hints

from rsd_app.core.errors import ConfigError, ImageWriteError
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.setting import Setting, flag_of, settings_in
from rsd_app.engine.settings.sizing import PrintSize, SizeTarget


def add_flags(parser: argparse.ArgumentParser, *, of_upscale: bool) -> None:
    """Declare a flag for each setting that has one.

    Args:
        of_upscale: also those that `rsd upscale` alone has.
    """
    hints = get_type_hints(UpscaleConfig)
    for field, told in settings_in(UpscaleConfig):
        if told.flag is not None and (of_upscale or told.commands == "all"):
            flag = flag_of(field.name, field.default, told.flag)
            common: dict[str, Any] = {"dest": field.name, "default": field.default, "help": told.help}
            if isinstance(field.default, bool):
                parser.add_argument(flag, action="store_false" if field.default else "store_true", **common)
            elif told.choices:
                parser.add_argument(flag, type=type(told.choices[0]), choices=told.choices, **common)
            else:
                parser.add_argument(flag, type=_reader(hints[field.name], told), metavar=told.metavar, **common)
    _add_sizes(parser)


def config_of(args: argparse.Namespace, **fixed: Any) -> UpscaleConfig:
    """The configuration that the arguments ask for.

    Args:
        fixed: values that the command decides by itself.

    Raises:
        ConfigError: a value is out of its range.
        ImageWriteError: a folder for results cannot be made.
    """
    given: dict[str, Any] = {}
    hints = get_type_hints(UpscaleConfig)
    for field, told in settings_in(UpscaleConfig):
        if told.flag is not None and hasattr(args, field.name):
            value = getattr(args, field.name)
            if told.read is not None and isinstance(value, str):
                value = told.read(Path(value))
            elif Path in get_args(hints[field.name]):
                value = destination(value)
            given[field.name] = value
    given |= {"scale": UpscaleConfig.scale if args.scale is None else args.scale, "size": _size(args)}
    return UpscaleConfig(**given | fixed)


def destination(text: str | None) -> Path | None:
    """A file, or a folder. A trailing separator says that a folder is meant; it is made.

    Raises:
        ImageWriteError: it cannot be made.
    """
    if text is None:
        return None
    out = Path(text)
    if text.endswith(("/", os.sep)):
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ImageWriteError(out, f"cannot be made ({error.strerror})", "choose another folder") from error
    return out


def _reader(hint: Any, told: Setting) -> Callable[[str], Any]:
    """What makes a value of a flag's text, by the type of the field; files and folders stay texts here."""
    kinds = [kind for kind in get_args(hint) or (hint,) if kind in (int, float)]
    if not kinds:
        return str
    kind, what = kinds[0], "a whole number" if int in kinds else "a number"
    if not told.none:
        return kind  # type: ignore[no-any-return]

    def read(text: str) -> Any:
        try:
            return None if text == told.none else kind(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} is neither {told.none} nor {what}") from None

    return read


def _add_sizes(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("size", "at most one of these; the aspect ratio is kept").add_argument
    add("--scale", type=float, metavar="N", help="factor per side, up to 16 (default 4); 1 restores only")
    add("--width", type=int, metavar="PX")
    add("--height", type=int, metavar="PX")
    add("--long-side", type=int, metavar="PX")
    add("--short-side", type=int, metavar="PX")
    add("--megapixels", type=float, metavar="N")
    add("--print", metavar="SIZE[@DPI]", help="40x30cm@300, 12in@240, A3 or another paper (default 300 dpi)")


def _size(args: argparse.Namespace) -> SizeTarget | None:
    """The size where it is not given as a factor.

    Raises:
        ConfigError: it is given twice.
    """
    names = ("width", "height", "long_side", "short_side", "megapixels", "print")
    given = {name: value for name in names if (value := getattr(args, name)) is not None}
    if given and args.scale is not None:
        raise ConfigError("--scale", "is given beside another size", "give one of them")
    if "print" in given:
        given["print"] = PrintSize.parse(given["print"])
    return SizeTarget(**given) if given else None
