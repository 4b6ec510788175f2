"""Reading the weights of a chain of convolutions from ncnn's files: a text of layers and a block of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from rsd_app.core.errors import TrainingError

MAGIC = "7767517"
HALF_PRECISION = 0x01306B47  # tag of float16 weights; 0 is for float32
MAX_VALUES = 2**26  # of one convolution: more is no file of ours


@dataclass(frozen=True)
class Convolution:
    """One convolution of an ncnn graph, in the order in which the file lists them."""

    weight: Tensor  # (out, in, k, k), float32
    bias: Tensor  # (out,), float32


def read_convolutions(param: Path, binary: Path) -> list[Convolution]:
    """All convolutions of a graph that has no other layers with weights.

    Args:
        param: ncnn's text file of layers (`.param`).
        binary: its weights (`.bin`).

    Raises:
        TrainingError: the files are not of this form, or do not belong together.
    """
    lines = param.read_text(encoding="ascii", errors="replace").splitlines()
    if not lines or lines[0].strip() != MAGIC:
        raise TrainingError(param, "is no ncnn graph", "fetch it again")
    content = memoryview(binary.read_bytes())
    found, at = [], 0
    for line in lines[2:]:
        fields = line.split()
        if fields and fields[0] == "Convolution":
            convolution, at = _convolution(_numbers(fields), content, at, binary)
            found.append(convolution)
    if at != len(content):
        raise TrainingError(
            binary, f"has {len(content) - at} bytes that no layer of {param.name} uses", "fetch it again"
        )
    return found


def _numbers(fields: list[str]) -> dict[int, int]:
    """The whole numbers among a layer's `key=value` settings."""
    pairs = (field.split("=", 1) for field in fields if "=" in field)
    return {int(key): int(value) for key, value in pairs if value.isdecimal() and key.isdecimal()}


def _convolution(settings: dict[int, int], content: memoryview, at: int, path: Path) -> tuple[Convolution, int]:
    """The weights that begin at a byte, and where they end. ncnn: 0 outputs, 1 kernel, 5 has a bias, 6 weights."""
    outputs, kernel, count = (settings.get(key, 0) for key in (0, 1, 6))
    if not 0 < count <= MAX_VALUES or not outputs or not kernel or count % (outputs * kernel**2) or not settings.get(5):
        raise TrainingError(path, "does not hold plain convolutions with biases", "fetch it again")
    tag = int.from_bytes(content[at : at + 4], "little")
    if tag not in (0, HALF_PRECISION):
        raise TrainingError(path, f"has weights of an unknown kind ({tag:#x})", "fetch it again")
    weight, at = _array(content, at + 4, count, np.dtype("<f2" if tag else "<f4"), path)
    bias, at = _array(content, at, outputs, np.dtype("<f4"), path)
    return Convolution(weight.view(outputs, -1, kernel, kernel), bias), at


def _array(content: memoryview, at: int, count: int, kind: np.dtype[np.floating], path: Path) -> tuple[Tensor, int]:
    size = count * kind.itemsize
    if at + size > len(content):
        raise TrainingError(path, f"ends after {len(content)} bytes, in the middle of a layer", "fetch it again")
    values = np.frombuffer(content[at : at + size], kind).astype(np.float32)
    return torch.from_numpy(values), at + -(-size // 4) * 4
