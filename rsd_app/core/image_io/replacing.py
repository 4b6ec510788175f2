"""A file that appears whole or not at all, and leaves nothing behind for long, not even when killed."""

from __future__ import annotations

import contextlib
import errno
import filecmp
import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rsd_app.core.file_lock import SAFELY, is_still, try_lock

NAME_BYTES = 255  # that most file systems take
PRIVATE = 0o600  # of files that only their owner may read


def hidden_beside(path: Path, suffix: str) -> Path:
    """A hidden file that belongs to `path`; under a name of its own where that would be too long."""
    name = f".{path.name}{suffix}"
    if len(os.fsencode(name)) > NAME_BYTES:
        name = f".{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]}{suffix}"
    return path.with_name(name)


@contextmanager
def replacing(
    destination: Path, *, like: Path | None = None, private: bool = False, replace: bool = True
) -> Iterator[Path]:
    """A hidden file beside `destination` that takes its place when all went well, and goes when not.

    Its name follows from the destination's, so the next attempt clears what a killed process left.

    Args:
        like: the new file is readable and writable by nobody but its owner whom this one keeps out.
        private: the new file is for its owner alone.
        replace: whether a destination that exists by then gives way.

    Raises:
        BlockingIOError: another process writes the same destination now.
        FileExistsError: the destination exists, is another, and `replace` is not set.
        OSError: no permission, disk full.
    """
    temporary = _beside(destination)
    descriptor = _claim(temporary, like, PRIVATE if private else _mode_like(like))
    try:
        if sys.platform == "win32":  # where a file that is open can be neither renamed nor removed
            os.close(descriptor)
        yield temporary
        with temporary.open("rb+") as written:
            os.fsync(written.fileno())
        try:
            _put(temporary, destination, replace=replace)
        except FileExistsError:
            if not _same_bytes(temporary, destination):
                raise
            temporary.unlink()  # a run that was killed here has put it there
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    finally:
        if sys.platform != "win32":
            os.close(descriptor)


def clear_abandoned(destination: Path) -> None:
    """Remove what a killed process left of a file that it was about to put at `destination`.

    Raises:
        OSError: another process writes it now, or it may not be removed.
    """
    _remove_if_abandoned(_beside(destination))


def _beside(destination: Path) -> Path:
    name = hashlib.sha256(os.fsencode(destination.name)).hexdigest()[:16]
    return destination.with_name(f".rsd-{name}{destination.suffix}")


def _put(temporary: Path, destination: Path, *, replace: bool) -> None:
    if replace:
        temporary.replace(destination)
    elif sys.platform == "win32":
        temporary.rename(destination)  # which refuses what exists
    else:
        try:
            os.link(temporary, destination)  # the only step of POSIX that refuses what exists
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            if os.path.lexists(destination):
                raise FileExistsError(errno.EEXIST, "exists", str(destination)) from None
            temporary.rename(destination)
        else:
            with contextlib.suppress(OSError):  # the file is in its place; the next attempt clears the other name
                temporary.unlink()


def _same_bytes(one: Path, other: Path) -> bool:
    return not other.is_symlink() and filecmp.cmp(one, other, shallow=False)


def _claim(path: Path, like: Path | None, mode: int) -> int:
    """A descriptor of `path`, newly created and, where the system has them, locked until it is closed."""
    while True:
        # opened by hand and not by tempfile, whose files only their owner may read
        try:
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, mode)
        except FileExistsError:
            _remove_if_abandoned(path)
            continue
        if try_lock(descriptor) and is_still(descriptor, path):
            _keep_out_other_groups(descriptor, like)
            return descriptor
        os.close(descriptor)


def _mode_like(source: Path | None) -> int:
    """For os.open, which takes off what the user's umask says."""
    if source is None:
        return 0o666
    try:
        return PRIVATE | (source.stat().st_mode & 0o666)
    except OSError:
        return PRIVATE


def _keep_out_other_groups(descriptor: int, like: Path | None) -> None:
    """What the group of `like` may, another group may only where everybody may."""
    if like is None or sys.platform == "win32":
        return
    found = os.fstat(descriptor)
    try:
        same = like.stat().st_gid == found.st_gid
    except OSError:
        same = False
    everybody = stat.S_IMODE(found.st_mode) & 0o7
    if not same:
        os.fchmod(descriptor, (stat.S_IMODE(found.st_mode) & ~0o070) | everybody << 3)


def _remove_if_abandoned(path: Path) -> None:
    """Remove a file whose process is gone; never written into, since in a shared folder it may be anyone's."""
    if sys.platform == "win32":
        path.unlink(missing_ok=True)  # refused while it is open
        return
    if path.is_symlink():  # removed, not followed
        path.unlink(missing_ok=True)
        return
    try:
        descriptor = os.open(path, os.O_RDONLY | SAFELY)
    except FileNotFoundError:
        return
    try:
        if try_lock(descriptor):
            if is_still(descriptor, path):
                path.unlink(missing_ok=True)
        elif path.exists():
            raise BlockingIOError(errno.EAGAIN, "another process is writing it", str(path))
    finally:
        os.close(descriptor)
