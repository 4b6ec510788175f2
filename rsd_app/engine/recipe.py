"""What decides a picture's pixels, as a fingerprint: the canvas of a broken run and the preview's tiles carry it."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rsd_app import __version__
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.rendering import Model

NOT_OF_THE_RESULT = {"overwrite", "resume", "device", "memory_mb", "tile", "max_megapixels"}


def settings_of(config: UpscaleConfig) -> dict[str, Any]:
    """The settings that decide what a result is, as JSON holds them: not where and how fast it is made."""
    return {name: value for name, value in asdict(config).items() if name not in NOT_OF_THE_RESULT}


def fingerprint(source: Path, model: Model, config: UpscaleConfig, bits: int) -> str:
    """Source file, model, settings and arithmetic.

    Args:
        bits: of the result's samples, 8 or 16.
    """
    stat = source.stat()
    facts = (
        __version__,
        str(source.resolve()),
        stat.st_size,
        stat.st_mtime_ns,
        model.hash,
        config.severity,
        config.seed,
        config.raw_gamut,
        str(model.device.dtype),
        model.device.torch_device.type,
        bits,
    )
    return hashlib.sha256(repr(facts).encode()).hexdigest()
