"""Which checkpoints of a run are kept: the newest, the best, milestones; which of them can still be read."""

from __future__ import annotations

import contextlib
import json
import logging
import math
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from torch import Tensor

from rsd_app.core.atomic_write import write_text
from rsd_app.core.errors import TrainingError
from trainer.optim.states import State
from trainer.run.checkpoint import load_state, save_state
from trainer.run.health import main_figure

log = logging.getLogger(__name__)

NOTES = "notes.json"
RESERVE_BYTES = 64 * 2**20  # left free on the disk


class CheckpointDiskFullError(TrainingError):
    """There is no room for a checkpoint; the training can continue without it."""


class CheckpointStore:
    """The folder `checkpoints` of a run.

    Args:
        folder: made if it is missing.
        keep_newest: of each stage, at least 2, so that one may be damaged.
    """

    def __init__(self, folder: Path, *, keep_newest: int = 2) -> None:
        self._folder, self._keep = folder, keep_newest
        folder.mkdir(parents=True, exist_ok=True)

    def remove_remains(self) -> None:
        """Remove what a killed trainer left half written."""
        for part in self._folder.glob(".*.part"):
            part.unlink(missing_ok=True)

    def save(self, stage: str, iteration: int, state: State, *, milestone: bool = False) -> Path:
        """Write a checkpoint; the old ones beyond those kept are dropped afterwards.

        Raises:
            CheckpointDiskFullError: it would not fit; nothing was written.
            TrainingError: the disk refuses.
        """
        path = self._folder / f"{stage}-{iteration:08}.safetensors"
        needed, free = state_bytes(state), shutil.disk_usage(self._folder).free
        if free < needed + RESERVE_BYTES:
            problem = f"needs {_mb(needed)} MB and {_mb(free)} MB are free"
            raise CheckpointDiskFullError(path, problem, "free some space: the training continues and tries again")
        save_state(path, state)
        notes = self._notes()
        if milestone:
            notes.setdefault(path.stem, {})["milestone"] = True
            self._write(notes)
        self._drop_old(stage, notes)
        return path

    def note_figures(self, path: Path, figures: Mapping[str, float]) -> None:
        """Keep the held-out figures of a checkpoint, by which the best is found."""
        notes = self._notes()
        notes.setdefault(path.stem, {})["figures"] = {k: v for k, v in figures.items() if math.isfinite(v)}
        self._write(notes)

    def figures(self, path: Path) -> dict[str, float]:
        """Those noted for a checkpoint; empty if none were."""
        found: dict[str, float] = self._notes().get(path.stem, {}).get("figures", {})
        return found

    def paths(self, stage: str) -> list[Path]:
        """Whole checkpoints of a stage, oldest first."""
        return sorted(self._folder.glob(f"{stage}-*.safetensors"))

    def best(self, stage: str) -> Path | None:
        """The checkpoint that was best on the held-out crops; None if none was measured."""
        return _best(self.paths(stage), self._notes(), main_figure(stage))

    def newest(self, stage: str) -> tuple[State, str] | None:
        """The newest readable checkpoint of a stage, and a notice if damaged ones were set aside.

        Returns:
            None if the stage has none yet.

        Raises:
            TrainingError: it has some, and all of them are damaged.
        """
        damaged: list[str] = []
        for path in reversed(self.paths(stage)):
            try:
                state = load_state(path)
            except TrainingError as error:
                if isinstance(error.__cause__, OSError):
                    raise  # the disk, not the file
                damaged.append(f"{error}; went back to the one before")
                log.warning("%s", damaged[-1])
                with contextlib.suppress(OSError):
                    path.replace(path.with_suffix(".damaged"))
                continue
            return state, " ".join(damaged)
        if damaged:
            remedy = "they are kept as *.damaged; restart the stage by removing them, or start another run"
            raise TrainingError(self._folder, f"holds no readable checkpoint of the {stage} stage", remedy)
        if next(self._folder.glob(f"{stage}-*.damaged"), None) is not None:
            remedy = "restart the stage by removing the *.damaged files, or start another run"
            raise TrainingError(self._folder, f"holds only damaged checkpoints of the {stage} stage", remedy)
        return None

    def drop(self, path: Path) -> None:
        """Remove a checkpoint that turned out to be bad."""
        path.unlink(missing_ok=True)
        notes = self._notes()
        if notes.pop(path.stem, None) is not None:
            self._write(notes)

    def _drop_old(self, stage: str, notes: dict[str, Any]) -> None:
        paths = self.paths(stage)
        kept = set(paths[-self._keep :])
        kept.update(path for path in paths if notes.get(path.stem, {}).get("milestone"))
        best = _best(paths, notes, main_figure(stage))
        for path in paths:
            if path not in kept and path != best:
                path.unlink(missing_ok=True)

    def _notes(self) -> dict[str, Any]:
        """By the name of the checkpoint; damaged notes are no reason to stop."""
        try:
            notes = json.loads((self._folder / NOTES).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return notes if isinstance(notes, dict) else {}

    def _write(self, notes: dict[str, Any]) -> None:
        with contextlib.suppress(OSError):  # a full disk: figures are missing then, no weights
            write_text(self._folder / NOTES, json.dumps(notes, indent=1) + "\n")


def state_bytes(state: State) -> int:
    """Size of the tensors of a training state."""
    total = 0
    for value in state.values():
        if isinstance(value, dict):
            total += state_bytes(value)
        elif isinstance(value, Tensor):
            total += value.numel() * value.element_size()
    return total


def _best(paths: list[Path], notes: Mapping[str, Any], figure: str) -> Path | None:
    measured = [p for p in paths if figure in notes.get(p.stem, {}).get("figures", {})]
    return min(measured, key=lambda p: float(notes[p.stem]["figures"][figure]), default=None)


def _mb(count: int) -> int:
    return math.ceil(count / 2**20)
