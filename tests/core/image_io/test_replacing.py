"""Files that appear whole or not at all, also when the process is killed or is not alone."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from rsd_app.core.image_io.replacing import replacing

KILLED = """
import os, signal, sys
from pathlib import Path
from rsd_app.core.image_io.replacing import replacing
with replacing(Path(sys.argv[1])) as temporary:
    temporary.write_bytes(b"half")
    print(temporary, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
HELD = """
import sys
from pathlib import Path
from rsd_app.core.image_io.replacing import replacing
with replacing(Path(sys.argv[1])) as temporary:
    print("held", flush=True)
    sys.stdin.readline()
    temporary.write_bytes(b"theirs")
"""


def test_that_it_replaces_at_the_end_only(tmp_path: Path) -> None:
    path = tmp_path / "out.png"
    path.write_bytes(b"old")
    with replacing(path) as temporary:
        temporary.write_bytes(b"new")
        assert temporary.name.startswith(".")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_that_a_failure_leaves_what_was_there(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "out.png"
    path.write_bytes(b"old")

    def fail() -> None:
        with replacing(path) as temporary:
            temporary.write_bytes(b"half")
            raise error

    with pytest.raises(error):
        fail()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_that_the_next_attempt_clears_what_a_killed_process_left(tmp_path: Path) -> None:
    path = tmp_path / "out.png"
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert Path(done.stdout.strip()).read_bytes() == b"half"
    with replacing(path) as temporary:
        assert temporary.read_bytes() == b""
        temporary.write_bytes(b"whole")
    assert path.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says it in other words")
def test_that_two_processes_do_not_mix_their_results(tmp_path: Path) -> None:
    path = tmp_path / "out.png"
    command = [sys.executable, "-c", HELD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(BlockingIOError), replacing(path):
            pytest.fail("it was held")
        with replacing(tmp_path / "beside.png") as temporary:  # another name is free
            temporary.write_bytes(b"mine")
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.wait(20) == 0
    assert path.read_bytes() == b"theirs"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["beside.png", "out.png"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_that_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    path, victim = tmp_path / "out.png", tmp_path / "victim"
    victim.write_bytes(b"mine")
    with replacing(path) as temporary:
        pass
    temporary.symlink_to(victim)
    with replacing(path) as temporary:
        temporary.write_bytes(b"new")
    assert victim.read_bytes() == b"mine"
    assert not path.is_symlink()
    assert path.read_bytes() == b"new"
