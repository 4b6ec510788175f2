"""ncnn's files: what is read is what was written, and what is not of this form is refused in words."""

from pathlib import Path

import numpy as np
import pytest
import torch

from rsd_app.core.errors import TrainingError
from trainer.guide.ncnn_file import HALF_PRECISION, read_convolutions
from trainer.guide.rrdb import RRDBNet


def write_ncnn(folder: Path, network: RRDBNet, *, half: bool) -> tuple[Path, Path]:
    """The convolutions of a network as ncnn stores them."""
    lines, content = [], b""
    for i, conv in enumerate(network.convolutions()):
        weight = conv.weight.detach().numpy()
        lines.append(f"Convolution Conv_{i} 1 1 a b 0={len(weight)} 1=3 4=1 5=1 6={weight.size} -23310=1,2.0e-01")
        stored = weight.astype("<f2" if half else "<f4").tobytes()
        content += (HALF_PRECISION if half else 0).to_bytes(4, "little") + stored + b"\0" * (-len(stored) % 4)
        content += conv.bias.detach().numpy().astype("<f4").tobytes()
    param, binary = folder / "net.param", folder / "net.bin"
    param.write_text("\n".join(["7767517", f"{len(lines) + 1} 0", "Input in 0 1 a", *lines]), encoding="ascii")
    binary.write_bytes(content)
    return param, binary


@pytest.fixture
def network() -> RRDBNet:
    torch.manual_seed(1)
    return RRDBNet(width=6, growth=3, blocks=1)


@pytest.mark.parametrize("half", [False, True])
def test_that_convolutions_are_read_in_their_order(network: RRDBNet, tmp_path: Path, half: bool) -> None:
    found = read_convolutions(*write_ncnn(tmp_path, network, half=half))
    assert len(found) == len(network.convolutions()) == 1 + 15 + 5
    for stored, conv in zip(found, network.convolutions(), strict=True):
        torch.testing.assert_close(stored.weight, conv.weight.detach(), atol=1e-3 if half else 0, rtol=0)
        assert torch.equal(stored.bias, conv.bias.detach())


def test_that_other_files_are_refused(network: RRDBNet, tmp_path: Path) -> None:
    param, binary = write_ncnn(tmp_path, network, half=True)
    whole, text = binary.read_bytes(), param.read_text()
    for content, why in ((whole[:-3], "ends after"), (whole + b"1234", "4 bytes"), (b"\1" + whole[1:], "unknown kind")):
        binary.write_bytes(content)
        with pytest.raises(TrainingError, match=why):
            read_convolutions(param, binary)
    binary.write_bytes(whole)
    for changed, why in ((text[1:], "no ncnn graph"), (text.replace("6=162 ", "6=163 ", 1), "plain convolutions")):
        param.write_text(changed)
        with pytest.raises(TrainingError, match=why):
            read_convolutions(param, binary)


def test_that_half_precision_changes_little(network: RRDBNet) -> None:
    """And that the network enlarges four times, whatever the values in it."""
    lq = torch.from_numpy(np.random.default_rng(2).random((1, 3, 12, 8), dtype=np.float32))
    with torch.no_grad():
        exact = network(lq)
        rounded = network.bfloat16()(lq).float()
    assert exact.shape == (1, 3, 48, 32)
    assert float((exact - rounded).abs().max()) < 0.02
    assert float(exact.std()) > 0.05
