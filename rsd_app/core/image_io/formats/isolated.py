"""Decoders whose memory cannot be bounded from outside, in a process of their own with a budget set beforehand.

libheif, libjxl and LibRaw take as much memory as a damaged file makes them, and may crash. The header says how much
a picture of its size may need. The limits hold on Linux; elsewhere a crash at least ends the child alone.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, cast

import numpy as np
from numpy.typing import NDArray

import rsd_app
from rsd_app.core.errors import ImageReadError

Samples = NDArray[Any]
CHILD = "from rsd_app.core.image_io.formats.isolated import answer; answer()"
BASE_BYTES = (768 + 16 * (os.cpu_count() or 1)) * 2**20  # for Python, the libraries, and stacks of their threads
COPIES = 4  # of its samples that a decoder may hold at once
BASE_SECONDS, SECONDS_PER_MEGAPIXEL = 120, 10  # of a processor's time
LONGEST_ANSWER = 100_000  # bytes of what the child says before the samples
IS_FROZEN = getattr(sys, "frozen", False)  # then there is no interpreter to start


def decode_apart(
    function: Callable[..., Samples], path: Path, *arguments: str, like: Any, copies: int = COPIES
) -> Samples:
    """What `function(path, *arguments)` decodes, (h, w) or (h, w, bands); it is named and run in a child.

    Args:
        function: of a module, by its own name.
        like: libvips' image of the header, whose size the result has to have.
        copies: of the samples that fit into the budget.

    Raises:
        ImageReadError: as `function`.
        ValueError: it is damaged, or needs more than its header explains.
    """
    size = like.width * like.height * max(3, like.bands) * (1 if like.format == "uchar" else 2)
    samples = _asked(function, path, arguments, BASE_BYTES + copies * size, like.width * like.height / 1e6)
    if not isinstance(samples, np.ndarray) or samples.shape[:2] != (like.height, like.width):
        raise ValueError("its pixels are not as many as its header says")
    return samples


def bytes_apart(function: Callable[..., bytes | None], path: Path, *, width: int, height: int) -> bytes | None:
    """The same for a function that returns bytes or None, of a picture of this size.

    Raises: as decode_apart.
    """
    found = _asked(function, path, (), BASE_BYTES + COPIES * 6 * width * height, width * height / 1e6)
    return found if isinstance(found, bytes) else None


def _asked(
    function: Callable[..., Any], path: Path, arguments: tuple[str, ...], budget: int, megapixels: float
) -> Samples | bytes | None:
    if IS_FROZEN:
        found: Samples | bytes | None = function(path, *arguments)
        return found
    seconds = BASE_SECONDS + SECONDS_PER_MEGAPIXEL * int(megapixels + 1)
    task = [function.__module__, function.__name__, str(budget), str(seconds), os.fspath(path), *arguments]
    root = str(Path(rsd_app.__file__).parents[1])
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, *task],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": paths, "MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        answers = cast(IO[bytes], child.stdout)  # a pipe, as asked for
        try:
            return _received(answers, path, budget)
        finally:
            child.kill()


def _received(stream: IO[bytes], path: Path, budget: int) -> Samples | bytes | None:
    line = stream.readline(LONGEST_ANSWER)
    if not line:
        raise ValueError(f"its decoder crashed, or needed more than {budget / 1e6:,.0f} MB")
    said = json.loads(line)
    if "refused" in said:
        raise ImageReadError(path, *said["refused"])
    if "error" in said:
        raise ValueError(said["error"])
    if "bytes" in said:
        return bytes(_read(stream, said["bytes"])) or None
    shape, number = tuple(said["shape"]), np.dtype(said["dtype"])
    size = int(np.prod(shape)) * number.itemsize
    if size > budget:
        raise ValueError("its pixels are more than its header says")
    return np.frombuffer(_read(stream, size), number).reshape(shape)


def _read(stream: IO[bytes], size: int) -> bytearray:
    data = bytearray(size)
    view = memoryview(data)
    while len(view):
        count = stream.readinto(view)  # type: ignore[attr-defined]
        if not count:
            raise ValueError("its decoder crashed")
        view = view[count:]
    return data


def answer() -> None:
    """The child: do what the command line says, and write the result to what was stdout."""
    module, name, budget, seconds, path, *arguments = sys.argv[1:]
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # what libraries print
        _limit(int(budget), int(seconds))
        try:
            found = getattr(importlib.import_module(module), name)(Path(path), *arguments)
        except ImageReadError as error:
            out.write(json.dumps({"refused": [error.problem, error.remedy]}).encode() + b"\n")
        except MemoryError:
            problem = f"it needs more than the {int(budget) / 1e6:,.0f} MB that a picture of its size may"
            out.write(json.dumps({"error": problem}).encode() + b"\n")
        except Exception as error:  # noqa: BLE001 - the boundary of the process
            text = " ".join(str(error).split()) or type(error).__name__
            out.write(json.dumps({"error": text[-1000:]}).encode() + b"\n")
        else:
            _write(out, found)


def _write(out: IO[bytes], found: Samples | bytes | None) -> None:
    if isinstance(found, np.ndarray):
        samples = np.ascontiguousarray(found)
        out.write(json.dumps({"shape": samples.shape, "dtype": samples.dtype.str}).encode() + b"\n")
        out.write(samples.data.cast("B"))
    else:
        data = found or b""
        out.write(json.dumps({"bytes": len(data)}).encode() + b"\n" + data)


def _limit(budget: int, seconds: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    for limit, value in ((resource.RLIMIT_DATA, budget), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(limit)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (value, hard))
