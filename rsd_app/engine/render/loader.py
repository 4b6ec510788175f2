"""A model file of any family, ready to render."""

from __future__ import annotations

import logging
from pathlib import Path

from rsd_app.core.device.choice import Device
from rsd_app.core.files.model_file import read_header
from rsd_app.engine.render.compact.model import load_compact
from rsd_app.engine.render.protocol import Model
from rsd_app.engine.render.published.model import load_published

log = logging.getLogger(__name__)


def load_model(path: Path, device: Device, severity: float | None, *, budget_mb: int | None = None) -> Model:
    """Read a model of any family, check and build it.

    Args:
        severity: in [0, 1]; None for unknown. The paper family does not know it.
        budget_mb: that the weights shall fit into, where they are large; see `load_published`.

    Raises:
        ModelError: the file is damaged, or cannot enlarge a picture by itself.
    """
    if read_header(path).family == "paper":
        if severity is not None:
            log.warning("%s does not know the severity: the setting has no effect", path.stem)
        return load_published(path, device, budget_mb=budget_mb)
    return load_compact(path, device, severity)
