"""A lock that others see, and that ends with its holder."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from rsd_app.core.file_lock import is_locked, lock_file

HOLD = "import sys, pathlib; from rsd_app.core.file_lock import lock_file\n"
HOLD += "held = lock_file(pathlib.Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"


def test_that_a_lock_is_seen_and_ends_when_its_process_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    assert not is_locked(path)
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert is_locked(path)
        began = time.monotonic()
        with pytest.raises(OSError, match=r"\w"):
            lock_file(path)
        assert time.monotonic() - began < 5
        holder.kill()
    assert not is_locked(path)
    with lock_file(path):
        assert is_locked(path)
    assert not is_locked(path)
