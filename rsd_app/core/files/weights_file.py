"""A file of weights as others write them, .pth or plain safetensors: its contents, and its tensors when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from torch import Tensor

from rsd_app.core.files.pickle_values import TensorSpec
from rsd_app.core.files.safe_pickle import open_torch_file
from rsd_app.core.files.tensor_file import Entry, open_file, read_table, read_tensor


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
        if isinstance(leaf, TensorSpec):
            return leaf.size
        return tuple(leaf.shape) if isinstance(leaf, Entry) else None


@contextmanager
def open_weights(path: Path) -> Iterator[WeightsFile]:
    """Open a file of weights; nothing in it is executed, and tensors are read one at a time.

    Raises:
        UnsafeFileError: it asks for something to be run.
        ModelError: it is missing, damaged, or of another kind.
    """
    with open_file(path) as file:
        start = file.read(2)
    if start == b"PK" or start[:1] == b"\x80" or not start:
        with open_torch_file(path) as opened:
            yield WeightsFile(path, opened.value, opened.tensor)
        return
    with open_file(path) as file:
        table = read_table(path, file)
        names = {id(entry): name for name, entry in table.entries.items()}
        contents = {"metadata": table.metadata} | table.entries
        yield WeightsFile(path, contents, lambda entry: read_tensor(path, file, table, names[id(entry)]))
