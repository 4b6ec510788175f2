"""rsd models: files in, files out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from rsd_app.__main__ import main
from tests.engine.toy_published import toy_unet, toy_vq


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "models"))
    network, vq = tmp_path / "resshift_realsrx4_s15_v1.pth", tmp_path / "autoencoder_vq_f4.pth"
    torch.save({"state_dict": toy_unet().state_dict()}, network)
    torch.save(toy_vq().state_dict(), vq)
    return str(network), str(vq)


@pytest.mark.slow
def test_that_a_published_file_comes_is_shown_and_goes(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "import", *files]) == 2
    assert "--schedule (its name speaks of resshift-15)" in capsys.readouterr().err
    assert main(["models", "import", *files, "--schedule", "resshift-15", "--name", "resshift"]) == 0
    shown = capsys.readouterr()
    assert shown.out == "resshift\n"
    assert "resshift: ResShift, 15 steps; imported from resshift_realsrx4_s15_v1.pth" in shown.err
    assert "licence: non-commercial" in shown.err
    assert main(["models", "list"]) == 0
    shown = capsys.readouterr()
    assert "resshift\t×4\tuser" in shown.out
    assert "autoencoders of imported models: " in shown.err
    assert main(["models", "info", "resshift"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["family"], facts["role"], facts["schedule"]["steps"]) == ("paper", "teacher", 15)
    assert main(["models", "remove", "resshift"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert [path for path in (tmp_path / "models").rglob("*") if path.is_file()] == []
    assert main(["models", "remove", "resshift"]) == 1


def test_that_a_refused_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.pth").write_bytes(b"PK nothing")
    assert main(["models", "import", str(tmp_path / "bad.pth")]) == 1
    assert f"rsd: {tmp_path / 'bad.pth'}: is cut off or damaged" in capsys.readouterr().err
