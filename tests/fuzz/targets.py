"""What is done with a damaged file: as the program would, to the end. An RsdError is a right answer."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError

from tests.fuzz.corpus import Kind
from tests.fuzz.mutate import truncated

MAX_MEGAPIXELS = 4.0
STRIP = 64


def picture(path: Path) -> None:
    """Read it all."""
    from rsd_app.core.image_io.read import open_image, probe

    probe(path, max_megapixels=MAX_MEGAPIXELS)
    with open_image(path, max_megapixels=MAX_MEGAPIXELS) as image:
        info = image.info
        for y in range(0, info.height, STRIP):
            rows = image.read_rows(y, min(info.height, y + STRIP))
            assert rows.color.shape == (min(STRIP, info.height - y), info.width, info.channels)


def model(path: Path) -> None:
    """Look at it and read its tensors."""
    from rsd_app.core.files.model_file import read_model

    read_model(path)


def weights(path: Path) -> None:
    """As an import looks at it."""
    from rsd_app.engine.library.importing import inspect_file

    inspect_file(path)


def session(path: Path) -> None:
    """All of it comes back, or what is whole of it."""
    from rsd_app.gui.state import session as module

    _state_file(module, "session_file", path, lambda: module.Session.load().as_json())


def preferences(path: Path) -> None:
    """Likewise."""
    from rsd_app.gui.state import preferences as module

    _state_file(module, "settings_file", path, lambda: module.Preferences.load().as_json())


def _state_file(module: Any, name: str, path: Path, load: Callable[[], object]) -> None:
    setattr(module, name, lambda: path)
    load()
    for kept in path.parent.glob(f"{path.name}.bad*"):
        assert kept.read_bytes() == path.read_bytes()
        kept.unlink()


def plan(path: Path) -> None:
    """Of a training, with the command that follows."""
    from rsd_app.gui.state.json_file import read_json
    from rsd_app.gui.training.process.plan import Plan

    made = Plan.from_json(read_json(path, 1, {0: dict}))
    made.start_arguments(path, path)
    made.by_hand_lines()
    for kept in path.parent.glob(f"{path.name}.bad*"):
        kept.unlink()


def journal(path: Path) -> None:
    """Gone on with, in a folder that is the one it speaks of."""
    from rsd_app.engine.batch.journal import PREFIX, SUFFIX, Journal

    placed = path.with_name(f"{PREFIX}x{SUFFIX}")
    inode = str(path.parent.stat().st_ino).encode()
    placed.write_bytes(path.read_bytes().replace(b'"folder": 5', b'"folder": ' + inode))
    work = [(Path("/in/a.png"), Path("/out/a_x4.png"))]
    try:
        found = Journal.resume(path.parent, {"scale": 4.0, "shard": None}, work)
        if found is not None:
            found.note("a.png", "done")
            found.close(through=True)
    finally:
        placed.unlink(missing_ok=True)


def sidecar(path: Path) -> None:
    """The recipe beside a result, and the configuration that it asks for."""
    from rsd_app.engine.record.recipe import read_record, sidecar_of

    result = path.with_name("result.png")
    path.rename(sidecar_of(result))
    try:
        read_record(result).config()
    finally:
        sidecar_of(result).rename(path)


def regions(path: Path) -> None:
    """Of a file that the user names."""
    from rsd_app.engine.settings.regions import read_regions

    read_regions(path)


def template(path: Path) -> None:
    """Checked, then used."""
    from rsd_app.engine.batch.naming import EXAMPLE, example_name, named

    text = os.fsdecode(path.read_bytes())
    example_name(text)
    name = named(text, EXAMPLE, ".png")
    assert len(os.fsencode(name)) <= 255
    assert "/" not in name
    assert "\0" not in name


def xmp(path: Path) -> None:
    """Corrected, cleaned, and read."""
    from rsd_app.core.image_io.metadata.carried import carried
    from rsd_app.core.image_io.metadata.xmp import record_in
    from rsd_app.core.image_io.read import probe

    photo = path.with_name("photo.png")
    Image.new("RGB", (4, 4)).save(photo)
    info = replace(probe(photo, max_megapixels=1), xmp=path.read_bytes())
    photo.unlink()
    found, _ = carried(info, width=10, height=10, keep="no-place", record={"Seed": "1"})
    assert (record_in(found.xmp) or {}).get("Seed") == "1"


def run(kind: Kind, number: int, folder: Path) -> str:
    """One case: what became of it, in a line. A right answer is "whole" or an RsdError.

    Raises:
        Exception: a fault of the program.
    """
    from rsd_app.core.errors import RsdError

    data, mutation = kind.mutated(number)
    path = folder / f"case{kind.suffix}"
    path.write_bytes(data)
    try:
        globals()[kind.target](path)
        answer = "whole"
    except RsdError as error:
        if not error.problem:
            raise AssertionError("an error that says nothing") from error
        answer = f"{type(error).__name__}: {error}"
    left = sorted(each.name for each in folder.iterdir() if each != path)
    assert not left, f"left behind: {', '.join(left)}"
    if kind.target == "picture" and mutation is truncated and answer == "whole":
        _as_whole_as_pillow_says(data)
    return answer


def _as_whole_as_pillow_says(data: bytes) -> None:
    """A picture that is cut within its pixels is not taken for whole.

    Raises:
        AssertionError: it was.
    """
    try:
        with Image.open(io.BytesIO(data)) as image:
            image.load()
    except (UnidentifiedImageError, NotImplementedError):
        pass  # a kind that it does not read
    except (OSError, SyntaxError, EOFError) as error:
        if "truncated" in str(error).lower():
            raise AssertionError(f"cut off, and taken for whole; Pillow says: {error}") from error
    except Exception:
        pass
