"""A student as an ONNX file: the same picture, what the file says of itself, and what cannot be written."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest

from rsd_app.__main__ import main
from rsd_app.core.errors import ConfigError, ModelError
from rsd_app.core.files.model_file import model_hash, read_model, write_model
from rsd_app.engine.convert import onnx_export
from rsd_app.engine.convert.onnx_export import export_onnx
from tests.engine.toy_models import write_toy_model


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_toy_model(tmp_path_factory.mktemp("model") / "toy.safetensors")


def run(file: Path, height: int, width: int) -> Any:
    rng = np.random.default_rng(1)
    lq = rng.random((1, 3, height, width), dtype=np.float32)
    noise = rng.standard_normal((1, 49, height, width), dtype=np.float32)
    session = onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])
    return session.run(["hq"], {"lq": lq, "noise": noise})[0]


def test_that_a_runtime_makes_the_picture_that_torch_makes(toy: Path, tmp_path: Path) -> None:
    file = tmp_path / "new/toy.onnx"
    assert export_onnx(toy, file) < 1e-5
    assert [path.name for path in file.parent.iterdir()] == ["toy.onnx"]
    for height, width in ((8, 24), (20, 4)):
        assert run(file, height, width).shape == (1, 3, 4 * height, 4 * width)
    model = onnx.load(file)
    facts = {entry.key: entry.value for entry in model.metadata_props}
    assert facts == {
        "scale": "4", "multiple": "4", "severity": "unknown", "licence": "CC0", "author": "",
        "model_sha256": model_hash(toy),
    }  # fmt: skip
    assert {node.op_type for node in model.graph.node} <= {
        "Add", "Clip", "Concat", "Conv", "DepthToSpace", "Mul", "Relu", "Resize", "Slice", "SpaceToDepth", "Sub",
    }  # fmt: skip


def test_that_a_tail_is_drawn_as_torch_draws_it(tmp_path: Path) -> None:
    model = write_toy_model(tmp_path / "tail.safetensors", shape={"widths": [16], "blocks": [2], "tail": 1})
    assert export_onnx(model, tmp_path / "tail.onnx") < 1e-5
    assert run(tmp_path / "tail.onnx", 8, 12).shape == (1, 3, 32, 48)


def test_that_the_severity_is_in_the_weights(toy: Path, tmp_path: Path) -> None:
    made = []
    for severity in (None, 0.0, 1.0):
        assert export_onnx(toy, tmp_path / "toy.onnx", severity=severity) < 1e-5  # replaces the one before
        made.append(run(tmp_path / "toy.onnx", 8, 8))
    assert abs(made[1] - made[2]).max() > 1e-4
    assert abs(made[0] - made[1]).max() > 1e-4


def test_that_what_cannot_become_onnx_is_told_and_leaves_nothing(
    toy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, other = tmp_path / "out/a.onnx", tmp_path / "other.safetensors"
    with pytest.raises(ConfigError, match=r"severity: is 1\.5"):
        export_onnx(toy, file, severity=1.5)
    header, tensors = read_model(toy)
    write_model(other, dataclasses.replace(header, family="paper"), tensors)
    with pytest.raises(ModelError, match="published network"):
        export_onnx(other, file)
    teacher = tensors | {"stem.weight": tensors["stem.weight"][:, :-1]}
    write_model(other, dataclasses.replace(header, role="teacher"), teacher)
    with pytest.raises(ModelError, match="is a teacher"):
        export_onnx(other, file)
    with monkeypatch.context() as patch:
        patch.setattr(onnx_export, "TOLERANCE", 0.0)
        patch.setattr(onnx_export, "_expected", lambda *_: 0)
        with pytest.raises(ModelError, match="would differ from torch by"):
            export_onnx(toy, file)
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "onnx", None)
        with pytest.raises(ModelError, match=r"needs the onnx extra.*pip install 'rsd-studio\[onnx\]'"):
            export_onnx(toy, file)
    assert not file.parent.exists()
    file.parent.write_bytes(b"")  # a file where the folder should be
    with pytest.raises(ModelError, match="cannot be written"):
        export_onnx(toy, file)


def test_that_the_command_writes_it(toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "toy.onnx"
    assert main(["models", "export", str(toy), "-o", str(out), "--severity", "0.3"]) == 0
    told = capsys.readouterr()
    assert told.out == f"{out}\n"
    assert "held against torch" in told.err
    assert out.is_file()
    assert main(["models", "export", "nonesuch", "-o", str(out)]) == 1
