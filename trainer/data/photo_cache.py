"""Decoded photos on the disk, mapped into memory: a crop of a large photo reads a few rows, not a JPEG."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import threading
from pathlib import Path

import numpy as np

from rsd_app.core.atomic_write import written_beside
from trainer.data.photo_files import read_photo
from trainer.types import Picture

LEFT_FREE_BYTES = 2 * 2**30  # on the disk, for others


class PhotoCache:
    """One file of raw pixels per photo, the longest unused removed where the limit is reached.

    A photo that does not fit is decoded each time it is asked for.

    Args:
        folder: made if it is missing; several trainers may share it.
        limit_mb: of all files together.
    """

    def __init__(self, folder: Path, *, limit_mb: int) -> None:
        self._folder, self._limit = folder, limit_mb * 2**20
        self._lock = threading.Lock()

    def photo(self, path: Path) -> Picture:
        """RGB (H, W, 3), read-only, mapped where it is in the cache.

        Raises:
            ImageReadError: neither cached nor readable.
        """
        place = self._folder / f"{self._key(path)}.npy"
        with contextlib.suppress(OSError, ValueError):
            found: Picture = np.load(place, mmap_mode="r", allow_pickle=False)
            with contextlib.suppress(OSError):
                os.utime(place)  # used just now
            return found
        photo = read_photo(path)
        with self._lock, contextlib.suppress(OSError):
            self._keep(place, photo)
        return photo

    @property
    def bytes(self) -> int:
        """Size of all files together, in bytes."""
        return sum(size for _, size, _ in self._files())

    def _keep(self, place: Path, photo: Picture) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        room = min(self._limit, self.bytes + shutil.disk_usage(self._folder).free - LEFT_FREE_BYTES)
        if photo.nbytes > room:
            return
        files = sorted(self._files(), reverse=True)
        total = sum(size for _, size, _ in files)
        while files and total + photo.nbytes > room:
            _, size, oldest = files.pop()
            with contextlib.suppress(OSError):  # in use, on Windows
                oldest.unlink()
                total -= size
        with written_beside(place) as part, part.open("wb") as file:
            np.save(file, photo, allow_pickle=False)

    def _files(self) -> list[tuple[int, int, Path]]:
        """Time of last use, size and path."""
        found = []
        for path in self._folder.glob("*.npy"):
            with contextlib.suppress(OSError):
                stat = path.stat()
                found.append((stat.st_mtime_ns, stat.st_size, path))
        return found

    @staticmethod
    def _key(path: Path) -> str:
        with contextlib.suppress(OSError):
            stat = path.stat()
            facts = f"{path.absolute()}|{stat.st_size}|{stat.st_mtime_ns}"
            return hashlib.blake2b(facts.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
        return "missing"
