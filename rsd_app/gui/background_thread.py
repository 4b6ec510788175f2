"""The threads beside the window's own: they stand back where both want a processor.

Qt's priorities do nothing on Linux, where each thread has a niceness; threads that a library makes from it inherit
that. Elsewhere Qt's priorities are all there is.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading

READING = 10  # niceness of what reads photos and writes files
ENGINE = 4  # of the engine: behind the window, still before what runs at night

_local = threading.local()


def stand_back(niceness: int) -> None:
    """Let the calling thread, and those it makes from here on, wait for the window's; cheap to say again."""
    if sys.platform != "linux" or getattr(_local, "said", False):
        return
    _local.said = True
    with contextlib.suppress(OSError):  # a system may forbid it
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), niceness)
