"""The picture being made: a scratch file of rows, and a map of those that are finished.

Layout: the raw rows, interleaved, in the machine's byte order, as the writer wants them; then 64 KiB that say
what they are (magic, JSON, a map with one byte a band of rows). Rows are on the disk before the map says so.
"""

from __future__ import annotations

import errno
import json
import os
import stat
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rsd_app.core.errors import DiskFullError, ImageWriteError
from rsd_app.core.file_lock import SAFELY, owned
from rsd_app.core.image_io.replacing import PRIVATE, clear_abandoned, hidden_beside
from rsd_app.core.progress import Cancelled

MAGIC = b"RSDCANV1"
TRAILER_BYTES = 65536
MAP_START = 4096
MAX_BANDS = TRAILER_BYTES - MAP_START
SYNC_EVERY_S = 2.0
FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", None))  # Windows has no quotas of this kind


@dataclass(frozen=True, kw_only=True)
class CanvasSpec:
    """What a canvas holds; a resume needs the same."""

    recipe: str  # fingerprint of source, model, settings and seed
    width: int  # of the result, in pixels
    height: int
    bands: int  # channels per pixel
    bits: int  # 8 or 16

    @property
    def row_bytes(self) -> int:
        """Of one row of the result."""
        return self.width * self.bands * self.bits // 8

    @property
    def pixel_bytes(self) -> int:
        """Of all rows: where the trailer starts."""
        return self.row_bytes * self.height

    @property
    def band_rows(self) -> int:
        """Rows that one byte of the map stands for."""
        return max(16, -(-self.height // MAX_BANDS))


class Canvas:
    """A scratch file; made by `create` or `reopen`.

    Args:
        path: of the file.
        spec: of the content.
        done: rows finished, from the top.
    """

    def __init__(self, path: Path, spec: CanvasSpec, file: int, done: int) -> None:
        self.path, self.spec = path, spec
        self._file = file
        self._written = self._done = done
        self._synced = time.monotonic()

    @classmethod
    def create(cls, path: Path, spec: CanvasSpec) -> Canvas:
        """A new one; what a broken run of this program left there goes.

        Raises:
            ImageWriteError: the folder is not writable, the disk is full, or something else has its name.
        """
        try:
            _remove_leftover(path)
            file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | SAFELY, PRIVATE)
        except OSError as error:
            raise _failure(path, error) from error
        text = json.dumps(asdict(spec)).encode()
        head = MAGIC + len(text).to_bytes(4, "little") + text
        canvas = cls(path, spec, file, 0)
        try:
            os.ftruncate(file, spec.pixel_bytes + TRAILER_BYTES)
            canvas._write(head.ljust(TRAILER_BYTES, b"\0"), spec.pixel_bytes)
        except ImageWriteError:
            canvas.discard()
            raise
        except OSError as error:
            canvas.discard()
            raise _failure(path, error) from error
        return canvas

    @classmethod
    def reopen(cls, path: Path, spec: CanvasSpec) -> Canvas | None:
        """The canvas that a broken run left, if it is whole and of the same recipe; else None."""
        try:
            file = os.open(path, os.O_RDWR | SAFELY)
        except OSError:
            return None
        head = _trailer_if_ours(file) or b""
        text = json.dumps(asdict(spec)).encode()
        same = head.startswith(MAGIC + len(text).to_bytes(4, "little") + text)
        if not same or os.fstat(file).st_size != spec.pixel_bytes + TRAILER_BYTES:
            os.close(file)
            return None
        count = -(-spec.height // spec.band_rows)
        finished = head[MAP_START : MAP_START + count].find(b"\0")
        done = spec.height if finished < 0 else finished * spec.band_rows
        return cls(path, spec, file, min(done, spec.height))

    @property
    def done(self) -> int:
        """Finished rows, from the top, as a resume would find them."""
        return self._done

    def write_rows(self, y: int, rows: NDArray[np.uint8] | NDArray[np.uint16]) -> None:
        """Put rows (n, width, bands) at row y; rows come in order from `done` on.

        Raises:
            ImageWriteError: the disk is full.
        """
        self._write(np.ascontiguousarray(rows).tobytes(), y * self.spec.row_bytes)
        self._written = y + len(rows)
        if self._written == self.spec.height or time.monotonic() - self._synced > SYNC_EVERY_S:
            self.flush()

    def flush(self) -> None:
        """Rows to the disk, then the map: after this a power cut keeps them."""
        step = self.spec.band_rows
        whole = self.spec.height if self._written == self.spec.height else self._written // step * step
        if whole > self._done:
            if whole < self.spec.height:  # at the end the output follows at once and is synced itself
                os.fsync(self._file)
            first, last = self._done // step, -(-whole // step)
            self._write(b"\1" * (last - first), self.spec.pixel_bytes + MAP_START + first)
            self._done = whole
        self._synced = time.monotonic()

    def close(self) -> None:
        """Close the canvas; its file stays."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def discard(self) -> None:
        """Close the canvas and delete its file."""
        self.close()
        self.path.unlink(missing_ok=True)

    def _write(self, data: bytes | memoryview, offset: int) -> None:
        view = memoryview(data)
        try:
            if hasattr(os, "pwrite"):
                while len(view):
                    written = os.pwrite(self._file, view, offset)
                    view, offset = view[written:], offset + written
            else:  # Windows
                os.lseek(self._file, offset, os.SEEK_SET)
                while len(view):
                    view = view[os.write(self._file, view) :]
        except OSError as error:
            raise _failure(self.path, error) from error


@contextmanager
def kept_when_cancelled(canvas: Canvas | None) -> Iterator[None]:
    """A canvas that stays for a resume, but goes with an error."""
    try:
        yield
    except Cancelled:
        if canvas is not None:
            canvas.flush()
            canvas.close()
        raise
    except BaseException:
        if canvas is not None:
            canvas.discard()
        raise


@contextmanager
def released(canvas: Canvas | None) -> Iterator[None]:
    """The canvas goes at the end, or stays when cancelled."""
    with kept_when_cancelled(canvas):
        yield
    if canvas is not None:
        canvas.discard()


def canvas_path(destination: Path) -> Path:
    """Where the canvas of an output lies: hidden, beside it."""
    return hidden_beside(destination, ".rsdcanvas")


@contextmanager
def sole_maker(destination: Path) -> Iterator[None]:
    """Keep all other runs, of this process and of others, from an output and its scratch files.

    Raises:
        ImageWriteError: another run makes this output now, or the folder is not writable.
    """
    with ExitStack() as held:
        try:
            held.enter_context(owned(hidden_beside(destination, ".rsdlock")))
        except BlockingIOError as error:
            remedy = "wait for it, or name another result"
            raise ImageWriteError(destination, "is being made by another run", remedy) from error
        except FileExistsError as error:
            raise ImageWriteError(error.filename, "is in the way, and not of this program", "move it away") from error
        except OSError as error:
            raise _failure(destination, error) from error
        yield


def clear_scratch(destination: Path) -> None:
    """Remove what a killed run left of an output that is whole; what another run works on stays."""
    with suppress(OSError, ImageWriteError), sole_maker(destination):
        clear_abandoned(destination)
        _remove_leftover(canvas_path(destination))


def _remove_leftover(path: Path) -> None:
    """Remove the canvas of a broken run.

    Raises:
        FileExistsError: what is there is no canvas of this user's, but a link, or somebody's file.
        OSError: it cannot be looked at or removed.
    """
    try:
        file = os.open(path, os.O_RDONLY | SAFELY)
    except FileNotFoundError:
        return
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EMLINK, errno.EISDIR):
            raise FileExistsError(errno.EEXIST, "is no scratch file", str(path)) from error
        raise
    try:
        ours = _trailer_if_ours(file) is not None
    finally:
        os.close(file)
    if not ours:
        raise FileExistsError(errno.EEXIST, "is no scratch file", str(path))
    path.unlink(missing_ok=True)


def _trailer_if_ours(file: int) -> bytes | None:
    """What stands behind the rows, if an open file is a canvas of this user's with no second name; else None.

    One whose maker was killed at its first step is empty, or full of zeros.
    """
    found = os.fstat(file)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        return None
    if os.name == "posix" and (found.st_uid != os.geteuid() or found.st_mode & 0o077):
        return None
    os.lseek(file, max(0, found.st_size - TRAILER_BYTES), os.SEEK_SET)
    trailer = os.read(file, TRAILER_BYTES)
    return trailer if trailer.startswith(MAGIC) or MAGIC.startswith(trailer.rstrip(b"\0")) else None


def _failure(path: Path, error: OSError) -> ImageWriteError:
    if isinstance(error, FileExistsError):
        return ImageWriteError(path, "is in the way: a file that is not of this program", "move it away")
    if isinstance(error, PermissionError):
        return ImageWriteError(path, f"cannot be made ({error.strerror})", "name another folder with -o")
    kind = DiskFullError if error.errno in FULL else ImageWriteError
    return kind(path, f"the scratch file cannot be written ({error.strerror})", "free some space on the disk")
