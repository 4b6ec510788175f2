"""The log files of the window, with rotation; nothing of them leaves the machine."""

from __future__ import annotations

import logging
import platform
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion

from rsd_app import __version__

log = logging.getLogger(__name__)

FILE_BYTES = 1_000_000
FILES = 3
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_folder() -> Path:
    """Folder of the log files."""
    return Path(platformdirs.user_log_dir("rsd-studio"))


def start_logging() -> logging.Handler | None:
    """Write what the program says to a file, Qt's own messages among it; None if that cannot be."""
    folder = log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "rsd-studio.log", maxBytes=FILE_BYTES, backupCount=FILES, encoding="utf-8", delay=True
        )
    except OSError:
        log.warning("no log is kept: %s cannot be made", folder, exc_info=True)
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.INFO)
    ours = logging.getLogger("rsd_app")
    ours.setLevel(logging.INFO)
    logging.getLogger().addHandler(handler)
    qInstallMessageHandler(_on_qt_message)
    log.info("RSD Studio %s, Qt %s, %s", __version__, qVersion(), platform.platform())
    return handler


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)
