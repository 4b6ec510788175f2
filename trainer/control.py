"""Telling a training what to do from outside: words in a control file of its directory, and signals."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from rsd_app import STARTED_AT
from rsd_app.core.atomic_write import write_text
from rsd_app.core.errors import TrainingError

FILE = "control"
WORDS = ("pause", "continue", "save", "stop")
LONGEST_BYTES = 1000
LOOK_EVERY_S = 0.2
CLOCK_S = 0.05  # by which the clock of files may be behind
# Windows has neither; there the control file does it.
SIGNALS = {"SIGUSR1": "save", "SIGUSR2": "pause"}


def tell(run: Path, word: str) -> None:
    """Write a word for the trainer of a run directory; it is read within a step.

    Raises:
        TrainingError: no such word, or the file cannot be written.
    """
    if word not in WORDS:
        raise TrainingError(f"command {word!r}", "is unknown to a training", f"give one of {', '.join(WORDS)}")
    try:
        write_text(run / FILE, word + "\n")
    except OSError as error:
        raise TrainingError(run / FILE, f"cannot be written ({error})", "is that a run directory?") from error


class Control:
    """Reads the words; each is taken once.

    Args:
        run: the run directory. A file left there from before this process began is removed: it was meant for another
            session. What was said while the process got ready counts.
        first: this process takes the instructions; of several that train together only one does.
    """

    def __init__(self, run: Path, *, first: bool = True) -> None:
        self._file = run / FILE
        self._pending: list[str] = []  # appending and exchanging are atomic, also in a signal handler
        self._looked = 0.0
        if first:
            with contextlib.suppress(OSError):
                if self._file.stat().st_mtime < STARTED_AT - CLOCK_S:
                    self._file.unlink(missing_ok=True)

    def put(self, word: str) -> None:
        """Add a word from inside the process: a signal, a test."""
        self._pending.append(word)

    def words(self) -> tuple[list[str], list[str]]:
        """The words since the last call, and what was written that is none."""
        now = time.monotonic()
        if now - self._looked >= LOOK_EVERY_S:
            self._looked = now
            self._read()
        found, self._pending = self._pending, []
        return [w for w in found if w in WORDS], [w for w in found if w not in WORDS]

    def _read(self) -> None:
        try:
            with self._file.open("rb") as file:
                text = file.read(LONGEST_BYTES)
            self._file.unlink()
        except OSError:  # no file, as a rule
            return
        for word in text.decode("utf-8", "replace").split() or [""]:
            self.put(word.lower())

    @contextlib.contextmanager
    def signals(self) -> Iterator[None]:
        """SIGUSR1 saves now, SIGUSR2 pauses and continues; in the main thread only, where Python takes signals."""
        before = {}
        if threading.current_thread() is threading.main_thread() and os.name != "nt":
            for name, word in SIGNALS.items():
                number = getattr(signal, name)
                before[number] = signal.signal(number, self._take(word))
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _take(self, word: str) -> Callable[[int, FrameType | None], None]:
        def take(number: int, frame: FrameType | None) -> None:
            self.put(word)

        return take
