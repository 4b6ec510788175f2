"""Names of results from a template, and what is done where a name is taken."""

from __future__ import annotations

import hashlib
import os
import re
import string
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from rsd_app.core.errors import ConfigError

Exists = Literal["refuse", "skip", "overwrite", "number"]  # what to do where a name is taken; number keeps both
EXISTS: tuple[Exists, ...] = ("refuse", "skip", "overwrite", "number")
DEFAULT_TEMPLATE = "{stem}_x{scale}"
SEED_MARK = "_seed{seed}"  # distinguishes variants
MAX_NAME_BYTES = 255  # of most file systems
# Room for what stands beside a result while it is made: ".NAME.rsdcanvas-0.tiff" and its canvas.
RESERVED_BYTES = 40
MAX_TEMPLATE = 500  # characters
MAX_WIDTH = 99  # of a field, its precision, or a part of a date
_DIGITS = re.compile(r"\d{1,9}")  # longer ones are cut into several, each above MAX_WIDTH
FORBIDDEN = frozenset('/\\:*?"<>|') | frozenset(map(chr, range(32)))


@dataclass(frozen=True, kw_only=True)
class NameFacts:
    """What a template may ask for."""

    stem: str  # of the source's name
    scale: float
    model: str
    width: int  # of the result, in pixels; 0 while it is not known
    height: int
    seed: int
    folder: str  # that the source is in
    seq: int  # place in the batch, from 1 on
    date: date


EXAMPLE = NameFacts(
    stem="IMG_2041", scale=4.0, model="restore-x4", width=16000, height=12000, seed=0, folder="Holiday", seq=1,
    date=date(2026, 7, 14),
)  # fmt: skip
FIELDS = tuple(NameFacts.__dataclass_fields__)


def check_template(template: str) -> None:
    """Refuse a template that makes no names.

    Raises:
        ConfigError: it is empty, has an unknown field, or asks for folders.
    """
    known = ", ".join("{" + name + "}" for name in FIELDS)
    if len(template) > MAX_TEMPLATE:
        raise ConfigError("--name", f"has {len(template)} characters", f"give {MAX_TEMPLATE} or fewer")
    try:
        parts = [part for part in string.Formatter().parse(template) if part[1] is not None]
        if any(name not in FIELDS for _, name, _, _ in parts):
            raise ConfigError("--name", f"is {template!r}", f"use {known}")
        if any(not _is_modest(form or "") for _, _, form, _ in parts):
            remedy = f"give widths up to {MAX_WIDTH}, like {{seq:04}}"
            raise ConfigError("--name", f"is {template!r}", remedy)
        name = _filled(template, EXAMPLE)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError):
        raise ConfigError("--name", f"is {template!r}", f"use {known}, with formats like {{seq:04}}") from None
    if not name.strip(". "):
        raise ConfigError("--name", f"is {template!r} and makes an empty name", f"use {known}")
    if any(letter in FORBIDDEN for letter in name):
        raise ConfigError("--name", f"is {template!r} and makes {name!r}", 'leave out / \\ : * ? " < > |')


def example_name(template: str, suffix: str = ".jpg") -> str:
    """What the template makes of an example.

    Raises:
        ConfigError: as check_template.
    """
    check_template(template)
    return _filled(template, EXAMPLE) + suffix


def named(template: str, facts: NameFacts, suffix: str) -> str:
    """The name of a result.

    A name that the system would not take is cut, with a mark of what was cut so that two stay apart.

    Args:
        suffix: with the dot.
    """
    stem = "".join("_" if letter in "/\\\0" else letter for letter in _filled(template, facts))
    room = MAX_NAME_BYTES - RESERVED_BYTES - len(suffix)
    coded = os.fsencode(stem)
    if len(coded) > room:
        mark = "~" + hashlib.sha256(coded).hexdigest()[:8]
        # bytes that are cut within a letter go with it
        stem = coded[: room - len(mark)].decode(errors="ignore") + mark
    return stem + suffix


def numbered(path: Path, number: int) -> Path:
    """The path with a number, for one that is taken."""
    return path.with_stem(f"{path.stem}-{number}")


def of_seed(path: Path, seed: int) -> Path:
    """The path of one of several variants, where its name does not say the seed yet."""
    return path.with_stem(f"{path.stem}{SEED_MARK.format(seed=seed)}")


def for_variants(template: str) -> str:
    """The template with the seed in it, so that variants of a picture stay apart."""
    fields = [name for _, name, _, _ in string.Formatter().parse(template)]
    return template if "seed" in fields else template + SEED_MARK


def _is_modest(form: str) -> bool:
    """Whether a format asks for no width that is longer than a name, and for none that another field would give."""
    return "{" not in form and all(int(digits) <= MAX_WIDTH for digits in _DIGITS.findall(form))


def _filled(template: str, facts: NameFacts) -> str:
    values = {name: getattr(facts, name) for name in FIELDS}
    values["scale"] = _Short(facts.scale)
    return string.Formatter().vformat(template, (), values)


class _Short(float):
    """A number that is written without zeros that say nothing."""

    def __format__(self, spec: str) -> str:
        return format(float(self), spec or "g")
