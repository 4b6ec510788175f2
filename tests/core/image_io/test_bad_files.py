"""Files that cannot be read: each refused in a clear line, none read half."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import pyvips
from PIL import Image

from rsd_app.core.errors import ImageReadError, ImageTooLargeError
from rsd_app.core.image_io.read import open_image, probe

Photo = Callable[..., np.ndarray]


def _read_all(path: Path) -> None:
    with open_image(path, max_megapixels=10) as source:
        for y in range(0, source.info.height, 50):
            source.read_rows(y, min(y + 50, source.info.height))


def _save(path: Path, pixels: np.ndarray, **options: object) -> bytes:
    Image.fromarray(pixels).save(path, **options)
    return path.read_bytes()


@pytest.mark.parametrize("share", [0.02, 0.5, 0.97])
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif", ".bmp", ".gif"])
def test_that_a_cut_file_is_refused(tmp_path: Path, photo: Photo, suffix: str, share: float) -> None:
    path = tmp_path / f"cut{suffix}"
    data = _save(path, photo(400, 300))
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ImageReadError) as caught:
        _read_all(path)
    assert caught.value.subject == str(path)
    assert "damaged or cut off" in caught.value.problem
    assert caught.value.remedy


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("progressive", [False, True])
def test_that_a_cut_jpeg_with_a_forged_end_is_refused(
    tmp_path: Path, photo: Photo, orientation: int, progressive: bool
) -> None:
    path, exif = tmp_path / "forged.jpg", Image.Exif()
    exif[0x0112] = orientation
    data = _save(path, photo(400, 300), exif=exif, progressive=progressive)
    path.write_bytes(data[: len(data) // 2] + b"\xff\xd9")
    with pytest.raises(ImageReadError, match="damaged or cut off"):
        _read_all(path)


def test_that_harmless_stray_bytes_in_a_jpeg_are_read_over(tmp_path: Path, photo: Photo) -> None:
    path, pixels = tmp_path / "stray.jpg", photo(400, 300)
    data = _save(path, pixels, quality=95)
    with Image.open(path) as stored:
        expected = np.asarray(stored)
    scan = data.index(b"\xff\xda")
    path.write_bytes(data[:scan] + b"stray" + data[scan:])
    with open_image(path, max_megapixels=1) as source:
        np.testing.assert_allclose(source.read_rows(0, 200).color.astype(int), expected[:200], atol=3)
        np.testing.assert_allclose(source.read_rows(200, 400).color.astype(int), expected[200:], atol=3)


def test_that_damage_within_a_png_is_refused(tmp_path: Path, photo: Photo) -> None:
    path = tmp_path / "flipped.png"
    data = bytearray(_save(path, photo(400, 300)))
    data[len(data) * 3 // 4] ^= 0x55
    path.write_bytes(data)
    with pytest.raises(ImageReadError, match="damaged"):
        _read_all(path)


def _png_header(width: int, height: int, interlaced: int = 0) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, interlaced))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("interlaced", [0, 1])
def test_that_a_bomb_is_refused_before_it_is_decoded(tmp_path: Path, interlaced: int) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(_png_header(60_000, 60_000, interlaced))
    began = time.perf_counter()
    with pytest.raises(ImageTooLargeError) as caught:
        open_image(path, max_megapixels=500)
    assert time.perf_counter() - began < 0.5
    assert "60000 x 60000" in caught.value.problem
    assert "--max-megapixels 3601" in caught.value.remedy


def test_that_a_bmp_bomb_is_refused_before_it_is_decoded(tmp_path: Path, photo: Photo) -> None:
    path = tmp_path / "bomb.bmp"
    data = bytearray(_save(path, photo()))
    data[18:26] = struct.pack("<ii", 60_000, 60_000)
    path.write_bytes(data)
    with pytest.raises(ImageTooLargeError, match="60000 x 60000"):
        probe(path, max_megapixels=500)


def test_that_the_limit_is_the_callers(tmp_path: Path, photo: Photo) -> None:
    path = tmp_path / "a.png"
    _save(path, photo(100, 100))
    assert probe(path, max_megapixels=0.01).megapixels == pytest.approx(0.01)
    with pytest.raises(ImageTooLargeError):
        probe(path, max_megapixels=0.0099)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.jpg", b"", "is empty"),
        ("text.png", b"This is a letter, not a picture. " * 9, "not a picture of a known kind"),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "not a picture"),
        ("table.csv", b"1,2,3\n4,5,6\n", "not a picture of a known kind"),
        ("head.jpg", b"\xff\xd8\xff\xe0", "damaged or cut off"),
        ("head.png", b"\x89PNG\r\n\x1a\n", "damaged or cut off"),
        ("head.bmp", b"BM" + bytes(12) + b"\x28\0\0\0", "damaged or cut off"),
        ("head.gif", b"GIF89a", "damaged or cut off"),
        ("head.tif", b"II*\0\xff\xff\xff\xff", "damaged or cut off"),
    ],
)
def test_that_what_is_no_picture_is_refused(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ImageReadError) as caught:
        probe(path, max_megapixels=1)
    assert caught.value.subject == str(path)
    assert problem in caught.value.problem
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_that_a_wrong_extension_does_not_matter(tmp_path: Path, photo: Photo) -> None:
    path = tmp_path / "really.png"
    _save(path, photo(), format="JPEG")
    assert probe(path, max_megapixels=1).format == "jpeg"


def test_that_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImageReadError, match="does not exist"):
        probe(tmp_path / "none.png", max_megapixels=1)
    with pytest.raises(ImageReadError, match="is a folder"):
        probe(tmp_path, max_megapixels=1)


def test_that_a_forbidden_file_is_refused(tmp_path: Path, photo: Photo, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.png"
    _save(path, photo())

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root reads everything, so modes would not stop it
    with pytest.raises(ImageReadError, match="may not be read; check the permissions"):
        probe(path, max_megapixels=1)


FORBIDDEN = """
import os, sys
from pathlib import Path
from rsd_app.core.errors import RsdError
from rsd_app.core.image_io.read import probe
from rsd_app.core.image_io.write import check_destination, destination_for
folder = Path(sys.argv[1])
folder.chmod(0)
try:
    if os.geteuid() == 0:  # to whom nothing is forbidden
        os.setuid(65534)
    for attempt in (
        lambda: probe(folder / "photo.png", max_megapixels=1),
        lambda: check_destination(folder / "out.png", width=9, height=9, overwrite=True),
        lambda: destination_for(Path("a.png"), folder / "out.png", scale=4, format="png", source_format="png"),
    ):
        try:
            print(attempt())
        except RsdError as error:
            print(error)
finally:
    if os.geteuid() != 65534:
        folder.chmod(0o700)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_that_a_forbidden_folder_is_refused(tmp_path: Path, photo: Photo) -> None:
    folder = tmp_path / "forbidden"
    folder.mkdir()
    _save(folder / "photo.png", photo())
    try:
        done = subprocess.run(
            [sys.executable, "-c", FORBIDDEN, str(folder)], capture_output=True, text=True, check=False
        )
    finally:
        folder.chmod(0o700)
    assert done.stderr == ""
    reading, writing, naming = done.stdout.splitlines()
    assert reading.startswith(f"{folder / 'photo.png'}: may not be read; check the permissions")
    assert writing.startswith(f"{folder / 'out.png'}: cannot be written (Permission denied); name another")
    assert naming == str(folder / "out.png")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_that_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.png"
    os.mkfifo(path)
    with pytest.raises(ImageReadError, match="is not a file; save the picture"):
        probe(path, max_megapixels=1)


def test_that_a_full_disk_is_not_called_damage(tmp_path: Path, photo: Photo, monkeypatch: pytest.MonkeyPatch) -> None:
    path, exif = tmp_path / "turned.jpg", Image.Exif()
    exif[0x0112] = 6
    _save(path, photo(), exif=exif)

    def full(*_: object) -> None:
        raise pyvips.Error("unable to write to file", "unix error: No space left on device\n")

    with open_image(path, max_megapixels=1) as source:
        monkeypatch.setattr(pyvips.Region, "fetch", full)
        with pytest.raises(ImageReadError, match="is full; free some space, or set TMPDIR"):
            source.read_rows(0, 10)


def test_that_libvips_says_nothing_on_stderr(tmp_path: Path, photo: Photo) -> None:
    """In a process of its own, because libvips writes to the real stderr."""
    good, cut = tmp_path / "good.jpg", tmp_path / "cut.jpg"
    data = _save(good, photo(400, 300), icc_profile=b"nonsense" * 30)
    cut.write_bytes(data[: len(data) // 2])
    code = (
        "import sys; from pathlib import Path\n"
        "from rsd_app.core.image_io.read import open_image, ImageReadError\n"
        "for name in sys.argv[1:]:\n"
        "    try:\n"
        "        with open_image(Path(name), max_megapixels=1) as source: source.read_rows(0, 400)\n"
        "    except ImageReadError: pass\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(good), str(cut)], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout == ""


def test_that_no_file_stays_open(tmp_path: Path, photo: Photo) -> None:
    path = tmp_path / "a.png"
    _save(path, photo(bands=4))
    _read_all(path)
    folder = Path("/proc/self/fd") if Path("/proc/self/fd").is_dir() else Path("/dev/fd")
    assert path not in [entry.readlink() for entry in folder.iterdir() if entry.is_symlink()]
