"""Names of files between Qt, whose text is Unicode, and the disk, where a name may be any bytes."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from PySide6.QtCore import QUrl

UNKNOWN = "\N{REPLACEMENT CHARACTER}"  # what Qt has in place of bytes that are no text
_SCHEME = "file://"


def path_of(url: QUrl) -> Path:
    """The file of a local URL, as a drop brings it."""
    text = url.toLocalFile()
    if UNKNOWN not in text:
        return Path(text)
    encoded = bytes(url.toEncoded().data()).removeprefix(_SCHEME.encode())
    return Path(os.fsdecode(unquote_to_bytes(encoded)))


def url_of(path: Path) -> QUrl:
    """The reverse."""
    if str(path).isascii():
        return QUrl.fromLocalFile(str(path))
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return QUrl.fromEncoded((_SCHEME + quote_from_bytes(os.fsencode(path.absolute()))).encode())
    return QUrl.fromLocalFile(str(path))


def path_from_dialog(text: str) -> Path:
    """The file that a dialog names; looked up in its folder where Qt could not tell its name."""
    path = Path(text)
    if UNKNOWN not in text or path.exists():
        return path
    found = Path(path.anchor)
    for part in path.parts[1:]:
        found = next((each for each in _listed(found) if _shown(each.name) == _shown(part)), found / part)
    return found


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _shown(name: str) -> str:
    """A name as Qt shows it, but for how many unknown characters stand in a row."""
    return re.sub(f"{UNKNOWN}+", UNKNOWN, os.fsencode(name).decode("utf-8", "replace"))
