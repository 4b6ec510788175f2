"""A network and its codec on a device: from a tile of a picture to the tile of its result."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import ClassVar

import torch
from torch import Tensor, nn

from rsd_app.core.device.choice import Device
from rsd_app.core.device.recorded_call import RecordedCall
from rsd_app.core.diffusion.process import ResidualShifting
from rsd_app.core.errors import ModelError
from rsd_app.core.files.model_file import ModelHeader, model_hash, read_model
from rsd_app.core.files.network_of_file import build_network
from rsd_app.core.networks.codecs import Codec, upsample_bicubic
from rsd_app.core.networks.family import LatentNetwork
from rsd_app.core.progress import CancelToken
from rsd_app.engine.render.protocol import RowRenderer
from rsd_app.engine.render.tiles.sampling import OneStep, Sampler, Walk
from rsd_app.engine.render.tiles.tile_renderer import TileRenderer
from rsd_app.engine.settings.regions import Region

log = logging.getLogger(__name__)

# Shares of the work, in GFLOP for a result of 256×256: encoder, one step of the network, decoder.
ENCODING, STEP, DECODING = 345.0, 101.0, 671.0


@dataclass(frozen=True)
class TiledModel:
    """A network that sees a tile at once, ready to render."""

    header: ModelHeader
    hash: str  # of all that decides the picture: with the codec, where that is learned
    device: Device
    network: LatentNetwork
    codec: Codec
    process: ResidualShifting
    severity: float | None = None  # input of the network
    quick: ClassVar[bool] = False
    knows_realism: ClassVar[bool] = False
    estimate: ClassVar[None] = None

    @property
    def scale(self) -> int:
        """See `Model`."""
        return self.header.scale

    @property
    def steps(self) -> int:
        """How often the network runs for a picture."""
        return self._sampler.steps

    @property
    def multiple(self) -> int:
        """What the sides of a tile have to be multiples of."""
        return self.network.multiple

    @property
    def noise_channels(self) -> int:
        """Random numbers that a position of the latent takes."""
        return self._sampler.noise_channels

    @property
    def weights_mb(self) -> int:
        """See `Model`."""
        return (weight_bytes(self.network, self.device) + weight_bytes(self.codec, self.device)) // 2**20

    @cached_property
    def _sampler(self) -> Sampler:
        if self.header.role == "student":
            return OneStep(self.process, self.codec.channels, self.network.noise_channels)
        return Walk(self.process, self.codec.channels)

    @cached_property
    def _encode(self) -> Callable[..., Tensor]:
        return self._recorded(self.codec.encode)

    @cached_property
    def _decode(self) -> Callable[..., Tensor]:
        return self._recorded(self.codec.decode)

    @cached_property
    def _step(self) -> Callable[..., Tensor]:
        def step(z_scaled: Tensor, t: Tensor, lq: Tensor, z_lq: Tensor, *noise: Tensor) -> Tensor:
            severity = None if self.severity is None else lq.new_full((len(lq),), self.severity)
            own = noise[0] if noise else None
            result: Tensor = self.network(z_scaled, t, lq, z_lq, noise=own, severity=severity)
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
        """The network, as `LatentPredictor`, with the severity of the model."""
        return self._step(z_scaled, t, lq, z_lq) if noise is None else self._step(z_scaled, t, lq, z_lq, noise)

    def at_severity(self, severity: float | None) -> TiledModel:
        """See `protocol.Model`."""
        return replace(self, severity=severity) if self.header.severity else self

    def at_realism(self, realism: float, regions: Sequence[Region] = ()) -> TiledModel:
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
            progressed: called with the share of the work done, 0 to 1.

        Returns:
            (B, 3, s·h, s·w), about [-1, 1], float32.

        Raises:
            Cancelled: between the encoder, each step and the decoder.
        """
        total = ENCODING + DECODING + STEP * self.steps
        cancel.raise_if_cancelled()
        z_lq = self._in_range(self._encode, self.codec.encode, upsample_bicubic(lq, self.scale))
        progressed(ENCODING / total)
        cancel.raise_if_cancelled()
        z = z_lq
        for done, latent in enumerate(self._sampler.latents(self._predict, z_lq, lq, noise), start=1):
            z = latent
            progressed((ENCODING + STEP * done) / total)
            cancel.raise_if_cancelled()
        image = self._in_range(self._decode, self.codec.decode, z)
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
            with _in_float(self.codec):
                result[left] = half(x[left])
        return result


def load_tiled(path: Path, device: Device, severity: float | None, *, budget_mb: int | None = None) -> TiledModel:
    """Read, check and build a model of any family whose codec is not learned; in float32.

    Args:
        severity: in [0, 1]; None for unknown.
        budget_mb: not used.

    Raises:
        ModelError: the file is damaged, a place of its latent is not one pixel, or it cannot enlarge by itself.
    """
    header, tensors = read_model(path)
    if not header.enlarges:
        raise ModelError(path, f"is a {header.role}, which enlarges nothing by itself", "give the student")
    codec = header.traits.build_codec(header.network, header.scale)
    if codec.period != header.scale:
        raise ModelError(path, f"has {codec.period // header.scale} pixels in a place", "its family needs a loader")
    return TiledModel(
        header=header,
        hash=model_hash(path),
        device=replace(device, dtype=torch.float32),
        network=build_network(header, tensors, path).to(device.torch_device),
        codec=codec,
        process=ResidualShifting.from_spec(header.schedule),
        severity=severity if header.severity else None,
    )


def weight_bytes(network: object, device: Device) -> int:
    """What the weights of a network, or of a codec that has any, take in the precision of the run, roughly."""
    if not isinstance(network, nn.Module):
        return 0
    return sum(tensor.numel() for tensor in chain(network.parameters(), network.buffers())) * device.dtype.itemsize


@contextmanager
def _in_float(module: object) -> Iterator[None]:
    """All of a module in float32; afterwards as it was, to the bit."""
    tensors = [*module.parameters(), *module.buffers()] if isinstance(module, nn.Module) else []
    before = [tensor.data for tensor in tensors]
    try:
        for tensor in tensors:
            tensor.data = tensor.data.float()
        yield
    finally:
        for tensor, data in zip(tensors, before, strict=True):
            tensor.data = data
