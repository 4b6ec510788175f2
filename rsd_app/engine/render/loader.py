"""A model file of any family, ready to render."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from rsd_app.core.device.choice import Device
from rsd_app.core.files.model_file import read_header
from rsd_app.engine.render.compact.model import load_compact
from rsd_app.engine.render.protocol import Model
from rsd_app.engine.render.published.model import load_published
from rsd_app.engine.render.tiles.tiled_model import load_tiled

log = logging.getLogger(__name__)


class Loader(Protocol):
    """Reads, checks and builds a model of one family; see `load_model`."""

    def __call__(self, path: Path, device: Device, severity: float | None, *, budget_mb: int | None) -> Model: ...


LOADERS: Mapping[str, Loader] = {  # of families that do better than `load_tiled`
    "compact": load_compact,
    "paper": load_published,
}


def load_model(path: Path, device: Device, severity: float | None, *, budget_mb: int | None = None) -> Model:
    """Read a model of any family, check and build it.

    Args:
        severity: in [0, 1]; None for unknown. Some families do not know it.
        budget_mb: that large weights have to fit into; see `load_published`.

    Raises:
        ModelError: the file is damaged, or cannot enlarge a picture by itself.
    """
    header = read_header(path)
    if severity is not None and not header.traits.severity:
        log.warning("%s does not know the severity: the setting has no effect", path.stem)
    return LOADERS.get(header.family, load_tiled)(path, device, severity, budget_mb=budget_mb)
