"""The published networks between a file and a device: built without a second copy, laid out for the run."""

from __future__ import annotations

import re
from collections.abc import Mapping

import torch
from torch import Tensor, nn

from rsd_app.core.networks.published.fast_cpu.phase_upsample import fold_upsamples
from rsd_app.core.networks.published.fast_cpu.winograd import WinogradConv
from rsd_app.core.networks.published.swin_layer import constant_buffers
from rsd_app.core.networks.published.swin_unet import SwinUNet
from rsd_app.core.networks.published.vq_autoencoder import ResidualBlock, VqAutoencoder

# The ends of a network: in half precision they would show as banding. The encoder's and decoder's are cheap, or
# done a few rows at a time.
_ENDS = ("out.2.", "encoder.conv_out.", "decoder.conv_out.", "quantize.", "quant_conv.", "post_quant_conv.")
# In fp16 the scores of all positions to all, and the sums around them, may leave its range.
_LARGE = ("encoder.mid.attn_1.", "decoder.mid.attn_1.")


# Kernels that `fold_convolutions` takes over as they lie: a copy there would leave holes in the heap.
_TAPS_FIRST = re.compile(r"(en|de)coder\..*\.conv[12]\.weight")


def build_swin(arguments: Mapping[str, object]) -> SwinUNet:
    """A network without memory for its weights, on the meta device.

    Raises:
        TypeError, ValueError, ConfigError: arguments that it does not take or that do not fit.
    """
    with torch.device("meta"):
        return SwinUNet(**arguments)  # type: ignore[arg-type]


def build_vq(arguments: Mapping[str, object]) -> VqAutoencoder:
    """Build the autoencoder, without weights."""
    with torch.device("meta"):
        return VqAutoencoder(**arguments)  # type: ignore[arg-type]


def parameter_shapes(network: nn.Module) -> dict[str, tuple[int, ...]]:
    """What a model file holds of a network: all but the buffers, which follow from its arguments."""
    return {name: tuple(parameter.shape) for name, parameter in network.named_parameters()}


def for_run(name: str, tensor: Tensor, dtype: torch.dtype, device: torch.device, *, plain: bool = False) -> Tensor:
    """A weight as the run wants it: kernels channels_last or taps first unless `plain`, and float32 where `dtype`
    would not do; always a copy.
    """
    whole = name.startswith(_ENDS) or (dtype == torch.float16 and name.startswith(_LARGE))
    if dtype == torch.float32 and device.type == "cpu" and not plain and _TAPS_FIRST.fullmatch(name):
        outputs, inputs, height, width = tensor.shape
        return torch.empty((height, width, inputs, outputs), dtype=dtype).permute(3, 2, 0, 1).copy_(tensor)
    layout = torch.channels_last if tensor.dim() == 4 and not plain else torch.contiguous_format
    made = torch.empty(tensor.shape, dtype=torch.float32 if whole else dtype, device=device, memory_format=layout)
    return made.copy_(tensor)


def fill(network: nn.Module, tensors: dict[str, Tensor], *, plain: bool = False) -> None:
    """Give a network built on the meta device its weights, without copying them; fold it for inference.

    Args:
        tensors: emptied, so that what is folded is not held twice.
        plain: fold nothing.

    Raises:
        RuntimeError: tensors that do not fit.
    """
    device = next(iter(tensors.values())).device
    constants = {name: buffer.to(device) for name, buffer in constant_buffers(network).items()}
    network.load_state_dict({**constants, **tensors}, assign=True)
    tensors.clear()
    network.eval().requires_grad_(False)
    if not plain and isinstance(network, VqAutoencoder):  # the network's maps are too small to gain by it
        fold_upsamples(network)
        if device.type == "cpu":
            fold_convolutions(network)


def fold_convolutions(network: VqAutoencoder) -> None:
    """Let an autoencoder convolve with fewer multiplications where it is in float32, norm and SiLU included."""
    for block in network.modules():
        if isinstance(block, ResidualBlock) and block.conv1.weight.dtype == torch.float32:
            for norm, conv in (("norm1", "conv1"), ("norm2", "conv2")):
                setattr(block, conv, WinogradConv(getattr(block, norm), getattr(block, conv)))
                setattr(block, norm, nn.Identity())
