"""A family that brings nothing but a network and a codec is loaded and rendered, tile by tile."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from rsd_app.core.device.choice import Device
from rsd_app.core.errors import ModelError
from rsd_app.core.files import model_file
from rsd_app.core.files.model_file import ModelHeader, ScheduleSpec, write_model
from rsd_app.core.networks.codecs import Codec, SpaceToDepth, upsample_bicubic
from rsd_app.core.networks.families import FAMILIES
from rsd_app.core.networks.family import Family, LatentNetwork
from rsd_app.core.progress import CancelToken
from rsd_app.engine.render.loader import load_model
from rsd_app.engine.render.protocol import Depth, Window

CPU = Device(torch.device("cpu"), torch.float32, "CPU")


class Brighter(LatentNetwork):
    """The bicubic enlargement, brighter by a number of its own and by the severity."""

    first_weight = "more"
    noise_channels, middle_channels, multiple = 0, 1, 1

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.latent_channels = 3 * scale**2
        self.more = nn.Parameter(torch.zeros(()))

    def middle_features(self, z_scaled: Tensor, t: Tensor, lq: Tensor, *, severity: Tensor | None = None) -> Tensor:
        return lq[:, :1]

    def forward(
        self,
        z_scaled: Tensor,
        t: Tensor,
        lq: Tensor,
        z_lq: Tensor,
        *,
        noise: Tensor | None = None,
        severity: Tensor | None = None,
    ) -> Tensor:
        known = torch.zeros(len(lq)) if severity is None else severity
        return z_lq + self.more + known.view(-1, 1, 1, 1)


class Toy(Family):
    name, codec, severity = "toy", "space_to_depth", True

    def build(self, arguments: Mapping[str, Any], *, role: str, scale: int, steps: int) -> Brighter:
        return Brighter(scale)

    def build_codec(self, arguments: Mapping[str, Any], scale: int) -> Codec:
        return SpaceToDepth(scale, int(arguments.get("fold", 1)))


def toy_file(path: Path, role: str = "student", **arguments: int) -> Path:
    header = ModelHeader(
        name="toy",
        family="toy",
        role=role,  # type: ignore[arg-type]
        scale=2,
        schedule=ScheduleSpec(steps=4, power=0.3, kappa=0.5, min_noise_level=0.04, sigma_data=1.0),
        network=arguments,
        codec="space_to_depth",
        severity=True,
        licence="",
        created="2026-01-01",
    )
    write_model(path, header, {"more": torch.tensor(0.1)})
    return path


@pytest.fixture(autouse=True)
def _registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_file, "FAMILIES", {**FAMILIES, "toy": Toy()})


def test_that_a_family_without_a_loader_is_rendered_with_its_severity(tmp_path: Path) -> None:
    path = toy_file(tmp_path / "toy.safetensors")
    y, x = np.mgrid[0:40, 0:50]
    seen = np.stack([100 + 20 * np.sin(x / 7), 90 + 20 * np.cos(y / 5), 80 + 0 * x], axis=2).astype(np.uint8)
    lq = torch.from_numpy(seen.astype(np.float32)).permute(2, 0, 1)[None] / 127.5 - 1
    bicubic = upsample_bicubic(lq, 2)[0].permute(1, 2, 0).numpy()
    for severity, shift in ((None, 0.1), (0.2, 0.3)):
        renderer = load_model(path, CPU).at_severity(severity).renderer(50, 40, 1)
        rows = renderer.rows(
            lambda y0, y1: seen[y0:y1],
            Window(0, 0, 50, 40),
            depth=Depth(3, 8),
            strip=None,
            cancel=CancelToken(),
        )
        made = np.concatenate([samples for _, samples in rows]).astype(float)
        expected = (bicubic + shift + 1) * 127.5
        assert np.abs(made - expected)[2:-8, 2:-8].max() < 1.0  # a picture is padded by reflection there


def test_that_what_cannot_go_in_tiles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="is a teacher"):
        load_model(toy_file(tmp_path / "teacher.safetensors", "teacher"), CPU)
    with pytest.raises(ModelError, match="has 2 pixels in a place"):
        load_model(toy_file(tmp_path / "folded.safetensors", fold=2), CPU)
