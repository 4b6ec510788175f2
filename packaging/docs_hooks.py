"""The page of the documentation that is made, not written: every command with its options, from argparse."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ROOT = Path(__file__).resolve().parent.parent
PAGE = "reference/commands.md"
INTRODUCTION = """# Commands

Every command and option, as `rsd COMMAND --help` prints them. Paths of results go to stdout, everything else to
stderr. Exit status: 0 all done; 1 some input failed; 2 wrong usage; 130 interrupted.
"""
EVERYWHERE = ("help", "verbose", "version")

SETTINGS = """
## Settings of a picture

Each is one field of `rsd_app.engine.settings.config`; its flag is described above. The last column says what it
changes: *drawing* is what the network draws, *picture* other properties of the pixels, *file* what is written around
them; these are in the recipe that a result carries. *nothing* is where and how fast a result is made.
"""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the page; MkDocs calls this before it renders."""
    from mkdocs.structure.files import File

    sys.path.insert(0, str(ROOT))
    from rsd_app.__main__ import build_parser

    files.append(File.generated(config, PAGE, content=command_reference(build_parser()) + settings_table()))
    return files


def command_reference(parser: argparse.ArgumentParser) -> str:
    """Markdown of all commands below a parser."""
    return INTRODUCTION + "\n".join(_section(command, help_) for command, help_ in _commands(parser, ""))


def settings_table() -> str:
    """Markdown of the settings of a picture, from their fields."""
    from rsd_app.engine.settings.config import UpscaleConfig
    from rsd_app.engine.settings.setting import flag_of, settings_in

    lines = [SETTINGS, "| setting | flag | values | in the window | changes |", "| --- | --- | --- | --- | --- |"]
    for field, told in settings_in(UpscaleConfig):
        flag = "" if told.flag is None else f"`{flag_of(field.name, field.default, told.flag)}`"
        values = ", ".join(map(str, told.choices)) or (
            "" if told.limits is None else "{:g} to {:g}".format(*told.limits)
        )
        row = "" if told.row is None else told.row.text
        cells = (f"`{field.name}`", flag, _escaped(values), row, told.decides)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _commands(parser: argparse.ArgumentParser, help_: str) -> Iterator[tuple[argparse.ArgumentParser, str]]:
    """The commands that do something, with their lines of help: those without commands below them."""
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not below:
        yield parser, help_
    for action in below:
        lines = {choice.dest: choice.help or "" for choice in action._choices_actions}
        for name, command in action.choices.items():
            yield from _commands(command, lines.get(name, ""))


def _section(parser: argparse.ArgumentParser, help_: str) -> str:
    about = parser.description or f"{help_[:1].upper()}{help_[1:]}."
    usage = re.sub(r"\s+", " ", parser.format_usage().removeprefix("usage: "))
    lines = [f"\n## {parser.prog}\n", _escaped(about), f"\n```text\n{usage.strip()}\n```\n"]
    for group in parser._action_groups:
        actions = [each for each in group._group_actions if each.dest not in EVERYWHERE and each.help != "==SUPPRESS=="]
        if actions:
            standard = group.title in ("positional arguments", "options")
            lines.append(f"| {'argument' if standard else group.title} | |\n| --- | --- |")
            lines += [f"| {_spelling(action)} | {_escaped(_help(parser, action))} |" for action in actions]
            lines.append("")
    return "\n".join(lines)


def _spelling(action: argparse.Action) -> str:
    value = action.metavar if isinstance(action.metavar, str) else None
    if action.choices is not None:
        value = value or "{" + ",".join(map(str, action.choices)) + "}"
    if not action.option_strings:
        return f"`{value or action.dest}`".replace("|", "\\|")
    value = value or ("" if action.nargs == 0 else action.dest.upper())
    return f"`{', '.join(action.option_strings)} {value}".replace("|", "\\|").rstrip() + "`"


def _help(parser: argparse.ArgumentParser, action: argparse.Action) -> str:
    return parser._get_formatter()._expand_help(action) if action.help else ""


def _escaped(text: str) -> str:
    return re.sub(r"([|<*_{}])", r"\\\1", text)
