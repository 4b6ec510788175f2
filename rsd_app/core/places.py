"""Files and folders compared by what they are, not by how they are named."""

from __future__ import annotations

from pathlib import Path


def same_folder(one: Path, other: Path) -> bool:
    """Whether two paths are one folder, by whatever links and dots they are named; they need not exist."""
    return one.resolve() == other.resolve() or (identity_of(one) is not None and identity_of(one) == identity_of(other))


def is_within(path: Path, folder: Path) -> bool:
    """Whether a path is a folder or lies in it, by whatever links and dots the two are named; they need not exist."""
    real = path.resolve()
    whole = folder.resolve()
    identity = identity_of(whole)
    return any(one == whole or (identity and identity_of(one) == identity) for one in (real, *real.parents))


def identity_of(path: Path) -> tuple[int, int] | None:
    """What a file or folder is, however it is named; None where it is not there."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino
