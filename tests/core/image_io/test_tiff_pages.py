"""TIFF files of several pictures and of more channels than a photo has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile

from rsd_app.core.image_io.read import ImageSource, Pixels, open_image, probe

Photo = Callable[..., np.ndarray]
AllRows = Callable[[ImageSource], Pixels]
INFRARED = "not call that transparency"


def read(path: Path, all_rows: AllRows) -> tuple[ImageSource, Pixels]:
    with open_image(path, max_megapixels=1) as source:
        return source, all_rows(source)


@pytest.mark.parametrize("compression", [None, "zstd"])
@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize(
    ("kinds", "alpha"), [((0,), None), ((2,), 0), ((0, 2), 1), ((2, 0), 0), ((0, 0), None), ((0, 0, 2), 2)]
)
@pytest.mark.parametrize("colors", [1, 3])
def test_that_only_what_is_called_alpha_is_transparency(
    tmp_path: Path,
    photo: Photo,
    all_rows: AllRows,
    colors: int,
    kinds: tuple[int, ...],
    alpha: int | None,
    bits: int,
    compression: str | None,
) -> None:
    path, pixels = tmp_path / "scan.tif", photo(bands=colors + len(kinds), bits=bits)
    tifffile.imwrite(
        path,
        pixels,
        photometric="rgb" if colors == 3 else "minisblack",
        planarconfig="contig",
        extrasamples=kinds,
        compression=compression,
    )
    source, rows = read(path, all_rows)
    assert (source.info.channels, source.info.has_alpha) == (colors, alpha is not None)
    np.testing.assert_array_equal(rows.color, pixels[..., :colors])
    if alpha is not None:
        np.testing.assert_array_equal(rows.alpha, pixels[..., colors + alpha])
    left_out = [notice for notice in source.info.notices if INFRARED in notice]
    assert len(left_out) == (len(kinds) > (alpha is not None))


@pytest.mark.parametrize("compression", [None, "zstd"])
@pytest.mark.parametrize("kinds", [(1,), (0, 1)])
def test_that_premultiplied_colours_are_divided(
    tmp_path: Path, photo: Photo, all_rows: AllRows, kinds: tuple[int, ...], compression: str | None
) -> None:
    pixels = photo(bits=16)
    alpha = np.full(pixels.shape[:2], 40_000, np.uint16)
    weighed = np.rint(pixels * (40_000 / 65_535)).astype(np.uint16)
    infrared = [pixels[..., 0] for _ in kinds[1:]]
    path = tmp_path / "layer.tif"
    stacked = np.dstack([weighed, *infrared, alpha])
    tifffile.imwrite(path, stacked, photometric="rgb", extrasamples=kinds, compression=compression)
    _, rows = read(path, all_rows)
    assert np.abs(rows.color.astype(int) - pixels).max() <= 2
    np.testing.assert_array_equal(rows.alpha, alpha)


def pages(path: Path, *pictures: tuple[np.ndarray, dict[str, Any]], **options: Any) -> None:
    with tifffile.TiffWriter(path, **options) as writer:
        for pixels, settings in pictures:
            writer.write(pixels, photometric="rgb", metadata=None, **settings)


@pytest.mark.parametrize("byteorder", ["<", ">"])
@pytest.mark.parametrize("bigtiff", [False, True])
@pytest.mark.parametrize("compression", [None, "zstd"])
@pytest.mark.parametrize("copy", [{"subfiletype": 1}, {"extratags": [(255, 3, 1, 2, True)]}, {"subfiletype": 3}])
def test_that_a_thumbnail_is_not_taken_for_the_photo(
    tmp_path: Path,
    photo: Photo,
    all_rows: AllRows,
    copy: dict[str, Any],
    byteorder: Any,
    bigtiff: bool,
    compression: str | None,
) -> None:
    path, pixels, small = tmp_path / "scan.tif", photo(), photo(12, 18)
    profile = b"\0" * 128
    of_photo = {"compression": compression, "extratags": [(274, 3, 1, 3, True), (315, 2, 4, "Ann", True)]}
    of_copy = copy | {"iccprofile": profile}
    pages(path, (small, of_copy), (small, of_copy), (pixels, of_photo), byteorder=byteorder, bigtiff=bigtiff)
    source, rows = read(path, all_rows)
    np.testing.assert_array_equal(rows.color, pixels[::-1, ::-1])
    assert source.info.notices == ()
    assert source.info.exif is not None
    assert b"Ann" in source.info.exif
    assert source.info.icc == profile


def test_that_a_photo_below_its_thumbnail_is_found(tmp_path: Path, photo: Photo, all_rows: AllRows) -> None:
    path, pixels = tmp_path / "shot.tif", photo()
    of_copy = {"subfiletype": 1, "subifds": 1, "extratags": [(274, 3, 1, 3, True), (315, 2, 4, "Ann", True)]}
    pages(path, (photo(12, 18), of_copy), (pixels, {}))
    source, rows = read(path, all_rows)
    np.testing.assert_array_equal(rows.color, pixels[::-1, ::-1])
    assert source.info.exif is not None
    assert b"Ann" in source.info.exif


def test_that_other_pictures_are_told_of_and_copies_are_not(tmp_path: Path, photo: Photo) -> None:
    pixels, small, path = photo(), photo(12, 18), tmp_path / "a.tif"
    pages(path, (pixels, {}), (small, {"subfiletype": 1}))
    assert probe(path, max_megapixels=1).notices == ()
    pages(path, (small, {"subfiletype": 1}), (pixels, {}), (pixels, {}))
    (notice,) = probe(path, max_megapixels=1).notices
    assert "2 pages" in notice


def test_that_a_chain_that_bites_its_tail_ends(tmp_path: Path, photo: Photo, all_rows: AllRows) -> None:
    path, pixels = tmp_path / "a.tif", photo()
    pages(path, (pixels, {}), (pixels, {}))
    with tifffile.TiffFile(path) as file:
        first, second = file.pages[0].offset, file.pages[1].offset
    data = bytearray(path.read_bytes())
    at = second + 2 + 12 * int.from_bytes(data[second : second + 2], "little")
    data[at : at + 4] = first.to_bytes(4, "little")
    path.write_bytes(data)
    assert probe(path, max_megapixels=1).width == 53
