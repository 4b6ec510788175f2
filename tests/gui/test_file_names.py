"""Names that are no text come through drops, dialogs and the clipboard."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData

from rsd_app.gui.desktop.dropped import incoming
from rsd_app.gui.file_names import path_from_dialog, url_of

NAMES = ["plain.png", "é 写真.png", "100%.png", "a#b?.png"]
if sys.platform == "linux":
    NAMES += [os.fsdecode(name) for name in (b"caf\xe9 x.png", b"\xff\xfe%41.png", b"\xc3\xa9\xe9.png")]


@pytest.mark.parametrize("name", NAMES)
def test_that_a_name_comes_through(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.touch()
    data, again = QMimeData(), QMimeData()
    data.setUrls([url_of(path)])
    assert incoming(data).paths == (path,)
    again.setData("text/uri-list", data.data("text/uri-list"))  # as another program gives it
    assert incoming(again).paths == (path,)
    assert path_from_dialog(os.fsencode(str(path)).decode("utf-8", "replace")) == path
