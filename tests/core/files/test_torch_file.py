from __future__ import annotations

import argparse
import io
import os
import pickle
import struct
import subprocess
import sys
import zipfile
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from rsd_app.core.errors import ModelError, UnsafeFileError
from rsd_app.core.files import pickle_outline, torch_file
from rsd_app.core.files.torch_file import load_torch_file


class Runs:
    """Pickled, it asks for a call when loaded."""

    def __init__(self, function: Callable[..., Any], *arguments: Any) -> None:
        self.call = function, arguments

    def __reduce__(self) -> Any:
        return self.call


def make_value() -> dict[str, Any]:
    torch.manual_seed(1)
    net = torch.nn.Sequential(torch.nn.Conv2d(3, 4, 3), torch.nn.BatchNorm2d(4))
    base = torch.randn(4, 6)
    optimizer = torch.optim.Adam(net.parameters())
    net(torch.randn(2, 3, 5, 5)).sum().backward()
    optimizer.step()
    return {
        "params_ema": net.state_dict(),
        "optimizer": optimizer.state_dict(),
        "parameter": torch.nn.Parameter(torch.randn(3)),
        "half": torch.randn(2, 3).half(),
        "bf16": torch.randn(5).bfloat16(),
        "flags": torch.tensor([True, False]),
        "scalar": torch.tensor(7),
        "empty": torch.empty(0, 3),
        "view": base.t()[1:3],
        "base": base,
        "plain": [1, -(2**70), 2.5, "ä", None, True, (1, (2, 3)), [[]], {}],
        "size": torch.Size([1, 2]),
        "dtype": torch.float16,
    }


def same(left: Any, right: Any) -> bool:
    if isinstance(left, torch.Tensor):
        return left.dtype == right.dtype and not right.requires_grad and torch.equal(left.detach(), right)
    if isinstance(left, dict):
        return list(left) == list(right) and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    return bool(left == right)


@pytest.mark.slow
@pytest.mark.parametrize("zipped", [True, False])
def test_that_a_checkpoint_is_read_as_torch_reads_it(tmp_path: Path, zipped: bool) -> None:
    path, value = tmp_path / "net.pth", make_value()
    torch.save(value, path, _use_new_zipfile_serialization=zipped)
    found = load_torch_file(path)
    assert same(value, found)
    assert type(found["params_ema"]) is dict


def test_that_tied_tensors_stay_tied(tmp_path: Path) -> None:
    weight = torch.ones(3)
    torch.save({"a": weight, "b": weight}, tmp_path / "net.pth")
    found = load_torch_file(tmp_path / "net.pth")
    found["a"][0] = 5
    assert found["b"][0] == 5


# By the name in the message; of subprocess, PyTorch's pickles have the name in Python 2, commands.
ATTACKS: dict[str, Callable[[Path], Any]] = {
    "os.system": lambda mark: Runs(os.system, f"touch {mark}"),
    "builtins.exec": lambda mark: Runs(exec, f"open({str(mark)!r}, 'w')"),
    "builtins.eval": lambda mark: Runs(eval, f"open({str(mark)!r}, 'w')"),
    "commands.Popen": lambda mark: Runs(subprocess.Popen, ["touch", str(mark)]),
    "builtins.getattr": lambda mark: Runs(getattr, "a", "upper"),
    "pathlib": lambda mark: mark,
    "argparse.Namespace": lambda mark: argparse.Namespace(lr=1),
    "builtins.bytearray": lambda mark: Runs(bytearray, 2**40),
    "torch.Tensor": lambda mark: Runs(torch.Tensor, 2**40),
    "builtins.set": lambda mark: {1, 2},
}


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("name", ATTACKS)
def test_that_code_in_a_file_is_named_and_not_run(tmp_path: Path, name: str, zipped: bool) -> None:
    path, mark = tmp_path / "x.pth", tmp_path / "mark"
    value = {"weight": torch.ones(2), "trap": ATTACKS[name](mark)}
    torch.save(value, path, _use_new_zipfile_serialization=zipped)
    with pytest.raises(UnsafeFileError) as caught:
        load_torch_file(path)
    assert str(caught.value).startswith(f"{path}: asks to run {name}")
    assert "when loaded; it was not executed; get the weights as safetensors" in str(caught.value)
    assert not mark.exists()


def test_that_the_trap_of_these_tests_would_snap(tmp_path: Path) -> None:
    path, mark = tmp_path / "x.pth", tmp_path / "mark"
    torch.save(ATTACKS["os.system"](mark), path)
    torch.load(path, weights_only=False)
    assert mark.exists()


def save_pickle(path: Path, content: bytes, records: dict[str, bytes] | None = None, **options: Any) -> Path:
    """A PyTorch archive around a pickle written by hand."""
    with zipfile.ZipFile(path, "w", **options) as archive:
        archive.writestr("archive/version", b"3\n")
        archive.writestr("archive/data.pkl", content if content[:1] == b"\x80" else b"\x80\x02" + content)
        for name, data in (records or {}).items():
            archive.writestr(f"archive/{name}", data)
    return path


def assert_refused(path: Path, *words: str) -> None:
    with pytest.raises(ModelError) as caught:
        load_torch_file(path)
    message = str(caught.value)
    assert [word for word in (path.name, *words) if word not in message] == []
    assert "\n" not in message
    assert len(message) < len(str(path)) + 400


@pytest.mark.parametrize(
    "content",
    [
        b"cos\nsystem\n(X\x04\x00\x00\x00exittR.",
        b"(X\x04\x00\x00\x00exitios\nsystem\n.",  # INST
        b"\x80\x04\x8c\x02os\x94\x8c\x06system\x94\x93\x8c\x04exit\x85R.",  # STACK_GLOBAL
        b"\x80\x04\x8c\x06system\x8c\x02osq\x050h\x050.",  # nothing but unknown operations
    ],
)
def test_that_hand_made_pickles_are_not_run(tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr(os, "system", ran.append)
    path = save_pickle(tmp_path / "x.pth", content)
    words = ("holds the pickle operation POP",) if content.endswith(b"0.") else ("asks to run os.system",)
    assert_refused(path, *words)
    (tmp_path / "bare.pkl").write_bytes(content if content[0] == 0x80 else b"\x80\x02" + content)
    assert_refused(tmp_path / "bare.pkl", *words)
    assert ran == []


def test_that_a_bare_pickle_and_other_files_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "x.pth"
    for content, word in (
        (b"", "is empty"),
        (b"hello", "is not a PyTorch file"),
        (pickle.dumps({"a": 1}, 2), "is a bare pickle"),
        (b"PK\x03\x04" + bytes(50), "is cut off or damaged"),
        (bytes(257) + b"ustar" + bytes(300), "tar format"),
    ):
        path.write_bytes(content)
        assert_refused(path, word)
    assert_refused(tmp_path / "none.pth", "does not exist")
    assert_refused(tmp_path, "cannot be read")
    save_pickle(path, b"N.", {"constants.pkl": b""})
    assert_refused(path, "TorchScript")


def test_that_a_file_cut_at_any_place_is_refused(tmp_path: Path) -> None:
    for zipped in (True, False):
        path = tmp_path / "net.pth"
        torch.save({"a": torch.ones(50), "b": [1, 2]}, path, _use_new_zipfile_serialization=zipped)
        content = path.read_bytes()
        for size in range(0, len(content) - 1, 7):
            path.write_bytes(content[:size])
            assert_refused(path)


def test_that_flipped_bytes_give_a_model_error_or_a_value(tmp_path: Path) -> None:
    path = tmp_path / "net.pth"
    torch.save(OrderedDict(a=torch.ones(5), b=torch.ones(2, 3)), path, _use_new_zipfile_serialization=False)
    content = path.read_bytes()
    refused = 0
    for at in range(len(content)):
        path.write_bytes(content[:at] + bytes([content[at] ^ 0x15]) + content[at + 1 :])
        try:
            load_torch_file(path)
        except ModelError:
            refused += 1
    assert refused > len(content) // 4


def test_that_a_changed_record_is_found_by_its_checksum(tmp_path: Path) -> None:
    path = tmp_path / "net.pth"
    torch.save({"a": torch.full((100,), 3.0)}, path)
    content = bytearray(path.read_bytes())
    content[content.index(struct.pack("<f", 3.0) * 9)] ^= 1
    path.write_bytes(content)
    assert_refused(path, "damaged", "get it again")


def tensor_pickle(numel: int, size: tuple[int, ...], stride: tuple[int, ...], offset: int = 0, *more: None) -> bytes:
    """One float32 tensor of key 0 that makes the given claims about itself; `more` is what a stream adds to its key."""

    class Pickler(pickle.Pickler):
        def persistent_id(self, thing: Any) -> Any:
            return ("storage", torch.FloatStorage, "0", "cpu", numel, *more) if thing is ... else None

    buffer = io.BytesIO()
    call = Runs(torch._utils._rebuild_tensor_v2, ..., offset, size, stride, False, OrderedDict())
    Pickler(buffer, 2).dump(call)
    return buffer.getvalue()


def test_that_a_hand_made_tensor_is_read(tmp_path: Path) -> None:
    data = struct.pack("<6f", *range(6))
    path = save_pickle(tmp_path / "x.pth", tensor_pickle(6, (2, 2), (3, 1), 1), {"data/0": data})
    assert load_torch_file(path).tolist() == [[1.0, 2.0], [4.0, 5.0]]


@pytest.mark.parametrize(
    ("claims", "word"),
    [
        ((6, (2, 4), (4, 1)), "is malformed"),
        ((6, (2**20, 2**20), (0, 0)), "exceeds its data of 24 bytes"),
        ((6, (2,), (2**40,)), "is malformed"),
        ((6, (6,), (1,), 1), "is malformed"),
        ((6, (-1,), (1,)), "is malformed"),
        ((6, (2,), (-1,)), "is malformed"),
        ((6, (2.0,), (1,)), "is malformed"),
        ((6, (2, 3), (1,)), "is malformed"),
        ((2**40, (2,), (1,)), "says tensor data '0' has 4398046511104 bytes, has 24"),
        ((2**70, (2,), (1,)), "tensor data in an unknown way"),
        ((-6, (2,), (1,)), "tensor data in an unknown way"),
        ((5, (2,), (1,)), "says tensor data '0' has 20 bytes, has 24"),
    ],
)
def test_that_a_lying_shape_is_refused(tmp_path: Path, claims: Any, word: str) -> None:
    path = save_pickle(tmp_path / "x.pth", tensor_pickle(*claims), {"data/0": bytes(24)})
    assert_refused(path, word)


def test_that_a_tensor_without_its_data_is_refused(tmp_path: Path) -> None:
    path = save_pickle(tmp_path / "x.pth", tensor_pickle(6, (6,), (1,)))
    assert_refused(path, "lacks the data of tensor '0'")


def test_that_data_described_in_two_ways_is_refused(tmp_path: Path) -> None:
    one, other = (tensor_pickle(numel, (1,), (1,))[2:-1] for numel in (6, 9))  # less PROTO and STOP
    path = save_pickle(tmp_path / "x.pth", b"\x80\x02" + one + other + b"\x86.", {"data/0": bytes(24)})
    assert_refused(path, "describes tensor data '0' in two ways")


def test_that_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    content, record = tensor_pickle(2**22, (2**22,), (1,)), {"data/0": bytes(2**24)}
    path = save_pickle(tmp_path / "x.pth", content, record, compression=zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < 2**16
    assert_refused(path, "compressed entry", "PyTorch never writes")


def test_that_overlapping_entries_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.pth"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("archive/data.pkl", b"N.")
        archive.writestr("archive/data/0", bytes(1000))
        for number in range(1, 50):  # entries of the directory that all point to one record
            info = zipfile.ZipInfo(f"archive/data/{number}")
            first = archive.getinfo("archive/data/0")
            info.header_offset, info.CRC = first.header_offset, first.CRC
            info.file_size = info.compress_size = 1000
            archive.filelist.append(info)
    assert_refused(path, "overlap")


DOUBLING = b"]q\x00" + b"".join(b"]q%c(h%ch%ce" % (n + 1, n, n) for n in range(60)) + b"."


@pytest.mark.slow
@pytest.mark.parametrize(
    ("content", "word"),
    [
        (DOUBLING, "nested or repeated without end"),
        (b"]q\x00h\x00a.", "nested or repeated without end"),  # a list within itself
        (b"]" * 200 + b"a" * 199 + b".", "nested or repeated without end"),
        (DOUBLING[:-1] + b"]sN.", "what is no dict"),
        (DOUBLING[:-1] + b"}h<\x85Ns.", "keys that are neither texts nor small numbers"),
        (DOUBLING[:-1] + b"ccollections\nOrderedDict\n)Rh<\x85Ns.", "keys that are neither texts nor small numbers"),
        (b"}\x8a\x09" + b"\xff" * 8 + b"\x00Ns.", "keys that are neither texts nor small numbers"),
        (b"}G" + b"\x7f" * 8 + b"Ns.", "keys that are neither texts nor small numbers"),
        (DOUBLING[:-1] + b"ctorch\nSize\n(h<tR.", "is malformed"),
        (b"\x80\x04" + DOUBLING[:-1] + DOUBLING[:-1] + b"\x93.", "a name that is no text"),
        (b"X\xff\xff\xff\x7f.", "is malformed"),
        (b"\x8e" + b"\xff" * 7 + b"\x00.", "is malformed"),
        (b"\x96" + b"\xff" * 7 + b"\x00.", "is malformed"),  # BYTEARRAY8
        (b"N\x8c", "is malformed"),
        (b"h\x07.", "is malformed"),
        (b"t.", "is malformed"),
        (b"NR.", "is malformed"),
        (b"NN\x85R.", "asks to run a NoneType"),
        (b"NNb.", "asks to run the state of an object"),
        (b"ccollections\nOrderedDict\n.", "holds a type where a tensor or a plain value is expected"),
        (b"ccollections\nOrderedDict\n]\x85R.", "fills an ordered dict"),
        (b"K\x01Q.", "no tensor data"),
        (b"\x80\x04N.", "uses pickle protocol 4"),
    ],
)
def test_that_a_malicious_pickle_ends_soon_in_one_line(tmp_path: Path, content: bytes, word: str) -> None:
    assert_refused(save_pickle(tmp_path / "x.pth", content), word)


def save_stream(path: Path, value: bytes, keys: bytes) -> Path:
    """A file of the format before zip: three pickles of torch's own, then the given ones."""
    start = (torch.serialization.MAGIC_NUMBER, torch.serialization.PROTOCOL_VERSION, {"little_endian": True})
    path.write_bytes(b"".join(pickle.dumps(part, 2) for part in start) + value + keys)
    return path


@pytest.mark.timeout(60)
@pytest.mark.parametrize("keys", [DOUBLING, b"](K\x00]e.", b"]Na."])
def test_that_a_list_of_tensors_holds_nothing_but_names(tmp_path: Path, keys: bytes) -> None:
    path = save_stream(tmp_path / "x.pth", b"\x80\x02}.", b"\x80\x02" + keys)
    assert_refused(path, "does not list its tensors by name")


def test_that_a_tensor_listed_twice_or_never_is_refused(tmp_path: Path) -> None:
    value, data = tensor_pickle(6, (6,), (1,), 0, None), struct.pack("<q6f", 6, *range(6))
    path = save_stream(tmp_path / "x.pth", value, pickle.dumps(["0"], 2) + data)
    assert load_torch_file(path).tolist() == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]
    for keys in (["0", "0"], [], ["1"]):
        save_stream(path, value, pickle.dumps(keys, 2) + data * 2)
        assert_refused(path, "does not hold the tensors that it lists")


def test_that_a_long_name_of_a_tensor_makes_no_long_message(tmp_path: Path) -> None:
    name = b"X\x01\x00\x00\x000"
    value = tensor_pickle(6, (6,), (1,))
    assert value.count(name) == 1
    long = value.replace(name, b"X" + struct.pack("<I", 10_000) + b"k" * 10_000)
    assert_refused(save_pickle(tmp_path / "x.pth", long), "lacks the data of tensor")


def test_that_the_number_of_operations_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pickle_outline, "MAX_OPERATIONS", 100)
    assert_refused(save_pickle(tmp_path / "x.pth", b"N" * 101 + b"."), "more than 100 values")


def test_that_the_size_of_a_description_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch_file, "MAX_PICKLE_BYTES", 100)
    assert_refused(save_pickle(tmp_path / "x.pth", b"N" * 101 + b"."), "in more than 100 bytes")


def test_that_too_little_memory_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch.save({"a": torch.ones(10)}, tmp_path / "net.pth")

    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError("DefaultCPUAllocator: can't allocate memory")

    monkeypatch.setattr(torch_file.torch, "load", refuse)
    assert_refused(tmp_path / "net.pth", "does not fit into memory")


def test_that_nothing_named_in_a_file_is_imported(tmp_path: Path) -> None:
    assert "antigravity" not in sys.modules
    assert_refused(save_pickle(tmp_path / "x.pth", b"cantigravity\nfly\n."), "antigravity.fly")
    assert "antigravity" not in sys.modules
