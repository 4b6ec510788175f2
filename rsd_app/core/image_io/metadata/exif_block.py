"""An EXIF block changed where it stands: maker notes point to places within it, so nothing may move."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from rsd_app.core.image_io.metadata.exif_directory import (
    EXIF,
    GPS,
    ORIENTATION,
    PIXEL_HEIGHT,
    PIXEL_WIDTH,
    TYPE_SIZE,
    order_of,
)
from rsd_app.core.image_io.metadata.placement import Placement

SHORT, LONG, RATIONAL = 3, 4, 5
X_RESOLUTION, Y_RESOLUTION, UNIT = 0x011A, 0x011B, 0x0128
WIDTH, HEIGHT = 0x0100, 0x0101
SUBJECT_AREA, SUBJECT_LOCATION = 0x9214, 0xA214
FOCAL_PLANE = (0xA20E, 0xA20F)  # pixels of the sensor for a unit of length, across and down
INCH = 2
ENTRY_BYTES = 12
DPI_STEPS = 100  # a resolution is written in hundredths


def corrected(block: bytes, placement: Placement, *, dpi: tuple[float, float] | None, keep_place: bool = True) -> bytes:
    """The block of the enlarged picture: upright, its size and resolution, without thumbnail.

    Args:
        placement: of the stored picture in the result.
        dpi: dots per inch across and down; None leaves what is there.
        keep_place: False takes out where the photo was made.
    Raises:
        ValueError, struct.error: the block is damaged.
    """
    out = bytearray(block)
    order = order_of(block[:4])
    (first,) = struct.unpack_from(order + "I", block, 4)
    camera = None
    for entry in list(_entries(out, order, first)):
        (tag,) = struct.unpack_from(order + "H", out, entry)
        if tag == ORIENTATION:
            _set_number(out, order, entry, 1)
        elif tag == EXIF:
            (camera,) = struct.unpack_from(order + "I", out, entry + 8)
        elif tag in (WIDTH, HEIGHT):
            _set_number(out, order, entry, placement.width if tag == WIDTH else placement.height)
        elif dpi and tag in (X_RESOLUTION, Y_RESOLUTION):
            _set_ratio(out, order, entry, dpi[tag == Y_RESOLUTION])
        elif dpi and tag == UNIT:
            _set_number(out, order, entry, INCH)
    if camera:
        _correct_camera(out, order, camera, placement)
    _drop_thumbnail(out, order, first)
    if not keep_place:
        _drop_place(out, order, first)
    return bytes(out)


def _correct_camera(block: bytearray, order: str, camera: int, placement: Placement) -> None:
    """The sizes and places in the directory that the camera has written."""
    _scale_focal_plane(block, order, camera, placement)
    for entry in reversed(list(_entries(block, order, camera))):  # entries behind one that goes move up
        (tag,) = struct.unpack_from(order + "H", block, entry)
        if tag in (PIXEL_WIDTH, PIXEL_HEIGHT):
            _set_number(block, order, entry, placement.width if tag == PIXEL_WIDTH else placement.height)
        elif tag in (SUBJECT_AREA, SUBJECT_LOCATION) and not _set_subject(block, order, entry, placement):
            _remove(block, order, camera, entry)


def _set_subject(block: bytearray, order: str, entry: int, placement: Placement) -> bool:
    """Move where the subject is; False where the new place does not fit into its 16 bits, or is none."""
    kind, count, at = struct.unpack_from(order + "HII", block, entry + 2)
    if kind != SHORT or not 2 <= count <= 4:
        return False
    at = at if count > 2 else entry + 8
    form = f"{order}{count}H"
    area = placement.subject(struct.unpack_from(form, block, at))
    if not all(0 <= value < 2**16 for value in area):
        return False
    struct.pack_into(form, block, at, *area)
    return True


def _entries(block: bytearray, order: str, at: int) -> Iterator[int]:
    """Where the entries of the directory at `at` stand."""
    (count,) = struct.unpack_from(order + "H", block, at)
    for index in range(count):
        yield at + 2 + ENTRY_BYTES * index


def _set_number(block: bytearray, order: str, entry: int, value: int) -> None:
    kind = SHORT if value < 2**16 and struct.unpack_from(order + "H", block, entry + 2)[0] == SHORT else LONG
    field = struct.pack(order + ("H" if kind == SHORT else "I"), value).ljust(4, b"\0")
    struct.pack_into(order + "HI4s", block, entry + 2, kind, 1, field)


def _set_ratio(block: bytearray, order: str, entry: int, value: float) -> None:
    kind, _, at = struct.unpack_from(order + "HII", block, entry + 2)
    if kind == RATIONAL:
        struct.pack_into(order + "II", block, at, round(value * DPI_STEPS), DPI_STEPS)


def _scale_focal_plane(block: bytearray, order: str, camera: int, placement: Placement) -> None:
    """Let the sensor have as many more pixels for a unit of length as the result has, across and down that."""
    entries = {struct.unpack_from(order + "H", block, entry)[0]: entry for entry in _entries(block, order, camera)}
    places = [struct.unpack_from(order + "HII", block, entries[tag] + 2) for tag in FOCAL_PLANE if tag in entries]
    if len(places) < 2 or any(kind != RATIONAL for kind, _, _ in places):
        return
    ratios = [struct.unpack_from(order + "II", block, at) for _, _, at in places]
    turned = reversed(ratios) if placement.is_transposed else ratios
    for (over, under), (_, _, at), factor in zip(turned, places, placement.scale, strict=True):
        if over * factor < 2**32:
            struct.pack_into(order + "II", block, at, round(over * factor), under)


def _drop_thumbnail(block: bytearray, order: str, first: int) -> None:
    """End with the first directory; where the second and its picture come last, as they mostly do, cut them off."""
    (count,) = struct.unpack_from(order + "H", block, first)
    link = first + 2 + ENTRY_BYTES * count
    (second,) = struct.unpack_from(order + "I", block, link)
    struct.pack_into(order + "I", block, link, 0)
    if second > first and second >= max(_ends(block, order, first), default=0):
        del block[second:]


def _ends(block: bytearray, order: str, first: int, depth: int = 0) -> Iterator[int]:
    """Where the directory at `first`, what it holds and the directories in it end."""
    (count,) = struct.unpack_from(order + "H", block, first)
    yield first + 2 + ENTRY_BYTES * count + 4
    for entry in _entries(block, order, first):
        tag, kind, number, at = struct.unpack_from(order + "HHII", block, entry)
        size = TYPE_SIZE.get(kind, 0) * number
        if size > 4:
            yield at + size
        if tag in (EXIF, GPS) and depth == 0:
            yield from _ends(block, order, at, 1)


def _drop_place(block: bytearray, order: str, first: int) -> None:
    """Take the entry of the GPS directory out, and blank what it pointed to."""
    for entry in list(_entries(block, order, first)):
        tag, _, _, at = struct.unpack_from(order + "HHII", block, entry)
        if tag != GPS:
            continue
        for inner in list(_entries(block, order, at)):
            _, kind, number, value_at = struct.unpack_from(order + "HHII", block, inner)
            size = TYPE_SIZE.get(kind, 0) * number
            if size > 4:
                block[value_at : value_at + size] = bytes(len(block[value_at : value_at + size]))
        (inner_count,) = struct.unpack_from(order + "H", block, at)
        end = at + 2 + ENTRY_BYTES * inner_count
        block[at:end] = bytes(len(block[at:end]))
        _remove(block, order, first, entry)
        return


def _remove(block: bytearray, order: str, directory: int, entry: int) -> None:
    """Take an entry out of a directory; those behind it move up, with the link to the next directory."""
    (count,) = struct.unpack_from(order + "H", block, directory)
    stop = directory + 2 + ENTRY_BYTES * count + 4
    block[entry:stop] = block[entry + ENTRY_BYTES : stop] + bytes(ENTRY_BYTES)
    struct.pack_into(order + "H", block, directory, count - 1)
