"""The window's questions before a training, answered by a process of their own: survey, damage, measure, probe."""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QProcess, Slot

from rsd_app.gui.training.process.trainings import own_command

log = logging.getLogger(__name__)

END_MS = 2000


@dataclass
class _Asked:
    result: Callable[[dict[str, Any]], None]
    failed: Callable[[str], None]
    progressed: Callable[[int, int], None]


class Assistant(QObject):
    """Starts its process with the first question; torch and codecs never load in the window's own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._asked: dict[int, _Asked] = {}
        self._last = 0

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._asked)

    def ask(
        self,
        what: str,
        result: Callable[[dict[str, Any]], None],
        failed: Callable[[str], None],
        progressed: Callable[[int, int], None] = lambda done, total: None,
        **details: Any,
    ) -> int:
        """Put a question (see `trainer.tools.assist`); the answer comes to one of the two. Returns its number."""
        self._last += 1
        self._asked[self._last] = _Asked(result, failed, progressed)
        if self._process is None:
            self._start()
        if self._process is not None:
            line = json.dumps({"id": self._last, "ask": what, **details}) + "\n"
            self._process.write(line.encode())
        return self._last

    def forget(self, number: int) -> None:
        """The answer is not wanted any more."""
        if number in self._asked:
            self._asked[number] = _Asked(lambda result: None, lambda text: None, lambda done, total: None)

    def restart(self) -> None:
        """Break off what is being answered; nothing that was asked is answered any more."""
        self._asked.clear()
        self.close()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect(self._on_finished)
        process.readyReadStandardOutput.disconnect(self._on_output)
        process.kill()
        process.waitForFinished(END_MS)
        process.deleteLater()

    def _start(self) -> None:
        program, *arguments = own_command()
        process = self._process = QProcess(self)
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.start(program, [*arguments, "train", "assist"])

    @Slot()
    def _on_output(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode("utf-8", "replace")
            with contextlib.suppress(ValueError, KeyError, TypeError):
                self._answer(json.loads(line))

    def _answer(self, answer: dict[str, Any]) -> None:
        asked = self._asked.get(answer["id"])
        if asked is None:
            return
        if "progress" in answer:
            asked.progressed(*answer["progress"])
            return
        del self._asked[answer["id"]]
        if "error" in answer:
            asked.failed(str(answer["error"]))
        else:
            asked.result(answer["result"])

    @Slot()
    def _on_finished(self) -> None:
        """It died: what was asked fails, the next question starts another."""
        self._process = None
        waiting, self._asked = list(self._asked.values()), {}
        log.warning("the assistant's process ended with %s questions open", len(waiting))
        for asked in waiting:
            asked.failed(self.tr("The process that looks at the photos has ended. Try again."))
