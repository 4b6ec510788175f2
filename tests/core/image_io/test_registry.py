"""The table of formats: complete, and loaded without what decodes and encodes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from rsd_app.core.image_io.color.choices import GAMUTS
from rsd_app.core.image_io.formats.registry import KINDS, SAME_AS, WRITABLE, Kind, kind_of
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.write import RawPicture, write_picture
from rsd_app.core.progress import CancelToken


def test_that_the_table_brings_neither_libvips_nor_numpy() -> None:
    code = "import sys, rsd_app.core.image_io.formats.registry as _; print({'pyvips', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_that_every_kind_is_read_by_libvips_or_by_a_decoder(kind: Kind) -> None:
    assert bool(kind.loader) != (kind.decoder is not None)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in kind.suffixes)


@pytest.mark.parametrize("name", WRITABLE)
def test_that_what_is_written_is_recognised_as_its_kind(name: str, tmp_path: Path) -> None:
    kind = WRITABLE[name]
    raw, path = tmp_path / "rows.raw", tmp_path / f"result{kind.extensions[0]}"
    np.full((8, 8, 3), 90, np.uint8).tofile(raw)
    info = ImageInfo(
        path=raw, width=8, height=8, channels=3, has_alpha=False, bits=8, format="png", icc=None, exif=None, xmp=None,
        iptc=None, orientation=1, dpi=None, notices=(),
    )  # fmt: skip
    write_picture(
        RawPicture(path=raw, width=8, height=8, bands=3, bits=8),
        path,
        info,
        width=8,
        height=8,
        bits=8,
        quality=90,
        cancel=CancelToken(),
    )
    found = kind_of(path.read_bytes()[:32], path.suffix, GAMUTS[0])
    assert found is not None
    assert found.written is not None
    assert (found.written.name, SAME_AS[found.name]) == (name, name)


def test_that_what_is_not_written_becomes_a_format_that_is() -> None:
    assert set(SAME_AS.values()) <= set(WRITABLE)
