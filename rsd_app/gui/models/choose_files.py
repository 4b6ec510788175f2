"""The dialog for model files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from rsd_app.gui.file_names import path_from_dialog
from rsd_app.gui.models.shelf import MODEL_SUFFIXES


def choose_files(parent: QWidget) -> list[Path]:
    """Ask for files of models; empty if the user has changed their mind."""
    translate = QCoreApplication.translate
    kinds = translate("models", "Models") + f" ({' '.join(f'*{suffix}' for suffix in sorted(MODEL_SUFFIXES))})"
    every = translate("models", "All files") + " (*)"
    paths, _ = QFileDialog.getOpenFileNames(parent, translate("models", "Import models"), "", f"{kinds};;{every}")
    return [path_from_dialog(path) for path in paths]
