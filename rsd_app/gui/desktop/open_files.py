"""What can be done with a result: show it in its folder, copy it, save it elsewhere."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QImageReader

log = logging.getLogger(__name__)

LARGEST_COPIED_MP = 100  # as pixels; larger ones go to the clipboard as a file only
DECODED_LIMIT_MB = 1024
ANSWER_MS = 3000  # of a file manager that may have to start


def show_in_folder(path: Path) -> None:
    """Open the file manager with the file selected, where it can do that."""
    if sys.platform == "win32":
        subprocess.Popen(["explorer", f"/select,{path}"])
    elif sys.platform == "darwin":
        subprocess.Popen(["open", "-R", str(path)])
    else:
        _ask_file_manager(path)


def open_folder(folder: Path) -> None:
    """Open a folder in the file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _ask_file_manager(path: Path) -> None:
    """Over D-Bus, as the file managers of Linux agree; where none answers the folder is opened. The window goes on."""
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
    except ImportError:
        open_folder(path.parent)
        return
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        open_folder(path.parent)
        return
    name = "org.freedesktop.FileManager1"
    message = QDBusMessage.createMethodCall(name, "/org/freedesktop/FileManager1", name, "ShowItems")
    message.setArguments([[QUrl.fromLocalFile(str(path)).toString()], ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message, ANSWER_MS), QCoreApplication.instance())

    def answered() -> None:
        if watcher.isError():
            open_folder(path.parent)
        watcher.deleteLater()

    watcher.finished.connect(answered)


def decode_for_clipboard(path: Path) -> QImage:
    """The result's pixels, or none if there are too many; on a thread of a pool."""
    reader = QImageReader(str(path))
    size = reader.size()
    if size.width() * size.height() > LARGEST_COPIED_MP * 1e6:
        return QImage()
    QImageReader.setAllocationLimit(DECODED_LIMIT_MB)
    return reader.read()


def clipboard_data(path: Path, image: QImage) -> QMimeData:
    """The file, for file managers and mail; the picture, for others."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    if not image.isNull():
        data.setImageData(image)
    return data


def copy_to(source: Path, destination: Path) -> Path:
    """Copy a result; on a thread of a pool.

    Raises:
        OSError: it cannot be read or written.
    """
    if not (destination.exists() and source.samefile(destination)):
        shutil.copyfile(source, destination)
    return destination
