"""The model families that there are. A new one is a folder beside this file, and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rsd_app.core.networks.compact.family import CompactFamily
from rsd_app.core.networks.family import Family, Variant
from rsd_app.core.networks.published.family import PublishedFamily

_ALL: tuple[Family, ...] = (
    CompactFamily(),
    PublishedFamily(),
)

FAMILIES: Mapping[str, Family] = MappingProxyType({family.name: family for family in _ALL})
VARIANTS: Mapping[str, Variant] = MappingProxyType(
    {name: variant for family in _ALL for name, variant in family.variants.items()}
)
