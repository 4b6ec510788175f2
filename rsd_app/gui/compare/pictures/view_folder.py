"""The folder of this process for pictures that are being looked at; those of crashed ones are removed."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path

from rsd_app.core.cache_dir import cache_dir

log = logging.getLogger(__name__)

PREFIX = "view-"


def view_folder() -> Path:
    """On the disk, for the system's temporary folder may be in memory. Not made yet."""
    return cache_dir() / f"{PREFIX}{os.getpid()}"


def remove_view_folder() -> None:
    """For the end of this process."""
    shutil.rmtree(view_folder(), ignore_errors=True)


def sweep() -> None:
    """Remove what processes that are gone have left."""
    for folder in cache_dir().glob(f"{PREFIX}*"):
        number = folder.name.removeprefix(PREFIX)
        if number.isdecimal() and not _is_alive(int(number)):
            log.info("%s was left by a process that is gone: removed", folder)
            shutil.rmtree(folder, ignore_errors=True)


def _is_alive(pid: int) -> bool:
    if os.name != "posix":  # there os.kill would end it
        return pid == os.getpid() or Path(cache_dir() / f"{PREFIX}{pid}").exists()
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
