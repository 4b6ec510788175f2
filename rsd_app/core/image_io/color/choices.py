"""What a user may choose about files, apart from the modules that do it: those load libraries."""

from __future__ import annotations

from typing import Literal

Gamut = Literal["srgb", "wide"]  # that a camera's RAW is developed into; wide is Display P3
GAMUTS: tuple[Gamut, ...] = ("srgb", "wide")
Keep = Literal["all", "no-place", "none"]  # of the metadata: no-place is without GPS and names of places
KEEP: tuple[Keep, ...] = ("all", "no-place", "none")
Kind = Literal["colour", "gray"]  # of a photo; gray is black and white, toned ones among them (photo_kind.py)
KINDS: tuple[Kind, ...] = ("colour", "gray")
