"""Standard output and error that are closed, full or of another encoding lose no work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.engine.toy_models import write_toy_model

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full, and names of any bytes")
FULL = "rsd: standard output cannot be written (No space left on device); the results are where they belong"


def rsd(folder: Path, names: list[str], *options: str, how: str = "", encoding: str = "utf-8") -> tuple[int, str, str]:
    """Enlarge photos of these names in a process, with `how` behind the command; status, stdout, stderr."""
    write_toy_model(folder / "toy.safetensors")
    for name in names:
        Image.fromarray(np.full((3, 4, 3), 90, dtype=np.uint8)).save(folder / name)
    command = f'"$0" -m rsd_app upscale "$@" --model toy.safetensors --device cpu -o out/ {how}'
    found = subprocess.run(
        ["bash", "-c", command, sys.executable, *names, *options], check=False, capture_output=True, cwd=folder,
        env=os.environ | {"PYTHONIOENCODING": encoding},
    )  # fmt: skip
    assert sorted(path.name for path in (folder / "out").iterdir()) == sorted(f"{Path(n).stem}_x4.png" for n in names)
    return found.returncode, os.fsdecode(found.stdout), os.fsdecode(found.stderr)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("how", "status"),
    [("2>&-", 0), (">&-", 0), ("<&- >&- 2>&-", 0), ("2>/dev/full", 0), (">/dev/full", 1), (">/dev/full 2>&1", 1)],
)
def test_that_every_photo_is_done(tmp_path: Path, how: str, status: int) -> None:
    found = rsd(tmp_path, ["a.png", "b.png"], how=how)
    assert found[0] == status
    assert found[2].count(FULL) == (how == ">/dev/full")
    if how in ("2>&-", "2>/dev/full"):
        assert found[1] == "out/a_x4.png\nout/b_x4.png\n"


@pytest.mark.slow
@pytest.mark.parametrize("options", [[], ["--events"]])
@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8", "utf-8:strict", "shift_jis"])
def test_that_a_name_that_stdout_lacks_ends_nothing(tmp_path: Path, encoding: str, options: list[str]) -> None:
    names = ["a1.png", "a\N{GRINNING FACE}.png", "\u5199\u771f.png", os.fsdecode(b"caf\xe9.png"), "z.png"]
    status, out, _ = rsd(tmp_path, names, *options, encoding=encoding)
    assert status == 0
    if not options:
        assert out.count("\n") == 5
        assert os.fsdecode(b"out/caf\xe9_x4.png\n") in out
    if not options and encoding == "cp1252":
        assert "out/a\\U0001f600_x4.png\n" in out
