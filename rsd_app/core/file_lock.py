"""A lock that ends with its process: one trainer at a time in a run directory."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from typing import IO

PATIENCE_S = 0.5  # somebody who only asks whether a file is locked holds it for a moment
_LOOK_EVERY_S = 0.05


def lock_file(path: Path) -> IO[str]:
    """The open file, locked until it is closed.

    Raises:
        OSError: another process holds it, or it cannot be made.
    """
    file = path.open("a+", encoding="utf-8")
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            _take(file)
        except OSError:
            if time.monotonic() >= end:
                file.close()
                raise
            time.sleep(_LOOK_EVERY_S)
        else:
            return file


def is_locked(path: Path) -> bool:
    """Whether a process holds the lock; no file, no lock."""
    with contextlib.suppress(FileNotFoundError), path.open("r+", encoding="utf-8") as file:
        try:
            _take(file)
        except OSError:
            return True
    return False


def _take(file: IO[str]) -> None:
    """An advisory lock.

    Raises:
        OSError: held by another process.
    """
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
