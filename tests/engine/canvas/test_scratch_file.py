"""Scratch files are the program's own: nothing else is opened, followed, replaced or removed in their place."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from rsd_app.core.errors import ImageWriteError
from rsd_app.engine.canvas.scratch_file import Canvas, CanvasSpec, clear_scratch, sole_maker

SPEC = CanvasSpec(recipe="r", width=3, height=40, bands=3, bits=8)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")


def symbolic(canvas: Path, thesis: Path) -> None:
    canvas.symlink_to(thesis)


def hard(canvas: Path, thesis: Path) -> None:
    os.link(thesis, canvas)


def own_file(canvas: Path, thesis: Path) -> None:
    canvas.write_bytes(thesis.read_bytes())
    canvas.chmod(0o600)


def pipe(canvas: Path, thesis: Path) -> None:
    os.mkfifo(canvas)


def folder(canvas: Path, thesis: Path) -> None:
    canvas.mkdir()


def canvas_of_all(canvas: Path, thesis: Path) -> None:
    """One that everybody may write: not of our making."""
    Canvas.create(canvas, SPEC).close()
    canvas.chmod(0o666)


@pytest.mark.keeps_canvas
@pytest.mark.parametrize("plant", [symbolic, hard, own_file, pipe, folder, canvas_of_all])
def test_that_what_is_not_ours_is_left_alone(tmp_path: Path, plant: Callable[[Path, Path], None]) -> None:
    thesis, path = tmp_path / "thesis.txt", tmp_path / ".photo_x4.png.rsdcanvas"
    thesis.write_bytes(b"my thesis")
    thesis.chmod(0o600)
    plant(path, thesis)
    before = path.lstat()
    with pytest.raises(ImageWriteError, match=r"rsdcanvas: is in the way"):
        Canvas.create(path, SPEC)
    assert Canvas.reopen(path, SPEC) is None
    clear_scratch(tmp_path / "photo_x4.png")
    assert os.path.samestat(path.lstat(), before)
    assert thesis.read_bytes() == b"my thesis"


@pytest.mark.parametrize("stage", ["empty", "full of zeros", "whole"])
def test_that_what_a_killed_run_left_makes_room(tmp_path: Path, stage: str) -> None:
    path = tmp_path / ".photo_x4.png.rsdcanvas"
    Canvas.create(path, SPEC).close()
    size = path.stat().st_size
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    if stage != "whole":
        path.write_bytes(b"\0" * (0 if stage == "empty" else size))
    Canvas.create(path, SPEC).discard()
    assert not list(tmp_path.iterdir())


def test_that_a_hard_link_to_a_canvas_is_not_gone_on_with(tmp_path: Path) -> None:
    """Its other name may be anywhere, and in anybody's hands."""
    path, other = tmp_path / "canvas", tmp_path / "other"
    canvas = Canvas.create(path, SPEC)
    canvas.write_rows(0, np.ones((40, 3, 3), np.uint8))
    canvas.close()
    found = Canvas.reopen(path, SPEC)
    assert found is not None
    assert found.done == 40
    found.close()
    os.link(path, other)
    assert Canvas.reopen(path, SPEC) is None


def test_that_an_output_has_one_maker(tmp_path: Path) -> None:
    out, link = tmp_path / "out", tmp_path / "link"
    out.mkdir()
    link.symlink_to(out)
    with sole_maker(out / "a.png"):
        with pytest.raises(ImageWriteError, match=r"a\.png: is being made by another run"), sole_maker(link / "a.png"):
            pytest.fail("it had a maker")
        with sole_maker(out / "b.png"):
            pass
    with sole_maker(link / "a.png"):
        pass
    assert not list(out.iterdir())


def test_that_a_foreign_lock_file_is_not_touched(tmp_path: Path) -> None:
    lock = tmp_path / ".a.png.rsdlock"
    lock.write_text("mine")
    with pytest.raises(ImageWriteError, match="is in the way"), sole_maker(tmp_path / "a.png"):
        pytest.fail("it is no lock")
    assert lock.read_text() == "mine"
    lock.unlink()
