"""The family of the published networks (ResShift, SinSR, RSD); its name in model files is "paper"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from rsd_app.core.networks.family import Family, Recognised, ShapeOf, Variant
from rsd_app.core.networks.published.files import recognise
from rsd_app.core.networks.published.swin_unet import SwinUNet
from rsd_app.core.networks.published.vq_autoencoder import VqAutoencoder

_SCHEDULE = {"power": 0.3, "kappa": 2.0, "sigma_data": 1.0}
_LONG = _SCHEDULE | {"steps": 15, "min_noise_level": 0.04}
_SHORT = _SCHEDULE | {"steps": 4, "min_noise_level": 0.2}


class PublishedFamily(Family):
    """Large networks in the latents of an autoencoder, whose files others published."""

    name = "paper"
    codec = "vq_f4"
    recipe = "rsd-paper"
    own_autoencoder = True
    teacher_enlarges = True
    teacher_from_student = False
    wants_gpu = True
    of_others = True
    variants: ClassVar[Mapping[str, Variant]] = {
        "resshift-15": Variant("ResShift", "teacher", 15, _LONG),
        "resshift-4": Variant("ResShift", "teacher", 4, _SHORT),
        "sinsr": Variant("SinSR", "student", 1, _LONG),
        "rsd": Variant("RSD", "student", 1, _LONG),
    }

    def build(self, arguments: Mapping[str, Any], *, role: str, scale: int, steps: int) -> SwinUNet:
        """See `Family`; scale and steps are no part of the network."""
        return SwinUNet(**arguments)

    def build_autoencoder(self, arguments: Mapping[str, Any]) -> VqAutoencoder:
        """See `Family`."""
        return VqAutoencoder(**arguments)

    def recognise(self, subject: str, contents: object, shape_of: ShapeOf) -> list[Recognised]:
        """See `Family`."""
        return recognise(self.name, subject, contents, shape_of)

    def variants_of(self, network: Recognised) -> Sequence[str]:
        """See `Family`: only RSD's student has noise of its own."""
        return ("rsd",) if network.noise_channels else ("resshift-15", "resshift-4", "sinsr")

    def variant_by_name(self, stem: str) -> str | None:
        """See `Family`."""
        if "sinsr" in stem:
            return "sinsr"
        if re.search(r"s15|v1|v2|15", stem):
            return "resshift-15"
        return "resshift-4" if re.search(r"s4(?!\d)|v3", stem) else None
