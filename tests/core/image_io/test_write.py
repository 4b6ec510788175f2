"""Results in their files: exact pixels, metadata that went along, and nothing left when it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageCms, IptcImagePlugin

from rsd_app.core.errors import ImageWriteError
from rsd_app.core.image_io import raw_source
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.read import open_image, probe
from rsd_app.core.image_io.replacing import replacing
from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.progress import Cancelled, CancelToken

Photo = Callable[..., np.ndarray]
RawOf = Callable[[np.ndarray], RawPicture]
XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/></rdf:RDF>'
    b'</x:xmpmeta><?xpacket end="w"?>'
)


def _write(raw: RawPicture, path: Path, info: ImageInfo, **changes: object) -> tuple[str, ...]:
    settings: dict[str, object] = {"width": raw.width, "height": raw.height, "bits": raw.bits, "quality": 95}
    return write_picture(raw, path, info, **(settings | changes), cancel=CancelToken())  # type: ignore[arg-type]


def _pixels(path: Path) -> np.ndarray:
    with open_image(path, max_megapixels=10) as source:
        rows = source.read_rows(0, source.info.height)
    bands = rows.color if rows.alpha is None else np.concatenate([rows.color, rows.alpha[..., None]], axis=2)
    return bands[:, :, 0] if bands.shape[2] == 1 else bands


@pytest.mark.parametrize("suffix", [".png", ".tiff", ".tif"])
@pytest.mark.parametrize("bands", [1, 2, 3, 4])
@pytest.mark.parametrize("bits", [8, 16])
def test_that_lossless_formats_are_exact(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo, suffix: str, bands: int, bits: int
) -> None:
    path, pixels = tmp_path / f"out{suffix}", photo(bands=bands, bits=bits)
    assert _write(raw_of(pixels), path, plain_info) == ()
    np.testing.assert_array_equal(_pixels(path), pixels)


def test_that_16_bits_are_what_another_reader_finds(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo
) -> None:
    pixels = photo(bits=16)
    for suffix in (".png", ".tiff"):
        path = tmp_path / f"out{suffix}"
        _write(raw_of(pixels), path, plain_info)
        np.testing.assert_array_equal(cv2.imread(str(path), cv2.IMREAD_UNCHANGED)[..., ::-1], pixels)


def test_that_a_picture_of_many_strips_is_exact(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo
) -> None:
    pixels = photo(2111, 701)  # 4.4 MB, a whole number neither of strips nor of words
    path = tmp_path / "out.png"
    _write(raw_of(pixels), path, plain_info)
    with Image.open(path) as stored:
        np.testing.assert_array_equal(np.asarray(stored), pixels)


@pytest.mark.parametrize("size", [(1, 1), (3, 7), (1, 500), (500, 1)])
@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tiff"])
def test_that_tiny_pictures_are_written(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo, suffix: str, size: tuple[int, int]
) -> None:
    path, pixels = tmp_path / f"out{suffix}", photo(*size)
    _write(raw_of(pixels), path, plain_info)
    with Image.open(path) as stored:
        assert stored.size == size[::-1]


def test_that_jpeg_is_close_and_keeps_full_color(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo
) -> None:
    path, pixels = tmp_path / "out.jpg", cv2.GaussianBlur(photo(160, 160), (0, 0), 2)
    _write(raw_of(pixels), path, plain_info)
    with Image.open(path) as stored:
        assert [layer[1:3] for layer in stored.layer] == [(1, 1)] * 3  # 4:4:4
        assert np.abs(np.asarray(stored).astype(int) - pixels).mean() < 3
    rough = tmp_path / "rough.jpg"
    _write(raw_of(pixels), rough, plain_info, quality=20)
    assert rough.stat().st_size < path.stat().st_size / 2


def test_that_webp_is_close_and_keeps_alpha(tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo) -> None:
    path, pixels = tmp_path / "out.webp", cv2.GaussianBlur(photo(160, 160, 4), (0, 0), 2)
    pixels[..., 3] = np.maximum(pixels[..., 3], 1)  # the colour under full transparency is not kept
    _write(raw_of(pixels), path, plain_info)
    with Image.open(path) as stored:
        np.testing.assert_array_equal(np.asarray(stored)[..., 3], pixels[..., 3])
        assert np.abs(np.asarray(stored).astype(int) - pixels)[..., :3].mean() < 3


def test_that_16_bits_are_rounded_where_the_format_has_8(tmp_path: Path, raw_of: RawOf, plain_info: ImageInfo) -> None:
    ramp = np.arange(2**16, dtype=np.uint16).reshape(256, 256)
    raw, path = raw_of(ramp), tmp_path / "out.png"
    assert _write(raw, path, plain_info, bits=8) == ()  # asked for
    np.testing.assert_array_equal(_pixels(path), np.round(ramp / 257).astype(np.uint8))
    (notice,) = _write(raw, tmp_path / "out.jpg", plain_info)
    assert "8 bits" in notice
    deep = tmp_path / "deep.png"
    flat = np.arange(256, dtype=np.uint8).reshape(16, 16)
    _write(raw_of(flat), deep, plain_info, bits=16)
    np.testing.assert_array_equal(_pixels(deep), flat.astype(np.uint16) * 257)


def test_that_jpeg_puts_alpha_on_white_and_says_so(tmp_path: Path, raw_of: RawOf, plain_info: ImageInfo) -> None:
    pixels = np.zeros((32, 48, 4), np.uint8)
    pixels[:, 16:, 0] = 200
    pixels[:, 32:, 3] = 255  # clear black, clear red, full red
    path = tmp_path / "out.jpg"
    (notice,) = _write(raw_of(pixels), path, plain_info, quality=100)
    assert "white" in notice
    found = _pixels(path)[16, [8, 24, 40]]
    np.testing.assert_allclose(found.astype(int), [[255] * 3, [255] * 3, [200, 0, 0]], atol=3)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("share", [0.75, 0.5, 0.3])
def test_that_the_size_is_made_with_lanczos(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo, share: float, bits: int
) -> None:
    smooth = cv2.GaussianBlur(photo(200, 120, bits=bits), (0, 0), 3)
    width, height = round(120 * share), round(200 * share)
    path = tmp_path / "out.png"
    _write(raw_of(smooth), path, plain_info, width=width, height=height)
    found, top = _pixels(path), 2**bits - 1
    assert found.shape == (height, width, 3)
    for band in range(3):
        plane = Image.fromarray(smooth[..., band].astype(np.float32))
        expected = np.asarray(plane.resize((width, height), Image.Resampling.LANCZOS))
        assert np.abs(found[..., band] - expected).max() < 0.012 * top


def test_that_what_is_invisible_does_not_bleed_in(tmp_path: Path, raw_of: RawOf, plain_info: ImageInfo) -> None:
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[..., :3] = (0, 255, 0)  # clear green around
    pixels[13:51, 13:51] = (255, 0, 0, 255)
    path = tmp_path / "out.png"
    _write(raw_of(pixels), path, plain_info, width=32, height=32)
    found = _pixels(path)
    assert found[found[..., 3] > 8][:, 1].max() <= 2
    assert found[16, 16].tolist() == [255, 0, 0, 255]
    veil = np.full((64, 64, 4), (200, 100, 50, 77), np.uint8)
    _write(raw_of(veil), path, plain_info, width=32, height=32)
    assert np.abs(_pixels(path).astype(int) - veil[0, 0]).max() <= 1


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tiff"])
def test_that_metadata_goes_along(
    tmp_path: Path, photo: Photo, raw_of: RawOf, rich_exif: Image.Exif, suffix: str
) -> None:
    source, path = tmp_path / "source.jpg", tmp_path / f"out{suffix}"
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.fromarray(photo()).save(source, exif=rich_exif, icc_profile=icc, dpi=(300, 300), xmp=XMP)
    info = probe(source, max_megapixels=1)
    assert _write(raw_of(photo(60, 80)), path, info) == ()
    with Image.open(path) as stored:
        assert stored.info["icc_profile"] == icc
        exif = stored.getexif()
        assert (exif[0x010F], exif[0x0110], exif[0x0132]) == ("Maker", "Model 5", "2020:01:02 03:04:05")
        assert exif.get(0x0112, 1) == 1
        camera, place = exif.get_ifd(0x8769), exif.get_ifd(0x8825)
        assert camera[0x9003] == "2019:12:31 23:59:59"
        assert camera[0x927C] == b"MAKERNOTE\0\1\2\3\4\5"
        assert float(camera[0x829A]) == pytest.approx(0.004)
        assert (camera[0xA002], camera[0xA003]) == (80, 60)
        assert place[1] == "N"
        assert [float(part) for part in place[2]] == [48.0, 8.0, 14.5]
        if suffix != ".webp":
            assert stored.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    again = probe(path, max_megapixels=1)
    assert (again.orientation, again.width, again.height) == (1, 80, 60)
    assert again.xmp is not None
    assert b'tiff:Orientation="1"' in again.xmp


def test_that_the_thumbnail_is_dropped(tmp_path: Path, photo: Photo, raw_of: RawOf) -> None:
    import pyvips

    source, path = tmp_path / "source.jpg", tmp_path / "out.jpg"
    image = pyvips.Image.new_from_array(photo(200, 300)).copy()
    thumbnail = image.resize(0.2).jpegsave_buffer(keep="none")
    image.set_type(pyvips.GValue.blob_type, "jpeg-thumbnail-data", thumbnail)
    image.set_type(pyvips.GValue.gstr_type, "exif-ifd0-Make", "Maker (Maker, ASCII, 6 components, 6 bytes)")
    image.jpegsave(str(source))
    info = probe(source, max_megapixels=1)
    assert info.exif is not None
    assert thumbnail in info.exif
    _write(raw_of(photo(200, 300)), path, info)
    again = probe(path, max_megapixels=1)
    assert again.exif is not None
    assert thumbnail not in again.exif
    assert b"Maker" in again.exif


def test_that_iptc_goes_where_there_is_a_place(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo
) -> None:
    record = b"\x1c\x02\x50\x00\x05Alice"
    info = replace(plain_info, iptc=record)
    for suffix in (".jpg", ".tiff"):
        path = tmp_path / f"out{suffix}"
        assert _write(raw_of(photo()), path, info) == ()
        assert probe(path, max_megapixels=1).iptc == record
        with Image.open(path) as stored:
            assert IptcImagePlugin.getiptcinfo(stored) == {(2, 80): b"Alice"}
    assert _write(raw_of(photo()), tmp_path / "out.png", info) == ()
    assert probe(tmp_path / "out.png", max_megapixels=1).iptc == record
    (notice,) = _write(raw_of(photo()), tmp_path / "out.webp", info)
    assert "IPTC" in notice


def test_that_metadata_that_does_not_fit_is_left_out_with_a_notice(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo
) -> None:
    gray_profile = b"\0" * 16 + b"GRAY" + b"\0" * 108
    (notice,) = _write(raw_of(photo()), tmp_path / "a.png", replace(plain_info, icc=gray_profile))
    assert "profile" in notice
    for suffix in (".png", ".jpg", ".webp", ".tiff"):
        _write(raw_of(photo()), tmp_path / f"a{suffix}", replace(plain_info, exif=b"II*\0nonsense" * 9))
    (notice,) = _write(raw_of(photo()), tmp_path / "b.tiff", replace(plain_info, exif=b"nonsense"))
    assert "EXIF" in notice
    large = b"II*\0\x08\0\0\0\x01\0\x0f\x01\x02\0" + (90_000).to_bytes(4, "little") + b"\x1a\0\0\0" + b"\0" * 4
    _write(raw_of(photo()), tmp_path / "large.jpg", replace(plain_info, exif=large + b"M" * 89_999 + b"\0"))
    assert probe(tmp_path / "large.jpg", max_megapixels=1).width == 53


def test_that_an_existing_file_is_replaced_whole(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo
) -> None:
    path = tmp_path / "out.png"
    path.write_bytes(b"old" * 100_000)
    plain_info.path.touch()  # which says who may read the result
    _write(raw_of(photo()), path, plain_info)
    np.testing.assert_array_equal(_pixels(path), photo())
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.png", "scratch", "source.png"]
    umask = os.umask(0o022)
    os.umask(umask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~umask


def test_that_long_and_odd_names_are_written(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo
) -> None:
    for name in ("x" * 251 + ".png", "a[1],b=ü 写真.png"):
        _write(raw_of(photo()), tmp_path / name, plain_info)
        assert probe(tmp_path / name, max_megapixels=1).width == 53


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tiff"])
def test_that_cancelling_leaves_nothing(
    tmp_path: Path, plain_info: ImageInfo, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    """The token is set while rows are read, so that it is libvips that has to stop."""
    rows, out, cancel = tmp_path / "rows.raw", tmp_path / "out", CancelToken()
    with rows.open("wb") as file:
        file.truncate(8000 * 9000 * 3)  # 216 MB of zeros, which take no room: some 216 strips
    raw = RawPicture(path=rows, width=8000, height=9000, bands=3, bits=8)
    out.mkdir()
    path = out / f"out{suffix}"
    path.write_bytes(b"old")
    reads = []
    real = raw_source.TiffOfRows.read

    def read(self: raw_source.TiffOfRows, size: int) -> bytes:
        reads.append(size)
        if len(reads) > 20:
            cancel.cancel()
        return real(self, size)

    monkeypatch.setattr(raw_source.TiffOfRows, "read", read)
    with pytest.raises(Cancelled):
        write_picture(raw, path, plain_info, width=8000, height=9000, bits=8, quality=95, cancel=cancel)
    assert 20 < len(reads) < 120
    assert [p.name for p in out.iterdir()] == [path.name]
    assert path.read_bytes() == b"old"


def test_that_a_cancelled_job_does_not_begin(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo
) -> None:
    cancel = CancelToken()
    cancel.cancel()
    raw, path = raw_of(photo()), tmp_path / "out.png"
    with pytest.raises(Cancelled):
        write_picture(raw, path, plain_info, width=53, height=37, bits=8, quality=95, cancel=cancel)
    assert not path.exists()


FULL_DISK = """
import resource, sys
from pathlib import Path
import numpy as np
from rsd_app.core.errors import ImageWriteError
from rsd_app.core.image_io.read import probe
from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.progress import CancelToken
raw, source, out = map(Path, sys.argv[1:])
info = probe(source, max_megapixels=1)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    rows = RawPicture(path=raw, width=700, height=900, bands=3, bits=8)
    write_picture(rows, out, info, width=700, height=900, bits=8, quality=95, cancel=CancelToken())
except ImageWriteError as error:
    print(error)
else:
    print("no error")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tiff"])
def test_that_a_full_disk_leaves_nothing(
    tmp_path: Path, photo: Photo, raw_of: RawOf, rich_exif: Image.Exif, suffix: str
) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (900, 700, 3), dtype=np.uint8)
    raw, source, out = raw_of(noise), tmp_path / "source.jpg", tmp_path / "out"
    Image.fromarray(photo()).save(source, exif=rich_exif)
    out.mkdir()
    command = [sys.executable, "-c", FULL_DISK, str(raw.path), str(source), str(out / f"out{suffix}")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "the disk is full" in done.stdout
    assert "free some space" in done.stdout
    assert done.stderr == ""
    assert list(out.iterdir()) == []


def test_that_a_forbidden_folder_is_named(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    raw = raw_of(photo())
    monkeypatch.setattr(os, "open", refuse)  # root writes everywhere, so modes would not stop it
    with pytest.raises(ImageWriteError, match="may not be written to"):
        _write(raw, tmp_path / "out.png", plain_info)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says it in other words")
def test_that_a_result_that_another_writes_is_refused(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo
) -> None:
    path = tmp_path / "out.png"
    with replacing(path) as temporary:
        temporary.write_bytes(b"theirs")
        with pytest.raises(ImageWriteError, match="is being written by another process; wait"):
            _write(raw_of(photo()), path, plain_info)
    assert path.read_bytes() == b"theirs"


def test_that_a_scratch_file_that_is_too_short_is_refused(
    tmp_path: Path, photo: Photo, raw_of: RawOf, plain_info: ImageInfo
) -> None:
    raw = raw_of(photo())
    with raw.path.open("r+b") as file:
        file.truncate(raw.path.stat().st_size - 1)
    with pytest.raises(ImageWriteError, match="not complete"):
        _write(raw, tmp_path / "out.png", plain_info)
    assert [p.name for p in tmp_path.iterdir()] == ["scratch"]


MEMORY = """
import sys
from pathlib import Path
from rsd_app.core.image_io.read import probe
from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.progress import CancelToken
def peak_kb():
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
raw, source, out = map(Path, sys.argv[1:])
info, before = probe(source, max_megapixels=1), peak_kb()
rows = RawPicture(path=raw, width=8000, height=9000, bands=3, bits=8)
write_picture(rows, out, info, width=8000, height=9000, bits=8, quality=95, cancel=CancelToken())
print(peak_kb() - before)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_that_memory_does_not_grow_with_the_picture(tmp_path: Path, photo: Photo) -> None:
    raw, source = tmp_path / "rows.raw", tmp_path / "source.png"
    with raw.open("wb") as file:
        file.truncate(8000 * 9000 * 3)  # 216 MB of zeros, which take no room
    Image.fromarray(photo()).save(source)
    command = [sys.executable, "-c", MEMORY, str(raw), str(source), str(tmp_path / "out.jpg")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 80_000
