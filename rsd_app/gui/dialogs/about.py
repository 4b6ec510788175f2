"""About the program: versions, licences, this machine."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from rsd_app import __version__
from rsd_app.gui.dialogs.machine_report import report, versions
from rsd_app.gui.look import theme
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.threads.jobs import Request

LICENCES = """RSD Studio: Apache-2.0
Qt, PySide6: LGPL-3.0
PyTorch, NumPy: BSD-3-Clause
libvips: LGPL-2.1; pyvips: MIT
Pillow: MIT-CMU
safetensors: Apache-2.0
qtawesome: MIT; Phosphor icons: MIT
platformdirs: MIT
sample photo: CC0; LPIPS weights: BSD-2-Clause"""


class AboutDialog(QDialog):
    """What a user wants to know, and what a bug report should hold."""

    def __init__(self, engine: EngineThread, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About RSD Studio"))
        self.resize(70 * theme.GRID_PX, 60 * theme.GRID_PX)
        title = QLabel(f"RSD Studio {__version__}")
        title.setObjectName("title")
        line = QLabel(self.tr("Enlarges and restores photos on this computer. It connects to nothing."))
        line.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Versions, licences, this machine"))
        self._machine = [self.tr("Asking the engine …")]
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        copy = QPushButton(self.tr("Copy"))
        copy.setToolTip(self.tr("Copy it for a bug report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        for widget in (title, line, self.text, buttons):
            column.addWidget(widget)
        self._show()
        self._request = Request(report, self)
        self._request.finished.connect(self._on_report)
        self._request.failed.connect(lambda error: self._on_report([str(error)]))
        engine.ask(self._request)
        self.finished.connect(self._request.cancel)

    @Slot(object)
    def _on_report(self, lines: list[str]) -> None:
        self._machine = lines
        self._show()

    def _show(self) -> None:
        head, licences = self.tr("This machine"), self.tr("Licences")
        parts = ["\n".join(versions()), f"{head}\n" + "\n".join(self._machine), f"{licences}\n{LICENCES}"]
        self.text.setPlainText("\n\n".join(parts))
