"""Trainings on the disk: one folder each, with plan, run directory and log; started and continued as child processes.

The trainer does not die with the window: it continues, and is found again by its folder. Whether it is at
work is shown by locks that end with it.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from PySide6.QtCore import QIODevice, QProcess, QProcessEnvironment

from rsd_app.core.errors import TrainingError
from rsd_app.core.file_lock import is_locked
from rsd_app.gui.state.json_file import read_json, write_json
from rsd_app.gui.state.preferences import APP
from rsd_app.gui.training.process.plan import Plan
from trainer.control import tell

log = logging.getLogger(__name__)

VERSION = 1
PLAN, NAME_FORMAT = "plan.json", "%Y-%m-%d %H.%M.%S"
STARTS_S = 15.0  # after its start a trainer holds its lock by then
LOG_TAIL_BYTES = 4000
THREAD_VARIABLES = ("OMP_NUM_THREADS", "MKL_NUM_THREADS")


def trainings_dir() -> Path:
    """Where the trainings of this user are."""
    return Path(platformdirs.user_data_dir(APP)) / "trainings"


def own_command() -> list[str]:
    """The command that starts this program again, in a checkout and in a frozen build."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "rsd_app"]


@dataclass(eq=False)
class Training:
    """One training; what is true of it is on the disk."""

    folder: Path
    plan: Plan
    launched: float = 0.0  # when this window started its process, by the monotonic clock

    @property
    def run(self) -> Path:
        """The run directory, once it has begun."""
        return self.folder / "run"

    @property
    def events(self) -> Path:
        """Of the run, over all sessions."""
        return self.run / "events.jsonl"

    @property
    def spoken(self) -> Path:
        """What the processes started here have said; it begins before there is a run."""
        return self.folder / "spoken.jsonl"

    @property
    def begun(self) -> bool:
        """Whether there is a run to continue."""
        return (self.run / "config.json").is_file()

    @property
    def finished(self) -> bool:
        """Whether the last thing it said is that it came to its end."""
        with contextlib.suppress(OSError), self.events.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - LOG_TAIL_BYTES))
            last = file.read().decode("utf-8", "replace").strip().splitlines()[-1:]
            return bool(last) and '"runended"' in last[0] and '"finished": true' in last[0]
        return False

    @property
    def has_photos(self) -> bool:
        """Whether it has photos that it damages itself, not true pairs alone."""
        with contextlib.suppress(OSError, ValueError, KeyError):
            return bool(json.loads((self.run / "photos.json").read_text(encoding="utf-8"))["photos"])
        return False

    @property
    def at_work(self) -> bool:
        """Whether a process trains, or has just been started to."""
        if is_locked(self.folder / "lock") or is_locked(self.run / "lock"):
            self.launched = 0.0
            return True
        return bool(self.launched) and time.monotonic() - self.launched < STARTS_S and not self.trouble

    @property
    def trouble(self) -> str:
        """What the process that was started last has said before it gave up; empty while all is well."""
        lines = [line for line in self.log().splitlines() if line.startswith("rsd: ")]
        return lines[-1].removeprefix("rsd: ") if lines and "stopp" not in lines[-1] else ""

    def log(self) -> str:
        """The end of what the trainer wrote beside its events."""
        with contextlib.suppress(OSError), (self.folder / "trainer.log").open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - LOG_TAIL_BYTES))
            return file.read().decode("utf-8", "replace")
        return ""

    def save_plan(self) -> None:
        """Plan, and the list of photos chosen by hand."""
        write_json(self.folder / PLAN, {"version": VERSION, **self.plan.as_json()})

    def launch(self) -> None:
        """Start or continue; its output goes into files, so that any window can read it.

        Raises:
            TrainingError: no process can be started.
        """
        by_hand = self.folder / "by-hand.txt"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.save_plan()
        by_hand.write_text(self.plan.by_hand_lines(), encoding="utf-8")
        (self.folder / "trainer.log").write_bytes(b"")  # trouble of an earlier session is over
        plan = self.plan
        arguments = plan.resume_arguments(self.run) if self.begun else plan.start_arguments(self.run, by_hand)
        program, *before = own_command()
        process = QProcess()
        process.setProgram(program)
        process.setArguments([*before, *arguments[:2], "--lock", str(self.folder / "lock"), *arguments[2:]])
        process.setProcessEnvironment(self._environment())
        process.setStandardInputFile(QProcess.nullDevice())
        process.setStandardOutputFile(str(self.spoken), QIODevice.OpenModeFlag.Append)
        process.setStandardErrorFile(str(self.folder / "trainer.log"), QIODevice.OpenModeFlag.Append)
        if not process.startDetached():
            raise TrainingError(self.folder, f"no trainer could be started ({process.errorString()})", "try again")
        log.info("a trainer is at work in %s", self.folder)
        self.launched = time.monotonic()

    def _environment(self) -> QProcessEnvironment:
        environment = QProcessEnvironment.systemEnvironment()
        if self.plan.cores == "half":
            for name in THREAD_VARIABLES:
                environment.insert(name, str(max(1, (os.cpu_count() or 2) // 2)))
        return environment

    def tell(self, word: str) -> None:
        """Pause, continue, save or stop.

        Raises:
            TrainingError: the word cannot be left for the trainer.
        """
        tell(self.run, word)


def new_training(plan: Plan) -> Training:
    """A training with a folder of its own, which is made when it is launched."""
    name = time.strftime(NAME_FORMAT)
    folder, number = trainings_dir() / name, 1
    while folder.exists():
        number += 1
        folder = trainings_dir() / f"{name} {number}"
    return Training(folder, plan)


def list_trainings() -> list[Training]:
    """Those that were launched at some time, the newest first."""
    folders = sorted((path.parent for path in trainings_dir().glob(f"*/{PLAN}")), reverse=True)
    return [Training(folder, Plan.from_json(read_json(folder / PLAN, VERSION, {0: dict}))) for folder in folders]
