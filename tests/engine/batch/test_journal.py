"""A journal is believed as far as it speaks of its own folder and run; nothing of the user's is replaced for it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from rsd_app.engine.batch.journal import PREFIX, Journal, broken_run
from tests.engine.batch.test_run import files, kinds, photo, run
from tests.engine.toy_models import write_toy_model

pytestmark = pytest.mark.keeps_canvas


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_toy_model(tmp_path / "toy.safetensors"))


class Dead(BaseException):
    """A process that is killed."""


def die_at(name: str) -> Any:
    def emit(event: object) -> None:
        if type(event).__name__ == "Started" and event.source.name == name:  # type: ignore[attr-defined]
            raise Dead

    return emit


def broken(root: Path, out: Path, model: str, **settings: object) -> Path:
    """A run that dies at its last photo; its journal."""
    with pytest.raises(Dead):
        run([root], out, model, emit=die_at("z.png"), **settings)  # type: ignore[arg-type]
    found = broken_run(out)
    assert found is not None
    return found


def sources(root: Path, names: Sequence[str] = ("a", "b", "z")) -> Path:
    for name in names:
        photo(root / f"{name}.png", seed=ord(name))
    return root


def test_that_a_file_that_was_there_is_not_replaced(tmp_path: Path, model: str) -> None:
    root, out = sources(tmp_path / "in"), tmp_path / "out"
    out.mkdir()
    (out / "a_x4.png").write_bytes(b"my own")
    broken(root, out, model)
    photo(root / "a.png", seed=99)  # edited since
    assert kinds(run([root], out, model, resume=True)) == ["Failed", "Skipped", "Done"]
    assert (out / "a_x4.png").read_bytes() == b"my own"


def test_that_a_result_that_the_user_has_replaced_is_not_replaced(tmp_path: Path, model: str) -> None:
    root, out = sources(tmp_path / "in"), tmp_path / "out"
    broken(root, out, model)
    (out / "a_x4.png").write_bytes(b"retouched")
    (out / "b_x4.png").write_bytes(b"retouched")
    photo(root / "a.png", seed=99)
    assert kinds(run([root], out, model, resume=True)) == ["Failed", "Skipped", "Done"]
    assert (out / "a_x4.png").read_bytes() == (out / "b_x4.png").read_bytes() == b"retouched"


def test_that_a_result_of_this_run_is_made_again_when_its_source_has_changed(tmp_path: Path, model: str) -> None:
    root, out = sources(tmp_path / "in"), tmp_path / "out"
    broken(root, out, model)
    before = (out / "a_x4.png").read_bytes()
    photo(root / "a.png", seed=99)
    assert kinds(run([root], out, model, resume=True)) == ["Done", "Skipped", "Done"]
    assert (out / "a_x4.png").read_bytes() != before


def test_that_another_folder_of_photos_does_not_take_the_place_of_results(tmp_path: Path, model: str) -> None:
    """Photos of one name, from two folders, into one."""
    root, other, out = sources(tmp_path / "in"), tmp_path / "other", tmp_path / "out"
    for name in "ab":
        photo(other / f"{name}.png", seed=7)
    broken(root, out, model)
    before = (out / "a_x4.png").read_bytes()
    assert kinds(run([other], out, model, resume=True)) == ["Failed", "Failed"]
    assert (out / "a_x4.png").read_bytes() == before
    assert broken_run(out) is not None  # that of the first batch is still there


@pytest.mark.slow
@pytest.mark.parametrize("name", ["../precious.png", "{}/precious.png", "..", "sub/x.png", "a.txt"])
def test_that_no_name_leads_elsewhere(tmp_path: Path, model: str, name: str) -> None:
    root, out, precious = sources(tmp_path / "in"), tmp_path / "out", tmp_path / "precious.png"
    precious.write_bytes(b"precious")
    path = broken(root, out, model)
    found = precious.stat()
    forged = {
        "source": "a.png", "state": "done", "path": str(root / "a.png"), "stamp": [1, 1],
        "name": name.format(tmp_path), "was_there": False, "result": [found.st_size, found.st_mtime_ns],
    }  # fmt: skip
    with path.open("a") as file:
        file.write(json.dumps(forged) + "\n")
    run([root], out, model, resume=True)
    assert precious.read_bytes() == b"precious"
    assert files(out) == ["a_x4.png", "b_x4.png", "z_x4.png"]


def test_that_a_received_journal_is_not_followed(tmp_path: Path, model: str) -> None:
    root, out, received = sources(tmp_path / "in"), tmp_path / "out", tmp_path / "received"
    path = broken(root, out, model)
    received.mkdir()
    shutil.copy(path, received / path.name)
    (received / "a_x4.png").write_bytes(b"mine")
    assert broken_run(received) is None
    assert kinds(run([root], received, model, resume=True)) == ["Failed", "Done", "Done"]
    assert (received / "a_x4.png").read_bytes() == b"mine"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_that_a_linked_journal_is_not_written_to(tmp_path: Path, model: str, link: Any) -> None:
    root, out = sources(tmp_path / "in"), tmp_path / "out"
    path = broken(root, out, model)
    kept = tmp_path / "kept.jsonl"
    path.rename(kept)
    before = kept.read_bytes()
    link(kept, path)
    run([root], out, model, resume=True)
    assert kept.read_bytes() == before


LINES = [
    b"5", b"null", b"[]", b'"x"', b"{}", b'{"source": 5, "state": "done"}', b'{"source": "a.png", "state": 7}',
    b'{"source": "a.png", "state": "done", "stamp": "x"}', b'{"source": "a.png", "state": "done", "stamp": [1e999, 1]}',
    b'{"source": "a.png", "state": "done", "name": 3}', b'{"source": "a.png", "state": "done", "was_there": 1}',
    b'{"source": "\\ud800", "state": "done"}', b'{"plan": 4}', b'{"plan": [["a"]]}', b"\xff\xfe", b"[" * 100_000,
    b'{"source": "a.png", "state": "done", "result": [1, 2, 3]}', b'{"source": "a.png", "state": "done", "x": 1}',
    b'{"source": "a.png", "state": "do',
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_that_a_line_of_another_type_is_left_out(
    tmp_path: Path, model: str, line: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    root, out = sources(tmp_path / "in"), tmp_path / "out"
    path = broken(root, out, model)
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*lines[:2], line, *lines[2:]]))
    assert kinds(run([root], out, model, resume=True)) == ["Skipped", "Skipped", "Done"]
    assert f"{path}: line 3 is left out" in caplog.text


@pytest.mark.parametrize("head", [b"", b"null", b"[1]", b'{"journal": 2}', b'{"journal": "2", "settings": []}'])
def test_that_a_file_that_is_no_journal_is_left_alone(tmp_path: Path, model: str, head: bytes) -> None:
    root, out = sources(tmp_path / "in"), tmp_path / "out"
    out.mkdir()
    odd = out / ".rsdjournal-20200101-000000-1.jsonl"
    odd.write_bytes(head + b"\n")
    assert kinds(run([root], out, model, resume=True)) == ["Done"] * 3
    assert kinds(run([root], out, model)) == ["Failed"] * 3
    assert odd.read_bytes() == head + b"\n"


def test_that_a_line_after_a_cut_one_is_read(tmp_path: Path) -> None:
    work = [(tmp_path / "a.png", tmp_path / "a_x4.png")]
    journal = Journal.begin(tmp_path, {}, work)
    journal.note("a.png", "started", path=str(tmp_path / "a.png"), name="a_x4.png")
    journal.close(through=False)
    with journal.path.open("ab") as file:
        file.write(b'{"source": "a.png", "st')
    again = Journal.resume(tmp_path, {}, work)
    assert again is not None
    again.note("a.png", "done", result=(1, 2))
    again.close(through=False)
    last = Journal.resume(tmp_path, {}, work)
    assert last is not None
    assert (last.entries["a.png"].state, last.entries["a.png"].name) == ("done", "a_x4.png")
    last.close(through=True)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="names of open files are looked up in /proc")
def test_that_a_line_that_cannot_be_written_fails_no_picture(
    tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    root, out = sources(tmp_path / "in"), tmp_path / "out"
    real, count = os.fsync, 0

    def failing(descriptor: int) -> None:
        nonlocal count
        if PREFIX in str(Path(f"/proc/self/fd/{descriptor}").readlink()):
            count += 1
            if count > 2:  # head and plan are there
                raise OSError(5, "Input/output error")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", failing)
    assert kinds(run([root], out, model)) == ["Done"] * 3
    assert caplog.text.count("--resume will not know all") == 1


def test_that_what_a_kill_has_left_out_or_put_there_is_made_whole(tmp_path: Path, model: str) -> None:
    """A sidecar that is not there yet; a map that is, before its picture."""
    root, out, calm = sources(tmp_path / "in"), tmp_path / "out", tmp_path / "calm"
    calm.mkdir()
    run([root], calm, model, sidecar=True, trust=calm, trust_seeds=2)
    out.mkdir()
    broken(root, out, model, sidecar=True, trust=out, trust_seeds=2)
    (out / "a_x4.png.rsd.json").unlink()
    shutil.copy(calm / "z_x4_trust.png", out / "z_x4_trust.png")
    outcomes = run([root], out, model, resume=True, sidecar=True, trust=out, trust_seeds=2)
    assert kinds(outcomes) == ["Done", "Skipped", "Done"]
    assert {name: (out / name).read_bytes() for name in files(out)} == {
        name: (calm / name).read_bytes() for name in files(calm)
    }


def test_that_a_map_of_the_user_is_not_replaced(tmp_path: Path, model: str) -> None:
    root, out = sources(tmp_path / "in"), tmp_path / "out"
    out.mkdir()
    broken(root, out, model, trust=out, trust_seeds=2)
    (out / "z_x4_trust.png").write_bytes(b"mine")
    assert kinds(run([root], out, model, resume=True, trust=out, trust_seeds=2)) == ["Skipped", "Skipped", "Failed"]
    assert (out / "z_x4_trust.png").read_bytes() == b"mine"
