"""What an ICC profile says (ICC.1:2022, sections 7 and 10), and the few changes that are made to one."""

from __future__ import annotations

import struct

HEADER_BYTES = 128
ENTRY_BYTES = 12
CURVES = (b"rTRC", b"gTRC", b"bTRC", b"kTRC")
PQ, HLG = 16, 18  # transfer characteristics of ITU-T H.273 that are HDR


def is_linear(icc: bytes) -> bool:
    """Whether the profile's numbers are proportional to light."""
    curves = [data for name, data in _tags(icc).items() if name in CURVES]
    return bool(curves) and all(_is_identity(curve) for curve in curves)


def is_srgb(icc: bytes) -> bool:
    """Whether the profile calls itself sRGB."""
    name = _tags(icc).get(b"desc", b"")
    return b"sRGB" in name.replace(b"\0", b"")  # in UTF-16 there are zeros between


def is_hdr(icc: bytes) -> bool:
    """Whether the profile says that its numbers are PQ or HLG."""
    code_points = _tags(icc).get(b"cicp", b"")
    return len(code_points) >= 10 and code_points[9] in (PQ, HLG)


def with_gamma(icc: bytes, gamma: float) -> bytes:
    """The profile with a power law in place of its curves."""
    curve = b"curv" + struct.pack(">IIH", 0, 1, round(gamma * 256)) + b"\0\0"
    at = len(icc) + -len(icc) % 4
    out = bytearray(icc.ljust(at, b"\0") + curve)
    for index in range(_count(icc)):
        entry = HEADER_BYTES + 4 + ENTRY_BYTES * index
        if icc[entry : entry + 4] in CURVES:
            struct.pack_into(">II", out, entry + 4, at, 14)
    struct.pack_into(">I", out, 0, len(out))
    out[84:100] = bytes(16)  # the profile's ID was a hash of what it said before
    return bytes(out)


def _count(icc: bytes) -> int:
    if len(icc) < HEADER_BYTES + 4:
        return 0
    count = int.from_bytes(icc[HEADER_BYTES : HEADER_BYTES + 4], "big")
    return min(count, (len(icc) - HEADER_BYTES - 4) // ENTRY_BYTES)


def _tags(icc: bytes) -> dict[bytes, bytes]:
    found = {}
    for index in range(_count(icc)):
        name, start, size = struct.unpack_from(">4sII", icc, HEADER_BYTES + 4 + ENTRY_BYTES * index)
        found[name] = icc[start : start + size]
    return found


def _is_identity(curve: bytes) -> bool:
    if curve[:4] == b"curv" and len(curve) >= 12:
        (count,) = struct.unpack_from(">I", curve, 8)
        return count == 0 or (count == 1 and curve[12:14] == b"\x01\0")
    if curve[:4] == b"para" and len(curve) >= 16:
        kind, _, gamma = struct.unpack_from(">HHI", curve, 8)
        return bool(kind == 0 and gamma == 0x10000)
    return False
