"""A file that appears whole or not at all, and leaves nothing behind for long, not even when killed."""

from __future__ import annotations

import errno
import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl


NAME_BYTES = 255  # that most file systems take


def hidden_beside(path: Path, suffix: str) -> Path:
    """A hidden file that belongs to `path`; under a name of its own where that would be too long."""
    name = f".{path.name}{suffix}"
    if len(os.fsencode(name)) > NAME_BYTES:
        name = f".{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]}{suffix}"
    return path.with_name(name)


@contextmanager
def replacing(destination: Path) -> Iterator[Path]:
    """A hidden file beside `destination` that takes its place when all went well, and goes when not.

    Its name follows from the destination's, so the next attempt clears what a killed process left.

    Raises:
        BlockingIOError: another process writes the same destination now.
        OSError: no permission, disk full.
    """
    name = hashlib.sha256(os.fsencode(destination.name)).hexdigest()[:16]
    temporary = destination.with_name(f".rsd-{name}{destination.suffix}")
    descriptor = _claim(temporary)
    try:
        if sys.platform == "win32":  # where a file that is open can be neither renamed nor removed
            os.close(descriptor)
        yield temporary
        with temporary.open("rb+") as written:
            os.fsync(written.fileno())
        temporary.replace(destination)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    finally:
        if sys.platform != "win32":
            os.close(descriptor)


def _claim(path: Path) -> int:
    """A descriptor of `path`, made anew and, where the system has them, locked until it is closed."""
    while True:
        # opened by hand and not by tempfile, whose files only their owner may read
        try:
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666)
        except FileExistsError:
            _remove_if_abandoned(path)
            continue
        if _lock(descriptor, path):
            return descriptor
        os.close(descriptor)


def _remove_if_abandoned(path: Path) -> None:
    """Remove a file whose process is gone; never written into, since in a shared folder it may be anyone's."""
    if sys.platform == "win32":
        path.unlink(missing_ok=True)  # refused while it is open
    else:
        if path.is_symlink():  # removed, not followed
            path.unlink(missing_ok=True)
            return
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except FileNotFoundError:
            return
        try:
            if _lock(descriptor, path):
                path.unlink(missing_ok=True)
            elif path.exists():
                raise BlockingIOError(errno.EAGAIN, "another process is writing it", str(path))
        finally:
            os.close(descriptor)


def _lock(descriptor: int, path: Path) -> bool:
    """Whether the file is ours now: locked, and still the one of that name."""
    if sys.platform != "win32":
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            pass  # some network shares have no locks
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False
