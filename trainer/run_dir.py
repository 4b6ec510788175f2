"""The run directory: resolved recipe, environment, events, checkpoints, models; one trainer at a time."""

from __future__ import annotations

import json
import logging
import os
import platform
from pathlib import Path
from typing import IO

import torch

from rsd_app import __version__
from rsd_app.core.errors import TrainingError
from trainer.checkpoint import load_state, save_state
from trainer.config import Recipe, from_dict, to_dict
from trainer.events import TrainingEvent, to_line
from trainer.stage import State

log = logging.getLogger(__name__)

KEPT_CHECKPOINTS = 2  # of each stage


class RunDir:
    """Files of one run.

    Args:
        path: of the directory.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: IO[str] | None = None

    @classmethod
    def create(cls, path: Path, recipe: Recipe, data: list[Path]) -> RunDir:
        """Start a run in a new or empty directory.

        Raises:
            TrainingError: a run is there already.
        """
        if (path / "config.json").exists():
            raise TrainingError(path, "holds a run already", f"go on with `rsd train resume {path}`, or name another")
        run = cls(path)
        (path / "checkpoints").mkdir(parents=True, exist_ok=True)
        run._write("environment.json", {
            "rsd_studio": __version__,
            "torch": torch.__version__,
            "python": platform.python_version(),
            "machine": platform.platform(),
            "threads": torch.get_num_threads(),
            "cuda": torch.cuda.get_device_name() if torch.cuda.is_available() else None,
        })  # fmt: skip
        run._write("data.json", [str(folder.resolve()) for folder in data])
        run._write("config.json", to_dict(recipe))  # last: its presence says that the run exists
        return run

    @classmethod
    def open(cls, path: Path) -> RunDir:
        """A run that exists.

        Raises:
            TrainingError: there is none.
        """
        if not (path / "config.json").is_file():
            raise TrainingError(path, "is no run directory", "start one with `rsd train run`")
        return cls(path)

    def recipe(self) -> Recipe:
        """The resolved recipe that the run was started with."""
        return from_dict(json.loads((self.path / "config.json").read_text(encoding="utf-8")))

    def data(self) -> list[Path]:
        """The folders of photos."""
        return [Path(p) for p in json.loads((self.path / "data.json").read_text(encoding="utf-8"))]

    def lock(self) -> None:
        """Keep other trainers out until `unlock` or the end of the process.

        Raises:
            TrainingError: another one is at work here.
        """
        file = (self.path / "lock").open("a+", encoding="utf-8")
        try:
            _lock_file(file)
        except OSError as error:
            file.close()
            raise TrainingError(self.path, "is in use by another trainer", "stop that one first") from error
        self._lock = file

    def unlock(self) -> None:
        """Let others in."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def record(self, event: TrainingEvent) -> None:
        """Append an event to events.jsonl."""
        with (self.path / "events.jsonl").open("a", encoding="utf-8") as file:
            file.write(to_line(event) + "\n")

    def save(self, stage: str, iteration: int, state: State) -> Path:
        """Write a checkpoint of a stage and drop the oldest beyond those kept."""
        path = self.path / "checkpoints" / f"{stage}-{iteration:08}.safetensors"
        save_state(path, state)
        for old in self._checkpoints(stage)[:-KEPT_CHECKPOINTS]:
            old.unlink(missing_ok=True)
        return path

    def newest(self, stage: str) -> tuple[State, str] | None:
        """The newest whole checkpoint of a stage and a notice if a damaged one was passed over."""
        notice = ""
        for path in reversed(self._checkpoints(stage)):
            try:
                return load_state(path), notice
            except TrainingError as error:
                notice = f"{error}; went back to the one before"
                log.warning("%s", notice)
        return None

    def _checkpoints(self, stage: str) -> list[Path]:
        return sorted((self.path / "checkpoints").glob(f"{stage}-*.safetensors"))

    def _write(self, name: str, value: object) -> None:
        beside = self.path / f".{name}.part"
        beside.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
        beside.replace(self.path / name)


def _lock_file(file: IO[str]) -> None:
    """An advisory lock that ends with the process.

    Raises:
        OSError: held by another process.
    """
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
