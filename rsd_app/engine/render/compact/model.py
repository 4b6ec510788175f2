"""A student of the compact family: built, folded for one severity, on its device."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from rsd_app.core.device.choice import Device
from rsd_app.core.diffusion.process import ResidualShifting
from rsd_app.core.diffusion.severity import SeverityEstimate
from rsd_app.core.errors import ModelError
from rsd_app.core.files.model_file import ModelHeader, model_hash, read_model
from rsd_app.core.files.network_of_file import build_network
from rsd_app.core.networks.codecs import SpaceToDepth
from rsd_app.core.networks.compact.compact_unet import CompactUNet
from rsd_app.core.networks.compact.row_stream import FoldedUNet, fold
from rsd_app.engine.render.compact.renderer import Renderer
from rsd_app.engine.settings.regions import Region


@dataclass(frozen=True)
class Student:
    """A one-step student as its file has it: in float32 on the CPU, for any severity."""

    header: ModelHeader
    hash: str
    network: CompactUNet
    process: ResidualShifting


@dataclass(frozen=True)
class LoadedModel:
    """A one-step student, ready to render."""

    student: Student  # that it was folded from
    severity: float | None  # that it was folded for; None for unknown
    header: ModelHeader
    hash: str
    device: Device
    folded: FoldedUNet  # latents in pixel order, see `fold`
    scale: int
    fold: int  # source pixels, each way, for one place of the network
    latent_channels: int
    noise_channels: int  # of the student's own: noise and, where it knows it, realism
    noise_scale: float  # kappa sqrt(eta_{T-1}): of the prior's noise
    input_scale: float  # 1 / sqrt(eta_{T-1} kappa² + sigma_data²)
    estimate: SeverityEstimate | None = None
    quick: bool = True
    weights_mb: int = 0  # a few, which no budget notices
    realism: float = 1.0  # how much of its noise it gets
    regions: tuple[Region, ...] = ()  # where it gets more, less or other

    @property
    def period(self) -> int:
        """Pixels of the result, each way, for one place of the network."""
        return self.scale * self.fold

    @property
    def knows_realism(self) -> bool:
        """See `protocol.Model`."""
        return self.noise_channels > 1

    def at_severity(self, severity: float | None) -> LoadedModel:
        """See `protocol.Model`."""
        if severity == self.severity:
            return self
        return _folded(self.student, self.device, severity).at_realism(self.realism, self.regions)

    def at_realism(self, realism: float, regions: Sequence[Region] = ()) -> LoadedModel:
        """See `protocol.Model`; the weights are shared."""
        if not self.knows_realism:
            realism, regions = 1.0, [dataclasses.replace(region, realism=None) for region in regions]
        telling = tuple(region for region in regions if (region.realism, region.variant) != (None, None))
        if (realism, telling) == (self.realism, self.regions):
            return self
        return dataclasses.replace(self, realism=realism, regions=telling)

    def renderer(self, width: int, height: int, seed: int, *, budget_mb: int | None = None) -> Renderer:
        """See `protocol.Model`."""
        return Renderer(self, width, height, seed, budget_mb=budget_mb)


def build_compact(header: ModelHeader, tensors: dict[str, torch.Tensor], path: Path) -> CompactUNet:
    """As `build_network`, of the compact family.

    Raises:
        ModelError: as `load_model`, or the file is of another family.
    """
    network = build_network(header, tensors, path)
    if not isinstance(network, CompactUNet):
        raise ModelError(path, f"is of the family {header.family}", "give a model of the compact family")
    return network


def load_compact(path: Path, device: Device, severity: float | None, *, budget_mb: int | None = None) -> LoadedModel:
    """Read, check, build and fold a one-step student of the compact family.

    Args:
        budget_mb: not used: the weights are small.

    Raises:
        ModelError: the file is damaged, or no student.
    """
    header, tensors = read_model(path)
    if header.role != "student":
        raise ModelError(path, "is a teacher, which needs many steps", "give the student that was distilled from it")
    process = ResidualShifting.from_spec(header.schedule)
    student = Student(header, model_hash(path), build_compact(header, tensors, path), process)
    return _folded(student, device, severity)


def _folded(student: Student, device: Device, severity: float | None) -> LoadedModel:
    """A student on a device, folded for one severity; its estimator too where that is unknown."""
    header, network, process = student.header, student.network, student.process
    estimate = None
    if severity is None and network.estimator is not None:
        estimate = SeverityEstimate(network, process, SpaceToDepth(header.scale, network.fold))
    # A copy where it moves: the one on the CPU is folded again, and estimates.
    placed = network if device.torch_device.type == "cpu" else copy.deepcopy(network).to(device.torch_device)
    period = header.scale * network.fold
    folded = fold(placed, process.last, severity, device.dtype, pixel_order=period)
    one = torch.ones(1, 1, 1, 1, dtype=torch.float64)
    last = torch.tensor([process.last])
    return LoadedModel(
        student=student,
        severity=severity,
        header=header,
        hash=student.hash,
        device=device,
        folded=folded,
        scale=header.scale,
        fold=network.fold,
        latent_channels=3 * period**2,
        noise_channels=network.noise_channels,
        estimate=estimate,
        noise_scale=float(process.prior(torch.zeros_like(one), one)),
        input_scale=float(process.scale_input(one, last)),
    )
