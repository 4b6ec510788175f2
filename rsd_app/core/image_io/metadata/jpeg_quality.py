"""How strongly a JPEG is compressed: read from its own tables, without decoding it."""

from __future__ import annotations

from pathlib import Path

from PIL import JpegImagePlugin

# The luma table of ITU-T T.81, annex K, which libjpeg scales by the quality.
LUMA_TABLE = (
    (16, 11, 10, 16, 24, 40, 51, 61),
    (12, 12, 14, 19, 26, 58, 60, 55),
    (14, 13, 16, 24, 40, 57, 69, 56),
    (14, 17, 22, 29, 51, 87, 80, 62),
    (18, 22, 37, 56, 68, 109, 103, 77),
    (24, 35, 55, 64, 81, 104, 113, 92),
    (49, 64, 78, 87, 103, 121, 120, 101),
    (72, 92, 95, 98, 112, 100, 103, 99),
)
_STEPS = tuple(step for row in LUMA_TABLE for step in row)
_MOST_PERCENT = 250  # quality 20: of coarser tables libjpeg cuts some steps off at 255


def jpeg_quality(path: Path) -> float | None:
    """The quality, on libjpeg's scale of 1 to 100, whose luma table is as coarse on average as that of a JPEG.

    Cameras and Photoshop have tables of their own; for them it is the nearest one by that measure.

    Returns:
        None for a file that is no JPEG, is damaged, or has no table of its own.
    """
    try:
        # Not Image.open: its limit of pixels is not ours, and of other formats it would try every one.
        with path.open("rb") as file, JpegImagePlugin.JpegImageFile(file) as image:
            table = image.quantization.get(0)
    except (OSError, SyntaxError, ValueError):
        return None
    return _quality_of(sum(table)) if table else None


def _quality_of(total: int) -> float:
    """Of the sum of a table's steps."""
    percent = 100 * total / sum(_STEPS)
    if percent > _MOST_PERCENT:
        return float(min(range(1, 20), key=lambda quality: abs(_total_at(quality) - total)))
    return max(1.0, 100 - percent / 2 if percent <= 100 else 5000 / percent)


def _total_at(quality: int) -> int:
    """The sum of libjpeg's table for a quality below 50."""
    return sum(min(255, (step * (5000 // quality) + 50) // 100) for step in _STEPS)
