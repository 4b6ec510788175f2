"""What every test is held to: no thread and no file left behind, one torch thread, folders of its own."""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run, and no limit of time: a failure can be repeated, and a busy machine causes none.
settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")

TORCH_THREADS = 1  # pytest-xdist runs one process per core
GRACE_S = 3.0
# Caches that libraries keep for the life of the process or longer, on purpose.
LASTING = ("torchinductor_", "runtime-", "torch-")
UNFINISHED = ("*.rsdcanvas*", "*.rsdlock", ".rsdjournal.lock", ".rsd-*", "*.part", "*.tmp")


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Temporary files, settings and caches of this run go to folders of its own, for child processes too."""
    temporary, home = tmp_path_factory.mktemp("temporary"), tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(temporary))
        patch.setenv("TMPDIR", str(temporary))
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        patch.setenv("OMP_NUM_THREADS", str(TORCH_THREADS))
        yield


@pytest.fixture(autouse=True)
def _torch_threads() -> Iterator[None]:
    """The same number of threads for every test, also after one that changed it."""
    _set_torch_threads()
    yield
    _set_torch_threads()


def _set_torch_threads() -> None:
    torch = sys.modules.get("torch")  # most tests of the windows need no torch: don't spend its import there
    if torch is not None and torch.get_num_threads() != TORCH_THREADS:
        torch.set_num_threads(TORCH_THREADS)


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest, _own_folders: None) -> Iterator[None]:
    """Fail a test that leaves a thread running or a temporary file lying."""
    threads, files = set(threading.enumerate()), _temporary_files()
    yield
    left = _threads_since(threads)
    assert not left, f"threads still running: {', '.join(thread.name for thread in left)}"
    lying = sorted(_temporary_files() - files)
    assert not lying, f"temporary files left in {tempfile.gettempdir()}: {', '.join(lying)}"
    folder = getattr(request.node, "funcargs", {}).get("tmp_path")
    if folder is not None and request.node.get_closest_marker("keeps_canvas") is None:
        unfinished = [str(path) for pattern in UNFINISHED for path in Path(folder).rglob(pattern)]
        assert not unfinished, f"unfinished files left: {', '.join(unfinished)}"


def _threads_since(before: set[threading.Thread]) -> list[threading.Thread]:
    """Threads that were started since and do not end within the grace period."""
    deadline = time.monotonic() + GRACE_S
    while True:
        # A dummy stands for a thread that Python did not start (a QThread); it stays in the list for good.
        left = [
            thread
            for thread in threading.enumerate()
            if thread not in before and not isinstance(thread, threading._DummyThread)
        ]
        if not left or time.monotonic() > deadline:
            return left
        time.sleep(0.01)


def _temporary_files() -> set[str]:
    names = (path.name for path in Path(tempfile.gettempdir()).iterdir())
    return {name for name in names if not name.startswith(LASTING)}
