"""A one-step student as an ONNX file, for programs that know nothing of torch (extra `onnx`).

The graph is written operator by operator from the folded network: plain convolutions, rectifiers and
rearrangements of opset 17, which every runtime has. What comes out is held against torch before the file is there.
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from rsd_app import __version__
from rsd_app.core.atomic_write import write_bytes
from rsd_app.core.device.choice import choose_device
from rsd_app.core.diffusion.one_step import OneStepGenerator
from rsd_app.core.diffusion.process import ResidualShifting
from rsd_app.core.errors import ConfigError, ModelError
from rsd_app.core.files.model_file import read_header, read_model
from rsd_app.core.networks.codecs import SpaceToDepth
from rsd_app.core.networks.compact.row_stream import FoldedBlock, FoldedTail, Kernel
from rsd_app.engine.render.compact.model import LoadedModel, build_compact, load_compact

OPSET, IR_VERSION = 17, 8
TOLERANCE = 1e-3  # of the whole range, between the graph and torch


def export_onnx(model: Path, destination: Path, *, severity: float | None = None) -> float:
    """Write a model of the compact family as one graph: an image and noise in, the enlarged image out.

    Inputs: lq (B, 3, h, w), RGB in [0, 1], sides multiples of the metadata's `multiple`; noise (B, C + 1, h, w),
    N(0, 1): C for the prior, one for the student, and where it knows its realism, that as one more.
    Output: hq (B, 3, s·h, s·w) in [0, 1]. float32 throughout.

    Args:
        severity: folded into the weights, in [0, 1]; None for unknown.

    Returns:
        The largest difference from torch in a picture of noise, of the range 1.

    Raises:
        ConfigError: the severity is out of range.
        ModelError: no student of the compact family, damaged, the extra is missing, the file cannot be written, or
            what it computes is not what torch does.
    """
    if severity is not None and not 0 <= severity <= 1:
        raise ConfigError("severity", f"is {severity:g}", "give auto or a number from 0 to 1")
    onnx = _library()
    if read_header(model).family != "compact":
        raise ModelError(model, "is a published network, which keeps its own form", "only compact models become ONNX")
    loaded = load_compact(model, choose_device("cpu", "fp32"), severity)
    graph = _graph(onnx, loaded, severity)
    difference = float((_run(graph, loaded) - _expected(model, loaded, severity)).abs().max())
    if not difference <= TOLERANCE:
        problem = f"would differ from torch by {difference:.2g} of the range"
        raise ModelError(destination, problem, "install the pinned versions of the onnx extra")
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(destination, graph.SerializeToString())
    except OSError as error:
        raise ModelError(destination, f"cannot be written: {error}", "check the folder and its space") from error
    return difference


def _library() -> Any:
    try:
        return importlib.import_module("onnx")
    except ImportError as error:
        raise ModelError("ONNX", f"needs the onnx extra ({error})", "pip install 'rsd-studio[onnx]'") from error


class _Graph:
    """Nodes in order, and the numbers they use; every name is that of what a node puts out."""

    def __init__(self, onnx: Any) -> None:
        self._onnx = onnx
        self.nodes: list[Any] = []
        self.numbers: list[Any] = []

    def add(self, kind: str, *inputs: str, name: str = "", **attributes: Any) -> str:
        """One operator; returns the name of its result."""
        name = name or f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(self._onnx.helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def number(self, values: Any, kind: Any = np.float32) -> str:
        """Add a constant; returns its name."""
        array = np.ascontiguousarray(values.detach().numpy() if isinstance(values, Tensor) else values, dtype=kind)
        self.numbers.append(self._onnx.numpy_helper.from_array(array, f"number_{len(self.numbers)}"))
        return str(self.numbers[-1].name)

    def convolve(self, x: str, kernel: Kernel, *, stride: int = 1) -> str:
        """A convolution that keeps the size, or divides it by the stride."""
        side = kernel.weight.shape[-1]
        border = (side - 1) // 2 if stride == 1 else 0
        weight, bias = self.number(kernel.weight.contiguous()), self.number(kernel.bias)
        return self.add("Conv", x, weight, bias, kernel_shape=[side] * 2, pads=[border] * 4, strides=[stride] * 2)

    def unshuffle(self, x: str, fold: int) -> str:
        """As torch's pixel_unshuffle of three colours: (colour, row, column), where ONNX has (row, column, colour)."""
        order = np.arange(3 * fold**2).reshape(fold**2, 3).T.ravel()
        return self.add("Gather", self.add("SpaceToDepth", x, blocksize=fold), self.number(order, np.int64), axis=1)

    def blocks(self, x: str, blocks: Sequence[FoldedBlock]) -> str:
        """x + second(relu(first(x))), one after the other."""
        for block in blocks:
            x = self.add("Add", x, self.convolve(self.add("Relu", self.convolve(x, block.first)), block.second))
        return x

    def tail(self, x: str, tail: FoldedTail) -> str:
        """What is drawn at twice the size, gathered into the latent's channels in pixel order."""
        x = self.add("DepthToSpace", self.convolve(x, tail.enlarge), blocksize=2, mode="CRD")
        drawn = self.add("SpaceToDepth", self.convolve(self.blocks(x, tail.blocks), tail.head), blocksize=2)
        side = math.isqrt(len(tail.head.bias) // 3)
        # ONNX puts the place within the square first: (r1, c1, r2, c2, colour).
        order = np.arange(12 * side**2).reshape(2, 2, side, side, 3).transpose(0, 2, 1, 3, 4).ravel()
        return self.add("Gather", drawn, self.number(order, np.int64), axis=1)


def _graph(onnx: Any, model: LoadedModel, severity: float | None) -> Any:
    """The whole generator; z, its noise and z0 have their channels in pixel order, as `fold` was asked for."""
    graph, net, scale = _Graph(onnx), model.folded, model.scale
    lq = graph.add("Sub", graph.add("Mul", "lq", graph.number(2)), graph.number(1))
    enlarged = graph.add(
        "Resize", lq, "", graph.number([1, 1, scale, scale]),
        mode="cubic", cubic_coeff_a=-0.75, coordinate_transformation_mode="half_pixel",
    )  # fmt: skip
    z_lq = graph.add("SpaceToDepth", enlarged, blocksize=model.period)
    seen = lq if model.fold == 1 else graph.unshuffle(lq, model.fold)
    channels, end = model.latent_channels, np.iinfo(np.int64).max
    cuts = [graph.number([at], np.int64) for at in (0, channels, end, 1)]
    eps = graph.add("Slice", "noise", cuts[0], cuts[1], cuts[3])
    own = graph.add("Slice", "noise", cuts[1], cuts[2], cuts[3])
    z = graph.add("Add", z_lq, graph.add("Mul", eps, graph.number(model.noise_scale)))
    z = graph.add("Mul", z, graph.number(model.input_scale))
    x = graph.convolve(graph.add("Concat", z, seen, own, axis=1), net.stem)
    skips = []
    for blocks, reduce in zip(net.down, net.reduce, strict=True):
        skips.append(graph.blocks(x, blocks))
        x = graph.convolve(skips[-1], reduce, stride=2)
    x = graph.blocks(x, net.middle)
    for level in reversed(range(len(net.up))):
        x = graph.add("DepthToSpace", graph.convolve(x, net.enlarge[level]), blocksize=2, mode="CRD")
        x = graph.blocks(graph.add("Add", x, skips[level]), net.up[level])
    residual = graph.convolve(x, net.head)
    if net.tail is not None:
        residual = graph.add("Add", residual, graph.tail(x, net.tail))
    z0 = graph.add("Add", z_lq, residual)
    image = graph.add("DepthToSpace", z0, blocksize=model.period, mode="DCR")
    half = graph.number(0.5)
    image = graph.add("Add", graph.add("Mul", image, half), half)
    graph.add("Clip", image, graph.number(0), graph.number(1), name="hq")
    return _model(onnx, graph, model, severity)


def _model(onnx: Any, graph: _Graph, model: LoadedModel, severity: float | None) -> Any:
    """The graph with its inputs, and what a user of the file has to know."""
    of_float = onnx.TensorProto.FLOAT

    def image(name: str, channels: int, sides: tuple[str, str]) -> Any:
        return onnx.helper.make_tensor_value_info(name, of_float, ["batch", channels, *sides])

    header = model.header
    places = ("height", "width") if model.fold == 1 else ("height_folded", "width_folded")
    made = onnx.helper.make_graph(
        graph.nodes,
        header.name,
        [
            image("lq", 3, ("height", "width")),
            image("noise", model.latent_channels + model.noise_channels, places),
        ],
        [image("hq", 3, ("height_hq", "width_hq"))],
        graph.numbers,
        doc_string="lq: RGB in [0, 1]; noise: standard normal; hq: RGB in [0, 1], enlarged in one step."
        + " The last plane of the noise is the realism r, 0 to 1; the others are to be multiplied by it."
        * model.knows_realism,
    )
    result = onnx.helper.make_model(
        made,
        opset_imports=[onnx.helper.make_opsetid("", OPSET)],
        producer_name="RSD Studio",
        producer_version=__version__,
        doc_string=header.description,
    )
    result.ir_version = IR_VERSION
    facts = {
        "scale": model.scale,
        "multiple": model.folded.multiple * model.fold,
        "severity": "unknown" if severity is None else severity,
        "licence": header.licence,
        "author": header.author,
        "model_sha256": model.hash,
    }
    onnx.helper.set_model_props(result, {key: str(value) for key, value in facts.items()})
    onnx.checker.check_model(result, full_check=True)
    return result


def _noise(model: LoadedModel) -> tuple[Tensor, Tensor]:
    """A picture and noise of sides that differ, two of each."""
    random = torch.Generator().manual_seed(0)
    height, width = 3 * model.folded.multiple, 5 * model.folded.multiple
    lq = torch.rand((2, 3, height * model.fold, width * model.fold), generator=random)
    return lq, torch.randn((2, model.latent_channels + model.noise_channels, height, width), generator=random)


def _run(graph: Any, model: LoadedModel) -> Tensor:
    """By the operators' own definitions: ONNX Runtime, from 1.29 on, reports every session to its maker."""
    lq, noise = _noise(model)
    reference = importlib.import_module("onnx.reference")
    (hq,) = reference.ReferenceEvaluator(graph).run(None, {"lq": lq.numpy(), "noise": noise.numpy()})
    return torch.from_numpy(hq)


@torch.no_grad()
def _expected(path: Path, model: LoadedModel, severity: float | None) -> Tensor:
    """The same picture by the network as it was trained, without any folding."""
    header, tensors = read_model(path)
    process = ResidualShifting.from_spec(header.schedule)
    generator = OneStepGenerator(build_compact(header, tensors, path), SpaceToDepth(model.scale, model.fold), process)
    lq, noise = _noise(model)
    order = torch.arange(model.latent_channels).view(-1, model.period, model.period).permute(1, 2, 0).flatten()
    given, own = noise.split((model.latent_channels, model.noise_channels), dim=1)
    eps = torch.empty_like(given)
    eps[:, order] = given
    known = None if severity is None else torch.full((len(lq),), severity)
    return (generator(2 * lq - 1, eps, own, severity=known) / 2 + 0.5).clamp(0, 1)
