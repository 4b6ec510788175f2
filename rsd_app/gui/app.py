"""Start of the window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from rsd_app.gui.main_window import MainWindow


def run_gui(photo: Path | None, result: Path | None) -> int:
    """Open the window, with a photo and its result where they are given; returns when it is closed."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("RSD Studio")
    window = MainWindow()
    if photo is not None:
        window.open_photo(photo, result)
    window.show()
    return int(app.exec())
