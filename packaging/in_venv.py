"""Run a tool of .venv, wherever this system keeps it: python packaging/in_venv.py TOOL [ARGUMENT...]."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

VENV = Path(__file__).resolve().parent.parent / ".venv"


def main(tool: str, *arguments: str) -> int:
    """Returns the tool's exit status; 1 if it is not installed."""
    found = shutil.which(tool, path=VENV / ("Scripts" if sys.platform == "win32" else "bin"))
    if found is None:
        sys.stderr.write(f"{VENV}: has no {tool}; run python3 bootstrap.py test --fast once\n")
        return 1
    return subprocess.call([found, *arguments])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
