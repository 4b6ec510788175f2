"""Several training processes on this machine; for more than one machine there is torchrun."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence

import torch

from rsd_app.core.errors import ConfigError

LOOK_EVERY_S = 0.2
GRACE_S = 30.0  # for the others, when one has failed


def count_devices(asked: str) -> int:
    """Number of processes: auto is one for each GPU, one where there is none.

    Raises:
        ConfigError: neither auto nor a number from 1.
    """
    if asked == "auto":
        return max(1, torch.cuda.device_count())
    try:
        count = int(asked)
    except ValueError:
        count = 0
    if count < 1:
        raise ConfigError("--devices", f"is {asked}", "give auto, or a number of processes from 1")
    return count


def run_processes(arguments: Sequence[str], count: int) -> int:
    """Run `rsd` with these arguments in so many processes that train together; returns the first one's exit status.

    Ctrl+C reaches all of them at once: they save and end by themselves. If one fails the others are ended.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    threads = max(1, (os.cpu_count() or 1) // count)
    shared = {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port), "WORLD_SIZE": str(count)}
    children = []
    for rank in range(count):
        own = {"RANK": str(rank), "LOCAL_RANK": str(rank), "OMP_NUM_THREADS": str(threads)}
        children.append(subprocess.Popen([sys.executable, "-m", "rsd_app", *arguments], env=os.environ | shared | own))
    try:
        while any(child.poll() is None for child in children):
            if any(child.poll() not in (None, 0, 130) for child in children):
                break
            with contextlib.suppress(KeyboardInterrupt):  # they have got it too
                time.sleep(LOOK_EVERY_S)
    finally:
        _end(children)
    return next((child.returncode for child in children if child.returncode), 0)


def _end(children: Sequence[subprocess.Popen[bytes]]) -> None:
    """Wait a little for each, then end it."""
    deadline = time.monotonic() + (GRACE_S if all(c.poll() in (None, 0, 130) for c in children) else 1.0)
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
