"""A process that runs cases: `python -m tests.fuzz.worker`, a line a case on stdin, a line an answer on stdout."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import json
import logging
import os
import sys
import tempfile
import traceback
import warnings
from pathlib import Path

MEMORY_MB = 2048  # of address space, beyond what the libraries take
DESCRIPTORS = 8  # open files more than at the start: a leak


def main() -> None:
    """Answer until there are no more cases."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print
    faulthandler.enable()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    from tests.fuzz import targets
    from tests.fuzz.corpus import BY_NAME

    _import_all()
    _limit_memory()
    opened = _descriptors()
    with tempfile.TemporaryDirectory(prefix="rsd-fuzz-") as folder:
        answers.write("ready\n")
        answers.flush()
        for line in sys.stdin:
            name, number = json.loads(line)
            try:
                answer = {"answer": targets.run(BY_NAME[name], number, Path(folder))}
            except BaseException:
                answer = {"fault": traceback.format_exc()}
            for path in Path(folder).iterdir():
                path.unlink()
            if _descriptors() > opened + DESCRIPTORS:
                gc.collect()
                if _descriptors() > opened + DESCRIPTORS:
                    answer = {"fault": f"{_descriptors() - opened} files are left open"}
                    opened = _descriptors()
            answers.write(json.dumps(answer) + "\n")
            answers.flush()


def _import_all() -> None:
    import rsd_app.engine.library.importing
    import rsd_app.engine.record.recipe
    import rsd_app.gui.state.session
    import rsd_app.gui.training.process.plan  # noqa: F401

    for name in ("pillow_heif", "imagecodecs", "tifffile", "rawpy", "OpenEXR"):
        with contextlib.suppress(ImportError):
            __import__(name)


def _limit_memory() -> None:
    """What a file makes the program take beyond this is refused by the system, as a MemoryError."""
    if sys.platform != "linux":
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + MEMORY_MB * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _descriptors() -> int:
    try:
        return sum(1 for _ in Path("/proc/self/fd").iterdir())
    except OSError:
        return 0


if __name__ == "__main__":
    main()
