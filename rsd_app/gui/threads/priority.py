"""Priority of the background threads: they yield to the window's thread where both want a processor.

Qt's priorities do nothing on Linux, where each thread has a niceness; threads that a library makes from it inherit
that. Elsewhere Qt's priorities are all there is. Niceness decides how much of a processor a thread gets, not how soon:
for that, since Linux 6.12, the window's thread asks for short turns, which are given before long ones.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import platform
import struct
import sys
import threading

READING = 10  # niceness of what reads photos and writes files
ENGINE = 4  # of the engine: behind the window, still before what runs at night
TURN_NS = 100_000  # of the window's thread, the shortest that there is; 3 ms is usual

_SCHED_SETATTR = {"x86_64": 314, "aarch64": 274}  # system calls; neither the C library nor Python has a name for it
_RESET_ON_FORK = 1  # threads and processes that are made from here on have the usual turns
_local = threading.local()


def stand_back(niceness: int) -> None:
    """Let the calling thread, and those it makes from here on, wait for the window's; cheap to say again."""
    if sys.platform != "linux" or getattr(_local, "said", False):
        return
    _local.said = True
    with contextlib.suppress(OSError):  # a system may forbid it
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), niceness)


def come_first() -> bool:
    """Let the calling thread, the window's, have a processor as soon as it wants one; whether the system does that."""
    call = _SCHED_SETATTR.get(platform.machine())
    if sys.platform != "linux" or call is None:
        return False
    niceness = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    # size, policy, flags, niceness, priority, runtime, deadline, period: sched_setattr(2); runtime is the turn's length
    attributes = struct.pack("=IIQiIQQQ", 48, os.SCHED_OTHER, _RESET_ON_FORK, niceness, 0, TURN_NS, 0, 0)
    return bool(ctypes.CDLL(None).syscall(call, 0, attributes, 0) == 0)
