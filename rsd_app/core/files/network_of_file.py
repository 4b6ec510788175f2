"""What a model file holds -> the network of its family."""

from __future__ import annotations

from pathlib import Path

from torch import Tensor

from rsd_app.core.errors import ModelError, RsdError
from rsd_app.core.files.model_file import ModelHeader
from rsd_app.core.networks.family import LatentNetwork


def build_network(header: ModelHeader, tensors: dict[str, Tensor], path: Path) -> LatentNetwork:
    """The network of a file, in float32 on the CPU.

    Raises:
        ModelError: tensors that do not fit the header.
    """
    try:
        steps = header.schedule.steps
        network = header.traits.build(header.network, role=header.role, scale=header.scale, steps=steps)
        network.fill(tensors)
    except (TypeError, ValueError, RuntimeError, RsdError) as error:
        problem = str(error).splitlines()[0]
        raise ModelError(path, f"its tensors do not fit its header ({problem})", "get the file again") from error
    return network.eval()
