"""Which files of a folder are taken."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rsd_app.core.errors import ConfigError
from rsd_app.engine.batch.search import FolderRules, Shard, find_files

Tree = Callable[..., Path]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """tree("a.jpg", "b/c.png"): a folder with these files."""

    def make(*names: str) -> Path:
        root = tmp_path / "in"
        for name in names:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).touch()
        return root

    return make


def names(root: Path, out: Path | None = None, **rules: object) -> list[str]:
    found, errors = find_files([root], FolderRules(**rules), out)  # type: ignore[arg-type]
    assert not errors
    return [each.relative.as_posix() for each in found]


def test_that_a_tree_is_gone_through_in_order(tree: Tree) -> None:
    root = tree("b.jpg", "a.JPG", "notes.txt", "sub/c.heic", "sub/deep/d.dng", "art/e.psd", ".hidden.jpg", ".git/f.jpg")
    assert names(root) == ["a.JPG", "b.jpg"]
    assert names(root, recursive=True) == ["a.JPG", "b.jpg", "art/e.psd", "sub/c.heic", "sub/deep/d.dng"]
    assert ".git/f.jpg" in names(root, recursive=True, hidden=True)


def test_that_patterns_choose(tree: Tree) -> None:
    root = tree("a.jpg", "b.png", "2024/c.jpg", "2024/raw/d.nef", "2025/e.jpg")
    assert names(root, recursive=True, include=("*.JPG",)) == ["a.jpg", "2024/c.jpg", "2025/e.jpg"]
    assert names(root, recursive=True, include=("2024/*",)) == ["2024/c.jpg", "2024/raw/d.nef"]
    assert names(root, recursive=True, exclude=("2024/*", "*.png")) == ["a.jpg", "2025/e.jpg"]


def test_that_results_are_not_taken_for_sources(tree: Tree) -> None:
    root = tree("a.jpg", "large/a_x4.jpg")
    assert names(root, root / "large", recursive=True) == ["a.jpg"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_that_links_are_followed_and_cycles_end(tree: Tree, tmp_path: Path) -> None:
    root = tree("a.jpg", "sub/b.jpg")
    (root / "sub" / "again").symlink_to(root)
    (root / "link.jpg").symlink_to(root / "a.jpg")
    (root / "broken.jpg").symlink_to(root / "none.jpg")
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "c.jpg").touch()
    (root / "other").symlink_to(other)
    assert names(root, recursive=True) == ["a.jpg", "link.jpg", "other/c.jpg", "sub/b.jpg"]


def test_that_names_of_any_script_are_taken(tree: Tree) -> None:
    root = tree("写真.jpg", "Фото.png", "emoji 😀.webp", "é.tif")
    assert len(names(root)) == 4
    odd = root / "odd\udcff.jpg"
    try:
        odd.touch()
    except (OSError, UnicodeError):
        return
    assert len(names(root)) == 5


def test_that_folders_that_cannot_be_listed_are_told_and_the_others_go_on(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree("a.jpg", "locked/b.jpg")
    real = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)  # root reads everything, so modes would not stop it
    found, errors = find_files([root], FolderRules(recursive=True))
    assert [each.relative.name for each in found] == ["a.jpg"]
    assert "locked: cannot be listed (Permission denied); check its permissions" in str(errors[0])


def test_that_shards_are_stable_and_whole(tree: Tree) -> None:
    root = tree(*(f"sub{i % 3}/{i}.jpg" for i in range(60)))
    parts = [names(root, recursive=True, shard=Shard(i, 3)) for i in (1, 2, 3)]
    assert sorted(name for part in parts for name in part) == sorted(names(root, recursive=True))
    assert all(10 < len(part) < 30 for part in parts)
    assert Shard.parse("2/3") == Shard(2, 3)
    for text in ("0/3", "4/3", "x", "2", "1/0"):
        with pytest.raises(ConfigError, match="--shard"):
            Shard.parse(text)


def test_that_folders_of_results_are_passed_over_by_whatever_way(tmp_path: Path) -> None:
    for name in ("in/a.png", "in/sub/b.png", "out/sub/c.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "out" / "sub")
    rules = FolderRules(recursive=True)

    def found(root: str, out: str) -> list[str]:
        return [each.path.name for each in find_files([tmp_path / root], rules, tmp_path / out)[0]]

    assert found("in", "out") == ["a.png", "b.png"]
    assert found("in", "in/../out") == ["a.png", "b.png"]
    assert found("in", "in") == ["a.png", "c.png", "b.png"]  # results among the sources: nothing tells them apart
    assert found("in/sub", "in") == ["b.png"]
