"""How large a result's file will be, roughly: for a line in the panel, not for a decision."""

from __future__ import annotations

from rsd_app.core.image_io.formats.registry import WRITABLE

DEEP = 2.4  # times as much for 16 bits, whose lower half hardly compresses


def estimated_bytes(format: str, width: int, height: int, quality: int, bits: int | None) -> float:
    """Size of a file in bytes.

    Args:
        format: jpg, png, …
        quality: 1 to 100, of the lossy ones.
        bits: 8, 16 or None for as the photo, which is taken to be 8.
    """
    pixels, kind = width * height, WRITABLE.get(format, WRITABLE["png"])
    if kind.lossy:
        # Each ten points below 95 about a third less; above it grows faster.
        below = (95 - quality) / 10
        return float(pixels * kind.typical_bytes * (0.68**below if below >= 0 else 1.0 + 2.2 * -below))
    return float(pixels * kind.typical_bytes * (DEEP if bits == 16 else 1.0))
