"""PyTorch files (.pth, .pt, .ckpt) as data: `torch.load(weights_only=True)` behind a look at what it will do.

torch runs no code of a file, but a few bytes can still make it allocate any amount of memory (bytearray, tensors larger
than their storage) or work for hours (keys whose hashes collide). So the archive's declared sizes and the pickle's
operations (`pickle_outline`) are checked first.
Formats: torch.serialization (a zip archive since 1.6, mapped into memory; a stream before, read whole).
"""

from __future__ import annotations

import io
import os
import pickle
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import torch
from torch import Tensor

from rsd_app.core.device.memory import is_out_of_memory
from rsd_app.core.errors import ModelError, RsdError, UnsafeFileError
from rsd_app.core.files.pickle_outline import Forbidden, Malformed, Outline, shown

MAX_PICKLE_BYTES = 16 * 2**20  # a tensor takes some 200
_MAX_DEPTH, _MAX_VALUES = 64, 200_000
_DAMAGED = "the file is damaged: get it again"
_SAFETENSORS = "get the weights as safetensors, or as a file with nothing but a state dict"
# What no check foresaw, torch's own refusals among it: still one clear line.
_LEFT_OVER = (
    *(pickle.UnpicklingError, ValueError, TypeError, LookupError, ArithmeticError, RuntimeError),
    *(AttributeError, AssertionError, MemoryError),
)


def load_torch_file(path: Path, *, verify: bool = True) -> Any:
    """Read a PyTorch file without running anything of it.

    Args:
        verify: compare an archive's checksums, for which all of it is read; else a tensor is read when it is used.

    Returns:
        Dicts, lists and tuples of CPU tensors (in the dtype stored, without gradient) and plain values; ordered dicts
        are dicts. The tensors of an archive are a map of the file: copy what has to outlive it.

    Raises:
        UnsafeFileError: the file asks for something to be run or built that is not data.
        ModelError: it is missing, damaged or no PyTorch file.
    """
    with _as_model_errors(path):
        with path.open("rb") as file:
            is_archive = _check(path, file, verify=verify)
        return _Result().plain(torch.load(path, map_location="cpu", weights_only=True, mmap=is_archive))


@contextmanager
def _as_model_errors(path: Path) -> Iterator[None]:
    """What goes wrong in reading, as an error that names the file."""
    try:
        yield
    except Forbidden as error:
        problem = f"asks to run {error} when loaded; it was not executed"
        raise UnsafeFileError(path, problem, _SAFETENSORS) from None
    except Malformed as error:
        raise ModelError(path, str(error), _DAMAGED) from None
    except RsdError:
        raise
    except FileNotFoundError:
        raise ModelError(path, "does not exist") from None
    except OSError as error:
        raise ModelError(path, f"cannot be read: {error.strerror or error}") from error
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise ModelError(path, "is cut off or damaged", "get it again") from error
    except _LEFT_OVER as error:
        if is_out_of_memory(error):
            raise ModelError(path, "does not fit into memory", "close other programs") from error
        raise ModelError(path, f"is malformed ({shown(str(error))})", _DAMAGED) from error


def _check(path: Path, file: BinaryIO, *, verify: bool) -> bool:
    """Hold that torch may load a file; True for an archive, which can be mapped."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    start = file.read(min(size, MAX_PICKLE_BYTES))
    if not start:
        raise Malformed("is empty")
    if start[257:262] == b"ustar":
        raise Malformed("is in the tar format of PyTorch before 0.2, which is not supported")
    if start.startswith(b"PK"):
        with zipfile.ZipFile(file) as archive:
            _check_archive(path, archive, size)
            if verify and (damaged := archive.testzip()) is not None:
                raise Malformed(f"holds damaged data, {shown(damaged)}")
        return True
    if start[:1] != b"\x80":
        raise Malformed("is not a PyTorch file")
    _check_stream(start, size)
    return False


def _check_archive(path: Path, archive: zipfile.ZipFile, size: int) -> None:
    entries = {entry.filename: entry.file_size for entry in archive.infolist()}
    if len(entries) != len(archive.infolist()):
        raise Malformed("holds two entries of one name")
    if any(name.endswith("/constants.pkl") for name in entries):
        raise UnsafeFileError(path, "is a TorchScript program, not weights", _SAFETENSORS)
    for entry in archive.infolist():
        # torch.save never compresses; a compressed entry may be a bomb.
        if entry.compress_type != zipfile.ZIP_STORED or entry.compress_size != entry.file_size:
            raise Malformed(f"holds the compressed entry {shown(entry.filename)}, which PyTorch never writes")
    if sum(entries.values()) > size:
        raise Malformed("holds entries that overlap: it would grow when unpacked")
    roots = [name.removesuffix("data.pkl") for name in entries if name.endswith("/data.pkl")]
    if len(roots) != 1:
        raise Malformed("is a zip archive but not a PyTorch file")
    if entries[f"{roots[0]}data.pkl"] > MAX_PICKLE_BYTES:
        raise Malformed(f"describes its contents in more than {MAX_PICKLE_BYTES} bytes")
    for key, claimed in _walked(io.BytesIO(archive.read(f"{roots[0]}data.pkl"))).storages.items():
        held = entries.get(f"{roots[0]}data/{key}")
        if held is None:
            raise Malformed(f"lacks the data of tensor {shown(key)}")
        if held != claimed:
            raise Malformed(f"says tensor data {shown(key)} has {claimed} bytes, has {held}")


def _check_stream(start: bytes, size: int) -> None:
    head = io.BytesIO(start)
    if Outline(head).walk() != torch.serialization.MAGIC_NUMBER:
        raise Malformed("is a bare pickle, not a PyTorch file")
    head.seek(0)
    _, version, system, claims, keys = (_walked(head) for _ in range(5))
    if version.value != torch.serialization.PROTOCOL_VERSION or not isinstance(system.value, dict):
        raise Malformed(f"has the unknown PyTorch format {shown(version.value)}")
    if system.value.get("little_endian") is not True:
        raise Malformed("was written on a big-endian machine, which is not supported")
    if not isinstance(keys.value, list) or not all(isinstance(key, str) for key in keys.value):
        raise Malformed("does not list its tensors by name")
    if sorted(keys.value) != sorted(claims.storages):
        raise Malformed("does not hold the tensors that it lists")
    if head.tell() + sum(8 + claimed for claimed in claims.storages.values()) > size:
        raise Malformed("is cut off: its tensors are larger than the file")


def _walked(file: BinaryIO) -> Outline:
    outline = Outline(file)
    outline.walk()
    if outline.protocol != 2:
        raise Malformed(f"uses pickle protocol {outline.protocol}, where PyTorch uses 2")
    return outline


class _Result:
    """What torch has loaded, as plain values; bounded, as lists may hold each other without end."""

    def __init__(self) -> None:
        self._left = _MAX_VALUES

    def plain(self, value: Any, depth: int = 0) -> Any:
        """The value, with dicts for ordered dicts and tensors without gradient.

        Raises:
            Malformed: it holds something else, a tensor larger than its data, or itself.
        """
        self._left -= 1
        if self._left < 0 or depth > _MAX_DEPTH:
            raise Malformed("holds values nested or repeated without end")
        if isinstance(value, dict):  # dict.items: a file may put something else in the place of a dict's methods
            return {key: self.plain(child, depth + 1) for key, child in dict.items(value)}
        if type(value) in (list, tuple):
            return type(value)(self.plain(child, depth + 1) for child in value)
        if isinstance(value, Tensor):
            held = value.untyped_storage().nbytes()
            if value.numel() * value.itemsize > held:
                raise Malformed(f"holds a tensor of shape {tuple(value.shape)} that exceeds its data of {held} bytes")
            return value.detach()
        if value is None or isinstance(value, bool | int | float | str | torch.dtype | torch.Size):
            return value
        raise Malformed(f"holds a {type(value).__name__} where a tensor or a plain value is expected")
