"""Photos, results that they should have, and files of the user's beside them that nothing may touch."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from tests.engine.toy_models import write_toy_model

ROOT = Path(__file__).resolve().parents[2]
OWN = ("mine.txt", "other.png", "00_x4-old.png", ".hidden")  # of the user's, in the folder of results
TAKEN = "01_x4.png"  # likewise, in the place of a result


@dataclass(frozen=True)
class Scene:
    """A folder of photos, one for results, and what an undisturbed run makes."""

    root: Path
    out: Path
    model: Path
    calm: dict[str, bytes]

    @classmethod
    def make(cls, folder: Path, photos: int) -> Scene:
        """Photos of several sizes; the result of one of them is taken."""
        root, out = folder / "in", folder / "out"
        root.mkdir()
        rng = np.random.default_rng(5)
        for number in range(photos):
            values = rng.integers(0, 256, (40 + 8 * number, 24, 3), dtype=np.uint8)
            Image.fromarray(values).save(root / f"{number:02}.png")
        scene = cls(root, out, write_toy_model(folder / "toy.safetensors"), {})
        scene.clean()
        status, told, errors = scene.run()
        assert (status, told["01.png"][0]) == (1, "Failed"), errors
        assert [kind for kind, _ in told.values()].count("Done") == photos - 1, (told, errors)
        scene.calm.update(scene.files())
        scene.clean()
        return scene

    def clean(self) -> None:
        """Only the user's files."""
        self.out.mkdir(exist_ok=True)
        for path in self.out.iterdir():
            path.unlink()
        for name in (*OWN, TAKEN):
            (self.out / name).write_text(f"precious {name}")

    def files(self) -> dict[str, bytes]:
        """All files of the folder of results."""
        return {path.name: path.read_bytes() for path in sorted(self.out.iterdir())}

    def command(self, *options: str) -> list[str]:
        """Of the batch."""
        return [sys.executable, "-m", "tests.faults.batch", str(self.root), str(self.out), str(self.model), *options]

    def run(self, *options: str, **environment: str) -> tuple[int, dict[str, list[str]], str]:
        """The batch to its end: its status, what it says of each photo, and its stderr."""
        found = subprocess.run(
            self.command(*options), check=False, capture_output=True, text=True, cwd=ROOT, timeout=300,
            env=os.environ | environment,
        )  # fmt: skip
        lines = found.stdout.splitlines()
        return found.returncode, json.loads(lines[-1]) if len(lines) > 1 else {}, found.stderr

    def check_own(self) -> None:
        """Nothing of the user's was touched."""
        for name in (*OWN, TAKEN):
            assert (self.out / name).read_text() == f"precious {name}", name

    def check_all_there(self) -> None:
        """As after an undisturbed run, to the last byte; nothing is missing, doubled or left over."""
        found = self.files()
        assert not set(found) ^ set(self.calm), set(found) ^ set(self.calm)
        for name, data in self.calm.items():
            assert found[name] == data, name
