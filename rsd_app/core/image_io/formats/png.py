"""PNG: what libvips ignores (colours given as numbers, metadata wherever it stands), and how it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyvips

from rsd_app.core.image_io.color import icc, spaces
from rsd_app.core.image_io.color.matrix_profile import profile_of_gamma
from rsd_app.core.image_io.formats.decoded import with_notices
from rsd_app.core.image_io.formats.encoding import BESIDES_EXIF, Encoding
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.metadata.exif_directory import orientation_of
from rsd_app.core.image_io.metadata.headed_file import PNG_HEADER_BYTES, headed_target, png_chunk
from rsd_app.core.image_io.metadata.png_chunks import PngFacts, facts_of_png, raw_profile
from rsd_app.core.image_io.metadata.source_metadata import set_blob

# On a photo of 24 megapixels, one core (MP/s, MB): 2 "up" 43, 24; 1 "up" 70, 35; 6 "all" 10, 21.
DEFLATE = {"compression": 2, "filter": "up"}


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


def save(image: Any, path: Path, encoding: Encoding) -> tuple[str, ...]:
    """See `Encoder`."""
    with headed_target(path, PNG_HEADER_BYTES, _head(encoding.info)) as target:
        image.pngsave_target(target, keep=BESIDES_EXIF, **DEFLATE)
    return ()


def _head(info: ImageInfo) -> bytes:
    """The chunks that libvips would not write, or not as they were."""
    chunks = [(b"eXIf", info.exif)] if info.exif else []
    if info.iptc:
        chunks.append(raw_profile("iptc", info.iptc))
    return b"".join(png_chunk(*chunk) for chunk in (*chunks, *(text.chunk for text in info.texts)))
