"""A file of weights as others write them, .pth or plain safetensors: its contents, and its tensors when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from torch import Tensor

from rsd_app.core.files.tensor_file import Entry, open_file, read_table, read_tensor
from rsd_app.core.files.torch_file import load_torch_file


@dataclass(frozen=True)
class WeightsFile:
    """An open file.

    Attributes:
        contents: nested dicts, lists and plain values, with a description in the place of each tensor.
        tensor: reads the tensor of a description.
    """

    path: Path
    contents: Any
    tensor: Callable[[Any], Tensor]

    @staticmethod
    def shape_of(leaf: object) -> tuple[int, ...] | None:
        """The shape of a tensor's description; None for everything else."""
        return tuple(leaf.shape) if isinstance(leaf, Tensor | Entry) else None


@contextmanager
def open_weights(path: Path, *, verify: bool = False) -> Iterator[WeightsFile]:
    """Open a file of weights; nothing in it is executed, and tensors are read one at a time.

    Args:
        verify: compare a .pth file's checksums, before its tensors are used.

    Raises:
        UnsafeFileError: it asks for something to be run.
        ModelError: it is missing, damaged, or of another kind.
    """
    with open_file(path) as file:
        start = file.read(2)
    if start == b"PK" or start[:1] == b"\x80" or not start:
        yield WeightsFile(path, load_torch_file(path, verify=verify), Tensor.clone)  # off the map of the file
        return
    with open_file(path) as file:
        table = read_table(path, file)
        names = {id(entry): name for name, entry in table.entries.items()}
        contents = {"metadata": table.metadata} | table.entries
        yield WeightsFile(path, contents, lambda entry: read_tensor(path, file, table, names[id(entry)]))
