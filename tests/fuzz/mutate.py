"""A damaged file from a whole one: the same from the same random numbers."""

from __future__ import annotations

import json
import random
import struct
import zlib
from collections.abc import Callable
from typing import Any

from tests.fuzz.layout import Layout

Mutation = Callable[[bytes, random.Random], bytes]

EDGES = (0, 1, 2, 7, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
EDGES += (2**31 - 8, 2**40, 2**62, 2**63 - 1, 2**64 - 1)
NASTY_TEXTS = (
    "",
    "\ud800",
    "caf\udce9",
    "\0",
    "../../x",
    "/etc/passwd",
    "x" * 5000,
    "{stem:>999999999}",
    "a\nb",
    "\u202e",
)
NASTY: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**63, -(2**63) - 1, 10**400, 0.5, -0.0, 1e308, float("inf"), float("nan"),
    [], {}, [[]], {"": None}, [None] * 100, *NASTY_TEXTS,
)  # fmt: skip


def truncated(data: bytes, rng: random.Random) -> bytes:
    """Cut off somewhere."""
    return data[: rng.randrange(len(data))] if data else data


def flipped(data: bytes, rng: random.Random) -> bytes:
    """A few other bits or bytes."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        if changed:
            at = rng.randrange(len(changed))
            changed[at] = rng.choice((changed[at] ^ 1 << rng.randrange(8), 0, 0xFF, 0x7F, 0x80, rng.randrange(256)))
    return bytes(changed)


def moved(data: bytes, rng: random.Random) -> bytes:
    """A piece left out, doubled, or put elsewhere."""
    if len(data) < 4:
        return data
    start, end = sorted(rng.sample(range(len(data)), 2))
    end = min(end, start + rng.choice((1, 8, 64, 4096)))
    piece, at = data[start:end], rng.randrange(len(data))
    kind = rng.randrange(3)
    if kind == 0:
        return data[:start] + data[end:]
    return data[:at] + piece * rng.choice((1, 1, 50)) + data[at if kind == 1 else min(len(data), at + len(piece)) :]


def numbers(layout: Layout) -> Mutation:
    """Other numbers where the format has its sizes, counts and offsets."""

    def mutate(data: bytes, rng: random.Random) -> bytes:
        try:
            places = list(layout(data))
        except (struct.error, IndexError):
            return data
        changed = bytearray(data)
        for _ in range(rng.choice((1, 1, 1, 2, 5))):
            place = rng.choice(places)
            order = "little" if place.order == "<" else "big"
            old = int.from_bytes(changed[place.at : place.at + place.size], order)  # type: ignore[arg-type]
            near = (old - 1, old + 1, old * 2, old // 2, old + 2**16, len(data), rng.randrange(2 ** (8 * place.size)))
            new = rng.choice(EDGES + near) % 2 ** (8 * place.size)
            changed[place.at : place.at + place.size] = new.to_bytes(place.size, order)  # type: ignore[arg-type]
        return bytes(changed[: len(data)])

    return mutate


def with_right_sums(mutation: Mutation) -> Mutation:
    """For PNG: most decoders look no further where a checksum is wrong."""

    def mutate(data: bytes, rng: random.Random) -> bytes:
        data = mutation(data, rng)
        parts, at = [data[:8]], 8
        while at + 12 <= len(data):
            (length,) = struct.unpack_from(">I", data, at)
            body = data[at + 4 : at + 8 + length]
            parts.append(data[at : at + 4] + body + struct.pack(">I", zlib.crc32(body)))
            at += 12 + length
        return b"".join(parts)

    return mutate


def json_values(data: bytes, rng: random.Random) -> bytes:
    """Other values, keys and nesting in JSON; one object or one a line."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    index = rng.randrange(len(lines))
    try:
        value = json.loads(lines[index])
    except (ValueError, RecursionError):
        return flipped(data, rng)
    for _ in range(rng.choice((1, 1, 2, 4))):
        value = _other_value(value, rng)
    text = json.dumps(value)
    if rng.random() < 0.1:
        text = text.replace("Infinity", "1e999").replace("null", "[" * rng.choice((1, 50_000)))
    if rng.random() < 0.05 and text.startswith("{"):
        text = text[:-1] + ", " + text[1:]  # every key twice
    lines[index] = text
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def _other_value(value: Any, rng: random.Random) -> Any:
    """The value with one place in it changed."""
    inside = isinstance(value, dict | list) and len(value) > 0 and rng.random() < 0.85
    if not inside:
        if isinstance(value, int | float) and not isinstance(value, bool) and rng.random() < 0.4:
            return rng.choice((-value, value + 1, value * 1000, float(value) + 0.5 if abs(value) < 2**60 else 0))
        if isinstance(value, str) and rng.random() < 0.3:
            try:  # JSON within JSON: the settings of a record
                return json.dumps(_other_value(json.loads(value), rng))
            except (ValueError, RecursionError):
                return value[::-1]
        return rng.choice(NASTY)
    changed = dict(value) if isinstance(value, dict) else list(value)
    key = rng.choice(list(changed)) if isinstance(changed, dict) else rng.randrange(len(changed))
    kind = rng.random()
    if kind < 0.1:
        del changed[key]
    elif kind < 0.2 and isinstance(changed, dict):
        changed[rng.choice(NASTY_TEXTS)] = changed[key]
    elif kind < 0.2:
        changed = changed * rng.choice((2, 40))
    else:
        changed[key] = _other_value(changed[key], rng)
    return changed
