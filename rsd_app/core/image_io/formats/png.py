"""What libvips ignores in a PNG: colours given as numbers, and metadata wherever it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyvips

from rsd_app.core.image_io.color import icc, spaces
from rsd_app.core.image_io.color.matrix_profile import profile_of_gamma
from rsd_app.core.image_io.formats.decoded import with_notices
from rsd_app.core.image_io.metadata.exif_directory import orientation_of
from rsd_app.core.image_io.metadata.png_chunks import PngFacts, facts_of_png
from rsd_app.core.image_io.metadata.source_metadata import set_blob


def with_chunks(image: Any, path: Path) -> Any:
    """libvips' image of a PNG with all that its chunks say.

    Raises:
        ImageReadError: HDR.
        OSError: the file cannot be read.
    """
    facts = facts_of_png(path)
    return _with_colors(_with_metadata(image, facts), path, facts)


def _with_metadata(image: Any, facts: PngFacts) -> Any:
    image = image.copy()
    for name, value in (("exif-data", facts.exif), ("xmp-data", facts.xmp), ("iptc-data", facts.iptc)):
        set_blob(image, name, value)
    if facts.exif:
        image.set_type(pyvips.GValue.gint_type, "orientation", orientation_of(facts.exif))
    if facts.frames > 1:
        image.set_type(pyvips.GValue.gint_type, "n-pages", facts.frames)
    if not facts.left_out:
        return image
    return with_notices(image, (f"Damaged or too large, and left out: {', '.join(map(repr, facts.left_out))}.",))


def _with_colors(image: Any, path: Path, facts: PngFacts) -> Any:
    """The picture with the profile for what its chunks say: cICP before iCCP, sRGB, and gAMA with cHRM."""
    if facts.code_points is not None:
        primaries, transfer = facts.code_points
        if transfer in (icc.PQ, icc.HLG):
            raise spaces.hdr_refused(path)
        return spaces.with_profile(spaces.without(image, spaces.PROFILE), spaces.profile_named(primaries, transfer))
    if image.get_typeof(spaces.PROFILE) or facts.is_srgb:
        return image
    gray = image.bands < 3
    return spaces.with_profile(image, facts.icc or profile_of_gamma(facts.gamma, facts.chromaticities, gray=gray))
