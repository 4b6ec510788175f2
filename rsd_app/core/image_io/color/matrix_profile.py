"""ICC profiles for colours that a file gives as numbers: primaries, white and a curve (ICC.1:2022, section 8)."""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

Points = tuple[float, float, float, float, float, float, float, float]  # x and y of white, red, green, blue
D65 = (0.3127, 0.3290)
D50_XYZ = (0.9642, 1.0, 0.8249)
BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
BT_709: Points = (*D65, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
# Primaries of ITU-T H.273, table 2.
PRIMARIES: dict[int, Points] = {
    1: BT_709,
    4: (0.310, 0.316, 0.67, 0.33, 0.21, 0.71, 0.14, 0.08),
    5: (*D65, 0.64, 0.33, 0.29, 0.60, 0.15, 0.06),
    6: (*D65, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070),
    7: (*D65, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070),
    9: (*D65, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046),
    11: (0.314, 0.351, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
    12: (*D65, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
    22: (*D65, 0.630, 0.340, 0.295, 0.605, 0.155, 0.077),
}
# Curves from encoded value to light, as parameters of ICC's parametricCurveType: (g,) or (g, a, b, c, d).
SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
BT_709_CURVE = (1 / 0.45, 1 / 1.099, 0.099 / 1.099, 1 / 4.5, 0.081)
# Transfers of ITU-T H.273, table 3.
TRANSFERS: dict[int, tuple[float, ...]] = {
    1: BT_709_CURVE,
    4: (2.2,),
    5: (2.8,),
    6: BT_709_CURVE,
    8: (1.0,),
    13: SRGB_CURVE,
    14: BT_709_CURVE,
    15: BT_709_CURVE,
}
SAME_POINT = 2e-3  # apart in x or y: a rounding
SAME_GAMMA = 5e-3
USUAL_GAMMA = 1 / 2.2  # what programs write for sRGB


def profile_of_code_points(primaries: int, transfer: int) -> bytes | None:
    """The profile of colours named by ITU-T H.273; None for sRGB, for what is not specified and what is not known."""
    if primaries not in PRIMARIES or transfer not in TRANSFERS or (primaries, transfer) == (1, 13):
        return None
    return matrix_profile(PRIMARIES[primaries], TRANSFERS[transfer], f"H.273 {primaries}/{transfer}")


def profile_of_gamma(gamma: float | None, points: Points | None, *, gray: bool) -> bytes | None:
    """The profile of a PNG's gAMA (as in PngFacts) and cHRM; None where that is sRGB, or impossible.

    Without a gamma the curve is that of sRGB, without chromaticities its primaries.
    """
    usual = gamma is None or abs(gamma - USUAL_GAMMA) < SAME_GAMMA
    own = points is not None and max(abs(a - b) for a, b in zip(points, BT_709, strict=True)) > SAME_POINT
    if usual and (gray or not own):
        return None
    # Beside primaries of its own a gamma of 2.2 is meant, as in Adobe RGB.
    curve = SRGB_CURVE if gamma is None else (1 / gamma,)
    if not 0.1 <= curve[0] <= 10:
        return None
    name = f"PNG gamma {1 / gamma:.3g}" if gamma else "PNG chromaticities"
    if gray:
        return gray_profile(curve, name)
    try:
        return matrix_profile(points if points and own else BT_709, curve, name)
    except ValueError:
        return None


def matrix_profile(points: Points, curve: tuple[float, ...], name: str) -> bytes:
    """A profile of RGB by its primaries and one curve.

    Raises:
        ValueError: there are no such colours.
    """
    white, *primaries = (np.array(_xyz(x, y)) for x, y in zip(points[::2], points[1::2], strict=True))
    columns = np.stack(primaries, axis=1)
    if abs(np.linalg.det(columns)) < 1e-6:
        raise ValueError("its primaries lie on a line")
    adaptation = _to_d50(white)
    colorants = adaptation @ (columns * np.linalg.solve(columns, white))
    if not np.abs(colorants).max() < 4:
        raise ValueError("its primaries are no colours")
    tags = {tag: _xyz_tag(colorants[:, i]) for i, tag in enumerate((b"rXYZ", b"gXYZ", b"bXYZ"))}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _curve_tag(curve))
    tags[b"chad"] = b"sf32\0\0\0\0" + _fixed(adaptation.ravel())
    return _profile(b"RGB ", tags, name)


def gray_profile(curve: tuple[float, ...], name: str) -> bytes:
    """A profile of gray by its curve."""
    return _profile(b"GRAY", {b"kTRC": _curve_tag(curve)}, name)


def _xyz(x: float, y: float) -> tuple[float, float, float]:
    """XYZ of a chromaticity, Y being 1.

    Raises:
        ValueError: it is none.
    """
    if not (0 < y <= 1 and 0 <= x <= 1):
        raise ValueError(f"({x}, {y}) is no chromaticity")
    return x / y, 1.0, (1 - x - y) / y


def _to_d50(white: NDArray[np.float64]) -> NDArray[np.float64]:
    scale = (BRADFORD @ D50_XYZ) / (BRADFORD @ white)
    adapted: NDArray[np.float64] = np.linalg.inv(BRADFORD) @ np.diag(scale) @ BRADFORD
    return adapted


def _profile(space: bytes, tags: dict[bytes, bytes], name: str) -> bytes:
    tags = {b"desc": _text(name), b"cprt": _text("No copyright"), b"wtpt": _xyz_tag(np.array(D50_XYZ)), **tags}
    table, data, at = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for tag, content in tags.items():
        table += tag + struct.pack(">II", at + len(data), len(content))
        data += content + b"\0" * (-len(content) % 4)
    head = struct.pack(">I4xI4s4s4s12x4s", at + len(data), 0x04300000, b"mntr", space, b"XYZ ", b"acsp")
    head = head.ljust(68, b"\0") + _fixed(np.array(D50_XYZ))
    return head.ljust(128, b"\0") + table + data


def _text(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"enUS", len(encoded), 28) + encoded


def _xyz_tag(value: NDArray[np.float64]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(value)


def _curve_tag(curve: tuple[float, ...]) -> bytes:
    kind = 0 if len(curve) == 1 else 3
    return b"para\0\0\0\0" + struct.pack(">HH", kind, 0) + _fixed(np.array(curve))


def _fixed(values: NDArray[np.float64]) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(float(value) * 65536) for value in values))
