"""Torch, imported beside a window that stays alive."""

from __future__ import annotations

import ctypes
import gc
import importlib.util
import logging
import os
import sys
from pathlib import Path

log = logging.getLogger(__name__)


def import_torch() -> None:
    """Import torch on a worker's thread without holding up the window's.

    Python's own import opens the libraries with the interpreter locked, some 300 ms in one piece; opened once
    before through a foreign call, which lets go of the lock, that import finds them loaded. A full collection
    among the objects that the import makes, more than 100 ms, is the next longest piece: they are put aside for
    good, so that no later collection looks at them either.
    """
    if "torch" in sys.modules:
        return
    _open_libraries()
    collects = gc.isenabled()
    gc.disable()
    try:
        import torch  # noqa: F401
    finally:
        gc.freeze()
        if collects:
            gc.enable()


def _open_libraries() -> None:
    """Only where the system's loader is reached this way; elsewhere the import does it."""
    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None or not sys.platform.startswith("linux"):
        return
    library = Path(spec.origin).parent / "lib" / "libtorch_python.so"
    loader = ctypes.CDLL(None)
    loader.dlopen.argtypes = [ctypes.c_char_p, ctypes.c_int]
    loader.dlopen.restype = ctypes.c_void_p
    if not loader.dlopen(os.fsencode(library), os.RTLD_NOW):
        log.info("%s is opened by the import itself", library)
