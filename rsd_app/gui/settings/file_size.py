"""How large a result's file will be, roughly: for a line in the panel, not for a decision."""

from __future__ import annotations

# Bytes per pixel of photos in colour, 8 bits per channel, as results of the bundled model come out.
PLAIN = {"png": 1.9, "tiff": 2.2, "bmp": 3.0}
LOSSY_AT_95 = {"jpg": 0.45, "webp": 0.30, "avif": 0.25, "jxl": 0.30}
DEEP = 2.4  # times as much for 16 bits, whose lower half hardly compresses


def estimated_bytes(format: str, width: int, height: int, quality: int, bits: int | None) -> float:
    """Size of a file in bytes.

    Args:
        format: jpg, png, …
        quality: 1 to 100, of the lossy ones.
        bits: 8, 16 or None for as the photo, which is taken to be 8.
    """
    pixels = width * height
    if format in LOSSY_AT_95:
        # Each ten points below 95 about a third less; above it grows faster.
        below = (95 - quality) / 10
        return float(pixels * LOSSY_AT_95[format] * (0.68**below if below >= 0 else 1.0 + 2.2 * -below))
    each = PLAIN.get(format, PLAIN["png"])
    return float(pixels * each * (DEEP if bits == 16 else 1.0))
