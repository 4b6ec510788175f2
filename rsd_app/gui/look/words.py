"""Durations, sizes, counts and errors as people read them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from rsd_app.core.errors import RsdError


def in_words(seconds: float, *, tenths: bool = True) -> str:
    """A duration, 0.1 s at least: "0.4 s", "12 s", "4 min", "2 h 10 min"."""
    translate = QCoreApplication.translate
    if seconds < 9.95 and tenths:
        return translate("words", "{0} s").format(QLocale().toString(max(0.1, seconds), "f", 1))
    if seconds < 99.5:
        return translate("words", "{0} s").format(round(seconds))
    minutes = round(seconds / 60)
    if minutes < 60:
        return translate("words", "{0} min").format(minutes)
    return translate("words", "{0} h {1} min").format(minutes // 60, minutes % 60)


def megabytes(size: float) -> str:
    """A file's size from bytes: "0.8 MB", "24 MB", "1.4 GB"."""
    size /= 1e6
    if size >= 1000:
        return f"{QLocale().toString(size / 1000, 'f', 1)} GB"
    return f"{QLocale().toString(size, 'f', 0 if size >= 10 else 1)} MB"


def dimensions(width: int, height: int) -> str:
    """A picture's size in pixels: "6000 × 4000"."""
    return f"{width} × {height}"


def error_words(error: Exception, photo: Path | None) -> str:
    """What went wrong with a photo: the program's own errors name it themselves."""
    return str(error) if isinstance(error, RsdError) else f"{photo}: {error}"
