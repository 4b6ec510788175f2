"""What this process has taken, for benchmarks."""

from __future__ import annotations

import sys


def peak_rss_mb() -> float:
    """Largest resident memory of this process so far, in MiB; not a number where the system does not tell."""
    if sys.platform == "win32":
        return float("nan")
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 1024
