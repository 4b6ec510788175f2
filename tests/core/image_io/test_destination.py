"""Names of results, and what is refused before the work."""

from __future__ import annotations

import os
from collections import namedtuple
from pathlib import Path

import pytest

from rsd_app.core.errors import ImageWriteError, OutputExistsError
from rsd_app.core.image_io import destination
from rsd_app.core.image_io.write import check_destination, destination_for


@pytest.mark.parametrize(
    ("scale", "format", "source_format", "name"),
    [
        (4.0, "same", "jpeg", "photo.v2_x4.jpg"),
        (4.0, "same", "tiff", "photo.v2_x4.tiff"),
        (1.5, "same", "webp", "photo.v2_x1.5.webp"),
        (2, "same", "bmp", "photo.v2_x2.png"),
        (4.0, "png", "jpeg", "photo.v2_x4.png"),
    ],
)
def test_that_results_are_named_after_their_source(
    tmp_path: Path, scale: float, format: str, source_format: str, name: str
) -> None:
    source = tmp_path / "photo.v2.jpeg"
    folder = tmp_path / "out"
    folder.mkdir()
    options = {"scale": scale, "format": format, "source_format": source_format}
    assert destination_for(source, None, **options) == tmp_path / name
    assert destination_for(source, folder, **options) == folder / name
    assert destination_for(source, f"{tmp_path / 'new'}{os.sep}", **options) == tmp_path / "new" / name


def test_that_a_file_is_taken_as_named(tmp_path: Path) -> None:
    asked = tmp_path / "Result.JPG"
    found = destination_for(tmp_path / "a.png", asked, scale=4, format="same", source_format="png")
    assert found == asked
    assert destination_for(tmp_path / "a.png", asked, scale=4, format="jpg", source_format="png") == asked
    with pytest.raises(ImageWriteError, match="does not end like the format png"):
        destination_for(tmp_path / "a.png", asked, scale=4, format="png", source_format="png")


@pytest.mark.parametrize("name", ["a.gif", "a", "a.txt"])
def test_that_unknown_extensions_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ImageWriteError) as caught:
        destination_for(tmp_path / "a.png", tmp_path / name, scale=4, format="same", source_format="png")
    for known in (".png", ".jpg", ".webp", ".tiff"):
        assert known in caught.value.remedy


def test_that_an_existing_output_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "out.png"
    path.write_bytes(b"mine")
    with pytest.raises(OutputExistsError, match="--overwrite"):
        check_destination(path, width=10, height=10, overwrite=False)
    check_destination(path, width=10, height=10, overwrite=True)
    assert path.read_bytes() == b"mine"
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(ImageWriteError, match="is a folder"):
        check_destination(tmp_path / "folder.png", width=10, height=10, overwrite=True)


def test_that_missing_and_forbidden_folders_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImageWriteError, match=r"no folder .*none"):
        check_destination(tmp_path / "none" / "out.png", width=10, height=10, overwrite=False)
    monkeypatch.setattr(destination.os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(ImageWriteError, match="may not be written to"):
        check_destination(tmp_path / "out.png", width=10, height=10, overwrite=False)


def test_that_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImageWriteError, match="cannot be written"):
        check_destination(tmp_path / ("x" * 300 + ".png"), width=10, height=10, overwrite=False)


@pytest.mark.parametrize(
    ("name", "width", "height", "others"),
    [
        ("a.jpg", 65_501, 10, "png or tiff or jxl"),
        ("a.webp", 16_384, 10, "png or jpg or tiff or avif or jxl"),
        ("a.webp", 10_001, 10_000, "png or jpg or tiff"),
        ("a.webp", 10, 70_000, "png or tiff"),
    ],
)
def test_that_limits_of_formats_are_found_before(
    tmp_path: Path, name: str, width: int, height: int, others: str
) -> None:
    with pytest.raises(ImageWriteError) as caught:
        check_destination(tmp_path / name, width=width, height=height, overwrite=False)
    assert f"--format {others}," in caught.value.remedy


def test_that_the_limits_themselves_are_allowed(tmp_path: Path) -> None:
    check_destination(tmp_path / "a.jpg", width=65_500, height=10, overwrite=False)
    check_destination(tmp_path / "a.webp", width=16_383, height=10, overwrite=False)
    check_destination(tmp_path / "a.webp", width=10_000, height=10_000, overwrite=False)


def test_that_too_little_disk_space_is_found_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(destination.shutil, "disk_usage", lambda _: usage(10**9, 9 * 10**8, 10**8))
    check_destination(tmp_path / "a.png", width=5_000, height=5_000, overwrite=False)
    with pytest.raises(ImageWriteError, match=r"108 MB .* 100 MB free; free some space"):
        check_destination(tmp_path / "a.png", width=6_000, height=6_000, overwrite=False)
    with pytest.raises(ImageWriteError, match="free some space"):
        check_destination(tmp_path / "a.png", width=5_000, height=5_000, overwrite=False, scratch_bytes=10**8)
