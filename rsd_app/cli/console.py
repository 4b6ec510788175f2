"""What the commands share: progress on stderr, errors, interrupts, durations."""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import TextIO

from rsd_app.core.progress import CancelToken

PLAIN_LINE_EVERY_S = 5.0
NICENESS = 10  # of what works behind others
_CLEAR = "\r\x1b[K"
_STOPPING = b"rsd: stopping; once more to stop at once\n"
_DURATION = re.compile(r"(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?")

Commands = argparse._SubParsersAction  # argparse has no public name for it


def say(text: str) -> None:
    """A line for the person, on stderr; takes the place of a progress line."""
    print((_CLEAR if sys.stderr.isatty() else "") + text, file=sys.stderr, flush=True)


def say_error(text: str) -> None:
    """Print an error as one line on stderr."""
    say("rsd: " + " ".join(text.split()))


class ProgressLine:
    """One line that is rewritten on a terminal, and repeated now and then elsewhere."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._in_place = self._stream.isatty()
        self._last = 0.0
        self._open = False

    def show(self, text: str) -> None:
        """Show the current state."""
        now = time.monotonic()
        if self._in_place:
            width = shutil.get_terminal_size().columns - 1  # a line that wraps cannot be rewritten
            self._stream.write(_CLEAR + text[:width])
            self._stream.flush()
            self._open = True
        elif now - self._last >= PLAIN_LINE_EVERY_S:
            self._last = now
            print(text, file=self._stream, flush=True)

    def clear(self) -> None:
        """Erase the line, to make room for other output."""
        if self._open:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._open = False


@contextlib.contextmanager
def interruptible() -> Iterator[CancelToken]:
    """Ctrl+C and SIGTERM ask the job to stop and be saved; a second Ctrl+C ends the program at once."""
    token = CancelToken()

    def ask(number: int, frame: FrameType | None) -> None:
        if token.cancelled:
            raise KeyboardInterrupt
        token.cancel()
        # Not print: the signal may come in the middle of one, which Python refuses to enter again.
        with contextlib.suppress(OSError):
            os.write(2, (b"\n" if os.isatty(2) else b"") + _STOPPING)

    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, ask) for number in numbers]
    try:
        yield token
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def lower_priority() -> None:
    """Let other programs come first, from here on and in every thread to come."""
    if os.name == "nt":
        import ctypes

        below_normal = 0x4000
        kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
    else:
        with contextlib.suppress(OSError):
            os.nice(NICENESS)
            # Linux weighs sessions against each other first (sched_autogroup), then niceness within each: a session
            # that is ours alone, as the window starts one for a training, has to stand back as a whole.
            session = os.getsid(0)
            if session == os.getpid() or not Path(f"/proc/{session}").exists():
                Path("/proc/self/autogroup").write_text(str(NICENESS))


def duration(text: str) -> float:
    """Seconds of "2h", "90m", "45s", "1h30m" or a plain number of seconds, for argparse."""
    try:
        seconds = float(text)
    except ValueError:
        match = _DURATION.fullmatch(text)
        if not match or not any(match.groups()):
            raise argparse.ArgumentTypeError(f"{text!r} is no time: write 2h, 90m, 45s or 1h30m") from None
        hours, minutes, rest = (float(part or 0) for part in match.groups())
        seconds = hours * 3600 + minutes * 60 + rest
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is no time above zero")
    return seconds


def severity(text: str) -> float | None:
    """`auto` or a number, for argparse; the range is checked by UpscaleConfig."""
    try:
        return None if text == "auto" else float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is neither auto nor a number from 0 to 1") from None


def in_words(seconds: float) -> str:
    """A remaining time, rounded as a person would say it."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    if seconds < 5400:
        return f"{round(seconds / 60)} min"
    return f"{seconds / 3600:.1f} h"
