"""A command of the program's own, run once in the background; its output is the answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from rsd_app.gui.training.process.trainings import own_command

END_MS = 2000


class Command(QObject):
    """One at a time.

    Signals:
        finished: what it printed.
        progressed: a line that it said meanwhile.
        failed: what went wrong, in words.
    """

    finished = Signal(str)
    progressed = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._said: list[str] = []

    @property
    def running(self) -> bool:
        """Whether the command is running."""
        return self._process is not None

    def run(self, arguments: Sequence[str]) -> None:
        """Start it; the command running before is aborted."""
        self.close()
        self._said = []
        program, *before = own_command()
        process = self._process = QProcess(self)
        process.readyReadStandardError.connect(self._on_said)
        process.finished.connect(self._on_finished)
        process.start(program, [*before, *arguments])

    def close(self) -> None:
        """Abort the command."""
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect(self._on_finished)
        process.readyReadStandardError.disconnect(self._on_said)
        process.kill()
        process.waitForFinished(END_MS)
        process.deleteLater()

    @Slot()
    def _on_said(self) -> None:
        if self._process is None:
            return
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        self._said += lines
        for line in lines:
            self.progressed.emit(line)

    @Slot(int)
    def _on_finished(self, status: int) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        output = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
        process.deleteLater()
        if status == 0 and output.strip():
            self.finished.emit(output)
        else:
            self.failed.emit(self._said[-1].removeprefix("rsd: ") if self._said else self.tr("The command has failed."))
