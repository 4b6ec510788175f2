"""Whole files to begin with: small, of every format that is read, in the ways that it is commonly written."""

from __future__ import annotations

import io
import json
import random
import struct
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pyvips
from numpy.typing import NDArray
from PIL import Image

from tests.fuzz import layout, mutate
from tests.fuzz.mutate import Mutation

SIDE = (40, 30)
GENERIC: tuple[Mutation, ...] = (mutate.truncated, mutate.flipped, mutate.moved)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:'
XMP += (
    b'Description rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/></rdf:RDF></x:xmpmeta>'
)


@dataclass(frozen=True)
class Kind:
    """A kind of file.

    Args:
        name: of the kind, and of its cases.
        suffix: that such a file has.
        seeds: makes the whole files.
        mutations: that damage them, each as often as the others.
        target: of `targets`, by name.
    """

    name: str
    suffix: str
    seeds: Callable[[], Sequence[bytes]]
    mutations: tuple[Mutation, ...]
    target: str = "picture"

    def case(self, number: int) -> bytes:
        """The damaged file of a number."""
        return self.mutated(number)[0]

    def mutated(self, number: int) -> tuple[bytes, Mutation]:
        """The damaged file, and which mutation came first."""
        rng = random.Random(f"{self.name}-{number}")
        seeds = _seeds(self)
        data = seeds[number % len(seeds)]
        first = self.mutations[number // len(seeds) % len(self.mutations)]
        data = first(data, rng)
        if rng.random() < 0.2 and first is not mutate.truncated:
            data = rng.choice(self.mutations)(data, rng)
        return data, first


@cache
def _seeds(kind: Kind) -> Sequence[bytes]:
    return kind.seeds()


def pixels(bands: int = 3, number: type[np.generic] = np.uint8) -> NDArray[Any]:
    """A picture with something in it."""
    y, x = np.mgrid[: SIDE[1], : SIDE[0]]
    planes = [(x * 5 + y * (3 + band) + 40 * band) % 256 for band in range(bands)]
    array = np.stack(planes, axis=2).astype(np.uint8)
    return array if number is np.uint8 else (array.astype(np.uint16) * 257).astype(number)


def pillow(format: str, bands: int = 3, mode: str = "", **options: Any) -> bytes:
    """A file that Pillow writes."""
    array = pixels(bands)
    image = Image.fromarray(array[:, :, 0] if bands == 1 else array)
    image = image.convert(mode) if mode else image
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def vips(suffix: str, bands: int = 3, number: type[np.generic] = np.uint8, **options: Any) -> bytes:
    """A file that libvips writes."""
    array = np.ascontiguousarray(pixels(bands, number))
    name = "uchar" if number is np.uint8 else "ushort"
    image = pyvips.Image.new_from_memory(array.data.cast("B"), SIDE[0], SIDE[1], bands, name)
    image = image.copy(interpretation="srgb" if number is np.uint8 else "rgb16")
    return bytes(image.write_to_buffer(suffix, **options))


def exif() -> bytes:
    """With a turned picture and a place."""
    block = Image.Exif()
    block[0x0112] = 6
    block[0x010F] = "Maker"
    block.get_ifd(0x8825)[1] = "N"
    return block.tobytes()


def jpegs() -> list[bytes]:
    """Baseline, progressive, gray, inks; with metadata."""
    with_all = {"exif": exif(), "xmp": XMP, "quality": 80}
    return [
        pillow("JPEG", **with_all), pillow("JPEG", progressive=True), pillow("JPEG", 1),
        pillow("JPEG", mode="CMYK"), pillow("JPEG", subsampling=2, restart_marker_blocks=2),
    ]  # fmt: skip


def pngs() -> list[bytes]:
    """Of all kinds of colour, 8 and 16 bits, interlaced."""
    return [
        pillow("PNG", exif=exif()), pillow("PNG", mode="P"), pillow("PNG", 4), pillow("PNG", 1, mode="1"),
        vips(".png", number=np.uint16), vips(".png", interlace=True), pillow("PNG", mode="LA"),
    ]  # fmt: skip


def tiffs() -> list[bytes]:
    """Strips and tiles, plain and packed, classic and BigTIFF, pages."""
    pages = [Image.fromarray(pixels(3)) for _ in range(2)]
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    return [
        out.getvalue(), vips(".tif", compression="deflate"), vips(".tif", tile=True, tile_width=16, tile_height=16),
        vips(".tif", number=np.uint16, bigtiff=True, compression="lzw"), vips(".tif", 4),
        vips(".tif", compression="jpeg"),
        pillow("TIFF", 1, mode="1", compression="group4"), pillow("TIFF", mode="P"),
        vips(".tif", pyramid=True, tile=True),
    ]  # fmt: skip


def rare_tiffs() -> list[bytes]:
    """In what libtiff of the wheel cannot read."""
    import tifffile

    found = []
    for compression in ("zstd", "lzma", "webp", "lerc"):
        out = io.BytesIO()
        tifffile.imwrite(out, pixels(3), compression=compression, photometric="rgb", tile=(16, 16))
        found.append(out.getvalue())
    return found


def webps() -> list[bytes]:
    """Lossy, lossless, with transparency, animated."""
    frames = [Image.fromarray(pixels(4)) for _ in range(2)]
    out = io.BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    return [pillow("WEBP", exif=exif(), xmp=XMP), pillow("WEBP", lossless=True), pillow("WEBP", 4), out.getvalue()]


def avifs() -> list[bytes]:
    """8 and 12 bits, with transparency."""
    return [
        vips(".avif", effort=0), vips(".avif", number=np.uint16, bitdepth=12, effort=0), vips(".avif", 4, effort=0),
    ]  # fmt: skip


def heics() -> list[bytes]:
    """With EXIF."""
    import pillow_heif

    out = io.BytesIO()
    pillow_heif.from_pillow(Image.fromarray(pixels(3))).save(out, quality=50, exif=exif())
    return [out.getvalue()]


def jxls() -> list[bytes]:
    """Bare and boxed."""
    import imagecodecs

    return [
        imagecodecs.jpegxl_encode(pixels(3), level=90), imagecodecs.jpegxl_encode(pixels(3, np.uint16), lossless=True),
        imagecodecs.jpegxl_encode(pixels(3), usecontainer=True),
    ]  # fmt: skip


def psds() -> list[bytes]:
    """The composite, plain and packed."""
    planes = pixels(3).transpose(2, 0, 1)
    head = b"8BPS" + struct.pack(">H6xHIIHH", 1, 3, SIDE[1], SIDE[0], 8, 3) + struct.pack(">III", 0, 0, 0)
    packed = b"".join(bytes([len(row) - 1]) + row.tobytes() for row in planes.reshape(-1, SIDE[0]))
    lengths = struct.pack(f">{3 * SIDE[1]}H", *[SIDE[0] + 1] * (3 * SIDE[1]))
    return [head + b"\0\0" + planes.tobytes(), head + b"\0\1" + lengths + packed]


def bmps() -> list[bytes]:
    """With and without a palette."""
    return [pillow("BMP"), pillow("BMP", mode="P"), pillow("BMP", 1, mode="1"), pillow("BMP", 4)]


def gifs() -> list[bytes]:
    """One frame and several."""
    frames = [Image.fromarray(pixels(3)).convert("P") for _ in range(2)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return [pillow("GIF", mode="P"), out.getvalue()]


def netpbms() -> list[bytes]:
    """Bytes, text, bits, floating point."""
    text = f"P3\n{SIDE[0]} {SIDE[1]}\n255\n" + " ".join(map(str, pixels(3).ravel()))
    floats = f"PF\n{SIDE[0]} {SIDE[1]}\n-1.0\n".encode() + (pixels(3) / 255).astype("<f4").tobytes()
    return [pillow("PPM"), pillow("PPM", 1), pillow("PPM", 1, mode="1"), text.encode(), floats]


def exrs() -> list[bytes]:
    """Half floats."""
    import OpenEXR

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.exr"
        header = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage}
        channels = {"RGB": (pixels(3) / 255).astype(np.float16)}
        OpenEXR.File(header, channels).write(str(path))
        return [path.read_bytes()]


def dngs() -> list[bytes]:
    """One sensor's mosaic."""
    from tests.core.image_io.test_kinds import write_dng

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.dng"
        write_dng(path)
        return [path.read_bytes()]


def models() -> list[bytes]:
    """Of this program, tiny."""
    from tests.engine.toy_models import write_toy_model

    with tempfile.TemporaryDirectory() as folder:
        return [write_toy_model(Path(folder) / "toy.safetensors").read_bytes()]


def torch_files() -> list[bytes]:
    """A state dict in a zip archive, and in the older stream."""
    import torch

    found = []
    for zipped in (True, False):
        out = io.BytesIO()
        torch.save({"a.weight": torch.ones(3, 4), "b": [1, "x"]}, out, _use_new_zipfile_serialization=zipped)
        found.append(out.getvalue())
    return found


def _as_json(*values: Any) -> Callable[[], list[bytes]]:
    return lambda: [json.dumps(value).encode() for value in values]


REGION = {"points": [[10, 20], [3000, 4000]], "radius": 50, "area": False, "realism": 0.5, "variant": None}
ROW = [50, 1, 0.5, None, 10, 20, 3000, 20, 3000, 4000]
SETTINGS = {"scale": 4.0, "size": {"long_side": 60}, "seed": 3, "format": "png", "regions": [ROW], "severity": None}
RECORD = {
    "Software": "RSD Studio", "Version": "0.1", "Model": "toy", "ModelHash": "00", "Seed": "3", "Factor": "4.0",
    "Severity": "auto", "Device": "cpu", "Precision": "float32", "Source": "a.png", "SourceHash": "00",
    "Settings": json.dumps(SETTINGS), "Trust": "1 % differ", "TrustSeeds": "8",
}  # fmt: skip
CHOICES = {
    "model": "toy",
    "size_by": "width",
    "size": 60.0,
    "paper": "A4",
    "severity": 0.5,
    "regions": [REGION],
    "bits": 8,
}
PHOTO = {"path": "/x/a.png", "state": "failed", "result": "/x/b.png", "progress": 0.5, "error": "no", "own": CHOICES}
SESSION = {
    "version": 1, "photos": [PHOTO, {"path": "b.png", "regions": [REGION, ROW], "state": "done", "asked": True}],
    "current": 1, "view": {"mode": "split", "zoom": 2.0, "fits": True, "centre": [0.5, 0.5]},
    "window": {"geometry": "AAAA", "panels": True},
}  # fmt: skip
PREFERENCES = {
    "version": 2, "scheme": "dark", "language": "de", "choices": CHOICES, "kind_models": {"gray": "x"},
    "presets": {"web": CHOICES}, "recent": ["/a", "/b"],
}  # fmt: skip
PLAN = {
    "version": 1,
    "folders": ["/a"],
    "by_hand": {"/a/x.png": True},
    "effort": "good",
    "start": None,
    "expert": ["a=1"],
}
LINES = (
    {"journal": 2, "folder": 5, "settings": {"scale": 4.0, "shard": None}},
    {"plan": [["/in/a.png", "/out/a_x4.png"]]},
    {
        "source": "a.png",
        "state": "started",
        "path": "/in/a.png",
        "stamp": [1, 2],
        "name": "a_x4.png",
        "was_there": False,
    },
    {"source": "a.png", "state": "done", "result": [3, 4]},
    {"source": "b.png", "state": "failed", "error": "no"},
)
TEMPLATES = ("{stem}_x{scale}", "{seq:04} {date:%Y-%m-%d} {folder}", "{width}x{height} {model!r:>20}")

OF_JSON = (mutate.json_values, mutate.json_values, mutate.json_values, *GENERIC)


def _pictures() -> list[Kind]:
    structured: Mapping[str, tuple[str, Callable[[], list[bytes]], tuple[Mutation, ...]]] = {
        "jpeg": (".jpg", jpegs, (mutate.numbers(layout.jpeg),)),
        "png": (
            ".png",
            pngs,
            (mutate.with_right_sums(mutate.numbers(layout.png)), mutate.with_right_sums(mutate.flipped)),
        ),
        "tiff": (".tif", tiffs, (mutate.numbers(layout.tiff),) * 2),
        "rare tiff": (".tif", rare_tiffs, (mutate.numbers(layout.tiff),) * 2),
        "webp": (".webp", webps, (mutate.numbers(layout.riff),)),
        "avif": (".avif", avifs, (mutate.numbers(layout.boxes),) * 2),
        "heic": (".heic", heics, (mutate.numbers(layout.boxes),) * 2),
        "jxl": (".jxl", jxls, (mutate.numbers(layout.boxes), mutate.numbers(layout.head(40, 1, 2, 4)))),
        "psd": (".psd", psds, (mutate.numbers(layout.head(60, 1, 2, 4, order=">")),)),
        "bmp": (".bmp", bmps, (mutate.numbers(layout.head(80, 1, 2, 4)),)),
        "gif": (".gif", gifs, (mutate.numbers(layout.head(40, 1, 2)),)),
        "netpbm": (".ppm", netpbms, (mutate.numbers(layout.head(20, 1)),)),
        "exr": (".exr", exrs, (mutate.numbers(layout.head(400, 1, 4)),)),
        "dng": (".dng", dngs, (mutate.numbers(layout.tiff),) * 2),
    }
    return [Kind(name, suffix, seeds, (*own, *GENERIC)) for name, (suffix, seeds, own) in structured.items()]


KINDS: tuple[Kind, ...] = (
    *_pictures(),
    Kind("model", ".safetensors", models, (mutate.numbers(layout.head(8, 1, 8)), *GENERIC), "model"),
    Kind("torch file", ".pth", torch_files, (mutate.numbers(layout.head(200, 1, 2, 4)), *GENERIC), "weights"),
    Kind("session", ".json", _as_json(SESSION), OF_JSON, "session"),
    Kind("preferences", ".json", _as_json(PREFERENCES), OF_JSON, "preferences"),
    Kind("plan", ".json", _as_json(PLAN), OF_JSON, "plan"),
    Kind("journal", ".jsonl", lambda: ["\n".join(map(json.dumps, LINES)).encode()], OF_JSON, "journal"),
    Kind("sidecar", ".json", _as_json(RECORD), OF_JSON, "sidecar"),
    Kind("regions", ".json", _as_json([REGION, ROW], RECORD), OF_JSON, "regions"),
    Kind("template", ".txt", lambda: [text.encode() for text in TEMPLATES], GENERIC, "template"),
    Kind("xmp", ".xmp", lambda: [XMP], GENERIC, "xmp"),
)
BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
