"""Training states as safetensors: nested dicts flattened to names, plain values in the header; atomic."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from rsd_app.core.atomic_write import written_beside
from rsd_app.core.errors import TrainingError
from trainer.optim.states import State

KEY = "rsd_training_state"
SEPARATOR = "/"


def save_state(path: Path, state: State) -> None:
    """Write beside and rename: a crash leaves the old file or the new one.

    Raises:
        TrainingError: the disk is full or the folder cannot be written.
    """
    tensors: dict[str, Tensor] = {}
    plain: dict[str, Any] = {}
    _flatten(state, "", tensors, plain)
    # Two names may share memory (frozen copies), which safetensors refuses.
    tensors = {name: value.detach().cpu().clone().contiguous() for name, value in tensors.items()}
    try:
        with written_beside(path, sync=True) as part:
            save_file(tensors, part, metadata={KEY: json.dumps(plain)})
    except (OSError, SafetensorError) as error:
        raise TrainingError(path, f"cannot be written ({error})", "is the disk full?") from error


def load_state(path: Path) -> State:
    """Read what `save_state` wrote; nothing in the file is executed.

    Raises:
        TrainingError: the file is missing, damaged or not a training state.
    """
    state: State = {}
    try:
        with safe_open(path, framework="pt") as file:
            metadata = file.metadata() or {}
            names = list(file.keys())
            if KEY not in metadata:
                raise TrainingError(path, "is no training state", "give a checkpoint of a run directory")
            for name in names:
                _put(state, name, file.get_tensor(name))
            for name, value in json.loads(metadata[KEY]).items():
                _put(state, name, value)
    except (OSError, SafetensorError, ValueError) as error:
        raise TrainingError(path, f"cannot be read ({error})", "the one before it may be whole") from error
    return state


def _flatten(state: State, prefix: str, tensors: dict[str, Tensor], plain: dict[str, Any]) -> None:
    for name, value in state.items():
        key = prefix + name
        if isinstance(value, dict) and value:
            _flatten(value, key + SEPARATOR, tensors, plain)
        elif isinstance(value, Tensor):
            tensors[key] = value
        else:  # an empty dict among them: an optimiser that has made no step
            plain[key] = value


def _put(state: State, name: str, value: object) -> None:
    *parents, last = name.split(SEPARATOR)
    for parent in parents:
        state = state.setdefault(parent, {})
    state[last] = value
