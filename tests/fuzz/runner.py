"""Cases handed to a worker, which is started anew when one ends it."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.corpus import KINDS, Kind

CASE_S = 30.0  # that a case may take, on a machine that has much else to do
START_S = 120.0
END_S = 5.0  # from the end of its input to its own end
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Result:
    """What became of a case: an answer, or a fault of the program."""

    kind: str
    number: int
    answer: str = ""
    fault: str = ""


class Worker:
    """A process for many cases."""

    def __enter__(self) -> Worker:
        # Ours, not the worker's: one that is killed cannot clear up.
        self._scratch = tempfile.TemporaryDirectory(prefix="rsd-fuzz-")
        self._start()
        return self

    def __exit__(self, *raised: object) -> None:
        self._end()
        self._scratch.cleanup()

    def run(self, kind: str, number: int) -> Result:
        """One case."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([kind, number]) + "\n")
        self._process.stdin.flush()
        line = self._line(CASE_S)
        if line:
            return Result(kind, number, **json.loads(line))
        status = self._end()
        self._start()
        problem = (
            f"takes more than {CASE_S:.0f} s" if status is None else f"ended the process ({status}): {self._last()}"
        )
        return Result(kind, number, fault=problem)

    def _start(self) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.worker"], stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=ROOT,
            env=os.environ | {"TMPDIR": self._scratch.name},
        )  # fmt: skip
        self._lines: queue.Queue[str] = queue.Queue()
        self._errors: list[str] = []
        self._readers = [
            threading.Thread(target=self._read_answers, args=(self._process,), name="fuzz-answers"),
            threading.Thread(target=self._read_errors, args=(self._process,), name="fuzz-errors"),
        ]
        for reader in self._readers:
            reader.start()
        if self._line(START_S) != "ready\n":
            self._end()
            raise RuntimeError(f"the worker does not start: {self._last()}")

    def _read_answers(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self._lines.put(line)
        self._lines.put("")

    def _read_errors(self, process: subprocess.Popen[str]) -> None:
        assert process.stderr is not None
        for line in process.stderr:
            self._errors = [*self._errors[-40:], line]

    def _last(self) -> str:
        return "".join(self._errors)[-2000:]

    def _line(self, timeout_s: float) -> str:
        try:
            return self._lines.get(timeout=timeout_s)
        except queue.Empty:
            return ""

    def _end(self) -> int | None:
        """Its status, if it has ended by itself."""
        if self._process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                self._process.stdin.close()
        try:
            status: int | None = self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            status = None
            self._process.kill()
            self._process.wait()
        for reader in self._readers:
            reader.join()
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        return status


def run_cases(numbers: Sequence[int] | range, kinds: Sequence[Kind] = KINDS) -> Iterator[Result]:
    """All kinds, a number after the other."""
    with Worker() as worker:
        for number in numbers:
            for kind in kinds:
                yield worker.run(kind.name, number)
