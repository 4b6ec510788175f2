"""Where this program keeps what can be made again."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def cache_dir() -> Path:
    """The user's cache folder of this program; the variable RSD_CACHE overrides it."""
    return Path(os.environ.get("RSD_CACHE") or platformdirs.user_cache_dir("rsd-studio"))
