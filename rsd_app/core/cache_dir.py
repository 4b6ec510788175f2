"""Where this program keeps what can be made again."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def cache_dir() -> Path:
    """RSD_CACHE overrides."""
    return Path(os.environ.get("RSD_CACHE") or platformdirs.user_cache_dir("rsd-studio"))
