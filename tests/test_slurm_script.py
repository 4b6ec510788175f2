"""The Slurm array script, run as two tasks would run it, with a command in place of rsd."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "packaging" / "slurm_array.sh"


@pytest.mark.skipif(sys.platform == "win32", reason="Slurm does not run on Windows")
def test_that_each_task_takes_its_part(tmp_path: Path) -> None:
    fake = tmp_path / "rsd"
    fake.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    fake.chmod(0o755)
    for task in ("1", "2"):
        environment = os.environ | {"RSD": str(fake), "SLURM_ARRAY_TASK_ID": task, "SLURM_ARRAY_TASK_COUNT": "2"}
        command = ["bash", str(SCRIPT), "in put", "out", "--scale", "2"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        arguments = done.stdout.splitlines()
        assert arguments[:4] == ["upscale", "in put", "-o", "out"]
        assert arguments[arguments.index("--shard") + 1] == f"{task}/2"
        assert arguments[-2:] == ["--scale", "2"]
    done = subprocess.run(["bash", str(SCRIPT), "a", "b"], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "sbatch --array" in done.stderr
