"""Files that are damaged, lie or attack: a clear error each, nothing run, nothing left in the library."""

from __future__ import annotations

import importlib
import io
import json
import os
import pickle
import struct
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file

from rsd_app.core.errors import ModelError, RsdError, UnsafeFileError
from rsd_app.core.progress import CancelToken
from rsd_app.engine.library.importing import ImportChoices, import_files
from tests.engine.toy_published import toy_unet, toy_vq

Write = Callable[[Path], object]


class Runs:
    """Pickled, it asks for a call when loaded."""

    def __init__(self, function: Callable[..., Any], *arguments: Any) -> None:
        self.call = function, arguments

    def __reduce__(self) -> Any:
        return self.call


@lru_cache(maxsize=1)
def _network() -> dict[str, Any]:
    return dict(toy_unet(1).state_dict())


def state() -> dict[str, Any]:
    return dict(_network())


def saved(change: Callable[[dict[str, Any]], Any]) -> Write:
    """A network's file whose contents were changed first."""

    def write(path: Path) -> None:
        torch.save(change(state()), path)

    return write


def attack(make: Callable[[Path], object], zipped: bool = True) -> Write:
    """A network's file with something beside it that is run by a careless reader; it would make `mark`."""

    def write(path: Path) -> None:
        torch.save({"params": state(), "x": make(path.with_name("mark"))}, path, _use_new_zipfile_serialization=zipped)

    return write


def bytes_of(change: Callable[[bytes], bytes], zipped: bool = True) -> Write:
    """A network's file whose bytes were changed afterwards."""

    def write(path: Path) -> None:
        torch.save(state(), path, _use_new_zipfile_serialization=zipped)
        path.write_bytes(change(path.read_bytes()))

    return write


def raw(content: bytes) -> Write:
    return lambda path: path.write_bytes(content)


def rewritten(change: Callable[[zipfile.ZipFile, str, bytes], None]) -> Write:
    """A network's archive, each entry as `change` writes it."""

    def write(path: Path) -> None:
        buffer = io.BytesIO()
        torch.save(state(), buffer)
        with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as new:
            for name in old.namelist():
                change(new, name, old.read(name))

    return write


def compressed(new: zipfile.ZipFile, name: str, content: bytes) -> None:
    new.writestr(name, content, zipfile.ZIP_DEFLATED)


def without_data(new: zipfile.ZipFile, name: str, content: bytes) -> None:
    if not name.endswith("data/3"):
        new.writestr(name, content)


def short_data(new: zipfile.ZipFile, name: str, content: bytes) -> None:
    new.writestr(name, content[:-4] if name.endswith("data/3") else content)


def other_pickle(content: bytes) -> Callable[[zipfile.ZipFile, str, bytes], None]:
    return lambda new, name, old: new.writestr(name, content if name.endswith("data.pkl") else old)


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x/data.pkl", b"\0" * 50_000_000)


def flipped_byte(content: bytes) -> bytes:
    at = content.index(torch.as_tensor(state()["out.2.bias"]).numpy().tobytes())
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def table(change: Callable[[dict[str, Any]], None]) -> Write:
    """A safetensors file whose table was changed afterwards."""

    def write(path: Path) -> None:
        save_file({name: tensor.clone() for name, tensor in state().items()}, path)
        content = path.read_bytes()
        length = int.from_bytes(content[:8], "little")
        entries = json.loads(content[8 : 8 + length])
        change(entries)
        text = json.dumps(entries).encode()
        path.write_bytes(len(text).to_bytes(8, "little") + text + content[8 + length :])

    return write


def resized(name: str, *shape: int) -> Callable[[dict[str, Any]], Any]:
    return lambda state: state | {name: torch.zeros(shape)}


def expanded(state: dict[str, Any]) -> dict[str, Any]:
    return state | {"out.2.weight": torch.zeros(1).expand(3, 32, 3, 3)}


RUNNING_PICKLE = pickle.dumps(Runs(os.system, "true"))
HOSTILE: dict[str, tuple[Write, str]] = {
    "os.system": (attack(lambda mark: Runs(os.system, f"touch {mark}")), "asks to run os.system"),
    "os.system, old form": (attack(lambda mark: Runs(os.system, f"touch {mark}"), False), "asks to run os.system"),
    "exec": (attack(lambda mark: Runs(exec, f"open({str(mark)!r}, 'w')")), "asks to run builtins.exec"),
    "eval": (attack(lambda mark: Runs(eval, f"open({str(mark)!r}, 'w')")), "asks to run builtins.eval"),
    "subprocess": (attack(lambda mark: Runs(subprocess.Popen, ["touch", str(mark)])), "asks to run"),
    "getattr": (attack(lambda mark: Runs(getattr, "a", "upper")), "asks to run builtins.getattr"),
    "import": (attack(lambda mark: Runs(importlib.import_module, "os")), "asks to run importlib.import_module"),
    "bytearray bomb": (attack(lambda mark: Runs(bytearray, 2**40)), "asks to run builtins.bytearray"),
    "a whole module": (saved(lambda state: {"model": torch.nn.Linear(2, 2)}), "asks to run torch.nn"),
    "a bare pickle that runs": (raw(RUNNING_PICKLE), "asks to run os.system"),
    "a bare pickle": (raw(pickle.dumps({"a": 1})), "is a bare pickle"),
    "a pickle in the archive": (rewritten(other_pickle(RUNNING_PICKLE)), "asks to run os.system"),
    "an endless pickle": (rewritten(other_pickle(b"\x80\x02" + b"]" * 100)), "is "),
    "a script": (lambda path: torch.jit.save(_script(), path), "is a TorchScript program"),
    "empty": (raw(b""), "is empty"),
    "text": (raw(b"<html>404 not found</html>"), "is not a safetensors file"),
    "a picture": (raw(b"\x89PNG\r\n\x1a\n" + b"\0" * 100), "is not a safetensors file"),
    "cut in half": (bytes_of(lambda content: content[: len(content) // 2]), "cut off or damaged"),
    "cut by a byte": (bytes_of(lambda content: content[:-1]), ""),
    "cut in half, old form": (bytes_of(lambda content: content[: len(content) // 2], False), "is cut off"),
    "a flipped byte": (bytes_of(flipped_byte), "damaged"),
    "zip bomb": (bomb, "holds the compressed entry"),
    "compressed": (rewritten(compressed), "holds the compressed entry"),
    "no data": (rewritten(without_data), "lacks the data of tensor"),
    "short data": (rewritten(short_data), "bytes, has"),
    "an expanded tensor": (saved(expanded), "that exceeds its data"),
    "no tensors": (saved(lambda state: {"epoch": 3, "lr": [1.0]}), "holds no state dict"),
    "a list": (saved(lambda state: list(state.values())), "holds no state dict"),
    "another network": (saved(lambda state: {"conv_first.weight": torch.zeros(2)}), "another kind of network"),
    "a missing tensor": (saved(lambda state: {n: t for n, t in state.items() if n != "out.2.bias"}), "out.2.bias"),
    "a tensor too many": (saved(lambda state: state | {"extra.weight": torch.zeros(2)}), "the first is extra.weight"),
    "a wrong shape": (saved(resized("out.0.weight", 31)), "out.0.weight has shape (31,) instead of (32,)"),
    "a wrong number of axes": (saved(resized("input_blocks.0.0.weight", 32)), "is none that is known"),
    "a huge width": (saved(resized("input_blocks.1.0.out_layers.3.weight", 8192, 1, 1, 1)), "a size of 8192"),
    "no width": (saved(resized("input_blocks.0.0.weight", 0, 7, 3, 3)), "is none that is known"),
    "a huge mask": (saved(resized("input_blocks.1.1.blocks.1.attn_mask", 10**6, 1, 1)), "a size of 8000"),
    "a huge table": (
        saved(resized("input_blocks.1.1.blocks.0.attn.relative_position_bias_table", 129**2, 1)), "a size of 65",
    ),
    "a number in the place of a tensor": (saved(lambda state: state | {"out.2.bias": 1.0}), "out.2.bias"),
    "whole numbers": (saved(lambda state: state | {"out.2.bias": torch.ones(3, dtype=torch.int64)}), "torch.int64"),
    "not a number": (saved(lambda state: state | {"out.2.bias": torch.full((3,), float("nan"))}), "not a number"),
    "infinite": (saved(lambda state: state | {"out.2.bias": torch.full((3,), float("inf"))}), "infinite"),
    "a table that is no JSON": (raw(struct.pack("<Q", 5) + b"{nope"), "invalid JSON"),
    "a table longer than the file": (raw(struct.pack("<Q", 2**40) + b"{}"), "is not a safetensors file"),
    "a table that overlaps": (
        table(lambda entries: entries["out.2.bias"].update(data_offsets=[0, 12])), "invalid offset",
    ),
    "a table with a wrong size": (table(lambda entries: entries["out.2.bias"].update(shape=[2**30])), "invalid shape"),
    "a table with a negative size": (table(lambda entries: entries["out.2.bias"].update(shape=[-3])), "-3"),
    "a table of an unknown type": (table(lambda entries: entries["out.2.bias"].update(dtype="F7")), "unknown variant"),
    "a header of ours that lies": (
        table(lambda entries: entries.update(__metadata__={"rsd": '{"format_version": 1}'})), "sha256",
    ),
    "a header of ours of the future": (
        table(lambda entries: entries.update(__metadata__={"rsd": '{"format_version": 99}'})), "newer version",
    ),
}  # fmt: skip


def _script() -> torch.jit.ScriptModule:
    with torch.jit.optimized_execution(False):
        scripted: torch.jit.ScriptModule = torch.jit.trace(torch.nn.Identity(), torch.zeros(1))
        return scripted


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")
@pytest.mark.parametrize("name", HOSTILE)
def test_that_a_hostile_file_is_refused_in_words(tmp_path: Path, library: Path, name: str) -> None:
    write, words = HOSTILE[name]
    path, vq = tmp_path / "bad.pth", tmp_path / "vq.pth"
    write(path)
    torch.save(toy_vq().state_dict(), vq)
    with pytest.raises(ModelError) as caught:
        import_files([vq, path], ImportChoices(), cancel=CancelToken())
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert words in message
    assert len(message.splitlines()) == 1
    assert not (tmp_path / "mark").exists()
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == [path, vq]
    assert isinstance(caught.value, UnsafeFileError) == ("asks to run" in message or "TorchScript" in message)


def test_that_there_are_forty_of_them() -> None:
    assert len(HOSTILE) >= 40


def test_that_these_files_would_be_fine_unharmed(tmp_path: Path, library: Path) -> None:
    torch.save(toy_vq().state_dict(), tmp_path / "vq.pth")
    for name, write in (("a", saved(dict)), ("b", bytes_of(bytes)), ("c", table(lambda entries: None))):
        path = tmp_path / f"{name}.pth"
        write(path)
        (model,) = import_files([path, tmp_path / "vq.pth"], ImportChoices(), cancel=CancelToken())
        assert model.name == name


def test_that_a_folder_or_nothing_is_named(tmp_path: Path, library: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.pth"):
        with pytest.raises(RsdError, match=str(path)):
            import_files([path], ImportChoices(), cancel=CancelToken())


@pytest.mark.slow
def test_that_a_hostile_file_needs_no_memory(tmp_path: Path, library: Path) -> None:
    """A bomb of 50 MB of zeros, and a claim of a terabyte, with 32 MB left to allocate."""
    bomb(tmp_path / "bomb.pth")
    raw(struct.pack("<Q", 2**40) + b"{}")(tmp_path / "claim.pth")
    program = """
        import resource, sys
        from pathlib import Path
        from rsd_app.core.errors import ModelError
        from rsd_app.engine.library.importing import inspect_file
        used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + 2**25,) * 2)
        for path in sys.argv[1:]:
            try:
                inspect_file(Path(path))
            except ModelError as error:
                print(error)
    """
    command = [sys.executable, "-c", textwrap.dedent(program)]
    files = [str(tmp_path / "bomb.pth"), str(tmp_path / "claim.pth")]
    done = subprocess.run([*command, *files], capture_output=True, text=True, timeout=120, check=True)
    assert len(done.stdout.splitlines()) == 2
