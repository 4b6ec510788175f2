"""Files that appear whole or not at all: written beside their place, then renamed.

For files of the program's own, which nobody else writes under the same name at the same time without the last one
being right. Results of a user are put in place by `image_io.replacing`, which locks their place as well.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME_BYTES = 255  # that most file systems take


@contextmanager
def written_beside(path: Path, *, sync: bool = False) -> Iterator[Path]:
    """The name of a hidden file in the same folder, to be written; it becomes `path` if all goes well, else it goes.

    The folder must exist. Each call has a name of its own, `.NAME.TOKEN.part`.

    Args:
        sync: wait until it is on the disk, so that not even a power cut leaves half of it.

    Raises:
        OSError: no permission, no folder, disk full.
    """
    token = secrets.token_hex(4)
    name = f".{path.name}.{token}.part"
    part = path.with_name(name if len(os.fsencode(name)) <= NAME_BYTES else f".{token}.part")
    try:
        yield part
        if sync:
            with part.open("rb+") as file:
                os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_bytes(path: Path, content: bytes) -> None:
    """Replace the file; see `written_beside`."""
    with written_beside(path) as part:
        part.write_bytes(content)


def write_text(path: Path, text: str) -> None:
    """Replace the file by text in UTF-8, its line ends as they are; see `written_beside`."""
    with written_beside(path) as part:
        part.write_text(text, encoding="utf-8", newline="")
