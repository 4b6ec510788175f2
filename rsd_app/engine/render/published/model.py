"""A published network and its autoencoder on a device: from a tile of a picture to the tile of its result."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor, nn

from rsd_app.core.device.choice import Device
from rsd_app.core.device.recorded_call import RecordedCall
from rsd_app.core.diffusion.process import ResidualShifting
from rsd_app.core.errors import ModelError, RsdError
from rsd_app.core.files.model_file import ModelHeader, model_hash, read_header, read_model
from rsd_app.core.files.tensor_file import TensorReader
from rsd_app.core.networks.codecs import upsample_bicubic
from rsd_app.core.networks.published.form import build_swin, build_vq, fill, for_run
from rsd_app.core.networks.published.stage_stream import leave_in_file
from rsd_app.core.networks.published.swin_unet import SwinUNet
from rsd_app.core.networks.published.vq_autoencoder import VqAutoencoder
from rsd_app.core.progress import CancelToken
from rsd_app.engine.library.installed import find_autoencoder
from rsd_app.engine.render.protocol import RowRenderer
from rsd_app.engine.render.published.tile_renderer import TileRenderer
from rsd_app.engine.settings.regions import Region

N = TypeVar("N", bound=nn.Module)
log = logging.getLogger(__name__)

# Shares of the work, in GFLOP for a result of 256×256: encoder, one step of the network, decoder.
ENCODING, STEP, DECODING = 345.0, 101.0, 671.0


@dataclass(frozen=True)
class PublishedModel:
    """ResShift, SinSR or RSD, ready to render."""

    header: ModelHeader
    hash: str  # of the network and the autoencoder together
    device: Device
    network: SwinUNet
    autoencoder: VqAutoencoder
    process: ResidualShifting
    quick: bool = False
    knows_realism: bool = False
    estimate: None = None

    @property
    def scale(self) -> int:
        """See `Model`."""
        return self.header.scale

    @property
    def steps(self) -> int:
        """How often the network runs for a picture."""
        return 1 if self.header.role == "student" else self.process.steps

    @property
    def multiple(self) -> int:
        """What the sides of a tile have to be multiples of."""
        multiple: int = self.network.multiple
        return multiple

    @property
    def noise_channels(self) -> int:
        """Random numbers that a position of the latent takes: the prior's, a student's own, one lot a step."""
        return self.autoencoder.channels * self.steps + self.network.noise_channels

    @property
    def weights_mb(self) -> int:
        """See `Model`."""
        return (_bytes(self.network, self.device) + _bytes(self.autoencoder, self.device)) // 2**20

    @cached_property
    def _encode(self) -> Callable[..., Tensor]:
        return self._recorded(self.autoencoder.encode)

    @cached_property
    def _decode(self) -> Callable[..., Tensor]:
        return self._recorded(self.autoencoder.decode)

    @cached_property
    def _step(self) -> Callable[..., Tensor]:
        def step(z_scaled: Tensor, t: Tensor, lq: Tensor, z_lq: Tensor, *noise: Tensor) -> Tensor:
            result: Tensor = self.network(z_scaled, t, lq, z_lq, noise=noise[0] if noise else None)
            return result

        return self._recorded(step)

    def _recorded(self, function: Callable[..., Tensor]) -> Callable[..., Tensor]:
        return RecordedCall(function) if self.device.torch_device.type == "cuda" else function

    def forget_recordings(self) -> None:
        """Let go of what a GPU has recorded, where the memory is needed."""
        for call in (self._encode, self._step, self._decode):
            if isinstance(call, RecordedCall):
                call.forget()

    def _predict(
        self,
        z_scaled: Tensor,
        t: Tensor,
        lq: Tensor,
        z_lq: Tensor,
        *,
        noise: Tensor | None = None,
        severity: Tensor | None = None,
    ) -> Tensor:
        """The network, as `LatentPredictor`; the published ones know no severity."""
        return self._step(z_scaled, t, lq, z_lq) if noise is None else self._step(z_scaled, t, lq, z_lq, noise)

    def at_realism(self, realism: float, regions: Sequence[Region] = ()) -> PublishedModel:
        """See `protocol.Model`."""
        return self

    def renderer(self, width: int, height: int, seed: int, *, budget_mb: int | None = None) -> RowRenderer:
        """See `protocol.Model`."""
        return TileRenderer(self, width, height, seed, budget_mb=budget_mb)

    @torch.inference_mode()
    def enlarge(self, lq: Tensor, noise: Tensor, *, cancel: CancelToken, progressed: Callable[[float], None]) -> Tensor:
        """One step of a student, or all of a teacher.

        Args:
            lq: (B, 3, h, w), range [-1, 1]; sides multiples of what the network needs.
            noise: N(0, 1), (B, noise_channels, h, w).
            progressed: told the share of the work that is done, 0 to 1.

        Returns:
            (B, 3, s·h, s·w), about [-1, 1], float32.

        Raises:
            Cancelled: between the encoder, each step and the decoder.
        """
        channels, total = self.autoencoder.channels, ENCODING + DECODING + STEP * self.steps
        cancel.raise_if_cancelled()
        z_lq = self._in_range(self._encode, self.autoencoder.encode, upsample_bicubic(lq, self.scale))
        progressed(ENCODING / total)
        cancel.raise_if_cancelled()
        z = self.process.prior(z_lq, noise[:, :channels])
        if self.header.role == "student":
            t = torch.full((1,), self.process.last, device=lq.device)
            own = noise[:, channels:] if self.network.noise_channels else None
            z = self.process.predict(self._predict, z, t, lq, z_lq, noise=own)
            progressed((ENCODING + STEP) / total)
            cancel.raise_if_cancelled()
        else:

            def draw(step: int) -> Tensor:
                return noise[:, step * channels : (step + 1) * channels]

            walk = self.process.walk(self._predict, z, lq, z_lq, draw)
            for done in range(1, self.steps + 1):
                z = next(walk)
                progressed((ENCODING + STEP * done) / total)
                cancel.raise_if_cancelled()
        image = self._in_range(self._decode, self.autoencoder.decode, z)
        progressed(1.0)
        return image

    def _in_range(self, fast: Callable[[Tensor], Tensor], half: Callable[[Tensor], Tensor], x: Tensor) -> Tensor:
        """The autoencoder's half of x; again in float32 where fp16 has left its range.

        Args:
            fast: the same half, but it may be a recording of it, which stays in fp16.
        """
        result = fast(x)
        if self.device.dtype != torch.float16:
            return result
        left = ~result.isfinite().flatten(1).all(1)
        if bool(left.any()):
            log.info("the autoencoder left the range of fp16: %d tiles again in float32", int(left.sum()))
            with _in_float(self.autoencoder):
                result[left] = half(x[left])
        return result


def load_published(path: Path, device: Device, *, plain: bool = False, budget_mb: int | None = None) -> PublishedModel:
    """Read a network of the paper family and the autoencoder that it names, check and build both.

    Args:
        plain: as the networks are defined, nothing folded and channels first; to compare with.
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
        beside = budget_mb * 2**20 // 2 - _bytes(autoencoder, device)
    network = _load(path, device, build_swin, plain=plain, room=beside)
    if autoencoder.scale != header.scale or autoencoder.channels != network.latent_channels:
        raise ModelError(path, f"does not fit the autoencoder {vq_path.name}", "import both files again")
    return PublishedModel(
        header=header,
        hash=hashlib.sha256(f"{model_hash(path)} {model_hash(vq_path)}".encode()).hexdigest(),
        device=device,
        network=network,
        autoencoder=autoencoder,
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
        if room is not None and isinstance(network, SwinUNet) and _bytes(network, device) > room:
            in_file = leave_in_file(network, TensorReader(path), device.dtype)
        _, tensors = read_model(path, convert=convert)
        fill(network, tensors, plain=plain)
    except ModelError:
        raise
    except (TypeError, ValueError, RuntimeError, RsdError) as error:
        problem = str(error).splitlines()[0]
        raise ModelError(path, f"its tensors do not fit its header ({problem})", "import the file again") from error
    return network


def _bytes(network: nn.Module, device: Device) -> int:
    """What a network's weights take in the precision of the run, roughly."""
    return sum(tensor.numel() for tensor in chain(network.parameters(), network.buffers())) * device.dtype.itemsize


@contextmanager
def _in_float(module: nn.Module) -> Iterator[None]:
    """All of a module in float32; afterwards as it was, to the bit."""
    tensors = [*module.parameters(), *module.buffers()]
    before = [tensor.data for tensor in tensors]
    try:
        for tensor in tensors:
            tensor.data = tensor.data.float()
        yield
    finally:
        for tensor, data in zip(tensors, before, strict=True):
            tensor.data = data
