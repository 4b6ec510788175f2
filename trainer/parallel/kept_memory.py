"""Memory that the C library keeps for the next step, where it would give it back to the system after each."""

from __future__ import annotations

import ctypes
import sys

# Of glibc's malloc.h. The first limit is the highest that all versions take; the dynamic one would stay below it.
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
_OWN_MAPPING = 32 << 20  # bytes from which on a tensor has a mapping of its own
_KEPT = 1 << 30  # bytes at the end of the heap


def keep_memory() -> bool:
    """Let this process keep up to 1 GB that it has freed; for good, and once is enough.

    The tensors of a step are a hundred megabytes that come and go: the system would allocate them at each step, page by
    page and filled with zeros.

    Returns:
        Whether this could be set: with glibc only, which is Linux.
    """
    if not sys.platform.startswith("linux"):
        return False
    tell = getattr(ctypes.CDLL(None), "mallopt", None)
    if tell is None:
        return False
    return bool(tell(_M_MMAP_THRESHOLD, _OWN_MAPPING)) and bool(tell(_M_TRIM_THRESHOLD, _KEPT))
