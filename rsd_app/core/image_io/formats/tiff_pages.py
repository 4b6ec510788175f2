"""Which picture of a TIFF file is the photo, and which of its channels are colours and alpha (TIFF 6.0, section 18)."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyvips

from rsd_app.core.image_io.metadata.exif_directory import (
    COMPRESSION,
    DESCRIPTIVE,
    IPTC,
    ORIENTATION,
    Directory,
    chain_of_tiff,
    numbers,
)

SUBFILE, OLD_SUBFILE, PHOTOMETRIC, SAMPLES, SUB_DIRECTORIES = 0x00FE, 0x00FF, 0x0106, 0x0115, 0x014A
EXTRA_SAMPLES, MATTEING = 0x0152, 0x80E3
WANTED = {SUBFILE, OLD_SUBFILE, PHOTOMETRIC, ORIENTATION, SAMPLES, SUB_DIRECTORIES, EXTRA_SAMPLES, MATTEING}
WANTED |= {COMPRESSION, IPTC, *DESCRIPTIVE}
REDUCED, MASK = 1, 4  # bits of NewSubfileType
OLD_REDUCED = 2  # a value of SubfileType
ASSOCIATED, UNASSOCIATED = 1, 2  # kinds of alpha; 0 is a channel of no known meaning, not alpha
COLORS = {0: 1, 1: 1, 2: 3, 5: 4, 6: 3, 8: 3, 9: 3, 10: 3}  # channels of each photometric interpretation
SHARED = ("icc-profile-data", "xmp-data")  # what the first page may say for all


@dataclass(frozen=True)
class TiffPage:
    """The photo within a TIFF file.

    Args:
        number: in the chain of directories, from 0 on.
        sub: which of that directory's own sub-directories it is, from 0 on; None where it is the directory itself.
        directory: its entries.
        pictures: how many of the file are neither a smaller copy nor a mask, this one among them.
    """

    number: int
    sub: int | None
    directory: Directory
    pictures: int

    @property
    def is_first(self) -> bool:
        return self.number == 0 and self.sub is None

    @property
    def options(self) -> dict[str, int]:
        """Options for libvips' loader."""
        return {"page": self.number} | ({} if self.sub is None else {"subifd": self.sub})


def photo_in(path: Path) -> TiffPage:
    """The first picture that is no smaller copy of another (a thumbnail) and no mask; the first page if all are.

    A damaged file counts as one page: who reads its pixels will say so.
    """
    chain = chain_of_tiff(path, WANTED, SUB_DIRECTORIES)
    if not chain:
        return TiffPage(0, None, {}, 1)
    pictures = sum(_is_picture(page) for page, _ in chain)
    for number, (page, subs) in enumerate(chain):
        if _is_picture(page):
            return TiffPage(number, None, page, pictures)
        for index, sub in enumerate(subs):
            if _is_picture(sub) and _number(sub, PHOTOMETRIC) in COLORS:
                return TiffPage(number, index, sub, pictures + 1)
    return TiffPage(0, None, chain[0][0], 1)


def with_shared(image: Any, path: Path, page: TiffPage) -> Any:
    """A page's image with what only the first page says: profile, XMP, orientation (as DNG and TIFF/EP do)."""
    if page.is_first:
        return image
    load: Any = pyvips.Image.tiffload
    first, image = load(os.fsencode(path)), image.copy()
    shared = [field for field in SHARED if not image.get_typeof(field)]
    if page.sub is not None and ORIENTATION not in page.directory:
        shared.append("orientation")
    for field in shared:
        if first.get_typeof(field):
            image.set_type(first.get_typeof(field), field, first.get(field))
    return image


def photo_channels(image: Any, page: TiffPage) -> tuple[Any, tuple[str, ...]]:
    """Colours and, where the file names one, alpha; other extra channels are left out, with a notice.

    Scanners store infrared so, and programs saved selections: taken for alpha they would wash the photo out.
    """
    colors = COLORS.get(_number(page.directory, PHOTOMETRIC), 0)
    if not 0 < colors < image.bands or image.bands != _number(page.directory, SAMPLES, default=1):
        return image, ()
    alpha = alpha_band(page, image.bands - colors)
    kept = image.extract_band(0, n=colors)
    if alpha is not None:
        kept = kept.bandjoin(image[colors + alpha])
    kept = kept.copy(interpretation=image.interpretation)
    dropped = image.bands - kept.bands
    if not dropped:
        return kept, ()
    channels = "1 extra channel was" if dropped == 1 else f"{dropped} extra channels were"
    return kept, (f"{channels} left out: the TIFF does not call that transparency (infrared, a saved selection).",)


def alpha_band(page: TiffPage, extra: int) -> int | None:
    """Which of `extra` channels behind the colours is alpha; None where none is."""
    return next((i for i, kind in enumerate(_kinds(page)[:extra]) if kind in (ASSOCIATED, UNASSOCIATED)), None)


def is_premultiplied(page: TiffPage) -> bool:
    """Whether its colours are weighed by its alpha; libvips undoes that itself."""
    alpha = alpha_band(page, len(_kinds(page)))
    return alpha is not None and _kinds(page)[alpha] == ASSOCIATED


def _kinds(page: TiffPage) -> tuple[int, ...]:
    if EXTRA_SAMPLES in page.directory:
        return numbers(page.directory[EXTRA_SAMPLES])
    if _number(page.directory, MATTEING) == 1:  # before TIFF 6.0
        return (ASSOCIATED,)
    return (UNASSOCIATED,)  # OpenCV and others write alpha without a word; a selection or infrared is named


def _is_picture(directory: Directory) -> bool:
    is_copy = _number(directory, SUBFILE) & (REDUCED | MASK)
    return not is_copy and _number(directory, OLD_SUBFILE) != OLD_REDUCED


def _number(directory: Directory, tag: int, default: int = 0) -> int:
    found = numbers(directory.get(tag))
    return found[0] if found else default
