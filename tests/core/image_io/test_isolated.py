"""Decoders in a process of their own: the same pixels, and an error in words for whatever happens to them."""

from __future__ import annotations

import os
import signal
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.formats import isolated
from rsd_app.core.image_io.formats.decoded import blank
from rsd_app.core.image_io.formats.isolated import bytes_apart, decode_apart
from rsd_app.core.image_io.read import ImageSource, Pixels, open_image, probe

Photo = Callable[..., np.ndarray]
AllRows = Callable[[ImageSource], Pixels]
HEADER = blank(40, 30, 3, "uint8")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory hold on Linux alone")


# What children are asked for: functions of this module, by their names.


def sample(path: Path, word: str = "") -> np.ndarray[Any, np.dtype[Any]]:
    print("a library that prints")
    seed = len(path.read_bytes()) + len(word)
    return np.random.default_rng(seed).integers(0, 256, (30, 40, 3), dtype=np.uint8)


def greedy(path: Path) -> np.ndarray[Any, np.dtype[Any]]:
    return np.ones(2**32, np.uint8)


def crashing(path: Path) -> np.ndarray[Any, np.dtype[Any]]:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def failing(path: Path) -> np.ndarray[Any, np.dtype[Any]]:
    raise RuntimeError("the third\nmarker")


def refusing(path: Path) -> np.ndarray[Any, np.dtype[Any]]:
    raise ImageReadError(path, "is odd", "mend it")


def of_another_size(path: Path) -> np.ndarray[Any, np.dtype[Any]]:
    return np.zeros((31, 40, 3), np.uint8)


def endless(path: Path) -> np.ndarray[Any, np.dtype[Any]]:
    while True:
        pass


def some_bytes(path: Path) -> bytes | None:
    return path.read_bytes() or None


@pytest.fixture
def found_by_children(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests are no package of the installed program: children find this module beside themselves."""
    folder = str(Path(__file__).parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([folder, os.environ.get("PYTHONPATH", "")]))
    for function in (sample, greedy, crashing, failing, refusing, of_another_size, endless, some_bytes):
        monkeypatch.setattr(function, "__module__", "test_isolated")


@pytest.mark.slow
@pytest.mark.usefixtures("found_by_children")
def test_that_a_child_answers_as_the_function_would(tmp_path: Path) -> None:
    path = tmp_path / "a b.bin"
    path.write_bytes(b"12345")
    np.testing.assert_array_equal(decode_apart(sample, path, like=HEADER), sample(path))
    np.testing.assert_array_equal(decode_apart(sample, path, "wide", like=HEADER), sample(path, "wide"))
    assert bytes_apart(some_bytes, path, width=4, height=3) == b"12345"
    path.write_bytes(b"")
    assert bytes_apart(some_bytes, path, width=4, height=3) is None


@pytest.mark.usefixtures("found_by_children")
@pytest.mark.parametrize(
    ("function", "words"),
    [
        (crashing, "its decoder crashed"),
        (failing, "the third marker"),
        (of_another_size, "not as many as its header says"),
        pytest.param(greedy, "needs more than", marks=on_linux),
    ],
)
def test_that_what_goes_wrong_is_an_error(tmp_path: Path, function: Callable[..., Any], words: str) -> None:
    path = tmp_path / "a.bin"
    path.touch()
    with pytest.raises(ValueError, match=words):
        decode_apart(function, path, like=HEADER)


@pytest.mark.slow
@on_linux
@pytest.mark.usefixtures("found_by_children")
def test_that_a_child_that_never_ends_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "BASE_SECONDS", 1)
    monkeypatch.setattr(isolated, "SECONDS_PER_MEGAPIXEL", 0)
    with pytest.raises(ValueError, match="its decoder crashed"):
        decode_apart(endless, tmp_path / "a.bin", like=HEADER)


@pytest.mark.usefixtures("found_by_children")
def test_that_what_a_decoder_refuses_is_told_as_it_says(tmp_path: Path) -> None:
    with pytest.raises(ImageReadError, match="is odd; mend it"):
        decode_apart(refusing, tmp_path / "a.bin", like=HEADER)


def test_that_an_avif_whose_header_lies_is_refused(tmp_path: Path, photo: Photo) -> None:
    path = tmp_path / "a.avif"
    data = imagecodecs.avif_encode(photo(64, 96), level=90)
    size = struct.pack(">II", 96, 64)
    at = data.index(b"ispe") + 8
    assert data[at : at + 8] == size
    path.write_bytes(data[:at] + struct.pack(">II", 2**20, 72) + data[at + 8 :])
    with pytest.raises(ImageReadError, match="damaged or cut off"), open_image(path, max_megapixels=100) as source:
        source.read_rows(0, 1)


def test_that_of_an_animation_the_first_frame_is_read(tmp_path: Path, photo: Photo, all_rows: AllRows) -> None:
    path = tmp_path / "a.jxl"
    frames = np.stack([photo(), 255 - photo(), photo() // 2])
    path.write_bytes(imagecodecs.jpegxl_encode(frames, lossless=True, planar=False, photometric="rgb"))
    with open_image(path, max_megapixels=1) as source:
        np.testing.assert_array_equal(all_rows(source).color, frames[0])
    assert source.info.notices == ("It is an animation; the first frame is used.",)


def test_that_probing_reads_no_more_than_it_needs(tmp_path: Path, photo: Photo) -> None:
    """Holes of a gigabyte behind what says how large the picture is."""
    boxed = imagecodecs.jpegxl_encode(photo(), lossless=True, usecontainer=True)
    for name, data in (("a.jxl", boxed), ("a.ppm", b"P6 53 37 255\n" + photo().tobytes())):
        path = tmp_path / name
        path.write_bytes(data)
        with path.open("r+b") as file:
            file.truncate(2**33)  # sparse: more than this machine's memory or test's patience if it were read
        info = probe(path, max_megapixels=1)
        assert (info.width, info.height) == (53, 37)
