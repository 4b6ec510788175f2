"""The compact family: a small network on pixels, of which one place draws a square of the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rsd_app.core.networks.codecs import Codec, SpaceToDepth
from rsd_app.core.networks.compact.compact_unet import CompactUNet
from rsd_app.core.networks.family import Family


class CompactFamily(Family):
    """Of this program: trained here, folded for one severity and streamed in rows."""

    name = "compact"
    codec = "space_to_depth"
    recipe = "finetune"
    severity = True
    taught_in_window = True

    def build(self, arguments: Mapping[str, Any], *, role: str, scale: int, steps: int) -> CompactUNet:
        """See `Family`."""
        channels = {"noise_channels": self.noise_channels(arguments, role)}
        latent = 3 * (scale * self.fold(arguments)) ** 2
        return CompactUNet(latent_channels=latent, steps=steps, **(dict(arguments) | channels))

    def build_codec(self, arguments: Mapping[str, Any], scale: int) -> Codec:
        """See `Family`."""
        return SpaceToDepth(scale, self.fold(arguments))

    def noise_argument(self, channels: int) -> dict[str, int]:
        """See `Family`: a header does not say what the role does."""
        return {"noise_channels": channels} if channels > 1 else {}

    def noise_channels(self, arguments: Mapping[str, Any], role: str) -> int:
        """See `Family`; where nothing is said, a student has one, a teacher none."""
        return int(arguments.get("noise_channels", 1 if role == "student" else 0))

    def fold(self, arguments: Mapping[str, Any]) -> int:
        """See `Family`."""
        fold = arguments.get("fold", 1)
        return fold if isinstance(fold, int) and fold > 0 else 1

    def realism(self, arguments: Mapping[str, Any]) -> bool:
        """See `Family`."""
        return bool(arguments.get("noise_channels", 1) == 2)
