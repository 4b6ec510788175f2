"""A published network and its autoencoder on a device, in the form that a run wants."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from torch import Tensor, nn

from rsd_app.core.device.choice import Device
from rsd_app.core.diffusion.process import ResidualShifting
from rsd_app.core.errors import ModelError, RsdError
from rsd_app.core.files.model_file import model_hash, read_header, read_model
from rsd_app.core.files.tensor_file import TensorReader
from rsd_app.core.networks.published.form import build_swin, build_vq, fill, for_run
from rsd_app.core.networks.published.stage_stream import leave_in_file
from rsd_app.core.networks.published.swin_unet import SwinUNet
from rsd_app.core.networks.published.vq_autoencoder import VqAutoencoder
from rsd_app.engine.library.installed import find_autoencoder
from rsd_app.engine.render.tiles.tiled_model import TiledModel, weight_bytes

N = TypeVar("N", bound=nn.Module)


@dataclass(frozen=True)
class PublishedModel(TiledModel):
    """ResShift, SinSR or RSD, ready to render."""

    @property
    def autoencoder(self) -> VqAutoencoder:
        """The codec, which is learned."""
        return cast(VqAutoencoder, self.codec)


def load_published(
    path: Path,
    device: Device,
    severity: float | None = None,
    *,
    plain: bool = False,
    budget_mb: int | None = None,
) -> PublishedModel:
    """Read a network of the paper family and the autoencoder that it names, check and build both.

    Args:
        severity: not used: these networks do not know it.
        plain: as the networks are defined, nothing folded and channels first: the reference form, for comparison.
        budget_mb: on a CPU, memory for weights and work, half of it for the weights; None: any. The autoencoder's
            always stay: they are used twice a tile, and take 0.2 GB at most. Where the network's do not fit beside
            them, they are read from the file for each tile, stage by stage (`stage_stream`): then a folder takes no
            more memory than a picture.

    Raises:
        ModelError: a file is damaged or missing, or is an autoencoder, which enlarges nothing.
    """
    header = read_header(path)
    if header.role == "autoencoder":
        raise ModelError(path, "is an autoencoder, a part of other models", "give the model that uses it")
    vq_path = find_autoencoder(header.autoencoder)
    autoencoder = _load(vq_path, device, build_vq, plain=plain)
    beside = None
    if budget_mb is not None and device.torch_device.type == "cpu":
        beside = budget_mb * 2**20 // 2 - weight_bytes(autoencoder, device)
    network = _load(path, device, build_swin, plain=plain, room=beside)
    if autoencoder.scale != header.scale or autoencoder.channels != network.latent_channels:
        raise ModelError(path, f"does not fit the autoencoder {vq_path.name}", "import both files again")
    return PublishedModel(
        header=header,
        hash=hashlib.sha256(f"{model_hash(path)} {model_hash(vq_path)}".encode()).hexdigest(),
        device=device,
        network=network,
        codec=autoencoder,
        process=ResidualShifting.from_spec(header.schedule),
    )


def _load(
    path: Path, device: Device, build: Callable[[Mapping[str, object]], N], *, plain: bool, room: int | None = None
) -> N:
    """A network with its weights on the device, in the precision of the run; each is converted as it is read.

    Args:
        room: bytes for a network's weights; where they take more, its stages stay in the file.
    """
    in_file: set[str] = set()

    def convert(name: str, tensor: Tensor) -> Tensor | None:
        if name in in_file:
            return None
        return for_run(name, tensor, device.dtype, device.torch_device, plain=plain)

    try:
        network = build(read_header(path).network)
        if room is not None and isinstance(network, SwinUNet) and weight_bytes(network, device) > room:
            in_file = leave_in_file(network, TensorReader(path), device.dtype)
        _, tensors = read_model(path, convert=convert)
        fill(network, tensors, plain=plain)
    except ModelError:
        raise
    except (TypeError, ValueError, RuntimeError, RsdError) as error:
        problem = str(error).splitlines()[0]
        raise ModelError(path, f"its tensors do not fit its header ({problem})", "import the file again") from error
    return network
