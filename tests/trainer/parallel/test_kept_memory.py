"""Memory that the C library keeps, seen from outside: by the pages that the system hands out anew."""

import subprocess
import sys

import pytest

ROUNDS = """
import ctypes, resource, sys
from trainer.parallel.kept_memory import keep_memory
if sys.argv[1] == "kept" and not keep_memory():
    print("cannot be told")
    sys.exit()
library = ctypes.CDLL(None)
library.malloc.restype, library.malloc.argtypes, library.free.argtypes = ctypes.c_void_p, [ctypes.c_size_t], [ctypes.c_void_p]
for again in range(12):
    if again == 2:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    blocks = [library.malloc(20 << 20) for _ in range(3)]
    for block in blocks:
        ctypes.memset(block, 1, 20 << 20)
    for block in blocks:
        library.free(block)
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""  # noqa: E501


def pages(how: str) -> str:
    run = subprocess.run([sys.executable, "-c", ROUNDS, how], capture_output=True, text=True, check=True, timeout=60)
    return run.stdout.strip()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="there is no glibc")
def test_that_a_step_finds_the_memory_of_the_last_one() -> None:
    kept = pages("kept")
    if kept == "cannot be told":
        pytest.skip("the C library is not glibc")
    assert 10 * int(kept) < int(pages("given back"))
