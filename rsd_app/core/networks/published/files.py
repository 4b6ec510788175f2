"""Recognises the networks of published files by their keys and shapes, whatever they are wrapped in.

A file holds a state dict, alone or under names like `state_dict` and `params_ema`, its keys with or without the
prefixes of data parallelism, compilation and enclosing modules. What it is follows from its shapes alone: the
arguments are read off them, a network is built from those without memory, and every key and shape must agree.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import torch

from rsd_app.core.errors import ModelError, RsdError
from rsd_app.core.networks.family import Recognised
from rsd_app.core.networks.published.form import build_swin, build_vq, parameter_shapes

Shapes = Mapping[str, tuple[int, ...]]
Kind = Literal["network", "autoencoder"]
_PREFIXES = (
    *("module.", "_orig_mod.", "model.", "ema_model.", "ema.", "net.", "network.", "student.", "generator."),
    *("diffusion_model.", "first_stage_model.", "autoencoder.", "params_ema.", "state_dict."),
)
# Parts of an autoencoder's training that its file may hold beside it.
_TRAINING = ("loss.", "model_ema.")
_BUFFERS = (".relative_position_index", ".attn_mask")
_MAX_DEPTH = 4
# Larger than any network of this kind; a file that lies must not make us build it.
_MOST_CHANNELS, _MOST_LEVELS, _MOST_BLOCKS, _MOST_WINDOW, _MOST_SIDE = 4096, 8, 16, 32, 512


@dataclass(frozen=True)
class _Unknown:
    """Why a state dict is none of ours; `close` says how near it came."""

    problem: str
    close: int


def recognise(family: str, subject: str, contents: object, shape_of: Any) -> list[Recognised]:
    """The networks of a file: of each kind at most one, the average of the weights where there is one.

    Args:
        family: their name.
        subject: the file, for messages.
        contents: its value, nested dicts with leaves whose shape `shape_of` returns, None for other ones.

    Raises:
        ModelError: nothing is recognised; says what is missing or different in what comes nearest.
    """
    found: dict[Kind, Recognised] = {}
    nearest = _Unknown("holds no state dict: no dict of tensors by name", 0)
    for place, shapes in _state_dicts(contents, shape_of):
        one = _recognise_state_dict(family, shapes, place)
        if isinstance(one, _Unknown):
            nearest = one if one.close >= nearest.close else nearest
        elif one.kind not in found or (one.is_average and not found[one.kind].is_average):
            found[one.kind] = one
    if not found:
        remedy = "models of ResShift, SinSR and RSD and their VQ-f4 autoencoder can be imported"
        raise ModelError(subject, nearest.problem, remedy)
    return list(found.values())


def _state_dicts(value: object, shape_of: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Shapes]]:
    """Every dict with tensors among its values, and where it is."""
    if not isinstance(value, Mapping) or len(place) > _MAX_DEPTH:
        return
    shapes = {key: shape_of(child) for key, child in value.items() if isinstance(key, str)}
    tensors = {key: shape for key, shape in shapes.items() if shape is not None}
    if tensors:
        yield place, tensors
    for key, child in value.items():
        if isinstance(key, str):
            yield from _state_dicts(child, shape_of, (*place, key))


def _recognise_state_dict(family: str, given: Shapes, place: tuple[str, ...]) -> Recognised | _Unknown:
    names = _without_prefixes(given)
    shapes = {ours: given[theirs] for ours, theirs in names.items()}
    if "input_blocks.0.0.weight" in shapes:
        kind: Kind = "network"
        read, build = swin_arguments, build_swin
    elif "quantize.embedding.weight" in shapes:
        kind, read, build = "autoencoder", vq_arguments, build_vq  # type: ignore[assignment]
    else:
        some = ", ".join(sorted(given)[:3])
        return _Unknown(f"holds {len(given)} tensors of another kind of network ({some[:100]})", 1)
    try:
        arguments = read(shapes)
        expected = parameter_shapes(build(arguments))
    except (KeyError, ValueError, TypeError, IndexError, ZeroDivisionError, RuntimeError, RsdError) as error:
        return _Unknown(f"looks like a {_WORDS[kind]}, but is none that is known ({_line(error)})", 2)
    spare = [name for name in shapes if name not in expected and not name.endswith(_BUFFERS)]
    ignored = [name for name in spare if kind == "autoencoder" and name.startswith(_TRAINING)]
    if problem := _difference(expected, shapes, [name for name in spare if name not in ignored]):
        return _Unknown(f"looks like a {_WORDS[kind]}, but {problem}", 3)
    notices = (f"{len(ignored)} tensors of its training are left out",) if ignored else ()
    return Recognised(
        family=family,
        kind=kind,
        arguments=arguments,
        names={n: names[n] for n in expected},
        parameters=sum(math.prod(shape) for shape in expected.values()),
        place=place,
        notices=notices,
    )


_WORDS = {"network": "ResShift network", "autoencoder": "VQ autoencoder"}


def _line(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{error.args[0]} is missing"
    return str(error).splitlines()[0][:120] if str(error) else type(error).__name__


def _difference(expected: Shapes, given: Shapes, spare: list[str]) -> str:
    """The first way in which they differ, in words; empty if they agree."""
    missing = [name for name in expected if name not in given]
    if missing:
        return f"{len(missing)} of its {len(expected)} tensors are missing, the first is {missing[0]}"
    for name, shape in expected.items():
        if tuple(given[name]) != shape:
            return f"{name} has shape {tuple(given[name])} instead of {shape}"
    if spare:
        return f"{len(spare)} tensors are in no network that is known, the first is {sorted(spare)[0][:80]}"
    return ""


def _without_prefixes(given: Shapes) -> dict[str, str]:
    """Keys without the prefixes that most of them share, to the keys as they are."""
    names = {key: key for key in given}
    for _ in range(len(_PREFIXES)):
        counts = {prefix: sum(name.startswith(prefix) for name in names) for prefix in _PREFIXES}
        prefix = max(counts, key=lambda p: counts[p])
        if counts[prefix] * 2 <= len(names):
            break
        # What does not share it is something beside the network: a step counter, a loss.
        names = {name.removeprefix(prefix): key for name, key in names.items() if name.startswith((prefix, *_TRAINING))}
    return names


def swin_arguments(shapes: Shapes) -> dict[str, Any]:
    """What SwinUNet must be given to have these shapes.

    Raises:
        KeyError, ValueError: they are no such network's.
    """
    base, channels_in = shapes["input_blocks.0.0.weight"][:2]
    latent = shapes["out.2.weight"][0]
    levels, widths = [0], [0]
    for index in range(1, _count(shapes, r"input_blocks\.(\d+)\.")):
        if f"input_blocks.{index}.0.op.weight" in shapes:
            levels.append(0)
            widths.append(0)
        else:
            levels[-1] += 1
            widths[-1] = shapes[f"input_blocks.{index}.0.out_layers.3.weight"][0]
    if len(set(levels)) != 1 or not levels[0]:
        raise ValueError(f"its levels have {levels} blocks")
    swin_width = shapes["input_blocks.1.1.patch_embed.proj.weight"][0]
    table = shapes["input_blocks.1.1.blocks.0.attn.relative_position_bias_table"]
    window = (math.isqrt(table[0]) + 1) // 2
    _bounded(_MOST_CHANNELS, base, channels_in, latent, swin_width, *widths)
    _bounded(_MOST_LEVELS, len(levels))
    _bounded(_MOST_BLOCKS, levels[0])
    _bounded(_MOST_WINDOW, window)
    return {
        "latent_channels": latent,
        "noise_channels": channels_in - latent - 3,
        "base_channels": base,
        "multipliers": [width // base for width in widths],
        "blocks": levels[0],
        "swin_width": swin_width,
        "head_channels": swin_width // table[1],
        "window": window,
        "mlp_ratio": shapes["input_blocks.1.1.blocks.0.mlp.fc1.weight"][0] / swin_width,
        "image_size": _image_size(shapes, window, len(levels)),
    }


def _image_size(shapes: Shapes, window: int, levels: int) -> int:
    """Side of the latent in training, from the masks; the published networks' where a file leaves buffers out."""
    mask = shapes.get("input_blocks.1.1.blocks.1.attn_mask")
    if mask is None:
        return 64 if window == 8 else window * 2 ** (levels - 1)
    side = math.isqrt(mask[0]) * window
    _bounded(_MOST_SIDE, side)
    return side


def vq_arguments(shapes: Shapes) -> dict[str, Any]:
    """What VqAutoencoder must be given to have these shapes.

    Raises:
        KeyError, ValueError: they are no such network's.
    """
    codes, latent = shapes["quantize.embedding.weight"]
    base = shapes["encoder.conv_in.weight"][0]
    levels = _count(shapes, r"encoder\.down\.(\d+)\.")
    blocks = _count(shapes, r"encoder\.down\.0\.block\.(\d+)\.")
    _bounded(_MOST_LEVELS, levels)
    _bounded(_MOST_BLOCKS, blocks)
    widths = [shapes[f"encoder.down.{level}.block.0.conv2.weight"][0] for level in range(levels)]
    _bounded(_MOST_CHANNELS, base, latent, *widths)
    return {
        "latent_channels": latent,
        "base_channels": base,
        "multipliers": [width // base for width in widths],
        "blocks": blocks,
        "codes": codes,
    }


def _count(shapes: Shapes, pattern: str) -> int:
    """One more than the largest number that a pattern finds at the start of a name."""
    found = [int(match[1]) for name in shapes if (match := re.match(pattern, name)) and len(match[1]) < 4]
    return max(found, default=-1) + 1


def _bounded(most: int, *numbers: int) -> None:
    if any(not 0 < n <= most for n in numbers):
        raise ValueError(f"it has a size of {max(numbers)}")


def check_values(subject: str, name: str, tensor: torch.Tensor) -> None:
    """Refuse weights that can only make pictures of nothing.

    Raises:
        ModelError: numbers of another kind, or not finite.
    """
    if not tensor.is_floating_point():
        raise ModelError(subject, f"{name} holds {tensor.dtype} instead of numbers with a fraction", "get another file")
    if not bool(tensor.isfinite().all()):
        raise ModelError(subject, f"{name} holds values that are infinite or not a number", "get the file again")
