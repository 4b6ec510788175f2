"""Standard output and error that no work is lost for: closed, full, or of an encoding that lacks a file's name."""

from __future__ import annotations

import codecs
import contextlib
import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

NAMES = "rsd-names"  # how names are written, as codecs know it


@contextmanager
def tolerant_streams(say: Callable[[str], None]) -> Iterator[Callable[[], bool]]:
    """Let sys.stdout and sys.stderr take what they can while this lasts.

    What a full disk does not take is dropped and said once, on the other stream; a reader that has gone is still told
    by BrokenPipeError. Names are written as the bytes that they are on the disk, and with numbers where the encoding
    lacks a letter. Streams that are not the process' own, as a test's, are left as they are.

    Args:
        say: tells the person.

    Yields:
        Whether all that was written to stdout has gone there, so far.
    """
    _open_missing()
    codecs.register_error(NAMES, _name_bytes)
    before, lost = (sys.stdout, sys.stderr), _Lost(say)
    try:
        if sys.stderr is not None and sys.stderr is sys.__stderr__:
            sys.stderr = _guarded(sys.stderr, lambda error: None, "backslashreplace")
        if sys.stdout is not None and sys.stdout is sys.__stdout__:
            sys.stdout = _guarded(sys.stdout, lost.take, NAMES)
        yield lambda: not lost.any
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError, AttributeError):
                stream.flush()
        sys.stdout, sys.stderr = before


class _Lost:
    def __init__(self, say: Callable[[str], None]) -> None:
        self._say, self.any = say, False

    def take(self, error: OSError) -> None:
        """Something could not be written.

        Raises:
            BrokenPipeError: nobody reads any more.
        """
        if error.errno in (errno.EPIPE, errno.EINVAL) or isinstance(error, BrokenPipeError):  # EINVAL: on Windows
            raise BrokenPipeError(errno.EPIPE, "nobody reads any more") from error
        if not self.any:
            self.any = True
            self._say(f"rsd: standard output cannot be written ({error.strerror}); the results are where they belong")


class _Guard(io.RawIOBase):
    """Bytes for a stream; where it does not take them, somebody is told and they are gone."""

    def __init__(self, raw: Any, failed: Callable[[OSError], None]) -> None:
        self._raw, self._failed = raw, failed

    def write(self, data: Any) -> int:
        try:
            return int(self._raw.write(data) or 0)
        except OSError as error:
            self._failed(error)
            return len(data)

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return bool(self._raw.isatty())

    def fileno(self) -> int:
        return int(self._raw.fileno())


def _guarded(stream: Any, failed: Callable[[OSError], None], errors: str) -> TextIO:
    stream.flush()
    raw = getattr(stream.buffer, "raw", stream.buffer)
    guard = io.BufferedWriter(_Guard(raw, failed))
    return io.TextIOWrapper(guard, encoding=stream.encoding, errors=errors, line_buffering=True)


def _open_missing() -> None:
    """Give the process the streams that it was started without.

    A file that is opened next would get the number of a closed one, and what libraries say would go into it.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # the lowest number that is free: this one
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - for as long as the process


def _name_bytes(error: UnicodeError) -> tuple[str | bytes, int]:
    """For codecs: bytes that are no text as they are, letters that the encoding lacks by their numbers."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    parts = []
    for letter in error.object[error.start : error.end]:
        number = ord(letter)
        is_byte = 0xDC80 <= number <= 0xDCFF
        parts.append(bytes([number - 0xDC00]) if is_byte else letter.encode("ascii", "backslashreplace"))
    return b"".join(parts), error.end
