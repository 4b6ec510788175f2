"""libvips as this program uses it: quiet, without a cache, its loaders called by name."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

import pyvips

from rsd_app.core.image_io.formats.registry import Kind

# What it warns of becomes an error or a notice here, or does not matter.
logging.getLogger("pyvips").setLevel(logging.ERROR)
# A picture is opened once. The cache of operations would keep its file open, hold decoded pixels, and
# answer with the old picture when a file of the same name was written meanwhile.
pyvips.cache_set_max(0)


def open_lazily(path: Path, kind: Kind, access: str, fail_on: str, **options: int) -> Any:
    """Open a picture with libvips: header only, pixels when they are asked for.

    The loader is called by name: pyvips' `new_from_file` would take "a[1].png" for a file with options.

    Raises:
        pyvips.Error: not even the header can be read.
    """
    # bytes, because pyvips encodes names strictly and a name on Linux may be any bytes
    return getattr(pyvips.Image, kind.loader)(os.fsencode(path), access=access, fail_on=fail_on, **options)
