"""The model file: exact round trips, stable bytes, and every lie of a file found and named."""

from __future__ import annotations

import dataclasses
import json
import resource
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file

from rsd_app.core.errors import ModelError
from rsd_app.core.files.model_file import (
    FORMAT_VERSION,
    ModelHeader,
    ScheduleSpec,
    TrainingFacts,
    model_hash,
    read_header,
    read_model,
    write_model,
)
from rsd_app.core.files.tensor_file import MAX_HEADER_BYTES

Json = dict[str, Any]


def make_header(**changes: Any) -> ModelHeader:
    header = ModelHeader(
        name="tiny",
        family="compact",
        role="student",
        scale=4,
        schedule=ScheduleSpec(steps=15, power=0.3, kappa=0.5, min_noise_level=0.04, sigma_data=1.0),
        network={
            "widths": [8, 16],
            "blocks": 2,
            "residual": True,
            "act": "silu",
            "gain": 0.1,
            "deep": [[1], []],
        },
        codec="space_to_depth",
        severity=True,
        licence="Apache-2.0",
        training=TrainingFacts(recipe="r", iterations={"teacher": 10}, metrics={"psnr": 21.5}, seconds=3.5),
        created="2026-01-31",
    )
    return dataclasses.replace(header, **changes)


def make_tensors() -> dict[str, torch.Tensor]:
    torch.manual_seed(0)
    return {
        "conv.weight": torch.randn(4, 3, 3, 3),
        "half": torch.randn(5).half(),
        "brain": torch.randn(2, 2).bfloat16(),
        "scalar": torch.tensor(2.5, dtype=torch.float64),
        "empty": torch.zeros(0, 3),
        "flags": torch.tensor([True, False, True]),
        "count": torch.tensor([1, -2, 3]),
    }


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.safetensors"
    write_model(path, make_header(), make_tensors())
    return path


def tamper(path: Path, change: Callable[[Json], None]) -> None:
    """Rewrite the container's table after `change`; the tensors' bytes stay."""
    content = path.read_bytes()
    length = int.from_bytes(content[:8], "little")
    table = json.loads(content[8 : 8 + length])
    change(table)
    text = json.dumps(table).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + content[8 + length :])


def tamper_header(path: Path, change: Callable[[Json], None]) -> None:
    """Rewrite the typed header after `change`."""

    def on_table(table: Json) -> None:
        header = json.loads(table["__metadata__"]["rsd"])
        change(header)
        table["__metadata__"]["rsd"] = json.dumps(header)

    tamper(path, on_table)


def assert_refused(path: Path, *words: str) -> None:
    """All three readers refuse, in one line that names the file and holds the words."""
    for read in (read_header, model_hash, read_model):
        with pytest.raises(ModelError) as caught:
            read(path)
        line = str(caught.value)
        assert line.startswith(str(path))
        assert "\n" not in line
        assert len(line) < 600
        for word in words:
            assert word in line, line


def test_that_a_model_comes_back_as_it_was_written(model: Path) -> None:
    header, tensors = read_model(model)
    expected = make_tensors()
    assert header == make_header() == read_header(model)
    assert set(tensors) == set(expected)
    for name, tensor in expected.items():
        assert tensors[name].dtype == tensor.dtype
        assert torch.equal(tensors[name], tensor)


def test_that_safetensors_itself_reads_the_file(model: Path) -> None:
    with safe_open(model, "pt") as file:
        assert list(file.metadata()) == ["rsd"]
        for name, tensor in make_tensors().items():
            assert torch.equal(file.get_tensor(name), tensor)


def test_that_the_same_model_gives_the_same_bytes(model: Path, tmp_path: Path) -> None:
    backwards = dict(reversed(make_tensors().items()))
    for i in range(5):
        again = tmp_path / f"{i}.safetensors"
        write_model(again, make_header(), backwards)
        assert again.read_bytes() == model.read_bytes()


def test_that_unusual_tensors_are_stored_by_value(tmp_path: Path) -> None:
    base = torch.arange(12.0).reshape(3, 4)
    tensors = {"t": base.t(), "tied": base, "slice": base[1], "channels_last": torch.randn(1, 2, 3, 3)}
    tensors["channels_last"] = tensors["channels_last"].contiguous(memory_format=torch.channels_last)
    tensors["parameter"] = torch.nn.Parameter(base.clone())
    write_model(tmp_path / "m", make_header(), tensors)
    _, read = read_model(tmp_path / "m")
    for name, tensor in tensors.items():
        assert torch.equal(read[name], tensor.detach())
        assert read[name].is_contiguous()


def test_that_numbers_are_kept_in_the_type_of_the_field(tmp_path: Path) -> None:
    schedule = ScheduleSpec(steps=4, power=1, kappa=2, min_noise_level=0.2, sigma_data=1)
    write_model(tmp_path / "m", make_header(schedule=schedule, network={"sizes": (1, 2)}), make_tensors())
    header, _ = read_model(tmp_path / "m")
    assert isinstance(header.schedule.kappa, float)
    assert header.network == {"sizes": [1, 2]}


def test_that_the_hash_follows_contents_and_decisive_fields_only(model: Path, tmp_path: Path) -> None:
    first, other = model_hash(model), tmp_path / "other"
    assert len(first) == 64
    write_model(other, make_header(description="x", licence="other", training=None), make_tensors())
    assert model_hash(other) == first
    changed = make_tensors()
    changed["half"][0] += 1
    write_model(other, make_header(), changed)
    assert model_hash(other) != first
    write_model(other, make_header(severity=False), make_tensors())
    assert model_hash(other) != first
    renamed = {("renamed" if name == "half" else name): tensor for name, tensor in make_tensors().items()}
    write_model(other, make_header(), renamed)
    assert model_hash(other) != first


def test_that_one_flipped_bit_of_the_tensors_is_found(model: Path) -> None:
    content = bytearray(model.read_bytes())
    content[-1] ^= 1
    model.write_bytes(content)
    with pytest.raises(ModelError, match=r"tiny\.safetensors: its contents have SHA-256 .* get it again"):
        read_model(model)
    assert read_model(model, verify=False)[0] == make_header()


def test_that_an_edited_kappa_is_found(model: Path) -> None:
    tamper_header(model, lambda h: h["schedule"].update(kappa=0.6))
    with pytest.raises(ModelError, match="SHA-256"):
        read_model(model)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda h: h.update(format_version=FORMAT_VERSION + 1), ("format version 2", "update RSD Studio")),
        (lambda h: h.update(format_version="1"), ("format_version is '1'",)),
        (lambda h: h.pop("format_version"), ("format_version is None",)),
        (lambda h: h.pop("sha256"), ("sha256 is None",)),
        (lambda h: h.update(sha256="x" * 64), ("sha256 is 'xxx",)),
        (lambda h: h.update(family="huge"), ("family is 'huge'", "compact or paper", "update RSD Studio")),
        (lambda h: h.update(family=["compact"]), ("family is ['compact']",)),
        (lambda h: h.update(role="boss"), ("role is 'boss'", "'student', 'teacher'")),
        (lambda h: h.update(codec="jpeg"), ("codec is 'jpeg'", "update RSD Studio")),
        (lambda h: h.update(colour=1), ("colour is not known", "update RSD Studio")),
        (lambda h: h["schedule"].update(warp=1), ("schedule.warp is not known", "update RSD Studio")),
        (lambda h: h["training"].update(gpu=1), ("training.gpu is not known",)),
        (lambda h: h.pop("scale"), ("is not whole", "'scale'")),
        (lambda h: h["schedule"].pop("kappa"), ("schedule is not whole", "'kappa'")),
        (lambda h: h.update(scale="4"), ("scale is '4'", "not a whole number")),
        (lambda h: h.update(scale=True), ("scale is True", "not a whole number")),
        (lambda h: h.update(scale=0), ("scale is 0", "1 to 16")),
        (lambda h: h.update(severity=1), ("severity is 1", "not true or false")),
        (lambda h: h.update(schedule=[]), ("schedule is []",)),
        (lambda h: h.update(training=7), ("training is 7",)),
        (lambda h: h.update(network=[1]), ("network is [1]",)),
        (lambda h: h["network"].update(depth=None), ("network.depth is None",)),
        (lambda h: h["network"].update(depth={"a": 1}), ("network.depth is {'a': 1}",)),
        (lambda h: h["network"].update(depth=[[1, None]]), ("network.depth is [[1, None]]",)),
        (lambda h: h["network"].update(deep=[[[[[[[[[[1]]]]]]]]]]), ("network.deep is [[[",)),
        (lambda h: h["schedule"].update(steps=1), ("schedule.steps is 1", "2 to 10000")),
        (lambda h: h["schedule"].update(steps=15.0), ("schedule.steps is 15.0", "not a whole number")),
        (lambda h: h["schedule"].update(kappa=-1), ("schedule.kappa is -1",)),
        (lambda h: h["schedule"].update(min_noise_level=1.5), ("min_noise_level is 1.5",)),
        (lambda h: h["schedule"].update(power=float("nan")), ("not valid JSON", "NaN")),
        (lambda h: h.update(created="yesterday"), ("created is 'yesterday'", "2026-01-31")),
        (lambda h: h.update(name=""), ("name is ''",)),
        (lambda h: h.update(licence="\x1b[2J"), ("licence is '\\x1b[2J'", "control characters")),
        (lambda h: h["training"].update(iterations={"t": 1.5}), ("training.iterations.t is 1.5",)),
        (lambda h: h["training"].update(metrics={"m": "good"}), ("training.metrics.m is 'good'",)),
    ],
)
def test_that_a_wrong_header_field_is_named(model: Path, change: Callable[[Json], None], words: tuple[str]) -> None:
    tamper_header(model, change)
    assert_refused(model, *words)


def set_entry(**values: Any) -> Callable[[Json], None]:
    return lambda table: table["conv.weight"].update(values)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (set_entry(shape=[4, 3, 3, 4]), ("its table of tensors is wrong", "shape")),
        (set_entry(shape=[4, 3, -3, -3]), ("its table of tensors is wrong", "-3")),
        (set_entry(shape=[4, 3, 3, 3.0]), ("floating point `3.0`",)),
        (set_entry(shape=[4, 3, 3, True]), ("boolean `true`",)),
        (set_entry(shape="4"), ('string "4"',)),
        (set_entry(shape=[2**40, 2**40, 0]), ("overflow",)),
        (set_entry(shape=[1] * 200), ("invalid shape",)),
        (set_entry(dtype="F7"), ("unknown variant `F7`",)),
        (set_entry(dtype="U32"), ("'conv.weight' has the unknown dtype U32", "update RSD Studio")),
        (set_entry(dtype=["F32"]), ("its table of tensors is wrong",)),
        (set_entry(dtype="F16"), ("its table of tensors is wrong",)),
        (set_entry(data_offsets=[8, 0]), ("invalid offset for tensor `conv.weight`",)),
        (set_entry(data_offsets=[0]), ("invalid length 1",)),
        (set_entry(data_offsets=[2**40, 2**40 + 432]), ("invalid offset",)),
        (set_entry(data_offsets=[0, 432]), ("invalid offset",)),
        (lambda t: t.update({"conv.weight": 5}), ("its table of tensors is wrong",)),
        (lambda t: t.pop("conv.weight"), ("invalid offset",)),
        (lambda t: t.pop("flags"), ("bytes that belong to no tensor",)),
        (lambda t: t["__metadata__"].pop("rsd"), ("not an RSD model",)),
        (lambda t: t.pop("__metadata__"), ("not an RSD model",)),
        (lambda t: t.update(__metadata__=[]), ("its table of tensors is wrong",)),
        (lambda t: t["__metadata__"].update(rsd={"a": 1}), ("its table of tensors is wrong",)),
        (lambda t: t["__metadata__"].update(rsd="{"), ("not valid JSON",)),
        (lambda t: t["__metadata__"].update(rsd="[1]"), ("header is [1], not an object",)),
        (lambda t: t["__metadata__"].update(rsd="\ud800"), ("its table of tensors is wrong",)),
        (lambda t: t["__metadata__"].update(rsd='{"a":1,"a":2}'), ("duplicate key",)),
        (lambda t: t["__metadata__"].update(rsd="[" * 100_000), ("not valid JSON",)),
        (lambda t: t["__metadata__"].update(rsd='{"a":' + "9" * 5000 + "}"), ("not valid JSON",)),
    ],
)
def test_that_a_lying_table_is_refused(model: Path, change: Callable[[Json], None], words: tuple[str]) -> None:
    tamper(model, change)
    assert_refused(model, *words)


def test_that_a_file_cut_at_any_place_is_refused(model: Path) -> None:
    content = model.read_bytes()
    for size in [*range(1, 12), 200, len(content) // 2, len(content) - 1]:
        model.write_bytes(content[:size])
        assert_refused(model)


def test_that_bytes_after_the_end_are_refused(model: Path) -> None:
    model.write_bytes(model.read_bytes() + b"\0")
    assert_refused(model, "bytes that belong to no tensor")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ("is empty",)),
        (b"{}", ("not a safetensors file",)),
        (b"PK\x03\x04" + b"\0" * 100, ("not a safetensors file",)),
        (b"hello, I am a text and no model at all", ("not a safetensors file", "rsd models list")),
        ((MAX_HEADER_BYTES + 1).to_bytes(8, "little") + b"{", ("not a safetensors file",)),
        ((40).to_bytes(8, "little") + b"[" * 40, ("not a safetensors file",)),
        ((6).to_bytes(8, "little") + b'{"\xff":1', ("invalid UTF-8",)),
        (bytes(64), ("cut off",)),
    ],
)
def test_that_other_files_are_refused(tmp_path: Path, content: bytes, words: tuple[str, ...]) -> None:
    path = tmp_path / "other.safetensors"
    path.write_bytes(content)
    assert_refused(path, *words)


def test_that_a_claimed_header_size_makes_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "huge.safetensors"
    path.write_bytes((2**62).to_bytes(8, "little") + b"{}")
    assert_refused(path, "not a safetensors file")


def test_that_a_plain_safetensors_file_is_not_a_model(tmp_path: Path) -> None:
    path = tmp_path / "plain.safetensors"
    save_file({"a": torch.zeros(2)}, path, metadata={"format": "pt"})
    assert_refused(path, "not an RSD model", "rsd train export")


def test_that_a_missing_file_or_a_folder_is_named(tmp_path: Path) -> None:
    assert_refused(tmp_path / "none.safetensors", "does not exist")
    assert_refused(tmp_path, "is a folder")


def test_that_writing_refuses_what_the_format_cannot_hold(tmp_path: Path) -> None:
    path, tensors = tmp_path / "m", make_tensors()
    bad_tensors = {"c": torch.zeros(2, dtype=torch.complex64)}, {"s": torch.eye(2).to_sparse()}
    for bad in (*bad_tensors, {"__metadata__": torch.zeros(1)}):
        with pytest.raises(ModelError, match="cannot hold tensor"):
            write_model(path, make_header(), bad)
    for change in ({"network": {"a": {1, 2}}}, {"training": TrainingFacts(metrics={"psnr": float("inf")})}):
        with pytest.raises(ModelError, match="header cannot be written"):
            write_model(path, make_header(**change), tensors)
    with pytest.raises(ModelError, match=r"scale is 4\.0, not a whole number"):
        write_model(path, make_header(scale=4.0), tensors)
    assert list(tmp_path.iterdir()) == []


def test_that_a_failed_write_leaves_the_old_model_and_nothing_else(model: Path) -> None:
    before = model.read_bytes()
    big = {"big": torch.zeros(2**20)}
    limits, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, limits[1]))  # stands for a full disk
    try:
        with pytest.raises(ModelError, match="cannot be written"):
            write_model(model, make_header(), big)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert model.read_bytes() == before
    assert list(model.parent.iterdir()) == [model]


def test_that_a_missing_folder_is_an_error_of_the_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be written"):
        write_model(tmp_path / "no" / "m", make_header(), make_tensors())


def test_that_a_model_in_use_survives_its_file_being_cut(model: Path) -> None:
    _, tensors = read_model(model)
    model.write_bytes(b"")
    assert torch.equal(tensors["conv.weight"], make_tensors()["conv.weight"])
