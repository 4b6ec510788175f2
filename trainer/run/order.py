"""What a person may say of a training, and where it works."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rsd_app.core.progress import CancelToken
from trainer.config import Recipe
from trainer.events import TrainingEvent


@dataclass(frozen=True, kw_only=True)
class Order:
    """A new training.

    Args:
        data: folders of photos or pairs.
        out: the run directory; new, or empty.
        for_s: time of both stages in seconds; None: the recipe's iterations.
        start: a model file: a teacher that needs no training, or a student to tune (method direct) or to distil
            further, for which a teacher is made of it first.
        autoencoder: of `start`, where its codec is learned.
        by_hand: photos to take in spite of their flaws, or to leave out.
        reference: a finished model that is measured on the held-out crops first, to hold the training against.
    """

    recipe: Recipe
    data: Sequence[Path]
    out: Path
    for_s: float | None = None
    start: Path | None = None
    autoencoder: Path | None = None
    by_hand: Mapping[Path, bool] = field(default_factory=dict)
    reference: Path | None = None


@dataclass(frozen=True, kw_only=True)
class Host:
    """Where a training works, and whom it tells.

    Args:
        device: as `choose_device` takes it.
        emit: takes every event.
        cancel: stops it; what is done is saved.
        share_cores: use those cores only that other programs leave idle; another number of threads rounds
            otherwise, so that the run is no longer the same to the bit.
    """

    device: str
    emit: Callable[[TrainingEvent], None]
    cancel: CancelToken
    share_cores: bool = False
