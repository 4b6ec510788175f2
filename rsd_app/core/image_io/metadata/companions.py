"""What stands beside the picture in its file and is not read: named, so that nobody misses it later."""

from __future__ import annotations

import os
import re
import struct
from pathlib import Path

from rsd_app.core.image_io.metadata.jpeg_segments import JpegFacts
from rsd_app.core.image_io.metadata.xmp import properties
from rsd_app.core.image_io.metadata.xmp_packet import Packet, XmpError, parse, serialise
from rsd_app.core.image_io.metadata.xmp_stale import GAIN_MAPS, GOOGLE

GAIN_MAP = "Its HDR gain map was left out: the result is the picture in standard brightness."
VIDEO = "The video of this motion photo was left out."
DEPTH = "Its depth map was left out."
SOUND = "The sound in it was left out."
ORIGINAL = "The original picture within it was left out."
CUT_XMP = "Its extended XMP is not complete and was left out."
SEQUENCE = "It is a sequence of pictures; the first one is used."
HEAD_BYTES = 2**18
MOST_BOXES = 1000
# In boxes of HEIF: a kind of item, and kinds of auxiliary pictures.
HEIF_GAIN_MAP = re.compile(rb"infe.{8,20}tmap|hdrgainmap", re.DOTALL)
HEIF_DEPTH = re.compile(rb"aux:(?:disparity|depth)|auxid:2\0")
VIDEO_FLAGS = ("MotionPhoto", "MicroVideo")
WITHIN = {f"{GOOGLE}1.0/depthmap/": DEPTH, f"{GOOGLE}1.0/audio/": SOUND, f"{GOOGLE}1.0/image/": ORIGINAL}
SEMANTICS = {"GainMap": GAIN_MAP, "MotionPhoto": VIDEO, "Depth": DEPTH, "Original": ORIGINAL}


def companions_in_xmp(data: bytes | None) -> tuple[str, ...]:
    """A sentence for each thing that XMP says stands within or behind the picture."""
    try:
        packet = parse(data or b"")
    except XmpError:
        return ()
    found = []
    for name, value in properties(packet):
        space, _, local = name[1:].rpartition("}")
        if space in GAIN_MAPS:
            found.append(GAIN_MAP)
        elif local == "OLivePhotoVersion" or (local in VIDEO_FLAGS and value.strip() not in ("0", "")):
            found.append(VIDEO)
        elif space in WITHIN:
            found.append(WITHIN[space])
    for element in packet.root.iter():
        for name, value in [*element.attrib.items(), (element.tag, element.text or "")]:
            if name.endswith("}Semantic") and value in SEMANTICS:
                found.append(SEMANTICS[value])
    return tuple(dict.fromkeys(found))


def companions_of_jpeg(facts: JpegFacts) -> tuple[str, ...]:
    """The same of a JPEG's own segments."""
    named = {GAIN_MAP: facts.has_gain_map, VIDEO: facts.has_video, CUT_XMP: not facts.extension_is_whole}
    return tuple(sentence for sentence, there in named.items() if there)


def companions_of_boxes(path: Path) -> tuple[str, ...]:
    """The same of a file of boxes: HEIC, AVIF, JPEG XL.

    Raises:
        OSError: the file cannot be read.
    """
    found = []
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
        if HEIF_GAIN_MAP.search(head):
            found.append(GAIN_MAP)
        if HEIF_DEPTH.search(head):
            found.append(DEPTH)
        if head[8:12] in (b"avis", b"hevc", b"msf1"):
            found.append(SEQUENCE)
        at, end = 0, file.seek(0, os.SEEK_END)
        for _ in range(MOST_BOXES):
            if at >= end:  # a size that is a lie may be larger than any file
                break
            file.seek(at)
            box = file.read(16)
            if len(box) < 8:
                break
            size, kind = struct.unpack_from(">I4s", box)
            if size == 1 and len(box) == 16:
                (size,) = struct.unpack_from(">Q", box, 8)
            if kind == b"mpvd":
                found.append(VIDEO)
            elif kind == b"jhgm":
                found.append(GAIN_MAP)
            if size < 8:
                break
            at += size
    return tuple(dict.fromkeys(found))


def with_extension(main: bytes | None, extension: bytes) -> bytes | None:
    """A packet with the properties of its extension, which did not fit into one segment; as it was if unreadable."""
    try:
        whole: Packet = parse(main or b"")
        more = parse(extension)
    except XmpError:
        return main
    whole.rdf.extend(more.rdf)
    whole.prefixes = more.prefixes | whole.prefixes
    return serialise(whole)
