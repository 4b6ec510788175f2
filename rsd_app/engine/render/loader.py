"""A model file of any family, ready to render."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from rsd_app.core.device.choice import Device
from rsd_app.core.files.model_file import read_header
from rsd_app.engine.render.compact.model import load_compact
from rsd_app.engine.render.protocol import Model
from rsd_app.engine.render.published.model import load_published
from rsd_app.engine.render.tiles.tiled_model import load_tiled


class Loader(Protocol):
    """Reads, checks and builds a model of one family; see `load_model`."""

    def __call__(self, path: Path, device: Device, severity: float | None, *, budget_mb: int | None) -> Model: ...


LOADERS: Mapping[str, Loader] = {  # of families that do better than `load_tiled`
    "compact": load_compact,
    "paper": load_published,
}


def load_model(path: Path, device: Device, *, budget_mb: int | None = None) -> Model:
    """Read a model of any family, check and build it, for an unknown severity; see `Model.at_severity`.

    Args:
        budget_mb: that the weights must fit into, where they are large; see `load_published`.

    Raises:
        ModelError: the file is damaged, or cannot enlarge a picture by itself.
    """
    return LOADERS.get(read_header(path).family, load_tiled)(path, device, None, budget_mb=budget_mb)
