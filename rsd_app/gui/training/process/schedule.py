"""When a training may work: at once, at night, on mains power, or while nobody uses the computer."""

from __future__ import annotations

import contextlib
import sys
from datetime import datetime
from pathlib import Path

from rsd_app.gui.training.process.plan import When

NIGHT = (22, 7)  # hours between which it is
UNUSED_S = 300.0  # without input: then nobody does
SUPPLIES = Path("/sys/class/power_supply")


def may_work(when: When, now: datetime, *, on_mains: bool, unused_s: float | None = None) -> bool:
    """Whether a training of such a plan may work now.

    Args:
        unused_s: since the last input; None: the system does not report it, and nothing waits for it.
    """
    if when == "unused":
        return unused_s is None or unused_s >= UNUSED_S
    if when == "night":
        return now.hour >= NIGHT[0] or now.hour < NIGHT[1]
    return when != "mains" or on_mains


def on_mains(supplies: Path = SUPPLIES) -> bool:
    """Whether the computer runs on mains power; True where the system does not report it."""
    if sys.platform == "win32":
        import ctypes

        status = (ctypes.c_ubyte * 12)()
        known = ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status))
        return not known or status[0] != 0
    told = []
    for supply in supplies.glob("*"):
        with contextlib.suppress(OSError):
            kind = (supply / "type").read_text(encoding="ascii").strip()
            if kind in ("Mains", "USB"):
                told.append((supply / "online").read_text(encoding="ascii").strip() == "1")
    return any(told) if told else True
