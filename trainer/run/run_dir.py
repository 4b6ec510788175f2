"""The run directory: resolved recipe, environment, events, checkpoints, models; one trainer at a time."""

from __future__ import annotations

import contextlib
import json
import platform
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import torch

from rsd_app import __version__
from rsd_app.core.atomic_write import write_text
from rsd_app.core.errors import TrainingError
from rsd_app.core.file_lock import is_locked, lock_file
from trainer.config import Recipe, from_dict, to_dict
from trainer.events import TrainingEvent, to_line
from trainer.parallel.peers import Peers
from trainer.run.checkpoint_store import CheckpointStore

CONFIG = "config.json"
BUDGET = "budget.json"
START = "start.safetensors"
AUTOENCODER = "autoencoder.safetensors"
SOURCES = "photos.json"
EVENTS = "events.jsonl"
_OURS = frozenset({"lock", "control"})  # may be there before a run is


class RunDir:
    """Files of one run.

    Args:
        path: of the directory.
        peers: the processes that share it; only the first one writes.
    """

    def __init__(self, path: Path, peers: Peers | None = None) -> None:
        self.path = path
        self.peers = peers or Peers()
        self._lock: IO[str] | None = None

    @classmethod
    def check_new(cls, path: Path) -> None:
        """Hold that a run can be started at a path; makes nothing.

        Raises:
            TrainingError: a run is there already, or other files are.
        """
        if (path / CONFIG).exists():
            raise TrainingError(
                path, "holds a run already", f"continue it with `rsd train resume {path}`, or name another"
            )
        if path.exists() and not path.is_dir():
            raise TrainingError(path, "is a file", "name a new directory for the run")
        if path.is_dir() and any(entry.name not in _OURS for entry in path.iterdir()):
            raise TrainingError(path, "is a directory with other files in it", "name a new one for the run")

    @classmethod
    def create(
        cls,
        path: Path,
        recipe: Recipe,
        data: list[Path],
        sources: dict[str, Any],
        for_s: float | None,
        start: Path | None = None,
        autoencoder: Path | None = None,
    ) -> RunDir:
        """Start a run in a new or empty directory, locked; if that fails, nothing of it stays.

        Args:
            sources: the files that are trained on and held out.
            for_s: its time budget in seconds; None for the recipe's iterations.
            start, autoencoder: model files that it starts from and works with; the run keeps copies.

        Raises:
            TrainingError: see `check_new`; or the disk refuses.
        """
        cls.check_new(path)
        run, was_there = cls(path), path.is_dir()
        try:
            path.mkdir(parents=True, exist_ok=True)
            run.lock()
            cls.check_new(path)  # another trainer may have been faster
            run._write("environment.json", {
                "rsd_studio": __version__,
                "torch": torch.__version__,
                "python": platform.python_version(),
                "machine": platform.platform(),
                "threads": torch.get_num_threads(),
                "cuda": torch.cuda.get_device_name() if torch.cuda.is_available() else None,
            })  # fmt: skip
            run._write("data.json", [str(folder.resolve()) for folder in data])
            if start is not None:
                shutil.copyfile(start, run.start)
            if autoencoder is not None:
                shutil.copyfile(autoencoder, path / AUTOENCODER)
            run._write(SOURCES, sources)
            run._write(BUDGET, {"for_s": for_s})
            run._write(CONFIG, to_dict(recipe))  # last: its presence says that the run exists
        except OSError as error:
            run._undo(was_there)
            raise TrainingError(path, f"cannot be made ({error})", "name a folder that can be written") from error
        return run

    def _undo(self, was_there: bool) -> None:
        """Remove what `create` has made."""
        self.unlock()
        for name in ("environment.json", "data.json", START, AUTOENCODER, SOURCES, BUDGET, "lock"):
            with contextlib.suppress(OSError):
                (self.path / name).unlink(missing_ok=True)
        if not was_there:
            with contextlib.suppress(OSError):
                self.path.rmdir()

    @classmethod
    def open(cls, path: Path) -> RunDir:
        """A run that exists.

        Raises:
            TrainingError: there is none.
        """
        if not (path / CONFIG).is_file():
            raise TrainingError(path, "is no run directory", "start one with `rsd train run`")
        return cls(path)

    def recipe(self) -> Recipe:
        """The resolved recipe that the run was started with.

        Raises:
            ConfigError: it was edited, and holds an unknown key or a value out of range.
            TrainingError: it is damaged.
        """
        return from_dict(self._read(CONFIG))

    def data(self) -> list[Path]:
        """The folders of training photos."""
        return [Path(p) for p in self._read("data.json")]

    def sources(self) -> dict[str, Any]:
        """The files that were chosen at the start.

        Raises:
            TrainingError: the list is missing or damaged.
        """
        found: dict[str, Any] = self._read(SOURCES)
        return found

    def budget_s(self) -> float | None:
        """The time budget of the whole run in seconds; None for the recipe's iterations."""
        for_s = self._read(BUDGET)["for_s"]
        return None if for_s is None else float(for_s)

    def change(self, *, for_s: float | None, recipe: Recipe) -> None:
        """Give a run another budget or other settings; call it locked."""
        self._write(BUDGET, {"for_s": for_s})
        self._write(CONFIG, to_dict(recipe))

    @property
    def start(self) -> Path:
        """The model that it started from; there is no such file where it started from nothing."""
        return self.path / START

    @property
    def autoencoder(self) -> Path | None:
        """That of a run of the family paper."""
        path = self.path / AUTOENCODER
        return path if path.exists() else None

    def checkpoints(self) -> CheckpointStore:
        """The checkpoints of all stages."""
        return CheckpointStore(self.path / "checkpoints", keep_newest=self.recipe().keep_newest)

    def lock(self) -> None:
        """Keep other trainers out until `unlock` or the end of the process.

        Raises:
            TrainingError: another one is at work here.
        """
        if self._lock is not None:
            return
        try:
            self._lock = lock_file(self.path / "lock")
        except OSError as error:
            raise TrainingError(self.path, "is in use by another trainer", "stop that one first") from error

    def unlock(self) -> None:
        """Release the lock."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def record(self, event: TrainingEvent) -> None:
        """Append an event to events.jsonl."""
        with (self.path / EVENTS).open("a", encoding="utf-8") as file:
            file.write(to_line(event) + "\n")

    def state(self) -> str:
        """running, finished or stopped: read from the lock and the events, so that a crash cannot leave a lie."""
        if self._lock is not None or is_locked(self.path / "lock"):
            return "running"
        last = self.last_event("runended")
        return "finished" if last is not None and last["finished"] else "stopped"

    def last_event(self, kind: str) -> dict[str, Any] | None:
        """The newest event of a kind, as it was recorded."""
        found = None
        for event in self.events():
            if event["event"] == kind:
                found = event
        return found

    def events(self) -> Iterator[dict[str, Any]]:
        """All recorded events; a line cut off by a crash is passed over."""
        with contextlib.suppress(FileNotFoundError), (self.path / EVENTS).open(encoding="utf-8") as file:
            for line in file:
                with contextlib.suppress(ValueError):
                    event = json.loads(line)
                    if isinstance(event, dict) and "event" in event:
                        yield event

    def _read(self, name: str) -> Any:
        try:
            return json.loads((self.path / name).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise TrainingError(self.path / name, f"cannot be read ({error})", "start another run") from error

    def _write(self, name: str, value: object) -> None:
        write_text(self.path / name, json.dumps(value, indent=2) + "\n")
