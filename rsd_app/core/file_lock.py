"""Locks that end with their process, however it ends: one owner of a run directory, a journal, a result."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes
else:
    import fcntl

PATIENCE_S = 0.5  # somebody who only asks whether a file is locked holds it for a moment
_LOOK_EVERY_S = 0.05
# What other users plant under a name that can be guessed is not followed, and a pipe does not keep us waiting.
SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def try_lock(descriptor: int) -> bool:
    """Lock an open file until it is closed; False where another holds it.

    Two descriptors of one process keep each other out as well. True where the file system has no locks, as some
    network shares.
    """
    if sys.platform == "win32":
        return _try_lock_windows(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        pass
    return True


def lock_file(path: Path) -> IO[str]:
    """The open file, locked until it is closed.

    Raises:
        OSError: another process holds it, or it cannot be made.
    """
    file = path.open("a+", encoding="utf-8")
    end = time.monotonic() + PATIENCE_S
    while not try_lock(file.fileno()):
        if time.monotonic() >= end:
            file.close()
            raise BlockingIOError(errno.EAGAIN, "another process holds it", str(path))
        time.sleep(_LOOK_EVERY_S)
    return file


def is_locked(path: Path) -> bool:
    """Whether a process holds the lock; no file, no lock."""
    with contextlib.suppress(FileNotFoundError), path.open("r+", encoding="utf-8") as file:
        return not try_lock(file.fileno())
    return False


@contextmanager
def owned(path: Path, *, patience_s: float = 0.0) -> Iterator[None]:
    """Hold an empty lock file, which is made where it is missing and goes at the end.

    Args:
        patience_s: how long to wait for another owner.

    Raises:
        BlockingIOError: another holds it.
        FileExistsError: what has this name is no lock file: a link, or a file with contents. It is left alone.
        OSError: it cannot be made.
    """
    end = time.monotonic() + patience_s
    while (descriptor := _try_own(path)) is None:
        if time.monotonic() >= end:
            raise BlockingIOError(errno.EAGAIN, "another process holds it", str(path))
        time.sleep(_LOOK_EVERY_S)
    try:
        yield
    finally:
        if sys.platform == "win32":  # where a file that is open cannot be removed
            os.close(descriptor)
        with contextlib.suppress(OSError):  # on Windows: another has opened it meanwhile, and removes it
            path.unlink()
        if sys.platform != "win32":
            os.close(descriptor)


def _try_own(path: Path) -> int | None:
    """The descriptor of a lock file that is ours now, or None."""
    while True:
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | SAFELY, 0o600)
        except OSError as error:
            if error.errno in (errno.ELOOP, errno.EISDIR, errno.EMLINK):
                raise FileExistsError(errno.EEXIST, "is no lock file", str(path)) from error
            raise
        try:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1 or found.st_size:
                raise FileExistsError(errno.EEXIST, "is no lock file", str(path))
            if not try_lock(descriptor):
                os.close(descriptor)
                return None
            if is_still(descriptor, path):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)  # its owner has removed it between our two steps


def is_still(descriptor: int, path: Path) -> bool:
    """Whether an open file still has this name."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    _FAIL_AT_ONCE, _EXCLUSIVE = 1, 2
    _FAR = 0x4000_0000  # upper half of an offset that no file reaches: there the lock keeps nobody from reading

    class _Overlapped(ctypes.Structure):
        _fields_ = [
            ("internal", ctypes.c_void_p),
            ("internal_high", ctypes.c_void_p),
            ("offset", wintypes.DWORD),
            ("offset_high", wintypes.DWORD),
            ("event", wintypes.HANDLE),
        ]

    def _try_lock_windows(descriptor: int) -> bool:
        # Not msvcrt.locking, which locks at the present position, where others want to read.
        place = _Overlapped(offset_high=_FAR)
        handle = wintypes.HANDLE(msvcrt.get_osfhandle(descriptor))
        lock = ctypes.WinDLL("kernel32", use_last_error=True).LockFileEx
        return bool(lock(handle, _FAIL_AT_ONCE | _EXCLUSIVE, 0, 1, 0, ctypes.byref(place)))
