"""The documentation is true: the commands it prints parse, and the files and names it points to exist."""

from __future__ import annotations

import ast
import importlib.util
import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest

from rsd_app.__main__ import build_parser
from rsd_app.engine.settings.config import UpscaleConfig

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")]
PAGES += sorted(page for page in (ROOT / "docs").rglob("*.md") if page.name != "results-notebook.md")


def commands(page: Path) -> list[list[str]]:
    """The words of every `rsd …` line in a page's code blocks."""
    blocks = re.findall(r"^```sh\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    lines = [shlex.split(line, comments=True) for block in blocks for line in block.splitlines()]
    return [words[1:] for words in lines if words and Path(words[0]).name == "rsd"]


ALL_COMMANDS = [(page.name, words) for page in PAGES for words in commands(page)]


@pytest.mark.parametrize(("page", "words"), ALL_COMMANDS, ids=[" ".join(words) for _, words in ALL_COMMANDS])
def test_that_a_printed_command_is_understood(page: str, words: list[str]) -> None:
    assert callable(build_parser().parse_args(words or ["gui"]).run)


# `folder/module.py`, or `folder/module.py:name` for something that the module defines.
POINTER = re.compile(r"`((?:rsd_app|trainer|packaging|tests|docs|resources)/[\w./-]+?)(?::([A-Za-z_][\w.]*))?`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_that_what_a_page_points_to_exists(page: Path) -> None:
    for place, name in POINTER.findall(page.read_text(encoding="utf-8")):
        path = ROOT / place
        assert path.exists(), f"{page.name}: {place}"
        assert not name or name in defined(path), f"{page.name}: {place}:{name}"


def defined(path: Path) -> set[str]:
    """Functions, classes and constants of a module, methods as Class.method."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{each.name}" for each in node.body if isinstance(each, ast.FunctionDef)}
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


def test_that_the_command_reference_has_every_command_and_option() -> None:
    spec = importlib.util.spec_from_file_location("docs_hooks", ROOT / "packaging" / "docs_hooks.py")
    assert spec is not None
    assert spec.loader is not None
    hooks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hooks)
    page = hooks.command_reference(build_parser()) + hooks.settings_table()
    assert {field.name for field in fields(UpscaleConfig)} <= set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    for command in ("rsd upscale", "rsd gui", "rsd models import", "rsd train run", "rsd bench speed", "rsd doctor"):
        assert f"\n## {command}\n" in page
    for option in ("--trust-seeds N", "--learn-auto", "-o, --out FILE\\|DIR", "--format {same,png,"):
        assert option in page
