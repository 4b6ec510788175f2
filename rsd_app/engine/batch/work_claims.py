"""Which machine works on what in a shared folder: a small file beside the result, kept fresh while it is worked on."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rsd_app.core.image_io.replacing import hidden_beside

TIMEOUT_S = 600.0  # a claim that was not renewed for so long is of a machine that has gone
RENEW_S = 60.0
SUFFIX = ".rsdclaim"


@contextmanager
def claimed(destination: Path, *, timeout_s: float = TIMEOUT_S) -> Iterator[bool]:
    """Whether the result is ours to make; while it is, others keep off."""
    path = hidden_beside(destination, SUFFIX)
    if not _take(path, timeout_s):
        yield False
        return
    over = threading.Event()
    renewing = threading.Thread(target=_renew, args=(path, over, min(RENEW_S, timeout_s / 3)), name="rsd-claim")
    renewing.start()
    try:
        yield True
    finally:
        over.set()
        renewing.join()
        path.unlink(missing_ok=True)


def _take(path: Path, timeout_s: float) -> bool:
    mine = f"{socket.gethostname()} {os.getpid()} {threading.get_ident()} {time.time()}"
    for _ in range(2):
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(mine)
            return True
        except FileExistsError:
            pass
        try:
            age = time.time() - path.stat().st_mtime
        except FileNotFoundError:
            continue
        if age < timeout_s:
            return False
        # Renamed and not removed: of several who find it old only one can rename it.
        old = path.with_name(f"{path.name}.{os.getpid()}")
        with contextlib.suppress(FileNotFoundError):
            path.rename(old)
            old.unlink(missing_ok=True)
    return False


def _renew(path: Path, over: threading.Event, every_s: float) -> None:
    while not over.wait(every_s):
        with contextlib.suppress(OSError):
            os.utime(path)
