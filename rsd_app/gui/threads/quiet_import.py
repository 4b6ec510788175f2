"""Large libraries, imported beside a window that stays alive.

Python's own import opens a library with the interpreter locked, for torch some 300 ms in one piece. Opened once
before through a foreign call, which lets go of the lock, that import finds it loaded.

The system opens one library at a time. Another thread's import would wait for torch with the interpreter locked, and
the window with it: so what photos need comes before torch, and all of it in turn.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import importlib.util
import logging
import os
import sys
import threading
from pathlib import Path

log = logging.getLogger(__name__)
_turn = threading.Lock()
_with_codecs = [
    "rsd_app.core.image_io.destination",
    "rsd_app.core.image_io.color.photo_kind",
    "rsd_app.core.image_io.pyramid",
    "rsd_app.core.image_io.read",
    "rsd_app.engine.batch.search",
]


def import_torch() -> None:
    """Import torch on a worker's thread without holding up the window's.

    A full collection among the objects that the import makes, more than 100 ms, is the next longest piece: they
    are put aside for good, so that no later collection looks at them either.
    """
    import_codecs()
    with _turn:
        if "torch" in sys.modules:
            return
        _open("torch", "lib/libtorch_python.so")
        collects = gc.isenabled()
        gc.disable()
        try:
            import torch  # noqa: F401
        finally:
            gc.freeze()
            if collects:
                gc.enable()


def import_codecs() -> None:
    """Import what reads and shows picture files on a worker's thread."""
    with _turn:
        if "pyvips" not in sys.modules:
            _open("_libvips")
        import cv2

        cv2.setNumThreads(1)  # tiles and thumbnails leave the other cores to the window and the engine

        # Before the first photo, not with it: there the window has its hands full.
        for module in _with_codecs:
            importlib.import_module(module)


def also_import(*modules: str) -> None:
    """Let `import_codecs` import these too: modules of rooms that this one does not know."""
    _with_codecs.extend(module for module in modules if module not in _with_codecs)


def _open(module: str, library: str = "") -> None:
    """Open a module's own file, or a library beside it; where that is not to be, the import does it.

    Args:
        library: path below the module's folder.
    """
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None or not sys.platform.startswith("linux"):
        return
    path = Path(spec.origin).parent / library if library else Path(spec.origin)
    loader = ctypes.CDLL(None)
    loader.dlopen.argtypes = [ctypes.c_char_p, ctypes.c_int]
    loader.dlopen.restype = ctypes.c_void_p
    if not loader.dlopen(os.fsencode(path), os.RTLD_NOW):
        log.info("%s is opened by the import itself", path)
